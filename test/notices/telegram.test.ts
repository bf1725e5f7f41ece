import { afterEach, expect, it } from "vitest";
import { HOUR, MINUTE, SECOND } from "#core/clock.ts";
import type { Wanted } from "#features/notices/index.ts";
import { describeEachEngine } from "#test/support/database.ts";
import { type Stage, stage, UNSHOWABLE } from "./stage.ts";

describeEachEngine("when Telegram or the line to it fails", (engine) => {
  let on: Stage;
  afterEach(() => on.close());

  const planFor = async (count: number, more: Partial<Wanted> = {}) => {
    const people = await Promise.all(Array.from({ length: count }, (_, n) => on.person(`N${n}`)));
    const thing = await on.thing(people[0]?.id ?? "");
    await on.plan(...people.map(({ id }) => on.wanted(id, thing, more)));
    return people;
  };
  /** Ten-second ticks, as the process has them. */
  const live = async (ms: number) => {
    for (let rest = ms; rest > 0; rest -= 10 * SECOND) {
      void on.notices.tick();
      await on.later(10 * SECOND);
    }
  };
  const total = (people: { chatId: number }[]) => people.reduce((sum, one) => sum + on.seen(one).length, 0);

  it("a 429 makes it wait as long as it was told, and nobody gets it twice or never", async () => {
    on = await stage(engine);
    const people = await planFor(30);
    on.emulator.faults.add({ method: "sendMessage", kind: "429", probability: 0.2, seed: 7, retryAfter: 13 });
    await live(3 * MINUTE);
    on.emulator.faults.clear();
    await live(MINUTE);
    expect(on.emulator.violations()).toEqual([]);
    for (const one of people) expect(on.seen(one)).toHaveLength(1);
    expect((await on.rows()).every((row) => row.status === "sent" && row.attempts === 1)).toBe(true);
  });

  it("a 429 to a reminder lets answers to others go on", async () => {
    on = await stage(engine);
    await planFor(1);
    on.emulator.faults.add({ method: "sendMessage", kind: "429", nth: 1, retryAfter: 60 });
    await live(10 * SECOND);
    const [waiting] = await planFor(1);
    const [answered] = await planFor(1, { kind: "test.answer" });
    await live(10 * SECOND);
    expect(waiting && on.seen(waiting)).toEqual([]);
    expect(answered && on.seen(answered)).toHaveLength(1);
  });

  it("Telegram's own limits are never met", async () => {
    on = await stage(engine, "telegram");
    const people = await planFor(80);
    const [talkative] = people;
    const thing = await on.thing(talkative?.id ?? "");
    await on.plan(...Array.from({ length: 8 }, (_, n) => on.wanted(talkative?.id ?? "", thing, { slot: `${n}` })));
    await live(MINUTE);
    expect(on.emulator.calls.filter((call) => call.outcome.kind !== "ok")).toEqual([]);
    expect(total(people)).toBe(88);
  });

  it("who blocked the bot is unreachable: the rest of theirs ends, nothing is tried again", async () => {
    on = await stage(engine);
    const [anna, boris] = await planFor(2);
    if (!anna || !boris) throw new Error("nobody");
    const thing = await on.thing(anna.id);
    await on.plan(on.wanted(anna.id, thing, { slot: "more", notBefore: new Date(on.clock.now().getTime() + HOUR) }));
    on.emulator.block(anna.chatId);
    await live(2 * MINUTE);
    await on.later(HOUR);
    await live(MINUTE);
    const { rows, calls } = { rows: await on.rows(), calls: on.emulator.calls };
    expect(rows.map((row) => row.status).sort()).toEqual(["sent", "unreachable", "unreachable"]);
    expect(rows.filter((row) => row.status === "unreachable").map((row) => row.reason)).toEqual(["blocked", "blocked"]);
    expect(calls.filter((call) => call.method === "sendMessage")).toHaveLength(2);
    expect(on.seen(boris)).toHaveLength(1);
  });

  it("who blocked the bot on one phone gets it on the other", async () => {
    on = await stage(engine);
    const [anna] = await planFor(1);
    if (!anna) throw new Error("nobody");
    const second = await on.phone(anna);
    on.emulator.block(anna.chatId);
    await live(20 * SECOND);
    expect(on.seen(second)).toHaveLength(1);
    expect((await on.rows()).map((row) => row.status)).toEqual(["sent"]);
  });

  it("what broke before it arrived is repeated until it arrives, once", async () => {
    on = await stage(engine);
    const people = await planFor(20);
    on.emulator.faults.add({ method: "sendMessage", kind: "reset-before", probability: 0.3, seed: 3 });
    on.emulator.faults.add({ method: "sendMessage", kind: "500", probability: 0.1, seed: 4 });
    on.emulator.faults.add({ method: "sendMessage", kind: "502-html", probability: 0.1, seed: 5 });
    await live(10 * MINUTE);
    for (const one of people) expect(on.seen(one)).toHaveLength(1);
  });

  it("what broke after it arrived is repeated at most once for each break, and each is logged", async () => {
    on = await stage(engine);
    const people = await planFor(20);
    const fault = on.emulator.faults.add({ method: "sendMessage", kind: "reset-after", probability: 0.2, seed: 9 });
    await live(10 * MINUTE);
    expect(fault.hits()).toBeGreaterThan(0);
    expect(total(people)).toBe(20 + fault.hits());
    expect(on.logged().filter((event) => event === "notice-ambiguous")).toHaveLength(fault.hits());
    for (const one of people) expect(on.seen(one).length).toBeGreaterThan(0);
  });

  it("half an hour without any connection loses and buries nothing, and asks seldom", async () => {
    on = await stage(engine);
    const people = await planFor(30);
    const restore = on.emulator.faults.outage();
    await live(30 * MINUTE);
    const asked = on.emulator.calls.length;
    expect(total(people)).toBe(0);
    restore();
    await live(3 * MINUTE);
    for (const one of people) expect(on.seen(one)).toHaveLength(1);
    expect(asked).toBeLessThan(600);
    expect(on.logged()).not.toContain("notice-dead");
  });

  it("a message whose tags are broken arrives as plain text", async () => {
    on = await stage(engine);
    const anna = await on.person("Аня");
    await on.plan(on.wanted(anna.id, await on.thing(anna.id, "<b>1 &lt; 2</i> и <u>всё</u>")));
    await live(10 * SECOND);
    expect(on.seen(anna)).toEqual(["1 < 2 и всё"]);
    expect(on.logged()).toContain("broken-entities");
  });

  it("a message that Telegram refuses is dead at once and visible", async () => {
    on = await stage(engine);
    const anna = await on.person("Аня");
    await on.plan(on.wanted(anna.id, await on.thing(anna.id, "я".repeat(5_000))));
    await live(MINUTE);
    expect(await on.rows()).toMatchObject([{ status: "dead", reason: "400 message is too long" }]);
    expect(on.logged()).toContain("notice-dead");
  });

  it("what fails eight times is dead, the rest goes its way", async () => {
    on = await stage(engine);
    const anna = await on.person("Аня");
    const boris = await on.person("Борис");
    const poison = await on.thing(anna.id, UNSHOWABLE);
    const mute = await on.thing(anna.id, "x");
    await on.plan(
      on.wanted(anna.id, poison, { slot: "a" }),
      on.wanted(anna.id, mute, { slot: "b", kind: "test.broken" }),
    );
    await on.plan(on.wanted(boris.id, await on.thing(boris.id), { slot: "c" }));
    await live(4 * MINUTE);
    expect(on.seen(boris)).toHaveLength(1);
    expect(await on.rows()).toMatchObject([
      { status: "dead", reason: "broke", attempts: 8 },
      { status: "dead", reason: "broke" },
      { status: "sent" },
    ]);
  });
});
