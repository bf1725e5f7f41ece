/** A filled table as answers: which column is which question, which row is whose, and what could not be understood. */
import type { MembershipId } from "#core/ids.ts";
import { questionTitled, readCell } from "#features/questionnaires/index.ts";
import type { Definition, RunState, Size, Words } from "#features/questionnaires/model.ts";
import type { FilledRow, Trouble } from "./model.ts";
import { readCode } from "./search.rules.ts";

export type Sheet = { name: string; rows: string[][] };

/** Whose row it is, and what the questionnaire of this person asks. */
export type Whose = {
  membershipId: MembershipId;
  definition: Definition;
  size: Size;
  state: RunState;
  /** Why nothing may be taken over. */
  closed: "sent" | "consent" | null;
};

/** A row with a code in it, as it stands in the file; `row` counts from 1. */
export type CodedRow = { row: number; code: string; cells: { title: string; text: string }[] };

/** The first rows may hold a heading. */
const HEAD_WITHIN = 10;
const CODE_TITLES = /^(?:\u043a\u043e\u0434|code)\b/iu;
const isCodeTitle = (cell: string): boolean =>
  CODE_TITLES.test(cell.trim()) || /^(?:\u043a\u043e\u0434)(?!\p{L})/iu.test(cell.trim());

/** The rows of all sheets that have a column of codes; null when none has. */
export function codedRows(sheets: readonly Sheet[]): CodedRow[] | null {
  const found = sheets.flatMap(({ rows }) => {
    const head = rows.slice(0, HEAD_WITHIN).findIndex((row) => row.some(isCodeTitle));
    const titles = rows[head] ?? [];
    const at = titles.findIndex(isCodeTitle);
    return head < 0 ? [] : [{ rows, head, titles, at }];
  });
  if (found.length === 0) return null;
  return found.flatMap(({ rows, head, titles, at }) =>
    rows.slice(head + 1).flatMap((row, index): CodedRow[] => {
      const cells = titles
        .map((title, column) => ({ title, text: row[column] ?? "", column }))
        .filter(({ column, title }) => column !== at && title.trim() !== "");
      const code = (row[at] ?? "").trim();
      const isFilled = cells.some(({ text }) => text.trim() !== "");
      return isFilled ? [{ row: head + index + 2, code, cells }] : [];
    }),
  );
}

/** Spellings under which the code of a row may be kept; empty when it is no code. */
export const codesOf = (code: string): string[] =>
  [...new Set([code.trim(), ...(readCode(code) ?? [])])].filter(Boolean);

type Reading = { words: Words; today: string };

/** The answers of one row, and the cells that were not understood. */
export function readRow(coded: CodedRow, whose: Whose, reading: Reading): { row: FilledRow; troubles: Trouble[] } {
  const troubles: Trouble[] = [];
  const answers: FilledRow["answers"] = [];
  for (const { title, text } of coded.cells) {
    const found = questionTitled(whose.definition, whose.size, title);
    const read = found && readCell(found.question, text, reading);
    if (!found || !read) continue;
    if (read.kind === "value") answers.push({ key: found.question.key, value: read.value });
    else troubles.push({ kind: "cell", row: coded.row, question: found.number, hint: read.hint, args: read.args });
  }
  return { row: { row: coded.row, membershipId: whose.membershipId, answers, missing: 0 }, troubles };
}

/** Titles of filled columns that are no question of anybody in the table. */
export function strangeTitles(rows: readonly CodedRow[], whose: readonly Whose[]): string[] {
  const titles = new Set(
    rows.flatMap(({ cells }) => cells.filter(({ text }) => text.trim() !== "").map(({ title }) => title)),
  );
  const kinds = new Map(whose.map((one) => [`${one.definition.id} ${one.definition.version} ${one.size}`, one]));
  if (kinds.size === 0) return [];
  return [...titles].filter((title) =>
    [...kinds.values()].every(({ definition, size }) => questionTitled(definition, size, title) === null),
  );
}
