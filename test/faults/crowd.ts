/** People made of code in the world on virtual time: all act in turns, and the world settles after each turn. */
import { SECOND } from "#core/clock.ts";
import { seeded } from "#playground/telegram/random.ts";
import { type World, world } from "#test/support/world.ts";
import { createRobot, type Robot } from "./robot.ts";
import { enrol, type Kept, type Mentor, readRuns } from "./school.ts";
import { readWords } from "./sight.ts";

export type Crowd = Omit<World, "app"> & {
  robots: Robot[];
  mentors: Mentor[];
  /** Everybody who has something new on the screen answers it; then the world settles. */
  turn(): Promise<void>;
  /** Turn after turn until everybody has sent everything; fails when that does not come. */
  finish(): Promise<void>;
  /** Turn after turn until the first is asked this question. */
  bring(key: string): Promise<void>;
  kept(): Promise<Map<number, Kept>>;
  /** The toasts of all taps, in their order; a tap without an answer is null. */
  toasts(): (string | null)[];
};

type Options = { engine: Parameters<typeof world>[0]["engine"]; people: number; seed?: number };

const MOST_TURNS = 400;

export async function crowd({ engine, people, seed = 1 }: Options): Promise<Crowd> {
  const made = await world({ engine });
  const { emulator, database, clock } = made;
  const words = readWords();
  const ids = Array.from({ length: people }, () => emulator.addUser({ firstName: "Вера", languageCode: "ru" }).id);
  const mentors = await enrol(database, ids, clock.now());
  const robots = ids.map((id, index) => createRobot({ emulator, id, words, random: seeded(seed * 100 + index) }));

  async function turn(): Promise<void> {
    for (const robot of robots) if (robot.mayAct()) robot.act();
    emulator.faults.flush();
    await made.settle();
  }
  async function turnsUntil(isDone: () => boolean, what: string): Promise<void> {
    for (let turns = 0; !isDone(); turns++) {
      if (turns > MOST_TURNS) throw new Error(`it does not come to this: ${what}`);
      await turn();
      // Whoever has said much has to wait for a moment.
      if (!robots.some((robot) => robot.mayAct())) await clock.advance(SECOND);
    }
  }

  const first = robots[0];
  if (!first) throw new Error("nobody is there");
  const isAsked = (key: string) => {
    const seen = first.sight();
    return seen?.at === "question" && seen.asked.key === key && first.mayAct();
  };
  return {
    ...made,
    robots,
    mentors,
    turn,
    finish: () => turnsUntil(() => robots.every((robot) => robot.finished()), "everybody has sent everything"),
    bring: (key: string) => turnsUntil(() => isAsked(key), `the question ${key}`),
    kept: async () => {
      const runs = await readRuns(database, mentors);
      return new Map(
        mentors.flatMap(({ telegramId, membershipId }) => {
          const run = runs.get(membershipId);
          return run ? [[telegramId, run] as const] : [];
        }),
      );
    },
    toasts: () =>
      emulator.taps().map((tap) => {
        const state = tap.state();
        return state.kind === "answered" ? (state.answer.text ?? "") : null;
      }),
  };
}
