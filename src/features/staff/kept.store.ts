/** What is kept about a person by those who run a programme. */
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";

/** Counts and days of what was written about the person; whole what the person proposed. */
export async function readKept(db: Db, personId: PersonId) {
  const zone = { select: { programme: { select: { school: { select: { timeZone: true } } } } } } as const;
  const of = { membership: { personId } };
  const notes = await db.note.findMany({ where: of, select: { createdAt: true, membership: zone } });
  const support = await db.support.findMany({ where: of, orderBy: { createdAt: "asc" } });
  const referrals = await db.referral.findMany({ where: { byId: personId }, orderBy: { createdAt: "asc" } });
  return { notes, support, referrals };
}

/** Notes, support and permissions go; what the person proposed loses its words. */
export async function forgetCare(
  tx: Db,
  {
    personId,
    programmeId,
    memberships,
  }: { personId: PersonId; programmeId: ProgrammeId | null; memberships: MembershipId[] },
): Promise<void> {
  const where = { membershipId: { in: memberships } };
  await tx.note.deleteMany({ where });
  await tx.support.deleteMany({ where });
  await tx.permission.deleteMany({ where });
  await tx.referral.deleteMany({ where });
  const here = programmeId === null ? {} : { programmeId };
  await tx.referral.updateMany({ where: { byId: personId, ...here }, data: { reason: "" } });
  await tx.absence.deleteMany({ where: { ...here, OR: [{ personId }, { deputyId: personId }] } });
}

export const countSupport = (db: Db, membershipId: MembershipId): Promise<number> =>
  db.support.count({ where: { membershipId, endedAt: null } });

export async function endSupportOf(tx: Db, membershipId: MembershipId, now: Date): Promise<void> {
  await tx.support.updateMany({ where: { membershipId, endedAt: null }, data: { endedAt: now } });
  await tx.permission.updateMany({ where: { membershipId, endedAt: null }, data: { endedAt: now } });
}
