/** What a person sees of the questionnaire: found in the words of the screen, as a person finds it. */
import { loadShipped } from "#features/questionnaires/index.ts";
import type { Definition, LocaleWords } from "#features/questionnaires/model.ts";
import { loadTexts } from "#platform/i18n.ts";
import { inRoot } from "#platform/root.ts";
import type { ChatMessage } from "#playground/telegram/model.ts";

const QUESTIONNAIRE = "mentor-pupil";

export type Option = { id: string; label: string };
/** `mark` is how the question begins; options have the labels of their buttons. */
export type Asked = {
  key: string;
  kind: "text" | "one" | "many" | "yesno" | "number";
  mark: string;
  options: Option[];
};

export type Sight =
  | { at: "question"; asked: Asked; ticked: string[]; message: ChatMessage }
  | { at: "intro" | "review" | "sent"; message: ChatMessage }
  /** Left, with a button that leads back. */
  | { at: "paused"; back: string; message: ChatMessage };

type Question = Definition["sections"][number]["questions"][number];

const CHOSEN = "✓ ";

const numbersFrom = (least: number, most: number): Option[] =>
  Array.from({ length: most - least + 1 }, (_, index) => String(least + index)).map((id) => ({ id, label: id }));

function askedOf(question: Question, { yes, no }: LocaleWords): Asked {
  const mark = (question.text.ru.split("{")[0] ?? "").trim();
  switch (question.kind) {
    case "text":
      return { key: question.key, kind: question.kind, mark, options: [] };
    case "one":
    case "many": {
      const options = question.options.map(({ id, label }) => ({ id, label: label.ru }));
      return { key: question.key, kind: question.kind, mark, options };
    }
    case "yesno": {
      const options = [
        { id: "yes", label: yes },
        { id: "no", label: no },
      ];
      return { key: question.key, kind: question.kind, mark, options };
    }
    case "number":
      return {
        key: question.key,
        kind: question.kind,
        mark,
        options: numbersFrom(question.min ?? 0, question.max ?? 9),
      };
    default:
      throw new Error(`the robots cannot answer a question of the kind ${question.kind}`);
  }
}

/** `resume` is how the button begins that leads back to the questions. */
export type Words = { questions: Asked[]; begin: string; resume: string; done: string; send: string; reopen: string };

/** The questions and labels of the questionnaire that `enrol`led mentors get. */
export function readWords(): Words {
  const shipped = loadShipped(inRoot("locales", "questionnaires"));
  const definition = shipped.questionnaires.find((one) => one.definition.id === QUESTIONNAIRE)?.definition;
  if (!definition) throw new Error(`no questionnaire ${QUESTIONNAIRE}`);
  const { plain } = loadTexts(inRoot("locales")).voice({ locale: "ru" });
  return {
    questions: definition.sections
      .flatMap(({ questions }) => questions)
      .map((question) => askedOf(question, shipped.words.ru)),
    begin: plain("questionnaires-begin"),
    resume: plain("questionnaires-resume", { at: "", of: "" }).split("  ")[0] ?? "",
    done: plain("questionnaires-done"),
    send: plain("questionnaires-send"),
    reopen: plain("questionnaires-reopen"),
  };
}

export const labelsOf = ({ buttons }: ChatMessage): string[] => buttons.flat().map(({ text }) => text);

/** What this message of the bot is to somebody who goes through the questionnaire; null: nothing of it. */
export function readSight(message: ChatMessage, words: Words): Sight | null {
  const labels = labelsOf(message);
  if (!message.byBot || labels.length === 0) return null;
  if (labels.includes(words.send)) return { at: "review", message };
  if (labels.includes(words.reopen)) return { at: "sent", message };
  if (labels.includes(words.begin)) return { at: "intro", message };
  const back = labels.find((label) => label.startsWith(words.resume));
  if (back !== undefined) return { at: "paused", back, message };
  const asked = words.questions.find(({ mark }) => message.text.includes(mark));
  if (!asked) return null;
  const ticked = asked.options.filter(({ label }) => labels.includes(CHOSEN + label)).map(({ id }) => id);
  return { at: "question", asked, ticked, message };
}

/** Two sights with one place are the same to the person: the same question with the same marks. */
export const placeOf = (sight: Sight): string =>
  sight.at === "question" ? [sight.asked.key, ...sight.ticked].join(" ") : sight.at;
