/** Shapes of load: so many acts a second whatever happens, so many hands that never rest, or all at once. */
import { type Clock, SECOND } from "#core/clock.ts";

/** Somebody who does one thing after another. */
export type Doer = {
  /** Does the next thing; resolves with the milliseconds until its effect was seen, or null when it was not seen in time. */
  act(): Promise<number | null>;
  /** Whether there is nothing left to do. */
  finished(): boolean;
};

/** Doers who stand in line: whoever has acted goes to the end of it. */
export type Crew = { take(): Doer; giveBack(doer: Doer): void; waiting(): number };

export type Load = {
  /** Milliseconds from each act to its effect. */
  latencies: number[];
  /** Acts whose effect was not seen in time. */
  unanswered: number;
  /** From the first act to the last effect. */
  seconds: number;
};

export function createCrew(doers: readonly Doer[]): Crew {
  const line = [...doers];
  return {
    take: () => {
      const doer = line.shift();
      if (!doer) throw new Error("the bench has run out of people who still have something to answer");
      return doer;
    },
    giveBack: (doer) => {
      if (!doer.finished()) line.push(doer);
    },
    waiting: () => line.length,
  };
}

type Parts = { clock: Clock; crew: Crew };

function recorder({ clock, crew }: Parts) {
  const started = clock.monotonic();
  const latencies: number[] = [];
  let unanswered = 0;
  return {
    act: async () => {
      const doer = crew.take();
      const latency = await doer.act();
      if (latency === null) unanswered += 1;
      else latencies.push(latency);
      crew.giveBack(doer);
    },
    load: (): Load => ({ latencies, unanswered, seconds: (clock.monotonic() - started) / SECOND }),
  };
}

/**
 * `perSecond` acts a second for `seconds`, whether the former ones are answered or not, as people come: independently of one
 * another, so that several may fall together (exponential gaps out of `random`).
 */
export async function openLoop(
  parts: Parts,
  { perSecond, seconds, random }: { perSecond: number; seconds: number; random: () => number },
): Promise<Load> {
  const { clock } = parts;
  const { act, load } = recorder(parts);
  const start = clock.monotonic();
  const acts: Promise<void>[] = [];
  let due = 0;
  while (due < seconds * SECOND) {
    const wait = start + due - clock.monotonic();
    if (wait > 0) await clock.sleep(wait);
    while (due <= clock.monotonic() - start && due < seconds * SECOND) {
      acts.push(act());
      due += (-Math.log(1 - random()) * SECOND) / perSecond;
    }
  }
  await Promise.all(acts);
  return load();
}

/** `hands` acts at any moment, `count` in all: each next one begins when a former one is answered. */
export async function closedLoop(parts: Parts, { hands, count }: { hands: number; count: number }): Promise<Load> {
  const { act, load } = recorder(parts);
  let left = count;
  const hand = async () => {
    while (left > 0) {
      left -= 1;
      await act();
    }
  };
  await Promise.all(Array.from({ length: hands }, hand));
  return load();
}

/** `count` acts of as many people in one moment. */
export async function allAtOnce(parts: Parts, count: number): Promise<Load> {
  const { act, load } = recorder(parts);
  await Promise.all(Array.from({ length: count }, act));
  return load();
}
