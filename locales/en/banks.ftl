banks-mentee =
    <b>Mentees</b> · { $programme }

    In all: <b>{ $all }</b>, ready to be matched: <b>{ $ready }</b>. { $form }

    { $shown }
banks-mentor =
    <b>Mentors</b> · { $programme }

    In all: <b>{ $all }</b>, ready to be matched: <b>{ $ready }</b>. { $form }

    { $shown }
banks-every-form = All forms are shown.
banks-one-form = Form: { $form }.
banks-empty = Nobody yet. Invite people by a link or a poster with a QR code.
banks-none = Nobody fits this filter.
banks-tap = Tap a person to open the card.
banks-filter-all = All
banks-filter-ready = Ready
banks-filter-questionnaire = No questionnaire
banks-filter-consent = No consent
banks-filter-guardian = Parent to answer
banks-filter-check = Not checked
banks-short-ready = ready
banks-short-questionnaire = questionnaire awaited
banks-short-consent = consent awaited
banks-short-guardian = parent awaited
banks-short-check = please check
banks-other-form = Another form
banks-nudge-all = Remind of the questionnaire: { $count }
banks-export = Export to Excel
banks-invite = Invite
banks-card =
    { $name }
    { $who }
    Form: { $forms }

    { $marks }

    { $ready }
banks-who-mentee = Mentee
banks-who-mentor = Mentor
banks-mark-consent-done = ✅ Consent given
banks-mark-consent-waits = ⏳ Consent awaited
banks-mark-consent-declined = ✖️ Consent refused
banks-mark-consent-withdrawn = ✖️ Consent withdrawn
banks-mark-guardian-done = ✅ Parent agrees
banks-mark-guardian-waits = ⏳ Parent’s answer awaited
banks-mark-guardian-check = 👀 A parent has answered, waits for your check
banks-mark-guardian-declined = ✖️ Parent does not agree
banks-mark-questionnaire-done = ✅ Questionnaire filled in
banks-mark-questionnaire-open = ⏳ Questionnaire begun
banks-mark-questionnaire-none = ⏳ Questionnaire not begun
banks-mark-checked = ✅ Checked by you
banks-mark-unchecked = ⏳ Please check: is it the right person, is all correct
banks-is-ready = <b>Can be matched.</b>
banks-not-ready = Not ready to be matched yet: see what is missing above.
banks-answers = Answers
banks-check = Checked: all correct
banks-uncheck = Take back “checked”
banks-checked-toast = Marked as checked
banks-unchecked-toast = The mark is taken back
banks-nudge = Remind of the questionnaire
banks-nudge-none = There is nobody to remind: everybody has answered, or was reminded today. The bot does not write more than once a day.
banks-nudge-one-ask = Remind { $name } of the questionnaire?
banks-nudge-many-ask = { $count ->
        [one] Remind { $count } person of the questionnaire?
       *[other] Remind { $count } people of the questionnaire?
    }
banks-nudge-text = The bot will say that the questionnaire has not been sent yet, and offer to go on from the same place.
banks-nudge-go = Yes, remind
banks-nudge-planned = The reminder is on its way.
banks-guardian-link = Link for the parent
banks-guardian-check = Check who answered
banks-answers-of =
    <b>Answers: { $name }</b>

    { $lines }
banks-refused = { people-refused }
banks-export-toast = The file is being made. It will come as a message of its own.
banks-exported = Here is the table. It holds people’s answers: keep it where strangers cannot see it.
banks-export-failed = The table could not be made. Please try again in a couple of minutes.
banks-file-mentee = Mentees
banks-file-mentor = Mentors
banks-nudged =
    The curator reminds you of the questionnaire: it has not been sent yet.

    Tap to go on from where you stopped.
banks-nudged-go = Go on
banks-sheet-all = List
banks-sheet-answers = Answers { $number }
banks-column-number = No.
banks-column-code = Code
banks-column-name = Name
banks-column-class = Class or post
banks-column-form = Form of mentoring
banks-column-consent = Consent
banks-column-guardian = Parent
banks-column-questionnaire = Questionnaire
banks-column-checked = Checked by the curator
banks-column-ready = Ready to be matched
banks-cell-yes = yes
banks-cell-no = no
banks-cell-consent-done = given
banks-cell-consent-waits = awaited
banks-cell-consent-declined = refused
banks-cell-consent-withdrawn = withdrawn
banks-cell-guardian-done = agrees
banks-cell-guardian-waits = awaited
banks-cell-guardian-check = to be checked
banks-cell-guardian-declined = does not agree
banks-cell-guardian-notNeeded = not needed
banks-cell-questionnaire-done = filled in
banks-cell-questionnaire-open = begun
banks-cell-questionnaire-none = not begun
banks-link-mentee = Mentees
banks-link-mentor = Mentors
banks-name = Correct the name
banks-name-first = Give the name
banks-name-ask =
    <b>{ $name }</b>: how is the name written?

    Type the family name and the given name, for example: <i>Brown Mary</i>. If the person has a chat with the bot, they will hear that the name was corrected.
banks-name-hint = Family name, given name
banks-name-odd-empty = I see no name here. Type it in words: <i>Brown Mary</i>.
banks-name-odd-long = That is too long for a name: a word has at most 80 characters.
banks-name-odd-sentence = That looks like a whole sentence. Type only the name.
banks-name-odd-command = There is no such command, and I am waiting for a name: <i>Brown Mary</i>.
banks-name-odd-codes = A code stands for this person's name, so the bot keeps no name.
banks-renamed = The curator has corrected how your name is written. What the bot keeps is shown by /privacy.
banks-year = Correct the year of birth
banks-year-ask =
    <b>{ $name }</b>: what is the right year of birth?

    Type it, for example 2012. The year decides whose consent is needed: if that changes, the bot will ask again.
banks-year-odd = That cannot be a year of birth. Type the year, for example 2012.
banks-answer-whole = Answer { $number } in full
banks-name-and-code = <b>{ $name }</b> · { $code }
banks-code-only = <b>{ $code }</b>
banks-who-mentee-in = Mentee, { $className }
banks-who-mentor-in = Mentor, { $className }

banks-more = More…
banks-more-of = { $name }: what would you like to do?
