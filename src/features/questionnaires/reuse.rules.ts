/** What is known already from another questionnaire: offered under its question, never taken over silently. */
import { checkAnswer, tidyAnswer } from "./answers.rules.ts";
import type { AnswerValue, Definition, Question } from "./model.ts";
import { questionsOf } from "./visible.rules.ts";

/** An answer that the person gave elsewhere, under the topic of its question there. */
export type EarlierAnswer = { knownAs: string; value: AnswerValue; answeredAt: Date };

/** Topics of a sent questionnaire's answers, to be looked for in later ones. */
export function earlierFrom(
  definition: Definition,
  answers: { key: string; value: AnswerValue; answeredAt: Date }[],
): EarlierAnswer[] {
  const topics = new Map(questionsOf(definition).map(({ key, knownAs }) => [key, knownAs]));
  return answers.flatMap(({ key, value, answeredAt }) => {
    const knownAs = topics.get(key);
    return knownAs === undefined ? [] : [{ knownAs, value, answeredAt }];
  });
}

/**
 * By question key, the latest earlier answer of the same topic that fits the question: of the same kind, within its bounds; of
 * several choices those that this question offers too.
 */
export function reusable(definition: Definition, earlier: EarlierAnswer[]): Map<string, AnswerValue> {
  const latestFirst = earlier.toSorted((a, b) => b.answeredAt.getTime() - a.answeredAt.getTime());
  const offers = new Map<string, AnswerValue>();
  for (const question of questionsOf(definition)) {
    const fitting = latestFirst
      .filter(({ knownAs }) => knownAs === question.knownAs)
      .map(({ value }) => fitted(question, value))
      .find((value) => value !== undefined);
    if (fitting !== undefined) offers.set(question.key, fitting);
  }
  return offers;
}

function fitted(question: Question, value: AnswerValue): AnswerValue | undefined {
  const tidy = tidyAnswer(question, offeredOnly(question, value));
  return checkAnswer(question, tidy) === undefined ? tidy : undefined;
}

function offeredOnly(question: Question, value: AnswerValue): AnswerValue {
  if (question.kind !== "many" || value.kind !== "many") return value;
  const offered = new Set(question.options.map(({ id }) => id));
  const options = value.options.filter((id) => offered.has(id));
  return question.other && value.other !== undefined ? { ...value, options } : { kind: "many", options };
}
