import type { PersonId } from "#core/ids.ts";
import type { Lane } from "#core/notice.ts";
import type { Database, Db, NewNotice } from "#platform/db/index.ts";
import { type Ending, inChunks, UNSENT } from "./store.ts";

/** Inserts what is new, moves what still waits, and takes up again what had only been cancelled. */
export async function savePlanned(database: Database, tx: Db, rows: readonly NewNotice[]): Promise<void> {
  for (const some of inChunks(rows)) {
    await tx.notice.updateMany({
      where: { key: { in: some.map((row) => row.key) }, status: "dropped", reason: "cancelled" },
      data: { status: "waiting", reason: null, settledAt: null, lease: null, leaseUntil: null, attempts: 0 },
    });
    await database.dialect.upsertNotices(tx, some);
  }
}

export type Which = { kind?: string; subjectId?: string; personId?: PersonId };

/** Takes back what was not sent yet, except the keys to `keep`; gives how many. */
export async function dropUnsent(
  tx: Db,
  which: Which,
  now: Date,
  keep: ReadonlySet<string> = new Set(),
): Promise<number> {
  const unsent = await tx.notice.findMany({
    where: { ...which, status: { in: UNSENT } },
    select: { id: true, key: true },
  });
  const unwanted = unsent.filter((row) => !keep.has(row.key)).map((row) => row.id);
  return settleAll(tx, unwanted, { status: "dropped", reason: "cancelled" }, now);
}

async function settleAll(tx: Db, ids: readonly string[], ending: Ending, now: Date): Promise<number> {
  let settled = 0;
  for (const some of inChunks(ids)) {
    const { count } = await tx.notice.updateMany({
      where: { id: { in: some }, status: { in: UNSENT } },
      data: { ...ending, settledAt: now, lease: null, leaseUntil: null },
    });
    settled += count;
  }
  return settled;
}

/** Who was told of a few notices, each once, and how many of them still wait. */
export type Owed = { told: PersonId[]; waiting: number };

export async function owedOf(db: Db, keys: readonly string[]): Promise<Owed> {
  const told = new Set<PersonId>();
  let waiting = 0;
  for (const some of inChunks(keys)) {
    const rows = await db.notice.findMany({
      where: { key: { in: some }, status: { in: ["waiting", "sending", "sent"] } },
      orderBy: { id: "asc" },
      select: { personId: true, status: true },
    });
    for (const { personId, status } of rows)
      if (status === "waiting") waiting++;
      else told.add(personId);
  }
  return { told: [...told], waiting };
}

export async function dropKeys(tx: Db, keys: readonly string[], now: Date): Promise<number> {
  let dropped = 0;
  for (const some of inChunks(keys)) {
    const rows = await tx.notice.findMany({
      where: { key: { in: some }, status: { in: UNSENT } },
      select: { id: true },
    });
    const ids = rows.map(({ id }) => id);
    dropped += await settleAll(tx, ids, { status: "dropped", reason: "cancelled" }, now);
  }
  return dropped;
}

/** Ends as late what reminds or tells many and was owed by `before`; gives how many. */
export async function dropOwedBy(tx: Db, before: Date, now: Date): Promise<number> {
  const { count } = await tx.notice.updateMany({
    where: { status: "waiting", lane: { in: ["reminder", "broadcast"] }, notBefore: { lte: before } },
    data: { status: "dropped", reason: "late", settledAt: now, lease: null, leaseUntil: null },
  });
  return count;
}

/** Nothing reaches this person: all that waits for him ends so. */
export async function giveUpOn(tx: Db, personId: PersonId, reason: string, now: Date): Promise<number> {
  const { count } = await tx.notice.updateMany({
    where: { personId, status: "waiting" },
    data: { status: "unreachable", reason, settledAt: now, lease: null, leaseUntil: null },
  });
  return count;
}

/** The person is back: what is still useful waits again. */
export async function takeUp(tx: Db, personId: PersonId, now: Date): Promise<number> {
  const { count } = await tx.notice.updateMany({
    where: { personId, status: "unreachable", usefulUntil: { gt: now } },
    data: { status: "waiting", reason: null, settledAt: null, attempts: 0 },
  });
  return count;
}

export type Figures = { waiting: number; dead: number; lateMs: number };

export async function countOwed(db: Db, now: Date): Promise<Figures> {
  const [waiting, dead, oldest] = await Promise.all([
    db.notice.count({ where: { status: "waiting" } }),
    db.notice.count({ where: { status: "dead" } }),
    db.notice.findFirst({
      where: { status: "waiting", notBefore: { lte: now } },
      orderBy: { notBefore: "asc" },
      select: { notBefore: true },
    }),
  ]);
  return { waiting, dead, lateMs: oldest ? now.getTime() - oldest.notBefore.getTime() : 0 };
}

/** When the next notice is to be tried; one that rests after a failure, when its rest is over. Of one lane, when it is named. */
export async function findNextDue(db: Db, now: Date, lane?: Lane): Promise<Date | null> {
  const owed = { status: "waiting", ...(lane ? { lane } : {}) };
  const free = await db.notice.findFirst({
    where: { ...owed, OR: [{ leaseUntil: null }, { leaseUntil: { lte: now } }] },
    orderBy: { notBefore: "asc" },
    select: { notBefore: true },
  });
  const resting = await db.notice.findFirst({
    where: { ...owed, leaseUntil: { gt: now } },
    orderBy: { leaseUntil: "asc" },
    select: { notBefore: true, leaseUntil: true },
  });
  const rested = resting && [resting.notBefore, resting.leaseUntil ?? now].sort((a, b) => b.getTime() - a.getTime())[0];
  const moments = [free?.notBefore, rested].filter((one) => one instanceof Date);
  return moments.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

/** Forgets what was settled before `before`: said, dropped or given up. */
export async function deleteSettled(db: Db, before: Date): Promise<void> {
  await db.notice.deleteMany({ where: { settledAt: { lt: before } } });
}
