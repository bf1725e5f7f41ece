/** Files that are made for a curator, until they are sent. */
import type { Db } from "#platform/db/index.ts";
import type { Contents } from "#platform/files/content.ts";

export async function deleteOldFiles(tx: Db, contents: Contents, kinds: string[], before: Date): Promise<void> {
  const rows = await tx.attachment.findMany({
    where: { subjectKind: { in: kinds }, createdAt: { lt: before } },
    select: { id: true },
  });
  for (const { id } of rows) await contents.erase(tx, { id });
}

/** The programme of the list that each of these jobs prints; a list that is gone is missing. */
export async function programmesOfLists(db: Db, listIds: string[]): Promise<Map<string, string>> {
  const rows = await db.peopleList.findMany({
    where: { id: { in: listIds } },
    select: { id: true, programmeId: true },
  });
  return new Map(rows.map(({ id, programmeId }) => [id, programmeId]));
}

/** The arguments with which each of these jobs was ordered; unreadable JSON throws. */
export async function listOrders(db: Db, jobIds: string[]): Promise<Map<string, unknown>> {
  const rows = await db.job.findMany({ where: { id: { in: jobIds } }, select: { id: true, args: true } });
  return new Map(rows.map(({ id, args }) => [id, JSON.parse(args)]));
}
