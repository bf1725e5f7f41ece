import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  erasureDay,
  isPauseDay,
  isSmall,
  LONGEST_TERM,
  pausesFrom,
  readDay,
  todosFor,
} from "#features/leaving/rules.ts";

const TODAY = "2026-11-20";
const DATES = { today: TODAY, until: null, erasedOn: null };

describe("the day of a pause", () => {
  it.each([
    ["1.12", "2026-12-01"],
    ["01/12/2026", "2026-12-01"],
    ["3.1", "2027-01-03"],
    ["20.11", "2027-11-20"],
    ["12.12.26", "2026-12-12"],
  ])("«%s» is %s", (typed, day) => expect(readDay(typed, TODAY)).toBe(day));

  it.each(["вчера", "31.02.2027", "19.11.2026", "1.13", "12", ""])("«%s» is no day to come", (typed) =>
    expect(readDay(typed, TODAY)).toBeNull(),
  );

  it("what is offered is always allowed", () => {
    for (const endsOn of ["2026-11-25", "2026-12-10", "2027-05-31"])
      for (const on of pausesFrom(TODAY, endsOn)) expect(isPauseDay(on, TODAY, endsOn)).toBe(true);
  });

  it("today, the past, a day after the programme and nonsense are not", () => {
    for (const on of [TODAY, "2026-01-01", "2027-06-01", "2027-02-31x", "__proto__", ""])
      expect(isPauseDay(on, TODAY, "2027-05-31")).toBe(false);
  });
});

describe("what follows", () => {
  it("data go within a month, whatever the setting says", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000, max: 1_000 }), (days) => {
        const on = erasureDay(TODAY, days);
        expect(on > TODAY && on <= erasureDay(TODAY, LONGEST_TERM)).toBe(true);
      }),
    );
  });

  it("every leaving leaves something dated to do, never in the past", () => {
    for (const kind of ["stopped", "paused", "withdrawn"] as const)
      for (const role of ["mentee", "mentor"] as const) {
        const todos = todosFor(kind, role, DATES);
        expect(todos.length).toBeGreaterThan(0);
        for (const { dueOn } of todos) expect(dueOn > TODAY).toBe(true);
      }
  });

  it("for a mentor somebody has to take over; papers go by the day on which the data go", () => {
    expect(todosFor("stopped", "mentor", DATES).map(({ kind }) => kind)).toContain("substitute");
    const papers = todosFor("withdrawn", "mentee", { ...DATES, erasedOn: "2026-12-04" });
    expect(papers).toContainEqual({ kind: "papers", dueOn: "2026-12-04" });
  });

  it("who is not surely 14 is small; of whom the year is not known nobody decides so", () => {
    const now = new Date("2026-11-20T07:00:00Z");
    expect([2013, 2012, 2011, null].map((year) => isSmall(year, now, "Europe/Moscow"))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
