/**
 * What a newer version of a questionnaire changed, question by question. A run that was begun stays with its version; this is
 * for a curator who decides what to do with it.
 */
import type { Definition, Question } from "./model.ts";
import { questionsOf } from "./visible.rules.ts";

export type ChangedPart = "kind" | "options" | "bounds" | "wording" | "condition" | "required" | "sizes" | "other";
export type ChangedQuestion = { key: string; parts: ChangedPart[] };
export type VersionChanges = {
  added: string[];
  removed: string[];
  changed: ChangedQuestion[];
  /** Questions that both have stand in another order. */
  reordered: boolean;
  /** Keys whose old answers answer the new question as well: same kind, nothing taken from the choices or the bounds. */
  carried: string[];
};

const PARTS: Record<string, ChangedPart> = {
  kind: "kind",
  options: "options",
  other: "options",
  min: "bounds",
  max: "bounds",
  minLength: "bounds",
  maxLength: "bounds",
  integer: "bounds",
  text: "wording",
  help: "wording",
  ends: "wording",
  showIf: "condition",
  required: "required",
  sizes: "sizes",
};

/** Compares two versions by the keys of their questions. */
export function compareVersions(older: Definition, newer: Definition): VersionChanges {
  const before = new Map(questionsOf(older).map((question) => [question.key, question]));
  const after = new Map(questionsOf(newer).map((question) => [question.key, question]));
  const kept = [...before.keys()].filter((key) => after.has(key));
  const pairs = kept.flatMap((key) => {
    const pair = { key, was: before.get(key), is: after.get(key) };
    return pair.was && pair.is ? [{ key, parts: changedParts(pair.was, pair.is), was: pair.was, is: pair.is }] : [];
  });
  return {
    added: [...after.keys()].filter((key) => !before.has(key)),
    removed: [...before.keys()].filter((key) => !after.has(key)),
    changed: pairs.filter(({ parts }) => parts.length > 0).map(({ key, parts }) => ({ key, parts })),
    reordered: [...after.keys()].filter((key) => before.has(key)).join() !== kept.join(),
    carried: pairs.filter(({ was, is, parts }) => carries(was, is, parts)).map(({ key }) => key),
  };
}

function changedParts(was: Question, is: Question): ChangedPart[] {
  const old = new Map(Object.entries(was));
  const now = new Map(Object.entries(is));
  const names = new Set([...old.keys(), ...now.keys()]);
  const differing = [...names].filter((name) => JSON.stringify(old.get(name)) !== JSON.stringify(now.get(name)));
  return [...new Set(differing.map((name) => PARTS[name] ?? "other"))];
}

function carries(was: Question, is: Question, parts: ChangedPart[]): boolean {
  if (parts.includes("kind") || parts.includes("bounds")) return false;
  if (!("options" in was) || !("options" in is)) return true;
  const offered = new Set(is.options.map(({ id }) => id));
  return was.options.every(({ id }) => offered.has(id)) && (is.other || !was.other);
}
