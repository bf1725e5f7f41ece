/** Pupils that somebody proposed. */
import { type InvitationId, type MembershipId, newId, type PersonId, type ProgrammeId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";

/** The rows of the lists of one class, by their numbers: no names. */
export async function listRows(
  db: Db,
  programmeId: ProgrammeId,
  className: string,
): Promise<{ membershipId: MembershipId; row: number }[]> {
  const where = { programmeId, role: "mentee", className, rowNumber: { not: null } };
  const rows = await db.membership.findMany({
    where,
    orderBy: { rowNumber: "asc" },
    select: { id: true, rowNumber: true },
  });
  return rows.flatMap(({ id, rowNumber }) => (rowNumber === null ? [] : [{ membershipId: id, row: rowNumber }]));
}

export async function findRow(
  db: Db,
  id: MembershipId,
): Promise<{ programmeId: ProgrammeId | null; personId: PersonId; className: string; row: number | null } | null> {
  const row = await db.membership.findFirst({ where: { id, role: "mentee" } });
  return row && { programmeId: row.programmeId, personId: row.personId, className: row.className, row: row.rowNumber };
}

type NewReferral = {
  programmeId: ProgrammeId;
  byId: PersonId;
  membershipId: MembershipId | null;
  className: string;
  reason: string;
};

export const saveReferral = (tx: Db, wanted: NewReferral, now: Date) =>
  tx.referral.create({ data: { id: newId(), ...wanted, status: "open", createdAt: now } });

export const findReferral = (db: Db, id: string) => db.referral.findUnique({ where: { id } });
export type ReferralRow = NonNullable<Awaited<ReturnType<typeof findReferral>>>;

export const listOpen = (db: Db, programmeId: ProgrammeId) =>
  db.referral.findMany({ where: { programmeId, status: "open" }, orderBy: { createdAt: "asc" }, take: 20 });

export const countOpenReferrals = (db: Db, programmeId: ProgrammeId): Promise<number> =>
  db.referral.count({ where: { programmeId, status: "open" } });

/** How many proposals of this person wait for the curator of the programme. */
export const countOpenBy = (db: Db, programmeId: ProgrammeId, byId: PersonId): Promise<number> =>
  db.referral.count({ where: { programmeId, byId, status: "open" } });

/** False when it was decided before. */
export async function saveDecision(
  tx: Db,
  id: string,
  decision: { status: "accepted" | "declined"; decidedById: PersonId; invitationId?: InvitationId },
  now: Date,
): Promise<boolean> {
  const data = { ...decision, decidedAt: now };
  return (await tx.referral.updateMany({ where: { id, status: "open" }, data })).count === 1;
}

/** It waits for a decision again; false when it does already. */
export async function saveReopened(tx: Db, id: string): Promise<boolean> {
  const data = { status: "open", decidedById: null, decidedAt: null, invitationId: null };
  return (await tx.referral.updateMany({ where: { id, status: { not: "open" } }, data })).count === 1;
}

/** The reasons of what was decided before this moment are kept no longer. */
export async function eraseReasons(db: Db, before: Date): Promise<void> {
  await db.referral.updateMany({ where: { decidedAt: { lt: before }, reason: { not: "" } }, data: { reason: "" } });
}
