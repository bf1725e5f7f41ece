/** A participant's card and answers, for the curator. */
import type { Link } from "#core/contribution.ts";
import { html, press, type Screen, type T } from "#core/screen.ts";
import { hasName, shownName } from "#features/people/index.ts";
import { formLabel } from "#features/programmes/index.ts";
import { listed, whole } from "#features/questionnaires/index.ts";
import type { Words } from "#features/questionnaires/model.ts";
import type { Entry, Seen } from "./model.ts";
import { canBeNamed, canBeNudged, isReady } from "./rules.ts";

const markLines = (t: T, { marks, child }: Entry): string =>
  [
    // Of a child under 14 the guardian's line says it all.
    ...(child && marks.consent === "waits" ? [] : [t(`banks-mark-consent-${marks.consent}`)]),
    ...(marks.guardian === "notNeeded" ? [] : [t(`banks-mark-guardian-${marks.guardian}`)]),
    t(`banks-mark-questionnaire-${marks.questionnaire}`),
    t(marks.checked ? "banks-mark-checked" : "banks-mark-unchecked"),
  ].join("\n");

/** The name with the code that stands for it on paper; who has no name yet, or is shown by code, only that. */
const nameLine = (t: T, name: string, code: string): string =>
  name === code ? t("banks-code-only", { code }) : t("banks-name-and-code", { name, code });

/** A participant's card: four marks, what other features say (`lines`, HTML), and what the curator can do. */
export function card(t: T, { entry, programme }: Seen, lines: string[] = []): Screen {
  const { membershipId, marks, side, runId } = entry;
  const back = press("bank.open", programme.id, side);
  return {
    guarded: true,
    text: [
      t("banks-card", {
        name: html(nameLine(t, shownName(entry.name, entry, programme.naming), entry.code)),
        who: html(
          entry.className === "" ? t(`banks-who-${side}`) : t(`banks-who-${side}-in`, { className: entry.className }),
        ),
        forms: entry.forms.map((form) => formLabel(form, t)).join(", ") || "—",
        marks: html(markLines(t, entry)),
        ready: html(t(isReady(marks) ? "banks-is-ready" : "banks-not-ready")),
      }),
      ...lines,
    ].join("\n"),
    rows: [
      marks.questionnaire === "done" && runId
        ? [{ label: t.plain("banks-answers"), press: press("bank.answers", membershipId, 0) }]
        : [],
      [
        marks.checked
          ? { label: t.plain("banks-uncheck"), press: press("bank.check", membershipId, 0) }
          : { label: t.plain("banks-check"), press: press("bank.check", membershipId, 1), style: "success" as const },
      ],
      canBeNudged(entry) ? [{ label: t.plain("banks-nudge"), press: press("bank.nudge", membershipId) }] : [],
      marks.guardian === "waits"
        ? [{ label: t.plain("banks-guardian-link"), press: press("consents.guardian-link", membershipId) }]
        : [],
      marks.guardian === "check"
        ? [{ label: t.plain("banks-guardian-check"), press: press("consents.person", membershipId) }]
        : [],
      [{ label: t.plain("banks-more"), press: press("bank.more", membershipId) }],
      [{ label: t.plain("common-back"), press: back }],
    ].filter((row) => row.length > 0),
  };
}

/** What is done less often: correcting the name or the year, and what other features offer. */
export const more = (t: T, { entry, programme }: Seen, links: Link[]): Screen => ({
  guarded: true,
  text: t("banks-more-of", { name: shownName(entry.name, entry, programme.naming) }),
  rows: [
    ...links
      .toSorted((one, other) => one.rank - other.rank)
      .map((link) => [{ label: t.plain(link.labelKey, link.args), press: link.press }]),
    canBeNamed(entry, programme.naming)
      ? [
          {
            label: t.plain(hasName(entry.name) ? "banks-name" : "banks-name-first"),
            press: press("bank.name", entry.membershipId),
          },
        ]
      : [],
    [{ label: t.plain("banks-year"), press: press("bank.year", entry.membershipId) }],
    [{ label: t.plain("common-back"), press: press("bank.card", entry.membershipId) }],
  ].filter((row) => row.length > 0),
});

/** The answers of a sent questionnaire, a page at a time. */
export function answers(t: T, { entry, programme, run }: Seen, words: Words, asked: number): Screen {
  const { membershipId } = entry;
  const page = Math.max(asked, 0);
  const { text, pages, cut } = run ? listed(t, run, words, page) : { text: "", pages: 1, cut: [] };
  const turn = (key: string, to: number) => ({ label: t.plain(key), press: press("bank.answers", membershipId, to) });
  return {
    guarded: true,
    text: t("banks-answers-of", { name: shownName(entry.name, entry, programme.naming), lines: html(text) }),
    rows: [
      cut.map((index) => ({
        label: t.plain("banks-answer-whole", { number: index + 1 }),
        press: press("bank.answer", membershipId, index),
      })),
      [
        ...(page > 0 ? [turn("common-previous", page - 1)] : []),
        ...(page + 1 < pages ? [turn("common-next", page + 1)] : []),
      ],
      [{ label: t.plain("common-back"), press: press("bank.card", membershipId) }],
    ].filter((row) => row.length > 0),
  };
}

/** One answer whole; null when there is none. */
export function answerWhole(t: T, { entry, run }: Seen, words: Words, index: number): Screen | null {
  const text = run && whole(t, run, words, index);
  if (!text) return null;
  return {
    guarded: true,
    text,
    rows: [[{ label: t.plain("common-back"), press: press("bank.answers", entry.membershipId, 0) }]],
  };
}

/** Asks the curator for the right year of birth. */
export const yearAsked = (t: T, { entry, programme }: Seen, odd = false): Screen => ({
  text: t(odd ? "banks-year-odd" : "banks-year-ask", { name: shownName(entry.name, entry, programme.naming) }),
  rows: [[{ label: t.plain("common-back"), press: press("bank.card", entry.membershipId) }]],
});
