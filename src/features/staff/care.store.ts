/** Notes of interviews, and people offered support. */
import { type MembershipId, newId, type PersonId, type ProgrammeId } from "#core/ids.ts";
import type { DateOn } from "#core/when.ts";
import type { Db } from "#platform/db/index.ts";

export const listNotes = (db: Db, membershipId: MembershipId) =>
  db.note.findMany({ where: { membershipId }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 10 });

export const countNotes = (db: Db, membershipId: MembershipId): Promise<number> =>
  db.note.count({ where: { membershipId } });

export const findNote = (db: Db, id: string) => db.note.findUnique({ where: { id } });

export async function saveNote(
  tx: Db,
  note: { membershipId: MembershipId; authorId: PersonId; text: string },
  now: Date,
): Promise<void> {
  await tx.note.create({ data: { id: newId(), ...note, createdAt: now } });
}

export async function deleteNote(tx: Db, id: string): Promise<boolean> {
  return (await tx.note.deleteMany({ where: { id } })).count === 1;
}

const WHOSE = {
  membership: { include: { person: true } },
} as const;

export const listSupported = (db: Db, programmeId: ProgrammeId) =>
  db.support.findMany({
    where: { endedAt: null, membership: { programmeId, status: { not: "stopped" } } },
    orderBy: [{ lookAgainOn: "asc" }, { id: "asc" }],
    include: WHOSE,
  });

export type SupportRow = Awaited<ReturnType<typeof listSupported>>[number];

export const findSupport = (db: Db, id: string) =>
  db.support.findFirst({ where: { id, endedAt: null }, include: WHOSE });

export const findSupportOf = (db: Db, membershipId: MembershipId) =>
  db.support.findFirst({ where: { membershipId, endedAt: null }, include: WHOSE });

/** Offers support, or moves the day of what is offered already. */
export async function saveSupport(
  tx: Db,
  wanted: { membershipId: MembershipId; offeredById: PersonId; lookAgainOn: DateOn },
  now: Date,
): Promise<string> {
  const known = await findSupportOf(tx, wanted.membershipId);
  if (known) {
    await saveDay(tx, known.id, wanted.lookAgainOn);
    return known.id;
  }
  const id = newId();
  await tx.support.create({ data: { id, ...wanted, createdAt: now } });
  return id;
}

export async function saveDay(tx: Db, id: string, lookAgainOn: DateOn): Promise<void> {
  await tx.support.updateMany({ where: { id, endedAt: null }, data: { lookAgainOn } });
}

export async function endSupport(tx: Db, id: string, now: Date): Promise<boolean> {
  return (await tx.support.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } })).count === 1;
}

/** Who looks after people here: staff who were permitted to. */
export async function listCarers(db: Db, programmeId: ProgrammeId): Promise<PersonId[]> {
  const where = { kind: "support", endedAt: null, membership: { programmeId, role: "staff", status: "active" } };
  const rows = await db.permission.findMany({ where, select: { membership: { select: { personId: true } } } });
  return [...new Set(rows.map(({ membership }) => membership.personId))];
}
