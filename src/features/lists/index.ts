/**
 * Lists of classes and staff: people exist here before their chat. A curator sends what the school has, sees what was understood,
 * confirms; each row becomes a nameless person with a link, printed as a slip. Who comes otherwise is found in a list by the
 * curator's word, and two persons who are one are joined with everything they have.
 * Promise: of a list only row number, class or post, and role are kept; its names are stored nowhere, at no moment.
 */
export { type ListsChatParts, listsChat } from "./chat.ts";
export { listTables } from "./export.view.ts";
export { listsNotices } from "./notices.ts";
export { listsCardLinks, listsProgrammeLinks } from "./placing.chat.ts";
export { createPlacing } from "./placing.service.ts";
export { createLists, type Lists } from "./service.ts";
export { slipsPaper } from "./slips.view.ts";
export { listWords } from "./words.view.ts";
