/** Counts what is under way, so that a test or a stopping process can tell when all has come to rest. */
export type Activity = {
  during<Result>(work: () => Promise<Result>): Promise<Result>;
  count(): number;
};

export function createActivity(): Activity {
  let count = 0;
  return {
    async during(work) {
      count += 1;
      try {
        return await work();
      } finally {
        count -= 1;
      }
    },
    count: () => count,
  };
}
