/** Which questions a person is asked: the length chosen, the branches opened by earlier answers, how far one has come. */
import { answerTo, checkAnswer } from "./answers.rules.ts";
import {
  type Answers,
  type AnswerValue,
  type Condition,
  type Definition,
  OTHER,
  type Question,
  type RunState,
  type Size,
} from "./model.ts";

/** All questions in order, or those of one length. */
export function questionsOf(definition: Definition, size?: Size): Question[] {
  const all = definition.sections.flatMap((section) => section.questions);
  return size === undefined ? all : all.filter((question) => question.sizes.includes(size));
}

/** The question with this key, if there is one. */
export const findQuestion = (definition: Definition, key: string): Question | undefined =>
  questionsOf(definition).find((question) => question.key === key);

/** What conditions compare: the option's id, the mark, yes or no, the ISO date, the text. */
function factOf(value: AnswerValue): string | number | boolean | string[] {
  switch (value.kind) {
    case "text":
      return value.text;
    case "number":
      return value.number;
    case "date":
      return value.date;
    case "yesno":
      return value.yes;
    case "one":
      return value.option;
    case "many":
      return value.other === undefined ? value.options : [...value.options, OTHER];
    default:
      return value.value;
  }
}

/** Whether a condition is met by these answers. A comparison with a question that has no answer is not met. */
export function holds(condition: Condition, answers: Answers): boolean {
  if ("all" in condition) return condition.all.every((part) => holds(part, answers));
  if ("any" in condition) return condition.any.some((part) => holds(part, answers));
  if ("not" in condition) return !holds(condition.not, answers);
  const answer = answerTo(answers, condition.key);
  return answer !== undefined && compares(condition, factOf(answer));
}

type Comparison = Extract<Condition, { key: string }>;

function compares(condition: Comparison, fact: ReturnType<typeof factOf>): boolean {
  if ("equals" in condition) return fact === condition.equals;
  if ("includes" in condition) return Array.isArray(fact) && fact.includes(condition.includes);
  if ("gt" in condition) return typeof fact === typeof condition.gt && fact > condition.gt;
  if ("lt" in condition) return typeof fact === typeof condition.lt && fact < condition.lt;
  return condition.answered;
}

/** The run as far as it decides what is asked. */
export type Path = Pick<RunState, "size" | "answers">;

/**
 * The questions asked of this person, in order. An answer kept from a branch that has since closed opens nothing: one pass from
 * first to last, in which only visible questions count.
 */
export function visibleQuestions(definition: Definition, path: Path): Question[] {
  const seen: Question[] = [];
  let active: Answers = {};
  for (const question of questionsOf(definition, path.size)) {
    if (question.showIf !== undefined && !holds(question.showIf, active)) continue;
    seen.push(question);
    const answer = answerTo(path.answers, question.key);
    if (answer !== undefined) active = { ...active, [question.key]: answer };
  }
  return seen;
}

/** The answers that count: those of visible questions. */
export function activeAnswers(definition: Definition, path: Path): Answers {
  const counted = visibleQuestions(definition, path).flatMap(({ key }) => {
    const answer = answerTo(path.answers, key);
    return answer === undefined ? [] : [[key, answer] as const];
  });
  return Object.fromEntries(counted);
}

/** «4 из 12»: the place of the question on the screen among those visible now; 0 on the intro, all on the review. */
export function progress(definition: Definition, state: RunState): { at: number; of: number } {
  const visible = visibleQuestions(definition, state);
  const { cursor } = state;
  if (cursor.at === "intro") return { at: 0, of: visible.length };
  if (cursor.at === "review") return { at: visible.length, of: visible.length };
  return { at: visible.findIndex(({ key }) => key === cursor.key) + 1, of: visible.length };
}

/** Whether the question, as it stands, keeps the questionnaire from being sent: required and empty, or begun and not fitting yet. */
export function blocksSending(question: Question, answers: Answers): boolean {
  const answer = answerTo(answers, question.key);
  return answer === undefined ? question.required : checkAnswer(question, answer) !== undefined;
}

/** Keys of the visible questions that keep it from being sent, in order. */
export const missingRequired = (definition: Definition, path: Path): string[] =>
  visibleQuestions(definition, path)
    .filter((question) => blocksSending(question, path.answers))
    .map((question) => question.key);
