import { describe, expect, it } from "vitest";
import type { Entry } from "#features/consents/model.ts";
import { consentMarks, consentState, disagree, documentKindOf, mayGoOn, turnedAt } from "#features/consents/rules.ts";
import { askedAt, decentTime } from "#features/consents/times.rules.ts";

const ZONE = "Europe/Moscow";
const at = (iso: string) => new Date(iso);

const row = (by: string, decidedAt: string, decision: "agreed" | "declined" = "agreed"): Entry => ({
  id: `${by}-${decidedAt}`,
  subjectId: "child",
  programmeId: "programme",
  kind: "data",
  givenAs: by === "child" ? "self" : "guardian",
  givenById: by,
  decision,
  textHash: "hash",
  documentId: "document",
  channel: "button",
  enteredById: null,
  decidedAt: at(decidedAt),
  withdrawnAt: null,
  withdrawnById: null,
});

describe("coming to 14 and 18", () => {
  it.each([
    [2012, "2026-12-31T20:59:00Z", null],
    [2012, "2026-12-31T21:00:00Z", { age: 14, on: "2027-01-01", lastDay: "2027-01-30", inTerm: true }],
    [2012, "2027-01-30T20:59:00Z", { age: 14, inTerm: true }],
    [2012, "2027-01-30T21:00:00Z", { age: 14, inTerm: false }],
    [2008, "2027-01-10T09:00:00Z", { age: 18, on: "2027-01-01", inTerm: true }],
    [1980, "2027-01-10T09:00:00Z", { age: 18, on: "1999-01-01", inTerm: false }],
  ])("born in %i, at %s", (birthYear, now, expected) => {
    const turned = turnedAt({ birthYear, timeZone: ZONE }, at(now));
    if (expected === null) expect(turned).toBeNull();
    else expect(turned).toMatchObject(expected);
  });

  it("what was agreed before goes on in the term, ends with it, and a no ends it at once", () => {
    const evidence = (now: string, more: Entry[] = []) => ({
      age: 14,
      entries: [row("mother", "2026-11-20T09:00:00Z"), ...more],
      guardians: ["mother"],
      turned: turnedAt({ birthYear: 2012, timeZone: ZONE }, at(now)),
    });
    const inTerm = consentState(evidence("2027-01-10T09:00:00Z"));
    expect(inTerm).toEqual({ kind: "waits", from: ["self"], goesOnUntil: "2027-01-30" });
    expect(mayGoOn(inTerm)).toBe(true);
    expect(mayGoOn(consentState(evidence("2027-02-01T09:00:00Z")))).toBe(false);
    const no = consentState(evidence("2027-01-10T09:00:00Z", [row("child", "2027-01-09T09:00:00Z", "declined")]));
    expect(no).toEqual({ kind: "declined", by: "self" });
    expect(consentState(evidence("2027-01-10T09:00:00Z", [row("child", "2027-01-09T09:00:00Z")])).kind).toBe(
      "complete",
    );
  });

  it("nothing goes on for whom a guardian agreed only in the new year", () => {
    const state = consentState({
      age: 14,
      entries: [row("mother", "2027-01-05T09:00:00Z")],
      guardians: ["mother"],
      turned: turnedAt({ birthYear: 2012, timeZone: ZONE }, at("2027-01-10T09:00:00Z")),
    });
    expect(state).toEqual({ kind: "waits", from: ["self"] });
  });
});

describe("a guardian by the child's link", () => {
  it("counts neither with a yes nor with a no until the curator has checked", () => {
    for (const decision of ["agreed", "declined"] as const) {
      const evidence = { age: 12, entries: [row("friend", "2026-11-20T09:00:00Z", decision)], guardians: [] };
      const unchecked = { ...evidence, unchecked: ["friend"] };
      expect(consentState(unchecked)).toEqual({ kind: "waits", from: ["guardian"], toCheck: true });
      expect(consentMarks(unchecked).guardian).toBe("check");
      expect(consentMarks(evidence).guardian).toBe("waits");
    }
  });

  it("makes no disagreement with a parent before the check", () => {
    const entries = [row("mother", "2026-11-20T09:00:00Z"), row("friend", "2026-11-20T10:00:00Z", "declined")];
    expect(disagree({ entries, guardians: ["mother"] })).toBe(false);
    expect(disagree({ entries, guardians: ["mother", "friend"] })).toBe(true);
  });
});

describe("which document a mentor reads", () => {
  it.each([
    ["a teacher of the school", "self", "teachers", 40, "mentor-employee"],
    ["a pupil", "self", "pupils", 16, "mentor-pupil"],
    ["a pupil's parent", "guardian", "pupils", 16, "mentor"],
    ["a student or somebody from a firm", "self", "pupils", 21, "mentor"],
  ] as const)("%s", (_who, reader, track, age, kind) => {
    expect(documentKindOf("mentor", { reader, track, age })).toBe(kind);
    expect(documentKindOf("publication", { reader, track, age })).toBe("publication");
  });
});

describe("when something is said", () => {
  it.each([
    ["at noon: now", "2026-11-20T09:00:00Z", "2026-11-20T09:00:00.000Z"],
    ["at night: half past eight", "2026-11-20T00:00:00Z", "2026-11-20T05:30:00.000Z"],
    ["late in the evening: the next morning", "2026-11-20T19:00:00Z", "2026-11-21T05:30:00.000Z"],
  ])("%s", (_when, now, said) => {
    expect(decentTime(at(now), ZONE).toISOString()).toBe(said);
  });

  it("who turned 14 is asked on 9 January at ten, or at once when that is over", () => {
    expect(askedAt("2027-01-01", at("2026-12-31T22:00:00Z"), ZONE).toISOString()).toBe("2027-01-09T07:00:00.000Z");
    expect(askedAt("2027-01-01", at("2027-01-12T09:00:00Z"), ZONE).toISOString()).toBe("2027-01-12T09:00:00.000Z");
  });
});
