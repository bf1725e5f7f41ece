questionnaires-intro =
    <b>{ $title }</b>

    { $intro }

    { $questions ->
        [one] { $questions } вопрос
        [few] { $questions } вопроса
       *[many] { $questions } вопросов
    }, примерно { $minutes ->
        [one] { $minutes } минута
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    }. Можно прерваться: ответы сохраняются сразу.

    👁 { $whoSees }
questionnaires-begin = Начать
questionnaires-head = <b>{ $at } из { $of }</b> · { $section }
questionnaires-ask = <b>{ $question }</b>
questionnaires-help = <i>{ $help }</i>
questionnaires-ends = 1 — { $low }, { $max } — { $high }.
questionnaires-how-many = Можно выбрать несколько. Потом нажмите «Готово».
questionnaires-how-many-max = Можно выбрать до { $max }. Потом нажмите «Готово».
questionnaires-how-text = Напишите ответ сообщением.
questionnaires-how-number = Напишите число.
questionnaires-how-date = Напишите дату, например 14.05.2012.
questionnaires-how-other = Своего варианта нет? Напишите его сообщением.
questionnaires-personal = Не пишите, пожалуйста, чужие имена, телефоны и диагнозы.
questionnaires-now = Сейчас: { $answer }
questionnaires-keep = Оставить так
questionnaires-known = Как раньше: { $answer }
questionnaires-done = Готово →
questionnaires-pause = Прервусь
questionnaires-to-review = ← К проверке
questionnaires-review = <b>Проверьте ответы</b>
questionnaires-line = { $number }. { $question } — <b>{ $answer }</b>
questionnaires-line-missing = <i>нужен ответ</i>
questionnaires-line-empty = <i>без ответа</i>
questionnaires-review-how = Хотите что-то поправить — нажмите номер вопроса. Всё верно — отправляйте.
questionnaires-send = Отправить
questionnaires-incomplete = { $count ->
        [one] Остался { $count } вопрос без ответа: он отмечен.
        [few] Осталось { $count } вопроса без ответа: они отмечены.
       *[many] Осталось { $count } вопросов без ответа: они отмечены.
    }
questionnaires-sent =
    Спасибо, ответы отправлены!

    Куратор прочитает их и подберёт наставника. Когда будет новость, бот напишет сюда.

    До начала работы ответы можно поправить.
questionnaires-sent-mentor =
    Спасибо, ответы отправлены!

    Куратор прочитает их и предложит, кому вы могли бы помочь. Когда будет новость, бот напишет сюда.

    До начала работы ответы можно поправить.
questionnaires-reopen = Поправить ответы
questionnaires-paused =
    Хорошо, продолжим, когда будет удобно. Все ответы сохранены ({ $at } из { $of }).

    Чтобы вернуться, нажмите кнопку или отправьте /start.
questionnaires-resume = Продолжить с вопроса { $at } из { $of }
questionnaires-resume-review = К проверке ответов
questionnaires-continue =
    Анкета начата и ждёт: <b>{ $title }</b>.

    Готово { $at } из { $of }. Продолжим?
questionnaires-words-only = Здесь нужен ответ словами или кнопкой. Голос, фото и файлы бот в анкете не читает.
questionnaires-not-now = Пока отвечать нельзя: ещё не все согласия на месте. Отправьте /start — бот покажет, кого ждём.
questionnaires-kept = { $count ->
        [one] { $count } ответ на вопросы анкет
        [few] { $count } ответа на вопросы анкет
       *[many] { $count } ответов на вопросы анкет
    }
questionnaires-closed = Эта анкета уже закрыта. Ответы сохранены, изменить их может куратор.
questionnaires-refused = { people-refused }
questionnaires-hint-required = На этот вопрос нужен ответ.
questionnaires-hint-text = Напишите, пожалуйста, ответ словами.
questionnaires-hint-text-short = Чуть подробнее: нужно хотя бы { $min ->
        [one] { $min } символ
        [few] { $min } символа
       *[many] { $min } символов
    }.
questionnaires-hint-text-long = Получилось длинно: { $length ->
        [one] { $length } символ
        [few] { $length } символа
       *[many] { $length } символов
    }, а поместится { $max }. Сократите, пожалуйста, — вопрос ждёт.
questionnaires-hint-number = Нужно число цифрами.
questionnaires-hint-number-whole = Нужно целое число, без дробей.
questionnaires-hint-number-low = Нужно число не меньше { $min }.
questionnaires-hint-number-high = Нужно число не больше { $max }.
questionnaires-hint-date = Не получилось прочитать дату. Напишите, например, так: 14.05.2012.
questionnaires-hint-date-year = Добавьте, пожалуйста, год: например, 14.05.2012.
questionnaires-hint-date-early = Нужна дата не раньше { $min }.
questionnaires-hint-date-late = Нужна дата не позже { $max }.
questionnaires-hint-yesno = Ответьте «да» или «нет» — кнопкой или словом.
questionnaires-hint-one = Выберите один вариант кнопкой или напишите его номер.
questionnaires-hint-many = Выберите варианты кнопками или напишите их номера через запятую.
questionnaires-hint-many-few = { $min ->
        [1] Выберите хотя бы один вариант.
        [one] Выберите хотя бы { $min } вариант.
        [few] Выберите хотя бы { $min } варианта.
       *[many] Выберите хотя бы { $min } вариантов.
    }
questionnaires-hint-many-most = { $max ->
        [one] Можно выбрать не больше { $max } варианта.
       *[other] Можно выбрать не больше { $max } вариантов.
    } Снимите лишнюю отметку.
questionnaires-hint-other = Напишите свой вариант сообщением.
questionnaires-hint-other-long = Свой вариант — до { $max } символов. Сократите, пожалуйста.
questionnaires-hint-scale = Выберите число от 1 до { $max }.
questionnaires-hint-frequency = Выберите один из вариантов кнопкой.
questionnaires-whole =
    <b>{ $question }</b>

    { $answer }
questionnaires-behalf-words = ✍️ Вы отвечаете за участника: <b>{ $name }</b>, с его слов.
questionnaires-behalf-paper = ✍️ Вы отвечаете за участника: <b>{ $name }</b>, по бумаге.
questionnaires-behalf-goes-on = { $count ->
        [one] Уже есть { $count } ответ: он на месте, продолжаем.
        [few] Уже есть { $count } ответа: они на месте, продолжаем.
       *[many] Уже есть { $count } ответов: они на месте, продолжаем.
    }
questionnaires-behalf-sent =
    Готово: анкета участника <b>{ $name }</b> внесена и отправлена.

    Если у него есть чат с ботом, он увидит, что ответы внесли вы, и сможет их поправить.
questionnaires-behalf-card = К карточке
questionnaires-behalf-not-yet = Пока отвечать за этого участника нельзя: нужно согласие. Если оно подписано на бумаге, внесите его с карточки: «Ещё…» → «Внести согласие с бумаги».

questionnaires-told = Анкеты и ответы
questionnaires-told-sent = отправлена { $on }
questionnaires-told-begun = начата { $on }, не отправлена
questionnaires-leaving = Анкета закроется (сейчас { $at } из { $of }); ответы сохранятся, и при возвращении она продолжится с того же места.
