import type { Clock } from "#core/clock.ts";
import { type JobId, newId } from "#core/ids.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Log } from "#platform/log.ts";
import { createRecent } from "#platform/recent.ts";
import type { JobKind } from "./kinds.service.ts";
import type { JobState, JobsReport, Order } from "./model.ts";
import { createRunning } from "./running.service.ts";
import { deleteEnded, findJobState, releaseJobs, saveOrder } from "./store.ts";

export type Jobs = {
  /** Orders work in the transaction of whoever asks for it; gives its id. Throws for a kind or arguments that nobody knows. */
  enqueue(tx: Db, order: Order): Promise<JobId>;
  /** How far it is; null when there is no such job. */
  state(id: JobId): Promise<JobState | null>;
  /**
   * From now on this process runs jobs. With `alone`, when no other can be running any (an SQLite file, the leader),
   * it also takes up at once what a former process left; otherwise as soon as its lease has run out.
   */
  open(how: { alone: boolean }): Promise<void>;
  /** Runs all that can be run now, one after another. Called while one is running, it joins it. Does nothing before `open`. */
  tick(): Promise<JobsReport>;
  /**
   * To be called after any transaction that may have ordered something: starts a tick, and does not wait for it,
   * if something was ordered here in the last seconds. Costs nothing otherwise.
   */
  wake(): void;
  /** Stops: the job that is running is told so and put back. */
  close(): Promise<void>;
  /** Forgets jobs that ended before this moment. */
  forget(before: Date): Promise<void>;
  /** Whether nothing is being run. */
  idle(): boolean;
};

export type JobsParts = {
  database: Database;
  clock: Clock;
  log: Log;
  kinds: readonly JobKind[];
  /** Told after each job that has ended and is committed: the notice of it may be due. */
  onEnded?: () => void;
};

/** Long work as rows: ordered with the thing it belongs to, run outside of any handler, told of by a notice. */
export function createJobs({ database, clock, log, kinds, onEnded }: JobsParts): Jobs {
  const byName = new Map(kinds.map((one) => [one.kind, one]));
  if (byName.size !== kinds.length) throw new Error("two kinds of job have one name");
  const runNext = createRunning({ database, clock, log, kinds: byName });
  const recent = createRecent(clock);
  let stop: AbortController | undefined;
  let running: Promise<JobsReport> | undefined;
  let isAskedAgain = false;

  const run = async (signal: AbortSignal): Promise<JobsReport> => {
    const report: JobsReport = { done: 0, failed: 0, again: 0 };
    try {
      do {
        isAskedAgain = false;
        for (let ending = await runNext(signal); ending; ending = await runNext(signal)) {
          report[ending] += 1;
          if (ending !== "again") onEnded?.();
        }
      } while (isAskedAgain && !signal.aborted);
      return report;
    } finally {
      running = undefined;
    }
  };
  const tick = async (): Promise<JobsReport> => {
    if (!stop || stop.signal.aborted) return { done: 0, failed: 0, again: 0 };
    isAskedAgain = true;
    running ??= run(stop.signal);
    return running;
  };

  return {
    async enqueue(tx, order) {
      if (!byName.get(order.kind)?.accepts(order.args)) throw new Error(`no such job: ${order.kind}`);
      const id = newId();
      await saveOrder(tx, id, order, clock.now());
      recent.mark();
      return id;
    },
    state: (id) => findJobState(database.db, id),
    async open({ alone }) {
      stop = new AbortController();
      if (!alone) return;
      const left = await releaseJobs(database.db);
      if (left > 0) log.info("jobs-taken-up", { count: left });
    },
    tick,
    wake() {
      if (recent.isOn()) tick().catch((error: unknown) => log.error("jobs-tick-broke", { error }));
    },
    async close() {
      stop?.abort();
      await running?.catch(() => undefined);
    },
    forget: (before) => deleteEnded(database.db, before),
    idle: () => running === undefined,
  };
}
