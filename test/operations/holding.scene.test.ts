import { afterEach, describe, expect, it } from "vitest";
import { after, HOUR, MINUTE } from "#core/clock.ts";
import { newId } from "#core/ids.ts";
import { NUDGE } from "#features/banks/kinds.model.ts";
import { restoredSettings } from "#features/operations/index.ts";
import type { DatabaseKind } from "#platform/db/index.ts";
import { enrol, type Mentor } from "#test/faults/school.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";
import { type World, world } from "#test/support/world.ts";

/** A reminder of the questionnaire, as the curator's button plans it. */
async function owe(w: World, { personId, membershipId }: Mentor, notBefore: Date): Promise<string> {
  const about = { kind: NUDGE, subjectId: membershipId, subjectRev: 0, personId, slot: newId(), lane: "reminder" };
  const id = newId();
  const when = { notBefore, usefulUntil: after(notBefore, 48 * HOUR), createdAt: w.clock.now() };
  const row = { id, key: id, ...about, ...when, status: "waiting", attempts: 0 };
  await w.database.db.notice.create({ data: row });
  return id;
}

type Restored = { w: World; owner: Actor; vera: Actor; mentor: Mentor; before: string; due: string };

/** A bot whose database has just been put back: one reminder was due before that, one becomes due now. */
async function restored(engine: DatabaseKind): Promise<Restored> {
  const w = await world({ engine });
  const owner = await w.owner();
  const vera = w.person("Вера");
  const [mentor] = await enrol(w.database, [vera.id], w.clock.now());
  if (!mentor) throw new Error("nobody is there");
  await vera.says("/start");
  const at = w.clock.now();
  const before = await owe(w, mentor, after(at, -HOUR));
  const settings = restoredSettings({ at: at.toISOString(), madeAt: after(at, -8 * HOUR).toISOString() });
  for (const [key, value] of Object.entries(settings))
    await w.database.db.setting.create({ data: { key, value, updatedAt: at } });
  await w.restart();
  await w.later(MINUTE);
  const due = await owe(w, mentor, w.clock.now());
  return { w, owner, vera, mentor, before, due };
}

describe.each(engines)("after the database was put back, on %s", (engine) => {
  let w: World;
  afterEach(() => w.close());

  const statusOf = async (id: string) => (await w.database.db.notice.findUniqueOrThrow({ where: { id } })).status;

  it("the bot answers people and writes to nobody by itself until the owner says go", async () => {
    const scene = await restored(engine);
    w = scene.w;
    scene.owner.sees("База восстановлена из копии");
    scene.owner.sees("20 ноября 2026, 2:00");
    scene.owner.sees("Ждёт вашего слова 1 сообщение");
    await w.later(24 * HOUR);
    expect([await statusOf(scene.before), await statusOf(scene.due)]).toEqual(["waiting", "waiting"]);
    const seen = scene.vera.count();
    await scene.vera.says("/start");
    expect(scene.vera.count()).toBeGreaterThan(seen);
    await w.restart();
    await w.later(HOUR);
    expect(await statusOf(scene.due)).toBe("waiting");
    await scene.owner.taps("✅ Можно");
    scene.owner.sees("снова пишу людям");
    await w.later(MINUTE);
    expect([await statusOf(scene.before), await statusOf(scene.due)]).toEqual(["sent", "sent"]);
    expect(scene.owner.texts().filter((text) => text.includes("База восстановлена"))).toHaveLength(0);
  });

  it("go without the earlier ones leaves out what was due before, once however often it is said", async () => {
    const scene = await restored(engine);
    w = scene.w;
    await scene.owner.taps("Можно, но без прежних");
    scene.owner.sees("Не отправлю 1 прежнее сообщение");
    await w.later(MINUTE);
    expect([await statusOf(scene.before), await statusOf(scene.due)]).toEqual(["dropped", "sent"]);
    expect(await w.app.operations.resume(null, "all")).toEqual({ kind: "free" });
  });

  it("nobody but the owner can say go", async () => {
    const scene = await restored(engine);
    w = scene.w;
    const message = scene.vera.last();
    w.emulator.forgeTap(scene.vera.id, message.id, "operations.go:all");
    await w.settle();
    await w.later(MINUTE);
    expect(await statusOf(scene.due)).toBe("waiting");
    expect(await w.app.operations.resume(null, "new")).toEqual({ kind: "resumed", dropped: 1 });
    await w.later(MINUTE);
    expect(await statusOf(scene.due)).toBe("sent");
  });
});
