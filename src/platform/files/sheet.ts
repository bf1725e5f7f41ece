/**
 * Tables as a real .xlsx: our small port over `hucre`, so that another library can take its place.
 * Text stays text (also «=1+1»), numbers are numbers, dates are dates without a zone.
 */
import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";

export type Cell = string | number | boolean | Date | null;

export type Column = {
  title: string;
  /** What the cells hold. A `date` cell is the date as UTC shows it, `moment` also the time. */
  kind: "text" | "number" | "flag" | "date" | "moment";
  /** In characters; by default as wide as the content asks, within limits. */
  width?: number;
};

export type Table = { name: string; columns: Column[]; rows: Cell[][] };

const FORMATS = {
  text: "@",
  number: "General",
  flag: "General",
  date: "dd.mm.yyyy",
  moment: "dd.mm.yyyy hh:mm",
} as const;
const NARROWEST = 8;
const WIDEST = 60;
/** Excel's limit for one cell. */
const LONGEST_TEXT = 32_767;
/** Rows looked at to find a column's width: a school's list and no more. */
const WIDTH_SAMPLE = 500;

/**
 * The workbook's bytes. Each sheet has a bold header that stays in place, and a filter. Sheet names are made legal and different.
 * Throws when there is no sheet, or a row has more cells than the sheet has columns.
 */
export async function writeSheet({ sheets }: { sheets: Table[] }): Promise<Uint8Array> {
  if (sheets.length === 0) throw new Error("a workbook without sheets");
  const names = sheetNames(sheets.map((sheet) => sheet.name));
  return writeXlsx({ sheets: sheets.map((sheet, index) => toSheet(sheet, names[index] ?? sheet.name)) });
}

function toSheet({ columns, rows }: Table, name: string): WriteSheet {
  if (rows.some((row) => row.length > columns.length)) throw new Error("a row is longer than its header");
  const header = columns.map((column) => toText(column.title));
  const cells = new Map(columns.map((_, index) => [`0,${index}`, { style: HEADER }] as const));
  return {
    name,
    columns: columns.map((column, index) => ({
      width: column.width ?? fittingWidth(column, index, rows),
      style: { numFmt: FORMATS[column.kind], alignment: { vertical: "top", wrapText: column.kind === "text" } },
    })),
    rows: [header, ...rows.map((row) => columns.map((_, index) => toValue(row[index] ?? null)))],
    cells,
    freezePane: { rows: 1 },
    ...(columns.length > 0 ? { autoFilter: { range: `A1:${columnLetters(columns.length)}${rows.length + 1}` } } : {}),
  };
}

const HEADER: CellStyle = { font: { bold: true }, alignment: { vertical: "center", wrapText: true } };

function toValue(cell: Cell): CellValue {
  if (typeof cell === "string") return toText(cell);
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  return cell;
}

/** Unpaired surrogates are no text for XML; other control characters are escaped by the writer. */
const toText = (text: string): string => text.slice(0, LONGEST_TEXT).replace(/\p{Cs}/gu, "\u{FFFD}");

function fittingWidth({ title, kind }: Column, index: number, rows: Cell[][]): number {
  if (kind === "date") return 12;
  if (kind === "moment") return 17;
  const longest = rows
    .slice(0, WIDTH_SAMPLE)
    .reduce((width, row) => Math.max(width, String(row[index] ?? "").length), Math.min(title.length, WIDEST / 2));
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}

/** 1 → A, 27 → AA. */
export function columnLetters(count: number): string {
  let letters = "";
  for (let rest = count; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

const NAME_LENGTH = 31;

/** Names that Excel takes: 1–31 characters, none of `[]:*?/\`, no apostrophe at an end, no two alike in any case. */
export function sheetNames(wished: string[]): string[] {
  const taken = new Set<string>(["history"]);
  return wished.map((wish, index) => {
    const legal = wish
      .replace(/\p{Cs}|\p{Cc}/gu, "")
      .replace(/[[\]:*?/\\]/g, " ")
      .trim()
      .slice(0, NAME_LENGTH)
      .replace(/[\uD800-\uDBFF]$/, "")
      .replace(/^'+|'+$/g, "")
      .trim();
    const base = legal === "" ? `Sheet${index + 1}` : legal;
    let name = base;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) {
      const ending = ` (${copy})`;
      name = `${base.slice(0, NAME_LENGTH - ending.length)}${ending}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
