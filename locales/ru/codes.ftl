# Страница «Коды и имена»: открывается как файл, имена с компьютера не уходят.

codes-title = Коды и имена
codes-language = Русский
codes-promise = Страница работает без интернета: ни списки, ни имена, ни ключ никуда не отправляются. Ключ храните в школе, там же, где личные дела.
codes-passphrase = Пароль ключа, если он нужен
codes-key-locked = Ключ закрыт паролем. Напишите пароль ещё раз.
codes-key-odd = Это не файл ключа. Нужен тот, который вы сохранили на этой странице кнопкой «Сохранить ключ».
codes-file-broken = Файл не читается. Сохраните его заново в Excel или Word и попробуйте ещё раз.

codes-give = Шаг первый: дать коды
codes-give-why = Из списка класса получатся два файла: список без имён для бота и ключ, который остаётся у вас.
codes-give-file = Список: Excel или CSV
codes-give-paste = Или вставьте строки из Excel
codes-give-side = Кто в списке
codes-give-from = С какого номера начать, если коды уже есть
codes-give-key = Прежний ключ, чтобы коды не изменились
codes-give-go = Дать коды
codes-give-nobody = Имён в списке не видно. Нужен столбец с фамилией и именем.
codes-give-done = { $count ->
        [one] Готово: { $count } человек. Сохраните оба файла.
        [few] Готово: { $count } человека. Сохраните оба файла.
       *[many] Готово: { $count } человек. Сохраните оба файла.
    }
codes-give-save-list = Сохранить список для бота
codes-give-save-key = Сохранить ключ

codes-join = Шаг второй: подставить имена
codes-join-why = Таблица или бумага от бота и ваш ключ: получится та же таблица или бумага, но с именами.
codes-join-file = Файл от бота: Excel, CSV или Word
codes-join-key = Ключ
codes-join-go = Подставить имена
codes-join-choose = Нужны оба файла: от бота и ключ.
codes-join-done = { $count ->
        [one] Готово. В ключе { $count } человек.
        [few] Готово. В ключе { $count } человека.
       *[many] Готово. В ключе { $count } человек.
    }
codes-join-save = Сохранить с именами
codes-join-print = Напечатать

codes-side-mentee = Наставляемые
codes-side-mentor = Наставники
codes-side-staff = Сотрудники
codes-cell-mentee = наставляемый
codes-cell-mentor = наставник
codes-cell-staff = сотрудник
codes-column-number = №
codes-column-code = Код
codes-column-name = Имя
codes-column-class = Класс
codes-column-role = Роль

codes-words-name = фио|ф.и.о.|ф. и. о.|фамилия имя|фамилия, имя|фамилия имя отчество|ученик|учащийся|обучающийся|имя и фамилия|сотрудник|педагог
codes-words-family = фамилия
codes-words-given = имя
codes-words-patronymic = отчество
codes-words-class = класс|группа|класс или должность|класс / группа
codes-words-role = роль|кто
codes-words-mentee = наставляемый|ученик|студент|наставляемая
codes-words-mentor = наставник|наставница
codes-words-staff = сотрудник|ответственный

codes-link = Страница «Коды и имена»
codes-sent = Это страница «Коды и имена». Сохраните её на компьютер и откройте в браузере: интернет ей не нужен, имена из неё никуда не уходят.

    Она даёт людям из списка коды, а в таблицах и бумагах от бота ставит имена вместо кодов.
codes-missing = Страница ещё не собрана. Попросите того, кто ставил бота, собрать её.
