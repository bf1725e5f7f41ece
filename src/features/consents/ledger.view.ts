/** What the curator, or a helper, sees of other people's consents. */
import type { Link } from "#core/contribution.ts";
import { type Button, html, press, type Screen, type T } from "#core/screen.ts";
import { dateWords } from "#core/when.ts";
import { doneLines, undoRow } from "#features/deeds/index.ts";
import { homeRow } from "#features/people/index.ts";
import type { GuardianLine, LedgerEvent, Overview, Participant, PersonConsents } from "./ledger.model.ts";
import type { ConsentState } from "./model.ts";
import type { Checked } from "./outcomes.model.ts";
import { momentWords } from "./paper.view.ts";

const EVENTS = 8;

/** «Аня Петрова · 7 «А»», or the name alone. */
export const whoWords = (t: T, { name, className }: { name: string; className: string }): string =>
  className === "" ? name : t.plain("consents-who", { name, className });

/** Where a participant stands, in the curator's words: HTML. */
export function stateWords(t: T, state: ConsentState): string {
  switch (state.kind) {
    case "waits": {
      const who = state.toCheck ? "check" : state.from.length > 1 ? "both" : (state.from[0] ?? "self");
      const on = state.goesOnUntil ? { on: dateWords(state.goesOnUntil, t.locale) } : null;
      return t(`consents-state-waits-${who}`) + (on ? ` ${t("consents-state-goes-on", on)}` : "");
    }
    case "declined":
    case "withdrawn":
      return t(`consents-state-${state.kind}-${state.by}`);
    default:
      return t(`consents-state-${state.kind}`);
  }
}

const guardianWords = (t: T, { name, code, counts, position }: GuardianLine): string =>
  t("consents-person-guardian", {
    name: name === code ? code : `${name} (${code})`,
    position: t.plain(`consents-ledger-position-${position}`),
    check: counts ? "" : t.plain("consents-person-guardian-check"),
  });

function eventWords(t: T, event: LedgerEvent, zone: string): string {
  const entered = event.enteredBy ? t.plain("consents-event-entered", { by: event.enteredBy }) : "";
  return t("consents-event", {
    at: momentWords(event.at, zone),
    by: event.by,
    as: t.plain(`consents-ledger-as-${event.as}`),
    kind: t.plain(`consents-kind-${event.kind}`),
    before: t.plain(`consents-ledger-position-${event.before}`),
    after: t.plain(`consents-ledger-position-${event.after}`),
    how: t.plain(`consents-ledger-by-${event.channel}`) + entered,
  });
}

/** The two answers of the curator about somebody who came as a guardian. */
export const checkRows = (
  t: T,
  membershipId: string,
  { personId, code }: Pick<GuardianLine, "personId" | "code">,
): Button[][] => [
  [{ label: t.plain("consents-check-known", { code }), press: press("consents.check", membershipId, personId, 1) }],
  [{ label: t.plain("consents-check-unknown", { code }), press: press("consents.check", membershipId, personId, 0) }],
];

/** All consents of one participant: where they stand, who said what, and what can be done. */
export function personScreen(t: T, person: PersonConsents, note = ""): Screen {
  const { participant, programme, kinds, guardians, events } = person;
  const { membershipId, timeZone } = participant.subject;
  const lines = kinds.map(({ kind, state }) =>
    t("consents-person-kind", {
      what: t.plain(`consents-kind-${kind}`),
      // Nobody waits for what is free.
      state: html(kind !== "data" && state.kind === "waits" ? t("consents-state-free") : stateWords(t, state)),
    }),
  );
  const history = events.slice(0, EVENTS).map((event) => eventWords(t, event, timeZone));
  const toCheck = person.mayCheck ? guardians.filter(({ counts }) => !counts) : [];
  const parts = [
    note,
    t("consents-person", { who: whoWords(t, participant), programme: programme.title, lines: html(lines.join("\n")) }),
    guardians.length > 0
      ? [t("consents-person-guardians"), ...guardians.map((one) => guardianWords(t, one))].join("\n")
      : "",
    person.disagree ? t("consents-disagree-do") : "",
    toCheck.length > 0 ? t("consents-check-how") : "",
    history.length > 0 ? [t("consents-person-history"), ...history].join("\n") : "",
  ];
  const back = person.maySeeCard ? press("bank.card", membershipId) : press("consents.ledger", programme.id);
  return {
    guarded: true,
    text: parts.filter((part) => part !== "").join("\n\n"),
    rows: [
      ...toCheck.flatMap((guardian) => checkRows(t, membershipId, guardian)),
      ...kinds.map(({ kind }): Button[] => [
        { label: t.plain(`consents-form-order-${kind}`), press: press("consents.form", membershipId, kind) },
      ]),
      [{ label: t.plain("common-back"), press: back }],
    ],
  };
}

/** The same after the curator has said who a guardian is: who learns it and when, and the way back. */
export function checkedScreen(
  t: T,
  person: PersonConsents,
  { kind, offered }: Exclude<Checked, { kind: "refused" }>,
  now: Date,
): Screen {
  const note = t(`consents-checked-${kind}`);
  const screen = personScreen(t, person, offered ? `${note} ${doneLines(t, offered, now)}` : note);
  return { ...screen, rows: [...(offered ? [undoRow(t, offered)] : []), ...(screen.rows ?? [])] };
}

const attentionButton = (t: T, participant: Participant): Button[] => [
  { label: whoWords(t, participant), press: press("consents.person", participant.subject.membershipId) },
];

/** A programme's ledger: how many stand where, who needs a look, and the papers. */
export function overviewScreen(t: T, { programme, counts, attention, isPart }: Overview): Screen {
  const order = (what: string): Button => ({
    label: t.plain(`consents-order-${what}`, { count: counts.waits }),
    press: press("consents.order", programme.id, what),
  });
  const parts = [
    t(isPart ? "consents-ledger-part" : "consents-ledger", { programme: programme.title, ...counts }),
    attention.length > 0 ? t("consents-ledger-attention") : "",
  ];
  return {
    guarded: true,
    text: parts.filter((part) => part !== "").join("\n\n"),
    rows: [
      ...attention.map((participant) => attentionButton(t, participant)),
      [order("ledger"), order("sheet")],
      ...(counts.waits > 0 ? [[order("forms")]] : []),
      isPart ? homeRow(t) : [{ label: t.plain("common-back"), press: press("programmes.more", programme.id) }],
    ],
  };
}

export const personLink = (membershipId: string): Link => ({
  rank: 30,
  labelKey: "consents-card-link",
  press: press("consents.person", membershipId),
});

export const ledgerLink = (programmeId: string): Link => ({
  rank: 30,
  labelKey: "consents-ledger-link",
  press: press("consents.ledger", programmeId),
});

/** Asks the curator who came by the child's link. */
export type ToCheck = {
  membershipId: string;
  programme: string;
  child: { name: string; className: string };
  guardian: GuardianLine;
};

export const toCheckNotice = (t: T, { membershipId, programme, child, guardian }: ToCheck): Screen => ({
  guarded: true,
  text: t("consents-check", {
    programme,
    child: whoWords(t, child),
    guardian: guardian.name === guardian.code ? guardian.code : `${guardian.name} (${guardian.code})`,
    position: t.plain(`consents-ledger-position-${guardian.position}`),
  }),
  rows: [
    ...checkRows(t, membershipId, guardian),
    [{ label: t.plain("consents-card-link"), press: press("consents.person", membershipId) }],
  ],
});

export const disagreeNotice = (t: T, { membershipId, programme, child }: Omit<ToCheck, "guardian">): Screen => ({
  guarded: true,
  text: `${t("consents-disagree", { child: whoWords(t, child), programme })}\n\n${t("consents-disagree-do")}`,
  rows: [[{ label: t.plain("consents-card-link"), press: press("consents.person", membershipId) }]],
});

/** The paper that was ordered, or that it could not be made. */
export const paperNotice = (t: T, paper: { bytes: Uint8Array; name: string; mime: string } | "failed"): Screen =>
  paper === "failed"
    ? { text: t("consents-paper-failed") }
    : { text: t("consents-paper-ready"), document: paper, guarded: true };
