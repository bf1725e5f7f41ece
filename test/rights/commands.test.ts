import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SECOND } from "#core/clock.ts";
import { engines } from "#test/support/engines.ts";
import { type World, world } from "#test/support/world.ts";
import { invitationId, membershipId, PHONES, programmeId, telegramIdOf } from "./cast.ts";
import { errorsIn, wordsFor } from "./hearing.ts";
import { allRows, changes } from "./rows.ts";
import { hiddenFrom } from "./secrets.ts";
import { plant, tokensOf } from "./seed.ts";

const LONG = 120_000;
const REST = 3 * SECOND;
/** What may stand after a command; an id is no token, so it opens nothing. */
const RESTS = ["", ` ${programmeId("B1")}`, ` ${invitationId("oneB1")}`, ` ${membershipId("menteeB1")}`, " <b>&"];

describe.each(engines)("every command by everybody, on %s", (engine) => {
  let w: World;
  beforeAll(async () => {
    w = await world({ engine });
    await plant(w);
  }, LONG);
  afterAll(() => w.close());

  it(
    "is answered, changes nothing and shows nobody a word that is not theirs to read",
    async () => {
      const hidden = hiddenFrom(tokensOf(w));
      const before = await allRows(w.database);
      const [silent, read]: [string[], string[]] = [[], []];
      for (const command of w.app.routes.commands.keys())
        for (const rest of RESTS) {
          const said = `/${command}${rest}`;
          const words = await wordsFor(w, () => {
            for (const key of PHONES) w.emulator.say(telegramIdOf(key), said);
          });
          for (const key of PHONES) {
            const answer = words.get(telegramIdOf(key)) ?? "";
            if (answer === "") silent.push(`${key} ${said}`);
            read.push(
              ...(hidden.get(key) ?? [])
                .filter((word) => answer.includes(word))
                .map((word) => `${key} ${said}: ${word}`),
            );
          }
          await w.clock.advance(REST);
        }
      expect(silent).toEqual([]);
      expect(read).toEqual([]);
      // Ids after /start are guesses at links: they are counted, nothing else.
      const rows = changes(before, await allRows(w.database));
      expect(rows.filter((row) => !row.startsWith("+ LinkGuess"))).toEqual([]);
      expect(errorsIn(w)).toEqual([]);
    },
    LONG,
  );
});
