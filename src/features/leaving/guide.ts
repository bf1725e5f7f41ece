/** What leaving contributes: the rest of somebody on a pause, ways from a card, a programme and `/privacy`, lines on a card. */
import type { CardLines, CardLinks, ProgrammeLinks, Standing } from "#core/contribution.ts";
import type { MembershipId, PersonId } from "#core/ids.ts";
import { type Button, press, type T } from "#core/screen.ts";
import type { ListeningStep } from "#features/people/index.ts";
import type { Db } from "#platform/db/index.ts";
import { LEAVERS } from "./model.ts";
import type { Privacy } from "./privacy.service.ts";
import { erasureNote, privacyButtons, withdrawalLines } from "./privacy.view.ts";
import type { LeavingService } from "./service.ts";
import type { TodosService } from "./todos.service.ts";
import { restingScreen, stateWords } from "./view.ts";

/** Whoever rests is asked nothing else in that role; other roles go first. */
const RESTING = 55;
const CARD_RANK = 80;
const PROGRAMME_RANK = 15;

/** See `Guide`. */
export const leavingGuide =
  (leaving: LeavingService) =>
  async (db: Db, { personId, membershipId, role }: Standing, t: T): Promise<ListeningStep | null> => {
    const part = LEAVERS.includes(role) ? await leaving.told(db, personId, membershipId) : null;
    return part?.membership.status === "paused" ? { rank: RESTING, screen: restingScreen(t, part), alone: true } : null;
  };

/** «Пауза или уход» on the card of a participant. */
export const leavingCardLinks =
  (leaving: LeavingService): CardLinks =>
  async (db, { readerId, membershipId }) =>
    (await leaving.mayEnd(db, readerId, membershipId))
      ? [{ rank: CARD_RANK, labelKey: "leaving-card", press: press("leaving.of", membershipId) }]
      : [];

/** That somebody rests, has left, or that the data go: nothing for whoever is there as usual. */
export const leavingCardLines =
  (leaving: LeavingService): CardLines =>
  async (db, { readerId, membershipId }, t) => {
    const part = await leaving.glance(db, readerId, membershipId);
    return part && (part.membership.status !== "active" || part.erasedOn) ? [stateWords(t, part)] : [];
  };

/** «Что сделать» under the programme. */
export const leavingProgrammeLinks =
  (todos: TodosService): ProgrammeLinks =>
  async (db, { readerId, programmeId }) => {
    if (!(await todos.mayLead(db, readerId, programmeId))) return [];
    const count = await todos.count(db, readerId, programmeId);
    const link = { rank: PROGRAMME_RANK, press: press("leaving.todos", programmeId) };
    return [
      count > 0
        ? { ...link, labelKey: "leaving-todos-count", args: { count } }
        : { ...link, labelKey: "leaving-todos-button" },
    ];
  };

/** Below `/privacy`. */
export const leavingButtons =
  ({ leaving, privacy }: { leaving: LeavingService; privacy: Privacy }) =>
  async (db: Db, personId: PersonId, t: T): Promise<Button[][]> => {
    const parts = await leaving.parts(db, personId);
    return privacyButtons(t, { parts: parts.length, erasing: await privacy.erasing(personId) });
  };

/** What stands below the question whether a consent is withdrawn, and what is said after it. */
export const leavingEnding =
  ({ privacy }: { privacy: Privacy }, { db }: { db: Db }) =>
  async (t: T, readerId: PersonId, membershipId: MembershipId): Promise<{ before: string[]; after: string } | null> => {
    const found = await privacy.withdrawal(db, readerId, membershipId, t);
    return found && { before: withdrawalLines(t, found), after: erasureNote(t, found.on) };
  };
