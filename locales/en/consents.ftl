# Consents: what a participant, a parent and a curator see. The texts of the consents themselves are in locales/consents.

consents-ask = <b>First, a consent</b>

    { $school } invites you to the programme “{ $programme }”. Before I ask anything, I show which data are needed and why. It takes two minutes to read; the decision is yours.
consents-read = Read the consent
consents-agree = I agree
consents-decline = I do not agree

consents-wait-child = { $school } invites you to the programme “{ $programme }”.
    You are not 14 yet, so a parent gives the consent.
    Tap the button and forward the message, it is ready.
consents-wait-teen = Your consent is recorded. You are not 18 yet, so a parent's consent is needed too.
    Tap the button and forward the message, it is ready.
consents-wait-child-answered = { $school } invites you to the programme “{ $programme }”.
    You are not 14 yet, so a parent gives the consent.
consents-wait-teen-answered = { $school } invites you to the programme “{ $programme }”.
    Your consent is recorded. You are not 18 yet, so a parent's consent is needed too.
consents-wait-none = ⏳ No answer from your parent yet. I will write as soon as there is one.
consents-wait-came = ⏳ Your parent has opened the link but has not answered yet. I will write as soon as there is an answer.
consents-link-for-parent = Link for my parent

consents-forward = Hello! { $from }

    Your child can take part if you agree. Open the link, read the text and decide: it takes two or three minutes, and yes and no are equally possible. If you agree, a short questionnaire follows for the child. If you do not, the bot asks nothing about the child.
    { $link }

    The bot never asks for money, codes from messages, a passport or an address.
consents-forward-how = 👆 Forward this message to your mother, father or whoever brings you up. Two people can come in by the link; it is valid until { $until }.
consents-forward-how-curator = 👆 This message is for the parent of { $name }: forward it as it is. Two people can come in by the link; it is valid until { $until }.
consents-copy-link = Copy the link
consents-link-adult = This participant is 18 already and decides alone; no parent's consent is needed.

consents-guardian-ask = <b>Your decision is needed: { $child }</b>

    { $from }

    I ask nothing about the child before you agree, so a code may stand instead of the name. Reading and deciding takes two or three minutes. “I agree” and “I do not agree” are equally possible; you can change your mind any day.

    { $next }

    I never ask for money, codes from messages, a passport or an address.
consents-guardian-status = <b>Your decisions</b>
consents-guardian-line = • { $name }: { $position }
consents-guardian-child-waits = The child's own consent is still missing: he or she is 14 already.
consents-guardian-child-no = The child has not agreed to take part.
consents-guardian-other-no = Another legal guardian has not agreed, so taking part is stopped.
consents-guardian-adult = • { $name }: is 18 already and decides alone.

consents-position-none = no answer yet
consents-position-agreed = consent given on { $on }
consents-position-declined = refused on { $on }
consents-position-withdrawn = consent withdrawn on { $on }

consents-decided-agreed = ✅ Your consent is recorded.
consents-decided-declined = Recorded: you do not agree. I will not ask for any data. You can change your mind any day.
consents-decided-guardian-agreed = ✅ Recorded: you agree. The child is being told to go on.
consents-decided-guardian-declined = Recorded: you do not agree. I will ask the child nothing. You can change your mind any day.
consents-already = This decision is recorded already
consents-stale = The text or your decision has changed since then. This is how it stands.
consents-not-asked = No decision of yours is needed here now.
consents-refused = { people-refused }

consents-stopped-self-declined = <b>You decided not to take part</b>

    Programme “{ $programme }”. I ask nothing and remind of nothing. If you change your mind, read the consent once more.
consents-stopped-self-withdrawn = <b>You withdrew your consent</b>

    Programme “{ $programme }”. Everything is stopped: no questions, no reminders. You can come back by a new consent.
consents-stopped-guardian-declined = <b>Not now</b>

    Your parent has not agreed to the programme “{ $programme }”, so I ask nothing. Talk at home or with the curator: the decision can be changed.
consents-stopped-guardian-withdrawn = <b>Taking part is stopped</b>

    Your parent withdrew the consent to the programme “{ $programme }”. There will be no questions and no reminders. If it is decided otherwise at home, you can come back.
consents-return = Read the consent again

consents-mine = <b>My consents</b>

    Choose one.
consents-mine-none = There are no consents yet: you were not asked to agree to anything.
consents-mine-button = My consents
consents-mine-own = { $programme }
consents-mine-ward = { $name } — { $programme }
consents-about = <b>{ $programme }</b>
    { $school }
consents-about-ward = <b>{ $name }</b>
    { $programme }, { $school }
consents-about-line = • { $what }: { $position }
consents-kind-data = processing of data
consents-kind-publication = publication (if you wish)
consents-kind-mentor = being a mentor
consents-kind-relay = messages through the bot (if you wish)
consents-about-read-data = Read: data
consents-about-read-publication = Read: publication
consents-about-read-mentor = Read: mentor
consents-about-read-relay = Read: messages
consents-about-withdraw-data = Withdraw the consent
consents-about-withdraw-publication = Withdraw: publication
consents-about-withdraw-mentor = Withdraw: mentor
consents-about-withdraw-relay = Withdraw: messages

consents-withdraw-data = <b>Withdraw the consent to the processing of your data?</b>
    Programme “{ $programme }”.

    Everything stops at once: questionnaires, reminders, the search for a mentor.
consents-withdraw-data-ward = <b>Withdraw the consent to the processing of the child's data?</b>
    { $name }, programme “{ $programme }”.

    Everything stops at once: questionnaires, reminders, the search for a mentor.
consents-withdraw-publication = <b>Withdraw the consent to publication?</b>
    Programme “{ $programme }”.

    The school publishes nothing new and takes away what it can take away itself. You can still take part.
consents-withdraw-publication-ward = <b>Withdraw the consent to publication about the child?</b>
    { $name }, programme “{ $programme }”.

    The school publishes nothing new and takes away what it can take away itself. The child can still take part.
consents-withdraw-mentor = <b>Withdraw the consent to be a mentor?</b>
    Programme “{ $programme }”.

    Tell the curator too, who will help the mentee not to stay without a pair.
consents-withdraw-mentor-ward = <b>Withdraw the consent to the child's being a mentor?</b>
    { $name }, programme “{ $programme }”.

    Tell the curator too, who will help the mentee not to stay without a pair.
consents-withdraw-relay = <b>Withdraw the consent to messages through the bot?</b>
    Programme “{ $programme }”.

    The bot passes no such messages on any more. You can still take part.
consents-withdraw-relay-ward = <b>Withdraw the consent to the child's messages through the bot?</b>
    { $name }, programme “{ $programme }”.

    The bot passes no such messages on any more. The child can still take part.
consents-withdraw-yes = Withdraw
consents-withdraw-yes-named = Yes, withdraw the consent: { $what }
consents-withdraw-no = Leave it as it is
consents-withdrawn = The consent is withdrawn. All that depended on it is stopped.

consents-notice-on = 👍 Your parent has agreed. You can go on!
consents-notice-self = 👍 Your parent has agreed. Your own consent is still needed.
consents-notice-declined = Your parent has not agreed for now, so it is not possible to go on. Talk at home or with the curator: the decision can be changed.
consents-notice-withdrawn = Your parent withdrew the consent, so the programme is stopped for you. There will be no questions and no reminders.
consents-notice-go = Go on
consents-notice-see = See

consents-kept-own = your decisions about consents ({ $count }): the text, the time and who decided
consents-kept-others = decisions that you made for children ({ $count })

consents-who = { $name }, { $className }
consents-from-school = This is { $school }, { $city }.
consents-from-programme = Mentoring programme “{ $programme }”.
consents-from-curator = Curator: { $curator }.
consents-from-phone = The school's phone: { $phone }.
consents-from-site = The school's site: { $site }.

consents-guardian-then = What comes next. If you agree, a short questionnaire follows for the child. If you do not, I ask nothing about the child.
consents-guardian-then-check = What comes next. The child forwarded the link to you, so the curator first makes sure that you are the legal guardian. If you agree, a short questionnaire follows for the child. If you do not, I ask nothing about the child.
consents-guardian-unchecked = ⏳ Waits for the curator's check: the child forwarded the link, and the school has to make sure that you are the legal guardian.
consents-guardian-known = ✅ The curator has confirmed that you are the legal guardian. Your answer counts now.
consents-guardian-unknown = The curator could not confirm that you are this child's legal guardian, so your answer does not count. If this is a mistake, get in touch with the school: the curator will send you a link.
consents-guardian-call = In doubt? Call the school: { $phone }.
consents-decided-guardian-check-agreed = ✅ Recorded: you agree. The child forwarded the link, so the curator first makes sure that you are the legal guardian. I will write to you when the answer counts.
consents-decided-guardian-check-declined = Recorded: you do not agree. For now I ask the child nothing. The child forwarded the link, so the curator makes sure that you are the legal guardian. I will write to you when the answer counts.
consents-decided-free-agreed = ✅ The consent is recorded.
consents-decided-free-declined = Recorded: without this consent. Taking part does not depend on it.
consents-link-again = The link for your parent has to be sent once more: it seems that somebody else opened it. Tap the button and forward the message to your mother, father or whoever brings you up.
consents-wait-check = ⏳ There is an answer by the link. The curator is making sure that it was your parent who answered. I will write as soon as that is done.

consents-turned-14 = <b>Now you decide too</b>

    Programme “{ $programme }”. From this year on you count as 14: beside a parent you give the consent yourself. Until { $until } everything goes on as before. Read the text and decide, it takes two minutes.
consents-turned-18 = <b>Now you decide</b>

    Programme “{ $programme }”. From this year on you count as an adult: you give the consent yourself, and a parent is not needed any more. Until { $until } everything goes on as before. Read the text and decide, it takes two minutes.

consents-offer = <b>If you like</b>

    Programme “{ $programme }”. Some things need a consent of their own. You can agree, decline or skip: taking part does not depend on it.

    { $lines }
consents-offer-ward = <b>If you like</b>

    { $child }, programme “{ $programme }”. Some things need a consent of their own. You can agree, decline or skip: the child's taking part does not depend on it.

    { $lines }
consents-offer-line = • { $what }
consents-offer-publication = a name and a photo in what the school tells about the programme
consents-offer-mentor = being a mentor: what it means and what is not expected
consents-offer-relay = messages passed on by the bot, if the school turns that on
consents-offer-later = Not now
consents-about-free = Everything but the processing of data is up to you: one can take part without it.

consents-state-unknownAge = waits for the year of birth
consents-state-complete = ✅ complete
consents-state-waits-self = ⏳ waits for the participant
consents-state-waits-guardian = ⏳ waits for a parent
consents-state-waits-both = ⏳ waits for the participant and a parent
consents-state-waits-check = 👀 waits for the curator's check
consents-state-free = no answer
consents-state-goes-on = (the former consent holds until { $on })
consents-state-declined-self = ✖️ the participant does not agree
consents-state-declined-guardian = ✖️ a parent does not agree
consents-state-withdrawn-self = ✖️ withdrawn by the participant
consents-state-withdrawn-guardian = ✖️ withdrawn by a parent

consents-card-link = Consents
consents-card-check = 👀 A “parent” answered by the child's link: check who it is (“More…” → “Consents”).
consents-card-disagree = ⚖️ The parents answered differently. The stricter answer holds meanwhile (“More…” → “Consents”).
consents-card-goes-on = 🎂 In the new year the participant decides too and was asked anew. The former consent holds until { $on }.

consents-person = <b>Consents: { $who }</b>
    Programme “{ $programme }”

    { $lines }
consents-person-kind = • { $what }: { $state }
consents-person-guardians = <b>Parents and legal guardians</b>
consents-person-guardian = • { $name }: { $position }{ $check }
consents-person-guardian-check = , to be checked
consents-person-history = <b>Who, when, what was → what is</b>
consents-event = • { $at }: { $by } ({ $as }), { $kind }: { $before } → { $after } ({ $how })
consents-event-entered = , entered by { $by }
consents-ledger-position-none = no answer
consents-ledger-position-agreed = consent
consents-ledger-position-declined = refusal
consents-ledger-position-withdrawn = withdrawn
consents-ledger-agreed = consent
consents-ledger-declined = refusal
consents-ledger-as-self = the participant
consents-ledger-as-guardian = legal guardian
consents-ledger-by-button = by a button in the bot
consents-ledger-by-paper = on paper
consents-ledger-by-words = by word of mouth

consents-check = <b>Who answered for the child?</b>

    { $child }, programme “{ $programme }”. The child forwarded the link, and somebody answered by it: { $guardian }. The answer: { $position }.

    Is it the mother, the father or a guardian? Until you confirm, the answer does not count. If you are not sure, call the number in the school's papers. I write to the parent and the child, or to whoever came by mistake, in a minute, in the evening and at night at 8:30 in the morning; until then you can take it back.
consents-check-how = Until you confirm, an answer by the child's link does not count. If you are not sure, call the number in the school's papers. I write to the parent, the child, or whoever came by mistake in a minute, in the evening and at night at 8:30 in the morning; until then you can take it back.
consents-check-known = Mother, father or guardian ({ $code })
consents-check-unknown = I do not know this person ({ $code })
consents-checked-known = ✅ Confirmed. The answer counts.
consents-checked-unknown = Recorded. This answer does not count; I will ask the child to forward the link to whoever brings the child up. The former link is not valid any more.
consents-checked-already = All is said about this person. This is how it stands.

consents-disagree = <b>The parents answered differently</b>

    { $child }, programme “{ $programme }”.
consents-disagree-do = ⚖️ One legal guardian agrees, another does not. Meanwhile the stricter answer holds: I ask the child nothing. What to do: talk to both. Only a guardian can change the answer, in the bot or by signing a paper.

consents-ledger-link = Ledger of consents
consents-ledger = <b>Ledger of consents</b>
    Programme “{ $programme }”

    Participants: { $all }
    ✅ Complete: { $complete }
    ⏳ Waiting for an answer: { $waits }
    👀 Of these for your check: { $toCheck }
    ✖️ Refused or withdrawn: { $no }
    ⚖️ Parents answered differently: { $disagree }
consents-ledger-part = <b>Ledger of consents</b>
    Programme “{ $programme }”, your classes

    Participants: { $all }
    ✅ Complete: { $complete }
    ⏳ Waiting for an answer: { $waits }
    👀 Of these for the curator's check: { $toCheck }
    ✖️ Refused or withdrawn: { $no }
    ⚖️ Parents answered differently: { $disagree }
consents-ledger-attention = A decision is needed here:
consents-order-ledger = Table (.xlsx)
consents-order-sheet = Sheet to print
consents-order-forms = Forms to sign for all who are awaited ({ $count })
consents-form-order-data = Form: data
consents-form-order-publication = Form: publication
consents-form-order-mentor = Form: mentor
consents-form-order-relay = Form: messages
consents-order-toast = I am making it and will send it.
consents-paper-ready = Done. The file may hold names of children: keep it as a school's paper.
consents-paper-failed = The file could not be made: perhaps there would be nothing in it. Try again a little later.
consents-paper-file-ledger = Ledger of consents
consents-paper-file-sheet = Ledger of consents to print
consents-paper-file-forms = Consent forms
consents-paper-file-form = Consent form
consents-paper-sheet-name = Ledger of consents
consents-paper-sheet-title = Ledger of consents
consents-paper-sheet-place = { $school }. Mentoring programme “{ $programme }”.
consents-paper-sheet-version = version { $version }, { $hash }
consents-paper-sheet-count = Entries: { $count }.
consents-paper-sheet-sign = Curator of the programme: ____________________ / ____________________, date ____________
consents-paper-sheet-footer = Exported { $made }. The whole fingerprints of the texts are in the .xlsx table.
consents-column-number = No.
consents-column-name = Participant
consents-column-code = Code
consents-column-class = Class
consents-column-kind = Consent
consents-column-version = Version
consents-column-hash = Fingerprint of the text (SHA-256)
consents-column-decision = Decision
consents-column-when = When
consents-column-by = Who decided
consents-column-as = As whom
consents-column-how = How
consents-column-entered = Who entered it
consents-column-withdrawn = Withdrawn
consents-column-withdrawnBy = Who withdrew it

consents-form-title = Consents to be signed
consents-form-code = Participant's code: { $code }
consents-form-code-class = Participant's code: { $code }, { $className }
consents-form-me = I (family name, given name, patronymic): _________________________________
consents-form-passport = Identity document: series ________ No. ______________, issued (by whom and when) __________________
consents-form-address = Address: ___________________________________________________________________________
consents-form-child = I am the legal guardian of the child: { $child } (full name, year of birth): ______________________
consents-form-authority = authority (birth certificate, guardianship order): ______________________________
consents-form-operator = Address of the educational organisation: ___________________________________________________
consents-form-sign = Signature: ______________ / ______________________________ (name), date ____________________
consents-form-version = Version { $version }. The bot shows the same text.

consents-told = Consents
consents-told-kind-data = Processing of data
consents-told-kind-publication = Publication of name and photo
consents-told-kind-mentor = Being a mentor
consents-told-kind-relay = Passing on messages
consents-told-agreed = agreed on { $on }
consents-told-declined = declined on { $on }
consents-told-withdrawn = withdrawn on { $on }
consents-told-entered = entered by the school
consents-told-for-child = for a child
