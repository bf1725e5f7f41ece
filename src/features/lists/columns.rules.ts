/** Which column of a sheet holds what: by the headings, and where they say nothing by what stands below. */
import type { ListWords, Meaning } from "./model.ts";
import { classOf, looksLikeName, looksLikeOneName, meaningOf } from "./words.rules.ts";

/** `header`: the row with the headings, -1 when there is none. */
export type Columns = { header: number; meanings: (Meaning | null)[]; titles: string[] };

const LOOK = 30;
const SAMPLE = 200;
const MOST = 0.6;
const TELLING: Meaning[] = ["name", "family", "code", "class", "post"];

/** A heading has no figures in it: «Иванова Мария, 7 класс» is none. */
const headingsIn = (row: string[], words: ListWords): (Meaning | null)[] =>
  row.map((cell) => (/\d/.test(cell) ? null : meaningOf(cell, words)));

/** The row with the most headings, when it says enough to be one. */
export function findHeader(rows: string[][], words: ListWords): number {
  let best = -1;
  let most = 0;
  for (const [index, row] of rows.slice(0, LOOK).entries()) {
    const known = headingsIn(row, words).filter((meaning) => meaning !== null);
    const isTelling = known.some((meaning) => TELLING.includes(meaning));
    const isLone =
      row.filter((cell) => cell !== "").length === 1 && (row.find((cell) => cell !== "")?.length ?? 0) > 25;
    if (isTelling && !isLone && known.length > most) [best, most] = [index, known.length];
  }
  return best;
}

/** Whether a row repeats the headings, as at the top of each printed page. */
export const isRepeated = (row: string[], { header, titles }: Columns): boolean =>
  header >= 0 && row.filter((cell, at) => cell !== "" && cell === titles[at]).length >= 2;

const shareOf = (cells: string[], fits: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(fits).length / cells.length;

const isClass = (words: ListWords) => (cell: string) =>
  /\d/.test(cell) && cell.length <= 14 && classOf(cell, words) !== "";
const nameAtStart = (cell: string): boolean =>
  looksLikeName(cell.replace(/[\s,;]+\d{1,2}\s*-?\s*["\u00ab]?\p{L}?["\u00bb]?.*$/u, ""));

function cellsOf(rows: string[][], column: number): string[] {
  const cells = rows.slice(0, SAMPLE).map((row) => row[column] ?? "");
  return cells.filter((cell) => cell !== "");
}

const KINDS: [Meaning, RegExp][] = [
  ["born", /^(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2}|(?:19|20)\d{2})(?:\s*\p{L}\.?)?$/u],
  ["mail", /^\S+@\S+$/],
  ["phone", /^\+?[\d\s()-]{7,}$/],
  ["number", /^\d{1,4}\.?$/],
];

/** What the cells of a column look like; null when they say nothing. */
function guess(cells: string[], words: ListWords): Meaning | null {
  if (shareOf(cells, nameAtStart) > MOST) return "name";
  for (const [meaning, pattern] of KINDS)
    if (shareOf(cells, (cell) => pattern.test(cell)) > MOST && (meaning !== "number" || isRising(cells)))
      return meaning;
  if (shareOf(cells, isClass(words)) > MOST) return "class";
  return null;
}

const isRising = (cells: string[]): boolean =>
  cells.length > 1 &&
  cells.every((cell, index) => index === 0 || Number.parseInt(cell, 10) > Number.parseInt(cells[index - 1] ?? "", 10));

const NAMES: Meaning[] = ["family", "given", "patronymic"];

/** The meanings of all columns. A meaning that is read stands for one column only: the first. */
export function findColumns(rows: string[][], words: ListWords): Columns {
  const header = findHeader(rows, words);
  const titles = rows[header] ?? [];
  const below = rows.slice(header + 1);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const taken = new Set<Meaning>();
  const once = (meaning: Meaning | null): Meaning | null => {
    if (meaning === null || !taken.has(meaning)) {
      if (meaning) taken.add(meaning);
      return meaning;
    }
    return "other";
  };
  const meanings = Array.from({ length: width }, (_, at) => once(meaningOf(titles[at] ?? "", words)));
  const named = () => taken.has("name") || taken.has("family");
  for (let at = 0; at < width; at++) {
    if (meanings[at]) continue;
    const guessed = guess(cellsOf(below, at), words);
    if (guessed && !taken.has(guessed) && !(guessed === "name" && named())) meanings[at] = once(guessed);
  }
  if (!named())
    for (let at = 0; at < width && NAMES.some((name) => !taken.has(name)); at++)
      if (meanings[at] === null && shareOf(cellsOf(below, at), looksLikeOneName) > MOST)
        meanings[at] = once(NAMES.find((name) => !taken.has(name)) ?? null);
  return { header, meanings, titles };
}
