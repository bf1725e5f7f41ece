import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { after as from, MINUTE, SECOND } from "#core/clock.ts";
import { createJobs, type JobKindSpec, type Jobs, jobKind } from "#features/jobs/index.ts";
import { decideAfterFailure, isPoison } from "#features/jobs/rules.ts";
import { type VirtualClock, virtualClock } from "#platform/clock.ts";
import type { Database } from "#platform/db/index.ts";
import { silentLog } from "#platform/log.ts";
import { describeEachEngine } from "#test/support/database.ts";

const START = new Date("2026-11-20T07:00:00Z");

type Spec = JobKindSpec<{ n: number }, number>;

describe("a job that fails", () => {
  it("rests for 5 s, then for 30 s, and the third time is the last", () => {
    expect([1, 2, 3].map((attempt) => decideAfterFailure(attempt, START))).toEqual([
      { kind: "again", at: from(START, 5 * SECOND) },
      { kind: "again", at: from(START, 30 * SECOND) },
      { kind: "failed" },
    ]);
  });

  it("is poison when it was begun a fourth time", () => {
    expect([1, 2, 3, 4].map(isPoison)).toEqual([false, false, false, true]);
  });
});

describeEachEngine("long work", (engine) => {
  let opened: Jobs[] = [];
  afterEach(async () => {
    for (const one of opened) await one.close();
    opened = [];
  });

  type Scene = {
    clock: VirtualClock;
    database: Database;
    jobs: Jobs;
    told: string[];
    another(spec: Partial<Spec>): Jobs;
  };

  /** Jobs whose endings are kept as rows of settings, as a notice would be. */
  const scene = async (spec: Partial<Spec> = {}): Promise<Scene> => {
    const clock = virtualClock(START);
    const { database } = await engine.open({ clock });
    const told: string[] = [];
    const create = (some: Partial<Spec>): Jobs => {
      const kind = jobKind<{ n: number }, number>({
        kind: "test.double",
        args: z.object({ n: z.number() }),
        run: async ({ n }) => ({ kind: "done", result: n * 2 }),
        async onDone(tx, job, _, result) {
          await tx.setting.create({ data: { key: job.id, value: String(result), updatedAt: clock.now() } });
          told.push(`done ${result}`);
        },
        async onFailed(_, __, args, reason) {
          told.push(`failed ${args?.n} ${reason}`);
        },
        ...some,
      });
      const onEnded = () => told.push("ended");
      const jobs = createJobs({ database, clock, log: silentLog, kinds: [kind], onEnded });
      opened.push(jobs);
      return jobs;
    };
    const jobs = create(spec);
    await jobs.open({ alone: true });
    return { clock, database, jobs, told, another: create };
  };
  const order = ({ database, jobs }: Pick<Scene, "database" | "jobs">, n = 21) =>
    database.tx((tx) => jobs.enqueue(tx, { kind: "test.double", args: { n }, personId: null }));

  it("is done after it was ordered, and its result is written down with it", async () => {
    const on = await scene();
    const id = await order(on);
    expect(await on.jobs.state(id)).toEqual({ kind: "waiting" });
    expect(await on.jobs.tick()).toEqual({ done: 1, failed: 0, again: 0 });
    expect(await on.jobs.state(id)).toEqual({ kind: "done" });
    expect((await on.database.db.setting.findUniqueOrThrow({ where: { key: id } })).value).toBe("42");
    await on.jobs.tick();
    expect(on.told).toEqual(["done 42", "ended"]);
  });

  it("is not ordered when the transaction that orders it fails, nor with arguments that it cannot read", async () => {
    const on = await scene();
    const failing = on.database.tx(async (tx) => {
      await on.jobs.enqueue(tx, { kind: "test.double", args: { n: 1 }, personId: null });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    const wrong = on.database.tx((tx) =>
      on.jobs.enqueue(tx, { kind: "test.double", args: { n: "1" }, personId: null }),
    );
    await expect(wrong).rejects.toThrow(/no such job/);
    expect(await on.database.db.job.count()).toBe(0);
  });

  it("is done in the order in which it was asked for, one at a time", async () => {
    let running = 0;
    const order: number[] = [];
    const on = await scene({
      async run({ n }) {
        running += 1;
        expect(running).toBe(1);
        await new Promise<void>((resolve) => setImmediate(resolve));
        running -= 1;
        order.push(n);
        return { kind: "done", result: n };
      },
    });
    for (const n of [3, 1, 2]) {
      await on.database.tx((tx) => on.jobs.enqueue(tx, { kind: "test.double", args: { n }, personId: null }));
      await on.clock.advance(1);
    }
    await Promise.all([on.jobs.tick(), on.jobs.tick()]);
    expect(order).toEqual([3, 1, 2]);
  });

  it("that breaks is tried again after a pause, and told of once it has failed three times", async () => {
    let runs = 0;
    const on = await scene({
      async run() {
        runs += 1;
        throw new TypeError("odd");
      },
    });
    const id = await order(on);
    await on.jobs.tick();
    await on.jobs.tick();
    expect(runs).toBe(1);
    await on.clock.advance(5 * SECOND);
    await on.jobs.tick();
    await on.clock.advance(30 * SECOND);
    await on.jobs.tick();
    await on.clock.advance(MINUTE);
    await on.jobs.tick();
    expect(runs).toBe(3);
    expect(on.told).toEqual(["failed 21 broke", "ended"]);
    expect(await on.jobs.state(id)).toEqual({ kind: "failed", reason: "broke" });
  });

  it("that cannot succeed is told of at once", async () => {
    const on = await scene({ run: async () => ({ kind: "failed", reason: "tooBig" }) });
    await order(on);
    await on.jobs.tick();
    expect(on.told).toEqual(["failed 21 tooBig", "ended"]);
  });

  it("whose result cannot be written is tried again: result, notice and «done» are one", async () => {
    let tries = 0;
    const on = await scene({
      async onDone(tx, job) {
        await tx.setting.create({ data: { key: job.id, value: "", updatedAt: START } });
        tries += 1;
        if (tries === 1) throw new Error("no room");
      },
    });
    const id = await order(on);
    await on.jobs.tick();
    expect(await on.database.db.setting.count()).toBe(0);
    expect(await on.jobs.state(id)).toEqual({ kind: "waiting" });
    await on.clock.advance(5 * SECOND);
    await on.jobs.tick();
    expect(await on.jobs.state(id)).toEqual({ kind: "done" });
    expect(await on.database.db.setting.count()).toBe(1);
  });

  it("that takes the process with it three times has failed", async () => {
    const on = await scene();
    await order(on);
    for (let death = 0; death < 3; death++) {
      const now = on.clock.now();
      await on.database.dialect.claimJobs(on.database.db, {
        now,
        limit: 1,
        lease: `dead${death}`,
        leaseUntil: from(now, MINUTE),
      });
      await on.clock.advance(MINUTE);
    }
    await on.jobs.tick();
    expect(on.told).toEqual(["failed 21 poison", "ended"]);
  });

  it("keeps its lease while it goes on, so that no other worker runs it too, however long it takes", async () => {
    let finish = () => {};
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const run = () => {
      begin();
      return new Promise<{ kind: "done"; result: number }>((resolve) => {
        finish = () => resolve({ kind: "done", result: 1 });
      });
    };
    const on = await scene({ run });
    const id = await order(on);
    const ticking = on.jobs.tick();
    await begun;
    const other = on.another({});
    await other.open({ alone: false });
    /** The renewal is a statement of the worker's own: the database is asked until it is there. */
    const renewed = async (): Promise<void> => {
      for (;;) {
        const { leaseUntil } = await on.database.db.job.findUniqueOrThrow({ where: { id } });
        if (leaseUntil && leaseUntil >= from(on.clock.now(), 30 * SECOND)) return;
      }
    };
    for (let beat = 0; beat < 15; beat++) {
      await on.clock.advance(20 * SECOND);
      await renewed();
      expect(await other.tick()).toEqual({ done: 0, failed: 0, again: 0 });
    }
    finish();
    await ticking;
    expect(await on.jobs.state(id)).toEqual({ kind: "done" });
    expect(on.told).toEqual(["done 1", "ended"]);
  });

  it("says how far it is", async () => {
    const seen: unknown[] = [];
    let id = "";
    const on: Scene = await scene({
      async run(_, __, { progress }) {
        await progress(41.7);
        seen.push(await on.jobs.state(id));
        return { kind: "done", result: 0 };
      },
    });
    id = await order(on);
    await on.jobs.tick();
    expect(seen).toEqual([{ kind: "running", percent: 42 }]);
  });

  it("is put back when the process stops, without losing an attempt, and done after the next start", async () => {
    const on = await scene({
      run: (_, __, { signal }) =>
        new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("stopped")))),
    });
    const id = await order(on);
    on.jobs.wake();
    while ((await on.jobs.state(id))?.kind !== "running") await on.clock.advance(0);
    await on.jobs.close();
    expect(await on.database.db.job.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "new", attempts: 0 });
    const heir = on.another({});
    await heir.open({ alone: true });
    expect((await heir.tick()).done).toBe(1);
  });
});
