/** The review: all answers before sending, a page at a time. */
import { html, press, type Screen, type T } from "#core/screen.ts";
import { cutText, lengthOf } from "#core/text.ts";
import { inRowsOf } from "./choices.view.ts";
import type { Question, Words } from "./model.ts";
import type { RunView } from "./runs.model.ts";
import { formatAnswer, render, type Speech, speechOf } from "./texts.rules.ts";
import { missingRequired, visibleQuestions } from "./visible.rules.ts";

/** A long answer is shown by its beginning where others stand beside it. */
const ANSWER_SHOWN = 90;
const QUESTION_SHOWN = 70;
const PAGE = 15;

type Line = { number: number; question: Question; missing: boolean };

function line(t: T, { run, definition }: RunView, { number, question, missing }: Line, speech: Speech): string {
  const answer = run.state.answers[question.key];
  const none = () => html(t(missing ? "questionnaires-line-missing" : "questionnaires-line-empty"));
  return t("questionnaires-line", {
    number,
    question: cutText(render(definition, question.text, run.state.answers, speech), QUESTION_SHOWN),
    answer: answer ? cutText(formatAnswer(question, answer, speech), ANSWER_SHOWN) : none(),
  });
}

/** Somebody's answers for a reader: a page of lines, how many pages there are, and which answers were too long to stand whole. */
export type Listed = { text: string; pages: number; cut: number[] };

export function listed(t: T, view: RunView, words: Words, page: number): Listed {
  const { state, participant } = view.run;
  const speech = speechOf(participant, words, t);
  const asked = visibleQuestions(view.definition, state);
  const from = page * PAGE;
  const shown = asked.slice(from, from + PAGE);
  const isCut = (question: Question) => {
    const answer = state.answers[question.key];
    return answer !== undefined && lengthOf(formatAnswer(question, answer, speech)) > ANSWER_SHOWN;
  };
  return {
    text: shown
      .map((question, index) => line(t, view, { number: from + index + 1, question, missing: false }, speech))
      .join("\n"),
    pages: Math.max(1, Math.ceil(asked.length / PAGE)),
    cut: shown.flatMap((question, index) => (isCut(question) ? [from + index] : [])),
  };
}

/** One answer whole, with the beginning of its question; null when there is none. */
export function whole(t: T, view: RunView, words: Words, index: number): string | null {
  const { state, participant } = view.run;
  const speech = speechOf(participant, words, t);
  const question = visibleQuestions(view.definition, state)[index];
  const answer = question && state.answers[question.key];
  if (!question || !answer) return null;
  const asked = cutText(render(view.definition, question.text, state.answers, speech), QUESTION_SHOWN);
  return t("questionnaires-whole", { question: asked, answer: formatAnswer(question, answer, speech) });
}

/** A number under the answers opens its question; `page` counts from 0. */
export function review(t: T, view: RunView, words: Words, page = 0): Screen {
  const { id, state, participant } = view.run;
  const speech = speechOf(participant, words, t);
  const asked = visibleQuestions(view.definition, state);
  const missing = new Set(missingRequired(view.definition, state));
  const here = Math.min(page, Math.floor((asked.length - 1) / PAGE));
  const from = here * PAGE;
  const shown = asked.slice(from, from + PAGE);
  const lines = shown.map((question, index) =>
    line(t, view, { number: from + index + 1, question, missing: missing.has(question.key) }, speech),
  );
  const go = (to: number, key: string) => ({ label: t.plain(key), press: press("run.page", id, state.rev, to) });
  const numbers = shown.map((_, index) => ({
    label: String(from + index + 1),
    press: press("run.goto", id, state.rev, from + index),
  }));
  return {
    text: [t("questionnaires-review"), lines.join("\n"), t("questionnaires-review-how")].join("\n\n"),
    rows: [
      ...inRowsOf(5, numbers),
      [
        ...(here > 0 ? [go(here - 1, "common-previous")] : []),
        ...(from + PAGE < asked.length ? [go(here + 1, "common-next")] : []),
      ],
      [{ label: t.plain("questionnaires-send"), press: press("run.send", id, state.rev), style: "success" as const }],
      [
        { label: t.plain("common-back"), press: press("run.back", id, state.rev) },
        { label: t.plain("questionnaires-pause"), press: press("run.pause", id) },
      ],
    ].filter((row) => row.length > 0),
  };
}
