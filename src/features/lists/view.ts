/** What the curator sees of lists: all of them, one of them, who came by a poster. */
import { type Button, html, press, type Screen, type T } from "#core/screen.ts";
import { cutText } from "#core/text.ts";
import { dateIn, dateWords } from "#core/when.ts";
import { homeRow } from "#features/people/index.ts";
import type { Programme } from "#features/programmes/model.ts";
import type { Comer, FreeRow, MergePreview, MergeSide, PeopleList } from "./model.ts";

const LABEL = 60;
export const PAGE = 8;

/** A button as a row of its own. */
export const row = (label: string, to: string, style?: "success" | "danger" | "primary"): Button[] => [
  { label: cutText(label, LABEL), press: to, ...(style ? { style } : {}) },
];

export const backToLists = (t: T, programmeId: string): Button[] =>
  row(t.plain("common-back"), press("lists.open", programmeId));

export const refusedScreen = (t: T): Screen => ({ text: t("lists-refused"), rows: [homeRow(t)] });

/** «7А», «Сотрудники»: what a list is called on a button. */
export const listName = (t: T, { label, role, createdAt }: PeopleList, { school }: Programme): string =>
  label ||
  t.plain("lists-unnamed", {
    role: t.plain(`lists-role-${role}`),
    on: dateWords(dateIn(createdAt, school.timeZone), t.locale),
  });

export function overviewScreen(
  t: T,
  {
    programme,
    lists,
    comers,
    waiting,
  }: { programme: Programme; lists: PeopleList[]; comers: Comer[]; waiting: string | null },
): Screen {
  const { id } = programme;
  const rows = lists.reduce((sum, list) => sum + list.rows, 0);
  const came = lists.reduce((sum, list) => sum + list.came, 0);
  return {
    text:
      lists.length === 0
        ? t("lists-none", { programme: programme.title })
        : t("lists-all", { programme: programme.title, rows, came }),
    rows: [
      ...(comers.length > 0
        ? [row(t.plain("lists-comers-button", { count: comers.length }), press("lists.comers", id), "primary")]
        : []),
      ...(waiting ? [row(t.plain("lists-waiting"), press("lists.waiting", waiting), "primary")] : []),
      ...lists.map((list) =>
        row(
          t.plain("lists-button", { name: listName(t, list, programme), came: list.came, rows: list.rows }),
          press("lists.show", list.id),
        ),
      ),
      row(t.plain("lists-send"), press("lists.send", id), lists.length === 0 ? "primary" : undefined),
      ...(rows > 0 ? [row(t.plain("lists-export"), press("lists.export", id))] : []),
      row(t.plain("common-back"), press("programmes.more", id)),
    ],
  };
}

export function listScreen(t: T, { list, programme }: { list: PeopleList; programme: Programme }): Screen {
  const waiting = list.rows - list.came;
  return {
    text: t("lists-one", {
      name: listName(t, list, programme),
      role: html(t(`lists-role-${list.role}`)),
      rows: list.rows,
      came: list.came,
      next: html(t(waiting > 0 ? "lists-one-waiting" : "lists-one-whole", { waiting })),
    }),
    rows: [
      ...(waiting > 0
        ? [row(t.plain("lists-slips", { count: waiting }), press("lists.slips", list.id), "primary")]
        : []),
      ...(waiting > 0 ? [row(t.plain("lists-remove"), press("lists.remove", list.id))] : []),
      backToLists(t, programme.id),
    ],
  };
}

export const removeScreen = (t: T, { list, programme }: { list: PeopleList; programme: Programme }): Screen => ({
  text: t("lists-remove-sure", { name: listName(t, list, programme), waiting: list.rows - list.came, came: list.came }),
  rows: [
    row(t.plain("lists-remove-yes"), press("lists.remove-yes", list.id), "danger"),
    row(t.plain("common-back"), press("lists.show", list.id)),
  ],
});

/** Who came by a poster: one button each. */
export function comersScreen(
  t: T,
  { programme, comers }: { programme: Programme; comers: (Comer & { shown: string })[] },
): Screen {
  const day = (at: Date) => dateWords(dateIn(at, programme.school.timeZone), t.locale);
  return {
    guarded: true,
    text: t(comers.length > 0 ? "lists-comers" : "lists-comers-none", { count: comers.length }),
    rows: [
      ...comers
        .slice(0, 30)
        .map(({ membershipId, shown, joinedAt }) =>
          row(t.plain("lists-comer", { name: shown, on: day(joinedAt) }), press("lists.comer", membershipId, 0)),
        ),
      backToLists(t, programme.id),
    ],
  };
}

export const placeWords = (
  t: T,
  { number, className, post }: { number: number | null; className: string; post: string },
): string =>
  t.plain(number === null ? "lists-place" : "lists-place-number", {
    number: number ?? 0,
    where: className || post || "—",
  });

type RowsFor = { programme: Programme; comer: MergeSide; rows: (FreeRow & { came: boolean })[] };

/** Which row of the lists somebody is. Those who have come stand last: to find who joined twice. */
export function rowsScreen(t: T, { programme, comer, rows }: RowsFor, asked: number): Screen {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const page = Math.min(Math.max(asked, 0), pages - 1);
  const turn = (key: string, to: number): Button => ({
    label: t.plain(key),
    press: press("lists.comer", comer.membershipId, to),
  });
  return {
    guarded: true,
    text: t("lists-which", { name: comer.shown, programme: programme.title }),
    rows: [
      ...rows
        .slice(page * PAGE, (page + 1) * PAGE)
        .map((one) =>
          row(
            t.plain(one.came ? "lists-row-came" : "lists-row", { place: placeWords(t, one), code: one.code }),
            press("lists.place", comer.membershipId, one.membershipId),
          ),
        ),
      [
        ...(page > 0 ? [turn("common-previous", page - 1)] : []),
        ...(page + 1 < pages ? [turn("common-next", page + 1)] : []),
      ],
      row(t.plain("lists-not-listed"), press("lists.not-listed", comer.membershipId)),
      backToLists(t, programme.id),
    ].filter((buttons) => buttons.length > 0),
  };
}

function sideLines(t: T, side: MergeSide): string {
  const { shown, phones, consents, runs, guardians } = side;
  return t("lists-merge-side", {
    name: shown,
    place: placeWords(t, { ...side, post: "" }),
    phones,
    consents,
    runs,
    guardians,
  });
}

/** What becomes one, before it does. `ways`: how to say yes, and back to where the two were chosen. */
export const mergeScreen = (
  t: T,
  { programme, from, into }: MergePreview,
  ways: { yes: string; back: string },
): Screen => ({
  guarded: true,
  text: t("lists-merge", {
    from: html(sideLines(t, from)),
    into: html(sideLines(t, into)),
    runs: html(from.runs > 0 && into.runs > 0 ? t("lists-merge-runs") : ""),
  }),
  rows: [
    row(t.plain("lists-merge-yes"), ways.yes, "success"),
    row(t.plain("common-back"), ways.back),
    backToLists(t, programme.id),
  ],
});

export const apartScreen = (t: T, back: string): Screen => ({
  text: t("lists-apart"),
  rows: [row(t.plain("common-back"), back), homeRow(t)],
});

type NewLink = { side: MergeSide; link: string; expiresAt: Date; programme: Programme };

/** A personal link, to be handed to its person. */
export const newLinkScreen = (t: T, { side, link, expiresAt, programme }: NewLink): Screen => ({
  guarded: true,
  text: t("lists-new-link", {
    name: side.shown,
    link,
    until: dateWords(dateIn(expiresAt, programme.school.timeZone), t.locale),
  }),
  rows: [
    [{ label: t.plain("lists-new-link-copy"), copy: link }],
    row(t.plain("common-back"), press("bank.card", side.membershipId)),
  ],
});

/** Before it: what it ends. */
export const newLinkAsk = (t: T, membershipId: string): Screen => ({
  text: t("lists-new-link-ask"),
  rows: [
    row(t.plain("lists-new-link-yes"), press("lists.link-yes", membershipId), "primary"),
    row(t.plain("common-back"), press("bank.card", membershipId)),
  ],
});

/** Unasked: somebody came by a poster and waits to be found. */
export const comersWaiting = (
  t: T,
  { programmeId, title, count }: { programmeId: string; title: string; count: number },
): Screen => ({
  text: t("lists-comers-wait", { programme: title, count }),
  rows: [row(t.plain("lists-comers-look"), press("lists.comers", programmeId), "primary")],
});

export type MadeFile = { bytes: Uint8Array; name: string; mime: string };

export const slipsMade = (t: T, document: MadeFile): Screen => ({ text: t("lists-slips-made"), document });
export const slipsFailed = (t: T): Screen => ({ text: t("lists-slips-failed"), rows: [homeRow(t)] });
export const exportMade = (t: T, document: MadeFile): Screen => ({ text: t("lists-export-made"), document });
