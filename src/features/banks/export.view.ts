/** The bank as a workbook: one sheet per questionnaire, a row per participant. */
import type { T } from "#core/screen.ts";
import { shownName } from "#features/people/index.ts";
import { formLabel, type Programme } from "#features/programmes/index.ts";
import { activeAnswers, exportCells, exportColumns, speechOf } from "#features/questionnaires/index.ts";
import type { Words } from "#features/questionnaires/model.ts";
import type { Cell, Column, Table } from "#platform/files/sheet.ts";
import type { Exported } from "./model.ts";
import { isReady } from "./rules.ts";

const HEADINGS = [
  "number",
  "code",
  "name",
  "class",
  "form",
  "consent",
  "guardian",
  "questionnaire",
  "checked",
  "ready",
];

const headColumns = (t: T): Column[] =>
  HEADINGS.map((key) => ({ title: t.plain(`banks-column-${key}`), kind: key === "number" ? "number" : "text" }));

function headCells(t: T, { entry }: Exported, number: number, programme: Programme): Cell[] {
  const { marks } = entry;
  const yes = (done: boolean) => t.plain(done ? "banks-cell-yes" : "banks-cell-no");
  return [
    number,
    entry.code,
    shownName(entry.name, entry, programme.naming),
    entry.className,
    entry.forms.map((form) => formLabel(form, t)).join(", "),
    t.plain(`banks-cell-consent-${marks.consent}`),
    t.plain(`banks-cell-guardian-${marks.guardian}`),
    t.plain(`banks-cell-questionnaire-${marks.questionnaire}`),
    yes(marks.checked),
    yes(isReady(marks)),
  ];
}

/** All participants on the first sheet, and a sheet per questionnaire with the answers of those who sent it. */
export function bankTables(t: T, words: Words, programme: Programme, everybody: Exported[]): Table[] {
  const overview: Table = {
    name: t.plain("banks-sheet-all"),
    columns: headColumns(t),
    rows: everybody.map((one, index) => headCells(t, one, index + 1, programme)),
  };
  const sent = everybody.filter(({ entry, run }) => run !== null && entry.marks.questionnaire === "done");
  const byVersion = new Map<string, Exported[]>();
  for (const one of sent) {
    const version = `${one.run?.run.versionId} ${one.run?.run.state.size}`;
    byVersion.set(version, [...(byVersion.get(version) ?? []), one]);
  }
  const sheets = [...byVersion.values()].map((group, index) => answerTable(t, words, programme, group, index + 1));
  return [overview, ...sheets];
}

function answerTable(t: T, words: Words, programme: Programme, group: Exported[], number: number): Table {
  const first = group[0]?.run;
  if (!first) throw new Error("a sheet of nobody");
  const speech = speechOf({ track: programme.track, address: "vy" }, words, t);
  const asked = exportColumns(first.definition, speech, first.run.state.size).map(
    (column): Column => ({ title: column.heading, kind: column.type === "number" ? "number" : column.type }),
  );
  return {
    name: t.plain("banks-sheet-answers", { number }),
    columns: [...headColumns(t), ...asked],
    rows: group.map((one, index) => [
      ...headCells(t, one, index + 1, programme),
      ...(one.run
        ? exportCells(
            one.run.definition,
            activeAnswers(one.run.definition, one.run.run.state),
            speech,
            one.run.run.state.size,
          )
        : []
      ).map((cell, at) =>
        asked[at]?.kind === "date" && typeof cell === "string" ? new Date(`${cell}T00:00:00Z`) : cell,
      ),
    ]),
  };
}
