# What people say about themselves: name and year of birth.

people-refused =
    This is not open to you.

    If you think it should be, please ask the curator of the programme.

people-name-ask =
    <b>What is your name?</b>

    Write family name and given name in one message, for example: <i>Brown Mary</i>. A patronymic may follow.
people-name-hint = Family name, given name
people-name-seen-full = 👁 The curator and the people you will work with will see it.
people-name-seen-initial = 👁 Messages show only the given name and the first letter of the family name. The full name stands in the school’s papers only.
people-name-seen-code = 👁 Messages show a code instead of the name.
people-name-seen-guardian = 👁 The curator of the programme will see it.
people-name-saved = Nice to meet you, { $name }!
people-name-odd-empty =
    I cannot see a name here.

    Please write it in words, for example: <i>Brown Mary</i>.
people-name-odd-long =
    This is too long for a name: one word may have up to 80 characters.

    Please write it shorter.
people-name-odd-sentence =
    This looks like a whole sentence, and so far I only need the name.

    Write family name and given name, for example: <i>Brown Mary</i>.
people-name-odd-codes = Your programme uses codes instead of names, so I neither ask for a name nor keep one.
people-name-odd-command =
    There is no such command, and right now I am waiting for a name.

    Write family name and given name, for example: <i>Brown Mary</i>.

people-year-ask =
    <b>In which year were you born?</b>

    It decides whose consent is needed: yours, your parents’ or both. Tap the year or type it.
people-year-earlier = ← Earlier
people-year-later = Later →
people-year-check =
    <b>Born in { $year } — is that right?</b>

    Afterwards only the curator can correct it.
people-year-yes = Yes, that is right
people-year-no = No, another year
people-year-odd = I cannot see a year of birth here. It needs four digits, for example 2012.
people-year-kept = The year of birth is written down already: { $year }. The curator can correct it.

people-kept-name = your name as you wrote it
people-kept-year = your year of birth
people-kept-roles = { $count ->
        [one] your role in the programme, its code and the date it began
       *[other] your roles in programmes ({ $count }), their codes and dates
    }
people-kept-chats = { $count ->
        [one] the number of your Telegram chat, so that the bot can write to you, and its language
       *[other] the numbers of your Telegram chats ({ $count }), so that the bot can write to you, and their language
    }
people-kept-history = a history of what was done and when, without your words

people-told = Person and roles
people-told-name = Name
people-told-year = Year of birth
people-told-role = Role
people-told-role-owner = owner of the bot
people-told-role-curator = curator
people-told-role-mentee = participant with a mentor
people-told-role-mentor = mentor
people-told-role-guardian = parent
people-told-role-staff = responsible for activities
people-told-code = code { $code }
people-told-since = since { $on }
people-told-ended = until { $on }
people-told-paused = paused
people-told-chat = Telegram chat
people-told-chat-since = the chat’s number, since { $on }
people-told-history = History of acts
people-told-history-count = lines: { $count }, without anybody’s words
