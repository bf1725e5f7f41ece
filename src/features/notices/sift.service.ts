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

/** Decides which of the claimed rows are still to be said, reading what they speak of anew, kind by kind. */
export async function sift({ database, clock, kinds, log }: Parts, rows: readonly DueNotice[]): Promise<Sifted> {
  const now = clock.now();
  const sifted: Sifted = { ready: [], dropped: [], broken: [] };
  const surplus = await findSurplus(database.db, kinds, rows, now);
  const useful: { row: DueNotice; isMarked: boolean }[] = [];
  for (const row of rows) {
    const kind = kinds.find(row.kind);
    const decision = decideLate(kind?.late ?? { kind: "send" }, row, now);
    if (!kind) sifted.broken.push({ row, reason: "unknownKind" });
    else if (isPoison(row.attempts)) sifted.broken.push({ row, reason: "poison" });
    else if (decision.kind === "drop") sifted.dropped.push({ row, reason: decision.reason });
    else if (surplus.has(row.id)) sifted.dropped.push({ row, reason: "collapsed" });
    else useful.push({ row, isMarked: decision.isMarked });
  }
  for (const [kind, some] of grouped(useful, ({ row }) => row.kind)) {
    const says = await prepare(
      kind,
      some.map(({ row }) => row),
    );
    for (const one of some) {
      const say = says === "broken" ? undefined : says.get(one.row.id);
      if (says === "broken") sifted.broken.push({ row: one.row, reason: "broke" });
      else if (say) sifted.ready.push({ ...one, say });
      else sifted.dropped.push({ row: one.row, reason: "stale" });
    }
  }
  return sifted;

  async function prepare(kind: string, some: DueNotice[]): Promise<Map<string, Say> | "broken"> {
    try {
      return await kinds.of(kind).prepare(database.db, some);
    } catch (error) {
      log.error("notice-load-broke", { kind, count: some.length, error });
      return "broken";
    }
  }
}

async function findSurplus(db: Db, kinds: Kinds, rows: readonly DueNotice[], now: Date): Promise<Set<string>> {
  const collapsing = rows.filter((row) => kinds.find(row.kind)?.late.kind === "collapse");
  if (collapsing.length === 0) return new Set();
  return collapsed(collapsing, await listDueBeside(db, collapsing, now));
}
