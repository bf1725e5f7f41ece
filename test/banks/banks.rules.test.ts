import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entry, Marks } from "#features/banks/model.ts";
import { canBeNudged, countAll, inOrder, isReady, narrow, waitsFor } from "#features/banks/rules.ts";

const READY: Marks = { questionnaire: "done", consent: "done", guardian: "notNeeded", checked: true };

const entry = (marks: Partial<Marks>, more: Partial<Entry> = {}): Entry => ({
  membershipId: "m",
  personId: "p",
  side: "mentee",
  code: "Y-01",
  className: "",
  name: { familyName: "", givenName: "", patronymic: "" },
  active: true,
  forms: ["pupil-pupil"],
  runId: null,
  marks: { ...READY, ...marks },
  ...more,
});

const marksArb: fc.Arbitrary<Marks> = fc.record({
  questionnaire: fc.constantFrom("none", "open", "done"),
  consent: fc.constantFrom("waits", "done", "declined", "withdrawn"),
  guardian: fc.constantFrom("notNeeded", "waits", "done", "declined"),
  checked: fc.boolean(),
});

describe("the gate «ready to be matched»", () => {
  it.each<[string, Partial<Marks>, string[]]>([
    ["nothing is missing", {}, []],
    ["the guardian has agreed", { guardian: "done" }, []],
    ["the questionnaire is open", { questionnaire: "open" }, ["questionnaire"]],
    ["the guardian said no", { guardian: "declined" }, ["guardian"]],
    ["the consent was withdrawn", { consent: "withdrawn" }, ["consent"]],
    [
      "everything is missing",
      { consent: "waits", guardian: "waits", questionnaire: "none", checked: false },
      ["consent", "guardian", "questionnaire", "check"],
    ],
  ])("%s", (_, marks, waits) => {
    expect(waitsFor({ ...READY, ...marks })).toEqual(waits);
    expect(isReady({ ...READY, ...marks })).toBe(waits.length === 0);
  });

  it("counts for each filter what the filter leaves, and nobody who has left", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(marksArb, fc.boolean())), (people) => {
        const entries = people.map(([marks, active]) => entry(marks, { active }));
        const counts = countAll(entries, null);
        for (const filter of ["all", "ready", "questionnaire", "consent", "guardian", "check"] as const) {
          expect(narrow(entries, filter, null)).toHaveLength(counts[filter]);
          expect(narrow(entries, filter, null).every(({ active }) => active)).toBe(true);
        }
        expect(counts.ready).toBeLessThanOrEqual(counts.all);
      }),
    );
  });

  it("shows under «not checked» only those for whom nothing else is missing", () => {
    const entries = [entry({ checked: false }), entry({ checked: false, questionnaire: "open" }), entry({})];
    expect(narrow(entries, "check", null)).toEqual([entries[0]]);
  });

  it("leaves only those of the form that is asked for", () => {
    const [pupil, employer] = [entry({}), entry({}, { forms: ["employer-pupil"] })];
    expect(narrow([pupil, employer], "all", "employer-pupil")).toEqual([employer]);
  });
});

describe("the order of a bank", () => {
  it("puts those who wait for the curator first, then goes by name, then by code", () => {
    const named = (familyName: string, marks: Partial<Marks> = {}) =>
      entry(marks, { name: { familyName, givenName: "", patronymic: "" }, membershipId: familyName });
    const nameless = entry({}, { code: "Y-09", membershipId: "Y-09" });
    const order = inOrder([nameless, named("Юрьева"), named("Алов"), named("Яров", { checked: false })]);
    expect(order.map(({ membershipId }) => membershipId).slice(0, 1)).toEqual(["Яров"]);
    expect(order.findIndex((one) => one.membershipId === "Алов")).toBeLessThan(
      order.findIndex((one) => one.membershipId === "Юрьева"),
    );
    expect(order).toHaveLength(4);
  });
});

describe("a reminder", () => {
  it.each<[string, Partial<Marks>, boolean]>([
    ["helps whose questionnaire is open", { questionnaire: "open" }, true],
    ["helps whose parent is awaited", { questionnaire: "none", guardian: "waits" }, true],
    ["is not for those who have sent it", {}, false],
    ["is not for those who said no", { questionnaire: "none", consent: "declined" }, false],
  ])("%s", (_, marks, helps) => {
    expect(canBeNudged(entry(marks))).toBe(helps);
  });
});
