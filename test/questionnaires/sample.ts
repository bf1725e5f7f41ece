import { parseDefinition } from "#features/questionnaires/definition.rules.ts";
import type { AnswerValue, Definition, Question, RunState, Step } from "#features/questionnaires/model.ts";
import { freshRun, reduce } from "#features/questionnaires/rules.ts";
import { loadShipped } from "#features/questionnaires/shipped.store.ts";
import type { Speech } from "#features/questionnaires/texts.rules.ts";

export const TODAY = "2026-10-14";

export const shipped = loadShipped(new URL("../../locales/questionnaires", import.meta.url).pathname);
export const { words } = shipped;
export const russian: Speech = { voice: { locale: "ru" }, words };
export const english: Speech = { voice: { locale: "en" }, words };

const both = (text: string) => ({ ru: `${text} (ру)`, en: text });
const option = (id: string) => ({ id, label: both(id) });

/** A questionnaire that has every kind of question, a branch within a branch, a repeated answer and a short length. */
export const rawSample = {
  id: "sample",
  version: 1,
  track: "any",
  side: "mentee",
  forms: ["any"],
  wave: "intake",
  source: both("tests"),
  minutes: { short: 1, usual: 5 },
  title: both("Sample"),
  intro: both("Hello"),
  whoSees: both("Nobody"),
  sections: [
    {
      key: "first",
      title: both("First"),
      questions: [
        { key: "name", kind: "text", text: both("Name?"), maxLength: 20 },
        { key: "pets", kind: "yesno", text: both("Pets?") },
        {
          key: "which",
          kind: "many",
          text: both("Which pets of {answer:name}?"),
          options: ["cat", "dog", "fish"].map(option),
          other: true,
          min: 1,
          max: 2,
          showIf: { key: "pets", equals: true },
        },
        {
          key: "cat-age",
          kind: "number",
          text: both("How old is the cat?"),
          min: 0,
          max: 30,
          showIf: { all: [{ key: "which", includes: "cat" }, { not: { key: "which", includes: "dog" } }] },
        },
        { key: "born", kind: "date", text: both("Born?"), min: "1990-01-01", max: "today", sizes: ["usual"] },
      ],
    },
    {
      key: "second",
      title: both("Second"),
      questions: [
        { key: "colour", kind: "one", text: both("Colour?"), options: ["red", "blue"].map(option), other: true },
        {
          key: "mood",
          kind: "scale5",
          text: both("Mood?"),
          ends: { low: both("bad"), high: both("good") },
          required: false,
        },
        {
          key: "ease",
          kind: "scale10",
          text: both("Ease?"),
          ends: { low: both("hard"), high: both("easy") },
          sizes: ["usual"],
        },
        { key: "why", kind: "text", text: both("Why?"), required: false, showIf: { key: "mood", lt: 3 } },
        { key: "visits", kind: "frequency5", text: both("Visits?"), sizes: ["usual"] },
      ],
    },
  ],
};

/** The definition, or a failed test that says what is wrong with it. */
export function defined(raw: unknown): Definition {
  const parsed = parseDefinition(raw);
  if (parsed.kind === "bad") throw new Error(parsed.problems.join("\n"));
  return parsed.definition;
}

export const sample = defined(rawSample);

/** The sample's question with this key, of this kind. */
export function questionOf<Kind extends Question["kind"]>(kind: Kind, key: string, definition = sample) {
  const found = definition.sections.flatMap(({ questions }) => questions).find((one) => one.key === key);
  if (found?.kind !== kind) throw new Error(`no ${kind} question ${key}`);
  return found as Extract<Question, { kind: Kind }>;
}

/** A step without its revision; it is made on the present screen. */
type Distribute<S> = S extends Step ? Omit<S, "rev"> : never;
export type Act = Distribute<Step>;

/** The run after these steps, each made on the screen that the one before left; a step that is refused fails the test. */
export function walk(definition: Definition, acts: Act[], start: RunState = freshRun("usual")): RunState {
  return acts.reduce((state, act) => {
    const outcome = reduce(definition, state, { ...act, rev: state.rev } as Step, TODAY);
    if (outcome.kind !== "moved" && outcome.kind !== "sent") {
      throw new Error(`${JSON.stringify(act)} gave ${JSON.stringify(outcome)}`);
    }
    return outcome.state;
  }, start);
}

export const answer = (key: string, value: AnswerValue): Act => ({ kind: "answer", key, value });
export const text = (key: string, words: string): Act => answer(key, { kind: "text", text: words });
export const yes = (key: string, is = true): Act => answer(key, { kind: "yesno", yes: is });
