/** The buttons of closed questions, and what a tap on them means. */
import { type Button, press, type T } from "#core/screen.ts";
import { cutText } from "#core/text.ts";
import { highestMark } from "./answers.rules.ts";
import { type AnswerValue, OTHER, type Question, type QuestionKind, type QuestionOf } from "./model.ts";
import type { RunView } from "./runs.model.ts";
import { optionLabel, type Speech } from "./texts.rules.ts";

/** Two labels of this length share a row on a narrow phone. */
const SHORT_LABEL = 16;
/** A person's own words on a button. */
const OWN_SHOWN = 30;
/** So many numbers fit under a question. */
const TAPPABLE = 10;

function pairUp(buttons: Button[]): Button[][] {
  const rows: Button[][] = [];
  for (const button of buttons) {
    const last = rows.at(-1);
    const fits = last?.length === 1 && [...last, button].every(({ label }) => label.length <= SHORT_LABEL);
    if (fits) last.push(button);
    else rows.push([button]);
  }
  return rows;
}

/** Buttons in rows of so many. */
export const inRowsOf = (size: number, buttons: Button[]): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / size) }, (_, row) => buttons.slice(row * size, (row + 1) * size));

const marked = (label: string, chosen: boolean): string => (chosen ? `✓ ${label}` : label);

/** The marks from 1 to the highest, five in a row. */
const marksOf = (numbers: number[], given: number | null, pick: (number: number) => string): Button[][] =>
  inRowsOf(
    5,
    numbers.map((number) => ({ label: marked(String(number), number === given), press: pick(number) })),
  );

type Asked<Kind extends QuestionKind> = { t: T; view: RunView; question: QuestionOf<Kind>; speech: Speech };

function oneRows({ view, question, speech }: Asked<"one">): Button[][] {
  const { id, state } = view.run;
  const answer = state.answers[question.key];
  const isChosen = (option: string) => answer?.kind === "one" && answer.option === option;
  return pairUp(
    question.options.map((option, index) => ({
      label: marked(optionLabel(question, option.id, speech), isChosen(option.id)),
      press: press("run.pick", id, state.rev, index),
    })),
  );
}

function manyRows({ t, view, question, speech }: Asked<"many">): Button[][] {
  const { id, state } = view.run;
  const answer = state.answers[question.key];
  const chosen = answer?.kind === "many" ? answer : { options: [] as string[] };
  const tick = (index: number) => press("run.tick", id, state.rev, index);
  const options = question.options.map((option, index) => ({
    label: marked(optionLabel(question, option.id, speech), chosen.options.includes(option.id)),
    press: tick(index),
  }));
  const own = "other" in chosen && chosen.other !== undefined ? cutText(chosen.other, OWN_SHOWN) : null;
  return [
    ...pairUp(options),
    ...(own === null ? [] : [[{ label: marked(own, true), press: tick(question.options.length) }]]),
    [{ label: t.plain("questionnaires-done"), press: press("run.done", id, state.rev), style: "primary" }],
  ];
}

/** The buttons of a closed question, what is chosen marked. */
export function choiceRows(t: T, view: RunView, question: Question, speech: Speech): Button[][] {
  const { id, state } = view.run;
  const answer = state.answers[question.key];
  const pick = (index: number) => press("run.pick", id, state.rev, index);
  const { yes, no, frequency } = speech.words[speech.voice.locale];
  switch (question.kind) {
    case "yesno": {
      const given = answer?.kind === "yesno" ? answer.yes : null;
      const yesButton = { label: marked(yes, given === true), press: pick(1) };
      return [[yesButton, { label: marked(no, given === false), press: pick(0) }]];
    }
    case "one":
      return oneRows({ t, view, question, speech });
    case "many":
      return manyRows({ t, view, question, speech });
    case "scale5":
    case "scale10": {
      const marks = Array.from({ length: highestMark(question.kind) }, (_, index) => index + 1);
      return marksOf(marks, answer && "value" in answer ? answer.value : null, pick);
    }
    case "frequency5": {
      const given = answer?.kind === "frequency5" ? answer.value : null;
      return frequency.map((label, index) => [{ label: marked(label, given === index + 1), press: pick(index + 1) }]);
    }
    case "number":
      return marksOf(tappableNumbers(question), answer?.kind === "number" ? answer.number : null, pick);
    default:
      return [];
  }
}

/** Whether the number has buttons. */
export const isTapped = (question: QuestionOf<"number">): boolean => tappableNumbers(question).length > 0;

/** A narrow range of whole numbers is tapped rather than typed. */
function tappableNumbers({ min, max, integer }: Extract<Question, { kind: "number" }>): number[] {
  if (min === undefined || max === undefined || !integer || max - min >= TAPPABLE) return [];
  return Array.from({ length: max - min + 1 }, (_, index) => min + index);
}

/** The value that button `index` of a closed question stands for; null when there is no such button. */
export function picked(question: Question, index: number): AnswerValue | null {
  switch (question.kind) {
    case "yesno":
      return { kind: "yesno", yes: index === 1 };
    case "one": {
      const option = question.options[index]?.id;
      return option === undefined ? null : { kind: "one", option };
    }
    case "scale5":
    case "scale10":
    case "frequency5":
      return { kind: question.kind, value: index };
    case "number":
      return { kind: "number", number: index };
    default:
      return null;
  }
}

/** The option that tick `index` stands for; the one after the last is the person's own words. */
export const ticked = (question: Question, index: number): string | null =>
  question.kind === "many" ? (index === question.options.length ? OTHER : (question.options[index]?.id ?? null)) : null;
