# Words that all screens share.

common-home = 🏠 To the start
common-back = ← Back
common-cancel = Cancel
common-skip = Skip
common-next = Next →
common-previous = ← Earlier
common-yes = Yes
common-no = No
common-done = Done
common-stale = This button is out of date
common-page = { $page } of { $pages }
common-no-groups = Hello! I talk with everyone one to one, so I am leaving this group. Please write to me in a private chat.
