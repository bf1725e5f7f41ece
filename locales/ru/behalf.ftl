# Поиск людей и всё, что куратор делает за человека: со слов, по бумаге, лично.

behalf-search-mentee = наставляемый
behalf-search-mentor = наставник
behalf-search-many = { $total ->
        [one] Нашёлся { $total } человек.
        [few] Нашлось { $total } человека.
       *[many] Нашлось { $total } человек.
    } Кого открыть?
behalf-search-more = Нашлось { $total }, показываю первых { $shown }. Чтобы сузить, добавьте имя.
behalf-search-none =
    По запросу «{ $text }» никого не нашлось.

    Можно написать фамилию, имя или код — например, «Иванова», «Маша Иванова», «Y-07». Хватит начала слова, а одна опечатка не помешает.
behalf-search-none-codes =
    По запросу «{ $text }» никого не нашлось.

    Имён здесь нет: программа идёт по кодам. Напишите код — например, «Y-07» или «H-02».

behalf-person =
    <b>{ $name }</b>
    { $who }

    Что внести?
behalf-to-person = К человеку

behalf-link-words = Заполнить анкету с его слов
behalf-link-paper = Заполнить анкету по бумаге
behalf-link-consent = Внести согласие с бумаги
behalf-link-papers = Напечатать анкеты
behalf-link-table = Внести заполненные анкеты
behalf-link-tell = Кому сказать лично

behalf-consent-no-year = Чтобы понять, чья подпись нужна, надо знать год рождения участника <b>{ $name }</b>. Укажите его на карточке: «Ещё…» → «Исправить год рождения».
behalf-consent-who-child =
    <b>Согласие с бумаги</b> · { $name }

    Участнику ещё нет 14 лет: согласие подписывает законный представитель. Кто подписал?

    Внести можно только то, что подписано. Сказанного на словах для закона мало: без подписи школа ничего не докажет.
behalf-consent-who-teen =
    <b>Согласие с бумаги</b> · { $name }

    Нужны две подписи: самого участника и законного представителя. Чью вносим сейчас?

    Внести можно только то, что подписано. Сказанного на словах для закона мало: без подписи школа ничего не докажет.
behalf-consent-who-adult =
    <b>Согласие с бумаги</b> · { $name }

    Участнику есть 18 лет: он подписывает сам.

    Внести можно только то, что подписано. Сказанного на словах для закона мало: без подписи школа ничего не докажет.
behalf-consent-self = Сам участник
behalf-consent-guardian = Представитель: { $name }
behalf-consent-guardian-nameless = Представитель { $number }
behalf-consent-new = Другой законный представитель
behalf-consent-date = Какая дата стоит на бумаге? Нажмите или напишите, например 14.11.2026.
behalf-consent-date-date = Дату не разобрать. Напишите её так: 14.11.2026.
behalf-consent-date-future = Этот день ещё не наступил. Посмотрите, какая дата стоит на бумаге.
behalf-consent-today = Сегодня
behalf-consent-yesterday = Вчера
behalf-consent-by-self = сам участник
behalf-consent-by-guardian = законный представитель
behalf-consent-by-named = законный представитель, { $name }
behalf-consent-decision =
    <b>Что стоит на бумаге?</b>

    Участник: { $name }
    Подписал: { $signatory }
    Дата: { $on }

    Нажимая, вы подтверждаете: подписанная бумага лежит в папке программы. В журнале будет видно, кто её внёс и когда.
behalf-consent-agreed = Согласен — бумага в папке
behalf-consent-declined = Не согласен — бумага в папке
behalf-consent-entered = Внесено. В журнале согласий стоит дата бумаги и то, что внесли её вы.
behalf-consent-already = Это уже внесено.
behalf-consent-older = Этот человек ответил позже, чем подписана бумага: { $since }. Его последний ответ остаётся.
behalf-consent-future = Этот день ещё не наступил. Посмотрите, какая дата стоит на бумаге.
behalf-consent-notAsked = В этом возрасте такая подпись не нужна.
behalf-guardian-name =
    Внесено. Как зовут этого законного представителя? Напишите фамилию, имя и отчество, как на бумаге: по имени вы узнаете его в журнале.

    Можно не писать.
behalf-guardian-odd = Напишите только фамилию, имя и отчество — например, «Лугова Анна Петровна».
behalf-guardian-hint = Фамилия Имя Отчество
behalf-guardian-skip = Без имени

behalf-papers =
    <b>Анкеты на бумаге</b> · { $title }

    Напечатаю чистую анкету каждому, кто свою ещё не отправил. Имён на листах нет — только код, он стоит на каждой странице.

    Вместе с ними пришлю таблицу: в неё удобно внести сразу все заполненные анкеты.
behalf-papers-mentee = Для наставляемых
behalf-papers-mentor = Для наставников
behalf-papers-toast = Готовлю. Файлы придут отдельными сообщениями.
behalf-ready-paper = Анкеты готовы: напечатайте и раздайте по кодам.
behalf-ready-table = А это таблица для заполненных анкет. Одна строка — один код; что можно писать в клетках, сказано на листе «Подсказка». Готовую пришлите через «Внести заполненные анкеты».
behalf-ready-failed-nobody = Печатать некому: все уже отправили анкеты, или людей пока нет.
behalf-ready-failed-other = Не получилось подготовить анкеты. Попробуйте ещё раз; если повторится, скажите владельцу бота.
behalf-file-paper = Анкеты
behalf-file-table = Таблица для анкет
behalf-paper-title = Анкеты: { $title }
behalf-paper-how = Ваш код: { $code }. Имя писать не нужно: анкету узнают по коду. Отметьте подходящее или напишите ответ на линейках.
behalf-paper-head = { $title }
behalf-paper-other = Своё:
behalf-paper-many = Можно отметить несколько.
behalf-paper-conditional = Если к вам не относится, пропустите.
behalf-paper-optional = Можно не отвечать.
behalf-table-sheet = Анкета { $number }
behalf-table-help = Подсказка { $number }
behalf-table-code = Код
behalf-table-number = Вопрос №
behalf-table-question = Вопрос
behalf-table-how = Что писать в клетке
behalf-table-write-text = Ответ словами
behalf-table-write-number = Число
behalf-table-write-date = Дату, например 14.05.2012
behalf-table-many = Можно несколько номеров через запятую
behalf-table-other = Своё — словами
behalf-table-ask =
    <b>Заполненные анкеты</b> · { $title }

    Пришлите файлом таблицу (.xlsx), которую я дал вместе с анкетами. Сначала покажу, что понял; внесу только после вашего «да».
behalf-table-bad-not-file = Здесь нужен файл с таблицей (.xlsx). Пришлите его, пожалуйста.
behalf-table-bad-empty = В этом файле пусто. Пришлите заполненную таблицу.
behalf-table-bad-tooBig = Файл слишком большой. Пришлите ту таблицу, которую я дал вместе с анкетами.
behalf-table-bad-broken = Файл не открывается: похоже, он повреждён. Сохраните таблицу ещё раз и пришлите снова.
behalf-table-bad-unsafe = Этот файл устроен подозрительно, открывать его не буду. Сохраните таблицу заново в Excel и пришлите снова.
behalf-table-bad-locked = Таблица закрыта паролем. Сохраните её без пароля и пришлите снова.
behalf-table-bad-wrongType = Это не таблица .xlsx. Старый .xls откройте в Excel и сохраните как .xlsx.
behalf-table-bad-noCodes = В таблице нет столбца «Код» — по нему я узнаю, чья анкета. Возьмите таблицу, которую я дал вместе с анкетами.
behalf-table-preview =
    { $count ->
        [one] Понял { $count } строку.
        [few] Понял { $count } строки.
       *[many] Понял { $count } строк.
    } Целиком заполнены: { $whole }, они будут отправлены. Не до конца: { $part }, они останутся открытыми.

    Пока ничего не внесено.
behalf-table-nothing = Внести из этой таблицы нечего.
behalf-table-troubles = <b>Чего не внесу:</b>
behalf-table-troubles-more = … и ещё { $count }.
behalf-trouble-cell = строка { $row }, вопрос { $question }: { $why }
behalf-trouble-code = строка { $row }: кода «{ $code }» в программе нет
behalf-trouble-twice = строка { $row }: код «{ $code }» уже был выше
behalf-trouble-sent = строка { $row }, { $code }: анкета уже отправлена, она останется как есть
behalf-trouble-consent = строка { $row }, { $code }: сначала нужно согласие
behalf-trouble-kept = строка { $row }, вопрос { $question }: человек ответил сам и иначе, его ответ останется
behalf-trouble-column = столбец «{ $title }»: такого вопроса в анкете нет
behalf-table-apply = Внести: { $count }
behalf-table-drop = Не вносить
behalf-table-again = Прислать другую таблицу
behalf-table-applied = { $sent ->
        [0] Готово.
        [one] Готово: внесена и отправлена { $sent } анкета.
        [few] Готово: внесены и отправлены { $sent } анкеты.
       *[many] Готово: внесены и отправлены { $sent } анкет.
    } У кого есть чат, узнают об этом от бота.
behalf-table-applied-open = Не до конца заполнены и остались открытыми: { $open }.
behalf-table-applied-skipped = Пока вы смотрели, изменились и оставлены как есть: { $skipped }.
behalf-table-people = К наставляемым
behalf-table-dropped = Хорошо, ничего не внесено. Файл удалён.
behalf-table-gone = Этой таблицы уже нет: она внесена, отменена или лежала больше суток.

behalf-entered-words = Куратор внёс ваши ответы на анкету с ваших слов. Их можно посмотреть и поправить, пока анкета не закрыта.
behalf-entered-paper = Куратор внёс ваши ответы с бумажной анкеты. Их можно посмотреть и поправить, пока анкета не закрыта.
behalf-entered-look = Посмотреть ответы

behalf-tell = { $count ->
        [0] <b>Кому сказать лично</b>: всем уже сказали.
        [one] <b>Кому сказать лично</b>: { $count } человек. До него бот не доходит.
        [few] <b>Кому сказать лично</b>: { $count } человека. До них бот не доходит.
       *[many] <b>Кому сказать лично</b>: { $count } человек. До них бот не доходит.
    }
behalf-tell-nobody = Говорить лично некому: бот доходит до всех, кому есть что сказать.
behalf-tell-class = <b>{ $className }</b>
behalf-tell-no-class = <b>Без класса</b>
behalf-tell-line = • { $name } ({ $chat }): { $what }
behalf-tell-line-told = • <s>{ $name }</s> — сказано { $on }
behalf-tell-line-told-by = • <s>{ $name }</s> — { $on } сказал(а) { $by }
behalf-tell-chat-none = без чата
behalf-tell-chat-lost = бот не доходит
behalf-tell-consent = ждём согласия
behalf-tell-guardian = ждём согласия родителя
behalf-tell-questionnaire = ждём анкету
behalf-tell-missed = сообщения бота не дошли
behalf-tell-done = Сказано: { $name }
behalf-tell-toast = Отметил: сказано.
behalf-weekly =
    { $count ->
        [one] На этой неделе { $count } человеку
        [few] На этой неделе { $count } людям
       *[many] На этой неделе { $count } людям
    } из программы «{ $title }» надо сказать лично: бот до них не доходит.
behalf-weekly-open = Кому и что сказать
