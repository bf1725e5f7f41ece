/** What a person sees while going through a questionnaire. */
import { type Button, press, type Screen, type T } from "#core/screen.ts";
import { cutText } from "#core/text.ts";
import { homeRow } from "#features/people/index.ts";
import { highestMark } from "./answers.rules.ts";
import { choiceRows, isTapped } from "./choices.view.ts";
import { type AnswerValue, type Definition, OTHER, type Question, type Words } from "./model.ts";
import { review } from "./review.view.ts";
import type { Participant, RunView } from "./runs.model.ts";
import { formatAnswer, render, type Speech, say, speechOf } from "./texts.rules.ts";
import { findQuestion, progress, questionsOf } from "./visible.rules.ts";

/** How much of the present answer stands under its question. */
const CURRENT_SHOWN = 400;
/** How much of it fits on a button. */
const KNOWN_SHOWN = 30;

/** Before the first question: what it is about, how long it takes, who will see the answers. */
export function intro(t: T, definition: Definition, participant: Participant, words: Words, begin: Button): Screen {
  const { voice } = speechOf(participant, words, t);
  const size = participant.intakeSize;
  return {
    text: t("questionnaires-intro", {
      title: say(definition.title, voice),
      intro: say(definition.intro, voice),
      questions: questionsOf(definition, size).filter((question) => question.showIf === undefined).length,
      minutes: definition.minutes[size],
      whoSees: say(definition.whoSees, voice),
    }),
    rows: [[begin], homeRow(t)],
  };
}

/** The run's own intro, when it was begun and left before the first question. */
export const runIntro = (t: T, { run, definition }: RunView, words: Words): Screen =>
  intro(t, definition, run.participant, words, {
    label: t.plain("questionnaires-begin"),
    press: press("run.begin", run.id, run.state.rev),
    style: "primary",
  });

function askedHow(t: T, question: Question, speech: Speech): string[] {
  const lines: string[] = [];
  if (question.help) lines.push(t("questionnaires-help", { help: say(question.help, speech.voice) }));
  if (question.kind === "scale5" || question.kind === "scale10")
    lines.push(
      t("questionnaires-ends", {
        low: say(question.ends.low, speech.voice),
        high: say(question.ends.high, speech.voice),
        max: highestMark(question.kind),
      }),
    );
  if (question.kind === "many")
    lines.push(question.max ? t("questionnaires-how-many-max", { max: question.max }) : t("questionnaires-how-many"));
  if (question.kind === "text") lines.push(t("questionnaires-how-text"));
  if (question.kind === "number" && !isTapped(question)) lines.push(t("questionnaires-how-number"));
  if (question.kind === "date") lines.push(t("questionnaires-how-date"));
  if ((question.kind === "one" || question.kind === "many") && question.other)
    lines.push(t("questionnaires-how-other"));
  if (question.personal) lines.push(t("questionnaires-personal"));
  return lines;
}

function moveRow(t: T, { run }: RunView, question: Question): Button[] {
  const { id, state } = run;
  const returning = state.cursor.at === "question" && state.cursor.returning;
  const row: Button[] = [
    { label: t.plain(returning ? "questionnaires-to-review" : "common-back"), press: press("run.back", id, state.rev) },
  ];
  const answered = state.answers[question.key] !== undefined;
  if (answered && question.kind !== "many")
    row.push({ label: t.plain("questionnaires-keep"), press: press("run.done", id, state.rev) });
  else if (!question.required) row.push({ label: t.plain("common-skip"), press: press("run.skip", id, state.rev) });
  row.push({ label: t.plain("questionnaires-pause"), press: press("run.pause", id) });
  return row;
}

/** Whether no button shows the answer. */
const typedOnly = (asked: Question, answer: AnswerValue): boolean =>
  ["text", "number", "date"].includes(asked.kind) || (answer.kind === "one" && answer.option === OTHER);

/** The question under the cursor with its buttons. */
export function question(t: T, view: RunView, asked: Question, words: Words): Screen {
  const { run, definition, known } = view;
  const speech = speechOf(run.participant, words, t);
  const { at, of } = progress(definition, run.state);
  const section = definition.sections.find(({ questions }) => questions.some(({ key }) => key === asked.key));
  const answer = run.state.answers[asked.key];
  const lines = [
    t("questionnaires-head", { at, of, section: section ? say(section.title, speech.voice) : "" }),
    t("questionnaires-ask", { question: render(definition, asked.text, run.state.answers, speech) }),
    askedHow(t, asked, speech).join("\n"),
  ];
  if (answer && typedOnly(asked, answer))
    lines.push(t("questionnaires-now", { answer: cutText(formatAnswer(asked, answer, speech), CURRENT_SHOWN) }));
  const rows = choiceRows(t, view, asked, speech);
  if (known)
    rows.unshift([
      {
        label: t.plain("questionnaires-known", { answer: cutText(formatAnswer(asked, known, speech), KNOWN_SHOWN) }),
        press: press("run.known", run.id, run.state.rev),
      },
    ]);
  return { text: lines.filter((line) => line !== "").join("\n\n"), rows: [...rows, moveRow(t, view, asked)] };
}

/** After sending: who has the answers now and what comes next. */
export function sent(t: T, { run }: RunView): Screen {
  return {
    text: t(run.participant.role === "mentor" ? "questionnaires-sent-mentor" : "questionnaires-sent"),
    rows: [
      [{ label: t.plain("questionnaires-reopen"), press: press("run.reopen", run.id, run.state.rev) }],
      homeRow(t),
    ],
  };
}

/** The screen on which the run stands now. */
export function present(t: T, view: RunView, words: Words): Screen {
  const { cursor, status } = view.run.state;
  if (status !== "open") return sent(t, view);
  if (cursor.at === "intro") return runIntro(t, view, words);
  const asked = cursor.at === "question" ? findQuestion(view.definition, cursor.key) : undefined;
  return asked ? question(t, view, asked, words) : review(t, view, words);
}

/** Left for another day: nothing is lost. */
export function paused(t: T, view: RunView): Screen {
  const { at, of } = progress(view.definition, view.run.state);
  return {
    text: t("questionnaires-paused", { at, of }),
    rows: [[resumeButton(t, view)], homeRow(t)],
  };
}

export function resumeButton(t: T, { run, definition }: RunView): Button {
  const { at, of } = progress(definition, run.state);
  const label =
    run.state.cursor.at === "question"
      ? t.plain("questionnaires-resume", { at, of })
      : t.plain("questionnaires-resume-review");
  return { label, press: press("run.open", run.id), style: "primary" };
}
