/** Guardians who are checked by the curator, and whom this concerns, in the database. */
import type { MembershipId, PersonId, ProgrammeId, SchoolId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";

type Pair = { guardianId: PersonId; childId: PersonId };

/** Came by the child's link, is a guardian still, and nobody has said yet who that is. */
const unchecked = ({ guardianId, childId }: Pair) => ({
  guardianId,
  childId,
  source: "child",
  endedAt: null,
  checkedAt: null,
});

/** The curator knows this guardian; false when there was nothing to check. */
export async function saveKnown(tx: Db, pair: Pair, by: PersonId, now: Date): Promise<boolean> {
  const data = { checkedAt: now, checkedById: by };
  const { count } = await tx.guardianship.updateMany({ where: unchecked(pair), data });
  return count === 1;
}

/** The curator does not know this person, who is no guardian any more; false when there was nothing to check. */
export async function saveUnknown(tx: Db, pair: Pair, now: Date): Promise<boolean> {
  const { count } = await tx.guardianship.updateMany({ where: unchecked(pair), data: { endedAt: now } });
  return count === 1;
}

/** The same pair as it was before somebody looked at it at this moment; false when it has changed since. */
export async function saveUnchecked(
  tx: Db,
  { guardianId, childId }: Pair,
  at: Date,
  isKnown: boolean,
): Promise<boolean> {
  const made = isKnown ? { checkedAt: at, endedAt: null } : { checkedAt: null, endedAt: at };
  const data = { checkedAt: null, checkedById: null, endedAt: null };
  return (await tx.guardianship.updateMany({ where: { guardianId, childId, ...made }, data })).count === 1;
}

/** The id of what stands between the two; null: nothing ever did. */
export const findPairId = async (db: Db, { guardianId, childId }: Pair): Promise<string | null> =>
  (await db.guardianship.findFirst({ where: { guardianId, childId }, select: { id: true } }))?.id ?? null;

/** The child's links that ended at this moment let people in again. */
export async function restoreChildsLinks(tx: Db, childId: PersonId, at: Date): Promise<void> {
  const where = { childId, createdById: childId, role: "guardian", revokedAt: at };
  await tx.invitation.updateMany({ where, data: { revokedAt: null } });
}

/** Whether somebody is a guardian of anybody now. */
export const isGuardian = async (db: Db, guardianId: PersonId): Promise<boolean> =>
  (await db.guardianship.count({ where: { guardianId, endedAt: null } })) > 0;

/** The guardian's own membership in this programme. */
export const findGuardianMembership = (
  db: Db,
  personId: PersonId,
  programmeId: ProgrammeId,
): Promise<{ id: MembershipId; code: string } | null> =>
  db.membership.findFirst({ where: { personId, programmeId, role: "guardian" }, select: { id: true, code: true } });

/** What stands for these guardians' names in this programme. */
export async function listGuardianCodes(
  db: Db,
  personIds: PersonId[],
  programmeId: ProgrammeId,
): Promise<Map<PersonId, string>> {
  const where = { personId: { in: personIds }, programmeId, role: "guardian" };
  const rows = await db.membership.findMany({ where, select: { personId: true, code: true } });
  return new Map(rows.map(({ personId, code }) => [personId, code]));
}

/** The links that this child has forwarded let nobody in any more: the next one is new. */
export async function endChildsLinks(tx: Db, childId: PersonId, now: Date): Promise<void> {
  await tx.invitation.updateMany({
    where: { childId, createdById: childId, role: "guardian", revokedAt: null },
    data: { revokedAt: now },
  });
}

/** Those who run the school's programmes and are written to. */
export async function listCuratorIds(db: Db, schoolId: SchoolId): Promise<PersonId[]> {
  const rows = await db.membership.findMany({
    where: { schoolId, role: "curator", status: "active", quiet: false },
    select: { personId: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return [...new Set(rows.map(({ personId }) => personId))];
}

/** Active mentees and mentors born in one of these years, in programmes that run. */
export async function listBornIn(db: Db, birthYears: number[]): Promise<MembershipId[]> {
  const rows = await db.membership.findMany({
    where: {
      role: { in: ["mentee", "mentor"] },
      status: "active",
      person: { birthYear: { in: birthYears } },
      programme: { status: "active" },
    },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Those of these memberships that have sent a questionnaire. */
export async function listSent(db: Db, membershipIds: MembershipId[]): Promise<Set<MembershipId>> {
  const rows = await db.run.findMany({
    where: { membershipId: { in: membershipIds }, status: { not: "open" } },
    select: { membershipId: true },
  });
  return new Set(rows.map(({ membershipId }) => membershipId));
}
