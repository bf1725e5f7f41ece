/** The ledger's rows with what they point to, for those who read it. */
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";

/** The version of each of these documents. */
export async function listVersions(db: Db, ids: string[]): Promise<Map<string, number>> {
  const rows = await db.consentDocument.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, version: true },
  });
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** What stands for the names of these people here: the code of their role in the programme, or of a curator in the school. */
export async function listCodes(
  db: Db,
  personIds: PersonId[],
  { programmeId, schoolId }: { programmeId: ProgrammeId; schoolId: string },
): Promise<Map<PersonId, string>> {
  const rows = await db.membership.findMany({
    where: { personId: { in: personIds }, OR: [{ programmeId }, { schoolId, role: "curator" }] },
    select: { personId: true, code: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return new Map(rows.toReversed().map(({ personId, code }) => [personId, code]));
}

/** The mentees and mentors of a programme, stopped ones too: what stands in the ledger stays there. */
export async function listParticipants(
  db: Db,
  programmeId: ProgrammeId,
): Promise<{ membershipId: MembershipId; code: string; className: string }[]> {
  const rows = await db.membership.findMany({
    where: { programmeId, role: { in: ["mentee", "mentor"] } },
    select: { id: true, code: true, className: true },
    orderBy: [{ className: "asc" }, { code: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, ...rest }) => ({ membershipId: id, ...rest }));
}

/** Whether this person has ordered the same just now. */
export async function isOrdered(
  db: Db,
  { kind, args, personId }: { kind: string; args: unknown; personId: PersonId },
  since: Date,
): Promise<boolean> {
  const where = { kind, args: JSON.stringify(args), personId, createdAt: { gt: since } };
  return (await db.job.count({ where })) > 0;
}

/** With what each of these jobs was ordered; unreadable JSON throws. */
export async function listOrders(db: Db, jobIds: string[]): Promise<Map<string, unknown>> {
  const rows = await db.job.findMany({ where: { id: { in: jobIds } }, select: { id: true, args: true } });
  return new Map(rows.map(({ id, args }) => [id, JSON.parse(args)]));
}

/** What was made before this moment and kept under this kind. */
export async function listPapersBefore(db: Db, subjectKind: string, before: Date): Promise<string[]> {
  const rows = await db.attachment.findMany({
    where: { subjectKind, createdAt: { lt: before } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
