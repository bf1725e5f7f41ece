import { type AccountId, type InvitationId, newId, type PersonId, type ProgrammeId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import type { Invitation, Place, Role } from "./model.ts";
import { invitationOf } from "./rows.store.ts";

export async function insertInvitation(tx: Db, invitation: Invitation, tokenHash: string): Promise<void> {
  await tx.invitation.create({ data: { ...invitation, tokenHash } });
}

export async function findInvitation(db: Db, id: InvitationId): Promise<Invitation | null> {
  const row = await db.invitation.findUnique({ where: { id } });
  return row && invitationOf(row);
}

export async function findByToken(db: Db, tokenHash: string): Promise<Invitation | null> {
  const row = await db.invitation.findUnique({ where: { tokenHash } });
  return row && invitationOf(row);
}

export async function findOpen(
  db: Db,
  { role, schoolId, programmeId, childId }: Place & { role: Role; childId?: PersonId },
  now: Date,
): Promise<Invitation | null> {
  const where = programmeId ? { programmeId } : { schoolId, programmeId: null };
  const row = await db.invitation.findFirst({
    where: {
      ...where,
      role,
      childId: childId ?? null,
      succeedsId: null,
      personId: null,
      form: null,
      cap: 1,
      used: 0,
      revokedAt: null,
      expiresAt: { gt: now },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return row && invitationOf(row);
}

/** A child's links to its guardians are not the curator's to list; personal ones stand with their person. */
export async function listPage(
  db: Db,
  programmeId: ProgrammeId,
  page: number,
  size: number,
): Promise<{ items: Invitation[]; pages: number }> {
  const where = { programmeId, childId: null, personId: null };
  const count = await db.invitation.count({ where });
  const rows = await db.invitation.findMany({
    where,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: page * size,
    take: size,
  });
  return { items: rows.map(invitationOf), pages: Math.max(1, Math.ceil(count / size)) };
}

/** False when it was revoked before. */
export async function saveRevoked(tx: Db, id: InvitationId, now: Date): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
  return count === 1;
}

/** False when it was not revoked. */
export async function saveOpen(tx: Db, id: InvitationId): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { id, revokedAt: { not: null } },
    data: { revokedAt: null },
  });
  return count === 1;
}

/** Ends all owner links that still lead somewhere. */
export async function revokeOwnerLinks(tx: Db, now: Date): Promise<void> {
  await tx.invitation.updateMany({ where: { role: "owner", revokedAt: null }, data: { revokedAt: now } });
}

/** Takes one place, if there is one: of several who come for the last place at once, one gets it. */
export async function takePlace(tx: Db, invitation: Invitation, now: Date): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { id: invitation.id, used: { lt: invitation.cap }, revokedAt: null, expiresAt: { gt: now } },
    data: { used: { increment: 1 } },
  });
  return count === 1;
}

export async function saveUse(tx: Db, invitationId: InvitationId, personId: PersonId, now: Date): Promise<void> {
  await tx.invitationUse.create({ data: { invitationId, personId, usedAt: now } });
}

export async function wasUsedBy(db: Db, invitationId: InvitationId, personId: PersonId): Promise<boolean> {
  const key = { invitationId, personId };
  return (await db.invitationUse.findUnique({ where: { invitationId_personId: key } })) !== null;
}

export const countGuesses = (db: Db, since: Date, accountId?: AccountId): Promise<number> =>
  db.linkGuess.count({ where: { at: { gt: since }, ...(accountId ? { accountId } : {}) } });

/** How many wrong links were tried since then, from how many chats. */
export async function sumGuesses(db: Db, since: Date): Promise<{ links: number; chats: number }> {
  const rows = await db.linkGuess.groupBy({ by: ["accountId"], where: { at: { gt: since } }, _count: { _all: true } });
  return { links: rows.reduce((sum, { _count }) => sum + _count._all, 0), chats: rows.length };
}

/** Counts a wrong link, and forgets those from before `forgetBefore`. */
export async function saveGuess(tx: Db, accountId: AccountId, now: Date, forgetBefore: Date): Promise<void> {
  await tx.linkGuess.deleteMany({ where: { at: { lt: forgetBefore } } });
  await tx.linkGuess.create({ data: { id: newId(), accountId, at: now } });
}
