/** A school with a programme and its people, without a messenger. */
import { createHash } from "node:crypto";
import type { Role } from "#core/contribution.ts";
import { newId } from "#core/ids.ts";
import { createPeople, type People, type PeopleOutside, type Redeemed } from "#features/people/index.ts";
import { type VirtualClock, virtualClock } from "#platform/clock.ts";
import type { Database } from "#platform/db/index.ts";
import { silentLog } from "#platform/log.ts";
import type { Engine } from "#test/support/database.ts";

export const START = new Date("2026-11-20T07:00:00Z");

export type Stage = {
  people: People;
  database: Database;
  clock: VirtualClock;
  schoolId: string;
  programmeId: string;
  /** A chat that nobody has come in from; gives the account's id. */
  phone(): Promise<string>;
  /** A link to a role in the programme. */
  link(
    role: Role,
    more?: { cap?: number; expiresAt?: Date; childId?: string; form?: string; createdById?: string },
  ): Promise<{ id: string; token: string }>;
  /** Somebody who has come in from a new phone. */
  comes(role: Role): Promise<{ accountId: string; personId: string; membershipId: string }>;
  /** A curator of the school, made without a link. */
  curator(schoolId?: string): Promise<string>;
  /** Another school with a programme. */
  foreign(): Promise<{ schoolId: string; programmeId: string }>;
};

let telegramId = 1_000n;

export async function stage(engine: Engine, returned?: PeopleOutside["returned"]): Promise<Stage> {
  const clock = virtualClock(START);
  const { database } = await engine.open({ clock });
  const outside = { database, clock, secret: "a secret of tests", log: silentLog };
  const people = createPeople({ ...outside, ...(returned ? { returned } : {}) });
  const { db } = database;

  async function school(): Promise<{ schoolId: string; programmeId: string }> {
    const [schoolId, programmeId] = [newId(), newId()];
    const born = { createdAt: START, rev: 1 };
    await db.school.create({
      data: { id: schoolId, name: "Школа", city: "Тверь", timeZone: "Europe/Moscow", locale: "ru", ...born },
    });
    const period = { startsOn: "2026-09-01", endsOn: "2027-05-31", yearKind: "academic" };
    const ways = { track: "pupils", naming: "full", address: "vy", intakeSize: "short", status: "active" };
    await db.programme.create({ data: { id: programmeId, schoolId, title: "Тропа", ...period, ...ways, ...born } });
    await db.programmeForm.create({ data: { programmeId, form: "student-pupil" } });
    return { schoolId, programmeId };
  }

  const { schoolId, programmeId } = await school();
  const made: Stage = {
    people,
    database,
    clock,
    schoolId,
    programmeId,
    phone: async () =>
      (await people.speaker({ telegramId: telegramId++, languageCode: "ru", displayName: "X" }, clock.now())).accountId,
    link: async (role, more = {}) => {
      const wanted = { role, schoolId, programmeId, createdById: null, ...more };
      const invitation = await database.tx((tx) => people.createInvitation(tx, wanted, clock.now()));
      return { id: invitation.id, token: people.tokenOf(invitation) };
    },
    comes: async (role) => {
      const accountId = await made.phone();
      const outcome = await people.redeem(accountId, (await made.link(role)).token, clock.now());
      const { personId, standing } = joined(outcome);
      return { accountId, personId, membershipId: standing.membershipId };
    },
    curator: async (at = schoolId) => {
      const place = { schoolId: at, programmeId: null };
      return await database.tx(async (tx) => {
        const person = await people.create(tx, clock.now());
        await people.join(tx, person.id, "curator", place, clock.now());
        return person.id;
      });
    },
    foreign: school,
  };
  return made;
}

/** The outcome as `joined`; fails when somebody was not let in. */
export function joined(outcome: Redeemed): Extract<Redeemed, { kind: "joined" }> {
  if (outcome.kind !== "joined") throw new Error(`not joined but ${outcome.kind}`);
  return outcome;
}

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
