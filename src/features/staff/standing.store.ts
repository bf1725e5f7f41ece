/** In which of a person's roles a notice speaks to them: found from what it is about. */
import { ROLES } from "#core/contribution.ts";
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import { shownName } from "#features/people/index.ts";
import { NAMINGS } from "#features/people/model.ts";
import type { Db } from "#platform/db/index.ts";
import type { AboutPlace, RoleLine } from "./standing.model.ts";

const PLACE = { programmeId: true, schoolId: true, personId: true } as const;

/** By the subject's id, which is one of its kind among all tables. */
export async function placesOf(db: Db, ids: string[]): Promise<Map<string, AboutPlace>> {
  const places = new Map<string, AboutPlace>();
  const inIds = { where: { id: { in: ids } } };
  for (const row of await db.membership.findMany({ ...inIds, select: { id: true, ...PLACE } })) places.set(row.id, row);
  for (const row of await db.run.findMany({ ...inIds, select: { id: true, membership: { select: PLACE } } }))
    places.set(row.id, row.membership);
  for (const row of await db.support.findMany({ ...inIds, select: { id: true, membership: { select: PLACE } } }))
    places.set(row.id, row.membership);
  const ofProgramme = new Map<string, ProgrammeId>();
  for (const row of await db.referral.findMany({ ...inIds, select: { id: true, programmeId: true } }))
    ofProgramme.set(row.id, row.programmeId);
  for (const row of await db.absence.findMany({ ...inIds, select: { id: true, programmeId: true } }))
    ofProgramme.set(row.id, row.programmeId);
  const wanted = [...ids, ...ofProgramme.values()];
  const programmes = await db.programme.findMany({
    where: { id: { in: wanted } },
    select: { id: true, schoolId: true },
  });
  const schools = new Map(programmes.map(({ id, schoolId }) => [id, schoolId]));
  for (const id of ids) {
    const programmeId = ofProgramme.get(id) ?? id;
    const schoolId = schools.get(programmeId);
    if (schoolId) places.set(id, { programmeId, schoolId, personId: null });
  }
  return places;
}

/** The roles that these people play now, and those among `also` that have just ended. */
export async function rolesOf(db: Db, people: PersonId[], also: MembershipId[] = []): Promise<RoleLine[]> {
  const rows = await db.membership.findMany({
    where: { personId: { in: people }, OR: [{ status: { not: "stopped" } }, { id: { in: also } }] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { school: { select: { name: true } }, programme: { select: { title: true } } },
  });
  return rows.flatMap((row) => {
    const role = ROLES.find((known) => known === row.role);
    const { id, personId, schoolId, programmeId, quiet } = row;
    const words = { schoolName: row.school?.name ?? "", programmeTitle: row.programme?.title ?? "" };
    return role ? [{ membershipId: id, personId, role, schoolId, programmeId, quiet, ...words }] : [];
  });
}

/** The people who share a phone with somebody, under the name that the phone may show. */
export async function sharingPhone(db: Db, people: PersonId[]): Promise<Set<PersonId>> {
  const rows = await db.accountPerson.findMany({
    where: { personId: { in: people } },
    select: { personId: true, account: { select: { _count: { select: { people: true } } } } },
  });
  return new Set(rows.filter(({ account }) => account._count.people > 1).map(({ personId }) => personId));
}

/** Whose guardians these people are: the wards' ids by the guardian's. */
export async function wardsOf(db: Db, people: PersonId[]): Promise<Map<PersonId, PersonId[]>> {
  const rows = await db.guardianship.findMany({ where: { guardianId: { in: people }, endedAt: null } });
  const wards = new Map<PersonId, PersonId[]>();
  for (const { guardianId, childId } of rows) wards.set(guardianId, [...(wards.get(guardianId) ?? []), childId]);
  return wards;
}

/** «Лиза П., 7А»: the person as the programme shows names, with the class; empty when not of the programme. */
export async function shownIn(db: Db, personId: PersonId, programmeId: ProgrammeId | null): Promise<string> {
  const row = await db.membership.findFirst({
    where: { personId, ...(programmeId ? { programmeId } : {}) },
    orderBy: { createdAt: "asc" },
    include: { person: true, programme: { select: { naming: true } } },
  });
  if (!row) return "";
  const naming = NAMINGS.find((known) => known === row.programme?.naming) ?? "full";
  const name = shownName(row.person, row, naming);
  return row.className === "" ? name : `${name}, ${row.className}`;
}
