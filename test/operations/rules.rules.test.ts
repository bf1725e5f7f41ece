import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY, HOUR, after as later, MINUTE } from "#core/clock.ts";
import { minuteIn } from "#core/when.ts";
import { NEVER_COPIED } from "#features/operations/model.ts";
import {
  byDay,
  copyDue,
  isDiskLow,
  isOddlyQuiet,
  isUndelivered,
  lastNight,
  slotOf,
  wasDown,
  withDay,
} from "#features/operations/rules.ts";

const ZONE = "Asia/Yekaterinburg";
const at = (iso: string): Date => new Date(iso);
const copied = (madeAt: string) => ({ ...NEVER_COPIED, madeAt, triedAt: madeAt });
const failed = (triedAt: string) => ({ ...NEVER_COPIED, triedAt, failingSince: triedAt });

describe("the nightly copy", () => {
  it.each([
    ["never before", NEVER_COPIED, "2026-11-20T07:00:00Z", true],
    ["made this night", copied("2026-11-19T22:30:00Z"), "2026-11-20T07:00:00Z", false],
    ["made yesterday, before half past three", copied("2026-11-19T07:00:00Z"), "2026-11-19T22:29:59Z", false],
    ["made yesterday, at half past three", copied("2026-11-19T07:00:00Z"), "2026-11-19T22:30:00Z", true],
    ["down for a week", copied("2026-11-13T22:30:00Z"), "2026-11-20T12:00:00Z", true],
    ["failed half an hour ago", failed("2026-11-20T06:30:00Z"), "2026-11-20T07:00:00Z", false],
    ["failed an hour ago", failed("2026-11-20T06:00:00Z"), "2026-11-20T07:00:00Z", true],
  ])("%s: %#", (_case, copying, now, due) => {
    expect(copyDue(copying, at(now), ZONE)).toBe(due);
  });

  it("is due once a night, whatever the zone and the season", () => {
    const zones = fc.constantFrom("Europe/Kaliningrad", "Europe/Berlin", "Asia/Kamchatka", "America/New_York");
    const moments = fc.date({ min: at("2026-01-01T00:00:00Z"), max: at("2027-01-01T00:00:00Z"), noInvalidDate: true });
    fc.assert(
      fc.property(zones, moments, (zone, now) => {
        const night = lastNight(now, zone);
        expect(night.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(now.getTime() - night.getTime()).toBeLessThanOrEqual(25 * HOUR);
        expect(copyDue(copied(now.toISOString()), now, zone)).toBe(false);
        expect(copyDue(copied(later(night, -1).toISOString()), now, zone)).toBe(true);
      }),
    );
  });
});

describe("what is told to the owner", () => {
  it("waits for the morning, and only at night", () => {
    fc.assert(
      fc.property(
        fc.date({ min: at("2026-01-01T00:00:00Z"), max: at("2027-01-01T00:00:00Z"), noInvalidDate: true }),
        (now) => {
          const told = byDay(now, ZONE);
          const minute = minuteIn(told, ZONE);
          expect([minute >= 8 * 60, minute < 21 * 60]).toEqual([true, true]);
          expect(told.getTime() - now.getTime()).toBeLessThanOrEqual(11 * HOUR);
          expect(byDay(told, ZONE)).toEqual(told);
        },
      ),
    );
  });

  it("of one trouble is one telling a week", () => {
    const since = at("2026-11-20T07:00:00Z");
    const slots = Array.from({ length: 15 }, (_, day) => slotOf(since, later(since, day * DAY)));
    expect(new Set(slots).size).toBe(3);
    expect(slotOf(since, later(since, 6 * DAY))).toBe(slots[0]);
  });

  it.each([
    [400_000_000, 2_000_000_000, true],
    [600_000_000, 2_000_000_000, false],
    [900_000_000, 100_000_000_000, true],
    [20_000_000_000, 100_000_000_000, false],
  ])("of a disk with %i of %i bytes free is a word: %s", (free, total, low) => {
    expect(isDiskLow({ free, total })).toBe(low);
  });

  it("of being down begins after an hour", () => {
    const heartbeat = at("2026-11-20T07:00:00Z");
    expect(wasDown(heartbeat, later(heartbeat, HOUR))).toBe(false);
    expect(wasDown(heartbeat, later(heartbeat, HOUR + MINUTE))).toBe(true);
    expect(wasDown(heartbeat, later(heartbeat, -DAY))).toBe(false);
  });
});

describe("Telegram's calls", () => {
  it.each([
    ["nothing waits", 0, "2026-11-20T06:59:00Z", false],
    ["none has failed", 3, null, false],
    ["one failed a minute ago and updates wait", 3, "2026-11-20T06:59:00Z", true],
    ["the last failure is long ago", 3, "2026-11-20T05:59:59Z", false],
  ])("come in vain when updates wait and one has just failed: %s", (_case, pending, failedAt, inVain) => {
    const state = { pending, failedAt: failedAt === null ? null : at(failedAt) };
    expect(isUndelivered(state, at("2026-11-20T07:00:00Z"))).toBe(inVain);
  });
});

describe("an odd silence", () => {
  const lively = { "2026-11-13": 50, "2026-11-16": 50, "2026-11-17": 20, "2026-11-18": 90, "2026-11-19": 31 };
  // A Friday; the zone is five hours ahead.
  const yesterday = at("2026-11-19T14:00:00Z");

  it.each([
    ["six hours of a workday's daytime", yesterday, "2026-11-20T09:00:00Z", lively, true],
    ["not yet six hours", yesterday, "2026-11-20T08:30:00Z", lively, false],
    ["somebody wrote this morning", at("2026-11-20T05:00:00Z"), "2026-11-20T10:00:00Z", lively, false],
    ["and then nobody did for six hours", at("2026-11-20T05:00:00Z"), "2026-11-20T11:00:00Z", lively, true],
    ["late in the evening", yesterday, "2026-11-20T16:30:00Z", lively, false],
    ["on a Saturday", yesterday, "2026-11-21T10:00:00Z", lively, false],
    ["in a small school", yesterday, "2026-11-20T09:00:00Z", { ...lively, "2026-11-17": 19 }, false],
    ["after a day without anybody", yesterday, "2026-11-20T09:00:00Z", { ...lively, "2026-11-16": 0 }, false],
  ])("%s", (_case, last, now, days, odd) => {
    expect(isOddlyQuiet(days, last, at(now), ZONE)).toBe(odd);
  });

  it("is judged by two weeks at most", () => {
    let days = {};
    for (let day = 1; day <= 30; day++) days = withDay(days, `2026-11-${String(day).padStart(2, "0")}`, day);
    expect(Object.keys(days)).toHaveLength(15);
    expect(withDay(days, "2026-11-30", 7)).toMatchObject({ "2026-11-30": 7, "2026-11-29": 29 });
  });
});
