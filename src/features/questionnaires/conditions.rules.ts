/** Whether the conditions of a definition make sense: earlier questions, real options, things that can be compared. */
import { hasOption, highestMark } from "./answers.rules.ts";
import type { Condition, Question, QuestionKind } from "./model.ts";

type Comparison = Extract<Condition, { key: string }>;

/** What is wrong with the condition under which `question` is shown; `earlier` are the questions before it. */
export function conditionProblems(condition: Condition, question: Question, earlier: Question[]): string[] {
  if ("all" in condition) return condition.all.flatMap((part) => conditionProblems(part, question, earlier));
  if ("any" in condition) return condition.any.flatMap((part) => conditionProblems(part, question, earlier));
  if ("not" in condition) return conditionProblems(condition.not, question, earlier);
  const source = earlier.find(({ key }) => key === condition.key);
  if (source === undefined) return [`showIf names "${condition.key}", which is not an earlier question`];
  if (!question.sizes.every((size) => source.sizes.includes(size))) {
    return [`showIf names "${condition.key}", which is not asked in every size that it is`];
  }
  const why = comparisonProblem(condition, source);
  return why === undefined ? [] : [`showIf on "${condition.key}": ${why}`];
}

const MARKS: readonly QuestionKind[] = ["scale5", "scale10", "frequency5"];

function comparisonProblem(condition: Comparison, source: Question): string | undefined {
  if ("equals" in condition) return equalsProblem(condition.equals, source);
  if ("includes" in condition) {
    if (source.kind !== "many") return `includes does not suit the kind ${source.kind}`;
    return hasOption(source, condition.includes) ? undefined : `there is no option "${condition.includes}"`;
  }
  if ("gt" in condition) return orderProblem(condition.gt, source);
  return "lt" in condition ? orderProblem(condition.lt, source) : undefined;
}

function equalsProblem(wanted: string | number | boolean, source: Question): string | undefined {
  if (source.kind === "one") {
    return typeof wanted === "string" && hasOption(source, wanted) ? undefined : `there is no option "${wanted}"`;
  }
  if (source.kind === "yesno") return typeof wanted === "boolean" ? undefined : "equals must be true or false";
  if (source.kind === "many") return "a question of several choices wants includes";
  if (source.kind === "text" || source.kind === "date") {
    return typeof wanted === "string" ? undefined : "equals must be a text";
  }
  return numberProblem(wanted, source);
}

function orderProblem(wanted: number | string, source: Question): string | undefined {
  if (source.kind === "date") return typeof wanted === "string" ? undefined : "must be compared with a date";
  const ordered = source.kind === "number" || MARKS.includes(source.kind);
  return ordered ? numberProblem(wanted, source) : `gt and lt do not suit the kind ${source.kind}`;
}

function numberProblem(wanted: unknown, source: Question): string | undefined {
  if (typeof wanted !== "number") return "must be compared with a number";
  if (source.kind !== "scale5" && source.kind !== "scale10" && source.kind !== "frequency5") return undefined;
  return wanted >= 1 && wanted <= highestMark(source.kind) ? undefined : `there is no mark ${wanted}`;
}

/** Whether the condition can only be met when the question `key` has an answer. */
export function guarantees(condition: Condition | undefined, key: string): boolean {
  if (condition === undefined || "not" in condition) return false;
  if ("all" in condition) return condition.all.some((part) => guarantees(part, key));
  if ("any" in condition) return condition.any.every((part) => guarantees(part, key));
  return condition.key === key;
}
