# Отмена сделанного и история.

deeds-today = сегодня в { $time }
deeds-tomorrow = завтра в { $time }
deeds-on = { $date } в { $time }
deeds-nobody = Никому об этом не пишем.
deeds-tell = { $count ->
        [one] Узнает { $count } человек: { $moment }.
        [few] Узнают { $count } человека: { $moment }.
       *[many] Узнают { $count } человек: { $moment }.
    }
deeds-until-then = До этого можно отменить.
deeds-until = Отменить можно до: { $moment }.
deeds-undo = ↩️ Отменить
deeds-undone = Отменено. Никто об этом не узнал.
deeds-moved = Отменять уже нечего: с тех пор всё изменилось.
deeds-over = Время для отмены прошло.
deeds-late = { $more ->
        [0] Отменить уже нельзя: сообщение ушло. Знают: { $names }.
       *[other] Отменить уже нельзя: сообщения ушли. Знают: { $names } и ещё { $more }.
    }
deeds-late-count = { $count ->
        [one] Отменить уже нельзя: сообщение ушло, о нём знает { $count } человек.
        [few] Отменить уже нельзя: сообщения ушли, о них знают { $count } человека.
       *[many] Отменить уже нельзя: сообщения ушли, о них знают { $count } человек.
    }

deeds-history-link = История
deeds-history = <b>История</b> · { $heading }
deeds-history-empty = Пока ничего не происходило.
deeds-history-line =
    <i>{ $on }, { $time }</i>
    { $who }: { $what }{ $change }{ $whom }
deeds-history-change = : { $from } → { $to }
deeds-history-value = : { $to }
deeds-history-for = {" "}({ $name })
deeds-history-bot = бот
deeds-history-owner = владелец бота
deeds-history-erased = кто-то, чьи данные удалены

deeds-act-birth-year = указан год рождения
deeds-act-birth-year-corrected = исправлен год рождения
deeds-act-checked = отмечено «проверен»
deeds-act-consent-agreed = дано согласие
deeds-act-consent-declined = в согласии отказано
deeds-act-consent-withdrawn = согласие отозвано
deeds-act-created = создано
deeds-act-exported = выгружена таблица
deeds-act-guardian-confirmed = подтверждено: законный представитель
deeds-act-invited = сделана ссылка-приглашение
deeds-act-joined = пришёл человек
deeds-act-name-corrected = исправлено имя
deeds-act-named = указано имя
deeds-act-nudged = напоминание об анкете, человек
deeds-act-reactivated = участие возобновлено
deeds-act-refused = попытка без права
deeds-act-revoked = ссылка отозвана
deeds-act-roadmap-kept = принят файл дорожной карты
deeds-act-set-address = изменено обращение к ученикам
deeds-act-set-forms = изменены формы наставничества
deeds-act-set-intake = изменён размер анкеты
deeds-act-set-naming = изменено, как показываются имена
deeds-act-set-period = изменены сроки программы
deeds-act-set-title = изменено название программы
deeds-act-stopped = участие остановлено
deeds-act-succeeded = дела переданы
deeds-act-unchecked = отметка «проверен» снята
deeds-act-undone = последнее действие отменено, пока о нём никто не узнал
deeds-act-accepted = предложение об ученике принято
deeds-act-answered = внесён ответ анкеты
deeds-act-consents-exported = выгружен журнал согласий
deeds-act-declined = предложение об ученике отклонено
deeds-act-deputy-asked = попрошен заместитель на время
deeds-act-entering = анкета заполняется за человека
deeds-act-erasure-asked = запрошено удаление данных
deeds-act-guardian-checked = проверено: законный представитель
deeds-act-guardian-unknown = законный представитель не подтверждён
deeds-act-lead-named = назначен ведущий куратор
deeds-act-list-added = добавлен список
deeds-act-list-corrected = список исправлен
deeds-act-list-exported = выгружен список
deeds-act-list-removed = список убран
deeds-act-merged = две записи об одном человеке объединены
deeds-act-new-link = выдана новая личная ссылка
deeds-act-new-phone = вход с нового телефона
deeds-act-not-listed = отмечено: нет в списке
deeds-act-note-kept = записана беседа
deeds-act-papers = напечатаны бланки
deeds-act-papers-entered = внесены бумажные анкеты
deeds-act-paused = участие на паузе
deeds-act-permission-ended = право снято
deeds-act-permitted = дано право
deeds-act-proposed = предложено участие
deeds-act-quieted = бот сам больше не пишет
deeds-act-resumed = работа возобновлена
deeds-act-sent = анкета отправлена
deeds-act-set-erasure = изменён срок удаления данных
deeds-act-set-phone = указан телефон школы
deeds-act-set-site = указан сайт школы
deeds-act-slips = напечатаны листочки со ссылками
deeds-act-todo-done = дело отмечено сделанным
deeds-act-told = отмечено: сказано лично
deeds-act-unanswered = ответ анкеты убран
deeds-act-unquieted = бот снова пишет сам
deeds-act-absence-ended = замещение закончено
deeds-act-deputy-accepted = заместитель согласился
deeds-act-deputy-declined = заместитель не смог
deeds-act-note-erased = запись беседы удалена
deeds-act-support-ended = поддержка завершена
deeds-act-support-moved = перенесена дата, когда посмотреть снова
deeds-act-support-offered = предложена поддержка
deeds-act-other = изменение

deeds-value-full = полностью
deeds-value-initial = имя и буква
deeds-value-code = код
deeds-value-vy = на «вы»
deeds-value-ty = на «ты»
deeds-value-short = короткая
deeds-value-usual = обычная
deeds-value-own = своя форма
