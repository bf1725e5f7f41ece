/** Blank questionnaires and the table into which filled ones are written. No names stand in either: people are known by code. */
import type { Screen, T } from "#core/screen.ts";
import { press } from "#core/screen.ts";
import type { Programme } from "#features/programmes/index.ts";
import { type PaperQuestion, paperQuestions, speechOf } from "#features/questionnaires/index.ts";
import type { Words } from "#features/questionnaires/model.ts";
import type { Block, Paper } from "#platform/files/paper.ts";
import type { Table } from "#platform/files/sheet.ts";
import { SIDES } from "./model.ts";
import type { Blank } from "./papers.model.ts";

/** Lines to write on. */
const LINES = { text: 3, number: 1, date: 1, other: 1 } as const;
const CODE_WIDTH = 10;
const QUESTION_WIDTH = 34;

function answerBlocks(t: T, question: PaperQuestion): Block[] {
  const boxes = question.options.map((label, index): Block => ({ kind: "box", text: `${index + 1}. ${label}` }));
  if (question.answer === "lines") {
    const lines = question.kind === "text" ? LINES.text : LINES.number;
    return [{ kind: "lines", count: lines }];
  }
  if (!question.other) return boxes;
  return [...boxes, { kind: "box", text: t.plain("behalf-paper-other") }, { kind: "lines", count: LINES.other }];
}

function hints(t: T, question: PaperQuestion): string[] {
  return [
    question.help,
    question.answer === "many" ? t.plain("behalf-paper-many") : "",
    question.conditional ? t.plain("behalf-paper-conditional") : "",
    question.required ? "" : t.plain("behalf-paper-optional"),
  ].filter((line) => line !== "");
}

const questionRow =
  (t: T) =>
  (question: PaperQuestion): Block[][] => [
    [{ kind: "text", pieces: [{ text: String(question.number), bold: true }] }],
    [
      { kind: "text", pieces: [{ text: question.text, bold: true }] },
      ...hints(t, question).map(
        (line): Block => ({ kind: "text", pieces: [{ text: line, italic: true, small: true }] }),
      ),
      ...answerBlocks(t, question),
    ],
  ];

/** One person's sheets. The head of the table stands on every page, so that a lost page is found again by its code. */
function blankBlocks(t: T, words: Words, { code, definition, size, participant }: Blank): Block[] {
  const speech = speechOf(participant, words, t);
  const title = definition.title[speech.voice.locale];
  return [
    { kind: "heading", level: 2, text: title },
    { kind: "text", pieces: [t.plain("behalf-paper-how", { code })] },
    {
      kind: "table",
      columns: [10, 90],
      border: "solid",
      header: [code, t.plain("behalf-paper-head", { title })],
      rows: paperQuestions(definition, size, speech).map(questionRow(t)),
    },
  ];
}

/** All blank questionnaires, each from a page of its own. */
export const blankPaper = (t: T, words: Words, { title }: Programme, blanks: Blank[]): Paper => ({
  title: t.plain("behalf-paper-title", { title }),
  blocks: blanks.flatMap((blank, index): Block[] => [
    ...(index > 0 ? [{ kind: "pageBreak" } as const] : []),
    ...blankBlocks(t, words, blank),
  ]),
});

const optionsLine = (t: T, question: PaperQuestion): string =>
  question.options.length === 0
    ? t.plain(
        `behalf-table-write-${question.kind === "date" ? "date" : question.kind === "number" ? "number" : "text"}`,
      )
    : question.options.map((label, index) => `${index + 1} — ${label}`).join("; ") +
      (question.answer === "many" ? `. ${t.plain("behalf-table-many")}` : "") +
      (question.other ? `. ${t.plain("behalf-table-other")}` : "");

function sheetsOf(t: T, words: Words, programme: Programme, group: Blank[], number: number): Table[] {
  const [first] = group;
  if (!first) return [];
  const speech = speechOf({ track: programme.track, address: "vy" }, words, t);
  const questions = paperQuestions(first.definition, first.size, speech);
  const text = (title: string, width: number) => ({ title, kind: "text" as const, width });
  return [
    {
      name: t.plain("behalf-table-sheet", { number }),
      columns: [
        text(t.plain("behalf-table-code"), CODE_WIDTH),
        ...questions.map((one) => text(`${one.number}. ${one.text}`, QUESTION_WIDTH)),
      ],
      rows: group.map(({ code }) => [code, ...questions.map(() => null)]),
    },
    {
      name: t.plain("behalf-table-help", { number }),
      columns: [
        text(t.plain("behalf-table-number"), CODE_WIDTH),
        text(t.plain("behalf-table-question"), 60),
        text(t.plain("behalf-table-how"), 60),
      ],
      rows: questions.map((one) => [String(one.number), one.text, optionsLine(t, one)]),
    },
  ];
}

/** The table to be filled in: a sheet per questionnaire with a row per code, and beside it what can stand in a cell. */
export function fillingTables(t: T, words: Words, programme: Programme, blanks: Blank[]): Table[] {
  const groups = new Map<string, Blank[]>();
  for (const blank of blanks) {
    const key = `${blank.definition.id} ${blank.definition.version} ${blank.size}`;
    groups.set(key, [...(groups.get(key) ?? []), blank]);
  }
  return [...groups.values()].flatMap((group, index) => sheetsOf(t, words, programme, group, index + 1));
}

/** For whom to print. */
export const papersScreen = (t: T, { id, title }: Programme): Screen => ({
  text: t("behalf-papers", { title }),
  rows: [
    ...SIDES.map((side) => [{ label: t.plain(`behalf-papers-${side}`), press: press("behalf.print", id, side) }]),
    [{ label: t.plain("behalf-link-table"), press: press("behalf.table", id) }],
    [{ label: t.plain("common-back"), press: press("programmes.more", id) }],
  ],
});
