import type { PersonId } from "#core/ids.ts";
import type { Lane } from "#core/notice.ts";
import type { Claim, Database, Db, NewNotice } from "#platform/db/index.ts";
import type { DropReason, DueNotice } from "./model.ts";
import { collapseGroup } from "./rules.ts";

/** So many ids or keys in one statement: both engines limit the values of a statement. */
const CHUNK = 500;

const UNSENT = ["waiting", "sending"];

function* chunks<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let from = 0; from < items.length; from += CHUNK) yield items.slice(from, from + CHUNK);
}

/** Inserts what is new, moves what still waits, and takes up again what had only been cancelled. */
export async function savePlanned(database: Database, tx: Db, rows: readonly NewNotice[]): Promise<void> {
  for (const some of chunks(rows)) {
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

type Ending = { status: "dropped"; reason: DropReason } | { status: "unreachable" | "dead"; reason: string };

async function settleAll(tx: Db, ids: readonly string[], ending: Ending, now: Date): Promise<number> {
  let settled = 0;
  for (const some of chunks(ids)) {
    const { count } = await tx.notice.updateMany({
      where: { id: { in: some }, status: { in: UNSENT } },
      data: { ...ending, settledAt: now, lease: null, leaseUntil: null },
    });
    settled += count;
  }
  return settled;
}

/** The due notices of one lane, claimed for `claim.lease`. */
export async function claimDue(database: Database, claim: Claim, lane: Lane): Promise<DueNotice[]> {
  const rows = await database.dialect.claimNotices(database.db, { ...claim, lanes: [lane] });
  return rows.map((row) => ({ ...row, lane }));
}

/** What else of the same kind, thing and person is due: for those that collapse. */
export async function listDueBeside(db: Db, rows: readonly DueNotice[], now: Date) {
  const groups = new Set(rows.map(collapseGroup));
  const others = [];
  for (const some of chunks(rows)) {
    const found = await db.notice.findMany({
      where: {
        kind: { in: [...new Set(some.map((row) => row.kind))] },
        subjectId: { in: [...new Set(some.map((row) => row.subjectId))] },
        personId: { in: [...new Set(some.map((row) => row.personId))] },
        status: { in: UNSENT },
        notBefore: { lte: now },
      },
      select: { id: true, kind: true, subjectId: true, personId: true, notBefore: true },
    });
    others.push(...found.filter((row) => groups.has(collapseGroup(row))));
  }
  return others;
}

/** A claimed row and the claim: every settlement asks whether it still belongs to the claimant. */
export type Held = { id: string; lease: string };

const held = ({ id, lease }: Held) => ({ id, lease, status: "sending" });

/**
 * Whether the row is still this claimant's; if so it stays his until `leaseUntil`, and the attempt that begins is counted,
 * so that a notice that kills the process is known by it.
 */
export async function begin(db: Db, row: Held, leaseUntil: Date, attempts: number): Promise<boolean> {
  return (await db.notice.updateMany({ where: held(row), data: { leaseUntil, attempts } })).count > 0;
}

/** Ends a held row; false when it was taken back or over meanwhile. */
export async function settle(db: Db, row: Held, ending: Ending | { status: "sent" }, now: Date): Promise<boolean> {
  const data = { reason: null, ...ending, settledAt: now, lease: null, leaseUntil: null };
  return (await db.notice.updateMany({ where: held(row), data })).count > 0;
}

/** Ends many rows of one claim alike; gives how many there were. */
export async function settleMany(
  db: Db,
  lease: string,
  ids: readonly string[],
  ending: Ending,
  now: Date,
): Promise<number> {
  let settled = 0;
  for (const some of chunks(ids)) {
    const { count } = await db.notice.updateMany({
      where: { id: { in: some }, lease, status: "sending" },
      data: { ...ending, settledAt: now, lease: null, leaseUntil: null },
    });
    settled += count;
  }
  return settled;
}

/** Puts a held row back: not to be tried before `again`. */
export async function putBack(
  db: Db,
  row: Held,
  again: Date,
  attempts: number,
  reason: string | null,
): Promise<boolean> {
  const data = { status: "waiting", lease: null, leaseUntil: again, attempts, reason };
  return (await db.notice.updateMany({ where: held(row), data })).count > 0;
}

/** Puts back what one claim still holds, or (null) what anybody holds; gives how many. */
export async function release(db: Db, lease: string | null): Promise<number> {
  const where = { status: "sending", ...(lease === null ? {} : { lease }) };
  return (await db.notice.updateMany({ where, data: { status: "waiting", lease: null, leaseUntil: null } })).count;
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
