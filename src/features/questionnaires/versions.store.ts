/** Questionnaires as immutable versions in the database. */
import { newId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import { type Definition, definitionSchema, type StoredDefinition } from "./model.ts";

/** Stores a definition once per content; gives the version's id. */
export async function ensureVersion(db: Db, { definition, json, hash }: StoredDefinition, now: Date): Promise<string> {
  const { id: questionnaireId, version } = definition;
  const where = { questionnaireId_version_hash: { questionnaireId, version, hash } };
  const row = await db.questionnaireVersion.upsert({
    where,
    create: { id: newId(), questionnaireId, version, hash, definition: json, createdAt: now },
    update: {},
    select: { id: true },
  });
  return row.id;
}

export async function findDefinition(db: Db, versionId: string): Promise<Definition | null> {
  const row = await db.questionnaireVersion.findUnique({ where: { id: versionId } });
  return row && definitionSchema.parse(JSON.parse(row.definition));
}
