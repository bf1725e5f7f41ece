# Words that all screens share.

common-home = 🏠 To the start
common-back = ← Back
common-skip = Skip
common-next = Next →
common-previous = ← Earlier
common-done = Done
common-stale = This button is out of date
common-no-groups = Hello! I talk with everyone one to one, so I am leaving this group. Please write to me in a private chat.
