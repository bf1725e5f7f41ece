/** Proposing a pupil, and deciding about it. */
import { type Button, press, type Screen, type T } from "#core/screen.ts";
import { cutText } from "#core/text.ts";
import { doneLines, type Offered, undoRow } from "#features/deeds/index.ts";
import { homeRow } from "#features/people/index.ts";
import type { Programme } from "#features/programmes/index.ts";
import type { ClassKey, ReferralLine } from "./model.ts";
import { backTo, toTeam } from "./view.ts";

const LABEL_LENGTH = 56;
const ROWS_IN_LINE = 5;

/** In which of several programmes. */
export const whichScreen = (t: T, programmes: Programme[]): Screen => ({
  text: programmes.length === 0 ? t("staff-refer-nowhere") : t("staff-refer-which"),
  rows: [
    ...programmes.map(({ id, title }): Button[] => [
      { label: cutText(title, LABEL_LENGTH), press: press("staff.refer", id) },
    ]),
    homeRow(t),
  ],
});

/** The class: chosen or typed. */
export const classAsk = (t: T, programme: Programme, classes: ClassKey[], odd = false): Screen => ({
  text: t(odd ? "staff-refer-class-odd" : classes.length > 0 ? "staff-refer-class" : "staff-refer-class-type", {
    programme: programme.title,
  }),
  placeholder: t.plain("staff-refer-class-hint"),
  rows: [
    ...classes.map(({ key, className }): Button[] => [
      { label: className, press: press("staff.refer-class", programme.id, key) },
    ]),
    homeRow(t),
  ],
});

type Rows = { programme: Programme; key: string; className: string; rows: { membershipId: string; row: number }[] };

/** The row of the class's list, by its number; or the class alone. */
export function rowScreen(t: T, { programme, key, className, rows }: Rows): Screen {
  const lines: Button[][] = [];
  for (const [at, { membershipId, row }] of rows.entries()) {
    if (at % ROWS_IN_LINE === 0) lines.push([]);
    lines.at(-1)?.push({ label: t.plain("staff-row-button", { row }), press: press("staff.refer-row", membershipId) });
  }
  return {
    text: t("staff-refer-row", { className }),
    rows: [
      ...lines,
      [{ label: t.plain("staff-refer-only"), press: press("staff.refer-only", programme.id, key) }],
      backTo(t, press("staff.refer", programme.id)),
    ],
  };
}

/** Asks for the reason, in one message. */
export const reasonAsk = (t: T, programme: Programme, className: string, odd = false): Screen => ({
  text: t(odd ? "staff-refer-reason-odd" : "staff-refer-reason", { className }),
  rows: [backTo(t, press("staff.refer", programme.id))],
});

export const proposedScreen = (t: T, kind: "proposed" | "many"): Screen => ({
  text: t(kind === "proposed" ? "staff-refer-done" : "staff-refer-many"),
  rows: [homeRow(t)],
});

const whomWords = (t: T, { className, row }: ReferralLine): string => {
  const named = className === "" ? t.plain("staff-class-unknown") : className;
  return row === null ? named : t.plain("staff-referral-row", { className: named, row });
};

/** What waits for the curator. */
export const referralsScreen = (t: T, programme: Programme, lines: ReferralLine[]): Screen => ({
  text: lines.length === 0 ? t("staff-referrals-none") : t("staff-referrals", { count: lines.length }),
  rows: [
    ...lines.map((line): Button[] => [
      {
        label: cutText(t.plain("staff-referral-button", { whom: whomWords(t, line), by: line.by }), LABEL_LENGTH),
        press: press("staff.referral", line.id),
      },
    ]),
    toTeam(t, programme.id),
  ],
});

/** One proposal, for the curator: who, whom, why, and what to do. */
export function referralScreen(t: T, line: ReferralLine): Screen {
  const words = { whom: whomWords(t, line), by: line.by, programme: line.programme.title, reason: line.reason };
  const decided = line.status !== "open";
  return {
    guarded: true,
    text: decided ? t(`staff-referral-${line.status}`, words) : t("staff-referral", words),
    rows: [
      ...(decided
        ? []
        : [
            [{ label: t.plain("staff-accept"), press: press("staff.accept", line.id), style: "success" as const }],
            [{ label: t.plain("staff-decline"), press: press("staff.decline", line.id) }],
          ]),
      backTo(t, press("staff.referrals", line.programme.id)),
    ],
  };
}

/** Just decided: who learns it and when, and the way back. */
export function decidedNow(t: T, line: ReferralLine, offered: Offered, now: Date): Screen {
  const screen = referralScreen(t, line);
  return {
    ...screen,
    text: `${screen.text}\n\n${doneLines(t, offered, now)}`,
    rows: [undoRow(t, offered), ...(screen.rows ?? [])],
  };
}

/** The proposer learns it: with the link to be passed on, or with kind words. */
export const decidedScreen = (t: T, line: ReferralLine, url: string | null): Screen =>
  line.status === "accepted" && url
    ? {
        text: t("staff-decided-yes", { whom: whomWords(t, line), programme: line.programme.title, url }),
        rows: [[{ label: t.plain("staff-copy"), copy: url }], homeRow(t)],
      }
    : { text: t("staff-decided-no", { whom: whomWords(t, line) }), rows: [homeRow(t)] };
