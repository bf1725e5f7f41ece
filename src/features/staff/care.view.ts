/** Notes of interviews, support, and what a helper sees of a class. */
import { type Button, html, press, type Screen, type T } from "#core/screen.ts";
import { cutText } from "#core/text.ts";
import { dateIn, dateWords } from "#core/when.ts";
import { homeRow } from "#features/people/index.ts";
import type { Programme } from "#features/programmes/index.ts";
import type { NoteLine, SupportLine } from "./model.ts";
import { offeredDays } from "./rules.ts";
import type { ClassState, Entered } from "./shown.model.ts";
import { backTo } from "./view.ts";

const LABEL_LENGTH = 56;
/** Several notes share one message: each is shown so far. */
const SHOWN_NOTE = 350;

type Of = { membershipId: string; name: string; programme: Programme; today: string };

const toCard = (t: T, membershipId: string): Button[] => backTo(t, press("bank.more", membershipId));

/** The notes of one person, newest first. */
export function notesScreen(t: T, of: Of, notes: NoteLine[]): Screen {
  const zone = of.programme.school.timeZone;
  const lines = notes.map((note, at) =>
    t("staff-note-line", {
      number: at + 1,
      date: dateWords(dateIn(note.createdAt, zone), t.locale),
      author: note.author,
      text: cutText(note.text, SHOWN_NOTE),
    }),
  );
  return {
    guarded: true,
    text: [t("staff-notes", { name: of.name }), ...(lines.length > 0 ? lines : [t("staff-notes-none")])].join("\n\n"),
    rows: [
      [{ label: t.plain("staff-note-add"), press: press("staff.note", of.membershipId) }],
      ...notes.map((note, at): Button[] => [
        { label: t.plain("staff-note-erase", { number: at + 1 }), press: press("staff.note-erase", note.id) },
      ]),
      toCard(t, of.membershipId),
    ],
  };
}

export const noteAsk = (t: T, of: Of, odd = false): Screen => ({
  guarded: true,
  text: t(odd ? "staff-note-odd" : "staff-note-ask", { name: of.name }),
  rows: [backTo(t, press("staff.notes", of.membershipId))],
});

/** On which day to look again; `on`: what stands already. */
export const offerScreen = (t: T, of: Of, on: string | null, odd = false): Screen => ({
  guarded: true,
  text: odd
    ? t("staff-offer-odd")
    : on
      ? t("staff-offer-stands", { name: of.name, date: dateWords(on, t.locale) })
      : t("staff-offer", { name: of.name }),
  placeholder: t.plain("staff-day-hint"),
  rows: [
    ...offeredDays(of.today).map((day): Button[] => [
      { label: dateWords(day, t.locale), press: press("staff.offer-day", of.membershipId, day) },
    ]),
    toCard(t, of.membershipId),
  ],
});

export const offeredScreen = (t: T, line: SupportLine): Screen => ({
  guarded: true,
  text: t("staff-offered", { name: line.name, date: dateWords(line.lookAgainOn, t.locale) }),
  rows: [toCard(t, line.membershipId)],
});

const who = ({ name, className }: SupportLine): string => (className === "" ? name : `${name}, ${className}`);

/** Everybody who was offered support here, the nearest look first. */
export const supportScreen = (t: T, programme: Programme, lines: SupportLine[]): Screen => ({
  guarded: true,
  text: [
    t("staff-support", { programme: programme.title }),
    ...(lines.length === 0
      ? [t("staff-support-none")]
      : lines.map((line) => t("staff-support-line", { who: who(line), date: dateWords(line.lookAgainOn, t.locale) }))),
  ].join("\n\n"),
  rows: [
    ...lines.map((line): Button[] => [
      { label: cutText(who(line), LABEL_LENGTH), press: press("staff.look", line.id) },
    ]),
    homeRow(t),
  ],
});

/** One person who was offered support. */
export const lookScreen = (t: T, line: SupportLine, today: string, lead = ""): Screen => ({
  guarded: true,
  text: [
    lead,
    t("staff-look", {
      who: who(line),
      programme: line.programme.title,
      date: dateWords(line.lookAgainOn, t.locale),
    }),
  ]
    .filter(Boolean)
    .join("\n\n"),
  rows: [
    ...offeredDays(today).map((day): Button[] => [
      {
        label: t.plain("staff-look-on", { date: dateWords(day, t.locale) }),
        press: press("staff.look-on", line.id, day),
      },
    ]),
    [{ label: t.plain("staff-support-end"), press: press("staff.support-end", line.id) }],
    backTo(t, press("staff.support", line.programme.id)),
  ],
});

/** How far consents are in the classes that a helper answers for: the state, never an answer. */
export function consentsScreen(t: T, programme: Programme, lines: ClassState[]): Screen {
  const done = lines.filter(({ consent, guardian }) => consent === "done" && ["done", "notNeeded"].includes(guardian));
  const shown = lines.map(({ name, className, consent, guardian }) =>
    t("staff-consent-line", {
      who: className === "" ? name : `${name}, ${className}`,
      state: html(
        [
          t(`banks-mark-consent-${consent}`),
          ...(guardian === "notNeeded" ? [] : [t(`banks-mark-guardian-${guardian}`)]),
        ].join(" "),
      ),
    }),
  );
  return {
    guarded: true,
    text: [
      t("staff-consents", { programme: programme.title, done: done.length, count: lines.length }),
      shown.length === 0 ? t("staff-consents-none") : shown.join("\n"),
    ].join("\n\n"),
    rows: [homeRow(t)],
  };
}

const ENTERED_A_PAGE = 20;

/** For whom a helper may enter: each leads to what there is to enter. */
export function enterScreen(t: T, programme: Programme, people: Entered[], asked: number): Screen {
  const pages = Math.max(1, Math.ceil(people.length / ENTERED_A_PAGE));
  const page = Math.min(Math.max(0, asked), pages - 1);
  const shown = people.slice(page * ENTERED_A_PAGE, (page + 1) * ENTERED_A_PAGE);
  const turn = (to: number, key: string): Button[] =>
    to < 0 || to >= pages ? [] : [{ label: t.plain(key), press: press("staff.enter", programme.id, to) }];
  return {
    guarded: true,
    text: people.length === 0 ? t("staff-enter-none") : t("staff-enter", { programme: programme.title }),
    rows: [
      ...shown.map(({ membershipId, name, className }): Button[] => [
        {
          label: cutText(className === "" ? name : `${name}, ${className}`, LABEL_LENGTH),
          press: press("behalf.open", membershipId),
        },
      ]),
      [...turn(page - 1, "common-previous"), ...turn(page + 1, "common-next")],
      homeRow(t),
    ].filter((row) => row.length > 0),
  };
}
