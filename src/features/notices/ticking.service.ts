import { after, type Clock } from "#core/clock.ts";
import { newId } from "#core/ids.ts";
import { LANES, type Lane } from "#core/notice.ts";
import type { Database } from "#platform/db/index.ts";
import type { Log } from "#platform/log.ts";
import type { Activity } from "./activity.service.ts";
import { LEASE } from "./delivery.service.ts";
import type { DueNotice, TickReport } from "./model.ts";
import { claimDue, release } from "./store.ts";

export type Ticking = {
  /**
   * From now on this process says what is due. With `alone`, when no other can be sending (an SQLite file, the leader),
   * it also takes up at once what a former process left in the middle; otherwise as soon as its lease has run out.
   */
  open(how: { alone: boolean }): Promise<void>;
  /** Says everything that is due, and what becomes due meanwhile. Called while one is running, it joins it. Does nothing before `open`. */
  tick(): Promise<TickReport>;
  /**
   * To be called after any transaction that may have planned something: starts a tick, and does not wait for it,
   * if something was planned for now here in the last seconds. Costs nothing otherwise.
   */
  wake(): void;
  /** Stops saying: waits for what is on its way, puts the rest back. */
  close(): Promise<void>;
  /** Whether nothing is under way but waiting for Telegram's pace. */
  idle(): boolean;
};

/** Claimed at once: enough to keep all sends busy, few enough to be read again shortly before they are said. */
const BATCH = 250;

type Parts = {
  database: Database;
  clock: Clock;
  log: Log;
  /** How long Telegram has paused a lane as a whole, in milliseconds. */
  pausedFor(lane: Lane): number;
  /** How many messages wait for their turn. */
  waiting(): number;
  activity: Activity;
  deliver(rows: readonly DueNotice[], lease: string, signal: AbortSignal, report: TickReport): Promise<void>;
};

const OUTCOMES = ["sent", "dropped", "unreachable", "later", "failed", "ambiguous", "dead"] as const;

const nothing = (): TickReport => ({ sent: 0, dropped: 0, unreachable: 0, later: 0, failed: 0, ambiguous: 0, dead: 0 });

const sum = (reports: TickReport[]): TickReport => {
  const total = nothing();
  for (const report of reports) for (const outcome of OUTCOMES) total[outcome] += report[outcome];
  return total;
};

/** One lane: emptied by one run at a time; who asks while it runs makes it look once more. */
function createLane({ database, clock, pausedFor, activity, deliver }: Parts, lane: Lane) {
  let running: Promise<TickReport> | undefined;
  let isAskedAgain = false;

  const claim = (lease: string) => {
    const now = clock.now();
    return claimDue(database, { now, limit: BATCH, lease, leaseUntil: after(now, LEASE) }, lane);
  };
  const empty = async (signal: AbortSignal, report: TickReport) => {
    while (!signal.aborted && pausedFor(lane) === 0) {
      const lease = newId();
      const rows = await activity.during(() => claim(lease));
      if (rows.length === 0) return;
      await deliver(rows, lease, signal, report);
      if (signal.aborted) await release(database.db, lease);
    }
  };
  const run = async (signal: AbortSignal): Promise<TickReport> => {
    const report = nothing();
    try {
      do {
        isAskedAgain = false;
        await empty(signal, report);
      } while (isAskedAgain && !signal.aborted);
      return report;
    } finally {
      running = undefined;
    }
  };
  return {
    tick(signal: AbortSignal): Promise<TickReport> {
      isAskedAgain = true;
      running ??= run(signal);
      return running;
    },
    idle: async () => {
      await running?.catch(() => undefined);
    },
  };
}

/** The lanes are emptied side by side, so that a long broadcast holds nobody up. */
export function createTicking(parts: Parts): Ticking {
  const { database, log } = parts;
  const lanes = LANES.map((lane) => createLane(parts, lane));
  let stop: AbortController | undefined;

  const tick = async (): Promise<TickReport> => {
    if (!stop || stop.signal.aborted) return nothing();
    const { signal } = stop;
    return sum(await Promise.all(lanes.map((lane) => lane.tick(signal))));
  };
  return {
    async open({ alone }) {
      stop = new AbortController();
      if (!alone) return;
      const left = await release(database.db, null);
      if (left > 0) log.info("notices-taken-up", { count: left });
    },
    tick,
    wake() {
      tick().catch((error: unknown) => log.error("notices-tick-broke", { error }));
    },
    idle: () => parts.activity.count() <= parts.waiting(),
    async close() {
      stop?.abort();
      await Promise.all(lanes.map((lane) => lane.idle()));
    },
  };
}
