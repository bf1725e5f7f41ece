/** Tables as text: read from what was pasted or saved by Excel, written so that Excel opens them. */
import type { Coded, Listed, Side } from "./naming.ts";

const BOM = "\ufeff";

/** The sign between cells: of tab, semicolon and comma the one that the first line has most of. */
function separatorOf(text: string): string {
  const first = text.split("\n")[0] ?? "";
  const count = (sign: string): number => first.split(sign).length;
  return ["\t", ";", ","].toSorted((one, other) => count(other) - count(one))[0] ?? ";";
}

/** The cells of a text: quotes hold separators and line breaks, two quotes are one. Empty lines are left out. */
export function readLines(text: string): string[][] {
  const clean = text.replace(BOM, "").replaceAll("\r\n", "\n");
  const between = separatorOf(clean);
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell.trim());
    cell = "";
  };
  for (let at = 0; at < clean.length; at++) {
    const sign = clean[at] ?? "";
    if (quoted && sign === '"' && clean[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (sign === '"' && (quoted || cell.trim() === "")) quoted = !quoted;
    else if (!quoted && sign === between) endCell();
    else if (!quoted && sign === "\n") {
      endCell();
      rows.push([]);
    } else cell += sign;
  }
  endCell();
  return rows.filter((row) => row.some((one) => one !== ""));
}

const quoted = (cell: string): string => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A text that Excel opens as a table, in any language of Excel. */
export const writeLines = (rows: readonly (readonly string[])[]): string =>
  `${BOM}${rows.map((row) => row.map(quoted).join(";")).join("\r\n")}\r\n`;

/** The words by which columns are known, in lower case; of every language at once. */
export type ColumnWords = Record<"name" | "family" | "given" | "patronymic" | "className" | "side", string[]> & {
  sides: Record<Side, string[]>;
};

type Columns = Partial<Record<"name" | "family" | "given" | "patronymic" | "className" | "side", number>>;

const lower = (cell: string): string => cell.trim().toLowerCase();
const CLASS = /^\d{1,2}\s*[-\u2013]?\s*[\u00ab"]?\p{L}?[\u00bb"]?$/u;
/** Two or three words of letters. */
const NAME = /^\p{L}[\p{L}'-]+(?:\s+\p{L}[\p{L}.'-]*){1,3}$/u;

function headed(row: readonly string[], words: ColumnWords): Columns {
  const columns: Columns = {};
  for (const [at, cell] of row.entries())
    for (const key of ["name", "family", "given", "patronymic", "className", "side"] as const)
      if (columns[key] === undefined && words[key].includes(lower(cell))) columns[key] = at;
  return columns;
}

/** Without headings: the column of names and the last one of classes (before it rows are numbered), by what stands in them. */
function guessed(rows: readonly string[][]): Columns {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const most = (fits: RegExp, last = false): number | undefined => {
    const counts = Array.from({ length: width }, (_, at) => rows.filter((row) => fits.test(row[at] ?? "")).length);
    const best = Math.max(0, ...counts);
    if (best * 2 <= rows.length) return undefined;
    return last ? counts.lastIndexOf(best) : counts.indexOf(best);
  };
  const [name, className] = [most(NAME), most(CLASS, true)];
  return { ...(name === undefined ? {} : { name }), ...(className === undefined ? {} : { className }) };
}

/** The people of a list; a row without a name is none. `fallback` is what everybody is when no column says it. */
export function readPeople(rows: readonly string[][], words: ColumnWords, fallback: Side): Listed[] {
  const header = rows.findIndex((row) => {
    const found = headed(row, words);
    return found.name !== undefined || found.family !== undefined;
  });
  const columns = header < 0 ? guessed(rows) : headed(rows[header] ?? [], words);
  const cell = (row: readonly string[], key: keyof Columns): string => row[columns[key] ?? -1] ?? "";
  const side = (text: string): Side =>
    (["mentor", "mentee", "staff"] as const).find((one) => words.sides[one].includes(lower(text))) ?? fallback;
  return rows
    .slice(header + 1)
    .map((row) => {
      const parts = [
        cell(row, "family"),
        columns.family === undefined ? "" : cell(row, "given"),
        cell(row, "patronymic"),
      ];
      const name = cell(row, "name") || parts.filter((part) => part !== "").join(" ");
      return {
        name: name.replace(/\s+/g, " ").trim(),
        className: cell(row, "className"),
        side: side(cell(row, "side")),
      };
    })
    .filter(({ name }) => /\p{L}/u.test(name));
}

/** The list for the bot: number, code, class, role; no names. `titles` are the headings, `sides` the words of the roles. */
export const namelessLines = (
  people: readonly Coded[],
  titles: readonly [string, string, string, string],
  sides: Record<Side, string>,
): string =>
  writeLines([
    titles,
    ...people.map(({ code, className, side }, at) => [String(at + 1), code, className, sides[side]]),
  ]);
