/** Lets at most so many works run at once; of those who wait, the lowest rank goes first, then who came first. */
export type Places = {
  run<Result>(rank: number, work: () => Promise<Result>): Promise<Result>;
};

export function createPlaces(count: number): Places {
  let free = count;
  const waiting: { rank: number; enter: () => void }[] = [];

  const enter = (rank: number): Promise<void> => {
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const behind = waiting.findIndex((other) => other.rank > rank);
      waiting.splice(behind === -1 ? waiting.length : behind, 0, { rank, enter: resolve });
    });
  };
  const leave = () => {
    const next = waiting.shift();
    if (next) next.enter();
    else free += 1;
  };

  return {
    async run(rank, work) {
      await enter(rank);
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
