# The playground's page: a local Telegram in the browser.
playground-title = Tropa · playground
playground-name = Playground
playground-connecting = The program does not answer. Connecting…
playground-skip = To the chats

playground-person-owner = Olga Vetrova
playground-person-mentor = Mikhail Kedrov
playground-person-mentee = Liza Ryabinina
playground-person-guardian = Anna Ryabinina

playground-role-owner = owner
playground-role-curator = curator
playground-role-mentor = mentor
playground-role-mentee = mentee
playground-role-guardian = guardian
playground-role-staff = staff

playground-people = People
playground-people-list = Whom to show
playground-people-all = All people
playground-add = Add a person
playground-add-name = Name
playground-add-hint = For example, Peter Lugov
playground-add-done = Add
playground-close-column = Put away: { $name }
playground-unread = { $count ->
    [one] { $count } new message
   *[other] { $count } new messages
  }
playground-empty = Open somebody from the list of people

playground-clock = Time in the playground
playground-clock-ahead = { $days } d ahead
playground-clock-hour = +1 hour
playground-clock-day = +1 day
playground-clock-due = To the next due thing
playground-clock-due-at = Next due: { $when }
playground-clock-nothing = Nothing is planned yet
playground-fill = Fill with an example
playground-fill-done = Done: { $count ->
    [one] { $count } person added
   *[other] { $count } people added
  }
playground-owner-link = Owner's link
playground-owner-none = No link yet: the bot is not running
playground-open-link = Open a link
playground-theme-dark = Dark theme
playground-theme-light = Light theme
playground-language = РУ
playground-language-full = Show this page in Russian
playground-more = More

playground-bot = bot
playground-typing = typing
playground-uploading = sending a file
playground-chat-of = Chat: { $name }
playground-chat-menu = Actions: { $name }
playground-block = Block the bot
playground-unblock = Unblock
playground-clear = Clear history
playground-deactivate = Delete the account
playground-deactivated = Account deleted
playground-blocked = The bot is blocked

playground-what = What can this bot do?
playground-start = Start
playground-placeholder = Message
playground-send = Send
playground-save = Save
playground-attach = Attach a file
playground-commands = Commands
playground-keys = The bot's keyboard
playground-extra = Voice, sticker and more
playground-voice = Voice message
playground-sticker = Sticker
playground-location = Location
playground-contact = My contact
playground-drop = Drop to send the file
playground-as-file = Send the picture as a file
playground-caption = Caption
playground-files-title = Send { $count ->
    [one] { $count } file
   *[other] { $count } files
  }
playground-down = To the latest messages

playground-edited = edited
playground-silent = without sound
playground-protected = cannot be forwarded or saved
playground-pinned = pinned
playground-forwarded = forwarded message
playground-you = You
playground-deleted-reply = Deleted message
playground-message-menu = Message actions
playground-reply = Reply
playground-replying = Reply
playground-edit = Edit
playground-editing = Editing a message
playground-cancel = Cancel
playground-copy = Copy text
playground-copied = Copied
playground-copy-link = Copy link
playground-pass = Pass on to a person
playground-pass-title = Pass on to whom?
playground-passed = Passed on: { $name }
playground-note-from = { $name } passes on
playground-to-bot = Forward to the bot
playground-no-save = The bot does not let this message be saved or forwarded
playground-download = Download { $name }
playground-picture = Picture: { $name }
playground-spoiler = Hidden text, press to show
playground-expand = Show all
playground-collapse = Show less
playground-voice-label = Voice message
playground-sticker-label = Sticker
playground-location-label = Location
playground-contact-label = Contact
playground-waiting = The bot has not answered yet
playground-late = The bot did not answer the tap
playground-refused = That did not work: { $why }
playground-alert-ok = OK

playground-open-as = Open as…
playground-open-as-text = Who opens this link?
playground-open-new = A new person
playground-open-go = Open
playground-open-outside = This link leads out of the playground: { $url }
playground-open-bad = This is not a link to the bot
playground-link-hint = https://t.me/…?start=…
playground-phone-ask = Send your phone number to the bot?
playground-phone-yes = Send
playground-bytes = { $size } B
playground-kilobytes = { $size } KB
playground-megabytes = { $size } MB

# The invented programme: the button “Fill with an example”.
playground-invented-school = Blue Lake School No. 3
playground-invented-city = Lakeside
playground-invented-title = Side by side
playground-invented-owner = Lakes Timothy
playground-invented-curator = Falconer Marina
playground-invented-mentee-1 = Finch Barbara
playground-invented-mentee-2 = Alder Matthew
playground-invented-mentee-3 = Birch Arthur
playground-invented-mentee-4 = Crane Sophie
playground-invented-mentee-5 = Robin Leo
playground-invented-mentee-6 = Meadow Mira
playground-invented-mentee-7 = Maple Eve
playground-invented-mentee-8 = Thrush Timmy
playground-invented-mentee-9 = Cherry Alice
playground-invented-mentee-10 = Aspen Mark
playground-invented-mentee-11 = Rivers Daria
playground-invented-mentee-12 = Dawson Gordon
playground-invented-parent-1 = Finch Oliver
playground-invented-parent-2 = Alder Irene
playground-invented-parent-3 = Birch Natalie
playground-invented-parent-4 = Crane Paul
playground-invented-parent-5 = Robin Olga
playground-invented-parent-6 = Meadow Russell
playground-invented-parent-7 = Maple Roman
playground-invented-parent-10 = Aspen Vera
playground-invented-mentor-1 = Poplar Nick
playground-invented-mentor-2 = Frost Juliana
playground-invented-mentor-3 = Thunder Stephen
playground-invented-mentor-4 = Swallow Pauline
playground-invented-mentor-5 = Willow Arsen
playground-invented-mentee-answer-1 = At home it is all clear, in a test I get lost. I want to learn to keep calm and go step by step.
playground-invented-mentee-answer-2 = I am making a game about our town. The levels are there, but I cannot tell others about it.
playground-invented-mentee-answer-3 = I am new in this class. I would like to find friends and not to be afraid at the blackboard.
playground-invented-mentor-answer-1 = I explain physics by everyday things and show how to prepare without cramming.
playground-invented-mentor-answer-2 = I help to build a project step by step, from the idea to the talk.
playground-invented-mentor-answer-3 = I tell how to choose where to study, and what not to fear in the first year.
