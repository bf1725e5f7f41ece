# The command menu and what Telegram shows about the bot. Name up to 64 characters, description 512, short description 120.

commands-start = Where I am and what comes next
commands-help = What the bot does and whom to ask
commands-settings = Language, name and who sees it
commands-language = Language: Russian or English
commands-privacy = What the bot keeps about me
commands-cancel = Stop what was begun, losing nothing
commands-refer = Propose a pupil
commands-invite = Invite people to the programme

commands-bot-name = Tropa
commands-bot-description =
    Tropa helps a school or college to run its mentoring programme.

    Here people answer the questionnaire, give consent, get to know their mentor and arrange meetings. The bot reminds everyone when something is due.

    You come in by a link or QR code from your school’s curator.
commands-bot-short = Your school’s mentoring programme: questionnaire, mentor, meetings, reminders. Come in by your curator’s link.
