# Schools and programmes: the screens of the owner and the curator.

programmes-schools = <b>Schools</b>

    { $count ->
        [one] The bot has { $count } school.
       *[other] The bot has { $count } schools.
    }
programmes-schools-none = <b>Let us begin with a school</b>

    I help to run mentoring programmes. First name the school or college, it takes a minute. Then you invite a curator, who runs the programme from there.
programmes-schools-add = Add a school
programmes-schools-add-first = Name the school

programmes-school = <b>{ $name }</b>
    { $city } · time: { $zone }

    { $programmes ->
        [0] No programme yet
        [one] { $programmes } programme
       *[other] { $programmes } programmes
    }, { $curators ->
        [0] no curator yet
        [one] { $curators } curator
       *[other] { $curators } curators
    }.
programmes-school-no-curator = Invite a curator: the link can be forwarded to any chat.
programmes-school-invite = Invite a curator
programmes-school-new-programme = New programme
programmes-school-back = To the schools
programmes-school-made = ✅ The school is on the list.

programmes-curator-link = <b>Invitation for a curator</b>
    { $school }

    { $link }

    The link is personal: one person can come in by it. It is valid until { $until }. The message below can be forwarded as it is.
programmes-curator-copy = Copy the link
programmes-curator-forward = Hello! You are invited to run a mentoring programme: { $school }, { $city }.

    Open the link, the bot Tropa will meet you there and help you to begin:
    { $link }
programmes-curator-qr = The same way in as a QR code, to be shown from a screen.

programmes-first = <b>{ $school }</b>

    You are the curator of the mentoring programme. Send me the school's roadmap, a Word, Excel or PDF file, or begin without it.
programmes-first-send = Send the roadmap
programmes-first-without = Begin without it
programmes-roadmap-ask = Send the roadmap as one file: tap the paper clip and choose the document.

    I will keep it with the programme. I cannot read roadmaps yet, so we set the programme up together: eight short questions.
programmes-roadmap-kept = 📎 The file “{ $name }” is kept with the programme.

    I cannot read it yet, so let us set the programme up by hand. It takes a minute.
programmes-roadmap-again = The programme has this file already, so I did not keep it twice.
programmes-roadmap-not-file = This does not look like a file. Tap the paper clip and send the document, or begin without it.
programmes-roadmap-big = The file is too big: Telegram hands me files of up to 20 MB. Send it in parts or begin without it.
programmes-roadmap-lost = I could not fetch the file from Telegram. Please send it once more.
programmes-roadmap-go = Set the programme up

programmes-step = Question { $number } of { $total }
programmes-wizard-leave = Later

programmes-ask-name = <b>What is the school called?</b>

    Write the name as it should stand in invitations and consents, for instance “School No. 12”.
programmes-ask-name-hint = The school's name
programmes-ask-city = <b>In which town or village is it?</b>

    Write one name: “Tver”.
programmes-ask-city-hint = Town or village
programmes-ask-zone = <b>By which time does the school live?</b>

    Reminders go by it. Choose the nearest big city or write a zone such as Europe/Moscow.
programmes-ask-zone-hint = Europe/Moscow
programmes-ask-language = <b>Which language does the bot speak in this school?</b>

    Everybody can choose another for themselves.
programmes-ask-title = <b>What shall we call the programme?</b>

    Take the title below or write your own.
programmes-ask-title-hint = The programme's title
programmes-title-proposal = Mentoring { $years }
programmes-ask-track = <b>For whom is the programme?</b>

    For pupils and students: five official forms, questionnaires and parents' consents. For teachers: young and experienced teachers, banks and individual programmes.

    This cannot be changed later: words and questionnaires depend on it.
programmes-ask-forms = <b>Which forms of mentoring do you run?</b>

    Mark one or several. If you have a form of your own, send it as a message and it joins the list.
programmes-ask-forms-hint = A form of your own
programmes-ask-forms-none = Nothing is marked yet.
programmes-ask-forms-chosen = { $count ->
        [one] { $count } form is marked.
       *[other] { $count } forms are marked.
    }
programmes-ask-year = <b>Which year does the programme follow?</b>
programmes-ask-period = <b>From which day to which does the programme run?</b>

    Choose, or write two dates: “01.09.2026 – 31.05.2027”.
programmes-ask-period-hint = 01.09.2026 – 31.05.2027
programmes-ask-naming = <b>How are participants' names shown?</b>

    <b>In full</b>: “Ivanova Maria Petrovna”. Handy, but personal data are seen in the chat.
    <b>Name and letter</b>: “Maria I.”. Clear to those who know, nothing more is seen.
    <b>Code</b>: “Y-07”. No names get into the chat; the list of codes and names stays at the school.

    ⚠️ In Russia state and municipal schools may not pass personal data through foreign messengers, and Telegram is one. If this is your case, choose codes and ask a lawyer.
programmes-ask-address = <b>How shall pupils be addressed in Russian?</b>

    Adults are always addressed formally.
programmes-ask-intake = <b>How long shall the first questionnaires be?</b>

    <b>Short</b>: some four minutes, only what a pair needs.
    <b>Usual</b>: some eight minutes, it tells more about a person.

programmes-pick-ru = Русский
programmes-pick-en = English
programmes-pick-pupils = Pupils and students
programmes-pick-teachers = Teachers
programmes-pick-academic = School year
programmes-pick-calendar = Calendar year
programmes-pick-full = In full
programmes-pick-initial = Name and letter
programmes-pick-code = Code
programmes-pick-vy = Formally («вы»)
programmes-pick-ty = Informally («ты»)
programmes-pick-short = Short
programmes-pick-usual = Usual
programmes-pick-period = { $from } – { $to }

programmes-wrong-text = Please write it in words.
programmes-wrong-choose = Please choose with a button below the question.
programmes-wrong-empty = I see no name here. Write it in letters.
programmes-wrong-long = That is too long. Write it shorter, it must fit on a button.
programmes-wrong-zone = I do not know this zone. Choose a city or write a zone such as Asia/Yekaterinburg.
programmes-wrong-period = I could not read the dates. Write two dates with years: “01.09.2026 – 31.05.2027”.
programmes-wrong-period-order = The end comes before the beginning. Write the first day first, then the last.
programmes-wrong-period-long = A programme is never longer than three years. Check the years.
programmes-wrong-period-past = This last day is over. Check the years.
programmes-wrong-forms = At least one form is needed.
programmes-wrong-forms-many = There is room for eight forms. Take one away first.
programmes-wrong-form-same = This form is on the list already.

programmes-summary-school = <b>Is everything right?</b>

    Name: { $name }
    Town: { $city }
    Time: { $zone }
    Language: { $language }
programmes-summary-programme = <b>Is everything right?</b>
    { $school }

    Title: { $title }
    For: { $track }
    Forms: { $forms }
    Year: { $year }
    Period: { $period }
    Names: { $naming }
    Address: { $address }
    First questionnaire: { $intake }
programmes-summary-address-vy = formal
programmes-summary-address-ty = informal with pupils
programmes-summary-create = Create
programmes-summary-change-name = ✏️ Name
programmes-summary-change-city = ✏️ Town
programmes-summary-change-zone = ✏️ Time
programmes-summary-change-language = ✏️ Language
programmes-summary-change-title = ✏️ Title
programmes-summary-change-track = ✏️ For whom
programmes-summary-change-forms = ✏️ Forms
programmes-summary-change-year = ✏️ Year
programmes-summary-change-period = ✏️ Period
programmes-summary-change-naming = ✏️ Names
programmes-summary-change-address = ✏️ Address
programmes-summary-change-intake = ✏️ Questionnaire

programmes-draft-kept-school = The answers are kept. You can finish the school any day.
programmes-draft-kept-programme = The answers are kept. You can go on setting the programme up any day.
programmes-draft-go-on = Go on
programmes-draft-discard = Delete the answers
programmes-draft-discarded = The answers are deleted.
programmes-draft-waiting = <b>{ $school }</b>

    The programme is not set up yet: your answers are kept, little is left.

programmes-made = 🎉 The programme “{ $title }” is there.
programmes-home = <b>{ $title }</b>
    { $school }
    { $period }

    Mentees: { $mentees }. Mentors: { $mentors }.
programmes-home-empty = Nobody is here yet. Invite people: a link, a QR code and a notice for the class chat are ready.
programmes-home-invite = Invite people
programmes-home-settings = Programme settings
programmes-home-all = All programmes
programmes-list = <b>{ $school }</b>

    { $count ->
        [0] There is no programme yet.
        [one] The school has { $count } programme.
       *[other] The school has { $count } programmes.
    }

programmes-settings = <b>Settings</b>
    { $title }

    For: { $track }
    Forms: { $forms }
    Period: { $period }
    Names: { $naming }
    Address: { $address }
    First questionnaire: { $intake }

    For parents, in the message about the consent:
    Phone of the school: { $phone }
    Site of the school: { $site }
programmes-settings-title = Title
programmes-settings-forms = Forms
programmes-settings-period = Period
programmes-settings-naming = Names
programmes-settings-address = Address
programmes-settings-intake = Questionnaire
programmes-settings-phone = School's phone
programmes-settings-site = School's site
programmes-contact-phone = <b>The school's phone</b>
    Now: { $now }

    It stands in the message that parents get: they can call and make sure that it is the school that writes. Type the number, for instance “+7 4822 00-00-00, office”.
programmes-contact-phone-odd = I see no number here. Type the digits, with a remark if you like, up to 40 characters.
programmes-contact-phone-none = Remove the phone
programmes-contact-site = <b>The school's site</b>
    Now: { $now }

    It stands in the message that parents get. Type the address, for instance “school.example.com”.
programmes-contact-site-odd = This does not look like an address. Type it without spaces, for instance “school.example.com”.
programmes-contact-site-none = Remove the site
programmes-settings-saved = Saved
programmes-settings-back = To the settings

programmes-refused = { people-refused }

programmes-form-pupil-pupil = pupil – pupil
programmes-form-student-pupil = student – pupil
programmes-form-employer-pupil = employer – pupil
programmes-form-employer-student = employer – student
programmes-form-teacher-teacher = teacher – teacher

programmes-model-achiever-struggling = achiever – struggling
programmes-model-leader-passive = leader – passive
programmes-model-equal-equal = equal – equal
programmes-model-leader-indifferent = leader – indifferent
programmes-model-equal-other = equal – other
programmes-model-curator-author = curator – author of a project
programmes-model-professional-indifferent = active professional – indifferent consumer
programmes-model-professional-choosing = successful professional – choosing a profession
programmes-model-colleague-future = colleague – future colleague
programmes-model-employer-future = employer – future employee
programmes-model-experienced-young = experienced teacher – young specialist
programmes-model-leader-difficulties = leader of the teachers' community – teacher with difficulties
programmes-model-innovator-conservative = innovator – conservative teacher
programmes-model-expert-beginner = experienced subject teacher – beginner in the subject

# The label of a button, then the cities by which a zone is known (lower case, joined by commas).
programmes-zone-kaliningrad = Kaliningrad (MSK−1)
programmes-zone-moscow = Moscow, St Petersburg (MSK)
programmes-zone-samara = Samara, Izhevsk (MSK+1)
programmes-zone-yekaterinburg = Yekaterinburg, Perm (MSK+2)
programmes-zone-omsk = Omsk (MSK+3)
programmes-zone-krasnoyarsk = Krasnoyarsk, Novosibirsk (MSK+4)
programmes-zone-irkutsk = Irkutsk, Ulan-Ude (MSK+5)
programmes-zone-yakutsk = Yakutsk, Chita (MSK+6)
programmes-zone-vladivostok = Vladivostok, Khabarovsk (MSK+7)
programmes-zone-magadan = Magadan, Sakhalin (MSK+8)
programmes-zone-kamchatka = Kamchatka, Chukotka (MSK+9)
programmes-cities-kaliningrad = kaliningrad
programmes-cities-moscow = moscow, st petersburg, saint petersburg, petersburg, kazan, nizhny novgorod, rostov-on-don, voronezh, krasnodar, sochi, yaroslavl, tver, tula, ryazan, smolensk, arkhangelsk, murmansk, volgograd, stavropol
programmes-cities-samara = samara, izhevsk, tolyatti, saratov, ulyanovsk, astrakhan
programmes-cities-yekaterinburg = yekaterinburg, ekaterinburg, chelyabinsk, perm, ufa, tyumen, orenburg, kurgan, surgut
programmes-cities-omsk = omsk
programmes-cities-krasnoyarsk = krasnoyarsk, novosibirsk, tomsk, kemerovo, barnaul, abakan
programmes-cities-irkutsk = irkutsk, ulan-ude, angarsk, bratsk
programmes-cities-yakutsk = yakutsk, chita, blagoveshchensk
programmes-cities-vladivostok = vladivostok, khabarovsk, ussuriysk
programmes-cities-magadan = magadan, yuzhno-sakhalinsk
programmes-cities-kamchatka = petropavlovsk-kamchatsky, anadyr

programmes-home-more = Lists, papers, helpers
programmes-more = More about “{ $title }”.

programmes-codes-ask =
    <b>Switch to codes?</b> · { $title }

    { $count ->
        [0] Instead of names the bot will show codes such as “Y-07”.
        [one] The bot will erase { $count } name and show a code such as “Y-07” instead.
       *[other] The bot will erase { $count } names and show codes such as “Y-07” instead.
    } What is erased cannot be brought back: names would have to be asked anew. Participants are not told.

    What people wrote in their answers, and what stands in chats already, stays as it is.
programmes-codes-elsewhere =
    { $count ->
        [one] The name of { $count } person stays: a curator, or in another programme where names are needed. Here even that person is shown by a code.
       *[other] The names of { $count } people stay: curators, or people in other programmes where names are needed. Here even they are shown by codes.
    }
programmes-codes-key = First take the lists of mentees and mentors as Excel tables: they hold both the name and the code. This is your key: keep it at school.
programmes-codes-yes = Erase the names and switch
programmes-codes-done =
    { $count ->
        [0] Done: the programme runs on codes.
        [one] Done: the programme runs on codes, { $count } name was erased.
       *[other] Done: the programme runs on codes, { $count } names were erased.
    } The bot neither asks for names nor keeps them any more.

    The page “Codes and names” puts names into tables and papers on your own computer: you find it under “Lists, papers, helpers”.
