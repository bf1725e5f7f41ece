/** Dates as people type them: 14.05.2012, 14/5/12, 2012-05-14, «14 мая 2012», "May 14, 2012", «сегодня». */
import { DAY } from "#core/clock.ts";
import type { DateOn } from "#core/when.ts";
import { boundOn, hint } from "./answers.rules.ts";
import { fold } from "./fold.rules.ts";
import type { Hint, QuestionOf, Words } from "./model.ts";

const ISO = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/;
const NUMBERS = /^(\d{1,2})[-./ ](\d{1,2})(?:[-./ ](\d{4}|\d{2}))?\P{N}{0,4}$/u;
const DAY_FIRST = /^(\d{1,2})(?: ?\p{L}{1,2})? (\p{L}+)(?: (\d{4}|\d{2})(?: \p{L}{1,4})?)?$/u;
const MONTH_FIRST = /^(\p{L}+) (\d{1,2})\p{L}{0,2}(?: (\d{4}|\d{2}))?$/u;

/** Day and month are certain; the year is as it was typed, of four figures, of two, or missing. */
type Typed = { day: number; month: number; year?: string | undefined };

/**
 * The date that was typed, or what to do instead. A year of two figures is taken only when the question's bounds leave one
 * century, a missing year is always asked for: a date is never guessed.
 */
export function parseDate(question: QuestionOf<"date">, text: string, words: Words, today: DateOn): DateOn | Hint {
  const relative = relativeDay(text, words, today);
  if (relative !== undefined) return relative;
  const typed = readNumbers(text.trim()) ?? readMonth(fold(text), words);
  if (typed === undefined) return hint("questionnaires-hint-date");
  const { year } = typed;
  if (year?.length === 4) return dateOf(Number(year), typed) ?? hint("questionnaires-hint-date");
  const full = year === undefined ? [] : fullDates(question, typed, Number(year), today);
  return full.length === 1 && full[0] !== undefined ? full[0] : hint("questionnaires-hint-date-year");
}

function relativeDay(text: string, words: Words, today: DateOn): DateOn | undefined {
  const said = fold(text);
  const days = [words.ru, words.en].flatMap(({ understood }) => Object.entries(understood.days));
  const found = days.find(([word]) => fold(word) === said);
  if (found === undefined) return undefined;
  return new Date(Date.parse(`${today}T00:00:00Z`) + found[1] * DAY).toISOString().slice(0, 10);
}

function readNumbers(text: string): Typed | undefined {
  const iso = ISO.exec(text);
  if (iso !== null) return { year: iso[1], month: Number(iso[2]), day: Number(iso[3]) };
  const found = NUMBERS.exec(text);
  return found === null ? undefined : { day: Number(found[1]), month: Number(found[2]), year: found[3] };
}

function readMonth(said: string, words: Words): Typed | undefined {
  const dayFirst = DAY_FIRST.exec(said);
  const monthFirst = dayFirst === null ? MONTH_FIRST.exec(said) : null;
  const month = monthOf(dayFirst?.[2] ?? monthFirst?.[1], words);
  if (month === undefined) return undefined;
  return { day: Number(dayFirst?.[1] ?? monthFirst?.[2]), month, year: dayFirst?.[3] ?? monthFirst?.[3] };
}

function monthOf(word: string | undefined, words: Words): number | undefined {
  for (const { understood } of [words.ru, words.en]) {
    const at = understood.months.findIndex((forms) => forms.some((form) => fold(form) === word));
    if (at >= 0) return at + 1;
  }
  return undefined;
}

function fullDates(question: QuestionOf<"date">, typed: Typed, year: number, today: DateOn): DateOn[] {
  const min = boundOn(question.min, today) ?? "0000-01-01";
  const max = boundOn(question.max, today) ?? "9999-12-31";
  return [1900 + year, 2000 + year].flatMap((full) => {
    const on = dateOf(full, typed);
    return on !== undefined && on >= min && on <= max ? [on] : [];
  });
}

/** The date, unless the calendar has no such day. */
function dateOf(year: number, { month, day }: Typed): DateOn | undefined {
  const on = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const at = new Date(`${on}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(on) ? on : undefined;
}
