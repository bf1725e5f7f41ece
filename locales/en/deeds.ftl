# Taking back, and history.

deeds-today = today at { $time }
deeds-tomorrow = tomorrow at { $time }
deeds-on = on { $date } at { $time }
deeds-nobody = Nobody is told about it.
deeds-tell = { $count ->
        [one] { $count } person will learn of it { $moment }.
       *[other] { $count } people will learn of it { $moment }.
    }
deeds-until-then = Until then you can take it back.
deeds-until = You can take it back until { $moment }.
deeds-undo = ↩️ Take back
deeds-undone = Taken back. Nobody has heard of it.
deeds-moved = There is nothing left to take back: things have changed since.
deeds-over = The time for taking it back is over.
deeds-late = { $more ->
        [0] It is too late to take it back: the message has gone. Who knows: { $names }.
       *[other] It is too late to take it back: the messages have gone. Who knows: { $names } and { $more } more.
    }
deeds-late-count = { $count ->
        [one] It is too late to take it back: the message has gone, { $count } person knows.
       *[other] It is too late to take it back: the messages have gone, { $count } people know.
    }

deeds-history-link = History
deeds-history = <b>History</b> · { $heading }
deeds-history-empty = Nothing has happened yet.
deeds-history-line =
    <i>{ $on }, { $time }</i>
    { $who }: { $what }{ $change }{ $whom }
deeds-history-change = : { $from } → { $to }
deeds-history-value = : { $to }
deeds-history-for = {" "}({ $name })
deeds-history-bot = the bot
deeds-history-owner = the owner of the bot
deeds-history-erased = somebody whose data were erased

deeds-act-birth-year = gave the year of birth
deeds-act-birth-year-corrected = corrected the year of birth
deeds-act-checked = marked as checked
deeds-act-consent-agreed = agreed
deeds-act-consent-declined = did not agree
deeds-act-consent-withdrawn = withdrew the consent
deeds-act-created = created it
deeds-act-exported = took a table away
deeds-act-guardian-confirmed = confirmed to be the guardian
deeds-act-invited = made an invitation link
deeds-act-joined = came in
deeds-act-name-corrected = corrected the name
deeds-act-named = gave a name
deeds-act-nudged = reminded of the questionnaire, people
deeds-act-reactivated = took the role up again
deeds-act-refused = tried without the right to
deeds-act-revoked = revoked a link
deeds-act-roadmap-kept = sent the roadmap file
deeds-act-set-address = changed how pupils are addressed
deeds-act-set-forms = changed the forms of mentoring
deeds-act-set-intake = changed the length of the questionnaire
deeds-act-set-naming = changed how names are shown
deeds-act-set-period = changed the programme’s dates
deeds-act-set-title = changed the programme’s title
deeds-act-stopped = ended the role
deeds-act-succeeded = handed over
deeds-act-unchecked = took the mark “checked” away
deeds-act-undone = took the last act back before anybody heard of it
deeds-act-accepted = accepted a proposal
deeds-act-answered = entered an answer
deeds-act-consents-exported = took the ledger of consents away
deeds-act-declined = declined a proposal
deeds-act-deputy-asked = asked for a deputy
deeds-act-entering = began to answer for the person
deeds-act-erasure-asked = asked for the data to be erased
deeds-act-guardian-checked = checked the guardian
deeds-act-guardian-unknown = did not know the guardian
deeds-act-lead-named = named the leading curator
deeds-act-list-added = added a list
deeds-act-list-corrected = corrected a list
deeds-act-list-exported = took a list away
deeds-act-list-removed = removed a list
deeds-act-merged = joined two entries about one person
deeds-act-new-link = gave a new personal link
deeds-act-new-phone = came in from a new phone
deeds-act-not-listed = marked as not on the list
deeds-act-note-kept = kept a note of a talk
deeds-act-papers = printed blank forms
deeds-act-papers-entered = entered paper forms
deeds-act-paused = paused the role
deeds-act-permission-ended = took a right away
deeds-act-permitted = gave a right
deeds-act-proposed = proposed a pupil
deeds-act-quieted = asked the bot not to write by itself
deeds-act-resumed = resumed
deeds-act-sent = sent the questionnaire
deeds-act-set-erasure = changed the term of erasure
deeds-act-set-phone = gave the school’s phone
deeds-act-set-site = gave the school’s site
deeds-act-slips = printed slips with links
deeds-act-todo-done = marked a task as done
deeds-act-told = marked as told in person
deeds-act-unanswered = removed an answer
deeds-act-unquieted = let the bot write by itself again
deeds-act-absence-ended = ended the standing in
deeds-act-deputy-accepted = the deputy agreed
deeds-act-deputy-declined = the deputy could not
deeds-act-note-erased = erased a note of a talk
deeds-act-support-ended = ended the support
deeds-act-support-moved = moved the date to look again
deeds-act-support-offered = offered support
deeds-act-other = a change

deeds-value-full = in full
deeds-value-initial = first name and initial
deeds-value-code = code
deeds-value-vy = formally
deeds-value-ty = informally
deeds-value-short = short
deeds-value-usual = usual
deeds-value-own = a form of the school’s own
