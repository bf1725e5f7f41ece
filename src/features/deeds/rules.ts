/** When others hear of what was done. */
import { after, MINUTE } from "#core/clock.ts";
import { dateIn, dayAfter, instantAt, minuteIn } from "#core/when.ts";

/** An act can be taken back for so long at least. */
export const GRACE = MINUTE;
const HOUR_MINUTES = 60;
/** From 20:00 to 8:30 by the school's clock nobody is told anything that can wait. */
export const EVENING = 20 * HOUR_MINUTES;
export const MORNING = 8 * HOUR_MINUTES + HOUR_MINUTES / 2;

/** When those whom an act of `now` concerns are told: in a minute, or at 8:30 of the next morning in the school's zone. */
export function tellAt(now: Date, zone: string): Date {
  const soon = after(now, GRACE);
  const minute = minuteIn(soon, zone);
  if (minute >= MORNING && minute < EVENING) return soon;
  const day = dateIn(soon, zone);
  return instantAt(minute < MORNING ? day : dayAfter(day), MORNING, zone);
}

/** Whether a deed can be taken back: until its moment, and after it as long as nobody was told although somebody should have been. */
export const isOpen = (until: Date, owed: { told: number; waiting: number }, now: Date): boolean =>
  owed.told === 0 && (now < until || owed.waiting > 0);
