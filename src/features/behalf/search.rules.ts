/**
 * What a typed surname, given name or code may mean. A search forgives one wrong letter (left out, put in, replaced, two swapped)
 * in a word of four letters and more, and takes the beginning of a word for the word.
 */

/** What somebody looks for: spellings of one code, or words of a name, folded. */
export type Sought = { kind: "code"; codes: string[] } | { kind: "words"; words: string[] };

const LONGEST = 80;
const MOST_WORDS = 4;
/** In shorter words one letter more or less is another name. */
const FORGIVING = 4;

const CODE = /^(\p{L})[\s\p{Pd}.\u2212]*0*(\d{1,5})$/u;
/** Cyrillic capitals that look like the Latin ones of a code. */
const LATIN: Readonly<Record<string, string>> = {
  "\u0423": "Y",
  "\u041d": "H",
  "\u041a": "K",
  "\u0420": "P",
  "\u0421": "C",
  "\u041e": "O",
  "\u0410": "A",
  "\u0412": "B",
  "\u0415": "E",
  "\u041c": "M",
  "\u0422": "T",
  "\u0425": "X",
};
const NAME_WORD = /^[\p{L}\p{M}'\u2019]+$/u;

/** The code as it may be kept, for a code in any script and writing; null when it is none. */
export function readCode(text: string): string[] | null {
  const found = CODE.exec(text.normalize("NFKC").trim().toUpperCase());
  const [, sign = "", number = ""] = found ?? [];
  if (!found) return null;
  const letter = LATIN[sign] ?? sign;
  return [2, 1, 3].map((width) => `${letter}-${number.padStart(width, "0")}`);
}

/** Lower case, the letter yo as ye: as `Person.search` is kept. */
export const foldName = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll("\u0451", "\u0435");

/** The words of a name as they are compared: a double name is two. */
export const wordsIn = (text: string): string[] =>
  foldName(text)
    .split(/[\s\p{Pd}.,;!?\u2212]+/u)
    .filter((word) => word !== "");

/** Null when it is plainly no name and no code: a sentence, a command, figures. */
export function readSought(text: string): Sought | null {
  if (text.length > LONGEST || text.startsWith("/")) return null;
  const codes = readCode(text);
  if (codes) return { kind: "code", codes };
  const words = wordsIn(text);
  const isName = words.length > 0 && words.length <= MOST_WORDS && words.every((word) => NAME_WORD.test(word));
  return isName && words.some((word) => word.length > 1) ? { kind: "words", words } : null;
}

/** Whether one word is the other with at most one letter left out, put in, replaced, or two neighbours swapped. */
export function isNear(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let from = 0;
  while (from < one.length && from < other.length && one[from] === other[from]) from++;
  let end = 0;
  const most = Math.min(one.length, other.length) - from;
  while (end < most && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [left, right] = [one.slice(from, one.length - end), other.slice(from, other.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

const EXACT = 0;
const BEGUN = 1;
const ERRED = 2;

function fitOf(typed: string, word: string): number | null {
  if (typed === word) return EXACT;
  if (word.startsWith(typed)) return BEGUN;
  return typed.length >= FORGIVING && isNear(typed, word) ? ERRED : null;
}

/** How badly these typed words fit this name, each a word of its own, in any order; 0: exactly; null: they do not. */
export function fitOfName(typed: readonly string[], name: readonly string[]): number | null {
  const [first, ...rest] = typed;
  if (first === undefined) return 0;
  let best: number | null = null;
  for (const [at, word] of name.entries()) {
    const fit = fitOf(first, word);
    const others = fit === null ? null : fitOfName(rest, name.toSpliced(at, 1));
    if (fit !== null && others !== null && (best === null || fit + others < best)) best = fit + others;
  }
  return best;
}

/** Patterns of LIKE over ` <name in words> `: whoever fits the word matches one of them. */
export type Patterns = { begins: string; ends: string; swapped: string };

/**
 * One error leaves one half of a word whole: the word then begins with the first half or ends with the second. Only two letters
 * swapped across the middle spoil both, and that is one certain word.
 */
export function patternsOf(word: string): Patterns {
  if (word.length < FORGIVING) return { begins: `% ${word}%`, ends: `% ${word}%`, swapped: `% ${word}%` };
  const half = Math.floor(word.length / 2);
  const swapped = `${word.slice(0, half - 1)}${word[half]}${word[half - 1]}${word.slice(half + 1)}`;
  return { begins: `% ${word.slice(0, half)}%`, ends: `%${word.slice(half)} %`, swapped: `% ${swapped} %` };
}

/** The word by which to look in the database: the longest leaves the fewest. */
export const longestOf = (words: readonly string[]): string =>
  words.reduce((longest, word) => (word.length > longest.length ? word : longest), "");
