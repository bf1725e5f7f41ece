/** Who runs a programme: the curators of its school, of whom one leads. */
import type { MembershipId, PersonId, ProgrammeId, SchoolId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import type { ProgrammeCurator } from "./model.ts";

type Led = { id: ProgrammeId; schoolId: SchoolId; leadId: PersonId | null };

/** The lead first, then the earliest. Who leads no more, or was never named, is followed by the earliest of the school. */
async function curatorsOf(db: Db, { schoolId, leadId }: Led): Promise<ProgrammeCurator[]> {
  const rows = await db.membership.findMany({
    where: { schoolId, role: "curator", status: "active" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, personId: true },
  });
  const lead = rows.find(({ personId }) => personId === leadId) ?? rows[0];
  const all = lead ? [lead, ...rows.filter(({ id }) => id !== lead.id)] : [];
  return all.map(({ id, personId }) => ({ membershipId: id, personId, leads: id === lead?.id }));
}

const LED = { id: true, schoolId: true, leadId: true } as const;

/** See `MembershipsDoor.curatorsOf`. */
export async function listCurators(db: Db, programmeId: ProgrammeId): Promise<ProgrammeCurator[]> {
  const programme = await db.programme.findUnique({ where: { id: programmeId }, select: LED });
  return programme ? await curatorsOf(db, programme) : [];
}

/** False when this person led already by name. */
export async function saveLead(tx: Db, programmeId: ProgrammeId, personId: PersonId): Promise<boolean> {
  const where = { id: programmeId, OR: [{ leadId: null }, { leadId: { not: personId } }] };
  return (await tx.programme.updateMany({ where, data: { leadId: personId } })).count === 1;
}

/** The programmes of a school that this person leads, by name or as the earliest. */
export async function listLed(db: Db, schoolId: SchoolId, personId: PersonId): Promise<ProgrammeId[]> {
  const programmes = await db.programme.findMany({ where: { schoolId }, select: LED });
  const led: ProgrammeId[] = [];
  for (const programme of programmes)
    if ((await curatorsOf(db, programme))[0]?.personId === personId) led.push(programme.id);
  return led;
}

/** The owners now, but not this person. */
export async function listOtherOwners(db: Db, personId: PersonId): Promise<MembershipId[]> {
  const where = { role: "owner", status: "active", personId: { not: personId } };
  return (await db.membership.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

/** The earliest owner. */
export async function findOwner(db: Db): Promise<MembershipId | null> {
  const where = { role: "owner", status: "active" };
  return (await db.membership.findFirst({ where, orderBy: { createdAt: "asc" }, select: { id: true } }))?.id ?? null;
}
