/** One's own data: taken along, erased, kept after all. */
import { type Button, html, press, type Screen, type T } from "#core/screen.ts";
import { dateIn, dateWords } from "#core/when.ts";
import { homeRow } from "#features/people/index.ts";
import type { Chapter, Erasing, Format, Withdrawal } from "./model.ts";

const privacyRow = (t: T): Button[] => [{ label: t.plain("common-back"), press: press("home.privacy") }];
const bulleted = (lines: string[]): string => lines.map((line) => `• ${line}`).join("\n");

/** Below `/privacy`. */
export const privacyButtons = (t: T, { parts, erasing }: { parts: number; erasing: Erasing }): Button[][] => [
  [{ label: t.plain("leaving-export-button"), press: press("leaving.export") }],
  ...(parts > 0 ? [[{ label: t.plain("leaving-mine-button"), press: press("leaving.mine") }]] : []),
  [
    {
      label: t.plain(erasing.kind === "planned" ? "leaving-erase-planned-button" : "leaving-erase-button"),
      press: press("leaving.erase"),
    },
  ],
];

/** What would go, what would stay and why, before it is asked for. */
export function eraseScreen(t: T, erasing: Erasing): Screen {
  switch (erasing.kind) {
    case "child":
      return {
        text: t("leaving-erase-child"),
        rows: [[{ label: t.plain("leaving-mine-button"), press: press("leaving.mine") }], privacyRow(t)],
      };
    case "blocked":
      return {
        text: t("leaving-erase-blocked", {
          lines: html(bulleted(erasing.blockers.map((one) => t(`leaving-blocker-${one}`)))),
        }),
        rows: [privacyRow(t)],
      };
    case "planned": {
      const text = t(erasing.consent ? "leaving-erase-planned" : "leaving-erase-planned-keep", {
        on: dateWords(erasing.on, t.locale),
      });
      const back: Button = erasing.consent
        ? { label: t.plain("leaving-erase-return"), press: press("consents.mine") }
        : { label: t.plain("leaving-erase-keep"), press: press("leaving.keep") };
      return { text, rows: [[back], privacyRow(t)] };
    }
    case "ready": {
      const on = dateWords(erasing.on, t.locale);
      const held = erasing.blockers.map((one) => t(`leaving-blocker-${one}`));
      const text = [
        t("leaving-erase", { on, days: erasing.days }),
        ...(held.length > 0 ? [t("leaving-erase-held", { lines: html(bulleted(held)) })] : []),
        t("leaving-erase-stays"),
        t("leaving-erase-chats"),
      ].join("\n\n");
      return {
        text,
        rows: [
          [{ label: t.plain("leaving-erase-yes"), press: press("leaving.erase-do"), style: "danger" }],
          [{ label: t.plain("leaving-no"), press: press("home.privacy") }],
        ],
      };
    }
  }
}

/** Below the question whether a consent is withdrawn: lines of HTML. */
export const withdrawalLines = (t: T, { on, touches }: Withdrawal): string[] => [
  ...touches,
  t("leaving-withdrawal-erased", { on: dateWords(on, t.locale) }),
  t("leaving-withdrawal-return"),
  t("leaving-withdrawal-stays"),
];

/** After a withdrawal: the day on which the data go. */
export const erasureNote = (t: T, on: string): string =>
  t("leaving-withdrawal-erased", { on: dateWords(on, t.locale) });

/** One's own data as a paper. */
export function exportPaper(t: T, chapters: Chapter[], now: Date) {
  const on = dateWords(dateIn(now, "UTC"), t.locale);
  return {
    title: t.plain("leaving-export-title"),
    footer: t.plain("leaving-export-footer", { on }),
    blocks: [
      { kind: "heading" as const, level: 1 as const, text: t.plain("leaving-export-title") },
      { kind: "text" as const, pieces: [t.plain("leaving-export-about", { on })] },
      ...chapters.flatMap(({ title, lines }) => [
        { kind: "heading" as const, level: 2 as const, text: title },
        {
          kind: "table" as const,
          columns: [40, 60],
          border: "solid" as const,
          rows: lines.map(({ label, value }) =>
            [label, value].map((text) => [{ kind: "text" as const, pieces: [text] }]),
          ),
        },
      ]),
      { kind: "text" as const, pieces: [t.plain("leaving-export-seen")] },
    ],
  };
}

export type Exported = { bytes: Uint8Array; name: string; mime: string } | "failed";

export function exportedNotice(t: T, file: Exported, format: Format): Screen {
  if (file === "failed") return { text: t("leaving-export-failed"), rows: [homeRow(t)] };
  return { text: t(`leaving-exported-${format}`), document: file };
}
