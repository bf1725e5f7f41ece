import { newId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import type { Deed, HistoryLine } from "./model.ts";

/** Writes a line of history in the transaction of the deed itself. */
export async function record(tx: Db, deed: Deed): Promise<void> {
  await tx.history.create({ data: { id: newId(), ...deed } });
}

/** Forgets before this moment who tried what they may not; what was done stays. */
export async function forgetRefusals(db: Db, before: Date): Promise<void> {
  await db.history.deleteMany({ where: { act: "refused", at: { lt: before } } });
}

const LINES = 50;

/** The newest lines about a subject, newest first. */
export async function historyOf(db: Db, subject: { kind: string; id: string }, limit = LINES): Promise<HistoryLine[]> {
  return await db.history.findMany({
    where: { subjectKind: subject.kind, subjectId: subject.id },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit,
  });
}
