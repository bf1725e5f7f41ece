# Taking back, and history.

deeds-today = today at { $time }
deeds-tomorrow = tomorrow at { $time }
deeds-on = on { $date } at { $time }
deeds-nobody = Nobody is told about it.
deeds-tell = { $count ->
        [one] { $count } person will learn of it { $moment }.
       *[other] { $count } people will learn of it { $moment }.
    }
deeds-until-then = Until then you can take it back.
deeds-until = You can take it back until { $moment }.
deeds-undo = ↩️ Take back
deeds-undone = Taken back. Nobody has heard of it.
deeds-moved = There is nothing left to take back: things have changed since.
deeds-over = The time for taking it back is over.
deeds-late = { $more ->
        [0] It is too late to take it back: the message has gone. Who knows: { $names }.
       *[other] It is too late to take it back: the messages have gone. Who knows: { $names } and { $more } more.
    }
deeds-late-count = { $count ->
        [one] It is too late to take it back: the message has gone, { $count } person knows.
       *[other] It is too late to take it back: the messages have gone, { $count } people know.
    }
