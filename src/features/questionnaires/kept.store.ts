/** What is kept of somebody's answers, for `/privacy`, and how it is let go of. */
import type { MembershipId, PersonId, RunId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";

/** How many answers of this person are kept, in all roles and programmes. */
export const countAnswers = (db: Db, personId: string): Promise<number> =>
  db.answer.count({ where: { run: { membership: { personId } } } });

/** The runs of this person (or those of them that are named), the earliest first, with their questions as JSON. */
export async function listRunsOf(db: Db, personId: PersonId, ids?: RunId[]) {
  const rows = await db.run.findMany({
    where: { membership: { personId }, ...(ids ? { id: { in: ids } } : {}) },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      status: true,
      source: true,
      startedAt: true,
      sentAt: true,
      version: { select: { definition: true } },
    },
  });
  return rows.map(({ version, ...row }) => ({ ...row, definition: version.definition }));
}

const startOfDay = (at: Date): Date => new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`);

/** Every answer goes; of a run that was sent the day of it stays, of another nothing. */
export async function forgetAnswers(tx: Db, membershipIds: MembershipId[]): Promise<void> {
  const of = { membershipId: { in: membershipIds } };
  await tx.answer.deleteMany({ where: { run: of } });
  await tx.run.deleteMany({ where: { ...of, sentAt: null } });
  const sent = await tx.run.findMany({ where: of, select: { id: true, sentAt: true } });
  for (const { id, sentAt } of sent) {
    const day = startOfDay(sentAt ?? new Date(0));
    await tx.run.update({
      where: { id },
      data: {
        status: "closed",
        cursor: "review",
        enteredById: null,
        screenChatId: null,
        screenMessageId: null,
        startedAt: day,
        updatedAt: day,
        sentAt: day,
      },
    });
  }
}
