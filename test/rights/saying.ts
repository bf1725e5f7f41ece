/** What people of the matrix type, and whom a button is about. */
import type { World } from "#test/support/world.ts";
import { PHONES, telegramIdOf } from "./cast.ts";

/** What suits the talk that listens; the first that fits counts. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^lists\.file$/, "Фамилия\tИмя\tКласс\nЛистова\tАнна\t7Б\nЛистов\tПётр\t7Б"],
  [/^lists\.class$/, "7Б"],
  [/^behalf\.date$/, "01.11.2026"],
  [/^(leaving\.day|staff\.(away|offer))$/, "01.12.2026"],
  [/^staff\.refer-class$/, "7A"],
  [/^(behalf\.guardian|people\.name)$/, "Annabel Lee"],
  [/./, "2010"],
];
/** Said where nothing is asked: a search for whoever may search. */
const UNASKED = "menteeA1";

/** For each phone an answer to what is asked there. */
export async function wordsFor({ database: { db } }: World): Promise<Map<string, string>> {
  const listening = new Map((await db.focus.findMany()).map(({ chatId, kind }) => [chatId, kind]));
  return new Map(
    PHONES.map((key) => {
      const talk = listening.get(BigInt(telegramIdOf(key))) ?? "";
      return [key, talk === "" ? UNASKED : (WORDS.find(([talks]) => talks.test(talk))?.[1] ?? "2010")];
    }),
  );
}

const ID_LENGTH = 11;
const PLACES = /^(prog|school)-/;

/** The things that a button names, but for whole schools and programmes; what belongs to one person counts as one. */
export const subjectsOf = (data: string): string[] =>
  data
    .split(":")
    .slice(1)
    .filter((arg) => arg.length === ID_LENGTH && !PLACES.test(arg))
    .map((arg) => arg.replace(/^[a-z]+-/, ""));
