import { describe, expect, it } from "vitest";
import { ACT_WORDS } from "#features/deeds/history.rules.ts";
import { loadTexts } from "#platform/i18n.ts";
import { inRoot } from "#platform/root.ts";
import { sources } from "#test/house/tree.ts";

/** Where features name what they record: as `act: "…"`, or as an argument of what writes a line. */
const NAMED = /\bact: [^;{}\n]*/g;
const WRITERS = /\b(?:changed|deed|note|noteOn|noteChange|record)\(((?:[^()]|\([^()]*\))*)\)/g;
const LITERAL = /"([a-z]+(?:-[a-z]+)*)"/g;

const literals = (code: string): string[] => [...code.matchAll(LITERAL)].flatMap(([, word]) => word ?? []);

/** Words that stand beside an act: what it is about, and roles. */
const BESIDE = new Set([
  "membership",
  "person",
  "programme",
  "school",
  "run",
  "invitation",
  "guardian",
  "everything",
  "of",
  "list",
]);

/** What a line is about is no act. */
const SUBJECT = /\b(?:subjectKind|subjectId|kind|before|after): "[^"]*"/g;

function actsIn(text: string): string[] {
  const code = text.replace(SUBJECT, "");
  const named = [...code.matchAll(NAMED)].flatMap(([text]) => literals(text.split(/, (?=\w+:)/)[0] ?? ""));
  const written = [...code.matchAll(WRITERS)].flatMap(([, inside = ""]) => literals(inside));
  return [...new Set([...named, ...written])].filter((word) => !BESIDE.has(word));
}

describe("the words of the history", () => {
  it("the acts are found where they are recorded", () => {
    const code = `note(tx, { act: checked ? "checked" : "unchecked", at: now }); deed(by, { id }, "revoked", now)`;
    expect(actsIn(code).toSorted()).toEqual(["checked", "revoked", "unchecked"]);
  });

  it("every act that a feature records has words in both languages", () => {
    const features = sources(/^src\/features\/.*(?<!view|rules)\.ts$/);
    const recorded = new Set(features.flatMap(({ text }) => (/\brecord\b|\bact: /.test(text) ? actsIn(text) : [])));
    expect(recorded.size).toBeGreaterThan(10);
    const known: readonly string[] = ACT_WORDS;
    expect([...recorded].filter((act) => !known.includes(act)).toSorted()).toEqual([]);
    const texts = loadTexts(inRoot("locales"));
    for (const locale of ["ru", "en"] as const)
      for (const act of ACT_WORDS) expect(texts.voice({ locale })(`deeds-act-${act}`)).not.toBe("");
  });
});
