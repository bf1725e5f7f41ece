/** What the curator sees of a list that was sent, before anything is made of it. */
import { html, press, type Screen, type T } from "#core/screen.ts";
import { cutText } from "#core/text.ts";
import type { Programme } from "#features/programmes/model.ts";
import { countRows, needsRole, withoutClass } from "./groups.rules.ts";
import {
  type At,
  type ChangesDraft,
  type Doubt,
  type Group,
  LISTED_ROLES,
  type NewDraft,
  type Waiting,
} from "./model.ts";
import { backToLists, row } from "./view.ts";

const FIRST_ROWS = 5;
const LINES_TOLD = 8;

/** Why a file cannot be read. */
export type Unread =
  | "empty"
  | "tooBig"
  | "broken"
  | "unsafe"
  | "locked"
  | "xls"
  | "other"
  | "nothing"
  | "lost"
  | "not-file"
  | "names";

/** Asks for the list; `why` says first what was wrong with the last one. */
export const sendScreen = (t: T, programme: Programme, why?: Unread): Screen => ({
  text: `${why ? `⚠️ ${t(`lists-unread-${why}`)}\n\n` : ""}${t(programme.naming === "code" ? "lists-send-ask-code" : "lists-send-ask")}`,
  rows: [backToLists(t, programme.id)],
});

const lineOf = (t: T, { sheet, line }: At): string =>
  sheet === "" ? String(line) : t.plain("lists-line-of", { sheet, line });

function told(t: T, at: readonly At[]): string {
  const lines = at.slice(0, LINES_TOLD).map((one) => lineOf(t, one));
  return lines.join(", ") + (at.length > LINES_TOLD ? "…" : "");
}

function doubtLine(t: T, doubt: Doubt): string {
  if (doubt.kind === "unneeded")
    return t("lists-doubt-unneeded", {
      titles: doubt.titles.map((title) => t.plain("lists-title", { title })).join(", "),
      count: doubt.titles.length,
    });
  if (doubt.kind === "same" || doubt.kind === "namesakes")
    return t(`lists-doubt-${doubt.kind}`, { one: lineOf(t, doubt.at[0]), other: lineOf(t, doubt.at[1]) });
  return t(`lists-doubt-${doubt.kind}`, { lines: told(t, doubt.at), count: doubt.at.length });
}

const MOST_DOUBTS = 8;

function doubtsText(t: T, doubts: readonly Doubt[]): string {
  const lines = doubts.slice(0, MOST_DOUBTS).map((doubt) => `• ${doubtLine(t, doubt)}`);
  if (doubts.length > MOST_DOUBTS) lines.push(t("lists-doubts-more", { count: doubts.length - MOST_DOUBTS }));
  return lines.length === 0 ? "" : `\n\n${t("lists-doubts")}\n${lines.join("\n")}`;
}

const groupLine = (t: T, { label, role, rows }: Group): string =>
  t("lists-group", {
    name: label || t.plain("lists-no-class"),
    role: role ? t.plain(`lists-role-${role}`) : t.plain("lists-role-unknown"),
    count: rows.length,
  });

/** The first rows as they will be kept: without names. */
function sampleOf(t: T, groups: readonly Group[]): string {
  const rows = groups.flatMap((group) => group.rows).slice(0, FIRST_ROWS);
  return rows
    .map(({ number, className, post, code }) =>
      t("lists-sample", {
        number,
        place: cutText([className, post, code ?? ""].filter((part) => part !== "").join(", ") || "—", 50),
      }),
    )
    .join("\n");
}

/** What was understood, what is asked, and the word that makes it. */
export function previewScreen(t: T, waiting: Waiting<NewDraft>, doubts: readonly Doubt[] = []): Screen {
  const { id, rev, draft, programme, known } = waiting;
  const { groups } = draft;
  const asksRole = needsRole(groups);
  const classless = withoutClass(groups);
  const count = countRows(groups);
  const step = asksRole ? t("lists-preview-role") : t("lists-preview-confirm", { count });
  return {
    guarded: true,
    text: t("lists-preview", {
      count,
      groups: html(
        groups
          .slice(0, 12)
          .map((group) => groupLine(t, group))
          .join("\n"),
      ),
      sample: html(sampleOf(t, groups)),
      doubts: html(doubtsText(t, doubts)),
      again: html(known.length > 0 ? `\n\n⚠️ ${t("lists-preview-again", { classes: known.join(", ") })}` : ""),
      step: html(step),
    }),
    rows: [
      ...(asksRole
        ? LISTED_ROLES.map((role) => row(t.plain(`lists-pick-${role}`), press("lists.role", id, rev, role)))
        : [row(t.plain("lists-confirm", { count }), press("lists.do", id, rev), "success")]),
      ...(classless > 0 ? [row(t.plain("lists-class", { count: classless }), press("lists.class", id, rev))] : []),
      row(t.plain("lists-other-file"), press("lists.send", programme.id)),
      row(t.plain("lists-cancel"), press("lists.drop", id)),
    ],
  };
}

type Found = { stay: readonly string[]; strange: readonly At[] };

/** What a list that was sent back would change. */
export function changesScreen(
  t: T,
  waiting: Waiting<ChangesDraft>,
  doubts: readonly Doubt[] = [],
  found?: Found,
): Screen {
  const { id, rev, draft, programme } = waiting;
  const { changed, removed, added } = draft;
  const count = countRows(added);
  const asksRole = needsRole(added);
  const lines = [
    ...(changed.length > 0 ? [t("lists-change-changed", { count: changed.length })] : []),
    ...(count > 0 ? [t("lists-change-added", { count })] : []),
    ...(removed.length > 0 ? [t("lists-change-removed", { count: removed.length })] : []),
    ...(found && found.stay.length > 0 ? [t("lists-change-stay", { count: found.stay.length })] : []),
    ...(found && found.strange.length > 0
      ? [t("lists-change-strange", { lines: told(t, found.strange), count: found.strange.length })]
      : []),
  ];
  const isEmpty = changed.length + removed.length + count === 0;
  return {
    guarded: true,
    text: t("lists-changes", {
      lines: html(lines.map((line) => `• ${line}`).join("\n")),
      doubts: html(doubtsText(t, doubts)),
      step: html(t(asksRole ? "lists-changes-role" : isEmpty ? "lists-changes-empty" : "lists-changes-confirm")),
    }),
    rows: [
      ...(asksRole
        ? LISTED_ROLES.map((role) => row(t.plain(`lists-pick-${role}`), press("lists.role", id, rev, role)))
        : isEmpty
          ? []
          : [row(t.plain("lists-changes-do"), press("lists.do", id, rev), "success" as const)]),
      row(t.plain("lists-other-file"), press("lists.send", programme.id)),
      row(t.plain("lists-cancel"), press("lists.drop", id)),
    ],
  };
}

/** What waits, whichever it is. */
export function waitingScreen(t: T, waiting: Waiting, doubts: readonly Doubt[] = [], found?: Found): Screen {
  const { draft } = waiting;
  return draft.kind === "new"
    ? previewScreen(t, { ...waiting, draft }, doubts)
    : changesScreen(t, { ...waiting, draft }, doubts, found);
}

export const classAsk = (t: T, { id }: Waiting): Screen => ({
  text: t("lists-class-ask"),
  placeholder: t.plain("lists-class-hint"),
  rows: [row(t.plain("common-back"), press("lists.waiting", id))],
});

export const unchangedScreen = (t: T, programme: Programme): Screen => ({
  text: t("lists-unchanged"),
  rows: [backToLists(t, programme.id)],
});

/** Made: the one next step is the slips. */
export const madeScreen = (
  t: T,
  { programme, lists, people }: { programme: Programme; lists: string[]; people: number },
): Screen => ({
  text: t(people > 0 ? "lists-made" : "lists-corrected", { count: people }),
  rows: [
    ...lists
      .slice(0, 1)
      .map((id) =>
        row(
          t.plain(lists.length > 1 ? "lists-made-slips-first" : "lists-made-slips"),
          press("lists.slips", id),
          "primary",
        ),
      ),
    backToLists(t, programme.id),
  ],
});
