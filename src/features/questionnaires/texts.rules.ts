/** A questionnaire's texts and answers in the words of one reader. Everything here returns plain text: views escape it. */
import { cutText } from "#core/text.ts";
import { unreachable } from "#core/unreachable.ts";
import { dateWords } from "#core/when.ts";
import { answerTo } from "./answers.rules.ts";
import {
  type Answers,
  type AnswerValue,
  type Definition,
  type LocaleWords,
  OTHER,
  type Question,
  type Text,
  type Voice,
  type Words,
} from "./model.ts";
import { findQuestion } from "./visible.rules.ts";

/** Longest piece of an answer repeated inside another question, in characters. */
const PIPED_LIMIT = 80;
const PIPE = /\{answer:([^{}]*)\}/g;

/** Who reads, and the words that answers are shown with. */
export type Speech = { voice: Voice; words: Words };

/** The speech for a participant of a programme who reads in this language. */
export const speechOf = (
  reader: Pick<Voice, "track" | "address">,
  words: Words,
  { locale }: Pick<Voice, "locale">,
): Speech => ({ voice: { ...reader, locale }, words });

/** The text for this reader: the overlay of teachers' programmes or of "ty" where there is one. */
export function say(text: Text, voice: Voice): string {
  const { locale, track, address } = voice;
  const teachers = track === "teachers" ? text[`${locale}-teachers`] : undefined;
  const ty = address === "ty" && locale === "ru" ? text["ru-ty"] : undefined;
  return teachers ?? ty ?? text[locale];
}

/** Keys of the questions whose answers this text repeats, in every language and overlay. */
export const pipedKeys = (text: Text): string[] => [
  ...new Set(Object.values(text).flatMap((words) => [...(words ?? "").matchAll(PIPE)].map((found) => found[1] ?? ""))),
];

/**
 * The text with earlier answers in the places of `{answer:key}`; a long one is cut, a missing one is an ellipsis.
 * What a person wrote is put in once and never read as a place again.
 */
export function render(definition: Definition, text: Text, answers: Answers, speech: Speech): string {
  return say(text, speech.voice).replace(PIPE, (_, key: string) => {
    const question = findQuestion(definition, key);
    const answer = answerTo(answers, key);
    if (question === undefined || answer === undefined) return "…";
    return cutText(formatAnswer(question, answer, speech), PIPED_LIMIT);
  });
}

/** The text as a heading that stands for everybody: an ellipsis instead of a repeated answer. */
export const heading = (text: Text, voice: Voice): string => say(text, voice).replace(PIPE, "…").replaceAll("….", "…");

/** The label of an option; own words are shown as they were written, an option that is gone as its id. */
export function optionLabel(question: Question, id: string, speech: Speech, other?: string): string {
  if (id === OTHER) return other ?? speech.words[speech.voice.locale].other;
  const option = "options" in question ? question.options.find((one) => one.id === id) : undefined;
  return option === undefined ? id : say(option.label, speech.voice);
}

/** The answer in words: labels of what was chosen, the date in full, «Да», a mark as its number. */
export function formatAnswer(question: Question, value: AnswerValue, speech: Speech): string {
  const words: LocaleWords = speech.words[speech.voice.locale];
  switch (value.kind) {
    case "text":
      return value.text;
    case "number":
      return formatNumber(value.number, speech.voice);
    case "date":
      return dateWords(value.date, speech.voice.locale);
    case "yesno":
      return value.yes ? words.yes : words.no;
    case "one":
      return optionLabel(question, value.option, speech, value.other);
    case "many":
      return chosenLabels(question, value, speech).join(", ");
    case "scale5":
    case "scale10":
      return String(value.value);
    case "frequency5":
      return words.frequency[value.value - 1] ?? String(value.value);
    default:
      return unreachable(value);
  }
}

/** What was chosen, each in its words, own words last. */
export function chosenLabels(
  question: Question,
  value: Extract<AnswerValue, { kind: "many" }>,
  speech: Speech,
): string[] {
  const labels = value.options.map((id) => optionLabel(question, id, speech));
  return value.other === undefined ? labels : [...labels, value.other];
}

const formatNumber = (number: number, { locale }: Voice): string =>
  new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 10 }).format(number);
