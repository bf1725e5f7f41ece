import { afterEach, describe, expect, it } from "vitest";
import { SECOND } from "#core/clock.ts";
import { LOCALES } from "#core/screen.ts";
import { loadTexts } from "#platform/i18n.ts";
import { inRoot } from "#platform/root.ts";
import { type Filled, fillInvented } from "#playground/invented.ts";
import { type World, world } from "#test/support/world.ts";

describe.each(LOCALES)("the invented programme, in %s", { timeout: 90_000 }, (locale) => {
  let w: World;
  afterEach(() => w.close());

  async function filled(): Promise<Filled> {
    let isOver = false;
    const liveOn = async () => {
      while (!isOver) await w.later(SECOND);
    };
    const t = loadTexts(inRoot("locales")).voice({ locale });
    const ownerLink = async () => (await w.app.ownerLink()).url;
    const filling = fillInvented({ emulator: w.emulator, clock: w.clock, t, locale, ownerLink }).finally(() => {
      isOver = true;
    });
    const [made] = await Promise.all([filling, liveOn()]);
    return made;
  }

  it("has a curator first, and people in every state of the banks, each with a chat that is in use", async () => {
    w = await world({ engine: "sqlite" });
    const { people } = await filled();
    const [curator] = people;
    const count = (role: string) => people.filter((one) => one.role === role).length;
    expect(curator?.role).toBe("curator");
    expect(["owner", "curator", "mentee", "guardian", "mentor"].map(count)).toEqual([1, 1, 12, 8, 5]);
    for (const { userId } of people) expect(w.emulator.user(userId).started).toBe(true);
    const verasId = curator?.userId ?? 0;
    for (const side of ["mentee", "mentor"]) {
      w.emulator.say(verasId, "/start");
      await w.later(SECOND);
      const home = w.emulator.chat(verasId).at(-1);
      const bank = home?.buttons.flat().find((one) => one.kind === "callback" && one.data.endsWith(`:${side}`));
      if (bank?.kind !== "callback") throw new Error("the curator sees no bank");
      w.emulator.tap(verasId, home?.id ?? 0, bank.data);
      await w.later(SECOND);
      const shown = JSON.stringify(w.emulator.chat(verasId).at(-1)?.buttons);
      const filters = ["ready", "questionnaire", "consent", "check", ...(side === "mentee" ? ["guardian"] : [])];
      expect(filters.filter((filter) => !shown.includes(`:${side}:${filter}:`))).toEqual([]);
    }
    expect(w.logged.filter((line) => line.includes('"error"'))).toEqual([]);
  });
});
