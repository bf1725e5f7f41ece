/** What waits for somebody to be told, as it moves to a successor. */
import type { PersonId } from "#core/ids.ts";
import { noticeKey } from "#features/notices/index.ts";
import type { Db } from "#platform/db/index.ts";

/** What was planned for this person and not sent yet. */
export const listWaiting = (db: Db, personId: PersonId) =>
  db.notice.findMany({ where: { personId, status: { in: ["waiting", "unreachable"] } } });

type Waiting = Awaited<ReturnType<typeof listWaiting>>[number];

/** From now on it is owed to the other; what is owed to both already is owed once. */
export async function moveNotice(tx: Db, row: Waiting, to: PersonId): Promise<void> {
  const key = noticeKey({ ...row, personId: to });
  if (await tx.notice.findUnique({ where: { key }, select: { id: true } })) {
    await tx.notice.deleteMany({ where: { id: row.id } });
    return;
  }
  const again = { status: "waiting", reason: null, settledAt: null, lease: null, leaseUntil: null, attempts: 0 };
  await tx.notice.updateMany({ where: { id: row.id }, data: { personId: to, key, ...again } });
}

/** The open link of somebody who hands over; the newest. */
export async function findHandOver(db: Db, succeedsId: string, now: Date): Promise<{ id: string } | null> {
  const where = { succeedsId, used: 0, revokedAt: null, expiresAt: { gt: now } };
  return await db.invitation.findFirst({ where, orderBy: { createdAt: "desc" }, select: { id: true } });
}
