/** The ledger and the forms to be signed, as files. */
import type { T } from "#core/screen.ts";
import { dateIn, timeWords } from "#core/when.ts";
import type { Block, Paper } from "#platform/files/paper.ts";
import type { Cell, Column, Table } from "#platform/files/sheet.ts";
import type { LedgerLine } from "./ledger.model.ts";
import type { FormPaper, LedgerPaper } from "./paper.model.ts";

const COLUMNS = [
  "number",
  "name",
  "code",
  "class",
  "kind",
  "version",
  "hash",
  "decision",
  "when",
  "by",
  "as",
  "how",
  "entered",
  "withdrawn",
  "withdrawnBy",
] as const;

/** «20.11.2026, 10:05» in the school's zone, as text: a table has no zone of its own. */
export const momentWords = (at: Date, zone: string): string =>
  `${dateIn(at, zone).split("-").toReversed().join(".")}, ${timeWords(at, zone)}`;

function cells(
  t: T,
  line: LedgerLine,
  number: number,
  zone: string,
): Record<(typeof COLUMNS)[number], string | number> {
  return {
    number,
    name: line.name,
    code: line.code,
    class: line.className,
    kind: t.plain(`consents-kind-${line.kind}`),
    version: line.version ?? "—",
    hash: line.textHash,
    decision: t.plain(`consents-ledger-${line.decision}`),
    when: momentWords(line.decidedAt, zone),
    by: line.by,
    as: t.plain(`consents-ledger-as-${line.as}`),
    how: t.plain(`consents-ledger-by-${line.channel}`),
    entered: line.enteredBy ?? "",
    withdrawn: line.withdrawnAt ? momentWords(line.withdrawnAt, zone) : "",
    withdrawnBy: line.withdrawnBy ?? "",
  };
}

/** The ledger as a workbook of one sheet, a row per decision. */
export function ledgerTable(t: T, { lines, timeZone }: LedgerPaper): Table[] {
  const columns = COLUMNS.map(
    (key): Column => ({ title: t.plain(`consents-column-${key}`), kind: key === "number" ? "number" : "text" }),
  );
  const rows = lines.map((line, index): Cell[] => {
    const row = cells(t, line, index + 1, timeZone);
    return COLUMNS.map((key) => (key === "version" ? String(row[key]) : row[key]));
  });
  return [{ name: t.plain("consents-paper-sheet-name"), columns, rows }];
}

const PRINTED = ["number", "name", "class", "kind", "decision", "when", "by", "how", "withdrawn"] as const;
const WIDTHS = [5, 17, 8, 14, 10, 13, 14, 9, 10];
const PRINTED_HASH = 12;

const small = (text: string): Block[] => [{ kind: "text", pieces: [{ text, small: true }] }];

/** The same to be printed: what fits onto a page, with the beginning of the text's hash, and a place for a signature. */
export function ledgerSheet(t: T, { school, programme, lines, timeZone, madeAt }: LedgerPaper): Paper {
  const title = t.plain("consents-paper-sheet-title");
  const rows = lines.map((line, index) => {
    const row = cells(t, line, index + 1, timeZone);
    return PRINTED.map((key) => {
      if (key === "name") return small(line.name === line.code ? line.code : `${line.name} (${line.code})`);
      if (key !== "kind") return small(String(row[key]));
      const version = { version: row.version, hash: line.textHash.slice(0, PRINTED_HASH) };
      return small(`${row.kind}\n${t.plain("consents-paper-sheet-version", version)}`);
    });
  });
  return {
    title,
    landscape: true,
    footer: t.plain("consents-paper-sheet-footer", { made: momentWords(madeAt, timeZone) }),
    blocks: [
      { kind: "heading", level: 1, text: title },
      { kind: "text", pieces: [t.plain("consents-paper-sheet-place", { school, programme })] },
      {
        kind: "table",
        columns: WIDTHS,
        header: PRINTED.map((key) => t.plain(`consents-column-${key}`)),
        rows,
        border: "solid",
      },
      { kind: "text", pieces: [t.plain("consents-paper-sheet-count", { count: lines.length })] },
      { kind: "text", pieces: [t.plain("consents-paper-sheet-sign")] },
    ],
  };
}

/** The words that a paragraph begins with, as a heading: «Для чего.» */
const LEAD = /^([^.!?]{2,40}[.!?]) (?=\S)/u;

function paragraph(line: string): Block {
  const lead = LEAD.exec(line)?.[1];
  if (!lead) return { kind: "text", pieces: [line] };
  return { kind: "text", pieces: [{ text: lead, bold: true }, line.slice(lead.length)] };
}

/** A line to be filled by hand: words, then room. */
const fill = (t: T, key: string, args: Record<string, string | number> = {}): Block => ({
  kind: "text",
  pieces: [t.plain(`consents-form-${key}`, args)],
});

const who = (t: T, { reader, facts }: FormPaper): Block[] => [
  fill(t, "me"),
  fill(t, "passport"),
  fill(t, "address"),
  ...(reader === "guardian" ? [fill(t, "child", { child: facts.child ?? "" }), fill(t, "authority")] : []),
];

/** One consent with places for what the law asks for in writing. The bot never asks for these; they are written by hand. */
function form(t: T, paper: FormPaper, index: number): Block[] {
  const [title = "", ...body] = paper.text.split("\n").filter((line) => line.trim() !== "");
  const { code, className, version } = paper;
  const mark =
    className === ""
      ? t.plain("consents-form-code", { code })
      : t.plain("consents-form-code-class", { code, className });
  return [
    ...(index > 0 ? [{ kind: "pageBreak" as const }] : []),
    { kind: "text", pieces: [{ text: mark, small: true }], align: "right" },
    { kind: "heading", level: 2, text: title.replace(/^# /, "") },
    ...who(t, paper),
    ...body.map(paragraph),
    fill(t, "operator"),
    { kind: "box", text: t.plain("consents-agree") },
    { kind: "box", text: t.plain("consents-decline") },
    fill(t, "sign"),
    { kind: "text", pieces: [{ text: t.plain("consents-form-version", { version }), small: true }] },
  ];
}

/** All forms in one document, each on a page of its own. */
export const consentForms = (t: T, papers: FormPaper[]): Paper => ({
  title: t.plain("consents-form-title"),
  blocks: papers.flatMap((paper, index) => form(t, paper, index)),
});
