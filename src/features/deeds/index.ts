/**
 * Taking back: an act that others will hear of is done at once, but said to them a minute later (or the next morning, when it is
 * evening at school). Until the first of them has been told, whoever did it may take it back; afterwards the bot says who knows.
 * A feature offers the deed in the transaction of the act itself, and hands to `app` how its kind is undone.
 * Here too: the history of a person or a programme, in words.
 */
export { type DeedsParts, deedsChat } from "./chat.ts";
export { historyChat, historyOfCard, historyOfProgramme } from "./history.chat.ts";
export { createHistory, type Histories } from "./history.service.ts";
export { deedsKeeping } from "./keeping.service.ts";
export { type DeedKind, type DeedKindSpec, deedKind } from "./kinds.service.ts";
export type { Offer, Offered, Told, Undone } from "./model.ts";
export { tellAt } from "./rules.ts";
export { createDeeds, type Deeds } from "./service.ts";
export { doneLines, tellLine, undoRow } from "./view.ts";
