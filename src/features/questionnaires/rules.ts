/**
 * Going through a questionnaire as a pure function: what a step makes of a run. Nothing here reads a clock or a database;
 * a replay of the same steps gives the same run.
 */
import { unreachable } from "#core/unreachable.ts";
import type { DateOn } from "#core/when.ts";
import type { Answers, Definition, Outcome, RunState, Size, Step, WayStep } from "./model.ts";
import { firstCursor, INTRO, moveTo, previousCursor, REVIEW, settle } from "./moves.rules.ts";
import { reduceQuestion } from "./question.rules.ts";
import { missingRequired, visibleQuestions } from "./visible.rules.ts";

const STALE: Outcome = { kind: "stale" };

/** A run that has not begun; `known` are answers taken over from elsewhere, which are still shown one by one. */
export const freshRun = (size: Size, known: Answers = {}): RunState => ({
  status: "open",
  size,
  cursor: INTRO,
  rev: 0,
  answers: known,
});

/** The run after its questionnaire has closed: nothing more is taken. */
export const closeRun = (state: RunState): RunState => ({ ...state, status: "closed", rev: state.rev + 1 });

/**
 * What a step makes of the run. A step made on another screen than the present one is `stale` and changes nothing; neither does
 * an `invalid` one, which says what to do instead. `today` is the date in the person's zone.
 */
export function reduce(definition: Definition, loaded: RunState, step: Step, today: DateOn): Outcome {
  if (loaded.status === "closed") return { kind: "closed" };
  if (step.rev !== loaded.rev) return STALE;
  const state = settle(definition, loaded);
  if (state.status === "sent") {
    return step.kind === "reopen" ? moveTo({ ...state, status: "open" }, REVIEW) : { kind: "alreadySent" };
  }
  return isWay(step) ? reduceWay(definition, state, step) : reduceQuestion({ definition, state, today }, step);
}

const QUESTION_STEPS: readonly Step["kind"][] = ["answer", "toggle", "other", "skip", "done"];
const isWay = (step: Step): step is WayStep => !QUESTION_STEPS.includes(step.kind);

function reduceWay(definition: Definition, state: RunState, step: WayStep): Outcome {
  const { at } = state.cursor;
  switch (step.kind) {
    case "begin":
      return at === "intro" ? moveTo(state, firstCursor(definition, state)) : STALE;
    case "back":
      return at === "intro" ? STALE : moveTo(state, previousCursor(definition, state));
    case "toReview":
      return at === "question" ? moveTo(state, REVIEW) : STALE;
    case "goto":
      return at === "review" ? goTo(definition, state, step.key) : STALE;
    case "send":
      return at === "review" ? send(definition, state) : STALE;
    case "pause":
      return { kind: "paused" };
    case "reopen":
      return STALE;
    default:
      return unreachable(step);
  }
}

function goTo(definition: Definition, state: RunState, key: string): Outcome {
  const visible = visibleQuestions(definition, state).some((question) => question.key === key);
  return visible ? moveTo(state, { at: "question", key, returning: true }) : STALE;
}

function send(definition: Definition, state: RunState): Outcome {
  const keys = missingRequired(definition, state);
  if (keys.length > 0) return { kind: "incomplete", keys };
  return { kind: "sent", state: { ...state, status: "sent", rev: state.rev + 1 } };
}
