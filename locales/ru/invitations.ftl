# Приглашения: ссылки, QR и плакаты куратора.

invitations-which = <b>В какую программу пригласить?</b>
invitations-whom =
    <b>Кого пригласить в программу «{ $programme }»?</b>

    Получится ссылка: её можно переслать, показать как QR-код или напечатать.
invitations-role-mentee = 🎓 Тех, кому нужен наставник
invitations-role-mentor = 🤝 Наставников
invitations-role-staff = 🗂 Ответственного за мероприятия
invitations-whom-mentee = наставляемый
invitations-whom-mentor = наставник
invitations-whom-staff = ответственный
invitations-whom-guardian = родитель
invitations-whom-curator = куратор
invitations-list-button = 📋 Все ссылки
invitations-more = Ещё ссылка
invitations-form =
    <b>По какой форме наставничества?</b>
    Приглашение: { $whom }

    От формы зависит анкета.
invitations-form-any = Любая форма
invitations-cap =
    <b>Сколько человек войдёт по ссылке?</b>
    Приглашение: { $whom }

    Личная ссылка надёжнее: по ней войдёт один. Ссылка для многих удобна для чата класса или плаката. Любая действует 30 дней.
invitations-cap-one = Один: личная ссылка
invitations-cap-many = До { $cap } человек

invitations-title-one = Личная ссылка: { $whom }
invitations-title-many = Ссылка для многих: { $whom }
invitations-title-form = { $name }, { $form }
invitations-link =
    <b>{ $title }</b>
    Программа «{ $programme }»
    { $state }

    { $url }

    Откройте «QR и плакат», чтобы распечатать или переслать готовый текст.
invitations-link-closed =
    <b>{ $title }</b>
    Программа «{ $programme }»
    { $state }
invitations-state-one = Ждёт одного человека, до { $until }
invitations-state-many = { $left ->
        [one] Осталось { $left } место
        [few] Осталось { $left } места
       *[many] Осталось { $left } мест
    } из { $cap }, до { $until }
invitations-state-used = { $cap ->
        [one] По ней уже вошли
       *[other] Все места заняты: { $used } из { $cap }
    }
invitations-state-expired = Срок вышел { $until }, вошли: { $used } из { $cap }
invitations-state-revoked = Отозвана, вошли: { $used } из { $cap }
invitations-copy = Скопировать ссылку
invitations-poster-button = 🖨 QR и плакат
invitations-qr = QR-код: вход в программу «{ $programme }». Его можно показать с экрана или напечатать.

invitations-poster-mentee =
    <b>Ищем тех, кому пригодится наставник!</b>

    { $school }, программа «{ $programme }».

    Наставник поможет с учёбой, увлечением, выбором профессии или просто поддержит. Участие добровольное и бесплатное.

    Откройте ссылку до { $until } — бот «Тропа» всё объяснит и задаст несколько вопросов:
    { $url }
invitations-poster-mentor =
    <b>Станьте наставником!</b>

    { $school }, программа «{ $programme }».

    Поделитесь тем, что умеете: одна-две встречи в месяц могут многое изменить для другого человека. Мы поможем начать.

    Откройте ссылку до { $until } — бот «Тропа» всё объяснит и задаст несколько вопросов:
    { $url }
invitations-poster-staff =
    <b>Вы отвечаете за мероприятия программы наставничества</b>

    { $school }, программа «{ $programme }».

    Бот «Тропа» заранее напомнит о каждом и даст отметить сделанное одним нажатием. Ссылка действует до { $until }:
    { $url }

invitations-list = <b>Ссылки программы «{ $programme }»</b>
invitations-list-empty =
    <b>Ссылок пока нет.</b>

    Создайте первую: её можно переслать в чат класса или показать как QR-код.
invitations-line = <b>{ $title }</b>
    { $state }
invitations-revoke = Отозвать
invitations-revoke-sure =
    <b>Отозвать ссылку?</b>

    «{ $title }», программа «{ $programme }». Войти по ней больше никто не сможет. Те, кто уже вошёл, останутся.
invitations-revoke-yes = Да, отозвать
invitations-revoked = Ссылка отозвана
