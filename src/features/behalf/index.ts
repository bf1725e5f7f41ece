/**
 * Acting for others: whoever runs a programme finds people by a surname or code typed as it comes, fills in their questionnaire from
 * their words or a paper, enters consents that were signed by hand, prints blank questionnaires and takes the filled ones back as a
 * table, and sees whom the bot does not reach and what they should hear.
 * Promises: whatever is entered for somebody says by whom and how; answers of the person are never written over; a paper is
 * no consent before somebody says that it is in the folder; nothing of a table is taken over before its sender has seen what was
 * understood.
 * Words: behalf, entering, words, paper, blank, table, untold.
 */
export { type BehalfChatParts, createBehalfChat } from "./chat.ts";
export { behalfCardLinks, behalfProgrammeLinks } from "./links.chat.ts";
export { behalfNotices } from "./notices.ts";
export { blankPaper, fillingTables } from "./papers.view.ts";
export { fitOfName, wordsIn } from "./search.rules.ts";
export { createSearch } from "./search.service.ts";
export { type Behalf, type BehalfParts, createBehalf } from "./service.ts";
