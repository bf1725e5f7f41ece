import { afterEach, expect, it } from "vitest";
import { after, DAY, HOUR, MINUTE, SECOND } from "#core/clock.ts";
import { describeEachEngine } from "#test/support/database.ts";
import { START, type Stage, stage } from "./stage.ts";

describeEachEngine("what is owed", (engine) => {
  let on: Stage;
  afterEach(() => on.close());

  it("is said in its moment, not before, and once", async () => {
    on = await stage(engine);
    const anna = await on.person("Аня");
    await on.plan(on.wanted(anna.id, await on.thing(anna.id), { notBefore: after(START, HOUR) }));
    await on.later(HOUR - SECOND);
    await on.tick();
    expect(on.seen(anna)).toEqual([]);
    await on.later(SECOND);
    await on.tick();
    await on.later(DAY);
    await on.tick();
    expect(on.seen(anna)).toEqual(["Встреча завтра"]);
  });

  it("is said at once when somebody wakes the notices", async () => {
    on = await stage(engine);
    const anna = await on.person("Аня");
    await on.plan(on.wanted(anna.id, await on.thing(anna.id), { kind: "test.answer" }));
    on.notices.wake();
    await on.later(0);
    expect(on.seen(anna)).toHaveLength(1);
  });

  it("costs no question to the database when nothing was planned for now", async () => {
    on = await stage(engine);
    const anna = await on.person("Аня");
    const thing = await on.thing(anna.id);
    await on.plan(on.wanted(anna.id, thing, { slot: "then", notBefore: after(START, SECOND) }));
    await on.later(SECOND);
    on.notices.wake();
    await on.later(0);
    expect(on.seen(anna)).toEqual([]);
    await on.plan(on.wanted(anna.id, thing, { slot: "now" }));
    await on.later(SECOND);
    on.notices.wake();
    await on.later(0);
    expect(on.seen(anna)).toHaveLength(2);
    await on.later(DAY);
    await on.plan(on.wanted(anna.id, thing, { slot: "tomorrow", notBefore: after(START, 3 * DAY) }));
    on.notices.wake();
    expect(on.notices.idle()).toBe(true);
  });

  it("is not held up by a long broadcast", async () => {
    on = await stage(engine);
    const people = await Promise.all(Array.from({ length: 60 }, (_, n) => on.person(`N${n}`)));
    const thing = await on.thing(people[0]?.id ?? "");
    await on.plan(...people.map(({ id }) => on.wanted(id, thing, { kind: "test.news" })));
    on.notices.wake();
    await on.later(200);
    const anna = await on.person("Аня");
    await on.plan(on.wanted(anna.id, await on.thing(anna.id), { kind: "test.answer" }));
    on.notices.wake();
    await on.later(0);
    expect(on.seen(anna)).toHaveLength(1);
    expect(people.filter((one) => on.seen(one).length > 0).length).toBeLessThan(30);
    await on.later(5 * SECOND);
    expect(people.every((one) => on.seen(one).length === 1)).toBe(true);
  });

  it("is read again, all of a kind at once, and dropped when its thing has gone or moved on", async () => {
    on = await stage(engine);
    const anna = await on.person("Аня");
    const things = await Promise.all(["один", "два", "три"].map((text) => on.thing(anna.id, text)));
    await on.plan(...things.map((thing, n) => on.wanted(anna.id, thing, { slot: `${n}` })));
    await on.database.db.draft.delete({ where: { id: things[0] ?? "" } });
    await on.database.db.draft.update({ where: { id: things[1] ?? "" }, data: { rev: 2 } });
    await on.database.db.draft.update({ where: { id: things[2] ?? "" }, data: { data: "новое" } });
    await on.tick();
    expect(on.loads).toEqual([3]);
    expect(on.seen(anna)).toEqual(["новое 2"]);
    expect((await on.rows()).map((row) => row.reason)).toEqual(["stale", "stale", null]);
  });

  it("that was missed is caught up by its policy", async () => {
    on = await stage(engine);
    const anna = await on.person("Аня");
    const say = async (kind: string, slot: string, hoursAgo: number, usefulHours = 200) =>
      on.wanted(anna.id, subject, {
        kind: `test.${kind}`,
        slot,
        notBefore: after(START, (100 - hoursAgo) * HOUR),
        usefulUntil: after(START, (100 - hoursAgo + usefulHours) * HOUR),
      });
    const subject = await on.thing(anna.id, "•");
    await on.plan(
      await say("reminder", "a-send", 5),
      await say("reminder", "b-expired", 5, 4),
      await say("marked", "c-marked", 5),
      await say("skipped", "d-skipped", 5),
      await say("skipped", "e-in-time", 1),
      await say("digest", "f-monday", 72),
      await say("digest", "g-tuesday", 48),
      await say("digest", "h-wednesday", 24),
    );
    await on.later(100 * HOUR);
    await on.tick();
    const late = "⏳ Это сообщение пришло с опозданием.\n\n";
    expect(on.seen(anna).sort()).toEqual(["• a-send", "• e-in-time", "• h-wednesday", `${late}• c-marked`].sort());
    const reasons = Object.fromEntries((await on.rows()).map((row) => [row.slot, row.reason]));
    expect(reasons).toEqual({
      "a-send": null,
      "b-expired": "expired",
      "c-marked": null,
      "d-skipped": "late",
      "e-in-time": null,
      "f-monday": "collapsed",
      "g-tuesday": "collapsed",
      "h-wednesday": null,
    });
  });

  it("waits as unreachable for who has no chat, and is said once they come, if it is still useful", async () => {
    on = await stage(engine);
    const anna = await on.person("Аня");
    on.emulator.block(anna.chatId);
    const thing = await on.thing(anna.id);
    await on.plan(
      on.wanted(anna.id, thing, { slot: "now" }),
      on.wanted(anna.id, thing, { slot: "soon", notBefore: after(START, HOUR) }),
      on.wanted(anna.id, thing, { slot: "short", usefulUntil: after(START, MINUTE) }),
    );
    await on.tick();
    expect((await on.rows()).map((row) => row.status)).toEqual(["unreachable", "unreachable", "unreachable"]);
    await on.later(2 * HOUR);
    on.emulator.start(anna.chatId);
    expect(await on.database.tx((tx) => on.notices.restore(tx, anna.id))).toBe(2);
    expect((await on.rows()).map((row) => row.status)).toEqual(["waiting", "unreachable", "waiting"]);
  });

  it("is claimed by one of two workers only", async () => {
    on = await stage(engine);
    const other = on.another();
    await other.open({ alone: false });
    const people = await Promise.all(Array.from({ length: 12 }, (_, n) => on.person(`N${n}`)));
    for (const one of people) await on.plan(on.wanted(one.id, await on.thing(one.id)));
    const ticks = Promise.all([on.notices.tick(), other.tick()]);
    await on.later(MINUTE);
    const reports = await ticks;
    expect(reports.map((report) => report.sent).reduce((sum, sent) => sum + sent)).toBe(12);
    for (const one of people) expect(on.seen(one)).toHaveLength(1);
  });

  it("that a dead process held is taken over when its lease has run out, or at once by who is alone", async () => {
    on = await stage(engine);
    const anna = await on.person("Аня");
    const thing = await on.thing(anna.id);
    const claim = { lease: "dead", leaseUntil: after(START, 3 * MINUTE), now: START, limit: 1 };
    await on.plan(on.wanted(anna.id, thing, { slot: "1" }));
    expect(await on.database.dialect.claimNotices(on.database.db, claim)).toHaveLength(1);
    await on.tick();
    expect(on.seen(anna)).toHaveLength(0);
    await on.later(3 * MINUTE);
    await on.tick();
    expect(on.seen(anna)).toHaveLength(1);

    await on.plan(on.wanted(anna.id, thing, { slot: "2" }));
    const now = on.clock.now();
    await on.database.dialect.claimNotices(on.database.db, { ...claim, now, leaseUntil: after(now, 3 * MINUTE) });
    const heir = on.another();
    await heir.open({ alone: true });
    const tick = heir.tick();
    await on.later(MINUTE / 2);
    expect((await tick).sent).toBe(1);
    expect(on.seen(anna)).toHaveLength(2);
  });

  it("is not said any more once it is taken back, even when it was claimed already", async () => {
    on = await stage(engine);
    const people = await Promise.all(Array.from({ length: 40 }, (_, n) => on.person(`N${n}`)));
    const thing = await on.thing(people[0]?.id ?? "");
    await on.plan(...people.map(({ id }) => on.wanted(id, thing, { kind: "test.news" })));
    on.notices.wake();
    await on.later(400);
    await on.database.tx((tx) => on.notices.cancel(tx, { subjectId: thing }));
    const before = on.emulator.calls.length;
    await on.later(MINUTE);
    expect(on.emulator.calls.length - before).toBeLessThanOrEqual(8);
    const rows = await on.rows();
    expect(rows.filter((row) => row.status === "dropped").length).toBeGreaterThan(10);
    expect(rows.filter((row) => row.status === "waiting" || row.status === "sending")).toEqual([]);
  });

  it("waits in its rows when the process stops, and is said after the next start", async () => {
    on = await stage(engine);
    const people = await Promise.all(Array.from({ length: 40 }, (_, n) => on.person(`N${n}`)));
    const thing = await on.thing(people[0]?.id ?? "");
    await on.plan(...people.map(({ id }) => on.wanted(id, thing, { kind: "test.news" })));
    on.notices.wake();
    await on.later(400);
    const closing = on.notices.close();
    await on.later(0);
    await closing;
    const rows = await on.rows();
    expect(rows.filter((row) => row.status === "sending")).toEqual([]);
    expect(rows.filter((row) => row.status === "waiting").length).toBeGreaterThan(10);
    const heir = on.another();
    await heir.open({ alone: true });
    await on.later(30 * SECOND);
    const tick = heir.tick();
    await on.later(30 * SECOND);
    await tick;
    for (const one of people) expect(on.seen(one)).toHaveLength(1);
  });
});
