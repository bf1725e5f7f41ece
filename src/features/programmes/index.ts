/**
 * Schools and programmes: the owner names a school and its curator, the curator sets up a programme (for pupils or for teachers,
 * which forms of mentoring, from when to when, how names are shown and how pupils are addressed) and changes it later.
 * Promises: every answer of the two wizards is kept at once and survives any restart; a setting changes only on the state that
 * the person saw; each change is in the history. A curator sees all programmes of the own school and nothing of another.
 * Words: school, programme, track, form, role model, period, naming, address, draft.
 */
export { createProgrammesChat, type ProgrammesChatParts } from "./chat.ts";
export { createProgrammesGuide } from "./guide.chat.ts";
export * from "./model.ts";
export { createProgrammes, type Programmes, type SchoolLine } from "./service.ts";
export type { ProgrammeLink } from "./view.ts";
export { formLabel, formsLine, periodLine, roleModelLabel, zoneLabel } from "./words.view.ts";
