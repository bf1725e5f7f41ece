# Остановка, пауза, возвращение, удаление данных и список дел куратора.

leaving-refused = { people-refused }

leaving-mine-button = ⏸ Пауза или остановка участия
leaving-mine = <b>Участие в программах</b>

    Выберите, о чём речь.
leaving-mine-none = Сейчас вы ни в чём не участвуете: останавливать нечего.
leaving-mine-own = { $programme }
leaving-mine-ward = { $name } — { $programme }

leaving-state-active = Участие идёт.
leaving-state-paused = ⏸ Пауза, пока без даты.
leaving-state-paused-until = ⏸ Пауза до { $on }.
leaving-state-stopped = Участие остановлено { $on }.
leaving-state-erasing = Согласие отозвано. Данные будут удалены { $on }; до этого дня можно вернуться новым согласием.

leaving-of-self = <b>{ $programme }</b>
    { $state }

    Можно сделать паузу или остановить участие. Объяснять причину не нужно.
leaving-of-guardian = <b>{ $name }</b>
    Программа «{ $programme }». { $state }

    Участие ребёнка можно поставить на паузу или остановить. Объяснять причину не нужно.
leaving-of-curator = <b>{ $name }</b>
    Программа «{ $programme }». { $state }

    Сначала я покажу, что изменится и кто об этом узнает.

leaving-pause-self = Сделать паузу
leaving-pause-guardian = Сделать паузу
leaving-pause-curator-mentee = Участника временно не будет
leaving-pause-curator-mentor = Наставника временно не будет
leaving-stop-self = Остановить участие
leaving-stop-guardian = Ребёнок выбывает
leaving-stop-curator-mentee = Участник выбывает
leaving-stop-curator-mentor = Наставник уходит
leaving-back-self = Вернуться
leaving-back = Вернуть
leaving-no = Оставить как есть

leaving-pause = <b>До какого дня пауза?</b>

    Выберите день или напишите дату, например 12.12. Программа идёт до { $ends }.
leaving-pause-odd = Такой день не подходит: нужна дата позже сегодняшней и не позже { $ends }, например 12.12.

    До какого дня пауза?
leaving-pause-hint = Например: 12.12
leaving-pause-until = До { $on }
leaving-pause-open = Пока не знаю

leaving-ask-stopped-self = <b>Остановить участие?</b>
    Программа «{ $programme }».

    { $touches }
leaving-ask-stopped-guardian = <b>{ $name }: остановить участие?</b>
    Программа «{ $programme }».

    { $touches }
leaving-ask-stopped-curator = <b>{ $name }: остановить участие?</b>
    Программа «{ $programme }».

    { $touches }
leaving-ask-paused-self = <b>Сделать паузу?</b>
    Программа «{ $programme }».

    { $touches }
leaving-ask-paused-guardian = <b>{ $name }: сделать паузу?</b>
    Программа «{ $programme }».

    { $touches }
leaving-ask-paused-curator = <b>{ $name }: сделать паузу?</b>
    Программа «{ $programme }».

    { $touches }

leaving-touch-quiet-stopped = Вопросов и напоминаний больше не будет.
leaving-touch-quiet-paused = Пока идёт пауза, вопросов и напоминаний не будет.
leaving-touch-quiet-until = До { $on } вопросов и напоминаний не будет.
leaving-touch-kept = Всё, что уже сделано, сохранится.
leaving-touch-told-self = Куратор узнает об этом { $when }. Причину я не спрашиваю и никому не называю.
leaving-touch-told-self-guardian = Куратор и родитель узнают об этом { $when }. Причину я не спрашиваю и никому не называю.
leaving-touch-told-guardian = Ребёнок и куратор узнают об этом { $when }. Причину я не спрашиваю и никому не называю.
leaving-touch-told-curator = { $name }: сообщение придёт { $when }, короткое и без причины.
leaving-touch-told-curator-guardian = { $name } и родитель: сообщение придёт { $when }, короткое и без причины.
leaving-touch-return-stopped-self = Вернуться можно: попросите у куратора новую ссылку.
leaving-touch-return-stopped-guardian = Вернуться можно: напишите куратору.
leaving-touch-return-stopped-curator = Вернуть можно здесь же, кнопкой «Вернуть».
leaving-touch-return-until = Пауза закончится сама после { $on }. Раньше — кнопкой «Вернуться».
leaving-touch-return-open = Вернуться можно в любой день, одной кнопкой.

leaving-yes-stopped = Да, остановить
leaving-yes-paused = Да, пауза
leaving-yes-until = Да, пауза до { $on }

leaving-done-stopped-self = ✅ <b>{ $programme }</b>

    { $lines }
leaving-done-stopped-guardian = ✅ <b>{ $name }</b>

    { $lines }
leaving-done-stopped-curator = ✅ <b>{ $name }</b>

    { $lines }
leaving-done-paused-self = ✅ <b>{ $programme }</b>

    { $lines }
leaving-done-paused-guardian = ✅ <b>{ $name }</b>

    { $lines }
leaving-done-paused-curator = ✅ <b>{ $name }</b>

    { $lines }
leaving-done-told = Другие узнают { $when }. До этого можно отменить, и никто ничего не узнает.
leaving-when-soon = через минуту
leaving-when-today = сегодня в { $time }
leaving-when-tomorrow = завтра в { $time }
leaving-undo = ↩️ Отменить

leaving-returned-self = С возвращением!
leaving-returned-guardian = ✅ { $name }: участие снова идёт.
leaving-returned-curator = ✅ { $name }: участие снова идёт.

leaving-resting = <b>{ $programme }</b>
    { $state }

    Сейчас я ничего не спрашиваю и не напоминаю. Всё, что сделано, на месте.

leaving-told-stopped-self = Участие в программе «{ $programme }» остановлено. Вопросов и напоминаний не будет. Захотите вернуться — напишите куратору.
leaving-told-stopped-ward = { $name }: участие в программе «{ $programme }» остановлено. Вопросы можно задать куратору.
leaving-told-paused-self = В программе «{ $programme }» у вас пауза. Пока она идёт, я ничего не спрошу.
leaving-told-paused-ward = { $name }: в программе «{ $programme }» пауза. Пока она идёт, вопросов и напоминаний не будет.
leaving-told-paused-until-self = В программе «{ $programme }» у вас пауза до { $on }. До этого дня я ничего не спрошу.
leaving-told-paused-until-ward = { $name }: в программе «{ $programme }» пауза до { $on }.
leaving-told-returned-self = Программа «{ $programme }» для вас снова идёт. Рады вас видеть!
leaving-told-returned-ward = { $name }: программа «{ $programme }» снова идёт.
leaving-told-go = Посмотреть

leaving-card = Пауза, уход, возвращение
leaving-todos-button = 📝 Что сделать
leaving-todos-count = 📝 Что сделать ({ $count })
leaving-todos = <b>Что сделать</b>
    { $programme }
leaving-todos-none = Сейчас ничего не ждёт.
leaving-todos-how = Готово — нажмите номер.
leaving-todos-more = …и ещё { $count }
leaving-todo-line = { $number }. { $what } <i>{ $when }</i>
leaving-todo-until = до { $on }
leaving-todo-waits = { $days ->
        [one] ждёт { $days } день
        [few] ждёт { $days } дня
       *[many] ждёт { $days } дней
    }
leaving-todo-teacher = { $name }: сказать классному руководителю.
leaving-todo-lists = { $name }: отметить в списках и приказе школы.
leaving-todo-substitute = { $name }: решить, кто заменит.
leaving-todo-come-back = { $name }: спросить, что нужно для возвращения.
leaving-todo-papers = { $name }: убрать бумаги и файлы с данными вне бота.
leaving-todo-nobody = Участник, чьи данные удалены
leaving-todo-notice = <b>Есть что сделать</b>
    Программа «{ $programme }»

    { $lines }
leaving-done-toast = Отмечено
leaving-away = <b>Кто на паузе и кто ушёл</b>
    { $lines }
leaving-away-paused = • { $name }: пауза до { $on }
leaving-away-paused-open = • { $name }: пауза без даты
leaving-away-stopped = • { $name }: участие остановлено { $on }
leaving-away-stopped-open = • { $name }: участие остановлено
leaving-away-erasing = • { $name }: данные удалятся { $on }; отменит это только новое согласие
leaving-away-erasing-open = • { $name }: данные удалятся
leaving-term-button = Через сколько удалять данные
leaving-term = <b>Через сколько дней удалять данные после отзыва согласия?</b>

    Сейчас: { $days }. По закону — не больше 30. До этого дня человек может вернуться новым согласием, и всё будет как было. Новый срок действует для будущих отзывов.
leaving-term-days = { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
leaving-term-toast = Сохранено

leaving-withdrawal-erased = Данные будут удалены { $on }.
leaving-withdrawal-return = До этого дня можно вернуться новым согласием — всё будет как было.
leaving-withdrawal-stays = Для отчёта школы останутся только числа: без имени, кода и ответов. Сообщения в чатах бот стереть не может.

leaving-export-button = 📥 Скачать мои данные
leaving-export-toast = Готовлю: документ и файл придут сообщением
leaving-export-name = мои-данные
leaving-export-title = Что «Тропа» хранит обо мне
leaving-export-about = Здесь всё, что бот хранил на { $on }. Вы можете попросить исправить или удалить это: команда /privacy.
leaving-export-footer = «Тропа», { $on }
leaving-export-seen = Видят это вы и куратор вашей программы; другим участникам — только то, о чём сказано в согласии и перед анкетой.
leaving-export-failed = Не получилось собрать ваши данные. Попробуйте ещё раз чуть позже: /privacy.
leaving-exported-docx = Всё, что бот о вас хранит, простыми словами. Файл видите только вы.
leaving-exported-json = То же для программ: если данные нужно перенести.
leaving-told-files = Файлы

leaving-erase-button = 🗑 Удалить мои данные
leaving-erase-planned-button = 🗑 Данные удаляются: подробнее
leaving-erase = <b>Удалить мои данные?</b>

    • Сразу: ваши согласия отзываются, вопросов и напоминаний не будет.
    • { $on } (через { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }): удалятся имя, год рождения, ответы, файлы, номер чата.
    • До этого дня можно вернуться новым согласием — всё будет как было.
    • Резервные копии базы исчезнут по своему сроку, ещё через две недели.
leaving-erase-held = <b>Пока не удалится:</b>
    { $lines }
leaving-erase-stays = <b>Что останется и почему.</b> Школа отчитывается о программе числами: сколько было участников и отправленных анкет. Останутся эти числа — без имени, класса, кода и ответов — и отметка, что данные удалены.
leaving-erase-chats = Сообщения в чатах, вашем и чужих, бот стереть не может. Свой чат вы можете удалить в Telegram сами.
leaving-erase-yes = Да, удалить мои данные
leaving-erase-child = <b>Об удалении решает родитель</b>

    Пока вам нет 14 лет, данные удаляют по просьбе родителя: ему нужно отозвать согласие. А остановить участие можно самому, прямо сейчас.
leaving-erase-blocked = <b>Сначала передайте дела</b>

    { $lines }

    После этого ваши данные можно будет удалить здесь же.
leaving-blocker-owner = Вы владелец бота: без владельца его некому чинить. Владельца меняют на сервере командой.
leaving-blocker-curator = Вы куратор: люди должны знать, к кому обращаться. Передайте дела другому куратору.
leaving-blocker-staff = За вами мероприятия: попросите куратора передать их другому.
leaving-blocker-guardian = Ребёнок участвует по вашему согласию: пока оно действует, хранятся ваше имя и решение. Отзовите согласие — удалится и то и другое.
leaving-erase-planned = <b>Ваши данные будут удалены { $on }</b>

    Вопросов и напоминаний больше нет. До этого дня можно вернуться: прочитайте согласие снова и согласитесь — всё будет как было.
leaving-erase-planned-keep = <b>Ваши данные будут удалены { $on }</b>

    До этого дня можно передумать.
leaving-erase-return = Вернуться
leaving-erase-keep = Не удалять
leaving-erase-parts = Записано: ваши согласия отозваны, данные участника удалятся в срок. То, что нужно для остальных ваших дел, останется до их передачи.
leaving-kept = Хорошо, ничего не удаляем.
leaving-kept-not = Вернуться можно новым согласием: /privacy → «Мои согласия».
leaving-told-erasures = Удаление данных
leaving-told-erasure = Запрошено { $on }, будет
