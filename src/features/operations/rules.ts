/** When copies are due, and when a silence or a full disk is worth a word to the owner. */
import { after, DAY, HOUR } from "#core/clock.ts";
import { dateIn, dayAfter, instantAt, minuteIn } from "#core/when.ts";
import type { Copying, Days, Undelivered } from "./model.ts";

const COPY_AT = 3 * 60 + 30;
const RETRY = HOUR;
const MORNING = 8 * 60;
const EVENING = 21 * 60;

/** The last time that the clocks of this zone showed 3:30. */
export function lastNight(now: Date, zone: string): Date {
  const today = dateIn(now, zone);
  const tonight = instantAt(today, COPY_AT, zone);
  return tonight <= now ? tonight : instantAt(dayAfter(today, -1), COPY_AT, zone);
}

/** Whether a copy is owed: none since the last night, and the last attempt is an hour ago. */
export function copyDue({ madeAt, triedAt }: Copying, now: Date, zone: string): boolean {
  const night = lastNight(now, zone);
  if (madeAt !== null && new Date(madeAt) >= night) return false;
  return triedAt === null || new Date(triedAt) < night || now >= after(new Date(triedAt), RETRY);
}

/** Now, if it is day in this zone; otherwise the next morning: nobody is woken for what can wait. */
export function byDay(now: Date, zone: string): Date {
  const minute = minuteIn(now, zone);
  if (minute >= MORNING && minute < EVENING) return now;
  const today = dateIn(now, zone);
  return instantAt(minute < MORNING ? today : dayAfter(today), MORNING, zone);
}

const LOW_BYTES = 500_000_000;
const LOW_SHARE = 0.1;

export const isDiskLow = ({ free, total }: { free: number; total: number }): boolean =>
  free < LOW_BYTES || free < total * LOW_SHARE;

/** Being down for so long is told. */
export const LONG_DOWN = HOUR;
/** Not reaching Telegram for so long is told. */
export const LONG_APART = HOUR;

export const wasDown = (heartbeat: Date, now: Date): boolean => now > after(heartbeat, LONG_DOWN);

/** Whether Telegram's calls fail now: updates wait there, and one failed within the last hour. */
export const isUndelivered = ({ pending, failedAt }: Undelivered, now: Date): boolean =>
  pending > 0 && failedAt !== null && now <= after(failedAt, HOUR);

const QUIET_MINUTES = 6 * 60;
const LIVELY_DAYS = 5;
const LIVELY = 20;

const isWorkday = (date: string): boolean => {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day >= 1 && day <= 5;
};

/** The workdays before `today`, the last first. */
function workdaysBefore(today: string, count: number): string[] {
  const found: string[] = [];
  for (let date = dayAfter(today, -1); found.length < count; date = dayAfter(date, -1))
    if (isWorkday(date)) found.push(date);
  return found;
}

/**
 * Whether silence is odd: it is a workday, six daytime hours have passed in which nobody wrote at all, and on each of the five
 * workdays before at least twenty updates came. A small school falls silent without anything being wrong, so it is never told.
 */
export function isOddlyQuiet(days: Days, lastUpdate: Date, now: Date, zone: string): boolean {
  const today = dateIn(now, zone);
  const minute = minuteIn(now, zone);
  if (!isWorkday(today) || minute >= EVENING) return false;
  const began = dateIn(lastUpdate, zone) === today ? Math.max(MORNING, minuteIn(lastUpdate, zone)) : MORNING;
  if (minute - began < QUIET_MINUTES) return false;
  return workdaysBefore(today, LIVELY_DAYS).every((date) => (days[date] ?? 0) >= LIVELY);
}

const REMEMBERED_DAYS = 14;

/** The counts with this date's, without what is older than two weeks. */
export function withDay(days: Days, date: string, count: number): Days {
  const oldest = dayAfter(date, -REMEMBERED_DAYS);
  const kept = Object.entries(days).filter(([one]) => one >= oldest && one !== date);
  return { ...Object.fromEntries(kept), [date]: count };
}

const WEEK = 7 * DAY;

/** Names one telling of a trouble: the same for a week, another for each further one. */
export const slotOf = (since: Date, now: Date): string =>
  `${since.getTime()}+${Math.floor((now.getTime() - since.getTime()) / WEEK)}`;
