/** «Напомнить»: whom and when, before and after. */
import { newId } from "#core/ids.ts";
import { type Press, press, type Screen, type T } from "#core/screen.ts";
import { doneLines, type Offered, tellLine, undoRow } from "#features/deeds/index.ts";
import { homeRow } from "#features/people/index.ts";
import type { Nudging } from "./model.ts";

const backOf = ({ programme, side, membershipId }: Nudging): Press =>
  membershipId ? press("bank.card", membershipId) : press("bank.open", programme.id, side);

/** Before it is ordered; the button brings the id under which it can be taken back. */
export function nudgeAsked(t: T, asked: Nudging, now: Date): Screen {
  const { programme, side, membershipId, name, count, at } = asked;
  const back = [{ label: t.plain("common-back"), press: backOf(asked) }];
  if (count === 0) return { text: t("banks-nudge-none"), rows: [back] };
  const id = newId();
  const order = membershipId
    ? press("bank.nudge-do", membershipId, id)
    : press("bank.nudge-all-do", programme.id, side, id);
  const words = membershipId ? t("banks-nudge-one-ask", { name }) : t("banks-nudge-many-ask", { count });
  return {
    guarded: true,
    text: [words, t("banks-nudge-text"), tellLine(t, { count, at, zone: programme.school.timeZone }, now)].join("\n\n"),
    rows: [[{ label: t.plain("banks-nudge-go"), press: order, style: "primary" }], back],
  };
}

export const nudgePlanned = (t: T, offered: Offered, now: Date): Screen => ({
  text: `${t("banks-nudge-planned")} ${doneLines(t, offered, now)}`,
  rows: [undoRow(t, offered), offered.back ? [{ label: t.plain("common-back"), press: offered.back }] : homeRow(t)],
});

export const nudgeNobody = (t: T): Screen => ({ text: t("banks-nudge-none"), rows: [homeRow(t)] });
