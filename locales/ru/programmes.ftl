# Школы и программы: экраны владельца и куратора.

programmes-schools = <b>Школы</b>

    { $count ->
        [one] У бота { $count } школа.
        [few] У бота { $count } школы.
       *[other] У бота { $count } школ.
    }
programmes-schools-none = <b>Начнём со школы</b>

    Я помогаю вести программы наставничества. Сначала назовите школу или колледж — это займёт минуту. Потом вы пригласите куратора, и дальше программу поведёт он.
programmes-schools-add = Добавить школу
programmes-schools-add-first = Назвать школу

programmes-school = <b>{ $name }</b>
    { $city } · время: { $zone }

    { $programmes ->
        [0] Программ пока нет
        [one] { $programmes } программа
        [few] { $programmes } программы
       *[many] { $programmes } программ
    }, { $curators ->
        [0] куратора пока нет
        [one] { $curators } куратор
        [few] { $curators } куратора
       *[many] { $curators } кураторов
    }.
programmes-school-no-curator = Пригласите куратора: ссылку можно переслать в любой чат.
programmes-school-invite = Пригласить куратора
programmes-school-new-programme = Новая программа
programmes-school-back = К списку школ
programmes-school-made = ✅ Школа записана.

programmes-curator-link = <b>Приглашение для куратора</b>
    { $school }

    { $link }

    Ссылка личная: по ней войдёт один человек. Она действует до { $until }. Сообщение ниже можно переслать целиком.
programmes-curator-copy = Скопировать ссылку
programmes-curator-forward = Здравствуйте! Вас приглашают вести программу наставничества: { $school }, { $city }.

    Откройте ссылку — бот «Тропа» встретит вас и поможет начать:
    { $link }
programmes-curator-qr = Тот же вход по QR-коду: его можно показать с экрана.

programmes-first = <b>{ $school }</b>

    Вы куратор программы наставничества. Пришлите дорожную карту школы — файл в Word, Excel или PDF — или начните без неё.
programmes-first-send = Прислать дорожную карту
programmes-first-without = Начать без неё
programmes-roadmap-ask = Пришлите дорожную карту одним файлом: нажмите на скрепку и выберите документ.

    Я сохраню её при программе. Читать дорожные карты я пока не умею, поэтому саму программу мы настроим вместе: восемь коротких вопросов.
programmes-roadmap-kept = 📎 Файл «{ $name }» сохранён при программе.

    Прочитать его я пока не могу, поэтому настроим программу вручную — это минута.
programmes-roadmap-again = Такой файл у программы уже есть, второй раз сохранять не стал.
programmes-roadmap-not-file = Это не похоже на файл. Нажмите на скрепку и пришлите документ — или начните без него.
programmes-roadmap-big = Файл слишком большой: Telegram отдаёт мне файлы до 20 МБ. Пришлите его частями или начните без него.
programmes-roadmap-lost = Не получилось забрать файл у Telegram. Пришлите его, пожалуйста, ещё раз.
programmes-roadmap-go = Настроить программу

programmes-step = Вопрос { $number } из { $total }
programmes-wizard-leave = Отложить

programmes-ask-name = <b>Как называется школа?</b>

    Напишите название так, как оно должно стоять в приглашениях и согласиях. Например: «МБОУ СОШ № 12».
programmes-ask-name-hint = Название школы
programmes-ask-city = <b>В каком городе или посёлке школа?</b>

    Напишите одно название: «Тверь».
programmes-ask-city-hint = Город или посёлок
programmes-ask-zone = <b>По какому времени живёт школа?</b>

    От этого зависит, когда приходят напоминания. Выберите ближайший большой город или напишите пояс латиницей, например Europe/Moscow.
programmes-ask-zone-hint = Europe/Moscow
programmes-ask-language = <b>На каком языке бот говорит в этой школе?</b>

    Каждый сможет выбрать себе другой.
programmes-ask-title = <b>Как назовём программу?</b>

    Возьмите готовое название или напишите своё.
programmes-ask-title-hint = Название программы
programmes-title-proposal = Наставничество { $years }
programmes-ask-track = <b>Для кого программа?</b>

    Для учеников и студентов — пять официальных форм, анкеты и согласия родителей. Для педагогов — молодые и опытные учителя, банки и персонализированные программы.

    Потом это не поменять: от ответа зависят слова и анкеты.
programmes-ask-forms = <b>Какие формы наставничества вы ведёте?</b>

    Отметьте одну или несколько. Если у вас есть своя форма, напишите её сообщением — она добавится в список.
programmes-ask-forms-hint = Своя форма
programmes-ask-forms-none = Пока ничего не отмечено.
programmes-ask-forms-chosen = { $count ->
        [one] Отмечена { $count } форма.
        [few] Отмечены { $count } формы.
       *[other] Отмечено { $count } форм.
    }
programmes-ask-year = <b>По какому году идёт программа?</b>
programmes-ask-period = <b>С какого и по какое число идёт программа?</b>

    Выберите или напишите две даты: «01.09.2026 – 31.05.2027».
programmes-ask-period-hint = 01.09.2026 – 31.05.2027
programmes-ask-naming = <b>Как показывать имена участников?</b>

    <b>Полностью</b>: «Иванова Мария Петровна». Удобно, но в переписке видны персональные данные.
    <b>Имя и буква</b>: «Мария И.». Понятно своим, лишнего не видно.
    <b>Код</b>: «Y-07». Имена в чат не попадают, список «код — имя» хранится в школе.

    ⚠️ Государственным и муниципальным школам закон запрещает передавать персональные данные через иностранные мессенджеры, а Telegram — один из них. Если это ваш случай, выберите код и посоветуйтесь с юристом.
programmes-ask-address = <b>Как обращаться к ученикам?</b>

    К взрослым бот всегда обращается на «вы».
programmes-ask-intake = <b>Какими будут первые анкеты?</b>

    <b>Короткая</b> — минуты четыре, только главное для подбора пары.
    <b>Обычная</b> — минут восемь, о человеке видно больше.

programmes-pick-ru = Русский
programmes-pick-en = English
programmes-pick-pupils = Для учеников и студентов
programmes-pick-teachers = Для педагогов
programmes-pick-academic = Учебный год
programmes-pick-calendar = Календарный год
programmes-pick-full = Полностью
programmes-pick-initial = Имя и буква
programmes-pick-code = Код
programmes-pick-vy = На «вы»
programmes-pick-ty = На «ты»
programmes-pick-short = Короткая
programmes-pick-usual = Обычная
programmes-pick-period = { $from } – { $to }

programmes-wrong-text = Напишите это, пожалуйста, словами.
programmes-wrong-choose = Выберите, пожалуйста, кнопкой под вопросом.
programmes-wrong-empty = Не вижу здесь названия. Напишите его буквами.
programmes-wrong-long = Получилось слишком длинно. Напишите короче: название должно помещаться на кнопке.
programmes-wrong-zone = Такого пояса я не знаю. Выберите город из списка или напишите латиницей, например Asia/Yekaterinburg.
programmes-wrong-period = Не разобрал даты. Напишите две даты с годами: «01.09.2026 – 31.05.2027».
programmes-wrong-period-order = Конец получился раньше начала. Напишите сначала первую дату, потом последнюю.
programmes-wrong-period-long = Программа не бывает длиннее трёх лет. Проверьте годы.
programmes-wrong-period-past = Эта дата окончания уже прошла. Проверьте годы.
programmes-wrong-forms = Нужна хотя бы одна форма.
programmes-wrong-forms-many = Больше восьми форм не уместить. Уберите лишнюю.
programmes-wrong-form-same = Такая форма уже есть в списке.

programmes-summary-school = <b>Проверьте, всё ли верно</b>

    Название: { $name }
    Город: { $city }
    Время: { $zone }
    Язык: { $language }
programmes-summary-programme = <b>Проверьте, всё ли верно</b>
    { $school }

    Название: { $title }
    Для кого: { $track }
    Формы: { $forms }
    Год: { $year }
    Период: { $period }
    Имена: { $naming }
    Обращение: { $address }
    Первая анкета: { $intake }
programmes-summary-address-vy = на «вы»
programmes-summary-address-ty = к ученикам на «ты»
programmes-summary-create = Создать
programmes-summary-change-name = ✏️ Название
programmes-summary-change-city = ✏️ Город
programmes-summary-change-zone = ✏️ Время
programmes-summary-change-language = ✏️ Язык
programmes-summary-change-title = ✏️ Название
programmes-summary-change-track = ✏️ Для кого
programmes-summary-change-forms = ✏️ Формы
programmes-summary-change-year = ✏️ Год
programmes-summary-change-period = ✏️ Период
programmes-summary-change-naming = ✏️ Имена
programmes-summary-change-address = ✏️ Обращение
programmes-summary-change-intake = ✏️ Анкета

programmes-draft-kept-school = Ответы сохранены. Школу можно дозаписать в любой день.
programmes-draft-kept-programme = Ответы сохранены. Настройку программы можно продолжить в любой день.
programmes-draft-go-on = Продолжить
programmes-draft-discard = Удалить ответы
programmes-draft-discarded = Ответы удалены.
programmes-draft-waiting = <b>{ $school }</b>

    Настройка программы не закончена: ответы сохранены, осталось немного.

programmes-made = 🎉 Программа «{ $title }» создана.
programmes-home = <b>{ $title }</b>
    { $school }
    { $period }

    Наставляемых: { $mentees }. Наставников: { $mentors }.
programmes-home-empty = Пока никого нет. Пригласите участников: ссылка, QR-код и объявление для чата класса уже готовы.
programmes-home-invite = Пригласить людей
programmes-home-settings = Настройки программы
programmes-home-all = Все программы
programmes-list = <b>{ $school }</b>

    { $count ->
        [0] Программ пока нет.
        [one] У школы { $count } программа.
        [few] У школы { $count } программы.
       *[other] У школы { $count } программ.
    }

programmes-settings = <b>Настройки</b>
    { $title }

    Для кого: { $track }
    Формы: { $forms }
    Период: { $period }
    Имена: { $naming }
    Обращение: { $address }
    Первая анкета: { $intake }

    Родителям в сообщении о согласии:
    Телефон школы: { $phone }
    Сайт школы: { $site }
programmes-settings-title = Название
programmes-settings-forms = Формы
programmes-settings-period = Период
programmes-settings-naming = Имена
programmes-settings-address = Обращение
programmes-settings-intake = Анкета
programmes-settings-phone = Телефон школы
programmes-settings-site = Сайт школы
programmes-contact-phone = <b>Телефон школы</b>
    Сейчас: { $now }

    Он стоит в сообщении, которое получают родители: по нему можно позвонить и убедиться, что пишет школа. Напишите номер, например «+7 4822 00-00-00, приёмная».
programmes-contact-phone-odd = Не вижу здесь номера. Напишите цифры телефона, можно с пояснением, до 40 знаков.
programmes-contact-phone-none = Убрать телефон
programmes-contact-site = <b>Сайт школы</b>
    Сейчас: { $now }

    Он стоит в сообщении, которое получают родители. Напишите адрес, например «school.example.ru».
programmes-contact-site-odd = Это не похоже на адрес сайта. Напишите его без пробелов, например «school.example.ru».
programmes-contact-site-none = Убрать сайт
programmes-settings-saved = Сохранено
programmes-settings-back = К настройкам

programmes-refused = { people-refused }

programmes-form-pupil-pupil = ученик – ученик
programmes-form-student-pupil = студент – ученик
programmes-form-employer-pupil = работодатель – ученик
programmes-form-employer-student = работодатель – студент
programmes-form-teacher-teacher = учитель – учитель

programmes-model-achiever-struggling = успевающий – неуспевающий
programmes-model-leader-passive = лидер – пассивный
programmes-model-equal-equal = равный – равному
programmes-model-leader-indifferent = лидер – равнодушный
programmes-model-equal-other = равный – другому
programmes-model-curator-author = куратор – автор проекта
programmes-model-professional-indifferent = активный профессионал – равнодушный потребитель
programmes-model-professional-choosing = успешный профессионал – выбирающий профессию
programmes-model-colleague-future = коллега – будущий коллега
programmes-model-employer-future = работодатель – будущий сотрудник
programmes-model-experienced-young = опытный учитель – молодой специалист
programmes-model-leader-difficulties = лидер педагогического сообщества – педагог с трудностями
programmes-model-innovator-conservative = педагог-новатор – консервативный педагог
programmes-model-expert-beginner = опытный предметник – неопытный предметник

# Время: подпись на кнопке, затем города, по которым пояс узнаётся (строчными, через запятую, ё как е).
programmes-zone-kaliningrad = Калининград (МСК−1)
programmes-zone-moscow = Москва, Санкт-Петербург (МСК)
programmes-zone-samara = Самара, Ижевск (МСК+1)
programmes-zone-yekaterinburg = Екатеринбург, Пермь (МСК+2)
programmes-zone-omsk = Омск (МСК+3)
programmes-zone-krasnoyarsk = Красноярск, Новосибирск (МСК+4)
programmes-zone-irkutsk = Иркутск, Улан-Удэ (МСК+5)
programmes-zone-yakutsk = Якутск, Чита (МСК+6)
programmes-zone-vladivostok = Владивосток, Хабаровск (МСК+7)
programmes-zone-magadan = Магадан, Сахалин (МСК+8)
programmes-zone-kamchatka = Камчатка, Чукотка (МСК+9)
programmes-cities-kaliningrad = калининград, балтийск, советск, черняховск, светлогорск
programmes-cities-moscow = москва, санкт-петербург, петербург, спб, казань, нижний новгород, ростов-на-дону, воронеж, краснодар, сочи, ярославль, тверь, тула, рязань, калуга, смоленск, брянск, орел, курск, белгород, липецк, тамбов, пенза, саранск, чебоксары, йошкар-ола, киров, кострома, иваново, владимир, вологда, архангельск, мурманск, петрозаводск, сыктывкар, псков, великий новгород, волгоград, ставрополь, махачкала, грозный, владикавказ, нальчик, черкесск, майкоп, элиста, набережные челны, симферополь, севастополь, подольск, химки, мытищи
programmes-cities-samara = самара, ижевск, тольятти, сызрань, саратов, ульяновск, астрахань, энгельс, димитровград
programmes-cities-yekaterinburg = екатеринбург, челябинск, пермь, уфа, тюмень, оренбург, курган, магнитогорск, сургут, нижневартовск, ханты-мансийск, салехард, нижний тагил, тобольск, стерлитамак, орск
programmes-cities-omsk = омск, тара, калачинск
programmes-cities-krasnoyarsk = красноярск, новосибирск, томск, кемерово, новокузнецк, барнаул, абакан, кызыл, горно-алтайск, бийск, норильск
programmes-cities-irkutsk = иркутск, улан-удэ, ангарск, братск, усть-илимск
programmes-cities-yakutsk = якутск, чита, благовещенск, нерюнгри, мирный
programmes-cities-vladivostok = владивосток, хабаровск, уссурийск, находка, комсомольск-на-амуре, биробиджан
programmes-cities-magadan = магадан, южно-сахалинск, корсаков, среднеколымск
programmes-cities-kamchatka = петропавловск-камчатский, петропавловск, анадырь, елизово

programmes-home-more = Списки, бумаги, помощники
programmes-more = Ещё о программе «{ $title }».

programmes-codes-ask =
    <b>Перейти на коды?</b> · { $title }

    { $count ->
        [0] Вместо имён бот будет показывать коды вида «Y-07».
        [one] Бот сотрёт { $count } имя и вместо него будет показывать код вида «Y-07».
        [few] Бот сотрёт { $count } имени и вместо них будет показывать коды вида «Y-07».
       *[many] Бот сотрёт { $count } имён и вместо них будет показывать коды вида «Y-07».
    } Вернуть стёртое нельзя: имена придётся спрашивать заново. Участники об этом сообщения не получат.

    Что люди написали в ответах анкет и что уже стоит в переписке, остаётся как есть.
programmes-codes-elsewhere =
    { $count ->
        [one] Имя { $count } человека останется: он куратор или состоит в другой программе, где имена нужны. Здесь и его покажем кодом.
        [few] Имена { $count } человек останутся: они кураторы или состоят в других программах, где имена нужны. Здесь и их покажем кодами.
       *[other] Имена { $count } человек останутся: они кураторы или состоят в других программах, где имена нужны. Здесь и их покажем кодами.
    }
programmes-codes-key = Сначала выгрузите списки наставляемых и наставников в Excel: в них стоит и имя, и код. Это ваш ключ — храните его в школе.
programmes-codes-yes = Стереть имена и перейти на коды
programmes-codes-done =
    { $count ->
        [0] Готово: программа на кодах.
        [one] Готово: программа на кодах, стёрто { $count } имя.
        [few] Готово: программа на кодах, стёрто { $count } имени.
       *[many] Готово: программа на кодах, стёрто { $count } имён.
    } Имён бот больше не спрашивает и не хранит.

    Страница «Коды и имена» подставит имена в таблицы и бумаги на вашем компьютере: она в разделе «Списки, бумаги, помощники».
