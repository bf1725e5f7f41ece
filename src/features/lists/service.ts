/** Lists of a programme: looked at, printed, taken away. Every call asks whether the person may. */
import { after, DAY, MINUTE } from "#core/clock.ts";
import type { PersonId, ProgrammeId } from "#core/ids.ts";
import { shownName } from "#features/people/index.ts";
import type { Programme } from "#features/programmes/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { TableRead } from "#platform/files/table.ts";
import { createComers } from "./comers.service.ts";
import { type ListExportOutside, listsExportJob } from "./export.service.ts";
import { createGround, type Ground, type ListsOutside } from "./ground.service.ts";
import { EXPORT_JOB, SLIPS_JOB } from "./kinds.model.ts";
import type { Comer, PeopleList } from "./model.ts";
import { createPlacing, type PlacingOutside } from "./placing.service.ts";
import { eraseOldListFiles, type SlipsOutside, slipsJob } from "./slips.service.ts";
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

  async function isOrdered(
    tx: Db,
    personId: PersonId,
    of: { kind: string; id: string },
    what: string,
  ): Promise<boolean> {
    const lines = await people.historyOf(tx, of, LOOK_BACK);
    const since = after(clock.now(), -SAME_ORDER);
    return lines.some(({ act, actorId, at }) => act === what && actorId === personId && at > since);
  }

  return {
    overview: async (
      personId: PersonId,
      programmeId: ProgrammeId,
    ): Promise<{ programme: Programme; lists: PeopleList[]; comers: Comer[]; waiting: string | null } | null> => {
      const programme = await ground.programmeFor(personId, programmeId, "list.see");
      if (!programme) return null;
      return {
        programme,
        lists: await store.listLists(db, programmeId),
        comers: await store.listComers(db, programmeId),
        waiting: await store.findWaiting(db, personId, programmeId),
      };
    },

    /** Who came by a poster, as the programme shows names; null when it is not this person's to see. */
    shownComers: async (personId: PersonId, programmeId: ProgrammeId) => {
      const programme = await ground.programmeFor(personId, programmeId, "list.see");
      if (!programme) return null;
      const comers = await store.listComers(db, programmeId);
      const found = await people.findMany(
        db,
        comers.map((comer) => comer.personId),
      );
      const named = new Map(found.map((one) => [one.id, one]));
      const shown = (comer: Comer) => {
        const one = named.get(comer.personId);
        return one ? shownName(one, comer, programme.naming) : comer.code;
      };
      return { programme, comers: comers.map((comer) => ({ ...comer, shown: shown(comer) })) };
    },

    /** Orders the lists as a table to be corrected; it comes as a message of its own. */
    orderExport: async (personId: PersonId, programmeId: ProgrammeId): Promise<boolean> => {
      if (!(await ground.programmeFor(personId, programmeId, "list.edit"))) return false;
      await database.tx(async (tx) => {
        if (await isOrdered(tx, personId, { kind: "programme", id: programmeId }, "list-exported")) return;
        await jobs.enqueue(tx, { kind: EXPORT_JOB, args: { programmeId }, personId });
        await people.record(tx, ground.deed(personId, programmeId, "list-exported", 1));
      });
      return true;
    },

    open: (personId: PersonId, listId: string) => ground.listFor(personId, listId, "list.see"),

    /** Whether this person may send lists here. */
    mayEdit: (personId: PersonId, programmeId: ProgrammeId): Promise<Programme | null> =>
      ground.programmeFor(personId, programmeId, "list.edit"),

    /** Orders the slips of those who have not come, when there are any; they come as a message of their own. */
    orderSlips: async (personId: PersonId, listId: string) => {
      const found = await ground.listFor(personId, listId, "list.edit");
      if (!found) return null;
      if (found.list.came === found.list.rows) return { ...found, kind: "nobody" as const };
      await database.tx(async (tx) => {
        if (await isOrdered(tx, personId, { kind: "list", id: listId }, "slips")) return;
        const now = clock.now();
        await store.renewLinks(tx, listId, after(now, SLIPS_LIVE));
        await jobs.enqueue(tx, { kind: SLIPS_JOB, args: { listId }, personId });
        await people.record(tx, { actorId: personId, subjectKind: "list", subjectId: listId, act: "slips", at: now });
      });
      return { ...found, kind: "ordered" as const };
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
  };
}

type Everything = ListsOutside &
  PlacingOutside &
  Omit<SlipsOutside, "paper"> &
  Omit<ListExportOutside, "tables"> & {
    /** How papers and tables look: handed in, for a service does not know it. */
    look: { paper: SlipsOutside["paper"]; tables: ListExportOutside["tables"] };
  };

export function createLists(outside: Everything) {
  const ground = createGround(outside);
  const { look, heavy } = outside;
  return {
    ...createTaking(outside, ground),
    ...createKeeping(outside, ground),
    placing: createPlacing(outside),
    comers: createComers(outside),
    /** Reads a file in the worker; one that breaks it is a broken file. */
    readFile: async (bytes: Uint8Array): Promise<TableRead> => {
      const read = await heavy.run("readTable", { bytes });
      if (read.kind === "done") return read.result;
      return read.kind === "broke" ? { kind: "broken" } : { kind: "tooBig" };
    },
    jobs: [slipsJob({ ...outside, paper: look.paper }), listsExportJob({ ...outside, tables: look.tables })],
    /** Forgets what nobody confirmed, and files that were sent, within a day. */
    tidy: async (now: Date): Promise<void> => {
      await outside.database.tx((tx) => store.deleteOldDrafts(tx, after(now, -DRAFT_LIVES)));
      await eraseOldListFiles(outside.database, outside.contents, now);
    },
  };
}

export type Lists = ReturnType<typeof createLists>;
