notices-late = ⏳ <i>Это сообщение пришло с опозданием.</i>

notices-told = Сообщения бота
notices-told-waiting = Ждут отправки
notices-told-settled = Уже отправлены или отменены
