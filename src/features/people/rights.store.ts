/** Actors and targets of rights as they are in the database now. */
import type { PersonId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import { listDeputyIn } from "./absences.store.ts";
import { listWards } from "./guardians.store.ts";
import { listStandings, schoolOf } from "./memberships.store.ts";
import type { Standing, Subject } from "./model.ts";
import { type Actor, EVERYTHING, PERMISSIONS, type Permission, type Target } from "./rights.model.ts";

/** What a helper is permitted by the role of staff. */
async function permissionsOf(db: Db, standings: Standing[]): Promise<Permission[]> {
  const mine = standings.filter(({ role }) => role === "staff").map(({ membershipId }) => membershipId);
  const rows = await db.permission.findMany({ where: { membershipId: { in: mine }, endedAt: null } });
  return rows.flatMap(({ membershipId, kind, value }) => {
    const known = PERMISSIONS.find((one) => one === kind);
    return known ? [{ membershipId, kind: known, value }] : [];
  });
}

/** Only staff are permitted things or stand in for somebody by that. */
export async function actorOf(db: Db, personId: PersonId, now: Date): Promise<Actor> {
  const standings = await listStandings(db, personId);
  const wards = (await listWards(db, personId)).map((ward) => ward.childId);
  if (!standings.some(({ role }) => role === "staff"))
    return { personId, standings, wards, permissions: [], deputyIn: [] };
  const permissions = await permissionsOf(db, standings);
  return { personId, standings, wards, permissions, deputyIn: await listDeputyIn(db, personId, now) };
}

const PLACED = {
  select: {
    schoolId: true,
    programmeId: true,
    personId: true,
    className: true,
    support: { where: { endedAt: null }, select: { id: true }, take: 1 },
  },
} as const;

type PlacedRow = Omit<Target, "offered" | "className"> & { className: string; support: unknown[] };
const targetOf = ({ support, ...place }: PlacedRow): Target => ({ ...place, offered: support.length > 0 });

async function targetsOfPerson(db: Db, personId: PersonId): Promise<Target[]> {
  const person = await db.person.findUnique({ where: { id: personId }, select: { memberships: PLACED } });
  return person ? [{ schoolId: null, programmeId: null, personId }, ...person.memberships.map(targetOf)] : [];
}

async function targetOfInvitation(db: Db, id: string): Promise<Target[]> {
  const row = await db.invitation.findUnique({ where: { id }, select: { schoolId: true, programmeId: true } });
  if (!row) return [];
  const schoolId = row.programmeId ? await schoolOf(db, row.programmeId) : row.schoolId;
  return [{ schoolId, programmeId: row.programmeId, personId: null }];
}

/** What an id stands for, once for each place where it belongs; nothing when there is no such thing. */
export async function targetsOf(db: Db, subject: Subject): Promise<Target[]> {
  switch (subject.kind) {
    case "everything":
      return [EVERYTHING];
    case "school": {
      const school = await db.school.findUnique({ where: { id: subject.id }, select: { id: true } });
      return school ? [{ schoolId: school.id, programmeId: null, personId: null }] : [];
    }
    case "programme": {
      const schoolId = await schoolOf(db, subject.id);
      return schoolId ? [{ schoolId, programmeId: subject.id, personId: null }] : [];
    }
    case "membership": {
      const row = await db.membership.findUnique({ where: { id: subject.id }, ...PLACED });
      return row ? [targetOf(row)] : [];
    }
    case "person":
      return await targetsOfPerson(db, subject.id);
    case "invitation":
      return await targetOfInvitation(db, subject.id);
    case "run": {
      const run = await db.run.findUnique({ where: { id: subject.id }, select: { membership: PLACED } });
      return run ? [targetOf(run.membership)] : [];
    }
  }
}
