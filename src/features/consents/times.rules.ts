/** When something may be said. Pure. */
import { type DateOn, dateIn, dayAfter, instantAt, minuteIn } from "#core/when.ts";

/** Minutes since midnight between which nobody minds a message. */
const FROM = 8 * 60 + 30;
const TO = 20 * 60;

/** This moment, or half past eight of the next morning when it is late. */
export function decentTime(at: Date, zone: string): Date {
  const minute = minuteIn(at, zone);
  if (minute >= FROM && minute < TO) return at;
  const on = dateIn(at, zone);
  return instantAt(minute < FROM ? on : dayAfter(on), FROM, zone);
}

/** Schools rest until 8 January: who is asked anew is asked on the ninth, at ten. */
const ASKED_ON = 9;
const ASKED_AT = 10 * 60;

/** When somebody who came to 14 or 18 on this first of January is asked: on 9 January at 10:00, or at the next decent time. */
export function askedAt(turnedOn: DateOn, now: Date, zone: string): Date {
  const planned = instantAt(dayAfter(turnedOn, ASKED_ON - 1), ASKED_AT, zone);
  return planned > now ? planned : decentTime(now, zone);
}
