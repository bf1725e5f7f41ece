import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { engines } from "#test/support/engines.ts";
import { type Toy, toy } from "./toy.ts";

describe.each(engines)("receiving and listening on %s", (engine) => {
  let bot: Toy;
  let anna: number;
  beforeEach(async () => {
    bot = await toy(engine);
    anna = bot.emulator.addUser({ firstName: "Анна" }).id;
    bot.emulator.start(anna);
    await bot.settle();
  });
  afterEach(() => bot.close());

  const last = () => bot.emulator.chat(anna).at(-1)?.text;
  const says = async (text: string) => {
    bot.emulator.say(anna, text);
    await bot.settle();
  };

  it("hears a text by the talk that listens, and each following one by the next question", async () => {
    await says("/ask");
    await says("яблоко");
    await says("груша");
    expect(bot.heard).toEqual([`${anna}: яблоко to 1`, `${anna}: груша to 2`]);
    expect(last()).toBe("Heard 2. More?");
  });

  it("goes on listening after a restart, and also when the conversation's state is lost", async () => {
    await says("/ask");
    await bot.restart();
    await says("яблоко");
    await bot.database.db.focus.updateMany({ data: { state: "{broken" } });
    await says("груша");
    expect(bot.heard).toEqual([`${anna}: яблоко to 1`, `${anna}: груша to 2`]);
  });

  it("keeps nothing that was said in the database once it is handled", async () => {
    await says("/ask");
    await says("секретное яблоко");
    const rows = JSON.stringify(
      [await bot.database.db.focus.findMany(), await bot.database.db.inbox.findMany()],
      (_, value) => (typeof value === "bigint" ? String(value) : value),
    );
    expect(rows).not.toContain("яблоко");
    expect(bot.logged.join("")).not.toContain("яблоко");
  });

  it("edits the tapped message in place and answers every tap", async () => {
    await says("/menu");
    const message = bot.emulator.chat(anna).at(-1);
    const button = message?.buttons[0]?.[0];
    if (!message || button?.kind !== "callback") throw new Error("no button");
    const tapped = bot.emulator.tap(anna, message.id, button.data);
    await bot.settle();
    expect(tapped.state().kind).toBe("answered");
    expect(bot.emulator.chat(anna).at(-1)).toMatchObject({ id: message.id, text: "One 1" });
  });

  it("says that a button is out of date when nobody knows it", async () => {
    await says("/menu");
    const message = bot.emulator.chat(anna).at(-1);
    const tapped = bot.emulator.forgeTap(anna, message?.id ?? 0, "gone.away:1");
    await bot.settle();
    expect(tapped.state()).toMatchObject({ kind: "answered", answer: { text: "stale" } });
  });

  it("gives up an update that fails three times, apologises, and serves the next", async () => {
    bot.emulator.say(anna, "/boom");
    await bot.clock.advance(60_000);
    expect(last()).toBe("sorry");
    expect(await bot.database.db.inbox.count({ where: { status: "dead", payload: "" } })).toBe(1);
    await says("/menu");
    expect(last()).toBe("Menu");
  });

  it("handles every update once though each is delivered three times", async () => {
    bot.emulator.faults.duplicates(3);
    await says("/ask");
    await says("яблоко");
    expect(bot.heard).toEqual([`${anna}: яблоко to 1`]);
  });

  it("handles updates whose numbers began again from a lower one", async () => {
    await says("/ask");
    bot.emulator.restartUpdateIds();
    await says("яблоко");
    expect(bot.heard).toEqual([`${anna}: яблоко to 1`]);
  });

  it("takes a hundred messages of one person in their order while others are served", async () => {
    const boris = bot.emulator.addUser({ firstName: "Борис" }).id;
    bot.emulator.start(boris);
    await says("/ask");
    for (let number = 0; number < 100; number++) bot.emulator.say(anna, `слово ${number}`);
    bot.emulator.say(boris, "/menu");
    await bot.settle();
    expect(bot.emulator.chat(boris).at(-1)?.text).toBe("Menu");
    await bot.clock.advance(60_000);
    expect(bot.heard).toEqual(Array.from({ length: 100 }, (_, number) => `${anna}: слово ${number} to ${number + 1}`));
  });

  it("leaves a group with a word and never answers in it", async () => {
    const group = bot.emulator.addGroup({ title: "9 Б", by: anna });
    await bot.settle();
    expect(bot.emulator.isInGroup(group)).toBe(false);
    expect(bot.emulator.chat(group).filter((message) => message.byBot && message.kind === "text")).toHaveLength(1);
  });

  it("answers after an outage, in order and without losing anything", async () => {
    await says("/ask");
    const end = bot.emulator.faults.outage();
    bot.emulator.say(anna, "яблоко");
    bot.emulator.say(anna, "груша");
    await bot.clock.advance(30 * 60_000);
    end();
    await bot.clock.advance(5 * 60_000);
    expect(bot.heard).toEqual([`${anna}: яблоко to 1`, `${anna}: груша to 2`]);
    expect(last()).toBe("Heard 2. More?");
  });

  it("never sends before Telegram's retry_after is over", async () => {
    await says("/menu");
    bot.emulator.faults.add({ method: "sendMessage", kind: "429", retryAfter: 20, times: 1 });
    await says("/menu");
    await bot.clock.advance(60_000);
    expect(bot.emulator.violations()).toEqual([]);
    expect(bot.emulator.chat(anna).filter((message) => message.text === "Menu")).toHaveLength(2);
  });
});
