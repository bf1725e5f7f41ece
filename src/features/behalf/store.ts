/** What acting for others keeps: files for a day, drafts of tables, and what it reads of others' rows. */
import { newId, type PersonId, type ProgrammeId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import type { Contents } from "#platform/files/content.ts";
import { PAPERS, TABLE, tableSchema } from "./kinds.model.ts";

/** With which arguments each of these jobs was ordered. */
export async function listOrders(db: Db, jobIds: string[]): Promise<Map<string, unknown>> {
  const rows = await db.job.findMany({ where: { id: { in: jobIds } }, select: { id: true, args: true } });
  return new Map(rows.map(({ id, args }) => [id, JSON.parse(args)]));
}

/** A table that waits for its yes; its file belongs to the draft. */
export async function saveTable(tx: Db, personId: PersonId, programmeId: ProgrammeId, now: Date): Promise<string> {
  const id = newId();
  const data = JSON.stringify({ programmeId });
  await tx.draft.create({ data: { id, personId, kind: TABLE, data, rev: 1, createdAt: now, updatedAt: now } });
  return id;
}

/** The programme of a table that this person sent; null when there is no such draft. */
export async function findTable(db: Db, id: string, personId: PersonId): Promise<ProgrammeId | null> {
  const row = await db.draft.findFirst({ where: { id, personId, kind: TABLE } });
  return row ? (tableSchema.safeParse(JSON.parse(row.data)).data?.programmeId ?? null) : null;
}

export async function deleteTable(tx: Db, contents: Contents, id: string): Promise<boolean> {
  await contents.erase(tx, { subject: { kind: TABLE, id } });
  const { count } = await tx.draft.deleteMany({ where: { id, kind: TABLE } });
  return count > 0;
}

export async function deleteOldFiles(tx: Db, contents: Contents, before: Date): Promise<void> {
  const rows = await tx.attachment.findMany({
    where: { subjectKind: PAPERS, createdAt: { lt: before } },
    select: { id: true },
  });
  for (const { id } of rows) await contents.erase(tx, { id });
  const drafts = await tx.draft.findMany({ where: { kind: TABLE, createdAt: { lt: before } }, select: { id: true } });
  for (const { id } of drafts) await deleteTable(tx, contents, id);
}

/** The runs of which somebody is told that they were entered, with whom they belong to. */
export async function listEntered(db: Db, runIds: string[]) {
  return await db.run.findMany({
    where: { id: { in: runIds }, status: { not: "closed" }, membership: { status: "active" } },
    select: { id: true, source: true, membershipId: true },
  });
}
