# Отмена сделанного и история.

deeds-today = сегодня в { $time }
deeds-tomorrow = завтра в { $time }
deeds-on = { $date } в { $time }
deeds-nobody = Никому об этом не пишем.
deeds-tell = { $count ->
        [one] Узнает { $count } человек: { $moment }.
        [few] Узнают { $count } человека: { $moment }.
       *[many] Узнают { $count } человек: { $moment }.
    }
deeds-until-then = До этого можно отменить.
deeds-until = Отменить можно до: { $moment }.
deeds-undo = ↩️ Отменить
deeds-undone = Отменено. Никто об этом не узнал.
deeds-moved = Отменять уже нечего: с тех пор всё изменилось.
deeds-over = Время для отмены прошло.
deeds-late = { $more ->
        [0] Отменить уже нельзя: сообщение ушло. Знают: { $names }.
       *[other] Отменить уже нельзя: сообщения ушли. Знают: { $names } и ещё { $more }.
    }
deeds-late-count = { $count ->
        [one] Отменить уже нельзя: сообщение ушло, о нём знает { $count } человек.
        [few] Отменить уже нельзя: сообщения ушли, о них знают { $count } человека.
       *[many] Отменить уже нельзя: сообщения ушли, о них знают { $count } человек.
    }
