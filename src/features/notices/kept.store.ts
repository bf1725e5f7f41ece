/** Notices to a person and about a person's roles. */
import type { PersonId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";

/** How many messages are owed to this person, and of how many that were it is known when. */
export async function countKept(db: Db, personId: PersonId): Promise<{ waiting: number; settled: number }> {
  const waiting = await db.notice.count({ where: { personId, status: { in: ["waiting", "sending"] } } });
  return { waiting, settled: (await db.notice.count({ where: { personId } })) - waiting };
}

/** Nothing of them stays; a run is a subject too, so its notices go with its membership's. */
export async function deleteAbout(
  tx: Db,
  { personId, subjectIds }: { personId: PersonId | null; subjectIds: string[] },
): Promise<void> {
  const runs = await tx.run.findMany({ where: { membershipId: { in: subjectIds } }, select: { id: true } });
  const about = [...subjectIds, ...runs.map(({ id }) => id)];
  await tx.notice.deleteMany({ where: { OR: [{ subjectId: { in: about } }, ...(personId ? [{ personId }] : [])] } });
}
