import { afterEach, describe, expect, it } from "vitest";
import { DAY, HOUR, after as later, MINUTE } from "#core/clock.ts";
import { newId } from "#core/ids.ts";
import { engines } from "#test/support/engines.ts";
import { type World, world } from "#test/support/world.ts";

describe.each(engines)("the hourly housekeeping, on %s", (engine) => {
  let w: World;
  afterEach(() => w.close());

  it("forgets after ninety days who tried what they may not, and keeps what was done", async () => {
    w = await world({ engine });
    const line = (act: string, days: number) => {
      const at = later(w.clock.now(), -days * DAY);
      const row = { id: newId(), at, actorId: newId(), subjectKind: "act", subjectId: "bank.see", act };
      return w.database.db.history.create({ data: row });
    };
    await line("refused", 91);
    const recent = await line("refused", 89);
    const done = await line("stopped", 400);
    await w.later(2 * HOUR);
    const left = await w.database.db.history.findMany({ where: { subjectKind: "act" }, select: { id: true } });
    expect(left.map(({ id }) => id).sort()).toEqual([recent.id, done.id].sort());
  });

  it("a message that rests after a failure is next due when its rest is over", async () => {
    w = await world({ engine, started: false });
    const now = w.clock.now();
    const personId = newId();
    await w.database.db.person.create({
      data: { id: personId, familyName: "", givenName: "", patronymic: "", search: "", createdAt: now },
    });
    const owed = async (notBefore: Date, leaseUntil: Date | null) => {
      const about = { kind: "banks.nudge", subjectId: newId(), subjectRev: 0, personId, slot: "x", lane: "reminder" };
      const when = { notBefore, leaseUntil, usefulUntil: later(now, DAY), createdAt: now };
      await w.database.db.notice.create({
        data: { id: newId(), key: newId(), ...about, ...when, status: "waiting", attempts: 1 },
      });
    };
    expect(await w.app.nextDue()).toBeNull();
    await owed(later(now, -HOUR), later(now, 10 * MINUTE));
    expect(await w.app.nextDue()).toEqual(later(now, 10 * MINUTE));
    await owed(later(now, 5 * MINUTE), null);
    expect(await w.app.nextDue()).toEqual(later(now, 5 * MINUTE));
    await owed(later(now, -MINUTE), later(now, -MINUTE));
    expect(await w.app.nextDue()).toEqual(later(now, -MINUTE));
  });
});
