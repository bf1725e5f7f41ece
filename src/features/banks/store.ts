import type { Db } from "#platform/db/index.ts";
import type { Contents } from "#platform/files/content.ts";

/** The forms of mentoring of each membership's requests or offers. */
export async function listForms(db: Db, membershipIds: string[]): Promise<Map<string, string[]>> {
  const rows = await db.request.findMany({
    where: { membershipId: { in: membershipIds }, status: "open" },
    orderBy: { createdAt: "asc" },
    select: { membershipId: true, form: true },
  });
  const forms = new Map<string, string[]>();
  for (const { membershipId, form } of rows) forms.set(membershipId, [...(forms.get(membershipId) ?? []), form]);
  return forms;
}

/** Those of these memberships that are active and have not sent their questionnaire. */
export async function listUnfinished(db: Db, membershipIds: string[]): Promise<Set<string>> {
  const rows = await db.membership.findMany({
    where: { id: { in: membershipIds }, status: "active", runs: { none: { status: { not: "open" } } } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** Those of these memberships that have not stopped. */
export async function listHere(db: Db, membershipIds: string[]): Promise<Set<string>> {
  const rows = await db.membership.findMany({
    where: { id: { in: membershipIds }, status: { not: "stopped" } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** Those of these memberships that have been reminded on this day already, or will be; who was spared it is not among them. */
export async function listReminded(db: Db, kind: string, membershipIds: string[], day: string): Promise<Set<string>> {
  const rows = await db.notice.findMany({
    where: { kind, subjectId: { in: membershipIds }, slot: day, status: { not: "dropped" } },
    select: { subjectId: true },
  });
  return new Set(rows.map(({ subjectId }) => subjectId));
}

/** The arguments with which each of these jobs was ordered; unreadable JSON throws. */
export async function listOrders(db: Db, jobIds: string[]): Promise<Map<string, unknown>> {
  const rows = await db.job.findMany({ where: { id: { in: jobIds } }, select: { id: true, args: true } });
  return new Map(rows.map(({ id, args }) => [id, JSON.parse(args)]));
}

export async function deleteOldTables(tx: Db, contents: Contents, kind: string, before: Date): Promise<void> {
  const rows = await tx.attachment.findMany({
    where: { subjectKind: kind, createdAt: { lt: before } },
    select: { id: true },
  });
  for (const { id } of rows) await contents.erase(tx, { id });
}
