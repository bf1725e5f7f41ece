/** What people are asked about themselves, and how a refusal looks. */
import type { PersonId } from "#core/ids.ts";
import { type Button, press, type Screen, type T } from "#core/screen.ts";
import type { Listen, ListeningStep, NameOddity, Naming, PersonName } from "./model.ts";
import { oldestPage, YOUNGEST_PAGE, yearsOn } from "./years.rules.ts";

const YEARS_A_ROW = 4;

export const homeButton = (t: T): Button => ({ label: t.plain("common-home"), press: press("home.open") });
/** The same as a row of its own. */
export const homeRow = (t: T): Button[] => [homeButton(t)];

/** One text above another. */
export const below = (lead: string, text: string): string => (lead === "" ? text : `${lead}\n\n${text}`);

/** The same for a foreign thing and for one that does not exist. */
export const refusedScreen = (t: T): Screen => ({ text: t("people-refused"), rows: [homeRow(t)] });

const nameTalk = (personId: PersonId): Listen => ({ talk: "people.name", args: { person: personId } });
export const yearTalk = (personId: PersonId): Listen => ({ talk: "people.birth-year", args: { person: personId } });

/** Asks for the name; `seen` says who will see what of it, null when no programme shows it. */
export function nameStep(
  t: T,
  personId: PersonId,
  seen: Naming | "guardian" | null,
  rank: number,
): ListeningStep & { listen: Listen } {
  const screen = {
    text: seen ? below(t("people-name-ask"), t(`people-name-seen-${seen}`)) : t("people-name-ask"),
    placeholder: t.plain("people-name-hint"),
  };
  return { rank, screen, listen: nameTalk(personId) };
}

export const oddName = (t: T, why: NameOddity): Screen => ({
  text: t(`people-name-odd-${why}`),
  placeholder: t.plain("people-name-hint"),
});

export const nameSaved = (t: T, name: PersonName): string =>
  t("people-name-saved", { name: name.givenName || name.familyName });

/** The page of years; `why` is a line above the question. */
export function yearScreen(t: T, personId: PersonId, page: number, thisYear: number, lead = ""): Screen {
  const rows: Button[][] = [];
  for (const [index, year] of yearsOn(page, thisYear).entries()) {
    if (index % YEARS_A_ROW === 0) rows.push([]);
    rows.at(-1)?.push({ label: String(year), press: press("people.year", personId, year) });
  }
  const turn: Button[] = [];
  if (page < oldestPage(thisYear))
    turn.push({ label: t.plain("people-year-earlier"), press: press("people.years", personId, page + 1) });
  if (page > YOUNGEST_PAGE)
    turn.push({ label: t.plain("people-year-later"), press: press("people.years", personId, page - 1) });
  return { text: below(lead, t("people-year-ask")), rows: [...rows, turn] };
}

/** A year decides whose consent is asked, so it is said back before it is kept. */
export const yearCheck = (t: T, personId: PersonId, year: number, page: number): Screen => ({
  text: t("people-year-check", { year }),
  rows: [
    [{ label: t.plain("people-year-yes"), press: press("people.year-ok", personId, year), style: "success" }],
    [{ label: t.plain("people-year-no"), press: press("people.years", personId, page) }],
  ],
});

export const oddYear = (t: T, personId: PersonId, page: number, thisYear: number): Screen =>
  yearScreen(t, personId, page, thisYear, t("people-year-odd"));

/** What is kept of a person by this feature, for `/privacy`. */
export function keptLines(t: T, kept: { name: boolean; birthYear: boolean; roles: number; phones: number }): string[] {
  return [
    ...(kept.name ? [t("people-kept-name")] : []),
    ...(kept.birthYear ? [t("people-kept-year")] : []),
    t("people-kept-roles", { count: kept.roles }),
    t("people-kept-chats", { count: kept.phones }),
    t("people-kept-history"),
  ];
}
