/** Dates and moments in words: the only place that formats them. Instants are UTC, zones are IANA names, dates are YYYY-MM-DD. */
import type { Locale } from "#core/screen.ts";

/** A calendar date, YYYY-MM-DD, of no zone. */
export type DateOn = string;

/** Making a formatter takes longer than everything that is done with it, so each zone's is kept. */
const isoDates = new Map<string, Intl.DateTimeFormat>();

/** The calendar date at this instant in this zone. */
export function dateIn(at: Date, zone: string): DateOn {
  const known = isoDates.get(zone);
  if (known) return known.format(at);
  const parts = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const made = new Intl.DateTimeFormat("en-CA", { timeZone: zone, ...parts });
  isoDates.set(zone, made);
  return made.format(at);
}

/** Whether the runtime knows this IANA zone. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** «20 октября 2026» / “20 October 2026”: without «г.», so that a full stop may follow. */
export function dateWords(on: DateOn, locale: Locale): string {
  const words = new Intl.DateTimeFormat(locale === "ru" ? "ru" : "en-GB", { timeZone: "UTC", dateStyle: "long" });
  // In Russian the literal after the year is «г.».
  const parts = words.formatToParts(new Date(`${on}T00:00:00Z`));
  return parts
    .map((part) => (part.type === "literal" ? " " : part.value))
    .join("")
    .trim();
}

/** The age in years of somebody born in `birthYear`, by the younger reading: until 31 December the birthday has not come. */
export const ageAtMost = (birthYear: number, now: Date, zone: string): number =>
  Number(dateIn(now, zone).slice(0, 4)) - birthYear - 1;
