/** The alarm clock of the process. It knows no due times: those are in the database, a tick only says «look now». */
import { type Logger, schedule } from "node-cron";
import type { Log } from "./log.ts";

const EVERY_TEN_SECONDS = "*/10 * * * * *";

export type Ticker = {
  start(): void;
  /** Ticks now, unless a tick is running; resolves when it is over. A failure is logged, and the next tick tries again. */
  now(): Promise<void>;
  /** No further ticks; resolves when the running one is over. */
  stop(): Promise<void>;
};

/** A late tick is worth a line, for then the process was too busy; what node-cron says beyond that is not. */
const intoLog = (log: Log): Logger => ({
  debug() {},
  info() {},
  warn: () => log.warn("tick-late"),
  error: () => log.error("tick-broken"),
});

/** Calls `tick` every ten seconds, never twice at the same time. In UTC: cron skips and repeats when a zone changes its hour. */
export function createTicker({ tick, log }: { tick: () => Promise<void>; log: Log }): Ticker {
  let running: Promise<void> | null = null;
  let stopped = false;
  const once = async () => {
    try {
      await tick();
    } catch (error) {
      log.error("tick-failed", { error });
    } finally {
      running = null;
    }
  };
  const now = () => {
    if (stopped) return Promise.resolve();
    running ??= once();
    return running;
  };
  let task: ReturnType<typeof schedule> | undefined;
  return {
    start: () => {
      task ??= schedule(EVERY_TEN_SECONDS, now, { timezone: "UTC", noOverlap: true, logger: intoLog(log) });
    },
    now,
    stop: async () => {
      stopped = true;
      await task?.destroy();
      await running;
    },
  };
}
