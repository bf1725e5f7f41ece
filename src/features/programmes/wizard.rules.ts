/** The wizards' way from question to question. Pure: a draft and a step go in, a new draft comes out. */
import type { DateOn } from "#core/when.ts";
import { takeAnswer } from "./answers.rules.ts";
import { type Draft, type DraftAnswers, type Input, STEPS, type StepKey, type Wrong } from "./model.ts";

/** Teachers' mentoring has one official form; it stands there ready to be kept. */
const TEACHERS_FORM = "teacher-teacher";

/** The questions of this draft: teachers are adults, so there is no question how to address pupils. */
export const stepsOf = ({ kind, answers }: Pick<Draft, "kind" | "answers">): readonly StepKey[] => {
  const steps: readonly StepKey[] = STEPS[kind];
  return answers.track === "teachers" ? steps.filter((step) => step !== "address") : steps;
};

/** The answer that a question waits for; a period has two, of which one tells. */
const ANSWER_OF: Readonly<Record<StepKey, keyof DraftAnswers>> = {
  name: "name",
  city: "city",
  zone: "timeZone",
  language: "locale",
  title: "title",
  track: "track",
  forms: "forms",
  year: "yearKind",
  period: "startsOn",
  naming: "naming",
  address: "address",
  intake: "intakeSize",
};

const isAnswered = (answers: DraftAnswers, step: StepKey): boolean =>
  step === "forms" ? (answers.forms ?? []).length > 0 : answers[ANSWER_OF[step]] !== undefined;

/** The first question without an answer, or null when the summary is complete. */
export const firstOpen = (draft: Pick<Draft, "kind" | "answers">): StepKey | null =>
  stepsOf(draft).find((step) => !isAnswered(draft.answers, step)) ?? null;

export type Moved =
  | { kind: "moved"; draft: Draft }
  | { kind: "wrong"; wrong: Wrong }
  /** Back from the first question: the draft stays for another time. */
  | { kind: "left" }
  | { kind: "stale" };

const moved = (draft: Draft, part: Partial<Draft>): Moved => ({
  kind: "moved",
  draft: { ...draft, ...part, rev: draft.rev + 1 },
});

const without = (answers: DraftAnswers, keys: readonly (keyof DraftAnswers)[]): DraftAnswers => {
  const rest = { ...answers };
  for (const key of keys) delete rest[key];
  return rest;
};

/** Answers that an answer makes doubtful are asked again: forms by track, the period by the kind of year. */
function settle(before: DraftAnswers, given: DraftAnswers): DraftAnswers {
  let answers = { ...before, ...given };
  if (given.track && given.track !== before.track) {
    answers = without(answers, ["forms", "address"]);
    if (given.track === "teachers") answers.forms = [TEACHERS_FORM];
  }
  if (given.yearKind && given.yearKind !== before.yearKind) answers = without(answers, ["startsOn", "endsOn"]);
  return answers;
}

function next(draft: Draft, answers: DraftAnswers): Pick<Draft, "at" | "returning"> {
  const here = { kind: draft.kind, answers };
  if (draft.returning) {
    const open = firstOpen(here);
    return open ? { at: open, returning: true } : { at: "summary", returning: false };
  }
  const steps = stepsOf(here);
  const place = draft.at === "summary" ? steps.length : steps.indexOf(draft.at);
  return { at: steps[place + 1] ?? "summary", returning: false };
}

/** A typed or tapped answer to the present question. `rev` and `step` say to which screen it was given. */
export function decideAnswer(
  draft: Draft,
  { rev, step, input }: { rev: number; step: string; input: Input },
  today: DateOn,
): Moved {
  if (rev !== draft.rev || step !== draft.at || draft.at === "summary") return { kind: "stale" };
  const read = takeAnswer(draft.at, input, { answers: draft.answers, today });
  if (read.kind === "wrong") return read;
  const answers = settle(draft.answers, read.answers);
  return moved(draft, { answers, ...(read.stay ? {} : next(draft, answers)) });
}

/** One question back; from a question opened in the summary back to it, from the first question out of the wizard. */
export function decideBack(draft: Draft, rev: number): Moved {
  if (rev !== draft.rev) return { kind: "stale" };
  const steps = stepsOf(draft);
  if (draft.returning && !firstOpen(draft)) return moved(draft, { at: "summary", returning: false });
  const place = draft.at === "summary" ? steps.length : steps.indexOf(draft.at);
  const before = steps[place - 1];
  return before ? moved(draft, { at: before, returning: false }) : { kind: "left" };
}

/** Opens a question from the summary. */
export function decideChange(draft: Draft, { rev, step }: { rev: number; step: string }): Moved {
  const wanted = stepsOf(draft).find((one) => one === step);
  if (rev !== draft.rev || draft.at !== "summary" || !wanted) return { kind: "stale" };
  return moved(draft, { at: wanted, returning: true });
}
