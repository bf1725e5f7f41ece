import { randomInt } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MINUTE } from "#core/clock.ts";
import { engines } from "#test/support/engines.ts";
import { openStage, type Stage } from "./stage.ts";
import { runStorm } from "./storm.ts";

/** `npm run faults -- --rounds 200 --seed N` sets these. */
const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 10);
const SEED = Number(process.env.FAULT_SEED ?? randomInt(1_000_000));
const KILLS = 10;
const PEOPLE = 20;
const storms = Math.ceil(ROUNDS / KILLS);

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

describe.each(engines)("kill -9 at random moments while twenty people answer, on %s", (engine) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage(engine);
  });
  afterEach(() => stage.close());

  it(
    "keeps every acknowledged answer once, under its own question, and everyone gets to the end",
    async () => {
      for (let storm = 0; storm < storms; storm++) {
        const seed = SEED + storm;
        tell(`faults: ${engine}, seed ${seed}`);
        const { answers, repeated } = await runStorm(stage, { people: PEOPLE, kills: KILLS, seed });
        tell(`faults: ${engine}, seed ${seed}: ${KILLS} kills, ${answers} answers, ${repeated} screens shown twice`);
        expect(answers).toBeGreaterThan(PEOPLE * KILLS);
      }
    },
    storms * 2 * MINUTE,
  );
});
