/** Actors and targets of rights as they are in the database now. */
import type { PersonId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import { listWards } from "./guardians.store.ts";
import { listStandings, schoolOf } from "./memberships.store.ts";
import type { Subject } from "./model.ts";
import { type Actor, EVERYTHING, type Target } from "./rights.model.ts";

export async function actorOf(db: Db, personId: PersonId): Promise<Actor> {
  const standings = await listStandings(db, personId);
  const wards = await listWards(db, personId);
  return { personId, standings, wards: wards.map((ward) => ward.childId) };
}

const PLACED = { select: { schoolId: true, programmeId: true, personId: true } } as const;

async function targetsOfPerson(db: Db, personId: PersonId): Promise<Target[]> {
  const person = await db.person.findUnique({ where: { id: personId }, select: { memberships: PLACED } });
  return person ? [{ schoolId: null, programmeId: null, personId }, ...person.memberships] : [];
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
      return row ? [row] : [];
    }
    case "person":
      return await targetsOfPerson(db, subject.id);
    case "invitation":
      return await targetOfInvitation(db, subject.id);
    case "run": {
      const run = await db.run.findUnique({ where: { id: subject.id }, select: { membership: PLACED } });
      return run ? [run.membership] : [];
    }
  }
}
