/** Dates and moments in words: the only place that formats them. Instants are UTC, zones are IANA names, dates are YYYY-MM-DD. */
import { DAY, MINUTE } from "#core/clock.ts";
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

const DAY_MINUTES = 24 * 60;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** «8:30»: the time of day at this instant in this zone. */
export function timeWords(at: Date, zone: string): string {
  const known = clocks.get(zone);
  const made =
    known ?? new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "numeric", minute: "2-digit", hourCycle: "h23" });
  clocks.set(zone, made);
  return made.format(at).replace(/^0(?=\d:)/, "");
}

/** Minutes since midnight at this instant in this zone: 510 is 8:30. */
export function minuteIn(at: Date, zone: string): number {
  const [hours = 0, minutes = 0] = timeWords(at, zone).split(":").map(Number);
  return hours * 60 + minutes;
}

/** The calendar date `days` after this one (1 when absent). */
export function dayAfter(on: DateOn, days = 1): DateOn {
  const at = new Date(`${on}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/**
 * The instant at which the clocks of this zone show `minute` of this date. A time that the clocks leap over is an hour later,
 * one that comes twice is either.
 */
export function instantAt(on: DateOn, minute: number, zone: string): Date {
  const asUtc = new Date(`${on}T00:00:00Z`).getTime() + minute * MINUTE;
  const shift = (at: Date): number => {
    const days =
      (Date.parse(`${dateIn(at, zone)}T00:00:00Z`) - Date.parse(`${at.toISOString().slice(0, 10)}T00:00:00Z`)) / DAY;
    return days * DAY_MINUTES + minuteIn(at, zone) - (at.getUTCHours() * 60 + at.getUTCMinutes());
  };
  const near = new Date(asUtc - shift(new Date(asUtc)) * MINUTE);
  return new Date(asUtc - shift(near) * MINUTE);
}
