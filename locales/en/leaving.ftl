# Stopping, resting, coming back, erasing one's data, and the curator's list.

leaving-refused = { people-refused }

leaving-mine-button = ⏸ Pause or stop taking part
leaving-mine = <b>Where you take part</b>

    Choose what it is about.
leaving-mine-none = You take part in nothing now: there is nothing to stop.
leaving-mine-own = { $programme }
leaving-mine-ward = { $name } — { $programme }

leaving-state-active = Going on.
leaving-state-paused = ⏸ Paused, without a date so far.
leaving-state-paused-until = ⏸ Paused until { $on }.
leaving-state-stopped = Stopped on { $on }.
leaving-state-erasing = The consent was withdrawn. The data will be erased on { $on }; until then a new consent brings everything back.

leaving-of-self = <b>{ $programme }</b>
    { $state }

    You can pause or stop. You do not have to say why.
leaving-of-guardian = <b>{ $name }</b>
    Programme “{ $programme }”. { $state }

    You can pause or stop your child’s part. You do not have to say why.
leaving-of-curator = <b>{ $name }</b>
    Programme “{ $programme }”. { $state }

    First I show what changes and who will hear of it.

leaving-pause-self = Take a pause
leaving-pause-guardian = Take a pause
leaving-pause-curator-mentee = The participant is away for a time
leaving-pause-curator-mentor = The mentor is away for a time
leaving-stop-self = Stop taking part
leaving-stop-guardian = My child leaves
leaving-stop-curator-mentee = The participant leaves
leaving-stop-curator-mentor = The mentor leaves
leaving-back-self = Come back
leaving-back = Bring back
leaving-no = Leave as it is

leaving-pause = <b>Until which day?</b>

    Choose a day or type a date such as 12.12. The programme runs until { $ends }.
leaving-pause-odd = That day does not fit: it has to be after today and not after { $ends }, for example 12.12.

    Until which day?
leaving-pause-hint = For example: 12.12
leaving-pause-until = Until { $on }
leaving-pause-open = I do not know yet

leaving-ask-stopped-self = <b>Stop taking part?</b>
    Programme “{ $programme }”.

    { $touches }
leaving-ask-stopped-guardian = <b>{ $name }: stop taking part?</b>
    Programme “{ $programme }”.

    { $touches }
leaving-ask-stopped-curator = <b>{ $name }: stop taking part?</b>
    Programme “{ $programme }”.

    { $touches }
leaving-ask-paused-self = <b>Take a pause?</b>
    Programme “{ $programme }”.

    { $touches }
leaving-ask-paused-guardian = <b>{ $name }: take a pause?</b>
    Programme “{ $programme }”.

    { $touches }
leaving-ask-paused-curator = <b>{ $name }: take a pause?</b>
    Programme “{ $programme }”.

    { $touches }

leaving-touch-quiet-stopped = No more questions and reminders.
leaving-touch-quiet-paused = No questions and reminders during the pause.
leaving-touch-quiet-until = No questions and reminders until { $on }.
leaving-touch-kept = Everything done so far is kept.
leaving-touch-told-self = The curator will hear of it { $when }. I ask for no reason and tell none.
leaving-touch-told-self-guardian = The curator and your parent will hear of it { $when }. I ask for no reason and tell none.
leaving-touch-told-guardian = Your child and the curator will hear of it { $when }. I ask for no reason and tell none.
leaving-touch-told-curator = { $name } will get a message { $when }, short and without a reason.
leaving-touch-told-curator-guardian = { $name } and the parent will get a message { $when }, short and without a reason.
leaving-touch-return-stopped-self = You can come back: ask the curator for a new link.
leaving-touch-return-stopped-guardian = Coming back is possible: write to the curator.
leaving-touch-return-stopped-curator = “Bring back” on this screen undoes it.
leaving-touch-return-until = The pause ends by itself after { $on }. Earlier by “Come back”.
leaving-touch-return-open = Coming back takes one button, any day.

leaving-yes-stopped = Yes, stop
leaving-yes-paused = Yes, pause
leaving-yes-until = Yes, pause until { $on }

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
leaving-done-told = Others will hear of it { $when }. Until then you can undo it, and nobody will know.
leaving-when-soon = in a minute
leaving-when-today = today at { $time }
leaving-when-tomorrow = tomorrow at { $time }
leaving-undo = ↩️ Undo

leaving-returned-self = Welcome back!
leaving-returned-guardian = ✅ { $name }: going on again.
leaving-returned-curator = ✅ { $name }: going on again.

leaving-resting = <b>{ $programme }</b>
    { $state }

    I ask and remind of nothing now. Everything you did is still here.

leaving-told-stopped-self = Your part in “{ $programme }” has been stopped. There will be no questions and reminders. If you want to come back, write to the curator.
leaving-told-stopped-ward = { $name }: the part in “{ $programme }” has been stopped. The curator will answer your questions.
leaving-told-paused-self = “{ $programme }” is paused for you. Meanwhile I ask nothing.
leaving-told-paused-ward = { $name }: “{ $programme }” is paused. Meanwhile there are no questions and reminders.
leaving-told-paused-until-self = “{ $programme }” is paused for you until { $on }. Until then I ask nothing.
leaving-told-paused-until-ward = { $name }: “{ $programme }” is paused until { $on }.
leaving-told-returned-self = “{ $programme }” goes on for you. Good to see you!
leaving-told-returned-ward = { $name }: “{ $programme }” goes on.
leaving-told-go = Have a look

leaving-card = Pause, leaving, coming back
leaving-todos-button = 📝 To do
leaving-todos-count = 📝 To do ({ $count })
leaving-todos = <b>To do</b>
    { $programme }
leaving-todos-none = Nothing waits now.
leaving-todos-how = Done? Tap the number.
leaving-todos-more = …and { $count } more
leaving-todo-line = { $number }. { $what } <i>{ $when }</i>
leaving-todo-until = by { $on }
leaving-todo-waits = { $days ->
        [one] waiting for { $days } day
       *[other] waiting for { $days } days
    }
leaving-todo-teacher = { $name }: tell the class teacher.
leaving-todo-lists = { $name }: note it in the school’s lists and order.
leaving-todo-substitute = { $name }: decide who takes over.
leaving-todo-come-back = { $name }: ask what is needed for coming back.
leaving-todo-papers = { $name }: remove papers and files with the data outside of the bot.
leaving-todo-nobody = A participant whose data are erased
leaving-todo-notice = <b>There is something to do</b>
    Programme “{ $programme }”

    { $lines }
leaving-done-toast = Noted
leaving-away = <b>Who rests and who has left</b>
    { $lines }
leaving-away-paused = • { $name }: paused until { $on }
leaving-away-paused-open = • { $name }: paused without a date
leaving-away-stopped = • { $name }: stopped on { $on }
leaving-away-stopped-open = • { $name }: stopped
leaving-away-erasing = • { $name }: the data go on { $on }; only a new consent takes that back
leaving-away-erasing-open = • { $name }: the data go
leaving-term-button = When withdrawn data are erased
leaving-term = <b>How many days after a withdrawal are the data erased?</b>

    Now: { $days }. The law allows 30 at most. Until that day the person can come back by a new consent and finds everything as it was. A new term counts for withdrawals from now on.
leaving-term-days = { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
leaving-term-toast = Saved

leaving-withdrawal-erased = The data will be erased on { $on }.
leaving-withdrawal-return = Until then a new consent brings everything back.
leaving-withdrawal-stays = For the school’s report only numbers remain: no name, code or answers. Messages in chats are beyond the bot’s reach.

leaving-export-button = 📥 Download my data
leaving-export-toast = On its way: a document and a file will come as messages
leaving-export-name = my-data
leaving-export-title = What Tropa keeps about me
leaving-export-about = This is all that the bot kept on { $on }. You can ask to have it corrected or erased: the command /privacy.
leaving-export-footer = Tropa, { $on }
leaving-export-seen = You and your programme’s curator see it; other participants see only what the consent and the questionnaires said.
leaving-export-failed = Your data could not be put together. Please try again a little later: /privacy.
leaving-exported-docx = Everything the bot keeps about you, in plain words. Only you see this file.
leaving-exported-json = The same for programs, should you want to move it elsewhere.
leaving-told-files = Files

leaving-erase-button = 🗑 Erase my data
leaving-erase-planned-button = 🗑 Your data are being erased: more
leaving-erase = <b>Erase my data?</b>

    • At once: your consents are withdrawn, no more questions and reminders.
    • On { $on } (in { $days ->
        [one] { $days } day
       *[other] { $days } days
    }): name, year of birth, answers, files and the number of your chat are erased.
    • Until then a new consent brings everything back.
    • Backup copies of the database go when their own time is up, two weeks later.
leaving-erase-held = <b>What cannot go yet:</b>
    { $lines }
leaving-erase-stays = <b>What stays, and why.</b> The school reports numbers: how many took part and how many questionnaires were sent. Those numbers stay, without name, class, code or answers, and a record that the data were erased.
leaving-erase-chats = Messages in chats, yours and those of others, are beyond the bot’s reach. You can delete your own chat in Telegram.
leaving-erase-yes = Yes, erase my data
leaving-erase-child = <b>Your parent decides about erasing</b>

    Until you are 14, data are erased when a parent asks for it by withdrawing the consent. You can stop taking part by yourself, right now.
leaving-erase-blocked = <b>First hand over your work</b>

    { $lines }

    After that your data can be erased here.
leaving-blocker-owner = You own this bot: without an owner nobody can mend it. The owner is replaced by a command on the server.
leaving-blocker-curator = You are a curator: people have to know whom to turn to. Hand over to another curator.
leaving-blocker-staff = You answer for activities: ask the curator to give them to somebody else.
leaving-blocker-guardian = Your child takes part by your consent: as long as it stands, your name and your decision are kept. Withdraw it, and both go.
leaving-erase-planned = <b>Your data will be erased on { $on }</b>

    There are no questions and reminders any more. Until then you can come back: read the consent again and agree, and everything is as it was.
leaving-erase-planned-keep = <b>Your data will be erased on { $on }</b>

    Until then you can change your mind.
leaving-erase-return = Come back
leaving-erase-keep = Do not erase
leaving-erase-parts = Noted: your consents are withdrawn, and what you left as a participant will be erased in time. What your other work needs stays until you hand it over.
leaving-kept = All right, nothing is erased.
leaving-kept-not = A new consent brings you back: /privacy → “My consents”.
leaving-told-erasures = Erasure of data
leaving-told-erasure = Asked for on { $on }, due
