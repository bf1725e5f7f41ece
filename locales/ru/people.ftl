# Что человек говорит о себе: имя и год рождения.

people-refused =
    Это вам недоступно.

    Если кажется, что должно быть доступно, спросите куратора программы.

people-name-ask =
    <b>Как вас зовут?</b>

    Напишите фамилию, имя и отчество одним сообщением, например: <i>Иванова Мария Петровна</i>. Если отчества нет, хватит двух слов.
people-name-hint = Фамилия Имя Отчество
people-name-seen-full = 👁 Имя увидят куратор и те, с кем вы будете заниматься.
people-name-seen-initial = 👁 В сообщениях бот показывает только имя и первую букву фамилии. Полностью имя попадёт лишь в документы школы.
people-name-seen-code = 👁 В сообщениях бот показывает не имя, а код.
people-name-seen-guardian = 👁 Имя увидит куратор программы.
people-name-saved = Приятно познакомиться, { $name }!
people-name-odd-empty =
    Имени я здесь не вижу.

    Напишите его словами, например: <i>Иванова Мария Петровна</i>.
people-name-odd-long =
    Это слишком длинно для имени: одно слово — не больше 80 знаков.

    Напишите, пожалуйста, короче.
people-name-odd-sentence =
    Похоже на целую фразу, а мне пока нужно только имя.

    Напишите фамилию, имя и отчество, например: <i>Иванова Мария Петровна</i>.
people-name-odd-codes = В вашей программе вместо имён — коды, поэтому имя бот не спрашивает и не хранит.
people-name-odd-command =
    Такой команды у меня нет, а сейчас я жду имя.

    Напишите фамилию, имя и отчество, например: <i>Иванова Мария Петровна</i>.

people-year-ask =
    <b>В каком году вы родились?</b>

    От этого зависит, чьё согласие понадобится: ваше, родителей или и то и другое. Нажмите год или напишите его числом.
people-year-earlier = ← Раньше
people-year-later = Позже →
people-year-check =
    <b>{ $year } год рождения — верно?</b>

    Потом исправить его сможет только куратор.
people-year-yes = Да, верно
people-year-no = Нет, другой
people-year-odd = Года рождения я здесь не вижу. Нужны четыре цифры, например 2012.
people-year-kept = Год рождения уже записан: { $year }. Исправить его может куратор.

people-kept-name = имя, каким вы его написали
people-kept-year = год рождения
people-kept-roles = { $count ->
        [one] ваша роль в программе, её код и дата начала
       *[other] ваши роли в программах ({ $count }), их коды и даты
    }
people-kept-chats = { $count ->
        [one] номер чата в Telegram, чтобы бот мог вам написать, и его язык
       *[other] номера чатов в Telegram ({ $count }), чтобы бот мог вам написать, и их язык
    }
people-kept-history = история действий: что и когда было сделано, без ваших слов

people-told = Человек и роли
people-told-name = Имя
people-told-year = Год рождения
people-told-role = Роль
people-told-role-owner = владелец бота
people-told-role-curator = куратор
people-told-role-mentee = участник, которому помогает наставник
people-told-role-mentor = наставник
people-told-role-guardian = родитель
people-told-role-staff = ответственный за мероприятия
people-told-code = код { $code }
people-told-since = с { $on }
people-told-ended = до { $on }
people-told-paused = пауза
people-told-chat = Чат в Telegram
people-told-chat-since = номер чата, с { $on }
people-told-history = История действий
people-told-history-count = записей: { $count }, без слов человека
