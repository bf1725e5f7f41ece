/**
 * Leaving: somebody's part in a programme ends or rests, first shown, then done at once; others are told in neutral words, and the
 * curator gets a dated list. A withdrawn consent, or «Удалить мои данные», erases after a term within which the same person comes
 * back by a new consent. What was erased stays erased: it is gone from the database and its copies, a ledger beside it says so to a
 * restored one, and only numbers without a person remain.
 * Words: part, pause, leaving, withdrawal, erasure, term, ledger, todo.
 */
export { leavingChat } from "./chat.ts";
export { erasuresKeeping, filesKeeping } from "./files.service.ts";
export {
  leavingButtons,
  leavingCardLines,
  leavingCardLinks,
  leavingEnding,
  leavingGuide,
  leavingProgrammeLinks,
} from "./guide.ts";
export { leavingNotices } from "./notices.ts";
export { privacyChat } from "./privacy.chat.ts";
export { exportPaper } from "./privacy.view.ts";
export { createLeave, type Leave, type LeaveParts } from "./whole.service.ts";
