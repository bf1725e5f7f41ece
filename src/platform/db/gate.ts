/** A door through which one passes at a time, in the order of coming. */
export type Gate = {
  /** Resolves when it is the caller's turn; the function it gives lets the next one in, once. */
  enter(): Promise<() => void>;
};

export function createGate(): Gate {
  let taken = false;
  const waiting: (() => void)[] = [];
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else taken = false;
  };
  const leaveOnce = () => {
    let left = false;
    return () => {
      if (!left) {
        left = true;
        leave();
      }
    };
  };
  return {
    enter() {
      if (!taken) {
        taken = true;
        return Promise.resolve(leaveOnce());
      }
      return new Promise((resolve) => waiting.push(() => resolve(leaveOnce())));
    },
  };
}
