# Invitations: a curator's links, QR codes and posters.

invitations-which = <b>To which programme?</b>
invitations-whom =
    <b>Whom do you invite to the programme “{ $programme }”?</b>

    You get a link to forward, to show as a QR code or to print.
invitations-role-mentee = 🎓 Those who want a mentor
invitations-role-mentor = 🤝 Mentors
invitations-role-staff = 🗂 Somebody in charge of activities
invitations-whom-mentee = mentee
invitations-whom-mentor = mentor
invitations-whom-staff = in charge of activities
invitations-whom-guardian = parent
invitations-whom-curator = curator
invitations-list-button = 📋 All links
invitations-more = Another link
invitations-form =
    <b>Which form of mentoring?</b>
    Invitation: { $whom }

    The questionnaire depends on it.
invitations-form-any = Any form
invitations-cap =
    <b>How many come in by this link?</b>
    Invitation: { $whom }

    A personal link is safer: one person comes in by it. A link for many suits a class chat or a poster. Both last 30 days.
invitations-cap-one = One: a personal link
invitations-cap-many = Up to { $cap } people

invitations-title-one = Personal link: { $whom }
invitations-title-many = Link for many: { $whom }
invitations-title-form = { $name }, { $form }
invitations-link =
    <b>{ $title }</b>
    Programme “{ $programme }”
    { $state }

    { $url }

    Open “QR and poster” to print it or to forward a ready text.
invitations-link-closed =
    <b>{ $title }</b>
    Programme “{ $programme }”
    { $state }
invitations-state-one = Waits for one person, until { $until }
invitations-state-many = { $left ->
        [one] { $left } place
       *[other] { $left } places
    } of { $cap } left, until { $until }
invitations-state-used = { $cap ->
        [one] Somebody has come in by it
       *[other] All places are taken: { $used } of { $cap }
    }
invitations-state-expired = Ran out on { $until }, came in: { $used } of { $cap }
invitations-state-revoked = Taken back, came in: { $used } of { $cap }
invitations-copy = Copy the link
invitations-poster-button = 🖨 QR and poster
invitations-qr = QR code: the way into the programme “{ $programme }”. Show it on a screen or print it.

invitations-poster-mentee =
    <b>Could you use a mentor?</b>

    { $school }, programme “{ $programme }”.

    A mentor helps with learning, a hobby, the choice of a profession, or simply stands by you. Taking part is free and up to you.

    Open the link before { $until }: the bot Tropa explains everything and asks a few questions:
    { $url }
invitations-poster-mentor =
    <b>Be a mentor!</b>

    { $school }, programme “{ $programme }”.

    Share what you can do: one or two meetings a month may change a lot for somebody. We help you to begin.

    Open the link before { $until }: the bot Tropa explains everything and asks a few questions:
    { $url }
invitations-poster-staff =
    <b>You are in charge of activities of the mentoring programme</b>

    { $school }, programme “{ $programme }”.

    The bot Tropa reminds you of each in good time; one tap marks it as done. The link lasts until { $until }:
    { $url }

invitations-list = <b>Links of the programme “{ $programme }”</b>
invitations-list-empty =
    <b>There are no links yet.</b>

    Make the first: forward it to a class chat or show it as a QR code.
invitations-line = <b>{ $title }</b>
    { $state }
invitations-revoke = Take back
invitations-revoke-sure =
    <b>Take this link back?</b>

    “{ $title }”, programme “{ $programme }”. Nobody will come in by it any more. Those who did stay.
invitations-revoke-yes = Yes, take it back
invitations-revoked = The link was taken back
