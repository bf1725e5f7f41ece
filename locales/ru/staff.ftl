# Те, кто ведёт программу: кураторы, помощники, замещение, передача дел, предложения, заметки, поддержка.

staff-link-team = 👥 Кураторы и помощники
staff-link-referrals = 🙋 Предложили учеников: { $count }
staff-link-support = 💛 Кому предложена поддержка: { $count }
staff-link-notes = 📝 Заметки о беседе: { $count }
staff-link-offer = 💛 Предложить поддержку психолога
staff-card-support = 💛 Предложена поддержка, посмотреть снова { $date }

staff-team =
    <b>Кураторы и помощники</b>
    Программа «{ $programme }»
staff-curator = 👤 { $name }, куратор
staff-curator-leads = ⭐ { $name }, ведёт программу
staff-helper = 🗂 { $name }
staff-helper-post = 🗂 { $name }, { $post }
staff-line-more = { $line } ({ $more })
staff-no-helpers = Помощников пока нет. Пригласите психолога или классного руководителя, и часть дел можно будет разделить.
staff-quiet-mark = бот сам не пишет
staff-curator-button = ⭐ { $name }
staff-invite-helper = ➕ Пригласить помощника
staff-invite-curator = ➕ Пригласить ещё куратора
staff-away-button = 🏖 Меня нет до …
staff-hand-button = 🤲 Передать дела
staff-away-lasts = 🏖 Вас нет до { $until } включительно, замещает { $name }.
staff-away-asked = 🏖 Ждём ответа: { $name } может заместить вас до { $until } включительно.

staff-may-consents = видит, у кого есть согласия
staff-may-consents-in = видит, у кого есть согласия: { $className }
staff-may-enter = вносит за других
staff-may-enter-in = вносит за других: { $className }
staff-may-support = видит, кому предложена поддержка

staff-curator-card =
    <b>{ $name }</b>
    Куратор.

    Кто ведёт программу «{ $programme }», тот получает всё, что бот пишет куратору.
staff-curator-card-leads =
    <b>{ $name }</b>
    Ведёт программу «{ $programme }» и получает всё, что бот пишет куратору.
staff-lead-button = ⭐ Пусть ведёт программу
staff-end-button = Завершить роль куратора
staff-end-sure =
    <b>{ $name } больше не куратор?</b>
    { $school }

    Чего это касается:
    { $touches }

    Доступ закроется сразу. История останется под прежним именем.
staff-end-yes = Да, завершить
staff-end-last = Последнего куратора убрать нельзя: сначала пригласите другого

staff-helper-card =
    <b>{ $name }</b>
    { $post }

    Что может:
    { $may }

    { $quiet }
staff-post-none = помощник
staff-given = { $what }
staff-given-none = • отвечать за мероприятия и предлагать учеников
staff-quiet-on = 🔕 Бот сам не пишет, только отвечает.
staff-quiet-off = 🔔 Бот пишет, когда есть о чём.
staff-give-consents = ➕ Видеть, у кого есть согласия
staff-give-enter = ➕ Вносить за других
staff-give-support = ➕ Видеть, кому нужна поддержка
staff-take = ➖ Убрать: { $what }
staff-quiet-button = 🔕 Не писать самому
staff-unquiet-button = 🔔 Писать, когда есть о чём
staff-dismiss-button = Завершить роль помощника
staff-dismiss-sure =
    <b>{ $name } больше не помогает?</b>

    Доступ закроется сразу, данные разрешения закончатся. История останется.
staff-dismiss-yes = Да, завершить
staff-class-consents =
    <b>{ $name }: чьи согласия видны?</b>

    Видно будет только, есть согласие или нет. Ответы на анкету не видны.
staff-class-enter =
    <b>{ $name }: за кого можно вносить?</b>

    Согласия «по бумаге» и анкеты «со слов». Каждая запись отмечена: кто внёс и когда.
staff-class-whole = Вся программа

staff-post-ask =
    <b>Кого пригласить помощником?</b>
    Программа «{ $programme }»

    Права вы дадите потом: сначала помощник только отвечает за мероприятия и может предложить ученика.
staff-post-psychologist = Педагог-психолог
staff-post-methods = Руководитель ШМО
staff-post-class-teacher = Классный руководитель …
staff-post-director = Директор
staff-post-other = Другая должность …
staff-post-of-class = Классный руководитель { $className }
staff-post-type-class-teacher = <b>Какого класса?</b> Напишите, например: 7А.
staff-post-type-other = <b>Какая должность?</b> Напишите, как принято у вас в школе.
staff-post-odd = Слишком длинно или пусто. Напишите короче, словами.
staff-post-hint-class-teacher = 7А
staff-post-hint-other = Социальный педагог
staff-link =
    <b>Ссылка для одного человека</b>
    { $post }, программа «{ $programme }»

    { $url }

    Действует 30 дней. Когда человек войдёт, дайте ему права в «Кураторах и помощниках».
staff-link-quiet =
    <b>Ссылка для одного человека</b>
    { $post }, программа «{ $programme }»

    { $url }

    Действует 30 дней. Бот сам писать не будет, только ответит, если его спросят.
staff-link-curator =
    <b>Ссылка для нового куратора</b>
    { $school }

    { $url }

    По ней войдёт один человек и увидит все программы школы. Действует 30 дней.
staff-copy = Скопировать ссылку

staff-hand =
    <b>Передать дела преемнику</b>
    { $school }

    Что перейдёт:
    { $touches }

    Преемник откроет ссылку, и ваш доступ закончится в ту же минуту. История останется под вашим именем.
staff-hand-made =
    <b>Ссылка для преемника</b>
    { $school }

    { $url }

    Что перейдёт, как только её откроют:
    { $touches }

    До этого всё остаётся у вас. Ссылка действует 30 дней.
staff-hand-make = Сделать ссылку
staff-hand-revoke = Отозвать ссылку
staff-touch-programmes = { $count ->
        [one] доступ к { $count } программе школы
       *[other] доступ к { $count } программам школы
    }
staff-touch-leads = ведёт: { $titles }
staff-touch-notices = неотправленные сообщения: { $count }
staff-touch-todos = открытые дела в списке: { $count }
staff-touch-stands-in = замещения: { $count }
staff-handed =
    <b>Дела переданы.</b>
    { $school }

    Теперь куратор — { $name }. Ваш доступ закончился, история осталась под вашим именем. Спасибо за работу!

staff-away =
    <b>До какого дня вас не будет?</b>
    Программа «{ $programme }»

    Выберите последний день или напишите дату, например 5.12. Сообщения куратору в это время получит тот, кто вас замещает.
staff-away-odd =
    <b>Не вижу здесь подходящей даты.</b>

    Напишите последний день отсутствия, например 5.12 или 05.12.2026: не раньше сегодняшнего дня и не дальше года.
staff-day-hint = 5.12
staff-day-until = до { $date }
staff-away-who =
    <b>Кто заместит вас до { $until }?</b>

    Я спрошу этого человека. Пока он не согласится, всё остаётся у вас.
staff-away-nobody =
    <b>Замещать пока некому.</b>

    Пригласите второго куратора или помощника. Когда он войдёт, вернитесь сюда.
staff-away-lasts-card =
    <b>Вас нет до { $until } включительно.</b>

    Замещает { $name }. Как только вы что-нибудь сделаете здесь сами, замещение закончится.
staff-away-asked-card =
    <b>Вопрос отправлен: { $name }.</b>

    До { $until } включительно. Пока ответа нет, всё остаётся у вас.
staff-away-end = Я вернулся, закончить
staff-away-cancel = Отменить вопрос
staff-away-ended = Замещение закончено
staff-away-again = Спросить другого
staff-deputy-ask =
    <b>Заместите коллегу?</b>

    { $name } просит заместить до { $until } включительно: программа «{ $programme }». Сообщения куратору будут приходить вам, права куратора в этой программе — тоже ваши на это время.
staff-deputy-yes = Да, замещу
staff-deputy-no = Пока не могу
staff-deputy-accepted =
    <b>Спасибо! Вы замещаете: { $name }.</b>

    До { $until } включительно. Коллега сейчас узнает об этом.
staff-deputy-declined = Хорошо. { $name } сейчас узнает, что вы пока не можете (до { $until }).
staff-deputy-stale = Этот вопрос уже закрыт, отвечать не нужно.
staff-deputy-open = 📂 Открыть программу
staff-deputy-end = Закончить замещение
staff-answered-yes = <b>{ $name } замещает вас до { $until } включительно.</b> Хорошего отдыха!
staff-answered-no = { $name } пока не может заместить вас до { $until }. Всё остаётся у вас.
staff-over-deputy = <b>Замещение закончилось.</b> { $name } снова на месте. Спасибо!
staff-over-absent = <b>Замещение закончилось.</b> Сообщения куратору снова приходят вам. Вас замещал(а) { $name }.

staff-as-owner = 👤 Вам как владельцу бота · { $where }
staff-as-owner-alone = 👤 Вам как владельцу бота
staff-as-curator = 👤 Вам как куратору · { $where }
staff-as-curator-alone = 👤 Вам как куратору
staff-as-mentee = 👤 Вам как участнику · { $where }
staff-as-mentee-alone = 👤 Вам как участнику
staff-as-mentor = 👤 Вам как наставнику · { $where }
staff-as-mentor-alone = 👤 Вам как наставнику
staff-as-guardian = 👤 Вам как родителю · { $where }
staff-as-guardian-alone = 👤 Вам как родителю
staff-as-staff = 👤 Вам как сотруднику · { $where }
staff-as-staff-alone = 👤 Вам как сотруднику
staff-for = 📱 Это для: { $name }
staff-in-place = 🔁 Вместо: { $name }

staff-guide = Что вы можете здесь:
staff-guide-none = Когда понадобится ваша помощь, я напишу. А если знаете ученика, которому пригодится наставник, — предложите его.
staff-guide-stands-in = 🔁 Вы замещаете: { $name }, до { $until } включительно.
staff-way-consents = ✅ Согласия
staff-way-support = 💛 Кому предложена поддержка
staff-way-enter = ✍️ Внести за других
staff-way-refer = 🙋 Предложить ученика

staff-refer-which = <b>В какую программу предложить ученика?</b>
staff-refer-nowhere = Предложить ученика могут учителя, психолог, наставники и родители программы. Сейчас у вас нет такой роли.
staff-refer-class =
    <b>Кому пригодится наставник?</b>
    Программа «{ $programme }»

    Выберите класс или напишите его. Решит куратор, ученику пока никто ничего не скажет.
staff-refer-class-type =
    <b>Кому пригодится наставник?</b>
    Программа «{ $programme }»

    Напишите класс, например 7А. Решит куратор, ученику пока никто ничего не скажет.
staff-refer-class-odd = Напишите класс коротко, например 7А. Программа «{ $programme }».
staff-refer-class-hint = 7А
staff-refer-row =
    <b>{ $className }: кто это в списке класса?</b>

    Выберите номер в списке. Если не знаете, хватит класса.
staff-row-button = № { $row }
staff-refer-only = Только класс
staff-refer-reason =
    <b>{ $className }. Почему вы предлагаете?</b>

    Одним сообщением: кто это, если в списке его нет, и чем поможет наставник. Прочитает только куратор; после решения эти слова удаляются через 30 дней.
staff-refer-reason-odd = Напишите одним сообщением, словами, покороче. { $className }: почему вы предлагаете?
staff-refer-done = <b>Спасибо! Куратор увидит ваше предложение.</b> Решение я пришлю сюда.
staff-refer-many = Несколько ваших предложений уже ждут куратора. Давайте сначала дождёмся ответа.
staff-class-unknown = класс не указан
staff-referral-row = { $className }, № { $row } в списке
staff-referral-button = { $whom } · { $by }
staff-referrals = { $count ->
        [one] <b>Ждёт вашего решения { $count } предложение</b>
        [few] <b>Ждут вашего решения { $count } предложения</b>
       *[many] <b>Ждут вашего решения { $count } предложений</b>
    }
staff-referrals-none = Новых предложений нет.
staff-referral =
    <b>Предлагают участие: { $whom }</b>
    Программа «{ $programme }»
    Предлагает { $by }

    «{ $reason }»

    Если принять, { $by } получит личную ссылку и передаст её. Если нет, получит вежливый ответ без причины. Напишу через минуту, а вечером и ночью – утром в 8:30; до этого можно отменить.
staff-referral-accepted =
    <b>Принято: { $whom }</b>
    Программа «{ $programme }»

    Личную ссылку получит { $by }, чтобы передать её. { $reason }
staff-referral-declined =
    <b>Пока не берём: { $whom }</b>
    Программа «{ $programme }»

    { $by } получит вежливый ответ без причины. { $reason }
staff-accept = Принять
staff-decline = Пока нет
staff-decided-yes =
    <b>Куратор согласен: { $whom }</b>
    Программа «{ $programme }»

    Передайте, пожалуйста, личную ссылку. Она для одного человека:
    { $url }
staff-decided-no = Спасибо, что предложили: { $whom }. Сейчас место не нашлось, но ваше предложение важно. Можно вернуться к нему позже.

staff-notes = <b>Заметки о беседе: { $name }</b>
    Видят только кураторы.
staff-notes-none = Заметок пока нет.
staff-note-line = <b>{ $number }.</b> { $date }, { $author }
    { $text }
staff-note-add = ➕ Новая заметка
staff-note-erase = 🗑 Удалить заметку { $number }
staff-note-ask =
    <b>Заметка о беседе: { $name }</b>

    Напишите одним сообщением. Увидят только кураторы программы.
staff-note-odd = Напишите заметку словами, одним сообщением до 1500 знаков: { $name }.

staff-offer =
    <b>Предложить поддержку психолога: { $name }</b>

    Когда посмотреть снова? Выберите день или напишите дату, например 5.12. Психолог увидит имя и класс, ответы на анкету — нет.
staff-offer-stands =
    <b>Поддержка уже предложена: { $name }</b>

    Посмотреть снова { $date }. Можно выбрать другой день.
staff-offer-odd = Не вижу здесь подходящей даты. Напишите день, например 5.12: не раньше сегодняшнего и не дальше года.
staff-offered =
    <b>Готово. { $name } — в списке психолога.</b>

    { $date } в 9:00 я напомню посмотреть, как дела.
staff-support =
    <b>Кому предложена поддержка</b>
    Программа «{ $programme }»
staff-support-none = Сейчас никому.
staff-support-line = • { $who }: посмотреть { $date }
staff-look =
    <b>{ $who }</b>
    Программа «{ $programme }»

    Посмотреть снова { $date }.
staff-look-today = 💛 Сегодня вы хотели посмотреть, как дела.
staff-look-on = Снова { $date }
staff-look-moved = Напомню в этот день в 9:00
staff-support-end = Поддержка больше не нужна

staff-consents =
    <b>Согласия</b>
    Программа «{ $programme }»: есть у { $done } из { $count }
staff-consents-none = Здесь пока никого нет.
staff-consent-line = • { $who }: { $state }

staff-enter =
    <b>За кого внести?</b>
    Программа «{ $programme }»

    Согласие с бумаги или анкету со слов. Каждая запись отмечена: кто внёс и когда.
staff-enter-none = Здесь пока никого нет.

staff-guessing =
    <b>Кто-то подбирает ссылки.</b>

    За этот час не подошло ссылок: не меньше { $links }, чатов: { $chats }. Такие попытки я замедляю; верные ссылки работают. Делать ничего не нужно.
staff-owner-ended = <b>Владелец бота сменился.</b> Теперь это { $name }. Ваша роль владельца закончилась; остальные ваши роли остались.
staff-owner-new = <b>Прежний владелец больше не владелец.</b> Он об этом узнал.

staff-told = Заметки, поддержка, предложения
staff-told-note = Заметка о беседе (её текст видят только кураторы)
staff-told-support = Предложена поддержка психолога
staff-told-referral = Вы предложили ученика { $date }
staff-leave-support = Поддержка психолога закончится, напоминаний о ней не будет.
