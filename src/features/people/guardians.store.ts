import { newId, type PersonId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import type { Guardianship } from "./model.ts";

type Row = Omit<Guardianship, "source"> & { source: string };

const guardianshipOf = (row: Row): Guardianship => ({
  id: row.id,
  guardianId: row.guardianId,
  childId: row.childId,
  source: row.source === "child" ? "child" : "curator",
  confirmedAt: row.confirmedAt,
});

export async function listGuardians(db: Db, childId: PersonId): Promise<Guardianship[]> {
  const rows = await db.guardianship.findMany({ where: { childId, endedAt: null }, orderBy: { createdAt: "asc" } });
  return rows.map(guardianshipOf);
}

export async function listWards(db: Db, guardianId: PersonId): Promise<Guardianship[]> {
  const rows = await db.guardianship.findMany({ where: { guardianId, endedAt: null }, orderBy: { createdAt: "asc" } });
  return rows.map(guardianshipOf);
}

/** The person is a guardian of the child from now on; one whose guardianship ended is one again. */
export async function saveGuardianship(
  tx: Db,
  { guardianId, childId, source }: Pick<Guardianship, "guardianId" | "childId" | "source">,
  now: Date,
): Promise<void> {
  await tx.guardianship.upsert({
    where: { guardianId_childId: { guardianId, childId } },
    create: { id: newId(), guardianId, childId, source, createdAt: now },
    // Who has the school's link needs no check any more; a child's link takes none away.
    update: { endedAt: null, ...(source === "curator" ? { source } : {}) },
  });
}

/** False when it was confirmed already or there is no such guardianship. */
export async function saveConfirmed(tx: Db, guardianId: PersonId, childId: PersonId, now: Date): Promise<boolean> {
  const { count } = await tx.guardianship.updateMany({
    where: { guardianId, childId, endedAt: null, confirmedAt: null },
    data: { confirmedAt: now },
  });
  return count === 1;
}
