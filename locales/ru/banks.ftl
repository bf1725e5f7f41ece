banks-mentee =
    <b>Наставляемые</b> · { $programme }

    Всего: <b>{ $all }</b>, готовы к подбору: <b>{ $ready }</b>. { $form }

    { $shown }
banks-mentor =
    <b>Наставники</b> · { $programme }

    Всего: <b>{ $all }</b>, готовы к подбору: <b>{ $ready }</b>. { $form }

    { $shown }
banks-every-form = Показаны все формы.
banks-one-form = Форма: { $form }.
banks-empty = Пока никого нет. Пригласите людей — ссылкой или плакатом с QR-кодом.
banks-none = С таким отбором никого.
banks-tap = Нажмите на человека, чтобы открыть карточку.
banks-filter-all = Все
banks-filter-ready = Готовы
banks-filter-questionnaire = Без анкеты
banks-filter-consent = Без согласия
banks-filter-guardian = Ждём родителя
banks-filter-check = Не проверены
banks-short-ready = всё готово
banks-short-questionnaire = ждём анкету
banks-short-consent = ждём согласие
banks-short-guardian = ждём родителя
banks-short-check = проверьте
banks-other-form = Другая форма
banks-nudge-all = Напомнить об анкете: { $count }
banks-export = Выгрузить в Excel
banks-invite = Пригласить
banks-card =
    { $name }
    { $who }
    Форма: { $forms }

    { $marks }

    { $ready }
banks-who-mentee = Наставляемый
banks-who-mentor = Наставник
banks-mark-consent-done = ✅ Согласие есть
banks-mark-consent-waits = ⏳ Ждём согласие
banks-mark-consent-declined = ✖️ Согласия не дали
banks-mark-consent-withdrawn = ✖️ Согласие отозвано
banks-mark-guardian-done = ✅ Родитель согласен
banks-mark-guardian-waits = ⏳ Ждём ответа родителя
banks-mark-guardian-check = 👀 Родитель ответил, ждёт вашей проверки
banks-mark-guardian-declined = ✖️ Родитель не согласен
banks-mark-questionnaire-done = ✅ Анкета заполнена
banks-mark-questionnaire-open = ⏳ Анкета начата
banks-mark-questionnaire-none = ⏳ Анкета не начата
banks-mark-checked = ✅ Вы проверили
banks-mark-unchecked = ⏳ Проверьте сами: тот ли это человек, всё ли верно
banks-is-ready = <b>Можно подбирать пару.</b>
banks-not-ready = К подбору пока не готов: не хватает отмеченного.
banks-answers = Ответы
banks-check = Проверен — всё верно
banks-uncheck = Снять отметку «проверен»
banks-checked-toast = Отмечено: проверен
banks-unchecked-toast = Отметка снята
banks-nudge = Напомнить об анкете
banks-nudge-none = Напоминать некому: все ответили, или сегодня им уже напомнили. Чаще раза в день бот не пишет.
banks-nudge-one-ask = Напомнить об анкете: { $name }?
banks-nudge-many-ask = { $count ->
        [one] Напомнить об анкете { $count } человеку?
       *[other] Напомнить об анкете { $count } людям?
    }
banks-nudge-text = Бот напишет, что анкета ещё не отправлена, и предложит продолжить с того же места.
banks-nudge-go = Да, напомнить
banks-nudge-planned = Напомним.
banks-guardian-link = Ссылка для родителя
banks-guardian-check = Проверить, кто ответил
banks-answers-of =
    <b>Ответы: { $name }</b>

    { $lines }
banks-refused = { people-refused }
banks-export-toast = Готовим файл. Он придёт отдельным сообщением.
banks-exported = Готово: таблица во вложении. В ней ответы людей — храните её там, где посторонние не увидят.
banks-export-failed = Таблицу собрать не получилось. Попробуйте ещё раз через пару минут.
banks-file-mentee = Наставляемые
banks-file-mentor = Наставники
banks-nudged =
    Куратор напоминает об анкете: она ещё не отправлена.

    Нажмите — и продолжим с того места, где остановились.
banks-nudged-go = Продолжить
banks-sheet-all = Список
banks-sheet-answers = Ответы { $number }
banks-column-number = №
banks-column-code = Код
banks-column-name = Имя
banks-column-class = Класс или должность
banks-column-form = Форма наставничества
banks-column-consent = Согласие
banks-column-guardian = Родитель
banks-column-questionnaire = Анкета
banks-column-checked = Проверен куратором
banks-column-ready = Готов к подбору
banks-cell-yes = да
banks-cell-no = нет
banks-cell-consent-done = есть
banks-cell-consent-waits = ждём
banks-cell-consent-declined = не согласен
banks-cell-consent-withdrawn = отозвано
banks-cell-guardian-done = согласен
banks-cell-guardian-waits = ждём
banks-cell-guardian-check = ждёт проверки
banks-cell-guardian-declined = не согласен
banks-cell-guardian-notNeeded = не требуется
banks-cell-questionnaire-done = заполнена
banks-cell-questionnaire-open = начата
banks-cell-questionnaire-none = не начата
banks-link-mentee = Наставляемые
banks-link-mentor = Наставники
banks-name = Исправить имя
banks-name-first = Указать имя
banks-name-ask =
    <b>{ $name }</b>: как правильно записать имя?

    Напишите фамилию, имя и отчество, например: <i>Иванова Мария Петровна</i>. Если у человека есть чат с ботом, об этом придёт сообщение.
banks-name-hint = Фамилия Имя Отчество
banks-name-odd-empty = Имени я здесь не вижу. Напишите его словами: <i>Иванова Мария Петровна</i>.
banks-name-odd-long = Это слишком длинно для имени: одно слово — не больше 80 знаков.
banks-name-odd-sentence = Похоже на целую фразу. Напишите только фамилию, имя и отчество.
banks-name-odd-command = Такой команды нет, а сейчас я жду имя: <i>Иванова Мария Петровна</i>.
banks-name-odd-codes = У этого человека вместо имени — код, поэтому имя бот не хранит.
banks-renamed = Куратор исправил, как записано ваше имя. Что хранит бот, видно по команде /privacy.
banks-year = Исправить год рождения
banks-year-ask =
    <b>{ $name }</b>: какой год рождения верный?

    Напишите его числом, например 2012. От года зависит, чьё согласие нужно: если что-то изменится, бот попросит его заново.
banks-year-odd = Такого года рождения быть не может. Напишите год числом, например 2012.
banks-answer-whole = Ответ { $number } целиком
banks-name-and-code = <b>{ $name }</b> · { $code }
banks-code-only = <b>{ $code }</b>
banks-who-mentee-in = Наставляемый, { $className }
banks-who-mentor-in = Наставник, { $className }

banks-more = Ещё…
banks-more-of = { $name }: что сделать?
