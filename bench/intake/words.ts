/** The questionnaire of the bench as people see it: what is asked, and the labels of the buttons. */
import { loadShipped } from "#features/questionnaires/index.ts";
import { loadTexts } from "#platform/i18n.ts";
import { inRoot } from "#platform/root.ts";

export const QUESTIONNAIRE = "mentee-pupil-pupil";
export const FORM = "pupil-pupil";
export const SIZE = "usual";
const QUESTIONS = 12;
const HIGHEST_MARK = 10;

export type Option = { id: string; label: string };

export type AskedQuestion = {
  key: string;
  kind: "text" | "one" | "many" | "scale10";
  text: string;
  /** How the text begins, as far as it is the same for everybody. */
  mark: string;
  help: string;
  options: Option[];
};

export type IntakeWords = {
  questions: AskedQuestion[];
  intro: string;
  review: string;
  sent: string;
  begin: string;
  done: string;
  send: string;
  reopen: string;
};

const KINDS = ["text", "one", "many", "scale10"] as const;
const kindOf = (kind: string): AskedQuestion["kind"] => {
  const known = KINDS.find((one) => one === kind);
  if (!known) throw new Error(`the robots cannot answer a question of the kind ${kind}`);
  return known;
};

const marks = (): Option[] =>
  Array.from({ length: HIGHEST_MARK }, (_, index) => ({ id: String(index + 1), label: String(index + 1) }));

/** Reads the shipped questionnaire; throws when it has not the twelve questions that the target speaks of. */
export function intakeWords(): IntakeWords {
  const shipped = loadShipped(inRoot("locales", "questionnaires"));
  const definition = shipped.questionnaires.find((one) => one.definition.id === QUESTIONNAIRE)?.definition;
  if (!definition) throw new Error(`no questionnaire ${QUESTIONNAIRE}`);
  const asked = definition.sections.flatMap((one) => one.questions).filter(({ sizes }) => sizes.includes(SIZE));
  if (asked.length !== QUESTIONS) throw new Error(`${QUESTIONNAIRE} asks ${asked.length} questions, not ${QUESTIONS}`);
  const questions = asked.map((question): AskedQuestion => {
    const options = "options" in question ? question.options : [];
    return {
      key: question.key,
      kind: kindOf(question.kind),
      text: question.text.ru,
      mark: (question.text.ru.split("{")[0] ?? "").trim(),
      help: question.help?.ru ?? "",
      options: question.kind === "scale10" ? marks() : options.map(({ id, label }) => ({ id, label: label.ru })),
    };
  });
  const { plain } = loadTexts(inRoot("locales")).voice({ locale: "ru" });
  return {
    questions,
    intro: `${definition.title.ru}\n\n${definition.intro.ru}\n\n${definition.whoSees.ru}`,
    review: plain("questionnaires-review"),
    sent: plain("questionnaires-sent"),
    begin: plain("questionnaires-begin"),
    done: plain("questionnaires-done"),
    send: plain("questionnaires-send"),
    reopen: plain("questionnaires-reopen"),
  };
}
