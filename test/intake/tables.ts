/** Reads a workbook as its receiver does: sheet by sheet, each row by the headings. */
import readExcelFile from "read-excel-file/node";
import type { ChatMessage } from "#playground/telegram/model.ts";

export type Row = Record<string, unknown>;

/** The sheets of the workbook that hangs on this message. */
export async function sheetsOf({ file }: ChatMessage): Promise<Row[][]> {
  if (!file?.name.endsWith(".xlsx")) throw new Error(`no workbook came: ${file?.name ?? "no file"}`);
  const sheets = await readExcelFile(Buffer.from(file.bytes));
  return sheets.map(({ data: [headings = [], ...rows] }) =>
    rows.map((row) => Object.fromEntries(headings.map((heading, at) => [String(heading), row[at] ?? null]))),
  );
}
