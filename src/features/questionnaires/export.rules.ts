/** A questionnaire as a table: one line per person, columns that a spreadsheet can count. */
import { answerTo } from "./answers.rules.ts";
import { type Answers, type AnswerValue, type Definition, OTHER, type Question, type Size } from "./model.ts";
import { chosenLabels, formatAnswer, heading, optionLabel, type Speech } from "./texts.rules.ts";
import { questionsOf } from "./visible.rules.ts";

/** `part`: the answer itself (for several choices all of them joined), one option by its id, or the own words. */
export type ExportColumn = {
  key: string;
  part: "answer" | { option: string };
  heading: string;
  type: "text" | "number" | "date";
};

/** Text stays text whatever it begins with; a date is YYYY-MM-DD; `null` is an empty cell. */
export type ExportCell = string | number | null;

/** The columns of a questionnaire for every branch, of one length or (no size) of all; question texts as headings. */
export const exportColumns = (definition: Definition, speech: Speech, size?: Size): ExportColumn[] =>
  questionsOf(definition, size).flatMap((question) => columnsOf(question, speech));

function columnsOf(question: Question, speech: Speech): ExportColumn[] {
  const text = heading(question.text, speech.voice);
  const main: ExportColumn = { key: question.key, part: "answer", heading: text, type: cellType(question) };
  if (question.kind !== "many" && !(question.kind === "one" && question.other)) return [main];
  const listed = question.kind === "many" ? question.options.map(({ id }) => id) : [];
  const each = [...listed, ...(question.other ? [OTHER] : [])].map(
    (option): ExportColumn => ({
      key: question.key,
      part: { option },
      heading: `${text}: ${optionLabel(question, option, speech)}`,
      type: option === OTHER ? "text" : "number",
    }),
  );
  return [main, ...each];
}

function cellType({ kind }: Question): ExportColumn["type"] {
  if (kind === "number" || kind === "scale5" || kind === "scale10") return "number";
  return kind === "date" ? "date" : "text";
}

/**
 * One person's line, cell for cell under `exportColumns`. Give it the answers that count (`activeAnswers`). An option's cell is
 * 1 when chosen, 0 when not, and empty when the question was not answered.
 */
export function exportCells(definition: Definition, answers: Answers, speech: Speech, size?: Size): ExportCell[] {
  return questionsOf(definition, size).flatMap((question) => {
    const answer = answerTo(answers, question.key);
    return columnsOf(question, speech).map(({ part }) =>
      answer === undefined ? null : cellOf(question, answer, part, speech),
    );
  });
}

function cellOf(question: Question, answer: AnswerValue, part: ExportColumn["part"], speech: Speech): ExportCell {
  if (part !== "answer") return partCell(answer, part.option);
  if (answer.kind === "many") return chosenLabels(question, answer, speech).join("; ");
  if (answer.kind === "number") return answer.number;
  if (answer.kind === "scale5" || answer.kind === "scale10") return answer.value;
  return answer.kind === "date" ? answer.date : formatAnswer(question, answer, speech);
}

function partCell(answer: AnswerValue, option: string): ExportCell {
  if (answer.kind !== "one" && answer.kind !== "many") return null;
  if (option === OTHER) return answer.other ?? null;
  return answer.kind === "many" && answer.options.includes(option) ? 1 : 0;
}
