/** The end of the process: asked for by a signal or a failure, in order, and never late. */
import { type Clock, SECOND } from "#core/clock.ts";
import type { Log } from "./log.ts";

/** Below the ten seconds that whoever stops us waits before killing. */
const PATIENCE = 9 * SECOND;
/** A terminal and npm both send what Ctrl-C means: two signals this close are one wish. */
const SAME_WISH = SECOND;
const IMPATIENT = 130;

export type Lifetime = {
  /** What to close at the end; what was opened last is closed first. When the end has come already, it is closed now. */
  onEnd(what: string, close: () => Promise<void>): Promise<void>;
  /** Closes everything and leaves with this code; the first call counts. */
  end(code: number): Promise<void>;
  /** Called for SIGINT and SIGTERM: the first ends in order, a later one at once. */
  signal(): void;
  readonly ending: boolean;
};

export type LifetimeOptions = {
  clock: Clock;
  log: Log;
  /** Leaves the process; gets the exit code. */
  exit: (code: number) => void;
};

/** A lifetime whose end takes at most nine seconds; when closing takes longer, it leaves with code 1. */
export function createLifetime({ clock, log, exit }: LifetimeOptions): Lifetime {
  const closers: { what: string; close: () => Promise<void> }[] = [];
  let ended: Promise<void> | undefined;
  let askedAt: number | undefined;

  const closeOne = async ({ what, close }: (typeof closers)[number]) => {
    try {
      await close();
    } catch (error) {
      log.error("closing-failed", { what, error });
    }
  };
  const closeAll = async () => {
    for (let next = closers.pop(); next; next = closers.pop()) await closeOne(next);
    return true;
  };
  const leave = async (code: number) => {
    const late = new AbortController();
    const inTime = await Promise.race([closeAll(), clock.sleep(PATIENCE, late.signal).then(() => false)]);
    late.abort();
    if (!inTime) log.error("closing-too-slow", { left: closers.map(({ what }) => what) });
    log.info("stopped", { code });
    exit(inTime ? code : 1);
  };
  const end = (code: number) => {
    ended ??= leave(code);
    return ended;
  };

  return {
    onEnd: async (what, close) => {
      if (ended) return closeOne({ what, close });
      closers.push({ what, close });
    },
    end,
    signal: () => {
      const now = clock.monotonic();
      askedAt ??= now;
      if (now - askedAt > SAME_WISH) exit(IMPATIENT);
      else void end(0);
    },
    get ending() {
      return ended !== undefined;
    },
  };
}

/** Lets this process's signals, and errors that nobody caught, end the lifetime. An error's message is not shown: see the log. */
export function watchProcess(lifetime: Lifetime, log: Log): void {
  process.on("SIGINT", lifetime.signal);
  process.on("SIGTERM", lifetime.signal);
  const crash = (error: unknown) => {
    log.error("crashed", { error });
    void lifetime.end(1);
  };
  process.on("uncaughtException", crash);
  process.on("unhandledRejection", crash);
}
