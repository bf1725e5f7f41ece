import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConsentState, Entry, Reader } from "#features/consents/model.ts";
import { ageOf, consentMarks, consentState, decideTap, readersAt, revOf } from "#features/consents/rules.ts";

const CHILD = "child";
const MOTHER = "mother";
const FATHER = "father";
let clock = 0;

/** A row: who, as whom, what; later rows come later. */
function said(by: string, decision: "agreed" | "declined" | "withdrawn"): Entry {
  clock += 1;
  const at = new Date(Date.UTC(2026, 10, 20, 0, 0, clock));
  return {
    id: `entry${String(clock).padStart(6, "0")}`,
    subjectId: CHILD,
    programmeId: "programme",
    kind: "data",
    givenAs: by === CHILD ? "self" : "guardian",
    givenById: by,
    decision: decision === "withdrawn" ? "agreed" : decision,
    textHash: "text",
    documentId: "document",
    channel: "button",
    enteredById: null,
    withdrawnById: decision === "withdrawn" ? by : null,
    decidedAt: at,
    withdrawnAt: decision === "withdrawn" ? at : null,
  };
}

const state = (age: number | null, entries: Entry[], guardians = [MOTHER, FATHER]): ConsentState =>
  consentState({ age, entries, guardians });
const waits = (...from: Reader[]): ConsentState => ({ kind: "waits", from });
const no = (kind: "declined" | "withdrawn", by: Reader): ConsentState => ({ kind, by });
const COMPLETE: ConsentState = { kind: "complete" };

describe("the age that counts", () => {
  it.each([
    ["on the first of January of the 14th year", 2012, "2026-01-01T09:00:00Z", 13],
    ["on 31 December of the 14th year", 2012, "2026-12-31T20:59:00Z", 13],
    ["a minute later, when Moscow has a new year", 2012, "2026-12-31T21:00:00Z", 14],
    ["in the year after", 2012, "2027-06-01T09:00:00Z", 14],
    ["of somebody born 18 years ago", 2008, "2026-12-31T09:00:00Z", 17],
    ["of somebody born 19 years ago", 2007, "2026-01-01T09:00:00Z", 18],
  ])("%s is the younger one", (_when, birthYear, now, age) => {
    expect(ageOf({ birthYear, timeZone: "Europe/Moscow" }, new Date(now))).toBe(age);
  });

  it("follows the school's zone, not the server's", () => {
    const now = new Date("2026-12-31T13:00:00Z");
    expect(ageOf({ birthYear: 2012, timeZone: "Asia/Kamchatka" }, now)).toBe(14);
    expect(ageOf({ birthYear: 2012, timeZone: "Europe/Kaliningrad" }, now)).toBe(13);
  });

  it.each([
    [5, ["guardian"]],
    [13, ["guardian"]],
    [14, ["self", "guardian"]],
    [17, ["self", "guardian"]],
    [18, ["self"]],
    [60, ["self"]],
  ] as const)("at %i years asks %s", (age, readers) => {
    expect(readersAt(age)).toEqual(readers);
  });
});

describe("the state of a consent", () => {
  it.each([
    ["nobody knows the age", null, () => [said(MOTHER, "agreed")], { kind: "unknownAge" }],
    ["a child of 13 and no answer", 13, () => [], waits("guardian")],
    ["a child of 13 and a guardian's yes", 13, () => [said(MOTHER, "agreed")], COMPLETE],
    ["a child of 13 and a guardian's no", 13, () => [said(MOTHER, "declined")], no("declined", "guardian")],
    ["a child of 13 and a yes taken back", 13, () => [said(MOTHER, "withdrawn")], no("withdrawn", "guardian")],
    ["a no that became a yes", 13, () => [said(MOTHER, "declined"), said(MOTHER, "agreed")], COMPLETE],
    ["a withdrawal and a new yes", 13, () => [said(MOTHER, "withdrawn"), said(MOTHER, "agreed")], COMPLETE],
    ["two guardians, yes and nothing", 13, () => [said(MOTHER, "agreed")], COMPLETE],
    [
      "two guardians, yes then no",
      13,
      () => [said(MOTHER, "agreed"), said(FATHER, "declined")],
      no("declined", "guardian"),
    ],
    [
      "two guardians, no then yes",
      13,
      () => [said(FATHER, "declined"), said(MOTHER, "agreed")],
      no("declined", "guardian"),
    ],
    [
      "two guardians, no and withdrawal",
      13,
      () => [said(FATHER, "declined"), said(MOTHER, "withdrawn")],
      no("withdrawn", "guardian"),
    ],
    ["15 and no answer", 15, () => [], waits("self", "guardian")],
    ["15 and the own yes", 15, () => [said(CHILD, "agreed")], waits("guardian")],
    ["15 and the guardian's yes", 15, () => [said(MOTHER, "agreed")], waits("self")],
    ["15 and both", 15, () => [said(MOTHER, "agreed"), said(CHILD, "agreed")], COMPLETE],
    ["15, own no, guardian's yes", 15, () => [said(CHILD, "declined"), said(MOTHER, "agreed")], no("declined", "self")],
    [
      "15, own yes, guardian's no",
      15,
      () => [said(CHILD, "agreed"), said(MOTHER, "declined")],
      no("declined", "guardian"),
    ],
    ["15, own yes taken back", 15, () => [said(CHILD, "withdrawn"), said(MOTHER, "agreed")], no("withdrawn", "self")],
    ["an adult and no answer", 18, () => [], waits("self")],
    ["an adult's yes", 18, () => [said(CHILD, "agreed")], COMPLETE],
    ["an adult whose parent once said no", 18, () => [said(MOTHER, "declined"), said(CHILD, "agreed")], COMPLETE],
    ["an adult for whom only a parent said yes", 18, () => [said(MOTHER, "agreed")], waits("self")],
    [
      "a child of 13 who once refused",
      13,
      () => [said(CHILD, "declined"), said(MOTHER, "agreed")],
      no("declined", "self"),
    ],
  ] as [string, number | null, () => Entry[], ConsentState][])(
    "with %s is told rightly",
    (_what, age, entries, expected) => {
      expect(state(age, entries())).toEqual(expected);
    },
  );

  it("counts nothing that somebody said as a guardian and is none any more", () => {
    expect(state(13, [said(FATHER, "agreed")], [MOTHER])).toEqual(waits("guardian"));
    expect(state(13, [said(FATHER, "declined"), said(MOTHER, "agreed")], [MOTHER])).toEqual(COMPLETE);
  });
});

const anyEntry = fc
  .record({
    by: fc.constantFrom(CHILD, MOTHER, FATHER),
    what: fc.constantFrom("agreed" as const, "declined" as const, "withdrawn" as const),
  })
  .map(({ by, what }) => said(by, what));
const anyEntries = fc.array(anyEntry, { maxLength: 12 });
const anyAge = fc.integer({ min: 6, max: 70 });

describe("whatever was said", () => {
  it("is complete only when everybody who is asked stands by a yes, and no guardian of a minor says no", () => {
    fc.assert(
      fc.property(anyAge, anyEntries, (age, entries) => {
        if (state(age, entries).kind !== "complete") return;
        const last = (by: string) => entries.findLast((entry) => entry.givenById === by);
        const isYes = (entry: Entry | undefined) => entry?.decision === "agreed" && entry.withdrawnAt === null;
        if (readersAt(age).includes("self")) expect(isYes(last(CHILD))).toBe(true);
        if (!readersAt(age).includes("guardian")) return;
        const heard = [last(MOTHER), last(FATHER)].filter((entry) => entry !== undefined);
        expect(heard.length).toBeGreaterThan(0);
        expect(heard.every(isYes)).toBe(true);
      }),
    );
  });

  it("stops with a withdrawal of anybody who is asked", () => {
    fc.assert(
      fc.property(anyAge, anyEntries, (age, entries) => {
        const by = readersAt(age)[0] === "self" ? CHILD : MOTHER;
        expect(state(age, [...entries, said(by, "withdrawn")]).kind).toBe("withdrawn");
      }),
    );
  });

  it("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(anyAge, anyEntries, (age, entries) => {
        expect(state(age, entries.toReversed())).toEqual(state(age, entries));
      }),
    );
  });

  it("gives the curator marks that agree with the state", () => {
    fc.assert(
      fc.property(anyAge, anyEntries, (age, entries) => {
        const { consent, guardian } = consentMarks({ age, entries, guardians: [MOTHER, FATHER] });
        const isGreen = consent === "done" && (guardian === "done" || guardian === "notNeeded");
        expect(isGreen).toBe(state(age, entries).kind === "complete");
      }),
    );
  });
});

describe("a tap below a document", () => {
  const present = { hash: "text", tag: "tag" };
  const tap = (own: Entry[], decision: "agreed" | "declined", part: Partial<{ rev: number; tag: string }> = {}) =>
    decideTap(own, { decision, rev: revOf(own), tag: "tag", ...part }, present);

  it("is recorded on the text and the state that were shown", () => {
    expect(tap([], "agreed")).toBe("record");
    expect(tap([said(MOTHER, "agreed")], "declined")).toBe("record");
    expect(tap([said(MOTHER, "withdrawn")], "agreed")).toBe("record");
  });

  it("does nothing the second time", () => {
    expect(tap([said(MOTHER, "agreed")], "agreed", { rev: 0 })).toBe("already");
    expect(tap([said(MOTHER, "agreed")], "agreed")).toBe("already");
  });

  it("is refused when the text has changed", () => {
    expect(tap([], "agreed", { tag: "other" })).toBe("stale");
  });

  it("is refused on an old button: a withdrawn yes does not come back by itself", () => {
    expect(tap([said(MOTHER, "withdrawn")], "agreed", { rev: 0 })).toBe("stale");
    expect(tap([said(MOTHER, "declined")], "agreed", { rev: 0 })).toBe("stale");
  });

  it("records a yes again when it is given to a new text", () => {
    const old = { ...said(MOTHER, "agreed"), textHash: "old text" };
    expect(tap([old], "agreed")).toBe("record");
  });
});
