/** What a step about the question on the screen makes of the run: an answer, a choice marked, own words, going on without. */
import { unreachable } from "#core/unreachable.ts";
import type { DateOn } from "#core/when.ts";
import {
  answerTo,
  checkAnswer,
  checkChosen,
  checkOther,
  chosenCount,
  hasOption,
  hint,
  tidyAnswer,
} from "./answers.rules.ts";
import {
  type AnswerValue,
  type Change,
  type Definition,
  type Hint,
  OTHER,
  type Outcome,
  type Question,
  type QuestionStep,
  type RunState,
} from "./model.ts";
import { moveTo, nextCursor } from "./moves.rules.ts";
import { visibleQuestions } from "./visible.rules.ts";

type Chosen = Extract<AnswerValue, { kind: "many" }>;
type Scene = { definition: Definition; state: RunState; today: DateOn };

const STALE: Outcome = { kind: "stale" };
const invalid = (why: Hint): Outcome => ({ kind: "invalid", ...why });

/** The outcome of a step about a question; `stale` when the question is not the one on the screen. */
export function reduceQuestion(scene: Scene, step: QuestionStep): Outcome {
  const { cursor } = scene.state;
  if (cursor.at !== "question" || cursor.key !== step.key) return STALE;
  const question = visibleQuestions(scene.definition, scene.state).find(({ key }) => key === step.key);
  if (question === undefined) return STALE;
  switch (step.kind) {
    case "answer":
      return take(scene, question, step.value, step.stay ?? false);
    case "toggle":
      return toggle(scene, question, step.option);
    case "other":
      return ownWords(scene, question, step.text);
    case "skip":
      return skip(scene, question);
    case "done":
      return done(scene, question);
    default:
      return unreachable(step);
  }
}

function withChange(state: RunState, { key, value }: Change): RunState {
  const { [key]: _, ...rest } = state.answers;
  return { ...state, answers: value === null ? rest : { ...rest, [key]: value } };
}

function keep(scene: Scene, change: Change, stay: boolean): Outcome {
  const after = withChange(scene.state, change);
  const cursor = stay ? scene.state.cursor : nextCursor(scene.definition, scene.state, after);
  return moveTo(after, cursor, change);
}

function take(scene: Scene, question: Question, given: AnswerValue, stay: boolean): Outcome {
  const value = tidyAnswer(question, given);
  const why = checkAnswer(question, value, scene.today);
  return why === undefined ? keep(scene, { key: question.key, value }, stay) : invalid(why);
}

const chosenSoFar = (scene: Scene, question: Question): Chosen => {
  const answer = answerTo(scene.state.answers, question.key);
  return answer?.kind === "many" ? answer : { kind: "many", options: [] };
};

/** Marks or unmarks one option; on a question with a single choice it is the whole answer. */
function toggle(scene: Scene, question: Question, option: string): Outcome {
  if (question.kind === "one") return take(scene, question, { kind: "one", option }, false);
  if (question.kind !== "many" || !hasOption(question, option)) return STALE;
  const { other, options } = chosenSoFar(scene, question);
  if (option === OTHER) {
    return other === undefined
      ? invalid(hint("questionnaires-hint-other"))
      : keepChosen(scene, question, { kind: "many", options });
  }
  const marked = options.includes(option) ? options.filter((id) => id !== option) : [...options, option];
  return keepChosen(scene, question, { kind: "many", options: marked, ...(other === undefined ? {} : { other }) });
}

/** Too few choices are kept all the same: the person is still choosing. */
function keepChosen(scene: Scene, question: Question, given: Chosen): Outcome {
  const value = tidyAnswer(question, given);
  if (question.kind !== "many" || value.kind !== "many") return STALE;
  const why = checkChosen(question, value);
  if (why !== undefined) return invalid(why);
  return keep(scene, { key: question.key, value: chosenCount(value) === 0 ? null : value }, true);
}

function ownWords(scene: Scene, question: Question, text: string): Outcome {
  if (question.kind === "one") return take(scene, question, { kind: "one", option: OTHER, other: text }, false);
  if (question.kind !== "many") return STALE;
  const { options } = chosenSoFar(scene, question);
  const value = tidyAnswer(question, { kind: "many", options, other: text });
  const why = value.kind === "many" ? checkOther(question, value.other ?? "") : undefined;
  return why === undefined && value.kind === "many"
    ? keepChosen(scene, question, value)
    : invalid(why ?? hint("questionnaires-hint-other"));
}

function skip(scene: Scene, question: Question): Outcome {
  if (question.required) return invalid(hint("questionnaires-hint-required"));
  const had = answerTo(scene.state.answers, question.key) !== undefined;
  if (had) return keep(scene, { key: question.key, value: null }, false);
  return moveTo(scene.state, nextCursor(scene.definition, scene.state, scene.state));
}

function done(scene: Scene, question: Question): Outcome {
  const answer = answerTo(scene.state.answers, question.key);
  if (answer === undefined && question.required) return invalid(missingHint(question));
  const why = answer === undefined ? undefined : checkAnswer(question, answer, scene.today);
  if (why !== undefined) return invalid(why);
  return moveTo(scene.state, nextCursor(scene.definition, scene.state, scene.state));
}

const missingHint = (question: Question): Hint =>
  question.kind === "many"
    ? hint("questionnaires-hint-many-few", { min: Math.max(question.min, 1) })
    : hint("questionnaires-hint-required");
