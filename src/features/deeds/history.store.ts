import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { HistoryLine } from "#features/people/model.ts";
import type { Db } from "#platform/db/index.ts";

type About = { subjectKind: string; subjectId: { in: string[] } };

const idsOf = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);

/** All that the history of a person's card is about: the person, the role, the questionnaires and consents in it. */
export async function aboutMembership(db: Db, membershipId: MembershipId, personId: PersonId): Promise<About[]> {
  const runs = idsOf(await db.run.findMany({ where: { membershipId }, select: { id: true } }));
  return [
    { subjectKind: "membership", subjectId: { in: [membershipId] } },
    { subjectKind: "person", subjectId: { in: [personId] } },
    { subjectKind: "run", subjectId: { in: runs } },
  ];
}

/** All that the history of a programme is about: the programme and its links. */
export async function aboutProgramme(db: Db, programmeId: ProgrammeId): Promise<About[]> {
  const links = idsOf(await db.invitation.findMany({ where: { programmeId, childId: null }, select: { id: true } }));
  return [
    { subjectKind: "programme", subjectId: { in: [programmeId] } },
    { subjectKind: "invitation", subjectId: { in: links } },
  ];
}

/** A page of lines, newest first; and how many there are in all. */
export async function listLines(
  db: Db,
  about: About[],
  { skip, take }: { skip: number; take: number },
): Promise<{ lines: HistoryLine[]; count: number }> {
  const where = { OR: about, act: { not: "refused" } };
  const lines = await db.history.findMany({ where, orderBy: [{ at: "desc" }, { id: "desc" }], skip, take });
  return { lines, count: await db.history.count({ where }) };
}

/** The programme and person of a membership, for the heading of its history. */
export const findCard = (db: Db, id: MembershipId) =>
  db.membership.findUnique({ where: { id }, select: { personId: true, programmeId: true } });

/** Where a programme is: its zone, for the moments of its history. */
export async function findZone(db: Db, programmeId: ProgrammeId): Promise<{ title: string; zone: string } | null> {
  const row = await db.programme.findUnique({
    where: { id: programmeId },
    select: { title: true, school: { select: { timeZone: true } } },
  });
  return row && { title: row.title, zone: row.school.timeZone };
}
