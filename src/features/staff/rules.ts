/** Keys of classes, days as they are typed, and who may be asked. Pure. */
import { createHash } from "node:crypto";
import { cleanText, lengthOf } from "#core/text.ts";
import { type DateOn, dayAfter } from "#core/when.ts";
import type { ClassKey } from "./model.ts";

const KEY_LENGTH = 10;

/** A class has a name of any script, a button only Latin letters: its key is the same for one name always. */
export const classKeyOf = (className: string): string =>
  createHash("sha256").update(className).digest("hex").slice(0, KEY_LENGTH);

const byName = new Intl.Collator("ru", { numeric: true });

/** Each class once, in the order in which a school names them: 7А, 7Б, 10А. */
export const classKeysOf = (classNames: string[]): ClassKey[] =>
  [...new Set(classNames)]
    .filter((className) => className !== "")
    .toSorted(byName.compare)
    .map((className) => ({ key: classKeyOf(className), className }));

/** The days that are offered: a week, two, a month from today. */
export const OFFERED_DAYS = [7, 14, 30] as const;
export const offeredDays = (today: DateOn): DateOn[] => OFFERED_DAYS.map((days) => dayAfter(today, days));

/** An absence or a look may be so far away at most, in days. */
const FURTHEST = 366;

const NUMBERS = /^(\d{1,2})[./ -](\d{1,2})(?:[./ -](\d{4}))?$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

function dateOf(year: number, month: number, day: number): DateOn | null {
  const on = [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
  const at = new Date(`${on}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(on) ? on : null;
}

/**
 * A day to come as typed: «5.12», «05.12.2026», «2026-12-05». Without a year the next such day is meant; null when it cannot be
 * read, is past or further than a year.
 */
export function readDay(typed: string, today: DateOn): DateOn | null {
  const text = typed.trim();
  const iso = ISO.exec(text);
  const numbers = NUMBERS.exec(text);
  const thisYear = Number(today.slice(0, 4));
  let on: DateOn | null = null;
  if (iso) on = dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  else if (numbers) {
    const [, day = "", month = "", year] = numbers;
    on = dateOf(year ? Number(year) : thisYear, Number(month), Number(day));
    if (!year && on && on < today) on = dateOf(thisYear + 1, Number(month), Number(day));
  }
  return on && isDayAhead(on, today) ? on : null;
}

/** Whether it is a day from today on, within a year. */
export const isDayAhead = (on: string, today: DateOn): boolean => {
  const [year, month, day] = on.split("-").map(Number);
  if (!year || !month || !day || dateOf(year, month, day) !== on) return false;
  return on >= today && on <= dayAfter(today, FURTHEST);
};

/** What was typed, fit to be kept: null when it is empty or longer than `most` characters. */
export function readText(typed: string, most: number): string | null {
  const text = cleanText(typed).trim();
  return text === "" || lengthOf(text) > most ? null : text;
}
