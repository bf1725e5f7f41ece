### Words by which the bot knows the columns of a list that was sent. Any of those between the bars.
lists-words-number = no|number|nr|#
lists-words-name = name|full name|pupil|student|employee|teacher|mentor|mentee|last name first name
lists-words-family = surname|family name|last name
lists-words-given = first name|given name
lists-words-patronymic = middle name|patronymic
lists-words-class = class|grade|form|group
lists-words-post = post|position|job|job title|subject
lists-words-role = role
lists-words-code = code|participant code
lists-words-born = date of birth|birth date|year of birth|born|age|birthday
lists-words-phone = phone|telephone|mobile|phone number
lists-words-mail = e mail|email|mail
lists-words-address = address
lists-words-others = parent|mother|father|guardian|passport
lists-words-role-mentee = mentee|pupil|student
lists-words-role-mentor = mentor
lists-words-role-staff = staff|employee|teacher|head|psycholog
lists-words-classes = class|grade|form|group
lists-words-sums = total|sum|signature

lists-link = Class and staff lists
lists-refused = { people-refused }
lists-role-mentee = mentees
lists-role-mentor = mentors
lists-role-staff = staff
lists-role-unknown = role not given
lists-none =
    <b>Lists · { $programme }</b>

    Send the list of a class or of the staff, and everybody gets a slip with a QR code. The bot keeps only row number, class or post, and role: no names stay in it.
lists-all =
    <b>Lists · { $programme }</b>

    { $rows ->
        [one] { $rows } person
       *[other] { $rows } people
    } on the lists, <b>{ $came }</b> have come.
lists-comers-button = Came by the poster: { $count } — who is it?
lists-button = { $name } · { $came } of { $rows } have come
lists-unnamed = { $role }, { $on }
lists-send = Send a list
lists-export = Download to correct
lists-one =
    <b>{ $name }</b> · { $role }

    { $rows ->
        [one] { $rows } person
       *[other] { $rows } people
    } on the list, <b>{ $came }</b> have come.

    { $next }
lists-one-waiting = Still to come: { $waiting }. Hand them their slips: the number on a slip is the row number in your list.
lists-one-whole = Everybody has come.
lists-slips = Slips for those still to come: { $count }
lists-remove = Remove those who never came
lists-remove-sure =
    <b>Remove from “{ $name }” those who never came?</b>

    { $waiting ->
        [one] { $waiting } row goes
       *[other] { $waiting } rows go
    }, and their slips stop working. Those who came ({ $came }) stay.
lists-remove-yes = Remove
lists-removed-toast = { $count ->
        [0] Nobody to remove
        [one] { $count } row removed
       *[other] { $count } rows removed
    }

lists-send-ask =
    <b>Send the list</b>

    An Excel table (.xlsx), a .csv file, or lines right in a message: “1. Mary Brown 7A”. Any headings, any order of columns.

    I will first show what I understood. Names are not kept: only you need them, to hand out the slips.
lists-send-ask-code =
    <b>Send the list of codes</b>

    This programme uses codes instead of names. Send a table with the columns “Code”, “Class”, “Role” and no names. The page that works without the internet makes one out of a class list: “Settings” → “Codes and names”.
lists-unread-empty = There is nothing in the file.
lists-unread-tooBig = This file is too big for a list. Send one class, or at most 20,000 rows and 20 MB.
lists-unread-broken = The file is damaged and cannot be opened. Save it once more and send it again.
lists-unread-unsafe = The file is built strangely and is not safe to open. Copy the list into a new table and send that.
lists-unread-locked = The file has a password. Save a copy without it and send that.
lists-unread-xls = This is the old Excel format. Open the file and save it as .xlsx.
lists-unread-other = This is no table. I need an .xlsx or .csv file, or lines right in a message.
lists-unread-nothing = I see no people in this list. Please check that there are names or codes in it.
lists-unread-lost = The file did not arrive. Please send it once more.
lists-unread-not-file = I need a file or a text.
lists-unread-names = There are names in this list, and the programme runs on codes. I have kept nothing of it; please delete the message with the file from the chat.
lists-line-of = { $sheet }: { $line }
lists-title = “{ $title }”
lists-doubts = <b>Please look:</b>
lists-doubts-more = and { $count } more
lists-doubt-noClass = { $count ->
        [one] row { $lines }: no class
       *[other] rows { $lines }: no class
    }
lists-doubt-noName = { $count ->
        [one] row { $lines }: no name, left out
       *[other] rows { $lines }: no name, left out
    }
lists-doubt-oddRole = { $count ->
        [one] row { $lines }: the role is unclear
       *[other] rows { $lines }: the role is unclear
    }
lists-doubt-oddCode = { $count ->
        [one] row { $lines }: this is no code, I will give a new one
       *[other] rows { $lines }: these are no codes, I will give new ones
    }
lists-doubt-skipped = { $count ->
        [one] row { $lines }: looks like a signature or a total, left out
       *[other] rows { $lines }: look like signatures or totals, left out
    }
lists-doubt-same = rows { $one } and { $other } are the same: one is taken
lists-doubt-namesakes = rows { $one } and { $other }: the same name but different birthdays, both are taken
lists-doubt-unneeded = { $count ->
        [one] the column { $titles } is not needed and not kept
       *[other] the columns { $titles } are not needed and not kept
    }
lists-no-class = Without a class
lists-group = <b>{ $name }</b> · { $role } · { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
lists-sample = No. { $number } · { $place }
lists-preview =
    <b>This is what I understood</b>

    { $groups }

    Kept like this, without names:
    { $sample }{ $again }{ $doubts }

    { $step }
lists-preview-again = There is a list of these classes already: { $classes }. A new one adds the people once more. To correct the old one, go back and press “Download to correct”.
lists-preview-role = Who are these people in the programme?
lists-preview-confirm = Nobody has been added yet. Add { $count ->
        [one] { $count } person
       *[other] { $count } people
    }?
lists-pick-mentee = They need a mentor
lists-pick-mentor = They are mentors
lists-pick-staff = Staff
lists-confirm = Add: { $count }
lists-class = Give the class where it is missing: { $count }
lists-class-ask = Which class or group is it? Type it, for example: 7A.
lists-class-hint = 7A
lists-other-file = Send another list
lists-made =
    <b>{ $count ->
        [one] { $count } person added.
       *[other] { $count } people added.
    }</b>

    Nothing was sent to anybody. Next come the slips: each has the row number, the class and a QR code. Hand them out by your own list.
lists-corrected = <b>The list is corrected.</b> Nothing was sent to the participants.
lists-made-slips = Make the slips
lists-made-slips-first = Slips for the first list
lists-changes =
    <b>This is what would change</b>

    { $lines }{ $doubts }

    { $step }
lists-change-changed = { $count ->
        [one] { $count } person gets another class or post
       *[other] { $count } people get another class or post
    }
lists-change-added = { $count ->
        [one] { $count } person is added
       *[other] { $count } people are added
    }
lists-change-removed = { $count ->
        [one] { $count } row goes: the person is not in the file and never came
       *[other] { $count } rows go: these people are not in the file and never came
    }
lists-change-stay = { $count ->
        [one] { $count } person is not in the file but is here already, and stays: the card can end their part
       *[other] { $count } people are not in the file but are here already, and stay: their cards can end their part
    }
lists-change-strange = { $count ->
        [one] row { $lines }: there is no such code, left out
       *[other] rows { $lines }: there are no such codes, left out
    }
lists-changes-role = Who are the new people in the programme?
lists-changes-confirm = Nothing has changed yet. Apply?
lists-changes-empty = There is nothing to change.
lists-changes-do = Apply
lists-unchanged = The list is the same: there is nothing to change.

lists-slips-toast = Making the slips. I will send them here.
lists-slips-made = The slips are ready: eight on a page, cut along the dashes. The number on a slip is the row number in your list. Each slip is for one person, once.
lists-slips-failed = No slips: everybody on this list has come, or the file could not be made. Please try again.
lists-slips-file = Slips { $label }
lists-slip-number = { $place } · No. { $number }
lists-slip-what-mentee = Your school invites you to its mentoring programme. Point the camera of your phone at the code and press “Start” in Telegram.
lists-slip-what-mentor = The school invites you to become a mentor. Point the camera of your phone at the code and press “Start” in Telegram.
lists-slip-what-staff = Point the camera of your phone at the code and press “Start” in Telegram: the bot will remind you of your activities.
lists-slip-own = The code is personal: one person can come in by it.
lists-export-toast = Making the table. I will send it here.
lists-export-made = Here are your lists. Correct the class or post, delete or add rows, and send the file back with “Send a list”. Leave the column “Code” as it is: I know people by it.
lists-export-file = Lists
lists-sheet = Lists
lists-column-number = No
lists-column-code = Code
lists-column-name = Full name
lists-column-class = Class
lists-column-post = Post
lists-column-role = Role
lists-cell-mentee = mentee
lists-cell-mentor = mentor
lists-cell-staff = staff

lists-comers = <b>Came by the poster: { $count }</b>

    They are in the programme, but not tied to a row of a list. Choose a person.
lists-comers-wait = { $programme }: { $count ->
        [one] { $count } person came by the poster
       *[other] { $count } people came by the poster
    }. Only you can say who this is on your lists.
lists-comers-look = Who is it?
lists-comers-none = Nobody came by the poster, or all have been found in the lists.
lists-comer = { $name } · { $on }
lists-which =
    <b>{ $name }</b> · { $programme }

    Who is this on your lists? Those who have not come yet stand first.
lists-place = { $where }
lists-place-number = { $where } · No. { $number }
lists-row = { $place } · { $code }
lists-row-came = { $place } · { $code } · here already
lists-not-listed = Not on the lists
lists-not-listed-toast = Noted: not on the lists
lists-merge-side = <b>{ $name }</b> · { $place }
    phones: { $phones }, consents: { $consents }, questionnaires: { $runs }, parents: { $guardians }
lists-merge =
    <b>Is this one person?</b>

    { $from }

    { $into }

    Everything of the first goes to the second: phone, consents, answers, parents, history. { $runs } The bot cannot part them again.
lists-merge-runs = Of two questionnaires the one that was sent, or the newer one, stays; the other is closed.
lists-merge-yes = Yes, this is one person
lists-merged-toast = Joined. The history is kept.
lists-apart = These two cannot be joined: their roles differ, they are parent and child, or one of them is more than a participant of this programme.
lists-others =
    <b>{ $name }</b> · { $programme }

    Who is the same person? The most alike stand first. Before joining them I will show what each has.
lists-others-none =
    <b>{ $name }</b> · { $programme }

    There is nobody else with this role in the programme yet.
lists-other = { $name } · { $place }
lists-other-born = { $name } · { $place } · { $year }
lists-joined = <b>Joined.</b> They are one person now, with everything that both had. The history is kept.
lists-joined-card = Open the card
lists-card-link = New link to come in
lists-card-same = The same person as…
lists-new-link-ask =
    <b>Make a new link to come in?</b>

    It helps when somebody has a new phone or the slip was lost. The old link stops working.
lists-new-link-yes = Make the link
lists-new-link =
    <b>{ $name }: a new link</b>

    { $link }

    It lets in once, until { $until }. Hand it over in person: whoever comes in by it is this person.
lists-new-link-copy = Copy the link
lists-cancel = Do not add
lists-waiting = The list you sent waits for your word
