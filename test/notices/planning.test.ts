import { afterEach, expect, it } from "vitest";
import { after, DAY, HOUR } from "#core/clock.ts";
import { describeEachEngine } from "#test/support/database.ts";
import { START, type Stage, stage } from "./stage.ts";

describeEachEngine("what is planned", (engine) => {
  let on: Stage;
  afterEach(() => on.close());

  it("is owed only if the transaction of its thing is kept", async () => {
    on = await stage(engine);
    const { id } = await on.person("Аня");
    const thing = await on.thing(id);
    const plan = on.database.tx(async (tx) => {
      await on.notices.plan(tx, [on.wanted(id, thing)]);
      throw new Error("the meeting could not be saved");
    });
    await expect(plan).rejects.toThrow(/could not be saved/);
    expect(await on.rows()).toEqual([]);
  });

  it("is one notice however often it is planned, and moves with its last moment", async () => {
    on = await stage(engine);
    const anna = await on.person("Аня");
    const thing = await on.thing(anna.id);
    await on.plan(on.wanted(anna.id, thing, { notBefore: after(START, HOUR) }));
    await on.plan(
      on.wanted(anna.id, thing, { notBefore: after(START, 3 * HOUR) }),
      on.wanted(anna.id, thing, { notBefore: after(START, 2 * HOUR) }),
    );
    await on.later(HOUR);
    await on.tick();
    expect(on.seen(anna)).toEqual([]);
    await on.later(HOUR);
    await on.tick();
    await on.plan(on.wanted(anna.id, thing));
    await on.tick();
    expect(on.seen(anna)).toEqual(["Встреча завтра"]);
  });

  it("goes with its revision: replanning takes back what is no longer wanted and keeps what is", async () => {
    on = await stage(engine);
    const anna = await on.person("Аня");
    const thing = await on.thing(anna.id, "Встреча");
    const at = (rev: number, slot: string, hours: number) =>
      on.wanted(anna.id, thing, { subjectRev: rev, slot, notBefore: after(START, hours * HOUR) });
    await on.plan(at(1, "day", 1), at(1, "hour", 2));
    await on.database.tx(async (tx) => {
      await tx.draft.update({ where: { id: thing }, data: { rev: 2 } });
      await on.notices.replan(tx, { kind: "test.reminder", subjectId: thing }, [at(2, "day", 5)]);
    });
    await on.later(DAY / 2);
    await on.tick();
    expect(on.seen(anna)).toEqual(["Встреча day"]);
    expect(await on.rows()).toEqual([
      { slot: "day", status: "dropped", reason: "cancelled", attempts: 0 },
      { slot: "day", status: "sent", reason: null, attempts: 1 },
      { slot: "hour", status: "dropped", reason: "cancelled", attempts: 0 },
    ]);
  });

  it("is owed again when it was taken back and is wanted once more, but never after it was sent", async () => {
    on = await stage(engine);
    const anna = await on.person("Аня");
    const thing = await on.thing(anna.id);
    const wanted = on.wanted(anna.id, thing);
    await on.plan(wanted);
    expect(await on.database.tx((tx) => on.notices.cancel(tx, { subjectId: thing }))).toBe(1);
    await on.tick();
    expect(on.seen(anna)).toEqual([]);
    await on.plan(wanted);
    await on.tick();
    expect(await on.database.tx((tx) => on.notices.cancel(tx, { personId: anna.id }))).toBe(0);
    await on.plan(wanted);
    await on.tick();
    expect(on.seen(anna)).toHaveLength(1);
  });

  it("may be a thousand at once", async () => {
    on = await stage(engine);
    const { id } = await on.person("Аня");
    const thing = await on.thing(id);
    const many = Array.from({ length: 1_200 }, (_, n) =>
      on.wanted(id, thing, { slot: `s${n}`, notBefore: after(START, DAY) }),
    );
    await on.plan(...many);
    await on.plan(...many);
    await on.database.tx((tx) => on.notices.replan(tx, { kind: "test.reminder", subjectId: thing }, many.slice(600)));
    const rows = await on.rows();
    expect(rows.filter((row) => row.status === "waiting")).toHaveLength(600);
    expect(rows).toHaveLength(1_200);
  });

  it("must be of a known kind, about the replanned thing, and never «everything of everybody» to cancel", async () => {
    on = await stage(engine);
    const { id } = await on.person("Аня");
    await expect(on.plan(on.wanted(id, "t", { kind: "test.unknown" }))).rejects.toThrow(/no such kind/);
    await expect(on.database.tx((tx) => on.notices.cancel(tx, {}))).rejects.toThrow(/everybody/);
    const elsewhere = on.database.tx((tx) =>
      on.notices.replan(tx, { kind: "test.reminder", subjectId: "a" }, [on.wanted(id, "b")]),
    );
    await expect(elsewhere).rejects.toThrow(/something else/);
  });
});
