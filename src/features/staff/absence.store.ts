/** Who is away until when, and who was asked to stand in. */
import { newId, type PersonId, type ProgrammeId } from "#core/ids.ts";
import type { DateOn } from "#core/when.ts";
import type { Db } from "#platform/db/index.ts";
import type { AbsenceLine } from "./model.ts";

type Row = NonNullable<Awaited<ReturnType<Db["absence"]["findUnique"]>>>;
export type StoredAbsence = Omit<AbsenceLine, "name">;

const absenceOf = (row: Row): StoredAbsence => ({
  id: row.id,
  programmeId: row.programmeId,
  personId: row.personId,
  deputyId: row.deputyId,
  until: row.until,
  accepted: row.acceptedAt !== null,
});

/** The absence of this person that is asked for or lasts. */
export async function findAbsenceOf(
  db: Db,
  programmeId: ProgrammeId,
  personId: PersonId,
  today: DateOn,
): Promise<StoredAbsence | null> {
  const where = { programmeId, personId, endedAt: null, until: { gte: today } };
  const row = await db.absence.findFirst({ where, orderBy: { startsAt: "desc" } });
  return row && absenceOf(row);
}

export async function findAbsence(db: Db, id: string): Promise<(StoredAbsence & { endedAt: Date | null }) | null> {
  const row = await db.absence.findUnique({ where: { id } });
  return row && { ...absenceOf(row), endedAt: row.endedAt };
}

/** What this person was asked and has not answered. */
export async function listAsked(db: Db, deputyId: PersonId, today: DateOn): Promise<StoredAbsence[]> {
  const where = { deputyId, acceptedAt: null, endedAt: null, until: { gte: today } };
  return (await db.absence.findMany({ where, orderBy: { startsAt: "asc" } })).map(absenceOf);
}

export async function saveAbsence(
  tx: Db,
  wanted: { programmeId: ProgrammeId; personId: PersonId; deputyId: PersonId; until: DateOn },
  now: Date,
): Promise<StoredAbsence> {
  return absenceOf(await tx.absence.create({ data: { id: newId(), ...wanted, startsAt: now } }));
}

/** False when it was answered before, or has ended. */
export async function saveAnswer(tx: Db, id: string, accepted: boolean, now: Date): Promise<boolean> {
  const data = accepted ? { acceptedAt: now } : { endedAt: now };
  return (await tx.absence.updateMany({ where: { id, acceptedAt: null, endedAt: null }, data })).count === 1;
}

export async function endAbsence(tx: Db, id: string, now: Date): Promise<boolean> {
  return (await tx.absence.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } })).count === 1;
}

/** Ends whatever this person has asked for in the programme and nobody has answered, or that lasts. */
export async function endAllOf(tx: Db, personId: PersonId, programmeId: ProgrammeId, now: Date): Promise<void> {
  await tx.absence.updateMany({ where: { personId, programmeId, endedAt: null }, data: { endedAt: now } });
}

/** The one who hands over is away no more; where that person stood in, the successor does. */
export async function moveAbsences(tx: Db, from: PersonId, to: PersonId, now: Date): Promise<void> {
  await tx.absence.updateMany({ where: { personId: from, endedAt: null }, data: { endedAt: now } });
  await tx.absence.updateMany({ where: { deputyId: from, personId: to, endedAt: null }, data: { endedAt: now } });
  await tx.absence.updateMany({ where: { deputyId: from, endedAt: null }, data: { deputyId: to } });
}
