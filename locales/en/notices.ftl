notices-late = ⏳ <i>This message comes late.</i>
