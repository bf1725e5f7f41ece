/** «Исправить имя»: the question, and what the person hears of the answer. */
import { press, type Screen, type T } from "#core/screen.ts";
import { homeRow, type NameOddity, shownName } from "#features/people/index.ts";
import type { Seen } from "./model.ts";

/** Asks the curator for the right name; `why`: what was wrong with the one just typed. */
export const nameAsked = (t: T, { entry, programme }: Seen, why?: NameOddity): Screen => ({
  guarded: true,
  text: t(why ? `banks-name-odd-${why}` : "banks-name-ask", { name: shownName(entry.name, entry, programme.naming) }),
  placeholder: t.plain("banks-name-hint"),
  rows: [[{ label: t.plain("common-back"), press: press("bank.card", entry.membershipId) }]],
});

export const renamed = (t: T): Screen => ({ text: t("banks-renamed"), rows: [homeRow(t)] });
