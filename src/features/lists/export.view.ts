/** The lists as a table. Its headings are such as are understood when it comes back. */
import type { T } from "#core/screen.ts";
import type { Table } from "#platform/files/sheet.ts";
import type { Exported } from "./model.ts";

const COLUMNS = ["number", "code", "name", "class", "post", "role"] as const;

export function listTables(t: T, rows: Exported[]): Table[] {
  return [
    {
      name: t.plain("lists-sheet"),
      columns: COLUMNS.map((key) => ({ title: t.plain(`lists-column-${key}`), kind: "text" as const })),
      rows: rows.map(({ number, code, name, className, post, role }) => [
        number === null ? "" : String(number),
        ...[code, name, className, post, t.plain(`lists-cell-${role}`)],
      ]),
    },
  ];
}
