import type { Merged } from "#core/contribution.ts";
import type { Db } from "#platform/db/index.ts";

type Run = { id: string; sentAt: Date | null; updatedAt: Date };

/** A sent one before an open one, then the newer. */
const better = (one: Run, other: Run): number =>
  Number(other.sentAt !== null) - Number(one.sentAt !== null) || other.updatedAt.getTime() - one.updatedAt.getTime();

/** The runs of both; of two on one questionnaire the sent or newer one stays as it is, the other is kept closed. */
export async function moveRuns(tx: Db, { from: leaving, into: staying, memberships }: Merged): Promise<void> {
  await tx.run.updateMany({ where: { enteredById: leaving }, data: { enteredById: staying } });
  for (const { from, into } of memberships) {
    const runs = await tx.run.findMany({
      where: { membershipId: { in: [from, into] }, status: { not: "closed" } },
      select: { id: true, sentAt: true, updatedAt: true, version: { select: { questionnaireId: true } } },
    });
    await tx.run.updateMany({ where: { membershipId: from }, data: { membershipId: into } });
    for (const questionnaire of new Set(runs.map(({ version }) => version.questionnaireId))) {
      const [, ...others] = runs.filter(({ version }) => version.questionnaireId === questionnaire).toSorted(better);
      const ids = others.map(({ id }) => id);
      await tx.run.updateMany({ where: { id: { in: ids } }, data: { status: "closed", rev: { increment: 1 } } });
    }
  }
}
