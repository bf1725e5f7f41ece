/** From when to when a programme runs: proposals by the day of asking, and reading what a curator types. */
import type { DateOn } from "#core/when.ts";
import type { Period, Wrong, YearKind } from "./model.ts";

const JUNE = 6;
const DECEMBER = 12;
/** A teacher's individual programme may take three years; nothing in a school is planned further. */
const MOST_YEARS = 3;

/** The year of this kind that begins in `year`: 1 September to 31 May, or 1 January to 31 December. */
export const periodOf = (yearKind: YearKind, year: number): Period =>
  yearKind === "academic"
    ? { startsOn: `${year}-09-01`, endsOn: `${year + 1}-05-31` }
    : { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };

/**
 * The years to choose from on this day, the likelier first: the one that runs now and the next one.
 * From June on the academic year to come is meant, in December the calendar year to come.
 */
export function proposeYears(yearKind: YearKind, today: DateOn): [number, number] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  if (yearKind === "calendar") return month === DECEMBER ? [year + 1, year] : [year, year + 1];
  return month >= JUNE ? [year, year + 1] : [year - 1, year];
}

const GAP = "[\\s./-]+";
const WRITTEN = new RegExp(
  `\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}${GAP}(?:\\d{1,2}|\\p{L}{3,})${GAP}(?:\\d{4}|\\d{2})(?!\\d)`,
  "gu",
);

/** The first letters of the months, enough to tell them apart in any case ending: the locale's own words. */
const MONTHS: readonly string[][] = ["ru", "en"].map((locale) =>
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(locale, { month: "long", day: "numeric", timeZone: "UTC" })
      .format(new Date(Date.UTC(2001, month, 1)))
      .toLowerCase()
      .replace(/[^\p{L}]/gu, ""),
  ),
);

const LETTERS = 3;

function readMonth(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  const begin = word.toLowerCase().slice(0, LETTERS);
  for (const names of MONTHS) {
    const index = names.findIndex((name) => name.slice(0, LETTERS) === begin);
    if (index >= 0) return index + 1;
  }
  return 0;
}

/** A real calendar date as YYYY-MM-DD, or null (31 February, month 13). */
function toDate(year: number, month: number, day: number): DateOn | null {
  const full = year < 100 ? 2000 + year : year;
  const at = new Date(Date.UTC(full, month - 1, day));
  const isReal = at.getUTCFullYear() === full && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isReal ? at.toISOString().slice(0, 10) : null;
}

function readDate(written: string): DateOn | null {
  const [first = "", second = "", third = ""] = written.split(/[\s./-]+/);
  if (first.length === 4) return toDate(Number(first), Number(second), Number(third));
  return toDate(Number(third), readMonth(second), Number(first));
}

/** Whether this period can be a programme's on this day; if not, why. */
export function checkPeriod({ startsOn, endsOn }: Period, today: DateOn): Wrong | null {
  if (endsOn <= startsOn) return "period-order";
  if (endsOn < today) return "period-past";
  const latest = `${Number(startsOn.slice(0, 4)) + MOST_YEARS}${startsOn.slice(4)}`;
  return endsOn > latest ? "period-long" : null;
}

/** Reads two dates out of «01.09.2026 – 31.05.2027» or words to that effect; the year is wanted for both. */
export function readPeriod(text: string, today: DateOn): Period | Wrong {
  const dates = [...text.matchAll(WRITTEN)].map(([written]) => readDate(written));
  const [startsOn, endsOn] = dates;
  if (dates.length !== 2 || !startsOn || !endsOn) return "period";
  return checkPeriod({ startsOn, endsOn }, today) ?? { startsOn, endsOn };
}
