/** The rows of the ledger about a person. */
import type { PersonId, ProgrammeId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";

/** The decisions about this person, and those that this person gave for children: without ids and names of others. */
export async function listKept(db: Db, personId: PersonId) {
  const rows = await db.consent.findMany({
    where: { OR: [{ subjectId: personId }, { givenById: personId }] },
    include: { programme: { select: { title: true, school: { select: { timeZone: true } } } } },
    orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    kind: row.kind,
    own: row.subjectId === personId,
    givenAs: row.givenAs,
    decision: row.decision,
    channel: row.channel,
    textHash: row.textHash,
    decidedAt: row.decidedAt,
    withdrawnAt: row.withdrawnAt,
    programme: row.programme.title,
    zone: row.programme.school.timeZone,
  }));
}

/** The hash of the text goes too: the name was in the text. */
export async function forgetEntries(tx: Db, personId: PersonId, programmeId: ProgrammeId | null): Promise<void> {
  await tx.consent.deleteMany({ where: { subjectId: personId, ...(programmeId === null ? {} : { programmeId }) } });
}

/** What this person agreed to for themselves and has not taken back. */
export const listStanding = (
  db: Db,
  personId: PersonId,
): Promise<{ id: string; programmeId: ProgrammeId; kind: string }[]> =>
  db.consent.findMany({
    where: { subjectId: personId, givenById: personId, decision: "agreed", withdrawnAt: null },
    select: { id: true, programmeId: true, kind: true },
  });
