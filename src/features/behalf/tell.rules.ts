/** Who has to be told something in person, and when the week's list comes. */
import { type DateOn, dateIn, dayAfter, instantAt } from "#core/when.ts";
import { TOPICS, type Topic, type Untold } from "./model.ts";

const MONDAY = 1;
/** Minutes since midnight: 8:00. */
const MORNING = 8 * 60;
const WEEK = 7;

/** Where somebody stands, as far as it has to be said. */
export type Owed = {
  /** The person's own consent, a guardian's, is waited for. */
  consent: boolean;
  guardian: boolean;
  /** Everything is agreed and the questionnaire not sent. */
  questionnaire: boolean;
  /** Messages that did not get through. */
  missed: number;
};

export const topicsOf = (owed: Owed): Topic[] =>
  TOPICS.filter((topic) => (topic === "missed" ? owed.missed > 0 : owed[topic]));

/** What was said, in a word: as long as it stays so, somebody who was told is not told again. */
export const saidKey = ({ missed, ...owed }: Owed): string =>
  topicsOf({ ...owed, missed })
    .map((topic) => (topic === "missed" ? `${topic}${missed}` : topic))
    .join(",");

/** Those who have not been told first; then by class and name, as one walks through a school. */
export const inWalkingOrder = (people: Untold[]): Untold[] =>
  people.toSorted(
    (one, other) =>
      Number(one.told !== null) - Number(other.told !== null) ||
      one.className.localeCompare(other.className, "ru", { numeric: true }) ||
      `${one.name.familyName} ${one.name.givenName}`.localeCompare(
        `${other.name.familyName} ${other.name.givenName}`,
        "ru",
      ) ||
      one.code.localeCompare(other.code),
  );

/** The next Monday at 8:00 of this zone, later than now, with its date. */
export function nextMonday(now: Date, zone: string): { on: DateOn; at: Date } {
  const today = dateIn(now, zone);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const ahead = (MONDAY - weekday + WEEK) % WEEK;
  const on = dayAfter(today, ahead);
  const at = instantAt(on, MORNING, zone);
  if (at > now) return { on, at };
  const next = dayAfter(on, WEEK);
  return { on: next, at: instantAt(next, MORNING, zone) };
}
