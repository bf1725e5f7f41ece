import type { Clock } from "#core/clock.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Log } from "#platform/log.ts";
import type { Kinds, Say } from "./kinds.service.ts";
import type { DropReason, DueNotice } from "./model.ts";
import { collapsed, decideLate, grouped, isPoison } from "./rules.ts";
import { listDueBeside } from "./store.ts";

/** What became of claimed rows before anything is sent. */
export type Sifted = {
  ready: { row: DueNotice; say: Say; isMarked: boolean }[];
  dropped: { row: DueNotice; reason: DropReason }[];
  /** Rows of a kind nobody knows, whose thing could not be loaded, or whose sending seems to kill the process: mistakes of ours. */
  broken: { row: DueNotice; reason: "unknownKind" | "broke" | "poison" }[];
};

type Parts = { database: Database; clock: Clock; kinds: Kinds; log: Log };

type Useful = { row: DueNotice; isMarked: boolean };

/** Decides which of the claimed rows are still to be said, reading what they speak of anew, kind by kind. */
export async function sift(parts: Parts, rows: readonly DueNotice[]): Promise<Sifted> {
  const { database, clock, kinds } = parts;
  const now = clock.now();
  const surplus = await findSurplus(database.db, kinds, rows, now);
  const sifted: Sifted = { ready: [], dropped: [], broken: [] };
  const useful = rows.flatMap((row) => judge(row, kinds, surplus, now, sifted));
  for (const [kind, some] of grouped(useful, ({ row }) => row.kind)) await readAnew(parts, kind, some, sifted);
  return sifted;
}

/** The row if it is worth reading anew; otherwise it is put where it belongs. */
function judge(row: DueNotice, kinds: Kinds, surplus: ReadonlySet<string>, now: Date, sifted: Sifted): Useful[] {
  const kind = kinds.find(row.kind);
  if (!kind || isPoison(row.attempts)) {
    sifted.broken.push({ row, reason: kind ? "poison" : "unknownKind" });
    return [];
  }
  const decision = decideLate(kind.late, row, now);
  if (decision.kind === "send" && !surplus.has(row.id)) return [{ row, isMarked: decision.isMarked }];
  sifted.dropped.push({ row, reason: decision.kind === "drop" ? decision.reason : "collapsed" });
  return [];
}

async function readAnew({ database, kinds, log }: Parts, kind: string, some: Useful[], sifted: Sifted): Promise<void> {
  let says: Map<string, Say>;
  try {
    const rows = some.map(({ row }) => row);
    says = await kinds.of(kind).prepare(database.db, rows);
  } catch (error) {
    log.error("notice-load-broke", { kind, count: some.length, error });
    sifted.broken.push(...some.map(({ row }) => ({ row, reason: "broke" as const })));
    return;
  }
  for (const one of some) {
    const say = says.get(one.row.id);
    if (say) sifted.ready.push({ ...one, say });
    else sifted.dropped.push({ row: one.row, reason: "stale" });
  }
}

async function findSurplus(db: Db, kinds: Kinds, rows: readonly DueNotice[], now: Date): Promise<Set<string>> {
  const collapsing = rows.filter((row) => kinds.find(row.kind)?.late.kind === "collapse");
  if (collapsing.length === 0) return new Set();
  return collapsed(collapsing, await listDueBeside(db, collapsing, now));
}
