# What the bot's owner learns of the bot itself.

operations-moment = { $date }, { $time }
operations-copy =
    <b>The nightly copy of the database failed</b> · since { $since }

    { $reason ->
        [noTool] The server has no program <code>{ $tool }</code>. Install the package <code>{ $pack }</code> of the same version as the database server.
        [oldTool] The program <code>{ $tool }</code> is older than the database server. Install <code>{ $pack }</code> of the server's version.
        [noSpace] The disk is full. Make room: a copy is about as large as the database.
        [damaged] The copy did not pass its check. Look at the disk and make one by hand: <code>{ $command }</code>.
       *[failed] Look at the rights on the data folder and make one by hand: <code>{ $command }</code>.
    }

    The bot works as usual and tries again every hour.
operations-disk =
    <b>The disk is nearly full</b>: { $free } MB left, that is { $percent } %.

    When it runs out, people's answers cannot be written down. Remove what is not needed or enlarge the disk. Old copies are in the folder <code>{ $folder }</code>.
operations-down =
    <b>The bot was down</b> from { $since } to { $until }.

    Messages of that time are being handled now. Old presses of buttons may be lost with Telegram: people will press again. If it was not you, read the service's log: <code>{ $journal }</code>.
operations-contact =
    <b>The bot could not reach Telegram</b> since { $since }.

    As you are reading this, it can again. If this happens often, look at the server's network or set <code>{ $setting }</code>.
operations-webhook =
    <b>Telegram cannot reach the bot</b> since { $since }. Messages that wait: { $pending }

    See that the webhook's address opens from the internet, its certificate is valid, and the proxy passes the folder <code>{ $hook }</code> on to the bot. Messages wait with Telegram for a day.
operations-quiet =
    <b>Nobody has written to the bot</b> since { $since }, though at this time there are usually many.

    If the school is on holiday, all is well. If not, write /start to the bot yourself: when it does not answer, look at the service's log and the webhook's address.
operations-dead =
    <b>Some things could not be done</b>

    Things people sent: { $updates }. Messages from the bot: { $messages }. The bot tried several times and put them aside; everything else works.

    Show a developer the lines <code>{ $first }</code> and <code>{ $second }</code> of the log: they hold no names and no answers.
operations-held =
    <b>The database was restored from the copy</b> of { $madeAt }

    What was done after that is not in it. The bot answers people, but writes to nobody by itself for now.

    { $waiting }

    May the bot write to people?
operations-held-count =
    { $count ->
        [0] Nothing is waiting now.
        [one] { $count } message waits for your word.
       *[other] { $count } messages wait for your word.
    }
operations-held-overdue = Due before the restore already: { $overdue }. People may have those.
operations-go-all = ✅ Go ahead
operations-go-new = Go ahead, without the earlier ones
operations-resumed = Good, writing to people again.
operations-resumed-dropped =
    { $dropped ->
        [one] { $dropped } earlier message will not be sent.
       *[other] { $dropped } earlier messages will not be sent.
    }
operations-free = It may already: the bot writes to people as usual.
