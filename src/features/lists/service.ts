/** Lists of a programme: looked at, printed, taken away. Every call asks whether the person may. */
import { after, DAY, MINUTE } from "#core/clock.ts";
import type { PersonId, ProgrammeId } from "#core/ids.ts";
import type { Programme } from "#features/programmes/index.ts";
import type { Db } from "#platform/db/index.ts";
import { createGround, type Ground, type ListsOutside } from "./ground.service.ts";
import { SLIPS_JOB } from "./kinds.model.ts";
import type { Comer, PeopleList } from "./model.ts";
import * as store from "./store.ts";
import { createTaking } from "./taking.service.ts";

export type { Done, Moved, Taken } from "./taking.service.ts";

/** A slip may lie in a bag for a term. */
const SLIPS_LIVE = 120 * DAY;
/** Within this time a second tap means the same slips. */
const SAME_ORDER = MINUTE;
const LOOK_BACK = 20;
const DRAFT_LIVES = DAY;

/** The lists themselves. */
function createKeeping({ database, clock, people, jobs }: ListsOutside, ground: Ground) {
  const { db } = database;

  async function isOrdered(tx: Db, personId: PersonId, listId: string): Promise<boolean> {
    const lines = await people.historyOf(tx, { kind: "list", id: listId }, LOOK_BACK);
    const since = after(clock.now(), -SAME_ORDER);
    return lines.some(({ act, actorId, at }) => act === "slips" && actorId === personId && at > since);
  }

  return {
    overview: async (
      personId: PersonId,
      programmeId: ProgrammeId,
    ): Promise<{ programme: Programme; lists: PeopleList[]; comers: Comer[] } | null> => {
      const programme = await ground.programmeFor(personId, programmeId, "list.see");
      if (!programme) return null;
      return {
        programme,
        lists: await store.listLists(db, programmeId),
        comers: await store.listComers(db, programmeId),
      };
    },

    open: (personId: PersonId, listId: string) => ground.listFor(personId, listId, "list.see"),

    /** Whether this person may send lists here. */
    mayEdit: (personId: PersonId, programmeId: ProgrammeId): Promise<Programme | null> =>
      ground.programmeFor(personId, programmeId, "list.edit"),

    /** Orders the slips of those who have not come; they come as a message of their own. */
    orderSlips: async (personId: PersonId, listId: string) => {
      const found = await ground.listFor(personId, listId, "list.edit");
      if (!found) return null;
      await database.tx(async (tx) => {
        if (await isOrdered(tx, personId, listId)) return;
        const now = clock.now();
        await store.renewLinks(tx, listId, after(now, SLIPS_LIVE));
        await jobs.enqueue(tx, { kind: SLIPS_JOB, args: { listId }, personId });
        await people.record(tx, { actorId: personId, subjectKind: "list", subjectId: listId, act: "slips", at: now });
      });
      return found;
    },

    /** Takes away the rows of those who never came; the list goes when none is left. */
    remove: async (personId: PersonId, listId: string) => {
      const found = await ground.listFor(personId, listId, "list.edit");
      if (!found) return null;
      const { gone } = await database.tx(async (tx) => {
        const removed = await store.deleteUntouched(tx, { listId });
        if (removed.gone === found.list.rows) await store.deleteList(tx, listId);
        await people.record(tx, ground.deed(personId, found.programme.id, "list-removed", removed.gone));
        return removed;
      });
      return { ...found, gone };
    },

    /** Forgets what nobody confirmed within a day. */
    tidy: (now: Date): Promise<void> => database.tx((tx) => store.deleteOldDrafts(tx, after(now, -DRAFT_LIVES))),
  };
}

export function createLists(outside: ListsOutside) {
  const ground = createGround(outside);
  return { ...createTaking(outside, ground), ...createKeeping(outside, ground) };
}

export type Lists = ReturnType<typeof createLists>;
