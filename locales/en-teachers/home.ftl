home-joined-mentee =
    <b>Hello! This is Tropa, the bot of the mentoring programme “{ $programme }”.</b>

    { $school } invites you: a mentor from among your colleagues will be found for you. First consent and a questionnaire, then a personal programme and meetings.

    👁 The curator of the programme sees the answers. Before each questionnaire I say who else does.
home-joined-mentor =
    <b>Hello! This is Tropa, the bot of the mentoring programme “{ $programme }”.</b>

    { $school } invites you to be a colleague’s mentor. First consent and a questionnaire, then you get to know each other.

    👁 The curator of the programme sees the answers. Before each questionnaire I say who else does.
