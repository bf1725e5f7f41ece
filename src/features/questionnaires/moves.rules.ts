/** Where the cursor goes next, and how it is kept in one column. */
import { answerTo } from "./answers.rules.ts";
import type { Change, Cursor, Definition, Outcome, RunState } from "./model.ts";
import { blocksSending, questionsOf, visibleQuestions } from "./visible.rules.ts";

export const REVIEW: Cursor = { at: "review" };
export const INTRO: Cursor = { at: "intro" };
const RETURNING = "review/";

/** The cursor as the database keeps it: `intro`, a question's key, `review/<key>` for one opened from the review, `review`. */
export function writeCursor(cursor: Cursor): string {
  if (cursor.at !== "question") return cursor.at;
  return cursor.returning ? `${RETURNING}${cursor.key}` : cursor.key;
}

/** The cursor that `writeCursor` wrote. No question's key is `intro` or `review` or holds a slash. */
export function readCursor(text: string): Cursor {
  if (text === "intro") return INTRO;
  if (text === "review") return REVIEW;
  return text.startsWith(RETURNING)
    ? { at: "question", key: text.slice(RETURNING.length), returning: true }
    : { at: "question", key: text, returning: false };
}

/** The same run with its cursor on something that is there: a question that is no longer visible gives way to the next one. */
export function settle(definition: Definition, state: RunState): RunState {
  const { cursor } = state;
  if (cursor.at !== "question") return state;
  const visible = visibleQuestions(definition, state);
  if (visible.some(({ key }) => key === cursor.key)) return state;
  const order = questionsOf(definition).map(({ key }) => key);
  const next = visible.find(({ key }) => order.indexOf(key) > order.indexOf(cursor.key));
  const settled: Cursor =
    next === undefined || cursor.returning ? REVIEW : { at: "question", key: next.key, returning: false };
  return { ...state, cursor: settled };
}

/** The first question, or the review when there is none to ask. */
export function firstCursor(definition: Definition, state: RunState): Cursor {
  const first = visibleQuestions(definition, state)[0];
  return first === undefined ? REVIEW : { at: "question", key: first.key, returning: false };
}

/**
 * Where one goes after the question under the cursor, with the answers `after` it. On the way through: the next visible question,
 * then the review. From the review: back there, unless a branch has opened questions or a required one is still empty.
 */
export function nextCursor(definition: Definition, before: RunState, after: RunState): Cursor {
  const { cursor } = before;
  if (cursor.at !== "question") return REVIEW;
  const visible = visibleQuestions(definition, after);
  if (cursor.returning) {
    const had = new Set(visibleQuestions(definition, before).map(({ key }) => key));
    const opened = visible.find(
      (question) =>
        question.key !== cursor.key &&
        (blocksSending(question, after.answers) ||
          (!had.has(question.key) && answerTo(after.answers, question.key) === undefined)),
    );
    return opened === undefined ? REVIEW : { at: "question", key: opened.key, returning: true };
  }
  const next = visible[visible.findIndex(({ key }) => key === cursor.key) + 1];
  return next === undefined ? REVIEW : { at: "question", key: next.key, returning: false };
}

/** One screen back: the question before, the intro before the first, the review for a question opened from there. */
export function previousCursor(definition: Definition, state: RunState): Cursor {
  const { cursor } = state;
  const visible = visibleQuestions(definition, state);
  if (cursor.at === "intro") return INTRO;
  if (cursor.at === "question" && cursor.returning) return REVIEW;
  const at = cursor.at === "review" ? visible.length : visible.findIndex(({ key }) => key === cursor.key);
  const before = visible[at - 1];
  return before === undefined ? INTRO : { at: "question", key: before.key, returning: false };
}

/** The outcome of a step that changed something: a new revision, the cursor there, and the answer that has to be written. */
export function moveTo(state: RunState, cursor: Cursor, change?: Change): Outcome {
  const moved = { ...state, cursor, rev: state.rev + 1 };
  return change === undefined ? { kind: "moved", state: moved } : { kind: "moved", state: moved, change };
}
