import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkPeriod, periodOf, proposeYears, readPeriod } from "#features/programmes/period.rules.ts";

const TODAY = "2026-11-20";

describe("the proposed year", () => {
  it.each([
    ["academic", "2026-09-01", [2026, 2027]],
    ["academic", "2026-11-20", [2026, 2027]],
    ["academic", "2027-02-01", [2026, 2027]],
    ["academic", "2027-05-31", [2026, 2027]],
    ["academic", "2027-06-01", [2027, 2028]],
    ["calendar", "2026-11-30", [2026, 2027]],
    ["calendar", "2026-12-01", [2027, 2026]],
    ["calendar", "2026-01-01", [2026, 2027]],
  ] as const)("of an %s programme set up on %s is %s", (yearKind, today, years) => {
    expect(proposeYears(yearKind, today)).toEqual(years);
  });

  it("is never over on the day on which it is proposed first", () => {
    const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom("academic" as const, "calendar" as const), (at, yearKind) => {
        const today = at.toISOString().slice(0, 10);
        const [year] = proposeYears(yearKind, today);
        expect(checkPeriod(periodOf(yearKind, year), today)).toBeNull();
      }),
    );
  });
});

describe("a typed period", () => {
  const school = { startsOn: "2026-09-01", endsOn: "2027-05-31" };
  it.each([
    "01.09.2026 – 31.05.2027",
    "01.09.2026-31.05.2027",
    "1.9.26 - 31.5.27",
    "с 1 сентября 2026 по 31 мая 2027 года",
    "С 01/09/2026 до 31/05/2027!",
    "2026-09-01 2027-05-31",
    "1 September 2026 to 31 May 2027",
    "  01.09.2026\n31.05.2027 ",
  ])("«%s» is read", (typed) => {
    expect(readPeriod(typed, TODAY)).toEqual(school);
  });

  it.each([
    ["", "period"],
    ["весь год", "period"],
    ["01.09 – 31.05", "period"],
    ["01.09.2026", "period"],
    ["31.02.2027 – 31.05.2027", "period"],
    ["01.13.2026 – 31.05.2027", "period"],
    ["01.09.2026 – 31.05.2027 – 01.01.2028", "period"],
    ["31.05.2027 – 01.09.2026", "period-order"],
    ["01.09.2026 – 01.09.2026", "period-order"],
    ["01.09.2025 – 31.05.2026", "period-past"],
    ["01.09.2026 – 31.05.2030", "period-long"],
  ])("«%s» is asked again: %s", (typed, wrong) => {
    expect(readPeriod(typed, TODAY)).toBe(wrong);
  });

  it("of any two days in order is read back as these days", () => {
    const day = fc.date({ min: new Date("2026-11-20"), max: new Date("2028-10-01"), noInvalidDate: true });
    const written = (date: string) => date.split("-").reverse().join(".");
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 365 }), (from, days) => {
        const startsOn = from.toISOString().slice(0, 10);
        const endsOn = new Date(from.getTime() + days * 86_400_000).toISOString().slice(0, 10);
        expect(readPeriod(`${written(startsOn)} — ${written(endsOn)}`, TODAY)).toEqual({ startsOn, endsOn });
      }),
    );
  });

  it("never breaks on anything typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        expect(readPeriod(typed, TODAY)).toBeDefined();
      }),
    );
  });
});
