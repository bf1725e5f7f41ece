import type { PersonId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import { type Kept, keptSchema } from "./model.ts";

export type DeedRow = { id: string; actorId: PersonId; kind: string; kept: Kept; until: Date; undoneAt: Date | null };

export async function insertDeed(tx: Db, { kept, ...row }: DeedRow & { createdAt: Date }): Promise<void> {
  await tx.deed.create({ data: { ...row, args: JSON.stringify(kept) } });
}

export async function findDeed(db: Db, id: string): Promise<DeedRow | null> {
  const row = await db.deed.findUnique({ where: { id } });
  if (!row) return null;
  const { actorId, kind, args, until, undoneAt } = row;
  return { id, actorId, kind, kept: keptSchema.parse(JSON.parse(args)), until, undoneAt };
}

/** Marks it as taken back; false when it was already. */
export async function saveUndone(tx: Db, id: string, now: Date): Promise<boolean> {
  return (await tx.deed.updateMany({ where: { id, undoneAt: null }, data: { undoneAt: now } })).count === 1;
}

/** What one did is another's: two persons turned out to be one. */
export async function moveTo(tx: Db, from: PersonId, into: PersonId): Promise<void> {
  await tx.deed.updateMany({ where: { actorId: from }, data: { actorId: into } });
}

export async function eraseOf(tx: Db, actorId: PersonId): Promise<void> {
  await tx.deed.deleteMany({ where: { actorId } });
}

/** Forgets deeds whose time was over before this moment. */
export async function deleteOld(db: Db, before: Date): Promise<void> {
  await db.deed.deleteMany({ where: { until: { lt: before } } });
}
