/** A world with a school, a programme and links into it, without going through the wizards. */
import type { Role } from "#core/contribution.ts";
import { newId } from "#core/ids.ts";
import { createPeople, type People } from "#features/people/index.ts";
import type { DatabaseKind } from "#platform/db/index.ts";
import { silentLog } from "#platform/log.ts";
import { deriveKey } from "#platform/secret.ts";
import { type World, world } from "#test/support/world.ts";

export type SchoolWorld = World & {
  people: People;
  schoolId: string;
  programmeId: string;
  /** A deep link to a role in the programme (a curator's: in the school). */
  link(role: Role, more?: { cap?: number; childId?: string; createdById?: string; expiresAt?: Date }): Promise<string>;
  /** The person who speaks from this chat. */
  personOf(telegramId: number): Promise<string>;
};

type Options = { title?: string; naming?: "full" | "initial" | "code"; address?: "vy" | "ty"; forms?: string[] };

export async function schoolWorld(engine: DatabaseKind, options: Options = {}): Promise<SchoolWorld> {
  const { title = "Точка роста", naming = "full", address = "ty", forms = ["student-pupil"] } = options;
  const made = await world({ engine });
  const { database, clock } = made;
  const secret = deriveKey(Buffer.alloc(32, 7), "invitations");
  const people = createPeople({ database, clock, secret, log: silentLog });
  const [schoolId, programmeId] = [newId(), newId()];
  const born = { createdAt: clock.now(), rev: 1 };
  const { db } = database;
  await db.school.create({
    data: { id: schoolId, name: "Школа № 7", city: "Тверь", timeZone: "Europe/Moscow", locale: "ru", ...born },
  });
  const period = { startsOn: "2026-09-01", endsOn: "2027-05-31", yearKind: "academic" };
  const ways = { track: "pupils", naming, address, intakeSize: "short", status: "active" };
  await db.programme.create({ data: { id: programmeId, schoolId, title, ...period, ...ways, ...born } });
  for (const form of forms) await db.programmeForm.create({ data: { programmeId, form } });
  return Object.assign(made, {
    people,
    schoolId,
    programmeId,
    link: async (role: Role, more = {}) => {
      const place = role === "curator" ? { schoolId, programmeId: null } : { schoolId, programmeId };
      const wanted = { role, ...place, createdById: null, ...more };
      const invitation = await database.tx((tx) => people.createInvitation(tx, wanted, clock.now()));
      return `https://t.me/tropa_bot?start=${people.tokenOf(invitation)}`;
    },
    personOf: async (telegramId: number) => {
      const account = await db.chatAccount.findUniqueOrThrow({ where: { telegramId: BigInt(telegramId) } });
      const speaking = await db.accountPerson.findFirstOrThrow({ where: { accountId: account.id, current: true } });
      return speaking.personId;
    },
  });
}
