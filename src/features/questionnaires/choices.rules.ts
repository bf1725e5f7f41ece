/** Options named by what a person typed: by the label, in any language of the questionnaire, or by the number on the screen. */
import { hint } from "./answers.rules.ts";
import { fold } from "./fold.rules.ts";
import { type AnswerValue, type Hint, OTHER, type QuestionOf } from "./model.ts";

type Choice = QuestionOf<"one"> | QuestionOf<"many">;
type Chosen = Extract<AnswerValue, { kind: "many" }>;

const PLACE = /^\(?(\d{1,2})[.)]?$/;

/** The option's id; a label that is itself a number («5 класс» typed as «5») goes before the place in the list. */
export function readOption(question: Choice, text: string): string | undefined {
  const said = fold(text);
  if (said === "") return undefined;
  const named = question.options.find(({ label }) => Object.values(label).some((words) => fold(words ?? "") === said));
  if (named !== undefined) return named.id;
  const place = Number(
    PLACE.exec(
      text
        .normalize("NFKC")
        .replace(/[\ufe0f\u20e3]/g, "")
        .trim(),
    )?.[1] ?? 0,
  );
  if (question.other && place === question.options.length + 1) return OTHER;
  return question.options[place - 1]?.id;
}

const splitAt = (text: string, separators: RegExp): string[] =>
  text
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/**
 * The choices of a typed list: «1, 3», «1 3», labels by commas or lines. Parts that name nothing are own words where those are
 * welcome, and otherwise the whole list gets a hint.
 */
export function readChoices(question: QuestionOf<"many">, text: string): Chosen | Hint {
  const whole = readOption(question, text);
  const numbers = /^[\d\s]+$/.test(text);
  const parts = whole === undefined ? splitAt(text, numbers ? /\s+/ : /[,;\n]+/) : [text];
  const read = parts.map((part) => ({ part, option: readOption(question, part) }));
  if (read.length === 0) return hint("questionnaires-hint-many");
  if (read.some(({ option }) => option === OTHER)) return hint("questionnaires-hint-other");
  const options = read.flatMap(({ option }) => (option === undefined ? [] : [option]));
  const own = read.flatMap(({ part, option }) => (option === undefined ? [part] : []));
  if (own.length === 0) return { kind: "many", options };
  if (!question.other || own.some((part) => PLACE.test(part))) return hint("questionnaires-hint-many");
  return { kind: "many", options, other: options.length === 0 ? text : own.join(", ") };
}
