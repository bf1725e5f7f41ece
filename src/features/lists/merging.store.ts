/** What is known of two people before they become one. */
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import type { RoleOf } from "./merging.rules.ts";
import type { Other } from "./model.ts";

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

/** Everybody of this programme and role who has not left, with the name by which two may be known for one. */
export async function listOthers(db: Db, programmeId: ProgrammeId, role: string): Promise<Other[]> {
  const rows = await db.membership.findMany({
    where: { programmeId, role, status: { not: "stopped" } },
    orderBy: [{ className: "asc" }, { code: "asc" }],
    select: {
      ...{ id: true, code: true, className: true, post: true, rowNumber: true },
      person: { select: { familyName: true, givenName: true, patronymic: true, birthYear: true } },
    },
  });
  return rows.map(({ id, rowNumber, person: { birthYear, ...name }, ...row }) => ({
    ...{ ...row, membershipId: id, number: rowNumber, name, birthYear },
  }));
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
