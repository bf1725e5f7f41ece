/**
 * The banks of mentees and mentors: who has come, who is ready to be matched and who waits for whom, shown as four marks
 * (consent, guardian, questionnaire, checked). The curator opens a card, reads answers, says «проверен», reminds the unfinished
 * with one tap, and takes the whole bank as a table.
 */
export { banksChat } from "./chat.ts";
export { eraseOldTables, exportJob } from "./export.service.ts";
export { bankTables } from "./export.view.ts";
export { banksNotices } from "./notices.ts";
export { nudgingKind } from "./nudging.service.ts";
export { type Banks, createBanks } from "./service.ts";
export { banksLinks } from "./view.ts";
