# Looking for people, and all that a curator does for a person: from words, from paper, in person.

behalf-search-mentee = mentee
behalf-search-mentor = mentor
behalf-search-many = { $total ->
        [one] { $total } person found.
       *[other] { $total } people found.
    } Whom to open?
behalf-search-more = { $total } found, the first { $shown } are shown. Add a given name to narrow it down.
behalf-search-none =
    Nobody was found for “{ $text }”.

    You can type a surname, a given name or a code, such as “Ivanova”, “Masha Ivanova”, “Y-07”. The beginning of a word is enough, and one typo does no harm.
behalf-search-none-codes =
    Nobody was found for “{ $text }”.

    There are no names here: the programme runs on codes. Type a code, such as “Y-07” or “H-02”.

behalf-person =
    <b>{ $name }</b>
    { $who }

    What would you like to enter?
behalf-to-person = To the person

behalf-link-words = Fill in the questionnaire from their words
behalf-link-paper = Fill in the questionnaire from paper
behalf-link-consent = Enter a consent from paper
behalf-link-papers = Print questionnaires
behalf-link-table = Enter filled questionnaires
behalf-link-tell = Whom to tell in person

behalf-consent-no-year = To know whose signature is needed, the year of birth of <b>{ $name }</b> must be known. Set it on the card: “More…” → “Correct the year of birth”.
behalf-consent-who-child =
    <b>A consent from paper</b> · { $name }

    The participant is under 14: a legal guardian signs. Who signed?

    Only what is signed can be entered. Spoken words are not enough for the law: without a signature the school can prove nothing.
behalf-consent-who-teen =
    <b>A consent from paper</b> · { $name }

    Two signatures are needed: the participant’s own and a legal guardian’s. Whose are you entering now?

    Only what is signed can be entered. Spoken words are not enough for the law: without a signature the school can prove nothing.
behalf-consent-who-adult =
    <b>A consent from paper</b> · { $name }

    The participant is 18 or older and signs alone.

    Only what is signed can be entered. Spoken words are not enough for the law: without a signature the school can prove nothing.
behalf-consent-self = The participant
behalf-consent-guardian = Guardian: { $name }
behalf-consent-guardian-nameless = Guardian { $number }
behalf-consent-new = Another legal guardian
behalf-consent-date = Which date stands on the paper? Tap it or type it, such as 14.11.2026.
behalf-consent-date-date = The date could not be read. Type it like this: 14.11.2026.
behalf-consent-date-future = That day has not come yet. Please look at the date on the paper.
behalf-consent-today = Today
behalf-consent-yesterday = Yesterday
behalf-consent-by-self = the participant
behalf-consent-by-guardian = a legal guardian
behalf-consent-by-named = a legal guardian, { $name }
behalf-consent-decision =
    <b>What does the paper say?</b>

    Participant: { $name }
    Signed by: { $signatory }
    Date: { $on }

    By tapping you confirm that the signed paper is in the programme’s folder. The ledger will show who entered it and when.
behalf-consent-agreed = Agrees; the paper is in the folder
behalf-consent-declined = Does not agree; the paper is in the folder
behalf-consent-entered = Entered. The ledger of consents holds the date of the paper and that you entered it.
behalf-consent-already = This has been entered already.
behalf-consent-older = This person answered later than the paper was signed: { $since }. The last answer stays.
behalf-consent-future = That day has not come yet. Please look at the date on the paper.
behalf-consent-notAsked = At this age that signature is not needed.
behalf-guardian-name =
    Entered. What is this guardian’s name? Type it as it stands on the paper: by it you will know them in the ledger.

    You can leave it out.
behalf-guardian-odd = Please type only the name, such as “Lugova Anna Petrovna”.
behalf-guardian-hint = Surname and given names
behalf-guardian-skip = Without a name

behalf-papers =
    <b>Questionnaires on paper</b> · { $title }

    A blank questionnaire is printed for everybody who has not sent theirs. There are no names on the sheets, only the code, on each page.

    With them comes a table into which all filled questionnaires can be entered at once.
behalf-papers-mentee = For mentees
behalf-papers-mentor = For mentors
behalf-papers-toast = On its way. The files come as messages of their own.
behalf-ready-paper = The questionnaires are ready: print them and hand them out by code.
behalf-ready-table = And this is the table for filled questionnaires. One row is one code; the sheet “Help” says what can stand in the cells. Send it back by “Enter filled questionnaires”.
behalf-ready-failed-nobody = There is nobody to print for: everybody has sent the questionnaire, or there is nobody yet.
behalf-ready-failed-other = The questionnaires could not be made. Please try again; if it happens again, tell the bot’s owner.
behalf-file-paper = Questionnaires
behalf-file-table = Table for questionnaires
behalf-paper-title = Questionnaires: { $title }
behalf-paper-how = Your code: { $code }. No name is needed: the questionnaire is known by its code. Tick what fits, or write on the lines.
behalf-paper-head = { $title }
behalf-paper-other = Something else:
behalf-paper-many = You can tick several.
behalf-paper-conditional = If it does not concern you, leave it out.
behalf-paper-optional = You can leave it out.
behalf-table-sheet = Questionnaire { $number }
behalf-table-help = Help { $number }
behalf-table-code = Code
behalf-table-number = Question No.
behalf-table-question = Question
behalf-table-how = What to write in the cell
behalf-table-write-text = The answer in words
behalf-table-write-number = A number
behalf-table-write-date = A date, such as 14.05.2012
behalf-table-many = Several numbers with commas are welcome
behalf-table-other = Something else: in words
behalf-table-ask =
    <b>Filled questionnaires</b> · { $title }

    Send the table (.xlsx) that came with the questionnaires, as a file. First you will see what was understood; it is entered only after your “yes”.
behalf-table-bad-not-file = A file with the table (.xlsx) is needed here. Please send it.
behalf-table-bad-empty = This file is empty. Please send the filled table.
behalf-table-bad-tooBig = The file is too big. Please send the table that came with the questionnaires.
behalf-table-bad-broken = The file cannot be opened: it seems to be damaged. Save the table once more and send it again.
behalf-table-bad-unsafe = This file is built in a suspicious way and will not be opened. Save the table anew in Excel and send it again.
behalf-table-bad-locked = The table has a password. Save it without one and send it again.
behalf-table-bad-wrongType = This is no .xlsx table. Open an old .xls in Excel and save it as .xlsx.
behalf-table-bad-noCodes = The table has no column “Code”, by which people are known. Please take the table that came with the questionnaires.
behalf-table-preview =
    { $count ->
        [one] { $count } row understood.
       *[other] { $count } rows understood.
    } Filled in whole: { $whole }, they will be sent. Not quite: { $part }, they stay open.

    Nothing is entered yet.
behalf-table-nothing = There is nothing in this table to enter.
behalf-table-troubles = <b>What will not be entered:</b>
behalf-table-troubles-more = … and { $count } more.
behalf-trouble-cell = row { $row }, question { $question }: { $why }
behalf-trouble-code = row { $row }: the programme has no code “{ $code }”
behalf-trouble-twice = row { $row }: the code “{ $code }” stood above already
behalf-trouble-sent = row { $row }, { $code }: the questionnaire is sent already and stays as it is
behalf-trouble-consent = row { $row }, { $code }: consent is needed first
behalf-trouble-kept = row { $row }, question { $question }: the person has answered otherwise; that answer stays
behalf-trouble-column = column “{ $title }”: the questionnaire has no such question
behalf-table-apply = Enter: { $count }
behalf-table-drop = Do not enter
behalf-table-again = Send another table
behalf-table-applied = { $sent ->
        [0] Done.
        [one] Done: { $sent } questionnaire is entered and sent.
       *[other] Done: { $sent } questionnaires are entered and sent.
    } Whoever has a chat hears of it from the bot.
behalf-table-applied-open = Not complete and still open: { $open }.
behalf-table-applied-skipped = Changed while you were looking, left as they are: { $skipped }.
behalf-table-people = To the mentees
behalf-table-dropped = All right, nothing is entered. The file is deleted.
behalf-table-gone = This table is gone: it was entered, cancelled, or lay longer than a day.

behalf-entered-words = The curator entered your answers to the questionnaire from your words. You can look at them and change them until it closes.
behalf-entered-paper = The curator entered your answers from the paper questionnaire. You can look at them and change them until it closes.
behalf-entered-look = See the answers

behalf-tell = { $count ->
        [0] <b>Whom to tell in person</b>: everybody has been told.
        [one] <b>Whom to tell in person</b>: { $count } person whom the bot does not reach.
       *[other] <b>Whom to tell in person</b>: { $count } people whom the bot does not reach.
    }
behalf-tell-nobody = There is nobody to tell in person: the bot reaches everybody for whom there is something.
behalf-tell-class = <b>{ $className }</b>
behalf-tell-no-class = <b>No class</b>
behalf-tell-line = • { $name } ({ $chat }): { $what }
behalf-tell-line-told = • <s>{ $name }</s>, told on { $on }
behalf-tell-line-told-by = • <s>{ $name }</s>, told on { $on } by { $by }
behalf-tell-chat-none = no chat
behalf-tell-chat-lost = the bot does not get through
behalf-tell-consent = consent is waited for
behalf-tell-guardian = a guardian’s consent is waited for
behalf-tell-questionnaire = the questionnaire is waited for
behalf-tell-missed = messages of the bot did not arrive
behalf-tell-done = Told: { $name }
behalf-tell-toast = Marked as told.
behalf-weekly =
    { $count ->
        [one] This week { $count } person
       *[other] This week { $count } people
    } of the programme “{ $title }” should be told in person: the bot does not reach them.
behalf-weekly-open = Whom, and what
