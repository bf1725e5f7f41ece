/** Chats with the bot and the people who write from them. */
import type { AccountId, PersonId } from "#core/ids.ts";
import { newId } from "#core/ids.ts";
import type { Locale } from "#core/screen.ts";
import type { Db } from "#platform/db/index.ts";
import type { PersonChat, PhonePerson, Role } from "./model.ts";
import { localeOf, personOf } from "./rows.store.ts";

/** An account with the person who speaks from it now. */
export type SpeakingAccount = {
  id: AccountId;
  telegramId: bigint;
  languageCode: string | null;
  locale: string | null;
  reachable: boolean;
  seenAt: Date;
  personId: PersonId | null;
  personLocale: string | null;
};

/** Read for every update, so it is one statement. */
export async function findAccount(db: Db, telegramId: bigint): Promise<SpeakingAccount | null> {
  const rows = await db.$queryRaw<SpeakingAccount[]>`
    SELECT a."id", a."telegramId", a."languageCode", a."locale", a."reachable", a."seenAt",
      p."id" AS "personId", p."locale" AS "personLocale"
    FROM "ChatAccount" a
    LEFT JOIN "AccountPerson" ap ON ap."accountId" = a."id" AND ap."current"
    LEFT JOIN "Person" p ON p."id" = ap."personId"
    WHERE a."telegramId" = ${telegramId}`;
  return rows[0] ?? null;
}

/** Remembers an account; one that came meanwhile stays as it is. */
export async function createAccount(
  db: Db,
  telegramId: bigint,
  languageCode: string | null,
  now: Date,
): Promise<SpeakingAccount> {
  const account = await db.chatAccount.upsert({
    where: { telegramId },
    create: { id: newId(), telegramId, languageCode, reachable: true, createdAt: now, seenAt: now },
    update: {},
  });
  return (await findAccount(db, telegramId)) ?? { ...account, personId: null, personLocale: null };
}

export async function markSeen(db: Db, id: AccountId, languageCode: string | null, now: Date): Promise<void> {
  await db.chatAccount.updateMany({ where: { id }, data: { languageCode, reachable: true, seenAt: now } });
}

export async function setReachable(db: Db, telegramId: bigint, reachable: boolean): Promise<void> {
  await db.chatAccount.updateMany({ where: { telegramId }, data: { reachable } });
}

/** The language of the school in which the person came in first. */
export async function schoolLocale(db: Db, personId: PersonId): Promise<string | null> {
  const membership = await db.membership.findFirst({
    where: { personId, status: "active", schoolId: { not: null } },
    orderBy: { createdAt: "asc" },
    select: { school: { select: { locale: true } } },
  });
  return membership?.school?.locale ?? null;
}

/** The chosen language belongs to the person who speaks, or to the chat while nobody has come in. */
export async function saveLocale(db: Db, accountId: AccountId, locale: Locale): Promise<void> {
  const speaking = await db.accountPerson.findFirst({ where: { accountId, current: true } });
  if (speaking) await db.person.updateMany({ where: { id: speaking.personId }, data: { locale } });
  else await db.chatAccount.updateMany({ where: { id: accountId }, data: { locale } });
}

export async function peopleOn(db: Db, accountId: AccountId): Promise<PhonePerson[]> {
  const rows = await db.accountPerson.findMany({
    where: { accountId },
    orderBy: [{ joinedAt: "asc" }, { personId: "asc" }],
    include: { person: true },
  });
  return rows.map((row) => ({ person: personOf(row.person), current: row.current }));
}

/** Puts the person onto the phone if it is not there, and lets it speak from now on. */
export async function letSpeak(tx: Db, accountId: AccountId, personId: PersonId, now: Date): Promise<void> {
  await tx.accountPerson.updateMany({
    where: { accountId, current: true, personId: { not: personId } },
    data: { current: false },
  });
  await tx.accountPerson.upsert({
    where: { accountId_personId: { accountId, personId } },
    create: { accountId, personId, current: true, joinedAt: now },
    update: { current: true },
  });
}

type ChatRow = {
  personId: string;
  account: { id: string; telegramId: bigint; reachable: boolean; locale: string | null; languageCode: string | null };
};

const chatOf = ({ personId, account }: ChatRow): PersonChat => ({
  personId,
  accountId: account.id,
  telegramId: account.telegramId,
  reachable: account.reachable,
  locale: localeOf(account.locale ?? account.languageCode?.split("-")[0] ?? null),
});

export async function chatsOf(db: Db, personIds: PersonId[]): Promise<PersonChat[]> {
  const rows = await db.accountPerson.findMany({
    where: { personId: { in: personIds } },
    orderBy: { joinedAt: "asc" },
    include: { account: true },
  });
  return rows.map(chatOf);
}

export async function chatsWithRole(db: Db, role: Role): Promise<PersonChat[]> {
  const rows = await db.accountPerson.findMany({
    where: { current: true, person: { memberships: { some: { role, status: "active" } } } },
    include: { account: true },
  });
  return rows.map(chatOf);
}
