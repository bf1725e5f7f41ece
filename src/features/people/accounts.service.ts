/** Who speaks from which phone, and in which language. */
import { type Clock, HOUR } from "#core/clock.ts";
import type { AccountId, PersonId } from "#core/ids.ts";
import type { Locale } from "#core/screen.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Acquaintance } from "#platform/telegram/bot.ts";
import * as accounts from "./accounts.store.ts";
import type { AccountsDoor, PersonsDoor } from "./door.model.ts";
import { localeOf } from "./rows.store.ts";

/** An account is marked as seen at most so often: a write for every update would be dear. */
const SEEN_EVERY = HOUR;

type Outside = {
  database: Database;
  clock: Clock;
  defaultLocale: Locale;
  /** Told, in the same transaction, that somebody who could not be reached writes again. */
  returned: (tx: Db, personId: PersonId) => Promise<void>;
};

/** The language that Telegram says, when it is one of ours. */
const spoken = (languageCode: string | null): Locale | null => localeOf(languageCode?.split("-")[0] ?? null);

export function createAccounts({
  database,
  clock,
  defaultLocale,
  returned,
}: Outside): Acquaintance & AccountsDoor & Pick<PersonsDoor, "setLocale"> {
  async function welcomeBack(tx: Db, accountId: AccountId): Promise<void> {
    for (const { person } of await accounts.peopleOn(tx, accountId)) await returned(tx, person.id);
  }

  return {
    speaker: async ({ telegramId, languageCode, displayName }, now) => {
      const { db } = database;
      const account =
        (await accounts.findAccount(db, telegramId)) ??
        (await accounts.createAccount(db, telegramId, languageCode, now));
      const stale = now.getTime() - account.seenAt.getTime() >= SEEN_EVERY;
      if (!account.reachable)
        await database.tx(async (tx) => {
          await accounts.markSeen(tx, account.id, languageCode, now);
          await welcomeBack(tx, account.id);
        });
      else if (stale || account.languageCode !== languageCode)
        await accounts.markSeen(db, account.id, languageCode, now);
      const chosen = localeOf(account.personLocale ?? account.locale) ?? spoken(languageCode);
      const school = chosen || !account.personId ? null : localeOf(await accounts.schoolLocale(db, account.personId));
      return {
        accountId: account.id,
        telegramId,
        personId: account.personId,
        locale: chosen ?? school ?? defaultLocale,
        displayName,
      };
    },
    // Who takes the block off says so before the first word: `speaker` would find nothing to make good any more.
    reachable: (telegramId, reachable) =>
      database.tx(async (tx) => {
        const account = await accounts.findAccount(tx, telegramId);
        if (!account || account.reachable === reachable) return;
        await accounts.setReachable(tx, telegramId, reachable);
        if (reachable) await welcomeBack(tx, account.id);
      }),
    lost: (tx, telegramId) => accounts.setReachable(tx, telegramId, false),
    setLocale: (accountId, locale) => database.tx((tx) => accounts.saveLocale(tx, accountId, locale)),
    peopleOn: accounts.peopleOn,
    switchPerson: (accountId, personId) =>
      database.tx(async (tx) => {
        const people = await accounts.peopleOn(tx, accountId);
        if (!people.some(({ person }) => person.id === personId)) return false;
        await accounts.letSpeak(tx, accountId, personId, clock.now());
        return true;
      }),
    chatsOf: accounts.chatsOf,
    chatsWithRole: accounts.chatsWithRole,
  };
}
