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
    }. Можешь прерваться: ответы сохраняются сразу.

    👁 { $whoSees }
questionnaires-how-many = Можно выбрать несколько. Потом нажми «Готово».
questionnaires-how-many-max = Можно выбрать до { $max }. Потом нажми «Готово».
questionnaires-how-text = Напиши ответ сообщением.
questionnaires-how-number = Напиши число.
questionnaires-how-date = Напиши дату, например 14.05.2012.
questionnaires-how-other = Нет своего варианта? Напиши его сообщением.
questionnaires-personal = Не пиши, пожалуйста, чужие имена, телефоны и диагнозы.
questionnaires-review = <b>Проверь ответы</b>
questionnaires-review-how = Хочешь что-то поправить — нажми номер вопроса. Всё верно — отправляй.
questionnaires-sent =
    Спасибо, ответы отправлены!

    Куратор прочитает их и найдёт тебе наставника. Когда будет новость, бот напишет сюда.

    До начала встреч ответы можно поправить.
questionnaires-sent-mentor =
    Спасибо, ответы отправлены!

    Куратор прочитает их и предложит, кому ты сможешь помочь. Когда будет новость, бот напишет сюда.

    До начала встреч ответы можно поправить.
questionnaires-paused =
    Хорошо, продолжим, когда тебе удобно. Все ответы сохранены ({ $at } из { $of }).

    Чтобы вернуться, нажми кнопку или отправь /start.
questionnaires-hint-text = Напиши, пожалуйста, ответ словами.
questionnaires-hint-text-long = Получилось длинно: { $length ->
        [one] { $length } символ
        [few] { $length } символа
       *[many] { $length } символов
    }, а поместится { $max }. Сократи, пожалуйста, — вопрос ждёт.
questionnaires-hint-date = Не получилось прочитать дату. Напиши, например, так: 14.05.2012.
questionnaires-hint-date-year = Добавь, пожалуйста, год: например, 14.05.2012.
questionnaires-hint-yesno = Ответь «да» или «нет» — кнопкой или словом.
questionnaires-hint-one = Выбери один вариант кнопкой или напиши его номер.
questionnaires-hint-many = Выбери варианты кнопками или напиши их номера через запятую.
questionnaires-hint-many-few = { $min ->
        [1] Выбери хотя бы один вариант.
        [one] Выбери хотя бы { $min } вариант.
        [few] Выбери хотя бы { $min } варианта.
       *[many] Выбери хотя бы { $min } вариантов.
    }
questionnaires-hint-many-most = { $max ->
        [one] Можно выбрать не больше { $max } варианта.
       *[other] Можно выбрать не больше { $max } вариантов.
    } Сними лишнюю отметку.
questionnaires-hint-other = Напиши свой вариант сообщением.
questionnaires-hint-other-long = Свой вариант — до { $max } символов. Сократи, пожалуйста.
questionnaires-hint-scale = Выбери число от 1 до { $max }.
questionnaires-hint-frequency = Выбери один из вариантов кнопкой.
