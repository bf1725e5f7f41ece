### Слова, по которым бот узнаёт столбцы присланного списка. Через черту: любое из них.
lists-words-number = №|№ п п|п п|№ пп|пп|номер|номер по порядку|n|n п п
lists-words-name = фио|ф и о|фамилия имя|фамилия имя отчество|имя фамилия|имя и фамилия|фамилия и имя|фамилия и о|полное имя|ученик|учащийся|обучающийся|студент|сотрудник|педагог|учитель|наставник|наставляемый
lists-words-family = фамилия|фам
lists-words-given = имя
lists-words-patronymic = отчество
lists-words-class = класс|группа|учебная группа|кл|параллель
lists-words-post = должность|специальность|профессия|предмет|кем работает
lists-words-role = роль|роль в программе|кто это|участвует как
lists-words-code = код|код участника|шифр
lists-words-born = дата рождения|др|год рождения|рождение|родился|возраст|д р
lists-words-phone = телефон|тел|мобильный|сотовый|номер телефона|контакты|контактный телефон
lists-words-mail = почта|эл почта|электронная почта|адрес электронной почты|имейл
lists-words-address = адрес|место жительства|прописка
lists-words-others = родител|мать|мам|отец|папа|законн|представител|опекун|руководител|снилс|паспорт
lists-words-role-mentee = наставляем|учен|учащ|обучающ|студент|молодой|подопечн
lists-words-role-mentor = наставник
lists-words-role-staff = сотрудник|ответствен|педагог|учител|администрац|директор|завуч|психолог
lists-words-classes = класс|группа|кл|гр
lists-words-sums = итого|всего|директор|подпис|исполнител|дата

lists-link = Списки классов и сотрудников
lists-refused = { people-refused }
lists-role-mentee = наставляемые
lists-role-mentor = наставники
lists-role-staff = сотрудники
lists-role-unknown = роль не указана
lists-none =
    <b>Списки · { $programme }</b>

    Пришлите список класса или сотрудников — и у каждого будет свой бланк с QR-кодом. Бот сохранит только номер строки, класс или должность и роль: фамилии в нём не останутся.
lists-all =
    <b>Списки · { $programme }</b>

    В списках { $rows ->
        [one] { $rows } человек
        [few] { $rows } человека
       *[many] { $rows } человек
    }, пришли: <b>{ $came }</b>.
lists-comers-button = Пришли по плакату: { $count } — кто это?
lists-button = { $name } · пришли { $came } из { $rows }
lists-unnamed = { $role }, { $on }
lists-send = Прислать список
lists-export = Выгрузить, чтобы исправить
lists-one =
    <b>{ $name }</b> · { $role }

    В списке { $rows ->
        [one] { $rows } человек
        [few] { $rows } человека
       *[many] { $rows } человек
    }, пришли: <b>{ $came }</b>.

    { $next }
lists-one-waiting = Ждём: { $waiting }. Раздайте им бланки: номер на бланке — номер строки в вашем списке.
lists-one-whole = Пришли все.
lists-slips = Бланки для тех, кого ждём: { $count }
lists-remove = Убрать тех, кто не пришёл
lists-remove-sure =
    <b>Убрать из списка «{ $name }» тех, кто не пришёл?</b>

    Уйдут строк: { $waiting }, их бланки перестанут работать. Пришедшие ({ $came }) останутся.
lists-remove-yes = Убрать
lists-removed-toast = { $count ->
        [0] Убирать некого
        [one] Убрана { $count } строка
        [few] Убраны { $count } строки
       *[many] Убрано { $count } строк
    }

lists-send-ask =
    <b>Пришлите список</b>

    Подойдут таблица Excel (.xlsx), файл .csv или строки прямо в сообщении: «1. Иванова Мария 7А». Заголовки и порядок столбцов — любые.

    Сначала покажу, что понял. Фамилии не сохраняются: они нужны только вам, чтобы раздать бланки.
lists-send-ask-code =
    <b>Пришлите список кодов</b>

    В этой программе вместо имён — коды. Подойдёт таблица со столбцами «Код», «Класс», «Роль» — без фамилий. Сделать её из списка класса поможет страница, которая работает без интернета: «Настройки» → «Коды и имена».
lists-unread-empty = В файле ничего нет.
lists-unread-tooBig = Этот файл слишком большой для списка. Пришлите лист с одним классом или до 20 000 строк и 20 МБ.
lists-unread-broken = Файл повреждён и не открывается. Сохраните его ещё раз и пришлите снова.
lists-unread-unsafe = Файл устроен странно, открывать его небезопасно. Скопируйте список в новую таблицу и пришлите её.
lists-unread-locked = Файл закрыт паролем. Сохраните копию без пароля и пришлите её.
lists-unread-xls = Это старый формат Excel. Откройте файл и сохраните как .xlsx.
lists-unread-other = Это не таблица. Нужен файл .xlsx или .csv — или строки прямо в сообщении.
lists-unread-nothing = Людей в этом списке я не вижу. Проверьте, есть ли в нём фамилии или коды.
lists-unread-lost = Файл не дошёл. Пришлите его ещё раз.
lists-unread-not-file = Нужен файл или текст.
lists-unread-names = В этом списке есть имена, а программа ведётся по кодам. Я ничего из него не сохранил; удалите сообщение с файлом из чата.
lists-line-of = { $sheet }: { $line }
lists-title = «{ $title }»
lists-doubts = <b>Посмотрите:</b>
lists-doubts-more = и ещё: { $count }
lists-doubt-noClass = { $count ->
        [one] строка { $lines }: нет класса
       *[other] строки { $lines }: нет класса
    }
lists-doubt-noName = { $count ->
        [one] строка { $lines }: нет имени — пропущена
       *[other] строки { $lines }: нет имени — пропущены
    }
lists-doubt-oddRole = { $count ->
        [one] строка { $lines }: роль непонятна
       *[other] строки { $lines }: роль непонятна
    }
lists-doubt-oddCode = { $count ->
        [one] строка { $lines }: это не код, дам новый
       *[other] строки { $lines }: это не коды, дам новые
    }
lists-doubt-skipped = { $count ->
        [one] строка { $lines }: похожа на подпись или итог — пропущена
       *[other] строки { $lines }: похожи на подписи или итоги — пропущены
    }
lists-doubt-same = две одинаковые строки { $one } и { $other }: взята одна
lists-doubt-namesakes = строки { $one } и { $other }: тёзки с разными датами рождения, взяты обе
lists-doubt-unneeded = { $count ->
        [one] столбец { $titles } не нужен и не сохраняется
       *[other] столбцы { $titles } не нужны и не сохраняются
    }
lists-no-class = Без класса
lists-group = <b>{ $name }</b> · { $role } · { $count ->
        [one] { $count } человек
        [few] { $count } человека
       *[many] { $count } человек
    }
lists-sample = № { $number } · { $place }
lists-preview =
    <b>Вот что я понял</b>

    { $groups }

    Сохранится так, без имён:
    { $sample }{ $again }{ $doubts }

    { $step }
lists-preview-again = Для этих классов список уже есть: { $classes }. Новый добавит людей ещё раз. Чтобы исправить прежний, вернитесь и нажмите «Выгрузить, чтобы исправить».
lists-preview-role = Кто эти люди в программе?
lists-preview-confirm = Пока никто не добавлен. Добавить { $count ->
        [one] { $count } человека
        [few] { $count } человек
       *[many] { $count } человек
    }?
lists-pick-mentee = Им нужен наставник
lists-pick-mentor = Они наставники
lists-pick-staff = Сотрудники
lists-confirm = Добавить: { $count }
lists-class = Указать класс, где его нет: { $count }
lists-class-ask = Какой это класс или группа? Напишите, например: 7А.
lists-class-hint = 7А
lists-other-file = Прислать другой список
lists-made =
    <b>{ $count ->
        [one] Добавлен { $count } человек.
        [few] Добавлены { $count } человека.
       *[many] Добавлено { $count } человек.
    }</b>

    Никому ничего не отправлено. Дальше — бланки: на каждом номер строки, класс и QR-код. Раздайте их по своему списку.
lists-corrected = <b>Список исправлен.</b> Участникам ничего не отправлено.
lists-made-slips = Сделать бланки
lists-made-slips-first = Бланки для первого списка
lists-changes =
    <b>Вот что изменится</b>

    { $lines }{ $doubts }

    { $step }
lists-change-changed = { $count ->
        [one] у { $count } человека изменится класс или должность
        [few] у { $count } человек изменится класс или должность
       *[many] у { $count } человек изменится класс или должность
    }
lists-change-added = { $count ->
        [one] добавится { $count } человек
        [few] добавятся { $count } человека
       *[many] добавится { $count } человек
    }
lists-change-removed = { $count ->
        [one] уйдёт { $count } строка: этого человека нет в файле, и он не приходил
        [few] уйдут { $count } строки: этих людей нет в файле, и они не приходили
       *[many] уйдёт { $count } строк: этих людей нет в файле, и они не приходили
    }
lists-change-stay = { $count ->
        [one] { $count } человека нет в файле, но он уже здесь и останется: убрать его можно с карточки
        [few] { $count } человек нет в файле, но они уже здесь и останутся: убрать их можно с карточек
       *[many] { $count } человек нет в файле, но они уже здесь и останутся: убрать их можно с карточек
    }
lists-change-strange = { $count ->
        [one] строка { $lines }: такого кода нет — пропущена
       *[other] строки { $lines }: таких кодов нет — пропущены
    }
lists-changes-role = Кто новые люди в программе?
lists-changes-confirm = Пока ничего не изменено. Применить?
lists-changes-empty = Менять нечего.
lists-changes-do = Применить
lists-unchanged = Список тот же: менять нечего.

lists-slips-toast = Готовлю бланки. Пришлю сюда.
lists-slips-made = Бланки готовы: по восемь на листе, режьте по пунктиру. Номер на бланке — номер строки в вашем списке. Каждый бланк — для одного человека и одного входа.
lists-slips-failed = Бланков нет: все из этого списка уже пришли, или файл не получился. Попробуйте ещё раз.
lists-slips-file = Бланки { $label }
lists-slip-number = { $place } · № { $number }
lists-slip-what-mentee = Школа приглашает вас в программу наставничества. Наведите камеру телефона на код и нажмите «Старт» в Telegram.
lists-slip-what-mentor = Школа приглашает вас стать наставником. Наведите камеру телефона на код и нажмите «Старт» в Telegram.
lists-slip-what-staff = Наведите камеру телефона на код и нажмите «Старт» в Telegram: бот напомнит о ваших мероприятиях.
lists-slip-own = Код личный: по нему войдёт один человек.
lists-export-toast = Готовлю таблицу. Пришлю сюда.
lists-export-made = Вот ваши списки. Исправьте класс или должность, удалите или допишите строки и пришлите файл обратно кнопкой «Прислать список». Столбец «Код» не меняйте: по нему я узнаю людей.
lists-export-file = Списки
lists-sheet = Списки
lists-column-number = №
lists-column-code = Код
lists-column-name = ФИО
lists-column-class = Класс
lists-column-post = Должность
lists-column-role = Роль
lists-cell-mentee = наставляемый
lists-cell-mentor = наставник
lists-cell-staff = сотрудник

lists-comers = <b>Пришли по плакату: { $count }</b>

    Они есть в программе, но не связаны со строкой списка. Выберите человека.
lists-comers-wait = { $programme }: по плакату { $count ->
        [one] пришёл { $count } человек
        [few] пришли { $count } человека
       *[many] пришли { $count } человек
    }. Кто это в ваших списках, знаете только вы.
lists-comers-look = Кто это?
lists-comers-none = По плакату никто не пришёл, или все уже найдены в списках.
lists-comer = { $name } · { $on }
lists-which =
    <b>{ $name }</b> · { $programme }

    Кто это в ваших списках? Сначала те, кто ещё не пришёл.
lists-place = { $where }
lists-place-number = { $where } · № { $number }
lists-row = { $place } · { $code }
lists-row-came = { $place } · { $code } · уже здесь
lists-not-listed = Нет в списках
lists-not-listed-toast = Отмечено: нет в списках
lists-merge-side = <b>{ $name }</b> · { $place }
    телефонов: { $phones }, согласий: { $consents }, анкет: { $runs }, родителей: { $guardians }
lists-merge =
    <b>Это один человек?</b>

    { $from }

    { $into }

    Всё, что есть у первого, перейдёт ко второму: телефон, согласия, ответы, родители, история. { $runs } Разделить их обратно бот не сможет.
lists-merge-runs = Из двух анкет останется отправленная или более новая, другая закроется.
lists-merge-yes = Да, это один человек
lists-merged-toast = Объединено. История сохранена.
lists-apart = Этих двоих объединить нельзя: у них разные роли, они родитель и ребёнок или один из них — не только участник этой программы.
lists-others =
    <b>{ $name }</b> · { $programme }

    С кем это один человек? Сначала самые похожие. Перед объединением покажу, что у кого есть.
lists-others-none =
    <b>{ $name }</b> · { $programme }

    Других участников с этой ролью в программе пока нет.
lists-other = { $name } · { $place }
lists-other-born = { $name } · { $place } · { $year }
lists-joined = <b>Объединено.</b> Теперь это один человек со всем, что было у обоих. История сохранена.
lists-joined-card = Открыть карточку
lists-card-link = Новая ссылка для входа
lists-card-same = Это один человек с…
lists-new-link-ask =
    <b>Сделать новую ссылку для входа?</b>

    Она нужна, если у человека новый телефон или бланк потерялся. Прежняя ссылка перестанет работать.
lists-new-link-yes = Сделать ссылку
lists-new-link =
    <b>{ $name }: новая ссылка</b>

    { $link }

    Войти по ней можно один раз, до { $until }. Передайте её лично: кто войдёт, будет этим человеком.
lists-new-link-copy = Скопировать ссылку
lists-cancel = Не добавлять
lists-waiting = Присланный список ждёт вашего «да»
