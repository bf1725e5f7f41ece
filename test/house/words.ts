/** How the bot speaks: warm, exact, in the person's own language, with no word that a pupil should not meet. */
import { parseDocument, visit } from "yaml";
import { messagesOf } from "./fluent.ts";
import { at, type Source } from "./tree.ts";

/** A text that somebody reads, with the place where it stands. */
export type Said = { where: string; text: string };

/** The texts of a Fluent file, every form of each. */
export const saidIn = (file: Source): Said[] =>
  messagesOf(file).messages.flatMap(({ where, forms }) => forms.map((text) => ({ where, text })));

/** The texts of a YAML file that stand under one of these languages; without any, all texts. */
export function saidInYaml(file: Source, languages: readonly string[]): Said[] {
  const said: Said[] = [];
  visit(parseDocument(file.text), {
    Scalar(key, node, ancestors) {
      if (key === "key" || typeof node.value !== "string") return;
      const under = ancestors.findLast((one) => "key" in one && languages.includes(String(one.key)));
      if (under) said.push({ where: at(file, node.range?.[0] ?? 0, node.value.slice(0, 30)), text: node.value });
    },
  });
  return said;
}

/** A Russian word as a whole; the pattern describes the word with its endings. */
const word = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}-])(?:${pattern})(?![\\p{L}-])`, "iu");

const FOR_SCHOOL_ONLY = word("наставляем\\p{L}*|пар[аыуе]|парой|ИПР|запрос(?:а|у|ом|е|ы|ов|ам|ами|ах)?");
const OFFICIALESE = word(
  "в связи с|осуществл\\p{L}+|данн(?:ый|ая|ое|ого|ой|ом|ую)|необходимо|в целях|надлежащ\\p{L}+|вышеуказанн\\p{L}+|посредством|" +
    "в случае если|в рамках|производится|является|являются|уважаем\\p{L}+|пользовател\\p{L}+|корректн\\p{L}+|валидн\\p{L}+|функционал\\p{L}*|" +
    "имеется|согласно|путём нажатия|ввод данных|введите",
);
const UNKIND = word("отклонить|отклоните|дефицит\\p{L}*|просроч\\p{L}*|заблокир\\p{L}*|разблокир\\p{L}*");
const FORMAL = word("вы|вас|вам|вами|ваш\\p{L}*");
const FORMAL_VERB = word("(?!сайте|лимите|защите|примите)\\p{L}{2,}(?:ите|йте|ьте)(?:сь)?");
const INTIMATE = word("ты|тебя|тебе|тобой|тво[йяюеёи]|твоего|твоей|твоих|твоим|твоему|твоём");
const QUOTED = /«[^»]*»/g;

const naming =
  (pattern: RegExp, why: string, clean: (text: string) => string = (text) => text) =>
  (said: Said[]): string[] =>
    said.flatMap(({ where, text }) => {
      const found = pattern.exec(clean(text))?.[0];
      return found ? [`${where}: ${why} «${found}»`] : [];
    });

const unquoted = (text: string): string => text.replace(QUOTED, "");
/** «Вы с наставником договоритесь» speaks to one pupil about two people. */
const ofOne = (text: string): string => unquoted(text).replace(/(?<!\p{L})вы с [^.!?\n]+/giu, "");

/** Words of the school about a pupil, which the pupil does not hear. */
export const schoolWords = naming(FOR_SCHOOL_ONLY, "a pupil does not hear");
/** Words that blame or turn away; there are kinder ones: «пока не могу», «в чём хочу вырасти», «ждём ответа», «бот не доходит». */
export const unkind = naming(UNKIND, "there is a kinder word for");
export const officialese = naming(OFFICIALESE, "nobody speaks so:");
export const formal = naming(FORMAL, "to a pupil on «ты»:", ofOne);
export const formalVerbs = naming(FORMAL_VERB, "to a pupil on «ты»:", ofOne);
export const intimate = naming(INTIMATE, "to everybody on «вы»:", unquoted);

/** Names that stay in Latin letters in Russian. */
const LATIN = new Set(["Telegram", "SHA", "QR", "Excel", "CSV", "Word", "PDF", "Language", "English", "EN"]);
const NOT_PROSE =
  /<code>[^<]*<\/code>|\.(?:xlsx?|csv|docx|json|html|txt)\b|\b[a-z-]+(?:\.[a-z-]+)+\b|\b[A-Z]+_[A-Z_]+\b|<\/?[a-z-]+>|\{[^}]*\}|(?:https?|t\.me|tg):\/\/\S+|\/[a-z_]+|[A-Z][a-z]+\/[A-Z][a-z_]+/g;

/** Words in Latin letters that are neither a command, a tag, a variable, an address, a time zone nor a known name. */
export const latin = (said: Said[]): string[] =>
  said.flatMap(({ where, text }) => {
    const words = text.replace(NOT_PROSE, " ").match(/[A-Za-z]{2,}/g) ?? [];
    return words.filter((one) => !LATIN.has(one)).map((one) => `${where}: not Russian: ${one}`);
  });

const TYPOGRAPHY: [RegExp, string][] = [
  [/[^\n] {2}/, "two spaces"],
  [/[ \t]$/m, "a space at the end of a line"],
  [/ [,.!?;:](?:\s|$)/, "a space before a mark"],
  [/\.\.\./, "three dots instead of «…»"],
  [/ - /, "a hyphen instead of a dash"],
  [/(?<!=)"(?!>)/, "a straight quotation mark"],
  [/[,;—–]\s*$/, "ends in the middle"],
];
const bare = (text: string): string => text.replace(/<[^>]+>/g, "").trim();
const SENTENCES = /[.!?…]\s+\p{Lu}/u;
const ENDED = /[.!?…:»)}]$/u;

/** Slips of the hand; and a text of several sentences ends as a sentence. */
export const untidy = (said: Said[]): string[] =>
  said.flatMap(({ where, text }) => {
    const slips = TYPOGRAPHY.filter(([pattern]) => pattern.test(text)).map(([, why]) => `${where}: ${why}`);
    const last = bare(text).split("\n").at(-1) ?? "";
    return SENTENCES.test(last) && !ENDED.test(last) ? [...slips, `${where}: the last sentence has no end`] : slips;
  });
