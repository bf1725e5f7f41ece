/** What participants see of their consents. */
import { type Button, html, press, type Screen, type T } from "#core/screen.ts";
import { cutText } from "#core/text.ts";
import { unreachable } from "#core/unreachable.ts";
import { type DateOn, dateIn, dateWords } from "#core/when.ts";
import { homeRow } from "#features/people/index.ts";
import type { ConsentKind, ConsentState, Reader } from "./model.ts";
import type { View } from "./outcomes.model.ts";

/** The participant with the class: a parent's children are told apart. */
const whoOf = (t: T, { name, className }: View): string =>
  className === "" ? name : t.plain("consents-who", { name, className });

const placeWords = ({ programme }: View) => ({ school: programme.school.name, programme: programme.title });

const readButton = (t: T, { subject, kind }: View, key = "consents-read"): Button => ({
  label: t.plain(key),
  press: press("consents.read", subject.membershipId, kind),
});

/** «согласие дано 20 ноября 2026 г.»: HTML. */
export function positionWords(t: T, { position, since, programme }: View): string {
  if (position === "none" || !since) return t("consents-position-none");
  const on = dateWords(dateIn(since, programme.school.timeZone), t.locale);
  return t(`consents-position-${position}`, { on });
}

/** The first thing that somebody who decides is asked; who has come to 14 or 18, anew. */
export function askScreen(t: T, view: View, goesOnUntil?: DateOn): Screen {
  const rows = [[{ ...readButton(t, view), style: "primary" as const }]];
  if (!goesOnUntil) return { text: t("consents-ask", placeWords(view)), rows };
  const age = (view.age ?? 0) >= 18 ? 18 : 14;
  return turnedNotice(t, {
    membershipId: view.subject.membershipId,
    programme: view.programme.title,
    age,
    until: goesOnUntil,
  });
}

export type TurnedAsk = { membershipId: string; programme: string; age: 14 | 18; until: DateOn };

/** Who has come to 14 or 18 decides from now on; for a time what was agreed goes on. */
export const turnedNotice = (t: T, { membershipId, programme, age, until }: TurnedAsk): Screen => ({
  text: t(`consents-turned-${age}`, { programme, until: dateWords(until, t.locale) }),
  rows: [[{ label: t.plain("consents-read"), press: press("consents.read", membershipId, "data"), style: "primary" }]],
});

export type FreeOffer = {
  membershipId: string;
  programme: string;
  kinds: ConsentKind[];
  /** Whose guardian is offered it; null: oneself. */
  child: { name: string; className: string } | null;
};

/** What nobody has to agree to, offered once. */
export function freeOfferNotice(t: T, { membershipId, programme, kinds, child }: FreeOffer): Screen {
  const lines = kinds.map((kind) => t("consents-offer-line", { what: t.plain(`consents-offer-${kind}`) }));
  const words = { programme, lines: html(lines.join("\n")) };
  const who = child && (child.className === "" ? child.name : t.plain("consents-who", child));
  return {
    text: who ? t("consents-offer-ward", { ...words, child: who }) : t("consents-offer", words),
    rows: [
      ...kinds.map((kind): Button[] => [
        { label: t.plain(`consents-about-read-${kind}`), press: press("consents.read", membershipId, kind) },
      ]),
      [{ label: t.plain("consents-offer-later"), press: press("home.open") }],
    ],
  };
}

/** A minor waits for the guardian: three lines, where the answer is, and one button. */
export function waitScreen(t: T, view: View, hasGuardian: boolean): Screen {
  const isToCheck = view.state.kind === "waits" && view.state.toCheck;
  const who = view.asked ? "teen" : "child";
  const lines = t(`consents-wait-${who}${isToCheck ? "-answered" : ""}`, placeWords(view));
  const answer = t(isToCheck ? "consents-wait-check" : hasGuardian ? "consents-wait-came" : "consents-wait-none");
  const label = t.plain("consents-link-for-parent");
  const link = press("consents.link", view.subject.membershipId);
  return {
    text: `${lines}\n\n${answer}`,
    // Who waits for the check alone has nothing to do; another parent may still be asked.
    rows: [[{ label, press: link, ...(isToCheck ? {} : { style: "primary" as const }) }], homeRow(t)],
  };
}

/** Somebody said no: nothing goes on, and there is no pressing. Who said it may read the text again. */
export function stoppedScreen(t: T, view: View, state: Extract<ConsentState, { by: Reader }>): Screen {
  const text = t(`consents-stopped-${state.by}-${state.kind}`, { programme: view.programme.title });
  return { text, rows: [...(state.by === "self" ? [[readButton(t, view, "consents-return")]] : []), homeRow(t)] };
}

/** What somebody may be asked about in several programmes, or for several children. */
export function mineScreen(t: T, own: View[], wards: View[]): Screen {
  const button = (view: View, key: string): Button[] => [
    {
      label: t.plain(key, { name: whoOf(t, view), programme: view.programme.title }),
      press: press("consents.about", view.subject.membershipId),
    },
  ];
  const rows = [
    ...own.map((view) => button(view, "consents-mine-own")),
    ...wards.map((view) => button(view, "consents-mine-ward")),
  ];
  return { text: rows.length > 0 ? t("consents-mine") : t("consents-mine-none"), rows: [...rows, homeRow(t)] };
}

/** Empty unless there is something to withdraw. */
export const withdrawButton = (t: T, { subject, kind, position }: View): Button[] =>
  position === "agreed"
    ? [
        {
          label: t.plain(`consents-about-withdraw-${kind}`),
          press: press("consents.withdraw-ask", subject.membershipId, kind),
        },
      ]
    : [];

const kindRow = (t: T, view: View): Button[] => [
  readButton(t, view, `consents-about-read-${view.kind}`),
  ...withdrawButton(t, view),
];

/** All kinds of consent of one participant, for one who has a say in them. */
export function aboutScreen(t: T, views: View[], note = ""): Screen {
  const [first] = views;
  if (!first) return { text: t("consents-refused"), rows: [homeRow(t)] };
  const isWard = first.reader === "guardian";
  const head = t(isWard ? "consents-about-ward" : "consents-about", { ...placeWords(first), name: whoOf(t, first) });
  const asked = views.filter((view) => view.asked);
  const lines = asked.map((view) =>
    t("consents-about-line", { what: t.plain(`consents-kind-${view.kind}`), position: html(positionWords(t, view)) }),
  );
  const free = asked.some(({ kind }) => kind !== "data") ? [t("consents-about-free")] : [];
  const text = [head, lines.length > 0 ? lines.join("\n") : t("consents-not-asked"), ...free].join("\n\n");
  return {
    text: note ? `${note}\n\n${text}` : text,
    rows: [...asked.map((view) => kindRow(t, view)), homeRow(t)],
  };
}

/** Longest label that a phone shows whole. */
const NAMED_LENGTH = 60;

/** Names what would be withdrawn before it is, and (`lines`, HTML) what then happens. */
export function withdrawAsk(t: T, view: View, lines: string[] = []): Screen {
  const { subject, kind, reader, rev, programme } = view;
  const what = reader === "guardian" ? whoOf(t, view) : programme.title;
  const label = kind === "data" ? t.plain("consents-withdraw-yes-named", { what }) : t.plain("consents-withdraw-yes");
  const key = `consents-withdraw-${kind}${reader === "guardian" ? "-ward" : ""}`;
  const yes = press("consents.withdraw", subject.membershipId, kind, rev);
  return {
    text: [t(key, { name: whoOf(t, view), programme: programme.title }), ...lines.map((line) => `• ${line}`)].join(
      "\n",
    ),
    rows: [
      [{ label: cutText(label, NAMED_LENGTH), press: yes, style: "danger" }],
      [{ label: t.plain("consents-withdraw-no"), press: press("consents.about", subject.membershipId) }],
    ],
  };
}

export const refusedScreen = (t: T): Screen => ({ text: t("consents-refused"), rows: [homeRow(t)] });

/** The child is told what the guardian said. */
export function answeredNotice(t: T, state: ConsentState): Screen {
  const go = (key: string): Button[][] => [[{ label: t.plain(key), press: press("home.open") }]];
  switch (state.kind) {
    case "complete":
      return { text: t("consents-notice-on"), rows: go("consents-notice-go") };
    case "declined":
    case "withdrawn":
      return { text: t(`consents-notice-${state.kind}`), rows: go("consents-notice-see") };
    case "waits":
      return { text: t("consents-notice-self"), rows: go("consents-notice-go") };
    case "unknownAge":
      return { text: t("consents-notice-on"), rows: go("consents-notice-go") };
    default:
      return unreachable(state);
  }
}

/** What the ledger keeps about a person, for `/privacy`. */
export const keptLines = (t: T, { own, forOthers }: { own: number; forOthers: number }): string[] => [
  ...(own > 0 ? [t("consents-kept-own", { count: own })] : []),
  ...(forOthers > 0 ? [t("consents-kept-others", { count: forOthers })] : []),
];
