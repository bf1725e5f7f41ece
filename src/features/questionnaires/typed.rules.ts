/** What a person typed, read as an answer to a question of any kind. Nothing is guessed: what is not certain gets a hint. */
import { cleanText, lengthOf } from "#core/text.ts";
import { unreachable } from "#core/unreachable.ts";
import type { DateOn } from "#core/when.ts";
import { answerTo, checkAnswer, checkOther, chosenCount, highestMark, hint, tidyAnswer } from "./answers.rules.ts";
import { readChoices, readOption } from "./choices.rules.ts";
import { parseDate } from "./dates.rules.ts";
import { fold } from "./fold.rules.ts";
import {
  type AnswerValue,
  type Hint,
  type LocaleWords,
  OTHER,
  type Question,
  type QuestionOf,
  type QuestionStep,
  type RunState,
  TEXT_LIMIT,
  type Words,
} from "./model.ts";

/** `today` is the date in the person's zone; words of both languages are understood. */
export type Reading = { words: Words; today: DateOn };
export type Parsed = { kind: "value"; value: AnswerValue } | ({ kind: "invalid" } & Hint);

const NUMBER = /^[+\-\u2212]?\d{1,15}(?:[.,]\d{1,10})?$/;
const MARK_OF = /^(\d{1,2})\s*(?:\/|\p{L}{2})\s*(\d{1,2})$/u;

/** The answer that was typed, tidied and within the question's bounds, or what to do instead. */
export function parseTyped(question: Question, text: string, reading: Reading): Parsed {
  const clean = cleanText(text).trim();
  if (lengthOf(clean) > TEXT_LIMIT && question.kind !== "text") {
    return { kind: "invalid", ...hint("questionnaires-hint-text-long", { max: TEXT_LIMIT, length: lengthOf(clean) }) };
  }
  const read = readAnswer(question, clean, reading);
  if ("hint" in read) return { kind: "invalid", ...read };
  const value = tidyAnswer(question, read);
  const why = checkAnswer(question, value, reading.today);
  return why === undefined ? { kind: "value", value } : { kind: "invalid", ...why };
}

function readAnswer(question: Question, text: string, { words, today }: Reading): AnswerValue | Hint {
  switch (question.kind) {
    case "text":
      return { kind: "text", text };
    case "number": {
      const number = readNumber(text, words);
      return number === undefined ? hint("questionnaires-hint-number") : { kind: "number", number };
    }
    case "date": {
      const read = parseDate(question, text, words, today);
      return typeof read === "string" ? { kind: "date", date: read } : read;
    }
    case "yesno":
      return readYesNo(text, words);
    case "one":
      return readOne(question, text);
    case "many":
      return readChoices(question, text);
    case "scale5":
    case "scale10":
    case "frequency5":
      return readMark(question, text, words);
    default:
      return unreachable(question);
  }
}

/** A number in figures («7», «7,5», «1 200», a key-cap) or as one of the words known. */
export function readNumber(text: string, words: Words): number | undefined {
  const figures = text
    .normalize("NFKC")
    .replace(/[\ufe0f\u20e3]/g, "")
    .replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, "");
  if (NUMBER.test(figures)) return Number(figures.replace(",", ".").replace("\u2212", "-")) + 0;
  const said = fold(text);
  const known = [words.ru, words.en].flatMap(({ understood }) => Object.entries(understood.numbers));
  return known.find(([word]) => fold(word) === said)?.[1];
}

function readYesNo(text: string, words: Words): AnswerValue | Hint {
  const said = fold(text);
  const yes = foldedSet(words, ({ understood }) => understood.yes);
  const no = foldedSet(words, ({ understood }) => understood.no);
  if (yes.has(said) || said.split(" ").every((word) => yes.has(word))) return { kind: "yesno", yes: true };
  const refuses = no.has(said) || said.split(" ").every((word) => no.has(word));
  return refuses ? { kind: "yesno", yes: false } : hint("questionnaires-hint-yesno");
}

const foldedSet = (words: Words, list: (words: LocaleWords) => string[]): Set<string> =>
  new Set([words.ru, words.en].flatMap(list).map(fold));

function readOne(question: QuestionOf<"one">, text: string): AnswerValue | Hint {
  const option = readOption(question, text);
  if (option !== undefined && option !== OTHER) return { kind: "one", option };
  if (option === OTHER) return hint("questionnaires-hint-other");
  // A bare number is a choice; one that names no option is a slip, not somebody's own words.
  if (/^\d{1,3}$/.test(text)) return hint("questionnaires-hint-one");
  const why = checkOther(question, text);
  return why ?? { kind: "one", option: OTHER, other: text };
}

type Mark = QuestionOf<"scale5"> | QuestionOf<"scale10"> | QuestionOf<"frequency5">;

function readMark(question: Mark, text: string, words: Words): AnswerValue | Hint {
  const named = question.kind === "frequency5" ? frequencyNamed(text, words) : undefined;
  const value = named ?? readNumber(text, words) ?? markOf(text, highestMark(question.kind));
  if (value !== undefined) return { kind: question.kind, value };
  const max = highestMark(question.kind);
  return question.kind === "frequency5"
    ? hint("questionnaires-hint-frequency")
    : hint("questionnaires-hint-scale", { max });
}

/** «7 из 10», "7/10": a mark said together with the right highest one. */
function markOf(text: string, max: number): number | undefined {
  const found = MARK_OF.exec(text);
  return found !== null && Number(found[2]) === max ? Number(found[1]) : undefined;
}

function frequencyNamed(text: string, words: Words): number | undefined {
  const said = fold(text);
  for (const { frequency } of [words.ru, words.en]) {
    const at = frequency.findIndex((label) => fold(label) === said);
    if (at >= 0) return at + 1;
  }
  return undefined;
}

/**
 * The step that a typed text means on the present screen. On a question of several choices, own words are added to what is
 * marked, and a list («1, 3») joins it; a list that is the first word on the question is the whole answer and goes on.
 */
export function typedStep(
  question: Question,
  state: RunState,
  text: string,
  reading: Reading,
): QuestionStep | ({ kind: "invalid" } & Hint) {
  const at = { rev: state.rev, key: question.key };
  const so = answerTo(state.answers, question.key);
  if (question.kind !== "many") return asAnswer(parseTyped(question, text, reading), at);
  const read = readChoices(question, cleanText(text).trim());
  if ("hint" in read) return { kind: "invalid", ...read };
  if (read.options.length === 0 && read.other !== undefined) return { kind: "other", ...at, text: read.other };
  if (so?.kind !== "many" || chosenCount(so) === 0) return asAnswer(parseTyped(question, text, reading), at);
  const value: AnswerValue = { ...so, ...read, options: [...so.options, ...read.options] };
  return { kind: "answer", ...at, value, stay: true };
}

const asAnswer = (parsed: Parsed, at: { rev: number; key: string }): QuestionStep | ({ kind: "invalid" } & Hint) =>
  parsed.kind === "invalid" ? parsed : { kind: "answer", ...at, value: parsed.value };
