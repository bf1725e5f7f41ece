/** What notices speak of, read anew. */
import type { PersonId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import { nameOf } from "./team.store.ts";

/** Who has taken over a role that ended: the name; null when the role lives again. */
export async function successorOf(db: Db, membershipId: string): Promise<{ name: string; school: string } | null> {
  const old = await db.membership.findFirst({
    where: { id: membershipId, status: "stopped" },
    select: { school: { select: { name: true } } },
  });
  const line = await db.history.findFirst({
    where: { subjectKind: "membership", subjectId: membershipId, act: "succeeded" },
    orderBy: { at: "desc" },
  });
  if (!old || !line?.actorId) return null;
  return { name: await nameOf(db, line.actorId), school: old.school?.name ?? "" };
}

export async function isOwner(db: Db, personId: PersonId): Promise<boolean> {
  return (await db.membership.count({ where: { personId, role: "owner", status: "active" } })) > 0;
}
