/** What was understood of a filled table, and what became of it. */
import { html, press, type Screen, type T } from "#core/screen.ts";
import { cutText } from "#core/text.ts";
import { homeRow } from "#features/people/index.ts";
import type { Programme } from "#features/programmes/index.ts";
import type { Preview, Trouble } from "./model.ts";

/** So many troubles are told one by one. */
const TOLD = 15;
const QUOTED = 40;

const back = (t: T, { id }: Programme) => [{ label: t.plain("common-back"), press: press("programmes.more", id) }];

/** Asks for the file; `why` says what was wrong with the last one. */
export const tableAsk = (t: T, programme: Programme, why: string | null = null): Screen => ({
  text: why === null ? t("behalf-table-ask", { title: programme.title }) : t(`behalf-table-bad-${why}`),
  rows: [back(t, programme)],
});

function troubleLine(t: T, trouble: Trouble): string {
  switch (trouble.kind) {
    case "cell": {
      const why = t(trouble.hint, trouble.args);
      return t("behalf-trouble-cell", { row: trouble.row, question: trouble.question, why: html(why) });
    }
    case "column":
      return t("behalf-trouble-column", { title: cutText(trouble.title, QUOTED) });
    case "kept":
      return t("behalf-trouble-kept", { row: trouble.row, question: trouble.question });
    default:
      return t(`behalf-trouble-${trouble.kind}`, { row: trouble.row, code: cutText(trouble.code, QUOTED) || "—" });
  }
}

/** What would be taken over, and what not. */
export function previewScreen(t: T, draftId: string, { programme, rows, troubles, whole, part }: Preview): Screen {
  const lines = troubles.slice(0, TOLD).map((trouble) => `• ${troubleLine(t, trouble)}`);
  const more = troubles.length - lines.length;
  return {
    guarded: true,
    text: [
      rows.length > 0 ? t("behalf-table-preview", { count: rows.length, whole, part }) : t("behalf-table-nothing"),
      lines.length > 0 ? [t("behalf-table-troubles"), ...lines].join("\n") : "",
      more > 0 ? t("behalf-table-troubles-more", { count: more }) : "",
    ]
      .filter((text) => text !== "")
      .join("\n\n"),
    rows: [
      ...(rows.length > 0
        ? [[{ label: t.plain("behalf-table-apply", { count: rows.length }), press: press("behalf.apply", draftId) }]]
        : []),
      [{ label: t.plain("behalf-table-drop"), press: press("behalf.drop", draftId) }],
      [{ label: t.plain("behalf-table-again"), press: press("behalf.table", programme.id) }],
    ],
  };
}

export const appliedScreen = (
  t: T,
  { programme, sent, open, skipped }: { programme: Programme; sent: number; open: number; skipped: number },
): Screen => ({
  text: [
    t("behalf-table-applied", { sent }),
    open > 0 ? t("behalf-table-applied-open", { open }) : "",
    skipped > 0 ? t("behalf-table-applied-skipped", { skipped }) : "",
  ]
    .filter((line) => line !== "")
    .join("\n"),
  rows: [[{ label: t.plain("behalf-table-people"), press: press("bank.open", programme.id, "mentee") }], homeRow(t)],
});

/** Nothing of it is kept. */
export const droppedScreen = (t: T, gone: boolean): Screen => ({
  text: t(gone ? "behalf-table-gone" : "behalf-table-dropped"),
  rows: [homeRow(t)],
});
