/** Whether an answer fits its question, and how it is tidied before it is kept. */
import { cleanText, lengthOf } from "#core/text.ts";
import { unreachable } from "#core/unreachable.ts";
import type { DateOn } from "#core/when.ts";
import {
  type Answers,
  type AnswerValue,
  type Hint,
  type HintKey,
  OTHER,
  type Question,
  type QuestionOf,
} from "./model.ts";

/** Longest words of one's own beside the options, in characters. */
export const OTHER_LIMIT = 200;

type Choice = QuestionOf<"one"> | QuestionOf<"many">;

/** Why an answer is not taken. */
export const hint = (key: HintKey, args: Hint["args"] = {}): Hint => ({ hint: key, args });

/** The answer kept under this key. */
export const answerTo = (answers: Answers, key: string): AnswerValue | undefined =>
  Object.hasOwn(answers, key) ? answers[key] : undefined;

/** Whether the question offers this option; `other` is one where own words are welcome. */
export const hasOption = (question: Choice, id: string): boolean =>
  (question.other && id === OTHER) || question.options.some((option) => option.id === id);

/** The highest mark of a scale or of the frequencies; the lowest is 1. */
export const highestMark = (kind: "scale5" | "scale10" | "frequency5"): number => (kind === "scale10" ? 10 : 5);

/** How many things are chosen, own words included. */
export const chosenCount = (value: Extract<AnswerValue, { kind: "many" }>): number =>
  value.options.length + (value.other === undefined ? 0 : 1);

/** Clean, trimmed text; choices once each and in the questionnaire's order. It does not judge: see `checkAnswer`. */
export function tidyAnswer(question: Question, value: AnswerValue): AnswerValue {
  const trimmed = (text: string) => cleanText(text).trim();
  if (value.kind === "text") return { kind: "text", text: trimmed(value.text) };
  if (value.kind === "one" && value.other !== undefined) return { ...value, other: trimmed(value.other) };
  if (value.kind !== "many" || question.kind !== "many") return value;
  const known = question.options.map((option) => option.id).filter((id) => value.options.includes(id));
  const unknown = value.options.filter((id) => !known.includes(id));
  const options = [...known, ...new Set(unknown)];
  return value.other === undefined ? { kind: "many", options } : { kind: "many", options, other: trimmed(value.other) };
}

/**
 * What is wrong with a tidied answer, or `undefined` when it can be kept. `today` in the person's zone resolves bounds that are
 * relative to it; without it those bounds are taken as met.
 */
export function checkAnswer(question: Question, value: AnswerValue, today?: DateOn): Hint | undefined {
  switch (question.kind) {
    case "text":
      return value.kind === "text" ? checkText(question, value.text) : hint("questionnaires-hint-text");
    case "number":
      return value.kind === "number" ? checkNumber(question, value.number) : hint("questionnaires-hint-number");
    case "date":
      return value.kind === "date" ? checkDate(question, value.date, today) : hint("questionnaires-hint-date");
    case "yesno":
      return value.kind === "yesno" ? undefined : hint("questionnaires-hint-yesno");
    case "one":
      return value.kind === "one" ? checkOne(question, value) : hint("questionnaires-hint-one");
    case "many":
      return value.kind === "many" ? checkMany(question, value) : hint("questionnaires-hint-many");
    case "scale5":
    case "scale10":
    case "frequency5":
      return checkMark(question.kind, value);
    default:
      return unreachable(question);
  }
}

function checkText(question: QuestionOf<"text">, text: string): Hint | undefined {
  const length = lengthOf(text);
  if (length > question.maxLength) return hint("questionnaires-hint-text-long", { max: question.maxLength, length });
  if (length === 0) return hint("questionnaires-hint-text");
  return length < question.minLength
    ? hint("questionnaires-hint-text-short", { min: question.minLength, length })
    : undefined;
}

function checkNumber(question: QuestionOf<"number">, number: number): Hint | undefined {
  if (!Number.isFinite(number)) return hint("questionnaires-hint-number");
  if (question.integer && !Number.isInteger(number)) return hint("questionnaires-hint-number-whole");
  if (question.min !== undefined && number < question.min)
    return hint("questionnaires-hint-number-low", { min: question.min });
  return question.max !== undefined && number > question.max
    ? hint("questionnaires-hint-number-high", { max: question.max })
    : undefined;
}

/** A bound of a date question as a date; "today" without a today bounds nothing. */
export const boundOn = (bound: string | undefined, today?: DateOn): DateOn | undefined =>
  bound === "today" ? today : bound;

function checkDate(question: QuestionOf<"date">, on: DateOn, today?: DateOn): Hint | undefined {
  const min = boundOn(question.min, today);
  const max = boundOn(question.max, today);
  if (min !== undefined && on < min) return hint("questionnaires-hint-date-early", { min });
  return max !== undefined && on > max ? hint("questionnaires-hint-date-late", { max }) : undefined;
}

/** Own words beside the options. */
export function checkOther(question: Choice, text: string): Hint | undefined {
  if (!question.other || text === "")
    return hint(question.other ? "questionnaires-hint-other" : "questionnaires-hint-one");
  return lengthOf(text) > OTHER_LIMIT
    ? hint("questionnaires-hint-other-long", { max: OTHER_LIMIT, length: lengthOf(text) })
    : undefined;
}

function checkOne(question: QuestionOf<"one">, value: Extract<AnswerValue, { kind: "one" }>): Hint | undefined {
  if (!hasOption(question, value.option)) return hint("questionnaires-hint-one");
  if (value.option === OTHER) return checkOther(question, value.other ?? "");
  return value.other === undefined ? undefined : hint("questionnaires-hint-one");
}

/** What is wrong with the choices as such; too few of them is no mistake yet while a person is still choosing. */
export function checkChosen(
  question: QuestionOf<"many">,
  value: Extract<AnswerValue, { kind: "many" }>,
): Hint | undefined {
  const known = value.options.every((id) => id !== OTHER && hasOption(question, id));
  if (!known) return hint("questionnaires-hint-many");
  if (question.max !== undefined && chosenCount(value) > question.max) {
    return hint("questionnaires-hint-many-most", { max: question.max });
  }
  return value.other === undefined ? undefined : checkOther(question, value.other);
}

function checkMany(question: QuestionOf<"many">, value: Extract<AnswerValue, { kind: "many" }>): Hint | undefined {
  const min = Math.max(question.min, 1);
  const few = chosenCount(value) < min ? hint("questionnaires-hint-many-few", { min }) : undefined;
  return checkChosen(question, value) ?? few;
}

function checkMark(kind: "scale5" | "scale10" | "frequency5", value: AnswerValue): Hint | undefined {
  const max = highestMark(kind);
  const wrong =
    kind === "frequency5" ? hint("questionnaires-hint-frequency") : hint("questionnaires-hint-scale", { max });
  if (value.kind !== kind) return wrong;
  return Number.isInteger(value.value) && value.value >= 1 && value.value <= max ? undefined : wrong;
}
