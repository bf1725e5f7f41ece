import { afterEach, describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "#core/clock.ts";
import { type SchoolWorld, schoolWorld } from "#test/home/school.ts";
import { engines } from "#test/support/engines.ts";

/** More wrong links at once than are looked at in a minute. */
const [CHATS, EACH] = [25, 6];
const TOLD = "Кто-то подбирает ссылки";

describe.each(engines)("somebody guesses links, on %s", (engine) => {
  let w: SchoolWorld;
  afterEach(() => w.close());

  async function guess(): Promise<void> {
    const chats = Array.from({ length: CHATS }, (_, at) => w.person(`Guesser${at}`).id);
    for (let at = 0; at < EACH; at++) {
      for (const id of chats) w.emulator.start(id, `guess${String(at).padStart(6, "0")}AAAAAAAAAAA`);
      await w.settle();
    }
  }

  it("a good link works meanwhile, and the owner is told once an hour, in numbers", async () => {
    w = await schoolWorld(engine);
    const olga = await w.owner();
    await olga.says("Ветрова Ольга");
    const told = () => olga.texts().filter((text) => text.includes(TOLD));
    await guess();
    (await w.guest("Лиза", await w.link("mentee"))).sees("приглашает");
    expect(told()).toEqual([]);
    await w.later(5 * MINUTE);
    expect(told()).toHaveLength(1);
    olga.sees(`не меньше ${CHATS * EACH}, чатов: ${CHATS}`);
    await guess();
    await w.later(30 * MINUTE);
    expect(told()).toHaveLength(1);
    await w.later(HOUR);
    await guess();
    await w.later(5 * MINUTE);
    expect(told()).toHaveLength(2);
  });

  it("one wrong link is nobody's news", async () => {
    w = await schoolWorld(engine);
    const olga = await w.owner();
    const chat = w.person("Lost");
    w.emulator.start(chat.id, "guess000000AAAAAAAAAAA");
    await w.settle();
    await w.later(HOUR);
    olga.seesNot(TOLD);
  });
});
