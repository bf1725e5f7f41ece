/**
 * The content store: what people send and what is made for them, in the database, once per content.
 * A Telegram file_id is no storage: it belongs to a token and may go.
 */
import { createHash } from "node:crypto";
import type { Clock } from "#core/clock.ts";
import { type AttachmentId, newId, type PersonId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import { cleanName } from "./name.ts";

/** What a file belongs to, so that it goes when that goes. */
export type Subject = { kind: string; id: string };

export type NewContent = {
  bytes: Uint8Array;
  /** As it came; kept clean. */
  name: string;
  mime: string;
  subject: Subject;
  /** Whose it is; null: the programme's. */
  personId: PersonId | null;
};

export type Attachment = {
  id: AttachmentId;
  name: string;
  mime: string;
  /** In bytes. */
  size: number;
  /** SHA-256 of the content, hexadecimal. */
  hash: string;
  subject: Subject;
  personId: PersonId | null;
  createdAt: Date;
};

export type PutOutcome =
  | { kind: "stored"; attachment: Attachment }
  | { kind: "tooBig"; limit: number }
  | { kind: "empty" };

/** Telegram gives a bot no larger file than this. */
export const LARGEST_FILE = 20 * 1024 * 1024;

export type Contents = {
  /** Keeps a file; the same content is kept once however often it comes. */
  put(tx: Db, content: NewContent): Promise<PutOutcome>;
  /** The file with its bytes; null when it was erased. */
  get(db: Db, id: AttachmentId): Promise<{ attachment: Attachment; bytes: Uint8Array } | null>;
  /** What belongs to this, oldest first, without the bytes. */
  list(db: Db, subject: Subject): Promise<Attachment[]>;
  /** Erases files, and their content when nobody else has the same; gives how many there were. */
  erase(tx: Db, which: { id: AttachmentId } | { subject: Subject } | { personId: PersonId }): Promise<number>;
};

type Row = {
  id: string;
  name: string;
  mime: string;
  hash: string;
  subjectKind: string;
  subjectId: string;
  personId: string | null;
  createdAt: Date;
};

const toAttachment = ({ subjectKind, subjectId, ...row }: Row, size: number): Attachment => {
  const { id, name, mime, hash, personId, createdAt } = row;
  return { id, name, mime, size, hash, subject: { kind: subjectKind, id: subjectId }, personId, createdAt };
};

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const MIME = /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/;
const UNKNOWN_MIME = "application/octet-stream";

export function createContents({ clock }: { clock: Clock }): Contents {
  return {
    async put(tx, { bytes, name, mime, subject, personId }) {
      if (bytes.byteLength > LARGEST_FILE) return { kind: "tooBig", limit: LARGEST_FILE };
      if (bytes.byteLength === 0) return { kind: "empty" };
      const now = clock.now();
      const hash = hashOf(bytes);
      const size = bytes.byteLength;
      const blob = { hash, size, bytes: Uint8Array.from(bytes), createdAt: now };
      await tx.blob.upsert({ where: { hash }, create: blob, update: { size } });
      const row = {
        id: newId(),
        hash,
        name: cleanName(name),
        mime: MIME.test(mime.toLowerCase()) ? mime.toLowerCase() : UNKNOWN_MIME,
        subjectKind: subject.kind,
        subjectId: subject.id,
        personId,
        createdAt: now,
      };
      await tx.attachment.create({ data: row });
      return { kind: "stored", attachment: toAttachment(row, size) };
    },
    async get(db, id) {
      const row = await db.attachment.findUnique({ where: { id }, include: { blob: true } });
      return row && { attachment: toAttachment(row, row.blob.size), bytes: row.blob.bytes };
    },
    async list(db, { kind, id }) {
      const rows = await db.attachment.findMany({
        where: { subjectKind: kind, subjectId: id },
        include: { blob: { select: { size: true } } },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      });
      return rows.map((row) => toAttachment(row, row.blob.size));
    },
    async erase(tx, which) {
      const where = "subject" in which ? { subjectKind: which.subject.kind, subjectId: which.subject.id } : which;
      const rows = await tx.attachment.findMany({ where, select: { id: true, hash: true } });
      if (rows.length === 0) return 0;
      await tx.attachment.deleteMany({ where: { id: { in: rows.map((row) => row.id) } } });
      const hashes = [...new Set(rows.map((row) => row.hash))];
      await tx.blob.deleteMany({ where: { hash: { in: hashes }, attachments: { none: {} } } });
      return rows.length;
    },
  };
}
