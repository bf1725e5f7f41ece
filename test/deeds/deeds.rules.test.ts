import { describe, expect, it } from "vitest";
import { dateIn, instantAt, minuteIn, timeWords } from "#core/when.ts";
import { isOpen, tellAt } from "#features/deeds/rules.ts";

const at = (text: string): Date => new Date(text);

describe("when others hear of what was done", () => {
  it.each([
    ["2026-11-20T07:00:00Z", "Europe/Moscow", "2026-11-20T07:01:00Z", "by day in a minute"],
    ["2026-11-20T18:40:00Z", "Europe/Moscow", "2026-11-21T05:30:00Z", "at 21:40 the next morning at 8:30"],
    ["2026-11-20T16:58:30Z", "Europe/Moscow", "2026-11-20T16:59:30Z", "a minute before eight in the evening"],
    ["2026-11-20T16:59:00Z", "Europe/Moscow", "2026-11-21T05:30:00Z", "at eight in the evening the night begins"],
    ["2026-11-20T22:00:00Z", "Europe/Moscow", "2026-11-21T05:30:00Z", "after midnight the same morning"],
    ["2026-11-21T05:29:00Z", "Europe/Moscow", "2026-11-21T05:30:00Z", "at 8:29 in a minute"],
    ["2026-11-20T13:00:00Z", "Asia/Kamchatka", "2026-11-20T20:30:00Z", "by the school's clock, not the server's"],
    ["2026-10-24T19:00:00Z", "Europe/Berlin", "2026-10-25T07:30:00Z", "over the night in which the clocks go back"],
  ])("%s in %s: %s (%s)", (now, zone, told) => {
    expect(tellAt(at(now), zone).toISOString()).toBe(at(told).toISOString());
  });

  it("a deed is open until its moment, and after it only while somebody should have been told and nobody was", () => {
    const until = at("2026-11-20T07:01:00Z");
    const before = new Date("2026-11-20T07:00:59Z");
    const later = new Date("2026-11-20T07:02:00Z");
    expect(isOpen(until, { told: 0, waiting: 3 }, before)).toBe(true);
    expect(isOpen(until, { told: 1, waiting: 2 }, before)).toBe(false);
    expect(isOpen(until, { told: 0, waiting: 3 }, later)).toBe(true);
    expect(isOpen(until, { told: 0, waiting: 0 }, later)).toBe(false);
  });

  it.each(["Europe/Moscow", "America/New_York", "Asia/Kolkata", "Pacific/Chatham", "UTC"])(
    "an instant made of a date and a time in %s shows them again",
    (zone) => {
      for (const day of ["2026-01-15", "2026-03-08", "2026-07-01", "2026-11-01"]) {
        const instant = instantAt(day, 510, zone);
        expect([dateIn(instant, zone), minuteIn(instant, zone), timeWords(instant, zone)]).toEqual([day, 510, "8:30"]);
      }
    },
  );
});
