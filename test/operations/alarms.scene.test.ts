import { afterEach, describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "#core/clock.ts";
import { newId } from "#core/ids.ts";
import type { Upkeep } from "#features/operations/index.ts";
import type { Copy, DiskRoom, Made } from "#platform/backup/index.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";
import { type World, world } from "#test/support/world.ts";

const GIGABYTE = 1_000_000_000;
const ROOMY: DiskRoom = { free: 50 * GIGABYTE, total: 100 * GIGABYTE };

/** The outside world of operations: a disk and a place for copies that can fail. */
type Machine = { disk: DiskRoom; full: boolean; copies: Copy[]; upkeep(): Upkeep };

function machine(now: () => Date): Machine {
  const made = async (): Promise<Made> => {
    if (one.full) return { kind: "failed", reason: "noSpace", say: "the disk is full" };
    const copy = { name: `${one.copies.length}`, folder: "/copies", madeAt: now(), bytes: 1 };
    one.copies.push(copy);
    return { kind: "made", copy };
  };
  const one: Machine = {
    disk: ROOMY,
    full: false,
    copies: [],
    upkeep: () => ({
      copies: { make: made, list: () => one.copies, eraseOld: () => 0, stop: async () => {} },
      room: async () => one.disk,
    }),
  };
  return one;
}

describe.each(engines)("the owner, on %s", (engine) => {
  let w: World;
  let here: Machine;
  let owner: Actor;
  afterEach(() => w.close());

  async function deployed(start = new Date("2026-11-20T07:00:00Z")): Promise<void> {
    here = machine(() => w.clock.now());
    w = await world({ engine, start, upkeep: here.upkeep() });
    owner = await w.owner();
  }
  /** Lives through so many hours; the bot looks around each hour, or after so many. */
  async function hours(count: number, step = 1): Promise<void> {
    for (let hour = 0; hour < count; hour += step) await w.later(step * HOUR);
  }
  const told = (words: string): number => owner.texts().filter((text) => text.includes(words)).length;

  it("has a copy of every night, made up for after a time of being down", async () => {
    await deployed();
    await w.later(10 * MINUTE);
    expect(here.copies).toHaveLength(1);
    await hours(48);
    expect(here.copies.map(({ madeAt }) => madeAt.toISOString().slice(0, 13))).toEqual([
      "2026-11-20T07",
      "2026-11-21T01",
      "2026-11-22T01",
    ]);
    await w.app.stop();
    await w.clock.advance(3 * DAY);
    await w.restart();
    await w.later(10 * MINUTE);
    expect(here.copies).toHaveLength(4);
    expect(told("Ночная копия")).toBe(0);
  });

  it("hears once, by day, that copies fail, and nothing when the next attempt succeeds", async () => {
    await deployed();
    await w.later(10 * MINUTE);
    here.full = true;
    await hours(20);
    expect(told("Ночная копия")).toBe(0);
    await hours(30);
    expect(told("Ночная копия")).toBe(1);
    owner.sees("не осталось места");
    await hours(7 * 24, 6);
    expect(told("Ночная копия")).toBe(2);
    here.full = false;
    await hours(3);
    here.full = true;
    await hours(20);
    here.full = false;
    await hours(24);
    expect(told("Ночная копия")).toBeLessThanOrEqual(3);
  });

  it("hears once that the disk is nearly full, and again when it fills up anew", async () => {
    await deployed();
    here.disk = { free: 0.4 * GIGABYTE, total: 100 * GIGABYTE };
    await hours(24);
    expect(told("мало места")).toBe(1);
    owner.sees("400 МБ");
    here.disk = ROOMY;
    await hours(3);
    here.disk = { free: 0.3 * GIGABYTE, total: 100 * GIGABYTE };
    await hours(24);
    expect(told("мало места")).toBe(2);
  });

  it("hears that the bot was down for over an hour, and not of a short restart", async () => {
    await deployed();
    await w.later(10 * MINUTE);
    await w.app.stop();
    await w.clock.advance(50 * MINUTE);
    await w.restart();
    await w.later(10 * MINUTE);
    expect(told("Бот был выключен")).toBe(0);
    await w.app.stop();
    await w.clock.advance(2 * HOUR);
    await w.restart();
    await w.later(10 * MINUTE);
    expect(told("Бот был выключен")).toBe(1);
    owner.sees("с 20 ноября 2026, 11:10 до 20 ноября 2026, 13:10");
  });

  it("hears once a day how much was given up", async () => {
    await deployed();
    await w.later(10 * MINUTE);
    const dead = (updateId: number) => {
      const now = w.clock.now();
      const row = { updateId, chatKey: newId(), payload: "", status: "dead", attempts: 3 };
      return w.database.db.inbox.create({ data: { ...row, receivedAt: now, doneAt: now } });
    };
    await dead(900_001);
    await dead(900_002);
    await hours(3);
    expect(told("Кое-что сделать не удалось")).toBe(1);
    owner.sees("Обращений людей: 2");
    await dead(900_003);
    await hours(4);
    expect(told("Кое-что сделать не удалось")).toBe(1);
    await hours(24);
    expect(told("Кое-что сделать не удалось")).toBe(2);
    owner.sees("Обращений людей: 1");
  });

  it("hears of an odd silence once, and never in a small school", async () => {
    // A Monday, 9:00.
    await deployed(new Date("2026-11-09T06:00:00Z"));
    let updateId = 800_000;
    const lively = async () => {
      const at = w.clock.now();
      const row = { chatKey: newId(), payload: "", status: "done", attempts: 1, receivedAt: at, doneAt: at };
      const data = Array.from({ length: 25 }, () => ({ ...row, updateId: updateId++ }));
      await w.database.db.inbox.createMany({ data });
    };
    await hours(7 * 24, 6);
    expect(told("Никто не пишет")).toBe(0);
    for (let day = 0; day < 5; day++) {
      await lively();
      await hours(24, 3);
    }
    // A Saturday and a Sunday pass, and then a whole Monday.
    await hours(2 * 24, 6);
    expect(told("Никто не пишет")).toBe(0);
    await hours(24, 3);
    expect(told("Никто не пишет")).toBe(1);
    await hours(5 * 24, 6);
    expect(told("Никто не пишет")).toBe(1);
  });

  it("hears once that Telegram was out of reach for over an hour", async () => {
    await deployed();
    const fault = w.emulator.faults.add({ method: "getUpdates", kind: "500" });
    await owner.says("/help");
    for (let minute = 0; minute < 90; minute++) {
      await w.clock.advance(MINUTE);
      await w.app.tick();
    }
    fault.remove();
    await hours(2);
    expect(told("не мог связаться")).toBe(1);
  });
});
