import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engines } from "#test/support/engines.ts";
import { type World, world } from "#test/support/world.ts";
import { errorsIn } from "./hearing.ts";
import { hiddenFrom } from "./secrets.ts";
import { plant, tokensOf } from "./seed.ts";
import { type Walked, walk } from "./walk.ts";

const ROUNDS = 60;
const LONG = 300_000;

describe.each(engines)("everybody walks through the bot, on %s", (engine) => {
  let w: World;
  let walked: Walked;
  beforeAll(async () => {
    w = await world({ engine });
    await plant(w);
    walked = await walk(w, ROUNDS);
    const { presses, seen, pressed } = walked;
    console.info(`${engine}: ${presses} presses, ${seen.size} buttons seen, ${pressed.size} kinds pressed`);
  }, LONG);
  afterAll(() => w.close());

  it("gets to nearly everything that can be tapped", () => {
    expect(walked.pressed.size).toBeGreaterThan(w.app.routes.taps.size * 0.8);
  });

  it("no button leads nowhere, or is out of date on the screen that has just shown it", () => {
    expect(walked.dead).toEqual([]);
  });

  it("pressing the same button again changes nothing more", () => {
    expect(walked.twice).toEqual([]);
  });

  it("nobody is shown a word that is not theirs to read", () => {
    const drafts = /^Draft/; // A draft becomes a programme, which the owner may see.
    const hidden = hiddenFrom(tokensOf(w), () => true);
    const read = [...walked.shown].flatMap(([key, shown]) =>
      (hidden.get(key) ?? [])
        .filter((word) => !drafts.test(word) && shown.includes(word))
        .map((word) => `${key}: ${word}`),
    );
    expect(read).toEqual([]);
  });

  it("logs no error", () => {
    expect(errorsIn(w)).toEqual([]);
  });
});
