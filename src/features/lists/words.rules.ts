/** Cells and headings as words: folded, compared, classes brought into one form. */
import { LISTED_ROLES, type ListedRole, type ListWords, MEANINGS, type Meaning } from "./model.ts";

const YO = /\u0451/g;
const YE = "\u0435";

/** In lower case without signs; the letter yo as ye. */
export const foldCell = (text: string): string =>
  text
    .toLowerCase()
    .replace(YO, YE)
    .replace(/[^\p{L}\p{N}\u2116]+/gu, " ")
    .trim();

const hasStem = (folded: string, stems: string[]): boolean =>
  folded.split(" ").some((word) => stems.some((stem) => word.startsWith(stem)));

/** How well a heading fits a word: the whole, its beginning, somewhere within; 0: not at all. */
function closeness(heading: string, word: string): number {
  if (heading === word) return 300 + word.length;
  if (heading.startsWith(`${word} `)) return 200 + word.length;
  return ` ${heading} `.includes(` ${word} `) ? 100 + word.length : 0;
}

/** What a heading says of its column; null when it is no heading that we know. */
export function meaningOf(cell: string, words: ListWords): Meaning | null {
  const heading = foldCell(cell);
  if (heading === "" || heading.length > 80) return null;
  let best: Meaning | null = null;
  let most = 0;
  for (const meaning of MEANINGS) {
    if (meaning === "other") continue;
    for (const word of words.headings[meaning]) {
      const score = closeness(heading, word);
      if (score > most) [best, most] = [meaning, score];
    }
  }
  return best !== null && hasStem(heading, words.others) ? "other" : best;
}

/** The role that a cell names; null when it names none. */
export function roleOf(cell: string, words: ListWords): ListedRole | null {
  const folded = foldCell(cell);
  return LISTED_ROLES.find((role) => hasStem(folded, words.roles[role])) ?? null;
}

export const isSum = (cell: string, words: ListWords): boolean => {
  const [first = ""] = foldCell(cell).split(" ");
  return words.sums.some((stem) => first.startsWith(stem));
};

const YEARS = 12;
const LONGEST_CLASS = 20;
const QUOTES = /["'\u00ab\u00bb\u201c\u201d\u201e]/g;
/** «7», «7А», «11 б» */
const YEAR_AND_LETTER = /^(\d{1,2})[\s-]*(\p{L})?$/u;

const withoutClassWords = (text: string, words: ListWords): { rest: string; said: boolean } => {
  const parts = text.replace(QUOTES, " ").split(/\s+/);
  const rest = parts.filter((part) => !words.classes.some((word) => foldCell(part).startsWith(word)));
  return { rest: rest.join(" ").trim(), said: rest.length < parts.length };
};

/** A class as a cell of its own column says it: «7 "а" класс» is «7А», other groups stay as they are; empty when it is none. */
export function classOf(cell: string, words: ListWords): string {
  const { rest } = withoutClassWords(cell, words);
  const [, year, letter = ""] = YEAR_AND_LETTER.exec(rest) ?? [];
  if (year !== undefined)
    return Number(year) >= 1 && Number(year) <= YEARS ? `${Number(year)}${letter.toUpperCase()}` : "";
  return rest.length <= LONGEST_CLASS && !looksLikeName(rest) ? rest : "";
}

const IN_TITLE =
  /(?<![\p{L}\d.])(\d{1,2})\s*[-\u2013]?\s*(?:["'\u00ab\u201c\u201e]\s*(\p{L})\s*["'\u00bb\u201d\u201c]|(\p{L}))?(?![\p{L}\d])/gu;
const GROUP = /^\p{Lu}{1,5}-\d{1,3}[\p{L}\d-]*$/u;

/** The class in a heading line or in a sheet's name: a year with its letter, or beside the word «класс»; empty when there is none. */
export function classInTitle(title: string, words: ListWords): string {
  if (GROUP.test(title.trim())) return title.trim();
  const { said } = withoutClassWords(title, words);
  for (const [, year = "", quoted, plain] of title.matchAll(IN_TITLE)) {
    const letter = quoted ?? plain ?? "";
    const fits = Number(year) >= 1 && Number(year) <= YEARS && (letter !== "" || said);
    if (fits) return `${Number(year)}${letter.toUpperCase()}`;
  }
  return "";
}

const NAME_WORD = /^\p{Lu}[\p{L}'\u2019-]*\.?$/u;
const INITIALS = /^(?:\p{Lu}\.){1,2}$/u;

/** Two to five words, each as a name is written. */
export function looksLikeName(cell: string): boolean {
  const words = cell.trim().split(/\s+/);
  const isWord = (word: string) => (NAME_WORD.test(word) && /\p{Ll}|\p{Lu}{2}/u.test(word)) || INITIALS.test(word);
  return words.length >= 2 && words.length <= 5 && words.every(isWord);
}

export const looksLikeOneName = (cell: string): boolean =>
  /^\p{Lu}[\p{Ll}'\u2019-]{2,}(?:-\p{Lu}\p{Ll}+)?$/u.test(cell.trim());

const CLASS_AT_END = /^(.*\p{L}[\p{L}.]*)[\s,;]+(\d{1,2}\s*-?\s*["\u00ab]?\p{L}?["\u00bb]?)(?:\s+(\p{L}+))?\.?$/u;

/** «Иванова Мария 7А»: the name and the class behind it; null when there is none. */
export function nameWithClass(cell: string, words: ListWords): { name: string; className: string } | null {
  const [, name, at, word] = CLASS_AT_END.exec(cell) ?? [];
  if (name === undefined || at === undefined) return null;
  if (word !== undefined && !words.classes.some((one) => foldCell(word).startsWith(one))) return null;
  const className = classOf(at, words);
  return className === "" ? null : { name: name.trim(), className };
}

const CODE = /^[\p{L}\d][\p{L}\d-]{1,11}$/u;

/** A code as the school writes it, in capital letters; null when it is none. */
export const codeOf = (cell: string): string | null => (CODE.test(cell.trim()) ? cell.trim().toUpperCase() : null);
