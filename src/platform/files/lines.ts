/** Tables that came as text: .csv of any usual kind, and lines that somebody pasted into a chat. Pure. */
import { cleanText } from "#core/text.ts";

const NBSP = /[\u00a0\u2007\u202f]/g;

/** A cell as people mean it: no invisible signs, no spaces around. */
export const cleanCell = (text: string): string => cleanText(text.replace(NBSP, " ")).replace(/\r\n?/g, "\n").trim();

const BOM = /^\ufeff/;
/** Of a text in UTF-16 without a mark every second byte of what is not Cyrillic is zero. */
const SAMPLE = 400;

function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = (odd: number) => sample.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (even + odd < sample.length / 20) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** The text of a file: UTF-8, UTF-16 or windows-1251; null when it is no text. */
export function decodeText(bytes: Uint8Array): string | null {
  const wide = wideEncoding(bytes);
  const text = wide ? new TextDecoder(wide).decode(bytes) : decodeNarrow(bytes);
  return text.includes("\u0000") ? null : text.replace(BOM, "");
}

function decodeNarrow(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1251").decode(bytes);
  }
}

const SEPARATORS = ["\t", ";", ","] as const;
const LOOK = 30;

/** The sign that divides most of the first lines, outside of quotes; of equals the rarer one in names. */
function separatorOf(text: string): string {
  const lines = text
    .replace(/"[^"]*"/g, "")
    .split("\n")
    .slice(0, LOOK);
  const score = (sign: string) => lines.filter((line) => line.includes(sign)).length;
  const [best] = SEPARATORS.toSorted((one, other) => score(other) - score(one));
  return best ?? ";";
}

const NAMED = /^sep=(.)\r?\n/i;

/** The cells of a .csv. A quote that is never closed ends with its line; `sep=;` in the first line is obeyed. */
export function readCsv(text: string): string[][] {
  const named = NAMED.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const separator = named?.[1] ?? separatorOf(body);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < body.length) {
    const quoted = body[at] === '"' ? quotedCell(body, at, separator) : null;
    const end = quoted ? quoted.end : plainEnd(body, at, separator);
    row.push(cleanCell(quoted ? quoted.text : body.slice(at, end)));
    if (body[end] === separator) {
      at = end + 1;
      if (at >= body.length) row.push("");
      continue;
    }
    rows.push(row);
    row = [];
    at = body.startsWith("\r\n", end) ? end + 2 : end + 1;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function plainEnd(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at++)
    if (text[at] === separator || text[at] === "\n" || text[at] === "\r") return at;
  return text.length;
}

/** Null when the quote is not that of a whole cell: then it is a sign like others. */
function quotedCell(text: string, from: number, separator: string): { text: string; end: number } | null {
  let cell = "";
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at++;
    } else {
      const next = text[at + 1];
      return next === undefined || next === separator || next === "\n" || next === "\r"
        ? { text: cell, end: at + 1 }
        : null;
    }
  }
  return null;
}

const NUMBERED = /^(\d{1,4})\s*[.)]\s*(.*)$/su;
const BULLET = /^[\u2022\u2013\u2014*-]\s+/u;

/**
 * Lines as pasted, a row each: divided by tabs, `;` or commas where there are such; a number before the rest («1. …», «2) …»)
 * is a cell of its own. Empty lines stay, so that a row's place is the line's.
 */
export function readPasted(text: string): string[][] {
  const lines = text.replace(BOM, "").split(/\r\n|\n|\r/);
  const filled = lines.filter((line) => line.trim() !== "");
  const usual = (sign: string) => filled.filter((line) => line.includes(sign)).length * 2 > filled.length;
  const separator = SEPARATORS.find(usual);
  const rows = lines.map((line) => {
    const cells = (separator ? line.split(separator) : [line]).map(cleanCell);
    const [, number, rest] = NUMBERED.exec(cells[0] ?? "") ?? [];
    if (number !== undefined && rest !== undefined) return [number, rest, ...cells.slice(1)];
    return [(cells[0] ?? "").replace(BULLET, ""), ...cells.slice(1)];
  });
  return withoutTail(rows);
}

/** Without the empty rows at the end. */
export function withoutTail(rows: string[][]): string[][] {
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== ""));
  return rows.slice(0, last + 1);
}
