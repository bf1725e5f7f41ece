/**
 * What the bot owes to people unasked: reminders, news, digests. A feature plans a notice in the transaction of the thing
 * it speaks of and hands the kind of it (how to load it, how to say it) to `app`. When its moment comes, the thing is read
 * again, what is stale or too late is dropped with a reason, and the rest is said at Telegram's pace.
 * Promise: nothing owed is lost; a notice is said once, and may be repeated only when the process is killed or the
 * connection breaks while it is being sent.
 * Words: kind, subject, slot, lane, due, stale, late, unreachable, dead.
 */

export type { Address } from "./endings.service.ts";
export { noticesKeeping } from "./keeping.service.ts";
export { type NoticeKind, type NoticeKindSpec, noticeKind } from "./kinds.service.ts";
export type { Direction, DueNotice, LatePolicy, TickReport, Wanted } from "./model.ts";
export type { Owed } from "./owed.store.ts";
export { noticeKey } from "./rules.ts";
export { createNotices, type Notices, type NoticesParts, type Planning } from "./service.ts";
