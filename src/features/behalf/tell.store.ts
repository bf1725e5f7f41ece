/** What did not get through to people, and who has been told in person. */
import type { MembershipId, PersonId } from "#core/ids.ts";
import type { PersonName } from "#features/people/model.ts";
import type { Db } from "#platform/db/index.ts";

/** How many messages of the last weeks did not reach each of these people. */
export async function countMissed(db: Db, personIds: PersonId[], since: Date): Promise<Map<PersonId, number>> {
  const rows = await db.notice.groupBy({
    by: ["personId"],
    where: { personId: { in: personIds }, status: "unreachable", notBefore: { gte: since } },
    _count: true,
  });
  return new Map(rows.map(({ personId, _count }) => [personId, _count]));
}

export type Told = { after: string | null; at: Date; by: PersonName | null };

/** The last time when somebody said that each of these people was told. */
export async function listTold(db: Db, membershipIds: MembershipId[], act: string): Promise<Map<MembershipId, Told>> {
  const rows = await db.history.findMany({
    where: { subjectKind: "membership", subjectId: { in: membershipIds }, act },
    orderBy: { at: "asc" },
    select: { subjectId: true, actorId: true, after: true, at: true },
  });
  const actors = [...new Set(rows.flatMap(({ actorId }) => (actorId ? [actorId] : [])))];
  const persons = await db.person.findMany({ where: { id: { in: actors }, erasedAt: null } });
  const names = new Map(
    persons.map(({ id, familyName, givenName, patronymic }) => [id, { familyName, givenName, patronymic }]),
  );
  return new Map(
    rows.map(({ subjectId, actorId, after, at }) => [
      subjectId,
      { after, at, by: (actorId && names.get(actorId)) || null },
    ]),
  );
}

/** Programmes that run, with their zones. */
export async function listRunning(db: Db): Promise<{ id: string; timeZone: string }[]> {
  const rows = await db.programme.findMany({
    where: { status: "active" },
    select: { id: true, school: { select: { timeZone: true } } },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(({ id, school }) => ({ id, timeZone: school.timeZone }));
}
