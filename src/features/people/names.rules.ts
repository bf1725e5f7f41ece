/** Names and years of birth: how they are read, checked and shown. */
import { cleanText, lengthOf } from "#core/text.ts";
import type { NameOddity, Naming, PersonName } from "./model.ts";

/** Longest part of a name, in characters as a reader sees them. */
export const NAME_LENGTH = 80;
/** A name of more words is a sentence: somebody answered something else. */
const WORDS = 6;
/** The earliest year of birth. */
export const OLDEST = 1920;
const YOUNGEST = 5;

export const NO_NAME: PersonName = { familyName: "", givenName: "", patronymic: "" };

/**
 * Reads «Фамилия Имя Отчество» as typed. One word is a given name; of three and more the first is the family name, the second the
 * given name, the rest the patronymic. Any script is taken; only what is plainly no name is asked again.
 */
export function readName(typed: string): { kind: "name"; name: PersonName } | { kind: "odd"; why: NameOddity } {
  const words = cleanText(typed)
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== "");
  const [first, second, ...rest] = words;
  if (first === undefined) return { kind: "odd", why: "empty" };
  if (first.startsWith("/")) return { kind: "odd", why: "command" };
  if (words.length > WORDS) return { kind: "odd", why: "sentence" };
  const name: PersonName =
    second === undefined
      ? { ...NO_NAME, givenName: first }
      : { familyName: first, givenName: second, patronymic: rest.join(" ") };
  if (Object.values(name).some((part) => lengthOf(part) > NAME_LENGTH)) return { kind: "odd", why: "long" };
  if (/^[\d\s.,:;!?+()-]+$/u.test(words.join(""))) return { kind: "odd", why: "empty" };
  return { kind: "name", name };
}

/** What a search looks at: all names in lower case, ё as е. */
export const searchOf = (name: PersonName): string =>
  [name.familyName, name.givenName, name.patronymic].join(" ").toLowerCase().replaceAll("\u0451", "\u0435").trim();

/** Whether somebody who can use the bot may have been born in this year. */
export const isBirthYear = (year: number, thisYear: number): boolean =>
  Number.isInteger(year) && year >= OLDEST && year <= thisYear - YOUNGEST;

export const hasName = (name: PersonName): boolean => name.givenName !== "" || name.familyName !== "";

const initialOf = (word: string): string => ([...word][0] ?? "").toUpperCase();

/**
 * The one way in which a person's name comes onto a screen. full: «Иванова Мария Петровна»; initial: «Мария И.»;
 * code: the code alone. Who has no name yet is shown by the code whatever the programme wishes.
 */
export function shownName(person: PersonName, membership: { code: string }, naming: Naming): string {
  if (naming === "code" || !hasName(person)) return membership.code;
  const { familyName, givenName, patronymic } = person;
  if (naming === "full") return [familyName, givenName, patronymic].filter((part) => part !== "").join(" ");
  if (givenName === "") return `${initialOf(familyName)}.`;
  return familyName === "" ? givenName : `${givenName} ${initialOf(familyName)}.`;
}
