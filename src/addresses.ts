/** Where and in which words people are reached when nobody has asked: the language chosen, the programme's form of address. */
import type { Clock } from "#core/clock.ts";
import type { PersonId } from "#core/ids.ts";
import type { Locale } from "#core/screen.ts";
import type { Address } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { Texts } from "#platform/i18n.ts";

type Parts = {
  people: Pick<People, "chatsOf" | "findMany" | "voiceOf">;
  texts: Texts;
  clock: Clock;
  defaultLocale: Locale;
};

/** The addresses of those who can be reached; the newest chat of each counts. */
export const createAddresses =
  ({ people, texts, clock, defaultLocale }: Parts) =>
  async (db: Db, personIds: PersonId[]): Promise<Map<PersonId, Address>> => {
    const persons = new Map((await people.findMany(db, personIds)).map((person) => [person.id, person]));
    const addresses = new Map<PersonId, Address>();
    for (const chat of await people.chatsOf(db, personIds)) {
      if (!chat.reachable) continue;
      const locale = persons.get(chat.personId)?.locale ?? chat.locale ?? defaultLocale;
      const voice = await people.voiceOf(chat.personId, clock.now());
      addresses.set(chat.personId, { chatId: chat.telegramId, t: texts.voice({ locale, ...voice }) });
    }
    return addresses;
  };
