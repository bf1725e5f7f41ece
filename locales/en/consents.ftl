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
consents-wait-none = ⏳ No answer from your parent yet. I will write as soon as there is one.
consents-wait-came = ⏳ Your parent has opened the link but has not answered yet. I will write as soon as there is an answer.
consents-link-for-parent = Link for my parent

consents-forward = Hello! { $school } invites your child to the mentoring programme “{ $programme }”.{ $curator }

    Your consent is needed before the child can begin. Open the link, read the text and decide, it takes two minutes:
    { $link }

    The bot never asks for money, codes from messages, a passport or an address.
consents-forward-curator = { " " }Curator: { $curator }.
consents-forward-how = 👆 Forward this message to your mother, father or whoever brings you up. Two people can come in by the link; it is valid until { $until }.
consents-forward-how-curator = 👆 This message is for the parent of { $name }: forward it as it is. Two people can come in by the link; it is valid until { $until }.
consents-copy-link = Copy the link
consents-link-adult = This participant is 18 already and decides alone; no parent's consent is needed.

consents-guardian-ask = <b>Your decision is needed</b>

    The child is listed in the programme as <b>{ $name }</b>. I ask nothing about the child before you agree, so a code may stand instead of the name.
    { $school }, programme “{ $programme }”.

    Read the whole consent and decide. “I agree” and “I do not agree” are equally possible; you can change the decision any day.
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
consents-refused = You have no access here. If this is a mistake, write to the curator of the programme.

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
consents-about-read-data = Read: data
consents-about-read-publication = Read: publication
consents-about-read-mentor = Read: mentor
consents-about-withdraw-data = Withdraw the consent
consents-about-withdraw-publication = Withdraw: publication
consents-about-withdraw-mentor = Withdraw: mentor

consents-withdraw-data = <b>Withdraw the consent to the processing of your data?</b>
    Programme “{ $programme }”.

    Everything stops at once: questionnaires, reminders, the search for a pair. The data are deleted within 30 days unless the law demands that they are kept longer. You can come back by a new consent.
consents-withdraw-data-ward = <b>Withdraw the consent to the processing of the child's data?</b>
    { $name }, programme “{ $programme }”.

    Everything stops at once: questionnaires, reminders, the search for a pair. The data are deleted within 30 days unless the law demands that they are kept longer. You can come back by a new consent.
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
consents-withdraw-yes = Withdraw
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
