# Home: who you are here, what comes next, coming in by a link, settings, and answers to what the bot did not expect.

home-stranger =
    <b>Hello! This is Tropa, a bot for school mentoring programmes.</b>

    To come in, open the link or QR code that the curator of your school or college gave you. You may also paste the link here.

    No link? Ask the curator of the programme or your class teacher.
home-guest =
    <b>You take part in no programme at the moment.</b>

    If you would like to come back, ask the curator for a new link.
home-unnamed = No name

home-roles = <b>You have several roles here.</b> Choose where to go on:
home-line-owner = owner of the bot
home-line-curator = curator, { $school }
home-line-mentee = you will have a mentor: “{ $programme }”, { $school }
home-line-mentor = mentor: “{ $programme }”, { $school }
home-line-guardian = parent: “{ $programme }”, { $school }
home-line-staff = in charge of activities: “{ $programme }”, { $school }
home-as-owner = I am here as the owner
home-as-curator = I am here as curator · { $school }
home-as-mentee = I am here for a mentor · { $programme }
home-as-mentor = I am here as mentor · { $programme }
home-as-guardian = I am here as parent · { $programme }
home-as-staff = I am here for my activities · { $programme }
home-here-owner = You are the owner of this bot.
home-here-curator = You are a curator here.
home-here-mentee = You are in the programme “{ $programme }”, { $school }.
home-here-mentor = You are a mentor in the programme “{ $programme }”, { $school }.
home-here-guardian = You are here as a parent: programme “{ $programme }”, { $school }.
home-here-staff = You are in charge of activities of the programme “{ $programme }”, { $school }.
home-line-guardian-of = parent ({ $of }): “{ $programme }”, { $school }
home-line-staff-of = { $of }: “{ $programme }”, { $school }
home-as-guardian-of = I am here as a parent · { $of } · { $programme }
home-as-staff-of = I am here: { $of } · { $programme }
home-here-guardian-of = You are here as a parent ({ $of }): programme “{ $programme }”, { $school }.
home-here-staff-of = You are here: { $of }, programme “{ $programme }”, { $school }.

home-nothing-owner = Nothing is needed from you now.
home-nothing-curator = Nothing is needed from you now. I shall write when something needs a decision.
home-nothing-mentee = Nothing is needed from you now. I shall write here when there is news.
home-nothing-mentor = Nothing is needed from you now. I shall write here when there is news.
home-nothing-guardian = Nothing is needed from you now. I shall write here if your decision is needed.
home-nothing-staff = Nothing is needed from you now. I shall remind you before each of your activities.

home-joined-owner =
    <b>Hello! You are the owner of this bot now.</b>

    You name schools and invite curators. The curators run the programmes, and only they see questionnaires and answers.
home-joined-curator =
    <b>Hello! This is Tropa, a bot for mentoring programmes.</b>

    { $school } invites you to run its programme as curator: to gather people, consents and questionnaires. I remind everyone of what is due.
home-joined-mentee =
    <b>Hello! This is Tropa, the bot of the mentoring programme “{ $programme }”.</b>

    { $school } invites you: here a mentor will be found for you. First consent and a questionnaire, then meetings.

    👁 The curator of the programme sees the answers. Before each questionnaire I say who else does.
home-joined-mentor =
    <b>Hello! This is Tropa, the bot of the mentoring programme “{ $programme }”.</b>

    { $school } invites you to be a mentor. First consent and a questionnaire, then you get to know each other and meet.

    👁 The curator of the programme sees the answers. Before each questionnaire I say who else does.
home-joined-guardian =
    <b>Hello! This is Tropa, the bot of the mentoring programme “{ $programme }”.</b>

    { $school } invites your child to take part. Nothing begins without your consent.

    👁 The curator of the programme sees your decision. I do not show you the child’s answers: they are for the curator and the mentor.
home-joined-staff =
    <b>Hello! This is Tropa, the bot of the mentoring programme “{ $programme }”.</b>

    { $school } put you in charge of some activities. I remind you of each in good time; one tap marks it as done.
home-already = Welcome back! You are here already: { $role }.

home-who-comes =
    <b>Who comes in by this link?</b>

    Somebody writes from this phone already. Choose yourself, or “Somebody else” if you are new here.
home-personal-link =
    <b>This link is for one person on the school’s list.</b>

    Somebody else already writes from this phone. If the person who was given the link is here, they may come in: the bot will tell you apart.
home-join-personal = The link is mine — come in
home-own-link =
    <b>This link is for a parent.</b>

    Forward it to your mother, father or whoever stands in for them: an adult has to open it. If the adult uses this phone, let them press the button themselves.
home-join-me = It is me, { $name }
home-join-other = Somebody else
home-join-guardian = I am the adult and use this phone
home-link-used =
    <b>Everybody for whom this link was made has come in already.</b>

    Ask whoever sent it for a new one.
home-link-expired =
    <b>This link has run out.</b>

    Ask whoever sent it for a new one.
home-link-revoked =
    <b>This link was taken back.</b>

    Ask whoever sent it for a new one.
home-link-unknown =
    <b>This link does not fit.</b>

    Perhaps a part of it is missing. Open it once more, or ask the curator for a new one.
home-link-throttled =
    <b>Too many links that do not fit, one after another.</b>

    Wait a minute and open the link again. If that does not help, ask the curator.

home-switch-button = 👤 Somebody else is writing
home-who-writes =
    <b>Who is writing now?</b>

    Several people came in from this phone. Choose yourself: from then on everything is for you.

home-language = <b>Which language shall I speak?</b>
home-language-name = English
home-language-button = 🌐 Language · Язык
home-language-chosen = I speak English now

home-settings-button = ⚙️ Settings
home-settings =
    <b>Settings</b>

    Language: { $language }
home-settings-name = Name in the bot: { $name }
home-settings-seen-full = The curator and the people you work with see the whole name.
home-settings-seen-initial = Messages show only the given name and the first letter of the family name.
home-settings-seen-code = Messages show a code instead of the name.
home-settings-rename = Change the name

home-privacy-button = 🔒 What the bot keeps about me
home-privacy =
    <b>What the bot keeps about you</b>
home-privacy-more = and { $count } more
home-privacy-seen = <b>Who sees it.</b> You and the curator of your programme. Others see only what is said before a questionnaire and in the consent. The bot shows nothing to outsiders and sells no data.
home-privacy-end = <b>How to end it.</b> Consent can be withdrawn at any time: the bot then stops asking for and showing your data at once. Below you can download all that is kept about you, and erase it.
home-privacy-stranger =
    <b>What the bot keeps about you</b>

    • the number of your Telegram chat and its language, to be able to answer

    Nothing else: you have not come into a programme yet. Afterwards everything that the bot remembers about you is shown here.

home-help =
    <b>What Tropa does</b>
home-help-stranger = The bot runs a school’s mentoring programme. You come in by a link or QR code from the curator.
home-help-owner = As the owner you name schools and invite curators.
home-help-curator = As a curator you set up the programme, invite people and see who is ready and who is waited for.
home-help-mentee = I ask for consent and for the answers to a questionnaire. By them the curator finds a mentor for you. You can stop whenever you like: answers are kept at once.
home-help-mentor = I ask for consent and for the answers to the mentors’ questionnaire. By them the curator finds whom you can help. You can stop whenever you like: answers are kept at once.
home-help-guardian = Here you decide whether your child takes part, and can withdraw the consent.
home-help-staff = I remind you of the activities that you are in charge of.
home-help-command = /{ $name } — { $what }
home-help-ask = Questions about the programme go to the curator of your school.
home-help-ask-staff = Questions about the bot itself go to whoever set it up.

home-cancelled =
    <b>All right, we have stopped.</b>

    Nothing is lost: what you answered and began is kept. You can go on at any time.

home-heard-text = I read: “{ $text }”. I am not waiting for a message now, so here is where we are.
home-heard-command = There is no command { $text }. All commands are in /help.
home-heard-file = I see the file “{ $name }”, but I do not need it now and do not keep it.
home-heard-voice = I cannot listen to voice messages. Please write it in words.
home-heard-sticker = Thank you for the sticker! Sadly I only understand words and buttons.
home-heard-photo = I see the photo, but I cannot look at pictures and do not keep them.
home-heard-place = I got the place, but I do not need it now and do not keep it.
home-heard-contact = I see the contact, but I do not collect phone numbers.
home-heard-video = I cannot watch videos. Please write it in words.
home-heard-poll = I see the poll, but I cannot vote.
home-heard-thing = I do not understand messages of this kind yet. Write in words or press a button.
home-edited =
    I see that you corrected a message, but I do not read corrections.

    To change an answer, go back to the question with “Back”, or correct it on the review screen.
home-sorry =
    <b>Something went wrong, I am sorry.</b>

    Your answers are kept. Try once more a little later; if it does not help, tell the curator.
