/** What a sent list says: rows and doubts. Pure; names pass through and are kept by nobody. */
import { type Columns, findColumns, isRepeated } from "./columns.rules.ts";
import type { At, Doubt, ListWords, Meaning, ReadRow, Understood } from "./model.ts";
import { classInTitle, classOf, codeOf, foldCell, isSum, looksLikeName, nameWithClass, roleOf } from "./words.rules.ts";

type Sheet = { name: string; rows: string[][] };
type Reading = { words: ListWords; columns: Columns; sheet: string };
/** A row with what is needed to tell it from others. */
type Found = ReadRow & { own: number | null; born: string };

const NAMES: Meaning[] = ["name", "family", "given", "patronymic"];
const UNNEEDED: (Meaning | null)[] = ["born", "phone", "mail", "address", "other", null];

const cellOf = ({ meanings }: Columns, row: string[], meaning: Meaning): string => {
  const at = meanings.indexOf(meaning);
  return at < 0 ? "" : (row[at] ?? "");
};

const nameOf = (columns: Columns, row: string[]): string =>
  NAMES.map((meaning) => cellOf(columns, row, meaning))
    .filter((part) => part !== "")
    .join(" ")
    .replace(/\s+/g, " ");

/** A line that says only which class comes below it, or nothing at all. */
const filledIn = (row: string[]): string[] => [...new Set(row.filter((cell) => cell !== ""))];

const numberOf = (cell: string): number | null => (/^\d{1,5}\.?$/.test(cell) ? Number.parseInt(cell, 10) : null);

type Told = { rows: Found[]; noName: At[]; oddRole: At[]; oddCode: At[]; skipped: At[] };

function readRow(reading: Reading, row: string[], at: At, section: string, told: Told): void {
  const { columns, words } = reading;
  const cell = (meaning: Meaning) => cellOf(columns, row, meaning);
  const both = nameOf(columns, row);
  const named = columns.meanings.some((meaning) => meaning === "name" || meaning === "family");
  const split = nameWithClass(both, words);
  const name = split?.name ?? both;
  const className = classOf(cell("class"), words) || split?.className || section;
  const roleCell = cell("role");
  const codeCell = cell("code");
  const code = codeCell === "" ? null : codeOf(codeCell);
  if (isSum(both, words) || isSum(row.find((one) => one !== "") ?? "", words)) return void told.skipped.push(at);
  if (named && name === "" && code === null) return void told.noName.push(at);
  const role = roleCell === "" ? null : roleOf(roleCell, words);
  if (roleCell !== "" && role === null) told.oddRole.push(at);
  if (codeCell !== "" && code === null) told.oddCode.push(at);
  const post = cell("post");
  const own = numberOf(cell("number"));
  const kept = { name, className, post: looksLikeName(post) ? "" : post.slice(0, 80), role, code };
  told.rows.push({ at, number: at.line, ...kept, own, born: cell("born") });
}

function readSheet({ name, rows }: Sheet, sheet: string, words: ListWords): Told & { columns: Columns } {
  const columns = findColumns(rows, words);
  const reading = { words, columns, sheet };
  const told: Told = { rows: [], noName: [], oddRole: [], oddCode: [], skipped: [] };
  let section = classInTitle(name, words);
  for (const row of rows.slice(0, Math.max(0, columns.header))) section = classInTitle(row.join(" "), words) || section;
  for (const [index, row] of rows.entries()) {
    if (index <= columns.header) continue;
    const filled = filledIn(row);
    if (filled.length === 0 || isRepeated(row, columns)) continue;
    const [only = ""] = filled;
    const title =
      filled.length === 1 && !nameWithClass(only, words) && !looksLikeName(only) ? classInTitle(only, words) : "";
    const isRow = title === "" || cellOf(columns, row, "code") !== "";
    if (isRow) readRow(reading, row, { sheet, line: index + 1 }, section, told);
    else section = title;
  }
  return { ...told, rows: numbered(told.rows), columns };
}

/** The list's own numbers where every row has one and no two are alike; the lines of the file otherwise. */
function numbered(rows: Found[]): Found[] {
  const own = rows.map((row) => row.own);
  const isWhole = own.every((number) => number !== null) && new Set(own).size === rows.length;
  return isWhole ? rows.map((row) => ({ ...row, number: row.own ?? row.number })) : rows;
}

/** Leaves one of two equal rows out, and says so; two of one name born on different days are two. */
function withoutDoubles(rows: Found[]): { rows: Found[]; doubts: Doubt[] } {
  const first = new Map<string, Found>();
  const doubts: Doubt[] = [];
  const kept = rows.filter((row) => {
    const key = row.code ?? (row.name === "" ? null : `${foldCell(row.name)} ${row.className}`);
    const before = key === null ? undefined : first.get(key);
    if (key !== null && !before) first.set(key, row);
    if (!before) return true;
    const isOther = row.code === null && row.born !== "" && before.born !== "" && row.born !== before.born;
    doubts.push({ kind: isOther ? "namesakes" : "same", at: [before.at, row.at] });
    return isOther;
  });
  return { rows: kept, doubts };
}

function unneededIn({ meanings, titles }: Columns): string[] {
  return titles.filter((title, at) => title !== "" && UNNEEDED.includes(meanings[at] ?? null));
}

const LONGEST_TITLE = 40;

/** Reads all sheets of a file or the pasted lines. */
export function readList(sheets: Sheet[], words: ListWords): Understood {
  const told = sheets.map((sheet) => readSheet(sheet, sheets.length > 1 ? sheet.name : "", words));
  const { rows, doubts } = withoutDoubles(told.flatMap((one) => one.rows));
  const at = (kind: "noName" | "oddRole" | "oddCode" | "skipped"): Doubt => ({
    kind,
    at: told.flatMap((one) => one[kind]),
  });
  const noClass: Doubt = {
    kind: "noClass",
    at: rows.filter((row) => row.className === "" && row.post === "").map((row) => row.at),
  };
  const titles = [...new Set(told.flatMap((one) => unneededIn(one.columns)))].map((title) =>
    title.slice(0, LONGEST_TITLE),
  );
  const counted = [noClass, at("noName"), at("oddRole"), at("oddCode"), at("skipped")];
  return {
    rows: rows.map(({ own: _own, born: _born, ...row }) => row),
    doubts: [
      ...doubts,
      ...counted.filter((doubt) => doubt.kind === "unneeded" || doubt.at.length > 0),
      ...(titles.length > 0 ? [{ kind: "unneeded" as const, titles }] : []),
    ],
    named: rows.some(({ name }) => name !== ""),
  };
}
