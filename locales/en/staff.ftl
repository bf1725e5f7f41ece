# Those who run a programme: curators, helpers, standing in, handing over, proposals, notes, support.

staff-link-team = 👥 Curators and helpers
staff-link-referrals = 🙋 Pupils proposed: { $count }
staff-link-support = 💛 Offered support: { $count }
staff-link-notes = 📝 Interview notes: { $count }
staff-link-offer = 💛 Offer the psychologist's support
staff-card-support = 💛 Support offered, look again on { $date }

staff-team =
    <b>Curators and helpers</b>
    Programme “{ $programme }”
staff-curator = 👤 { $name }, curator
staff-curator-leads = ⭐ { $name }, leads the programme
staff-helper = 🗂 { $name }
staff-helper-post = 🗂 { $name }, { $post }
staff-line-more = { $line } ({ $more })
staff-no-helpers = No helpers yet. Invite the psychologist or a class teacher to share the work.
staff-quiet-mark = the bot does not write first
staff-curator-button = ⭐ { $name }
staff-invite-helper = ➕ Invite a helper
staff-invite-curator = ➕ Invite another curator
staff-away-button = 🏖 I am away until …
staff-hand-button = 🤲 Hand over
staff-away-lasts = 🏖 You are away until { $until } inclusive; { $name } stands in.
staff-away-asked = 🏖 Waiting for an answer: { $name } may stand in for you until { $until } inclusive.

staff-may-consents = sees who has given consent
staff-may-consents-in = sees who has given consent: { $className }
staff-may-enter = enters for others
staff-may-enter-in = enters for others: { $className }
staff-may-support = sees who was offered support

staff-curator-card =
    <b>{ $name }</b>
    Curator.

    Whoever leads “{ $programme }” gets everything that the bot writes to the curator.
staff-curator-card-leads =
    <b>{ $name }</b>
    Leads “{ $programme }” and gets everything that the bot writes to the curator.
staff-lead-button = ⭐ Let them lead the programme
staff-end-button = End the curator's role
staff-end-sure =
    <b>Is { $name } no longer a curator?</b>
    { $school }

    What this touches:
    { $touches }

    Access ends at once. The history stays under the old name.
staff-end-yes = Yes, end it
staff-end-last = The last curator cannot go: invite another one first

staff-helper-card =
    <b>{ $name }</b>
    { $post }

    May:
    { $may }

    { $quiet }
staff-post-none = helper
staff-given = { $what }
staff-given-none = • answer for activities and propose pupils
staff-quiet-on = 🔕 The bot does not write first, it only answers.
staff-quiet-off = 🔔 The bot writes when there is a reason.
staff-give-consents = ➕ See who has given consent
staff-give-enter = ➕ Enter for others
staff-give-support = ➕ See who needs support
staff-take = ➖ Take back: { $what }
staff-quiet-button = 🔕 Do not write first
staff-unquiet-button = 🔔 Write when there is a reason
staff-dismiss-button = End the helper's role
staff-dismiss-sure =
    <b>Does { $name } no longer help?</b>

    Access ends at once, and so do the permissions. The history stays.
staff-dismiss-yes = Yes, end it
staff-class-consents =
    <b>{ $name }: whose consents can be seen?</b>

    Only whether there is a consent. Answers to questionnaires are not shown.
staff-class-enter =
    <b>{ $name }: for whom may they enter?</b>

    Consents on paper and questionnaires told in person. Each entry says who made it and when.
staff-class-whole = The whole programme

staff-post-ask =
    <b>Whom do you invite to help?</b>
    Programme “{ $programme }”

    You give the rights later: at first a helper answers for activities and may propose a pupil.
staff-post-psychologist = School psychologist
staff-post-methods = Head of the subject council
staff-post-class-teacher = Class teacher …
staff-post-director = Director
staff-post-other = Another post …
staff-post-of-class = Class teacher of { $className }
staff-post-type-class-teacher = <b>Of which class?</b> Write it, for example: 7A.
staff-post-type-other = <b>Which post?</b> Write it as your school says it.
staff-post-odd = Too long or empty. Please write it shorter, in words.
staff-post-hint-class-teacher = 7A
staff-post-hint-other = Social teacher
staff-link =
    <b>A link for one person</b>
    { $post }, programme “{ $programme }”

    { $url }

    Valid for 30 days. When the person is in, give the rights in “Curators and helpers”.
staff-link-quiet =
    <b>A link for one person</b>
    { $post }, programme “{ $programme }”

    { $url }

    Valid for 30 days. The bot will not write first, it only answers when asked.
staff-link-curator =
    <b>A link for a new curator</b>
    { $school }

    { $url }

    One person comes in by it and sees all programmes of the school. Valid for 30 days.
staff-copy = Copy the link

staff-hand =
    <b>Hand over to a successor</b>
    { $school }

    What moves:
    { $touches }

    The successor opens the link, and your access ends in that minute. The history stays under your name.
staff-hand-made =
    <b>A link for the successor</b>
    { $school }

    { $url }

    What moves as soon as it is opened:
    { $touches }

    Until then everything stays with you. The link is valid for 30 days.
staff-hand-make = Make a link
staff-hand-revoke = Take the link back
staff-touch-programmes = { $count ->
        [one] access to { $count } programme of the school
       *[other] access to { $count } programmes of the school
    }
staff-touch-leads = leads: { $titles }
staff-touch-notices = messages not sent yet: { $count }
staff-touch-todos = open things to do: { $count }
staff-touch-stands-in = standing in: { $count }
staff-handed =
    <b>You have handed over.</b>
    { $school }

    The curator is now { $name }. Your access has ended, the history stays under your name. Thank you for your work!

staff-away =
    <b>Until which day are you away?</b>
    Programme “{ $programme }”

    Choose the last day or write a date, for example 5.12. Meanwhile messages to the curator go to whoever stands in for you.
staff-away-odd =
    <b>I see no fitting date here.</b>

    Write the last day of your absence, for example 5.12 or 05.12.2026: not before today and within a year.
staff-day-hint = 5.12
staff-day-until = until { $date }
staff-away-who =
    <b>Who stands in for you until { $until }?</b>

    I will ask this person. Until they agree, everything stays with you.
staff-away-nobody =
    <b>There is nobody to stand in yet.</b>

    Invite a second curator or a helper. When they are in, come back here.
staff-away-lasts-card =
    <b>You are away until { $until } inclusive.</b>

    { $name } stands in. It ends as soon as you do something here yourself.
staff-away-asked-card =
    <b>The question is on its way to { $name }.</b>

    Until { $until } inclusive. Until there is an answer, everything stays with you.
staff-away-end = I am back, end it
staff-away-cancel = Take the question back
staff-away-ended = The standing in has ended
staff-away-again = Ask somebody else
staff-deputy-ask =
    <b>Will you stand in for a colleague?</b>

    { $name } asks you to stand in until { $until } inclusive: programme “{ $programme }”. Messages to the curator will come to you, and so do the curator's rights in this programme for that time.
staff-deputy-yes = Yes, I will
staff-deputy-no = Not this time
staff-deputy-accepted =
    <b>Thank you! You stand in for { $name }.</b>

    Until { $until } inclusive. Your colleague is being told now.
staff-deputy-declined = All right. { $name } is being told that you cannot this time (until { $until }).
staff-deputy-stale = This question is closed already, there is nothing to answer.
staff-deputy-open = 📂 Open the programme
staff-deputy-end = End standing in
staff-answered-yes = <b>{ $name } stands in for you until { $until } inclusive.</b> Have a good rest!
staff-answered-no = { $name } cannot stand in for you until { $until } this time. Everything stays with you.
staff-over-deputy = <b>Standing in has ended.</b> { $name } is back. Thank you!
staff-over-absent = <b>Standing in has ended.</b> Messages to the curator come to you again. { $name } stood in for you.

staff-as-owner = 👤 To you as the owner of the bot · { $where }
staff-as-owner-alone = 👤 To you as the owner of the bot
staff-as-curator = 👤 To you as a curator · { $where }
staff-as-curator-alone = 👤 To you as a curator
staff-as-mentee = 👤 To you as a participant · { $where }
staff-as-mentee-alone = 👤 To you as a participant
staff-as-mentor = 👤 To you as a mentor · { $where }
staff-as-mentor-alone = 👤 To you as a mentor
staff-as-guardian = 👤 To you as a parent · { $where }
staff-as-guardian-alone = 👤 To you as a parent
staff-as-staff = 👤 To you as a member of staff · { $where }
staff-as-staff-alone = 👤 To you as a member of staff
staff-for = 📱 This is for { $name }
staff-in-place = 🔁 In the place of { $name }

staff-guide = What you may do here:
staff-guide-none = I will write when your help is needed. And if you know a pupil whom a mentor could help, propose them.
staff-guide-stands-in = 🔁 You stand in for { $name }, until { $until } inclusive.
staff-way-consents = ✅ Consents
staff-way-support = 💛 Who was offered support
staff-way-enter = ✍️ Enter for others
staff-way-refer = 🙋 Propose a pupil

staff-refer-which = <b>For which programme do you propose a pupil?</b>
staff-refer-nowhere = Teachers, the psychologist, mentors and parents of a programme may propose a pupil. You have no such role now.
staff-refer-class =
    <b>Whom could a mentor help?</b>
    Programme “{ $programme }”

    Choose the class or write it. The curator decides; nobody tells the pupil anything yet.
staff-refer-class-type =
    <b>Whom could a mentor help?</b>
    Programme “{ $programme }”

    Write the class, for example 7A. The curator decides; nobody tells the pupil anything yet.
staff-refer-class-odd = Write the class shortly, for example 7A. Programme “{ $programme }”.
staff-refer-class-hint = 7A
staff-refer-row =
    <b>{ $className }: who is it on the class list?</b>

    Choose the number on the list. If you do not know it, the class is enough.
staff-row-button = No. { $row }
staff-refer-only = The class only
staff-refer-reason =
    <b>{ $className }. Why do you propose?</b>

    In one message: who it is, when not on the list, and how a mentor would help. Only the curator reads it; 30 days after the decision these words are erased.
staff-refer-reason-odd = Write one message, in words, a little shorter. { $className }: why do you propose?
staff-refer-done = <b>Thank you! The curator will see your proposal.</b> I will send the decision here.
staff-refer-many = Several of your proposals wait for the curator already. Let us wait for an answer first.
staff-class-unknown = class not given
staff-referral-row = { $className }, No. { $row } on the list
staff-referral-button = { $whom } · { $by }
staff-referrals = { $count ->
        [one] <b>{ $count } proposal waits for your decision</b>
       *[other] <b>{ $count } proposals wait for your decision</b>
    }
staff-referrals-none = There are no new proposals.
staff-referral =
    <b>Proposed: { $whom }</b>
    Programme “{ $programme }”
    Proposed by { $by }

    “{ $reason }”

    If you accept, { $by } gets a personal link to pass on. If not, a kind answer without a reason. I write in a minute, in the evening and at night at 8:30 in the morning; until then you can take it back.
staff-referral-accepted =
    <b>Accepted: { $whom }</b>
    Programme “{ $programme }”

    { $by } will get the personal link to pass on. { $reason }
staff-referral-declined =
    <b>Not this time: { $whom }</b>
    Programme “{ $programme }”

    { $by } will get a kind answer without a reason. { $reason }
staff-accept = Accept
staff-decline = Not this time
staff-decided-yes =
    <b>The curator agrees: { $whom }</b>
    Programme “{ $programme }”

    Please pass on this personal link. It is for one person:
    { $url }
staff-decided-no = Thank you for proposing: { $whom }. There is no place just now, but your proposal matters. You can come back to it later.

staff-notes = <b>Interview notes: { $name }</b>
    Only curators see them.
staff-notes-none = No notes yet.
staff-note-line = <b>{ $number }.</b> { $date }, { $author }
    { $text }
staff-note-add = ➕ New note
staff-note-erase = 🗑 Delete note { $number }
staff-note-ask =
    <b>Interview note: { $name }</b>

    Write it in one message. Only the programme's curators will see it.
staff-note-odd = Write the note in words, in one message of up to 1500 characters: { $name }.

staff-offer =
    <b>Offer the psychologist's support: { $name }</b>

    When to look again? Choose a day or write a date, for example 5.12. The psychologist sees the name and the class, but no answers.
staff-offer-stands =
    <b>Support is offered already: { $name }</b>

    Look again on { $date }. You can choose another day.
staff-offer-odd = I see no fitting date here. Write a day, for example 5.12: not before today and within a year.
staff-offered =
    <b>Done. { $name } is on the psychologist's list.</b>

    On { $date } at 9:00 I will remind to look how things are.
staff-support =
    <b>Who was offered support</b>
    Programme “{ $programme }”
staff-support-none = Nobody now.
staff-support-line = • { $who }: look on { $date }
staff-look =
    <b>{ $who }</b>
    Programme “{ $programme }”

    Look again on { $date }.
staff-look-today = 💛 Today you wanted to look how things are.
staff-look-on = Again on { $date }
staff-look-moved = I will remind you that day at 9:00
staff-support-end = Support is no longer needed

staff-consents =
    <b>Consents</b>
    Programme “{ $programme }”: { $done } of { $count } have one
staff-consents-none = There is nobody here yet.
staff-consent-line = • { $who }: { $state }

staff-enter =
    <b>For whom?</b>
    Programme “{ $programme }”

    A consent from paper or a questionnaire told in person. Each entry says who made it and when.
staff-enter-none = There is nobody here yet.

staff-guessing =
    <b>Somebody is trying out links.</b>

    Links that did not fit in this hour: at least { $links }, chats: { $chats }. I slow such attempts down; good links work. You need not do anything.
staff-owner-ended = <b>The owner of the bot has changed.</b> It is now { $name }. Your role as the owner has ended; your other roles remain.
staff-owner-new = <b>The former owner is the owner no more.</b> They have been told.

staff-told = Notes, support, proposals
staff-told-note = Interview note (only curators see its text)
staff-told-support = Psychologist's support offered
staff-told-referral = You proposed a pupil on { $date }
staff-leave-support = The psychologist's support ends, and so do the reminders of it.
