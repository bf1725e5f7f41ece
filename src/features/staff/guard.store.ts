import type { PersonId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";

/** Who runs the installation. */
export async function listOwners(db: Db): Promise<PersonId[]> {
  const where = { role: "owner", status: "active" };
  return (await db.membership.findMany({ where, select: { personId: true } })).map(({ personId }) => personId);
}

export const isTold = async (db: Db, kind: string, subjectId: string): Promise<boolean> =>
  (await db.notice.findFirst({ where: { kind, subjectId }, select: { id: true } })) !== null;
