import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { after, HOUR, MINUTE } from "#core/clock.ts";
import type { LatePolicy } from "#features/notices/index.ts";
import { collapsed, decideAfterFailure, decideLate, type LateDecision, noticeKey } from "#features/notices/rules.ts";

const owed = new Date("2026-11-20T09:00:00Z");
const usefulUntil = after(owed, 12 * HOUR);
const late = (ms: number) => after(owed, ms);
const said: LateDecision = { kind: "send", isMarked: false };
const marked: LateDecision = { kind: "send", isMarked: true };

describe("a notice that comes late", () => {
  it.each<[string, LatePolicy, number, LateDecision]>([
    ["is said while it is useful", { kind: "send" }, 12 * HOUR, said],
    ["is dropped when it is of no use any more", { kind: "send" }, 12 * HOUR + 1, { kind: "drop", reason: "expired" }],
    ["is not marked when it is hardly late", { kind: "sendMarked", afterMs: 10 * MINUTE }, 10 * MINUTE, said],
    ["is marked when it is", { kind: "sendMarked", afterMs: 10 * MINUTE }, 11 * MINUTE, marked],
    ["is said within its hour", { kind: "skipAfter", ms: HOUR }, HOUR, said],
    ["is skipped after its hour", { kind: "skipAfter", ms: HOUR }, HOUR + 1, { kind: "drop", reason: "late" }],
    ["is said when it may collapse", { kind: "collapse" }, 11 * HOUR, said],
    [
      "is dropped as useless before it is called late",
      { kind: "skipAfter", ms: HOUR },
      13 * HOUR,
      { kind: "drop", reason: "expired" },
    ],
  ])("%s", (_, policy, lateMs, decision) => {
    expect(decideLate(policy, { notBefore: owed, usefulUntil }, late(lateMs))).toEqual(decision);
  });

  it("is never dropped early: before its moment, whatever its policy, it would be said unmarked", () => {
    const policies: LatePolicy[] = [
      { kind: "send" },
      { kind: "sendMarked", afterMs: 0 },
      { kind: "skipAfter", ms: 0 },
      { kind: "collapse" },
    ];
    for (const policy of policies) expect(decideLate(policy, { notBefore: owed, usefulUntil }, owed)).toEqual(said);
  });
});

describe("notices that collapse", () => {
  const digest = (id: string, days: number, personId = "anna", subjectId = "school") => ({
    id,
    kind: "digest",
    subjectId,
    personId,
    notBefore: after(owed, days * 24 * HOUR),
  });

  it("leave the newest of each thing and person", () => {
    const due = [
      digest("a", 1),
      digest("b", 3),
      digest("c", 2),
      digest("d", 1, "boris"),
      digest("e", 1, "anna", "other"),
    ];
    expect(collapsed(due)).toEqual(new Set(["a", "c"]));
  });

  it("give way to a newer one that somebody else holds", () => {
    expect(collapsed([digest("a", 1)], [digest("b", 2), digest("a", 1)])).toEqual(new Set(["a"]));
  });

  it("always leave exactly one of a group", () => {
    const one = fc.record({ id: fc.uuid(), days: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(fc.uniqueArray(one, { minLength: 1, selector: ({ id }) => id }), (some) => {
        const due = some.map(({ id, days }) => digest(id, days));
        expect(collapsed(due).size).toBe(due.length - 1);
      }),
    );
  });
});

describe("a notice that fails", () => {
  it("is tried again after 1, 2, 4 … 60 s and is dead after the eighth time", () => {
    const pauses = Array.from({ length: 8 }, (_, failures) => decideAfterFailure(failures + 1, owed)).map((next) =>
      next.kind === "again" ? (next.at.getTime() - owed.getTime()) / 1_000 : "dead",
    );
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, "dead"]);
  });
});

describe("a notice's key", () => {
  const parts = { kind: "meetings.soon", subjectId: "m1", subjectRev: 2, personId: "p1", slot: "day-before" };

  it("names what, about what, of which revision, to whom and which of several", () => {
    expect(noticeKey(parts)).toBe("meetings.soon:m1:2:p1:day-before");
  });

  it("refuses a part that would make two keys alike", () => {
    expect(() => noticeKey({ ...parts, slot: "14:00" })).toThrow(/colon/);
  });
});
