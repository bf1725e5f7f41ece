import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { after, MINUTE, SECOND } from "#core/clock.ts";
import type { Notices } from "#features/notices/index.ts";
import type { FaultKind } from "#playground/telegram/model.ts";
import { describeEachEngine } from "#test/support/database.ts";
import { type Stage, stage } from "./stage.ts";

/** Whatever breaks without a message having arrived. */
const HARMLESS: FaultKind[] = ["429", "500", "502-html", "reset-before"];

/** Eight failures of one notice would bury it. */
const MOST_FAILURES = 7;

const KINDS = ["test.reminder", "test.answer", "test.news", "test.digest"];

const act = fc.oneof(
  fc.record({
    kind: fc.constant("plan" as const),
    who: fc.nat(2),
    about: fc.nat(2),
    what: fc.nat(KINDS.length - 1),
    slot: fc.nat(2),
    inMs: fc.integer({ min: -MINUTE, max: MINUTE }),
  }),
  fc.record({ kind: fc.constant("cancel" as const), about: fc.nat(2) }),
  fc.record({ kind: fc.constant("wake" as const), worker: fc.nat(1) }),
  fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: 0, max: 30_000 }) }),
  fc.record({
    kind: fc.constant("fault" as const),
    fault: fc.constantFrom(...HARMLESS),
    times: fc.integer({ min: 1, max: 3 }),
  }),
);

type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

describeEachEngine("without a crash and without a break after the fact", (engine) => {
  let on: Stage;
  afterEach(() => on.close());

  type Cast = { people: { id: string; chatId: number }[]; things: string[]; workers: Notices[] };

  const perform = async (one: Act, { people, things, workers }: Cast): Promise<void> => {
    switch (one.kind) {
      case "plan": {
        const kind = KINDS[one.what] ?? "";
        const more = { kind, slot: `${one.what}${one.slot}`, notBefore: after(on.clock.now(), one.inMs) };
        return on.plan(on.wanted(people[one.who]?.id ?? "", things[one.about] ?? "", more));
      }
      case "cancel":
        await on.database.tx((tx) => on.notices.cancel(tx, { subjectId: things[one.about] ?? "" }));
        return;
      case "wake":
        void workers[one.worker]?.tick();
        return;
      case "wait":
        return on.later(one.ms);
      case "fault":
        on.emulator.faults.add({ method: "sendMessage", kind: one.fault, times: one.times, retryAfter: 3 });
    }
  };
  const play = async (acts: Act[], people: Cast["people"], things: string[]) => {
    const second = on.another();
    await second.open({ alone: false });
    const workers = [on.notices, second];
    let mayFail = MOST_FAILURES;
    for (const one of acts) {
      if (one.kind === "fault") mayFail -= one.times;
      if (one.kind !== "fault" || mayFail >= 0) await perform(one, { people, things, workers });
    }
    for (let round = 0; round < 30; round++) {
      for (const worker of workers) void worker.tick();
      await on.later(10 * SECOND);
    }
  };

  it("nothing is said twice and nothing stays unsaid, whatever is planned, cancelled, woken and refused", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40 }), async (acts) => {
        on = await stage(engine);
        try {
          const people = [await on.person("А"), await on.person("Б"), await on.person("В")];
          const things = [];
          for (const text of ["один", "два", "три"]) things.push(await on.thing(people[0]?.id ?? "", text));
          await play(acts, people, things);
          for (const one of people) expect(new Set(on.seen(one)).size).toBe(on.seen(one).length);
          const rows = await on.database.db.notice.findMany();
          const said = people.reduce((sum, one) => sum + on.seen(one).length, 0);
          expect(rows.filter((row) => row.status === "sent")).toHaveLength(said);
          expect(rows.filter((row) => !["sent", "dropped"].includes(row.status))).toEqual([]);
        } finally {
          await on.close();
        }
      }),
      { numRuns: engine.kind === "sqlite" ? 15 : 6 },
    );
  }, 60_000);
});
