notices-late = ⏳ <i>This message comes late.</i>

notices-told = Messages of the bot
notices-told-waiting = Waiting to be sent
notices-told-settled = Sent or taken back
