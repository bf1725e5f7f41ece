import { expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "#core/clock.ts";
import { shiftableClock, systemClock, virtualClock } from "#platform/clock.ts";

const START = new Date("2026-11-20T07:00:00Z");

test("a virtual clock wakes sleepers in their order, standing at the moment of each", async () => {
  const clock = virtualClock(START);
  const seen: string[] = [];
  const sleeper = async (name: string, ms: number) => {
    await clock.sleep(ms);
    seen.push(`${name} ${clock.now().toISOString().slice(11, 16)}`);
  };
  const all = [sleeper("b", HOUR), sleeper("a", MINUTE), sleeper("c", HOUR), sleeper("late", DAY)];
  expect(clock.nextSleeper()).toEqual(new Date("2026-11-20T07:01:00Z"));
  await clock.advance(2 * HOUR);
  expect(seen).toEqual(["a 07:01", "b 08:00", "c 08:00"]);
  expect(clock.now()).toEqual(new Date("2026-11-20T09:00:00Z"));
  expect(clock.monotonic()).toBe(2 * HOUR);
  await clock.advanceTo(new Date("2026-11-21T07:00:00Z"));
  await Promise.all(all);
  expect(clock.nextSleeper()).toBeNull();
});

test("a virtual clock waits between steps until the work that was woken is done, and sees the sleep it began", async () => {
  const clock = virtualClock(START);
  let work: Promise<void> = Promise.resolve();
  clock.onStep(() => work);
  const ticks: number[] = [];
  const ticker = async () => {
    for (;;) {
      await clock.sleep(10 * MINUTE);
      work = systemClock.sleep(5).then(() => void ticks.push(clock.monotonic() / MINUTE));
      await work;
    }
  };
  void ticker();
  await clock.advance(35 * MINUTE);
  expect(ticks).toEqual([10, 20, 30]);
  await clock.advanceTo(START);
  expect(clock.monotonic()).toBe(35 * MINUTE);
});

test("an aborted sleep ends at once and leaves no sleeper", async () => {
  const clock = virtualClock(START);
  const stop = new AbortController();
  const asleep = [
    clock.sleep(HOUR, stop.signal),
    shiftableClock().sleep(HOUR, stop.signal),
    systemClock.sleep(HOUR, stop.signal),
  ];
  stop.abort();
  await Promise.all(asleep);
  await clock.sleep(HOUR, AbortSignal.abort());
  expect(clock.nextSleeper()).toBeNull();
});

test("a shiftable clock runs with the machine, jumps forward, and wakes those who sleep until then", async () => {
  const clock = shiftableClock();
  const woken: string[] = [];
  const hour = clock.sleep(HOUR).then(() => void woken.push("hour"));
  const stop = new AbortController();
  const day = clock.sleep(DAY, stop.signal).then(() => void woken.push("day"));
  const before = clock.now().getTime();
  clock.shift(HOUR);
  await hour;
  expect(woken).toEqual(["hour"]);
  expect(clock.offset).toBe(HOUR);
  expect(clock.now().getTime() - before).toBeGreaterThanOrEqual(HOUR);
  expect(clock.now().getTime() - systemClock.now().getTime()).toBeGreaterThanOrEqual(HOUR - 1_000);
  expect(() => clock.shift(-1)).toThrow("only moves forward");
  stop.abort();
  await day;
});
