/** A questionnaire as it stands on paper and in a table to be filled in: questions with numbers, and which column is which question. */
import { highestMark } from "./answers.rules.ts";
import { fold } from "./fold.rules.ts";
import type { Definition, Question, Size, Voice } from "./model.ts";
import { heading, optionLabel, type Speech, say } from "./texts.rules.ts";
import { type Parsed, parseTyped, type Reading } from "./typed.rules.ts";
import { questionsOf } from "./visible.rules.ts";

/** A question for a hand with a pen. */
export type PaperQuestion = {
  key: string;
  /** From 1, in the order of the questionnaire. */
  number: number;
  section: string;
  text: string;
  help: string;
  required: boolean;
  /** Asked of some only: whom it does not concern leaves it out. */
  conditional: boolean;
  /** one: a single box is ticked; many: several; lines: it is written. */
  answer: "one" | "many" | "lines";
  /** What can be ticked, in the order of its numbers. */
  options: string[];
  /** Own words are welcome beside the options. */
  other: boolean;
  kind: Question["kind"];
};

function optionsOf(question: Question, speech: Speech): string[] {
  const { yes, no, frequency } = speech.words[speech.voice.locale];
  switch (question.kind) {
    case "yesno":
      return [yes, no];
    case "one":
    case "many":
      return question.options.map(({ id }) => optionLabel(question, id, speech));
    case "frequency5":
      return [...frequency];
    case "scale5":
    case "scale10": {
      const max = highestMark(question.kind);
      const end = (mark: number) =>
        mark === 1 ? say(question.ends.low, speech.voice) : mark === max ? say(question.ends.high, speech.voice) : "";
      return Array.from({ length: max }, (_, index) => [String(index + 1), end(index + 1)].filter(Boolean).join(" — "));
    }
    default:
      return [];
  }
}

/** The questions of one length in the words of one reader. */
export function paperQuestions(definition: Definition, size: Size, speech: Speech): PaperQuestion[] {
  const sectionOf = new Map(
    definition.sections.flatMap(({ title, questions }) => questions.map(({ key }) => [key, say(title, speech.voice)])),
  );
  return questionsOf(definition, size).map((question, index) => {
    const options = optionsOf(question, speech);
    return {
      key: question.key,
      number: index + 1,
      section: sectionOf.get(question.key) ?? "",
      text: heading(question.text, speech.voice),
      help: question.help ? say(question.help, speech.voice) : "",
      required: question.required,
      conditional: question.showIf !== undefined,
      answer: options.length === 0 ? "lines" : question.kind === "many" ? "many" : "one",
      options,
      other: "other" in question && question.other,
      kind: question.kind,
    };
  });
}

const VOICES: readonly Voice[] = (["ru", "en"] as const).flatMap((locale) =>
  (["pupils", "teachers"] as const).flatMap((track) =>
    (["vy", "ty"] as const).map((address): Voice => ({ locale, track, address })),
  ),
);

const NUMBERED = /^\s*(\d{1,3})\s*[.)]\s*/;

/** The question whose words a column's title are, in any way of speaking; a number before them is left out. Null: none. */
export function questionTitled(
  definition: Definition,
  size: Size,
  title: string,
): { question: Question; number: number } | null {
  const said = fold(title.replace(NUMBERED, ""));
  if (said === "") return null;
  const questions = questionsOf(definition, size);
  const at = questions.findIndex(({ text }) => VOICES.some((voice) => fold(heading(text, voice)) === said));
  const question = questions[at];
  return question ? { question, number: at + 1 } : null;
}

const EMPTY = /^[\s\p{Pd}\u2212_.]*$/u;
/** A spreadsheet makes «1.3» of two choices and «3.0» of a three. */
const DECIMAL = /^(\d{1,2})[.,](\d{1,2})$/;

/** What stands in a cell, as an answer; null: nothing stands there. */
export function readCell(question: Question, cell: string, reading: Reading): Parsed | null {
  if (EMPTY.test(cell)) return null;
  const [, whole = "", part = ""] = DECIMAL.exec(cell.trim()) ?? [];
  if (whole !== "" && question.kind === "many") return parseTyped(question, `${whole}, ${part}`, reading);
  if (whole !== "" && /^0+$/.test(part) && question.kind !== "text") return parseTyped(question, whole, reading);
  if (question.kind === "yesno" && /^[12]$/.test(cell.trim()))
    return { kind: "value", value: { kind: "yesno", yes: cell.trim() === "1" } };
  return parseTyped(question, cell, reading);
}

const DAY: Question = {
  key: "day",
  kind: "date",
  text: { ru: "?", en: "?" },
  required: true,
  sizes: ["short"],
  personal: false,
  max: "today",
};

/** A date as somebody typed it: the day, one that has not come yet, or nothing that could be read for certain. */
export function readDay(text: string, reading: Reading): { kind: "day"; on: string } | { kind: "late" | "odd" } {
  const read = parseTyped(DAY, text, reading);
  if (read.kind === "value") return read.value.kind === "date" ? { kind: "day", on: read.value.date } : { kind: "odd" };
  return { kind: read.hint === "questionnaires-hint-date-late" ? "late" : "odd" };
}
