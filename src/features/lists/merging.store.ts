/** What is known of two people before they become one. */
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import type { RoleOf } from "./merging.rules.ts";

export type Member = {
  membershipId: MembershipId;
  personId: PersonId;
  programmeId: ProgrammeId;
  role: string;
  code: string;
  className: string;
  number: number | null;
};

/** A participant or one of the staff; null when there is none such. */
export async function findMember(db: Db, id: MembershipId): Promise<Member | null> {
  const row = await db.membership.findFirst({ where: { id, role: { in: ["mentee", "mentor", "staff"] } } });
  if (!row?.programmeId) return null;
  const { personId, programmeId, role, code, className, rowNumber } = row;
  return { membershipId: id, personId, programmeId, role, code, className, number: rowNumber };
}

export async function rolesOf(db: Db, personIds: PersonId[]): Promise<RoleOf[]> {
  const rows = await db.membership.findMany({
    where: { personId: { in: personIds } },
    select: { id: true, personId: true, role: true, scope: true },
  });
  return rows.map(({ id, ...row }) => ({ ...row, membershipId: id }));
}

/** How many ties of guardian and child there are between the two. */
export const tiesBetween = (db: Db, one: PersonId, other: PersonId): Promise<number> =>
  db.guardianship.count({
    where: {
      OR: [
        { guardianId: one, childId: other },
        { guardianId: other, childId: one },
      ],
    },
  });

/** What would be joined, in numbers. */
export async function countKept(db: Db, { personId, membershipId }: Pick<Member, "personId" | "membershipId">) {
  return {
    phones: await db.accountPerson.count({ where: { personId } }),
    consents: await db.consent.count({ where: { subjectId: personId } }),
    runs: await db.run.count({ where: { membershipId, status: { not: "closed" } } }),
    guardians: await db.guardianship.count({ where: { childId: personId, endedAt: null } }),
  };
}
