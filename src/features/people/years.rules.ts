/** The year of birth as buttons and as typed. */
import { isBirthYear, OLDEST } from "./names.rules.ts";

const PER_PAGE = 12;
/** Page 0 ends with those who turn 8 this year: the pages of pupils. */
const FIRST_AGE = 8;
/** The youngest are one page before the pupils. */
export const YOUNGEST_PAGE = -1;

/** The page of the oldest. */
export const oldestPage = (thisYear: number): number => Math.ceil((thisYear - FIRST_AGE - OLDEST + 1) / PER_PAGE) - 1;

/** The years on a page, rising; page -1 holds the youngest, each further page is twelve years older. */
export function yearsOn(page: number, thisYear: number): number[] {
  const last = thisYear - FIRST_AGE - page * PER_PAGE;
  const years = Array.from({ length: PER_PAGE }, (_, index) => last - PER_PAGE + 1 + index);
  return years.filter((year) => isBirthYear(year, thisYear));
}

/** The page on which most people like this one find their year. */
export const firstPage = (isPupil: boolean): number => (isPupil ? 0 : 2);

/** «2013», «2013 г.», «05.03.2013»: the one number of four digits that may be a year of birth; null when there is none or several. */
export function readYear(typed: string, thisYear: number): number | null {
  const years = [...typed.matchAll(/(?<!\d)\d{4}(?!\d)/gu)].map(([digits]) => Number(digits));
  const [year, ...others] = years.filter((number) => isBirthYear(number, thisYear));
  return year === undefined || others.length > 0 ? null : year;
}
