/**
 * Tables that people send: .xlsx, .csv, or lines pasted into a chat. Whatever comes is treated as a stranger's: a workbook is
 * unpacked by sizes that are checked first, and only what fits is given to `hucre`.
 */
import { type Unzipped, unzipSync, zipSync } from "fflate";
import { type CellValue, readXlsx, type Sheet as XlsxSheet } from "hucre/xlsx";
import { cleanText } from "#core/text.ts";
import { LARGEST_FILE } from "./content.ts";
import { cleanCell, decodeText, readCsv, readPasted, withoutTail } from "./lines.ts";

/** Row 0 is the file's first row: empty rows between others stay. A date is YYYY-MM-DD. Rows may differ in length. */
export type TableSheet = { name: string; rows: string[][] };

export type TableRead =
  | { kind: "table"; sheets: TableSheet[] }
  /** Nothing stands in it. */
  | { kind: "empty" }
  /** More than 20 MB, more rows than any school has, or it unpacks to more than a list can be. */
  | { kind: "tooBig" }
  /** It is what it says, but cut off or damaged. */
  | { kind: "broken" }
  /** Made to harm: names that climb out of a folder, thousands of parts. */
  | { kind: "unsafe" }
  /** A workbook with a password. */
  | { kind: "locked" }
  /** Another kind of file; `xls` is Excel's old one, to be saved anew. */
  | { kind: "wrongType"; found: "xls" | "other" };

const UNPACKED = 64 * 1024 * 1024;
const PARTS = 1_000;
/** A list of so many rows and columns is no school's. */
export const MOST_ROWS = 20_000;
const LAST_COLUMN = "BH";
const COLUMNS = 60;

const startsWith = (bytes: Uint8Array, signs: number[]): boolean => signs.every((sign, index) => bytes[index] === sign);
const isZip = (bytes: Uint8Array) => startsWith(bytes, [0x50, 0x4b]);
const isOle = (bytes: Uint8Array) => startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);

/** Excel keeps a workbook with a password in the old container, under this name in UTF-16. */
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");

/** Reads a file by what is in it; its name decides nothing. Run it in the worker (`heavy`, work `readTable`). Never throws. */
export async function readTable({ bytes }: { bytes: Uint8Array }): Promise<TableRead> {
  if (bytes.byteLength > LARGEST_FILE) return { kind: "tooBig" };
  if (bytes.byteLength === 0) return { kind: "empty" };
  if (isZip(bytes)) return await readBook(bytes);
  if (isOle(bytes))
    return Buffer.from(bytes).includes(ENCRYPTED) ? { kind: "locked" } : { kind: "wrongType", found: "xls" };
  return readText(bytes);
}

/** Lines pasted into a chat, as the one sheet of a table. */
export function readPastedTable(text: string): TableRead {
  return tableOf([{ name: "", rows: readPasted(text) }]);
}

function tableOf(sheets: TableSheet[]): TableRead {
  const filled = sheets
    .map(({ name, rows }) => ({ name, rows: withoutTail(rows) }))
    .filter(({ rows }) => rows.length > 0);
  if (filled.some(({ rows }) => rows.length > MOST_ROWS)) return { kind: "tooBig" };
  return filled.length > 0 ? { kind: "table", sheets: filled } : { kind: "empty" };
}

const MARKUP = /^\s*(?:<|\{|%PDF)/;

function readText(bytes: Uint8Array): TableRead {
  const text = decodeText(bytes);
  if (text === null || cleanText(text) !== text || MARKUP.test(text)) return { kind: "wrongType", found: "other" };
  return tableOf([{ name: "", rows: readCsv(text) }]);
}

type Unpacked = { kind: "parts"; parts: Unzipped } | Extract<TableRead, { kind: "tooBig" | "unsafe" | "broken" }>;

const climbs = (name: string): boolean => /^[/\\]|^[a-z]:/i.test(name) || name.split(/[/\\]/).includes("..");
/** Pictures and the like are not unpacked. */
const isNeeded = (name: string): boolean => /\.(?:xml|rels)$/i.test(name);

/** Unpacks no more than the archive says each part holds: one that lies is cut off there and will not be read. */
function unpack(bytes: Uint8Array): Unpacked {
  let count = 0;
  let size = 0;
  let climbing = false;
  const measure = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    count++;
    climbing ||= climbs(name);
    if (isNeeded(name)) size += originalSize;
    return false;
  };
  try {
    unzipSync(bytes, { filter: measure });
    if (climbing || count > PARTS) return { kind: "unsafe" };
    if (size > UNPACKED) return { kind: "tooBig" };
    return { kind: "parts", parts: unzipSync(bytes, { filter: ({ name }) => isNeeded(name) }) };
  } catch {
    return { kind: "broken" };
  }
}

async function readBook(bytes: Uint8Array): Promise<TableRead> {
  const unpacked = unpack(bytes);
  if (unpacked.kind !== "parts") return unpacked;
  const names = Object.keys(unpacked.parts);
  if (!names.some((name) => /^xl[/\\]workbook\.xml$/i.test(name)))
    return names.length > 0 ? { kind: "wrongType", found: "other" } : { kind: "broken" };
  try {
    const book = await readXlsx(zipSync(unpacked.parts, { level: 0 }), {
      sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
      range: `A1:${LAST_COLUMN}${MOST_ROWS + 1}`,
    });
    return tableOf(book.sheets.map((sheet) => ({ name: cleanCell(sheet.name), rows: rowsOf(sheet) })));
  } catch {
    return { kind: "broken" };
  }
}

function wordsOf(value: CellValue): string {
  if (value === null) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  return cleanCell(String(value));
}

/** A cell that spans several rows counts in each of them: a class beside its pupils. */
function rowsOf({ rows, merges = [] }: XlsxSheet): string[][] {
  const read = rows.map((row) => withoutEnd(row.slice(0, COLUMNS).map(wordsOf)));
  for (const { startRow, endRow, startCol } of merges) {
    const value = read[startRow]?.[startCol] ?? "";
    if (value === "") continue;
    for (let at = startRow + 1; at <= Math.min(endRow, read.length - 1); at++) {
      const row = read[at] ?? [];
      while (row.length <= startCol) row.push("");
      row[startCol] = value;
    }
  }
  return read;
}

const withoutEnd = (row: string[]): string[] => row.slice(0, row.findLastIndex((cell) => cell !== "") + 1);
