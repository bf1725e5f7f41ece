/** What the curator has been told of those who came by a poster. */
import type { ProgrammeId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";

/** What became of the notice of this day: it waits, it is over (said or dropped), or there was none. */
export async function findNotice(db: Db, kind: string, programmeId: ProgrammeId, day: string) {
  const where = { kind, subjectId: programmeId, slot: day };
  const rows = await db.notice.findMany({ where, select: { status: true } });
  if (rows.length === 0) return "none";
  return rows.some(({ status }) => status === "waiting") ? "waits" : "over";
}

export async function titlesOf(db: Db, programmeIds: ProgrammeId[]): Promise<Map<ProgrammeId, string>> {
  const rows = await db.programme.findMany({ where: { id: { in: programmeIds } }, select: { id: true, title: true } });
  return new Map(rows.map(({ id, title }) => [id, title]));
}
