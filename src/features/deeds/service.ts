/** Deeds that can be taken back until somebody has heard of them. */
import { after, type Clock } from "#core/clock.ts";
import { isId, newId, type PersonId } from "#core/ids.ts";
import { noticeKey, type Planning } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { DeedKind, Ready } from "./kinds.service.ts";
import type { Known, Offer, Offered, Undone } from "./model.ts";
import { listNames, nameIn } from "./names.store.ts";
import { GRACE, isOpen, tellAt } from "./rules.ts";
import { type DeedRow, deleteOld, findDeed, insertDeed, saveUndone } from "./store.ts";

export type DeedsOutside = {
  database: Database;
  clock: Clock;
  people: Pick<People, "authorise" | "record">;
  /** Made later than the kinds of notices are known. */
  notices: () => Pick<Planning, "plan" | "owedOf" | "takeBack">;
  /** All kinds; asked when a deed is offered or taken back, for features are made after this. */
  kinds: () => readonly DeedKind[];
};

/** So many of those who know are named when it is too late. */
const NAMED = 5;

export function createDeeds({ database, clock, people, notices, kinds }: DeedsOutside) {
  const { db } = database;
  const readyOf = (kind: string, args: unknown): Ready | null =>
    kinds()
      .find((one) => one.kind === kind)
      ?.read(args) ?? null;

  const shown = ({ id, kind, until, kept }: DeedRow): Offered => ({
    id,
    until,
    count: kept.count,
    zone: kept.zone,
    back: readyOf(kind, kept.of)?.back ?? null,
  });

  /** Whom it was said to, in the words of the deed's programme. */
  async function late(tx: Db, { kept }: DeedRow, told: PersonId[], ready: Ready): Promise<Undone> {
    const names = await listNames(tx, kept.programmeId, told.slice(0, NAMED));
    const shownNames = told.slice(0, NAMED).flatMap((id) => nameIn(names, id) ?? []);
    return { kind: "late", names: shownNames, more: told.length - shownNames.length, back: ready.back };
  }

  async function takeBack(tx: Db, deed: DeedRow, ready: Ready): Promise<Undone> {
    const { back, about } = ready;
    if (deed.undoneAt) return { kind: "undone", again: true, back };
    const now = clock.now();
    const owed = await notices().owedOf(tx, deed.kept.keys);
    if (!isOpen(deed.until, { told: owed.told.length, waiting: owed.waiting }, now))
      return await late(tx, deed, owed.told, ready);
    if ((await ready.undo(tx, { actorId: deed.actorId, now })) === "moved") return { kind: "moved", back };
    await saveUndone(tx, deed.id, now);
    await notices().takeBack(tx, deed.kept.keys);
    const line = { subjectKind: about.kind, subjectId: about.id, act: "undone", before: deed.kind, at: now };
    await people.record(tx, { actorId: deed.actorId, ...line });
    return { kind: "undone", again: false, back };
  }

  return {
    /** Keeps the deed and plans its notices, in the transaction of the act; gives what the screen has to say. */
    offer: async (
      tx: Db,
      { id = newId(), actorId, kind, args, programmeId, zone, notices: told }: Offer,
    ): Promise<Offered> => {
      if (!readyOf(kind, args)) throw new Error(`nobody knows how to take this back: ${kind}`);
      const now = clock.now();
      const until = told.length > 0 ? tellAt(now, zone) : after(now, GRACE);
      const wanted = told.map(({ lagMs = 0, ...notice }) => ({ ...notice, notBefore: after(until, lagMs) }));
      const count = new Set(told.map(({ personId }) => personId)).size;
      const kept = { of: args, programmeId, zone, keys: wanted.map(noticeKey), count };
      const row = { id, actorId, kind, kept, until, undoneAt: null };
      await insertDeed(tx, { ...row, createdAt: now });
      await notices().plan(tx, wanted);
      return shown(row);
    },

    /** What the id that a button brought stands for: for the second of two taps. */
    known: async (from: Db, actorId: PersonId, id: string): Promise<Known> => {
      if (!isId(id)) return { kind: "taken" };
      const row = await findDeed(from, id);
      if (!row) return { kind: "free" };
      return row.actorId === actorId && !row.undoneAt ? { kind: "offered", offered: shown(row) } : { kind: "taken" };
    },

    /** Takes the deed back, all of it or nothing. */
    undo: (actorId: PersonId, id: string): Promise<Undone> =>
      database.tx(async (tx) => {
        const deed = await findDeed(tx, id);
        const ready = deed && deed.actorId === actorId ? readyOf(deed.kind, deed.kept.of) : null;
        if (!deed || !ready || !(await people.authorise(tx, actorId, ready.right.act, ready.right.subject)))
          return { kind: "refused" };
        return await takeBack(tx, deed, ready);
      }),

    /** Forgets deeds that nobody can take back any more. */
    forget: (before: Date): Promise<void> => deleteOld(db, before),
  };
}

export type Deeds = ReturnType<typeof createDeeds>;
