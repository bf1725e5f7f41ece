/** The texts to which people agree, in the database: immutable once they are there. */
import { createHash } from "node:crypto";
import { newId } from "#core/ids.ts";
import type { Locale } from "#core/screen.ts";
import type { Db } from "#platform/db/index.ts";
import type { ConsentDocument, DocumentKind, DocumentSource, Reader } from "./model.ts";

/** SHA-256 of a text, hexadecimal. */
export const hashText = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** Stores a version that is new. Throws when the version is there with another text: a changed text needs a new version. */
export async function saveDocument(tx: Db, source: DocumentSource, now: Date): Promise<void> {
  const { kind, reader, version, locale, text } = source;
  const hash = hashText(text);
  const known = await tx.consentDocument.findUnique({
    where: { kind_reader_version_locale: { kind, reader, version, locale } },
  });
  if (!known)
    await tx.consentDocument.create({
      data: { id: newId(), kind, reader, version, locale, text, hash, createdAt: now },
    });
  else if (known.hash !== hash)
    throw new Error(`consent document ${kind}-${reader}.${locale} was changed without a new version`);
}

/** The newest version in this language, or in Russian when there is none; null when there is neither. */
export async function findDocument(
  db: Db,
  kind: DocumentKind,
  reader: Reader,
  locale: Locale,
): Promise<ConsentDocument | null> {
  for (const language of new Set<Locale>([locale, "ru"])) {
    const row = await db.consentDocument.findFirst({
      where: { kind, reader, locale: language },
      orderBy: { version: "desc" },
    });
    if (row)
      return { id: row.id, kind, reader, locale: language, version: row.version, text: row.text, hash: row.hash };
  }
  return null;
}
