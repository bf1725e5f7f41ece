/** What the curator sees of the banks. */
import type { ProgrammeId } from "#core/ids.ts";
import { type Button, html, press, type Screen, type T } from "#core/screen.ts";
import { cutText } from "#core/text.ts";
import { homeRow, shownName } from "#features/people/index.ts";
import { formLabel, type Programme } from "#features/programmes/index.ts";
import { type Bank, type Entry, FILTERS, type Filter, SIDES } from "./model.ts";
import { canBeNudged, countAll, isReady, narrow, waitsFirst } from "./rules.ts";

const PAGE = 8;
const LABEL = 60;

export type Look = { filter: Filter; form: number; page: number };
export const FIRST_LOOK: Look = { filter: "all", form: -1, page: 0 };

const nameOf = (entry: Entry, { naming }: Programme): string => shownName(entry.name, entry, naming);

function entryLabel(t: T, entry: Entry, programme: Programme): string {
  const state = isReady(entry.marks) ? t.plain("banks-short-ready") : t.plain(`banks-short-${waitsFirst(entry)}`);
  const who = [nameOf(entry, programme), entry.className].filter((part) => part !== "").join(", ");
  return cutText(`${who} · ${state}`, LABEL);
}

const lookPress = ({ programmeId, side }: Bank, look: Look): string =>
  press("bank.look", programmeId, side, look.filter, look.form, look.page);

function pager(t: T, bank: Bank, look: Look, pages: number): Button[] {
  const turn = (key: string, page: number) => ({ label: t.plain(key), press: lookPress(bank, { ...look, page }) });
  return [
    ...(look.page > 0 ? [turn("common-previous", look.page - 1)] : []),
    ...(look.page + 1 < pages ? [turn("common-next", look.page + 1)] : []),
  ];
}

/** A bank: counts, filters, people eight at a time. */
export function bank(t: T, shown: Bank & { programme: Programme }, asked: Look): Screen {
  const { programme, side, entries } = shown;
  const form = programme.forms[asked.form] ?? null;
  const counts = countAll(entries, form);
  const people = narrow(entries, asked.filter, form);
  const pages = Math.max(1, Math.ceil(people.length / PAGE));
  const look = { ...asked, page: Math.min(asked.page, pages - 1) };
  const filters = FILTERS.filter((filter) => filter === "all" || counts[filter] > 0 || filter === look.filter).map(
    (filter) => ({
      label: `${filter === look.filter ? "• " : ""}${t.plain(`banks-filter-${filter}`)} ${counts[filter]}`,
      press: lookPress(shown, { ...look, filter, page: 0 }),
    }),
  );
  const nextForm = asked.form + 1 < programme.forms.length ? asked.form + 1 : -1;
  const unfinished = entries.filter(canBeNudged).length;
  const home = press("programmes.open", programme.id);
  return {
    guarded: true,
    text: t(`banks-${side}`, {
      programme: programme.title,
      all: counts.all,
      ready: counts.ready,
      form: html(form === null ? t("banks-every-form") : t("banks-one-form", { form: formLabel(form, t) })),
      shown: html(people.length === 0 ? t(counts.all === 0 ? "banks-empty" : "banks-none") : t("banks-tap")),
    }),
    rows: [
      ...people
        .slice(look.page * PAGE, (look.page + 1) * PAGE)
        .map((entry) => [{ label: entryLabel(t, entry, programme), press: press("bank.card", entry.membershipId) }]),
      pager(t, shown, look, pages),
      ...twoByTwo(filters),
      programme.forms.length > 1
        ? [{ label: t.plain("banks-other-form"), press: lookPress(shown, { ...look, form: nextForm, page: 0 }) }]
        : [],
      unfinished > 0
        ? [
            {
              label: t.plain("banks-nudge-all", { count: unfinished }),
              press: press("bank.nudge-all", programme.id, side),
            },
          ]
        : [],
      counts.all > 0 ? [{ label: t.plain("banks-export"), press: press("bank.export", programme.id, side) }] : [],
      [
        { label: t.plain("banks-invite"), press: press("invitations.open", programme.id) },
        { label: t.plain("common-back"), press: home },
      ],
    ].filter((row) => row.length > 0),
  };
}

const twoByTwo = (buttons: Button[]): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) => buttons.slice(row * 2, row * 2 + 2));

/** Unasked: somebody's questionnaire waits for him. */
export const nudge = (t: T): Screen => ({
  text: t("banks-nudged"),
  rows: [[{ label: t.plain("banks-nudged-go"), press: press("home.open"), style: "primary" }]],
});

export const exported = (t: T, document: { bytes: Uint8Array; name: string; mime: string }): Screen => ({
  text: t("banks-exported"),
  document,
});

export const exportFailed = (t: T): Screen => ({
  text: t("banks-export-failed"),
  rows: [homeRow(t)],
});

/** The ways into the two banks, for the programme's screen. */
export const banksLinks = (programmeId: ProgrammeId) =>
  SIDES.map((side) => ({ labelKey: `banks-link-${side}`, press: press("bank.open", programmeId, side) }));
