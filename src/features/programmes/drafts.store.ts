/** Half-made schools and programmes in the database: every answer is there at once. */
import type { PersonId, SchoolId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import { DRAFT_KINDS, type Draft, type DraftKind, draftDataSchema } from "./model.ts";

type DraftRow = NonNullable<Awaited<ReturnType<Db["draft"]["findUnique"]>>>;

/** Null for a draft of another feature, or one that an older release left in a shape that is not known any more. */
function toDraft(row: DraftRow): Draft | null {
  const kind = DRAFT_KINDS.find((one) => one === row.kind);
  const data = draftDataSchema.safeParse(JSON.parse(row.data));
  if (!kind || !data.success) return null;
  return { id: row.id, personId: row.personId, kind, rev: row.rev, ...data.data };
}

const toData = ({ schoolId, at, returning, answers }: Draft): string =>
  JSON.stringify({ schoolId, at, returning, answers });

/** A person's own draft. */
export async function findDraft(db: Db, personId: PersonId, id: string): Promise<Draft | null> {
  const row = await db.draft.findFirst({ where: { id, personId } });
  return row && toDraft(row);
}

/** A person's drafts of this kind, for this school, the latest first. */
export async function listDrafts(
  db: Db,
  personId: PersonId,
  kind: DraftKind,
  schoolId: SchoolId | null,
): Promise<Draft[]> {
  const rows = await db.draft.findMany({ where: { personId, kind }, orderBy: [{ updatedAt: "desc" }, { id: "asc" }] });
  return rows
    .map(toDraft)
    .filter((draft) => draft !== null)
    .filter((draft) => draft.schoolId === schoolId);
}

export async function saveNewDraft(tx: Db, draft: Draft, now: Date): Promise<void> {
  const { id, personId, kind, rev } = draft;
  await tx.draft.create({ data: { id, personId, kind, data: toData(draft), rev, createdAt: now, updatedAt: now } });
}

/** Writes the draft over the one of the revision before it; false when that has moved on. */
export async function saveDraft(tx: Db, draft: Draft, now: Date): Promise<boolean> {
  const { count } = await tx.draft.updateMany({
    where: { id: draft.id, personId: draft.personId, rev: draft.rev - 1 },
    data: { data: toData(draft), rev: draft.rev, updatedAt: now },
  });
  return count > 0;
}

export async function deleteDraft(tx: Db, id: string): Promise<void> {
  await tx.draft.deleteMany({ where: { id } });
}
