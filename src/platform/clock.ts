/** The clocks of the house. This is the only file that reads the machine's time or waits by it. */
import { performance } from "node:perf_hooks";
import { after, type Clock } from "#core/clock.ts";

/** Node fires a longer timer at once, so a long sleep is made of several. */
const LONGEST_TIMER = 2_000_000_000;

const untilAborted = (signal: AbortSignal | undefined, wake: () => void): (() => void) => {
  signal?.addEventListener("abort", wake, { once: true });
  return () => signal?.removeEventListener("abort", wake);
};

/** One real timer; resolves early when `signal` aborts. */
const timer = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const wake = () => {
      clearTimeout(handle);
      forget();
      resolve();
    };
    const handle = setTimeout(wake, ms);
    const forget = untilAborted(signal, wake);
  });

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  async sleep(ms, signal) {
    const end = performance.now() + ms;
    for (let rest = ms; rest > 0 && !signal?.aborted; rest = end - performance.now()) {
      await timer(Math.min(Math.ceil(rest), LONGEST_TIMER), signal);
    }
  },
};

/** Lets timers and sockets have their turn, and then goes on; for long chains of work that never really wait. */
export const letOthersRun = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export type ShiftableClock = Clock & {
  /** How far this clock is ahead of the machine's, in milliseconds. */
  readonly offset: number;
  /** Moves the clock forward by `ms` milliseconds; whoever sleeps past that moment wakes. Throws when `ms` is negative. */
  shift(ms: number): void;
};

/** The machine's time plus an offset that grows on demand: the playground's clock. */
export function shiftableClock(): ShiftableClock {
  let offset = 0;
  let jump = new AbortController();
  return {
    get offset() {
      return offset;
    },
    shift(ms) {
      if (!(ms >= 0)) throw new Error("the playground's clock only moves forward");
      offset += ms;
      const past = jump;
      jump = new AbortController();
      past.abort();
    },
    now: () => after(new Date(), offset),
    monotonic: () => performance.now() + offset,
    async sleep(ms, signal) {
      const end = performance.now() + offset + ms;
      for (let rest = ms; rest > 0 && !signal?.aborted; rest = end - performance.now() - offset) {
        await timer(Math.min(Math.ceil(rest), LONGEST_TIMER), eitherSignal(jump.signal, signal));
      }
    },
  };
}

const eitherSignal = (one: AbortSignal, other?: AbortSignal): AbortSignal =>
  other ? AbortSignal.any([one, other]) : one;

export type VirtualClock = Clock & {
  /**
   * Moves the clock to `at`, stopping at every sleeper on the way in the order of their waking
   * and waiting after each until `settled` says that its work is done. A moment already past moves nothing,
   * but whoever is due is still woken.
   */
  advanceTo(at: Date): Promise<void>;
  /** `advanceTo` the present plus `ms` milliseconds. */
  advance(ms: number): Promise<void>;
  /** When the next sleeper wakes; null when nobody sleeps. */
  nextSleeper(): Date | null;
  /** What to wait for between two steps: the whole system being idle. Replaces the hook given before. */
  onStep(settled: () => Promise<void>): void;
};

type Sleeper = { at: number; order: number; wake: () => void };

/** A clock that stands still until it is moved, so that a year can be lived in seconds. */
export function virtualClock(start: Date): VirtualClock {
  let now = start.getTime();
  let order = 0;
  let settled: () => Promise<void> = async () => {};
  const sleepers = new Set<Sleeper>();

  const next = (): Sleeper | undefined => {
    let first: Sleeper | undefined;
    for (const one of sleepers) {
      if (!first || one.at < first.at || (one.at === first.at && one.order < first.order)) first = one;
    }
    return first;
  };
  /** Lets all that is ready to run, run, and then asks the hook. */
  const settle = async () => {
    await letOthersRun();
    await settled();
  };
  const advanceTo = async (at: Date) => {
    await settle();
    for (let first = next(); first && first.at <= at.getTime(); first = next()) {
      now = Math.max(now, first.at);
      first.wake();
      await settle();
    }
    now = Math.max(now, at.getTime());
  };

  return {
    now: () => new Date(now),
    monotonic: () => now - start.getTime(),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (ms <= 0 || signal?.aborted) return resolve();
        const wake = () => {
          sleepers.delete(sleeper);
          forget();
          resolve();
        };
        const sleeper: Sleeper = { at: now + ms, order: order++, wake };
        const forget = untilAborted(signal, wake);
        sleepers.add(sleeper);
      }),
    advanceTo,
    advance: (ms) => advanceTo(new Date(now + ms)),
    nextSleeper() {
      const first = next();
      return first ? new Date(first.at) : null;
    },
    onStep(hook) {
      settled = hook;
    },
  };
}
