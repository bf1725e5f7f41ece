import type { Lane } from "#core/notice.ts";
import type { Claim, Database, Db } from "#platform/db/index.ts";
import type { DropReason, DueNotice } from "./model.ts";
import { collapseGroup } from "./rules.ts";

/** So many ids or keys in one statement: both engines limit the values of a statement. */
const CHUNK = 500;

export const UNSENT = ["waiting", "sending"];

export function* inChunks<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let from = 0; from < items.length; from += CHUNK) yield items.slice(from, from + CHUNK);
}

export type Ending = { status: "dropped"; reason: DropReason } | { status: "unreachable" | "dead"; reason: string };

/** The due notices of one lane, claimed for `claim.lease`. */
export async function claimDue(database: Database, claim: Claim, lane: Lane): Promise<DueNotice[]> {
  const rows = await database.dialect.claimNotices(database.db, { ...claim, lanes: [lane] });
  return rows.map((row) => ({ ...row, lane }));
}

/** What else of the same kind, thing and person is due: for those that collapse. */
export async function listDueBeside(db: Db, rows: readonly DueNotice[], now: Date) {
  const groups = new Set(rows.map(collapseGroup));
  const others = [];
  for (const some of inChunks(rows)) {
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
  for (const some of inChunks(ids)) {
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
