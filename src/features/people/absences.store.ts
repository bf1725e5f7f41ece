/** Who stands in for whom now. */
import type { PersonId, ProgrammeId } from "#core/ids.ts";
import { dateIn } from "#core/when.ts";
import type { Db } from "#platform/db/index.ts";
import type { StandIn } from "./model.ts";

export type WhoStandsIn = { deputyId: PersonId } | { absentIds: PersonId[] };

/** The absences that last now and whose deputy has agreed; the last day counts by the school's calendar. */
export async function listStandIns(db: Db, who: WhoStandsIn, now: Date): Promise<StandIn[]> {
  const whose = "deputyId" in who ? { deputyId: who.deputyId } : { personId: { in: who.absentIds } };
  const rows = await db.absence.findMany({
    where: { ...whose, acceptedAt: { not: null }, endedAt: null, startsAt: { lte: now } },
    orderBy: { startsAt: "asc" },
  });
  if (rows.length === 0) return [];
  const programmes = await db.programme.findMany({
    where: { id: { in: rows.map(({ programmeId }) => programmeId) } },
    select: { id: true, schoolId: true, school: { select: { timeZone: true } } },
  });
  return rows.flatMap(({ id, programmeId, personId, deputyId, until }) => {
    const programme = programmes.find((one) => one.id === programmeId);
    if (!programme || until < dateIn(now, programme.school.timeZone)) return [];
    return [{ id, programmeId, schoolId: programme.schoolId, absentId: personId, deputyId, until }];
  });
}

/** The programmes in which the person acts in the place of somebody who is a curator there still. */
export async function listDeputyIn(db: Db, deputyId: PersonId, now: Date): Promise<ProgrammeId[]> {
  const all = await listStandIns(db, { deputyId }, now);
  if (all.length === 0) return [];
  const curators = await db.membership.findMany({
    where: { role: "curator", status: "active", personId: { in: all.map(({ absentId }) => absentId) } },
    select: { personId: true, schoolId: true },
  });
  return all
    .filter((one) => curators.some(({ personId, schoolId }) => personId === one.absentId && schoolId === one.schoolId))
    .map(({ programmeId }) => programmeId);
}
