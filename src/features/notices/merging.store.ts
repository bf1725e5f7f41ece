import type { Merged } from "#core/contribution.ts";
import type { Db } from "#platform/db/index.ts";
import { noticeKey } from "./rules.ts";

/** What was owed to the one is owed to the other, once. */
export async function moveNotices(tx: Db, { from, into, memberships, now }: Merged): Promise<void> {
  const subjects = new Map<string, string>([[from, into], ...memberships.map((one) => [one.from, one.into] as const)]);
  const about = { OR: [{ personId: from }, { subjectId: { in: [...subjects.keys()] } }] };
  for (const row of await tx.notice.findMany({ where: about })) {
    const personId = row.personId === from ? into : row.personId;
    const subjectId = subjects.get(row.subjectId) ?? row.subjectId;
    const key = noticeKey({ ...row, personId, subjectId });
    const taken = await tx.notice.findUnique({ where: { key }, select: { id: true } });
    if (taken) await tx.notice.delete({ where: { id: row.id } });
    else await tx.notice.update({ where: { id: row.id }, data: { personId, subjectId, key } });
  }
  await tx.notice.updateMany({
    where: { personId: into, status: "unreachable", usefulUntil: { gt: now } },
    data: { status: "waiting", reason: null, settledAt: null, attempts: 0 },
  });
}
