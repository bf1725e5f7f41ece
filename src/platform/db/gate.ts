import { letOthersRun, systemClock } from "#platform/clock.ts";

/** A door through which one passes at a time, in the order of coming. */
export type Gate = {
  /** Resolves when it is the caller's turn; the function it gives lets the next one in, once. */
  enter(): Promise<() => void>;
};

/** SQLite answers at once, so a long queue would run to its end before a timer or a socket has its turn. */
const LONGEST_RUN_MS = 10;

export function createGate(): Gate {
  let taken = false;
  let rested = 0;
  const waiting: (() => void)[] = [];
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else taken = false;
  };
  const turn = (): Promise<void> => {
    if (!taken) {
      taken = true;
      return Promise.resolve();
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  return {
    async enter() {
      await turn();
      if (systemClock.monotonic() - rested > LONGEST_RUN_MS) {
        await letOthersRun();
        rested = systemClock.monotonic();
      }
      let left = false;
      return () => {
        if (left) return;
        left = true;
        leave();
      };
    },
  };
}
