/** What follows from somebody's leaving: what the curator has to do and by when, when data go, who decides about a child. */
import type { LeavingKind, Role } from "#core/contribution.ts";
import { ageAtMost, type DateOn, dayAfter } from "#core/when.ts";
import type { TodoKind } from "./model.ts";

type Due = { kind: TodoKind; dueOn: DateOn };

const SOON = 2;
const WEEK = 7;
const TWO_WEEKS = 14;
const MONTH = 30;

/** The law's longest term between a withdrawal and the erasure, in days. */
export const LONGEST_TERM = 30;

/** The dated list for the curator. `until`: the last day of a pause; `erasedOn`: when the data go. */
export function todosFor(
  kind: LeavingKind,
  role: Role,
  { today, until, erasedOn }: { today: DateOn; until: DateOn | null; erasedOn: DateOn | null },
): Due[] {
  const teacher: Due = { kind: "teacher", dueOn: dayAfter(today, SOON) };
  const substitute: Due = { kind: "substitute", dueOn: dayAfter(today, SOON) };
  const known: Due[] = role === "mentor" ? [substitute] : [teacher];
  switch (kind) {
    case "paused":
      return [
        ...(role === "mentor" ? [substitute] : []),
        { kind: "come-back", dueOn: until ?? dayAfter(today, TWO_WEEKS) },
      ];
    case "stopped":
      return [...known, { kind: "lists", dueOn: dayAfter(today, WEEK) }];
    case "withdrawn":
      return [...known, { kind: "papers", dueOn: erasedOn ?? dayAfter(today, WEEK) }];
  }
}

/** The last days of a pause that are offered; none is later than the programme's end. */
export const pausesFrom = (today: DateOn, endsOn: DateOn): DateOn[] =>
  [WEEK, TWO_WEEKS, MONTH].map((days) => dayAfter(today, days)).filter((on) => on <= endsOn);

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a pause may last until this day. */
export const isPauseDay = (on: string, today: DateOn, endsOn: DateOn): boolean =>
  DATE.test(on) && !Number.isNaN(Date.parse(on)) && on > today && on <= endsOn;

const TYPED = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?$/;

/** «12.12» or «12.12.2026» as a day after today; null when it is none. */
export function readDay(typed: string, today: DateOn): DateOn | null {
  const found = TYPED.exec(typed.trim());
  if (!found) return null;
  const [, day = "", month = "", year] = found;
  const years = year
    ? [year.length === 2 ? `20${year}` : year]
    : [today.slice(0, 4), String(Number(today.slice(0, 4)) + 1)];
  const dates = years.map((one) => `${one}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  const real = dates.filter((date) => {
    const at = new Date(`${date}T00:00:00Z`);
    return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === date;
  });
  return real.find((date) => date > today) ?? null;
}

/** The day on which withdrawn data go: at most a month later. */
export const erasureDay = (today: DateOn, days: number): DateOn =>
  dayAfter(today, Math.min(Math.max(1, days), LONGEST_TERM));

const FOURTEEN = 14;

/** Whether a guardian, and not the child, decides about the child's data. */
export const isSmall = (birthYear: number | null, now: Date, zone: string): boolean =>
  birthYear !== null && ageAtMost(birthYear, now, zone) < FOURTEEN;
