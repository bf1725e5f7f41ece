import type { Merged } from "#core/contribution.ts";
import type { Db } from "#platform/db/index.ts";

/** All decisions of both stand from now on as those of one; the newest of them counts, as it does for anybody. */
export async function moveEntries(tx: Db, { from, into }: Pick<Merged, "from" | "into">): Promise<void> {
  await tx.consent.updateMany({ where: { subjectId: from }, data: { subjectId: into } });
  await tx.consent.updateMany({ where: { givenById: from }, data: { givenById: into } });
  await tx.consent.updateMany({ where: { withdrawnById: from }, data: { withdrawnById: into } });
  await tx.consent.updateMany({ where: { enteredById: from }, data: { enteredById: into } });
}
