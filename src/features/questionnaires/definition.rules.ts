/** Reads a questionnaire definition and says everything that is wrong with it, naming the question. */
import type { z } from "zod";
import { conditionProblems, guarantees } from "./conditions.rules.ts";
import { type Definition, definitionSchema, OTHER, type Question, type Size, type Text } from "./model.ts";
import { pipedKeys } from "./texts.rules.ts";
import { questionsOf } from "./visible.rules.ts";

export type ParsedDefinition = { kind: "ok"; definition: Definition } | { kind: "bad"; problems: string[] };

/** The definition, or every problem found: first those of shape, and only when there are none those of sense. */
export function parseDefinition(raw: unknown): ParsedDefinition {
  const parsed = definitionSchema.safeParse(raw);
  if (!parsed.success) {
    return { kind: "bad", problems: parsed.error.issues.map((issue) => shapeProblem(raw, issue)) };
  }
  const problems = senseProblems(parsed.data);
  return problems.length > 0 ? { kind: "bad", problems } : { kind: "ok", definition: parsed.data };
}

type Issue = z.core.$ZodIssue;

/** The issue with the key of its question instead of positions. */
function shapeProblem(raw: unknown, { path, message }: Issue): string {
  const inQuestion = path[0] === "sections" && path[2] === "questions" && path.length >= 4;
  if (!inQuestion) return `${path.join(".") || "the questionnaire"}: ${message}`;
  const key = valueAt(raw, [...path.slice(0, 4), "key"]);
  const name = typeof key === "string" ? `"${key}"` : `no. ${Number(path[3]) + 1} of section ${Number(path[1]) + 1}`;
  return `question ${name}: ${path.slice(4).join(".") || "as a whole"}: ${message}`;
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => {
    if (typeof value !== "object" || value === null) return undefined;
    return Reflect.get(value, part);
  }, raw);
}

const RESERVED = ["intro", "review"];

function senseProblems(definition: Definition): string[] {
  const questions = questionsOf(definition);
  const keys = questions.map(({ key }) => key);
  return [
    ...repeated(keys).map((key) => `question "${key}": the key is used twice`),
    ...repeated(definition.sections.map(({ key }) => key)).map((key) => `section "${key}": the key is used twice`),
    ...keys.filter((key) => RESERVED.includes(key)).map((key) => `question "${key}": this key is reserved`),
    ...emptySizes(definition),
    ...frameTexts(definition).flatMap(([place, text]) => placeProblems(text).map((why) => `${place}: ${why}`)),
    ...questions.flatMap((question, at) =>
      questionProblems(question, questions.slice(0, at)).map((why) => `question "${question.key}": ${why}`),
    ),
  ];
}

const SIZES: Size[] = ["short", "usual"];

const emptySizes = (definition: Definition): string[] =>
  SIZES.filter((size) => questionsOf(definition, size).length === 0).map(
    (size) => `the ${size} length has no question`,
  );

const frameTexts = ({ title, intro, whoSees, source, sections }: Definition): [string, Text][] => [
  ...Object.entries({ title, intro, whoSees, source }),
  ...sections.map((section): [string, Text] => [`section "${section.key}"`, section.title]),
];

const placeProblems = (text: Text): string[] =>
  pipedKeys(text).map((key) => `an answer ("${key}") is repeated outside a question`);

function questionProblems(question: Question, earlier: Question[]): string[] {
  return [
    ...(repeated(question.sizes).length > 0 ? ["sizes: one is named twice"] : []),
    ...(question.showIf === undefined ? [] : conditionProblems(question.showIf, question, earlier)),
    ...repeatProblems(question, earlier),
    ...boundProblems(question),
    ...optionProblems(question),
  ];
}

/** A repeated answer must exist whenever the question is shown. */
function repeatProblems(question: Question, earlier: Question[]): string[] {
  const texts = "options" in question ? question.options.map(({ label }) => label) : [];
  const piped = [question.text, question.help].flatMap((text) => (text === undefined ? [] : pipedKeys(text)));
  const inLabels = texts.flatMap(pipedKeys).map((key) => `an answer ("${key}") is repeated in an option's label`);
  return [
    ...inLabels,
    ...piped.flatMap((key) => {
      const source = earlier.find((one) => one.key === key);
      if (source === undefined) return [`repeats the answer to "${key}", which is not an earlier question`];
      if (!question.sizes.every((size) => source.sizes.includes(size))) {
        return [`repeats the answer to "${key}", which is not asked in every size that it is`];
      }
      const certain = (source.required && source.showIf === undefined) || guarantees(question.showIf, key);
      return certain ? [] : [`repeats the answer to "${key}", which may be missing: add a showIf on it`];
    }),
  ];
}

function boundProblems(question: Question): string[] {
  switch (question.kind) {
    case "text":
      return question.minLength > question.maxLength ? ["minLength is greater than maxLength"] : [];
    case "number":
      return exceeds(question.min, question.max) ? ["min is greater than max"] : [];
    case "date": {
      const fixed = [question.min, question.max].filter((bound) => bound !== "today");
      return fixed.length === 2 && exceeds(fixed[0], fixed[1]) ? ["min is later than max"] : [];
    }
    case "many":
      return choiceBoundProblems(question.min, question.max, question.options.length + (question.other ? 1 : 0));
    default:
      return [];
  }
}

const exceeds = <Bound extends string | number>(min: Bound | undefined, max: Bound | undefined): boolean =>
  min !== undefined && max !== undefined && min > max;

function choiceBoundProblems(min: number, max: number | undefined, offered: number): string[] {
  if (exceeds(min, max)) return ["min is greater than max"];
  return min > offered ? ["min is greater than the number of options"] : [];
}

function optionProblems(question: Question): string[] {
  if (!("options" in question)) return [];
  const labels = (["ru", "en"] as const).flatMap((locale) =>
    repeated(question.options.map(({ label }) => label[locale])).map((label) => `two options are labelled "${label}"`),
  );
  const ids = question.options.map(({ id }) => id);
  return [
    ...repeated(ids).map((id) => `option "${id}" is there twice`),
    ...(ids.includes(OTHER) ? [`option "${OTHER}" is reserved: write other: true`] : []),
    ...labels,
  ];
}

const repeated = (items: readonly string[]): string[] => [
  ...new Set(items.filter((item, at) => items.indexOf(item) !== at)),
];
