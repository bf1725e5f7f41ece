/**
 * People: who writes to the bot, from which phone, in which roles, and what each may do. A person comes in by a link, may share
 * a phone with others, may hold several roles in several programmes. Rights are asked of the database for every act; names are
 * shown by one function that knows how the programme shows them; what was done to whom stays in the history.
 */

export { createPeopleChat, type GoOn } from "./chat.ts";
export * from "./door.model.ts";
export { peopleGuide, peopleKept } from "./guide.chat.ts";
export { PAGE, stateOf } from "./invitations.rules.ts";
export { peopleKeeping } from "./keeping.service.ts";
export { voiceIn } from "./memberships.rules.ts";
export * from "./model.ts";
export { hasName, shownName } from "./names.rules.ts";
export { ACTS, type Act, type Actor, PERMISSIONS, type PermissionKind, RIGHTS } from "./rights.model.ts";
export { allowed } from "./rights.rules.ts";
export { createPeople, type People, type PeopleOutside } from "./service.ts";
export { below, homeButton, homeRow, refusedScreen } from "./view.ts";
export { readYear } from "./years.rules.ts";
