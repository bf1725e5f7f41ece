# Согласия: что видят участник, родитель и куратор. Сами тексты согласий лежат в locales/consents.

consents-ask = <b>Сначала — согласие</b>

    { $school } приглашает вас в программу «{ $programme }». Прежде чем о чём-то спрашивать, я покажу, какие данные нужны и зачем. Читать минуты две; решаете вы.
consents-read = Прочитать согласие
consents-agree = Согласен
consents-decline = Не согласен

consents-wait-child = { $school } приглашает вас в программу «{ $programme }».
    Вам ещё нет 14 лет, поэтому согласие даёт родитель.
    Нажмите кнопку и перешлите ему сообщение — оно уже готово.
consents-wait-teen = Ваше согласие записано. Вам ещё нет 18 лет, поэтому нужно и согласие родителя.
    Нажмите кнопку и перешлите ему сообщение — оно уже готово.
consents-wait-child-answered = { $school } приглашает вас в программу «{ $programme }».
    Вам ещё нет 14 лет, поэтому согласие даёт родитель.
consents-wait-teen-answered = { $school } приглашает вас в программу «{ $programme }».
    Ваше согласие записано. Вам ещё нет 18 лет, поэтому нужно и согласие родителя.
consents-wait-none = ⏳ Ответа родителя пока нет. Как только он ответит, я сразу напишу.
consents-wait-came = ⏳ Родитель уже открыл ссылку, но пока не ответил. Как только он ответит, я сразу напишу.
consents-link-for-parent = Ссылка для родителя

consents-forward = Здравствуйте! { $from }

    Ваш ребёнок может участвовать, если вы согласитесь. Откройте ссылку, прочитайте текст и решите: это две-три минуты, «да» и «нет» одинаково возможны. Согласитесь — ребёнку придёт короткая анкета. Не согласитесь — бот ничего о нём не спросит.
    { $link }

    Бот никогда не спрашивает деньги, коды из СМС, паспорт и адрес.
consents-forward-how = 👆 Перешлите это сообщение маме, папе или тому, кто вас воспитывает. По ссылке могут войти двое; она действует до { $until }.
consents-forward-how-curator = 👆 Это сообщение для родителя участника { $name }: перешлите его целиком. По ссылке могут войти двое; она действует до { $until }.
consents-copy-link = Скопировать ссылку
consents-link-adult = Этому участнику уже есть 18 лет: он решает сам, согласие родителя не нужно.

consents-guardian-ask = <b>Нужно ваше решение: { $child }</b>

    { $from }

    До вашего согласия я ничего не спрашиваю о ребёнке, поэтому вместо имени может стоять код. Прочитать и решить — две-три минуты. «Согласен» и «Не согласен» одинаково возможны, передумать можно в любой день.

    { $next }

    Я никогда не спрошу деньги, коды из СМС, паспорт и адрес.
consents-guardian-status = <b>Ваши решения</b>
consents-guardian-line = • { $name }: { $position }
consents-guardian-child-waits = Осталось согласие самого ребёнка: ему уже есть 14 лет.
consents-guardian-child-no = Сам ребёнок участвовать не согласился.
consents-guardian-other-no = Другой законный представитель не согласился, поэтому участие остановлено.
consents-guardian-adult = • { $name }: уже есть 18 лет, решает сам.

consents-position-none = ответа пока нет
consents-position-agreed = согласие дано { $on }
consents-position-declined = отказ { $on }
consents-position-withdrawn = согласие отозвано { $on }

consents-decided-agreed = ✅ Ваше согласие записано.
consents-decided-declined = Записано: вы не согласны. Никаких данных я спрашивать не буду. Передумать можно в любой день.
consents-decided-guardian-agreed = ✅ Записано: вы согласны. Ребёнок уже получает сообщение, что можно продолжать.
consents-decided-guardian-declined = Записано: вы не согласны. Я ничего не спрошу у ребёнка. Передумать можно в любой день.
consents-already = Это решение уже записано
consents-stale = Текст или ваше решение с тех пор изменились. Вот как сейчас.
consents-not-asked = Сейчас вашего решения здесь не требуется.
consents-refused = { people-refused }

consents-stopped-self-declined = <b>Вы решили не участвовать</b>

    Программа «{ $programme }». Я ничего не спрашиваю и не напоминаю. Если передумаете, прочитайте согласие ещё раз.
consents-stopped-self-withdrawn = <b>Вы отозвали согласие</b>

    Программа «{ $programme }». Всё остановлено: вопросов и напоминаний не будет. Вернуться можно новым согласием.
consents-stopped-guardian-declined = <b>Пока не получится</b>

    Родитель не дал согласия на программу «{ $programme }», поэтому я ничего не спрашиваю. Поговорите дома или с куратором — решение можно изменить.
consents-stopped-guardian-withdrawn = <b>Участие остановлено</b>

    Родитель отозвал согласие на программу «{ $programme }». Вопросов и напоминаний не будет. Если дома решат иначе, можно вернуться.
consents-return = Прочитать согласие снова

consents-mine = <b>Мои согласия</b>

    Выберите, о чём речь.
consents-mine-none = Согласий пока нет: вас ни о чём не просили соглашаться.
consents-mine-button = Мои согласия
consents-mine-own = { $programme }
consents-mine-ward = { $name } — { $programme }
consents-about = <b>{ $programme }</b>
    { $school }
consents-about-ward = <b>{ $name }</b>
    { $programme }, { $school }
consents-about-line = • { $what }: { $position }
consents-kind-data = обработка данных
consents-kind-publication = публикация (по желанию)
consents-kind-mentor = быть наставником
consents-kind-relay = сообщения через бота (по желанию)
consents-about-read-data = Прочитать: данные
consents-about-read-publication = Прочитать: публикация
consents-about-read-mentor = Прочитать: наставник
consents-about-read-relay = Прочитать: сообщения
consents-about-withdraw-data = Отозвать согласие
consents-about-withdraw-publication = Отозвать: публикация
consents-about-withdraw-mentor = Отозвать: наставник
consents-about-withdraw-relay = Отозвать: сообщения

consents-withdraw-data = <b>Отозвать согласие на обработку данных?</b>
    Программа «{ $programme }».

    Всё остановится сразу: анкеты, напоминания, подбор наставника.
consents-withdraw-data-ward = <b>Отозвать согласие на обработку данных ребёнка?</b>
    { $name }, программа «{ $programme }».

    Всё остановится сразу: анкеты, напоминания, подбор наставника.
consents-withdraw-publication = <b>Отозвать согласие на публикацию?</b>
    Программа «{ $programme }».

    Школа не будет публиковать новое и уберёт то, что может убрать сама. Участию это не мешает.
consents-withdraw-publication-ward = <b>Отозвать согласие на публикацию о ребёнке?</b>
    { $name }, программа «{ $programme }».

    Школа не будет публиковать новое и уберёт то, что может убрать сама. Участию это не мешает.
consents-withdraw-mentor = <b>Отозвать согласие быть наставником?</b>
    Программа «{ $programme }».

    Скажите об этом и куратору: он найдёт другого наставника тому, кому вы помогаете.
consents-withdraw-mentor-ward = <b>Отозвать согласие на то, чтобы ребёнок был наставником?</b>
    { $name }, программа «{ $programme }».

    Скажите об этом и куратору: он найдёт другого наставника тому, кому ребёнок помогает.
consents-withdraw-relay = <b>Отозвать согласие на сообщения через бота?</b>
    Программа «{ $programme }».

    Бот больше не будет передавать такие сообщения. Участию это не мешает.
consents-withdraw-relay-ward = <b>Отозвать согласие на сообщения ребёнка через бота?</b>
    { $name }, программа «{ $programme }».

    Бот больше не будет передавать такие сообщения. Участию это не мешает.
consents-withdraw-yes = Отозвать
consents-withdraw-yes-named = Да, отозвать согласие: { $what }
consents-withdraw-no = Оставить как есть
consents-withdrawn = Согласие отозвано. Всё, что от него зависело, остановлено.

consents-notice-on = 👍 Родитель согласился. Можно продолжать!
consents-notice-self = 👍 Родитель согласился. Осталось ваше согласие.
consents-notice-declined = Родитель пока не согласился, поэтому продолжить не получится. Поговорите дома или с куратором — решение можно изменить.
consents-notice-withdrawn = Родитель отозвал согласие, поэтому программа для вас остановлена. Вопросов и напоминаний не будет.
consents-notice-go = Продолжить
consents-notice-see = Посмотреть

consents-kept-own = ваши решения о согласии ({ $count }): текст, время и кто решил
consents-kept-others = решения, которые вы приняли за детей ({ $count })

consents-who = { $name }, { $className }
consents-from-school = Пишет { $school }, { $city }.
consents-from-programme = Программа наставничества «{ $programme }».
consents-from-curator = Куратор: { $curator }.
consents-from-phone = Телефон школы: { $phone }.
consents-from-site = Сайт школы: { $site }.

consents-guardian-then = Что дальше. Согласитесь — ребёнку придёт короткая анкета. Не согласитесь — я ничего о нём не спрошу.
consents-guardian-then-check = Что дальше. Ссылку вам переслал ребёнок, поэтому куратор сначала убедится, что вы его законный представитель. Согласитесь — ребёнку придёт короткая анкета. Не согласитесь — я ничего о нём не спрошу.
consents-guardian-unchecked = ⏳ Ждёт проверки куратора: ссылку переслал ребёнок, и школе нужно убедиться, что вы его законный представитель.
consents-guardian-known = ✅ Куратор подтвердил, что вы законный представитель. Ваш ответ теперь учтён.
consents-guardian-unknown = Куратор не смог подтвердить, что вы законный представитель этого ребёнка, поэтому ваш ответ не учитывается. Если это ошибка, свяжитесь со школой: куратор пришлёт вам свою ссылку.
consents-guardian-call = Есть сомнения? Позвоните в школу: { $phone }.
consents-decided-guardian-check-agreed = ✅ Записано: вы согласны. Ссылку переслал ребёнок, поэтому сначала куратор убедится, что вы его законный представитель. Я напишу вам, когда ответ будет учтён.
consents-decided-guardian-check-declined = Записано: вы не согласны. Пока я ничего не спрошу у ребёнка. Ссылку переслал ребёнок, поэтому куратор убедится, что вы его законный представитель. Я напишу вам, когда ответ будет учтён.
consents-decided-free-agreed = ✅ Согласие записано.
consents-decided-free-declined = Записано: без этого согласия. На участие это не влияет.
consents-link-again = Ссылку для родителя нужно отправить ещё раз: похоже, её открыл не тот человек. Нажмите кнопку и перешлите сообщение маме, папе или тому, кто вас воспитывает.
consents-wait-check = ⏳ Ответ по ссылке уже есть. Куратор проверяет, что ответил именно родитель. Как только проверит, я сразу напишу.

consents-turned-14 = <b>Теперь решаете и вы</b>

    Программа «{ $programme }». С этого года вам по документам 14: кроме родителя, согласие даёте вы сами. До { $until } всё идёт как прежде. Прочитайте текст и решите, это две минуты.
consents-turned-18 = <b>Теперь решаете вы</b>

    Программа «{ $programme }». С этого года вы совершеннолетний участник: согласие даёте вы сами, родитель больше не нужен. До { $until } всё идёт как прежде. Прочитайте текст и решите, это две минуты.

consents-offer = <b>Если хотите</b>

    Программа «{ $programme }». Кое на что нужно отдельное согласие. Можно согласиться, отказаться или пропустить: на участие это не влияет.

    { $lines }
consents-offer-ward = <b>Если хотите</b>

    { $child }, программа «{ $programme }». Кое на что нужно отдельное согласие. Можно согласиться, отказаться или пропустить: на участие ребёнка это не влияет.

    { $lines }
consents-offer-line = • { $what }
consents-offer-publication = называть имя и показывать фото в рассказах школы о программе
consents-offer-mentor = быть наставником: что это значит и чего не ждут
consents-offer-relay = передавать сообщения через бота, если школа включит переписку
consents-offer-later = Не сейчас
consents-about-free = Всё, кроме обработки данных, — по желанию: участвовать можно и без этого.

consents-state-unknownAge = ждём год рождения
consents-state-complete = ✅ всё есть
consents-state-waits-self = ⏳ ждём ответа участника
consents-state-waits-guardian = ⏳ ждём ответа родителя
consents-state-waits-both = ⏳ ждём ответов участника и родителя
consents-state-waits-check = 👀 ждёт проверки куратора
consents-state-free = ответа нет
consents-state-goes-on = (прежнее согласие действует до { $on })
consents-state-declined-self = ✖️ участник не согласен
consents-state-declined-guardian = ✖️ родитель не согласен
consents-state-withdrawn-self = ✖️ участник отозвал согласие
consents-state-withdrawn-guardian = ✖️ родитель отозвал согласие

consents-card-link = Согласия
consents-card-check = 👀 Ответил «родитель» по ссылке ребёнка: проверьте, кто это («Ещё…» → «Согласия»).
consents-card-disagree = ⚖️ Родители ответили по-разному. Пока действует более строгий ответ («Ещё…» → «Согласия»).
consents-card-goes-on = 🎂 В новом году решает и сам участник: спросили заново. Прежнее согласие действует до { $on }.

consents-person = <b>Согласия: { $who }</b>
    Программа «{ $programme }»

    { $lines }
consents-person-kind = • { $what }: { $state }
consents-person-guardians = <b>Родители и законные представители</b>
consents-person-guardian = • { $name }: { $position }{ $check }
consents-person-guardian-check = , ждёт проверки
consents-person-history = <b>Кто, когда, что было → что стало</b>
consents-event = • { $at }: { $by } ({ $as }), { $kind }: { $before } → { $after } ({ $how })
consents-event-entered = , занёс(ла) { $by }
consents-ledger-position-none = ответа нет
consents-ledger-position-agreed = согласие
consents-ledger-position-declined = отказ
consents-ledger-position-withdrawn = отозвано
consents-ledger-agreed = согласие
consents-ledger-declined = отказ
consents-ledger-as-self = сам участник
consents-ledger-as-guardian = законный представитель
consents-ledger-by-button = кнопкой в боте
consents-ledger-by-paper = по бумаге
consents-ledger-by-words = со слов

consents-check = <b>Кто ответил за ребёнка?</b>

    { $child }, программа «{ $programme }». Ребёнок переслал ссылку, и по ней ответил человек: { $guardian }. Его ответ: { $position }.

    Это мама, папа или опекун? Пока вы не подтвердите, ответ не учитывается. Если не уверены, позвоните по номеру из школьных документов. Родителю и ребёнку или тому, кто ошибся ссылкой, я напишу через минуту, а вечером и ночью – утром в 8:30; до этого можно отменить.
consents-check-how = Пока вы не подтвердите, ответ по ссылке ребёнка не учитывается. Если не уверены, позвоните по номеру из школьных документов. Родителю, ребёнку или тому, кто ошибся ссылкой, я напишу через минуту, а вечером и ночью – утром в 8:30; до этого можно отменить.
consents-check-known = Это мама, папа или опекун ({ $code })
consents-check-unknown = Не знаю этого человека ({ $code })
consents-checked-known = ✅ Подтверждено. Ответ учтён.
consents-checked-unknown = Записано. Этот ответ не учитывается; ребёнка я попрошу переслать ссылку тому, кто его воспитывает. Прежняя ссылка больше не действует.
consents-checked-already = Об этом человеке уже всё сказано. Вот как сейчас.

consents-disagree = <b>Родители ответили по-разному</b>

    { $child }, программа «{ $programme }».
consents-disagree-do = ⚖️ Один законный представитель согласен, другой нет. Пока действует более строгий ответ: ребёнка я ни о чём не спрашиваю. Что сделать: поговорите с обоими. Ответ может изменить только сам представитель, в боте или подписав бумагу.

consents-ledger-link = Журнал согласий
consents-ledger = <b>Журнал согласий</b>
    Программа «{ $programme }»

    Участников: { $all }
    ✅ Всё есть: { $complete }
    ⏳ Ждём ответа: { $waits }
    👀 Из них ждут вашей проверки: { $toCheck }
    ✖️ Отказ или отзыв: { $no }
    ⚖️ Родители ответили по-разному: { $disagree }
consents-ledger-part = <b>Журнал согласий</b>
    Программа «{ $programme }», ваши классы

    Участников: { $all }
    ✅ Всё есть: { $complete }
    ⏳ Ждём ответа: { $waits }
    👀 Из них ждут проверки куратора: { $toCheck }
    ✖️ Отказ или отзыв: { $no }
    ⚖️ Родители ответили по-разному: { $disagree }
consents-ledger-attention = Здесь нужно решение:
consents-order-ledger = Таблица (.xlsx)
consents-order-sheet = Лист для печати
consents-order-forms = Бланки для подписи всем, кого ждём ({ $count })
consents-form-order-data = Бланк: данные
consents-form-order-publication = Бланк: публикация
consents-form-order-mentor = Бланк: наставник
consents-form-order-relay = Бланк: сообщения
consents-order-toast = Готовлю. Пришлю сообщением.
consents-paper-ready = Готово. В файле могут быть имена детей: храните его как школьный документ.
consents-paper-failed = Файл сделать не получилось: возможно, в нём было бы пусто. Попробуйте ещё раз чуть позже.
consents-paper-file-ledger = Журнал согласий
consents-paper-file-sheet = Журнал согласий для печати
consents-paper-file-forms = Бланки согласий
consents-paper-file-form = Бланк согласия
consents-paper-sheet-name = Журнал согласий
consents-paper-sheet-title = Журнал согласий
consents-paper-sheet-place = { $school }. Программа наставничества «{ $programme }».
consents-paper-sheet-version = ред. { $version }, { $hash }
consents-paper-sheet-count = Записей: { $count }.
consents-paper-sheet-sign = Куратор программы: ____________________ / ____________________, дата ____________
consents-paper-sheet-footer = Выгружено { $made }. Полные отпечатки текстов — в таблице .xlsx.
consents-column-number = №
consents-column-name = Участник
consents-column-code = Код
consents-column-class = Класс
consents-column-kind = Согласие
consents-column-version = Редакция
consents-column-hash = Отпечаток текста (SHA-256)
consents-column-decision = Решение
consents-column-when = Когда
consents-column-by = Кто решил
consents-column-as = В качестве кого
consents-column-how = Как
consents-column-entered = Кто занёс
consents-column-withdrawn = Отозвано
consents-column-withdrawnBy = Кто отозвал

consents-form-title = Согласия для подписи
consents-form-code = Код участника: { $code }
consents-form-code-class = Код участника: { $code }, { $className }
consents-form-me = Я (фамилия, имя, отчество): ______________________________________________
consents-form-passport = Паспорт: серия ________ № ______________, выдан (кем и когда) _______________________________
consents-form-address = Адрес: ___________________________________________________________________________
consents-form-child = Я — законный представитель ребёнка: { $child } (фамилия, имя, отчество, год рождения): ______________________
consents-form-authority = Основание (свидетельство о рождении, решение об опеке): _____________________________
consents-form-operator = Адрес образовательной организации: ___________________________________________________
consents-form-sign = Подпись: ______________ / ______________________________ (фамилия и инициалы), «____» ______________ 20____ г.
consents-form-version = Редакция { $version }. Этот же текст показывает бот.

consents-told = Согласия
consents-told-kind-data = Обработка данных
consents-told-kind-publication = Публикация имени и фото
consents-told-kind-mentor = Быть наставником
consents-told-kind-relay = Передача сообщений
consents-told-agreed = согласие { $on }
consents-told-declined = отказ { $on }
consents-told-withdrawn = отозвано { $on }
consents-told-entered = внесено школой
consents-told-for-child = за ребёнка
