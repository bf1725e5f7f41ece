/** The review: all answers before sending, a page at a time. */
import { html, press, type Screen, type T } from "#core/screen.ts";
import { cutText } from "#core/text.ts";
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

/** The answers of a page as lines for somebody who reads them; `pages` counts from 1. */
export function listed(t: T, view: RunView, words: Words, page: number): { text: string; pages: number } {
  const { state, participant } = view.run;
  const speech = speechOf(participant, words, t);
  const asked = visibleQuestions(view.definition, state);
  const from = page * PAGE;
  const lines = asked
    .slice(from, from + PAGE)
    .map((question, index) => line(t, view, { number: from + index + 1, question, missing: false }, speech));
  return { text: lines.join("\n"), pages: Math.max(1, Math.ceil(asked.length / PAGE)) };
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
