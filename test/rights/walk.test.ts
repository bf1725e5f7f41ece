import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engines } from "#test/support/engines.ts";
import { type World, world } from "#test/support/world.ts";
import type { Member } from "./cast.ts";
import { membersAfter } from "./grown.ts";
import { errorsIn } from "./hearing.ts";
import { hiddenFrom } from "./secrets.ts";
import { plant, tokensOf } from "./seed.ts";
import { type Walked, walk } from "./walk.ts";

const ROUNDS = 60;
const LONG = 300_000;

const AROUND = 80;
const around = (shown: string, word: string): string => {
  const at = shown.indexOf(word);
  return shown.slice(Math.max(0, at - AROUND), at + word.length + AROUND);
};

describe.each(engines)("everybody walks through the bot, on %s", (engine) => {
  let w: World;
  let walked: Walked;
  let members: Member[];
  beforeAll(async () => {
    w = await world({ engine });
    await plant(w);
    walked = await walk(w, ROUNDS);
    members = await membersAfter(w);
    const { presses, seen, pressed } = walked;
    const all = w.app.routes.taps;
    const unpressed = [...all.keys()].filter((tap) => !pressed.has(tap));
    console.info(
      `${engine}: ${presses} presses, ${seen.size} buttons seen, ${pressed.size} of ${all.size} kinds pressed`,
    );
    console.info(`${engine}: not pressed: ${unpressed.join(" ")}`);
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
    const hidden = hiddenFrom(tokensOf(w), { sent: () => true, entering: true, members });
    const read = [...walked.shown].flatMap(([key, shown]) =>
      (hidden.get(key) ?? [])
        .filter((word) => !drafts.test(word) && shown.includes(word))
        .map((word) => `${key}: ${around(shown, word)}`),
    );
    expect(read).toEqual([]);
  });

  it("logs no error", () => {
    expect(errorsIn(w)).toEqual([]);
  });
});
