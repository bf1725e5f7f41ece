questionnaires-intro =
    <b>{ $title }</b>

    { $intro }

    { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }, about { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. You can stop at any time: every answer is saved at once.

    👁 { $whoSees }
questionnaires-begin = Start
questionnaires-head = <b>{ $at } of { $of }</b> · { $section }
questionnaires-ask = <b>{ $question }</b>
questionnaires-help = <i>{ $help }</i>
questionnaires-ends = 1 – { $low }, { $max } – { $high }.
questionnaires-how-many = Choose as many as you like, then tap “Done”.
questionnaires-how-many-max = Choose up to { $max }, then tap “Done”.
questionnaires-how-text = Type your answer as a message.
questionnaires-how-number = Type a number.
questionnaires-how-date = Type a date, for example 14.05.2012.
questionnaires-how-other = Something else? Type it as a message.
questionnaires-personal = Please leave out other people’s names, phone numbers and diagnoses.
questionnaires-now = Now: { $answer }
questionnaires-keep = Keep it
questionnaires-known = As before: { $answer }
questionnaires-done = Done →
questionnaires-pause = Take a break
questionnaires-to-review = ← To the review
questionnaires-review = <b>Check your answers</b>
questionnaires-line = { $number }. { $question } – <b>{ $answer }</b>
questionnaires-line-missing = <i>needs an answer</i>
questionnaires-line-empty = <i>no answer</i>
questionnaires-review-how = To change something, tap the number of its question. All right? Then send.
questionnaires-send = Send
questionnaires-incomplete = { $count ->
        [one] { $count } question still needs an answer: it is marked.
       *[other] { $count } questions still need an answer: they are marked.
    }
questionnaires-sent =
    Thank you, your answers are sent!

    The curator will read them and find you a mentor. The bot will write here when there is news.

    Until the work starts you can still change your answers.
questionnaires-sent-mentor =
    Thank you, your answers are sent!

    The curator will read them and suggest whom you could help. The bot will write here when there is news.

    Until the work starts you can still change your answers.
questionnaires-reopen = Change answers
questionnaires-paused =
    All right, we will go on when it suits you. Every answer is saved ({ $at } of { $of }).

    To come back, tap the button or send /start.
questionnaires-resume = Go on from question { $at } of { $of }
questionnaires-resume-review = To the review
questionnaires-continue =
    A questionnaire is waiting for you: <b>{ $title }</b>.

    { $at } of { $of } done. Shall we go on?
questionnaires-words-only = This needs words or a button. The bot does not read voice, photos or files in a questionnaire.
questionnaires-not-now = You cannot answer yet: not all consents are there. Send /start to see who we are waiting for.
questionnaires-kept = { $count ->
        [one] { $count } answer to questionnaires
       *[other] { $count } answers to questionnaires
    }
questionnaires-closed = This questionnaire is closed. Your answers are kept; the curator can change them.
questionnaires-refused = { people-refused }
questionnaires-hint-required = This question needs an answer.
questionnaires-hint-text = Please answer in words.
questionnaires-hint-text-short = A little more, please: at least { $min ->
        [one] { $min } character
       *[other] { $min } characters
    }.
questionnaires-hint-text-long = That is { $length ->
        [one] { $length } character
       *[other] { $length } characters
    } long, and { $max } fit. Please shorten it: the question is waiting.
questionnaires-hint-number = Please type a number in figures.
questionnaires-hint-number-whole = Please type a whole number.
questionnaires-hint-number-low = The number must be at least { $min }.
questionnaires-hint-number-high = The number must be at most { $max }.
questionnaires-hint-date = That date could not be read. Type it like this: 14.05.2012.
questionnaires-hint-date-year = Please add the year: for example, 14.05.2012.
questionnaires-hint-date-early = The date must not be before { $min }.
questionnaires-hint-date-late = The date must not be after { $max }.
questionnaires-hint-yesno = Please answer “yes” or “no”, by a button or in a word.
questionnaires-hint-one = Choose one option by its button, or type its number.
questionnaires-hint-many = Choose by the buttons, or type the numbers with commas.
questionnaires-hint-many-few = { $min ->
        [one] Choose at least { $min } option.
       *[other] Choose at least { $min } options.
    }
questionnaires-hint-many-most = { $max ->
        [one] You can choose at most { $max } option.
       *[other] You can choose at most { $max } options.
    } Untick one first.
questionnaires-hint-other = Type your own option as a message.
questionnaires-hint-other-long = Your own option can have up to { $max } characters. Please shorten it.
questionnaires-hint-scale = Choose a number from 1 to { $max }.
questionnaires-hint-frequency = Choose one of the options by its button.
questionnaires-whole =
    <b>{ $question }</b>

    { $answer }
questionnaires-behalf-words = ✍️ You are answering for <b>{ $name }</b>, from their words.
questionnaires-behalf-paper = ✍️ You are answering for <b>{ $name }</b>, from paper.
questionnaires-behalf-goes-on = { $count ->
        [one] { $count } answer is there already and stays; going on from it.
       *[other] { $count } answers are there already and stay; going on from them.
    }
questionnaires-behalf-sent =
    Done: the questionnaire of <b>{ $name }</b> is entered and sent.

    If they have a chat with the bot, they will see that you entered the answers and can change them.
questionnaires-behalf-card = To the card
questionnaires-behalf-not-yet = This participant cannot be answered for yet: consent is needed. If it is signed on paper, enter it from the card: “More…” → “Enter a consent from paper”.

questionnaires-told = Questionnaires and answers
questionnaires-told-sent = sent on { $on }
questionnaires-told-begun = begun on { $on }, not sent
questionnaires-leaving = The questionnaire closes (now { $at } of { $of }); the answers stay, and after a return it goes on from there.
