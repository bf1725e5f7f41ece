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

/** A Russian patronymic by its ending: -ич, -вна, -чна. */
const PATRONYMIC = /(?:\u0438\u0447|\u0432\u043d\u0430|\u0447\u043d\u0430)$/iu;

/**
 * Reads «Фамилия Имя Отчество» as typed. One word is a given name; of three and more the first is the family name, the second the
 * given name, the rest the patronymic. «Ольга Владимировна» and «Ольга Владимировна Ветрова» are understood too: a patronymic in
 * the second place tells the order. Any script is taken; only what is plainly no name is asked again.
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
  const name = inOrder(first, second, rest);
  if (Object.values(name).some((part) => lengthOf(part) > NAME_LENGTH)) return { kind: "odd", why: "long" };
  if (/^[\d\s.,:;!?+()-]+$/u.test(words.join(""))) return { kind: "odd", why: "empty" };
  return { kind: "name", name };
}

function inOrder(first: string, second: string | undefined, rest: string[]): PersonName {
  if (second === undefined) return { ...NO_NAME, givenName: first };
  const [third = ""] = rest;
  const givenFirst = PATRONYMIC.test(second) && rest.length < 2 && !PATRONYMIC.test(third);
  return givenFirst
    ? { familyName: third, givenName: first, patronymic: second }
    : { familyName: first, givenName: second, patronymic: rest.join(" ") };
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
