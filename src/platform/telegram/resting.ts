/** Who waits for time to pass: such a handler is at work, but nothing more happens until the clock moves. */
export type Resting = {
  /** Waits for `wait` and counts as resting meanwhile. */
  during<R>(wait: Promise<R>): Promise<R>;
  count(): number;
};

export function createResting(): Resting {
  let count = 0;
  return {
    during: async (wait) => {
      count += 1;
      try {
        return await wait;
      } finally {
        count -= 1;
      }
    },
    count: () => count,
  };
}
