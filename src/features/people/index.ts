/**
 * People: who writes to the bot, from which phone, in which roles, and what each may do. A person comes in by a link, may share
 * a phone with others, may hold several roles in several programmes. Rights are asked of the database for every act; names are
 * shown by one function that knows how the programme shows them; what was done to whom stays in the history.
 */
import type { Acquaintance } from "#platform/telegram/bot.ts";
import type {
  AccountsDoor,
  HistoryDoor,
  InvitationsDoor,
  MembershipsDoor,
  PersonsDoor,
  RightsDoor,
} from "./door.model.ts";

export type People = Acquaintance &
  PersonsDoor &
  AccountsDoor &
  MembershipsDoor &
  RightsDoor &
  InvitationsDoor &
  HistoryDoor;
export * from "./door.model.ts";
export * from "./model.ts";
export { hasName, shownName } from "./names.rules.ts";
export { ACTS, type Act, RIGHTS } from "./rights.ts";
