/**
 * Brings an SQLite file up to the schema. Each migration is a transaction of its own, recorded in Prisma's table with it:
 * killed in between, the next start goes on. Before the first one the file is copied; when one fails, the copy is put back.
 */
import { randomUUID } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "libsql";
import type { Clock } from "#core/clock.ts";
import { copyInto, instantText, OWNER_ONLY } from "#platform/db/sqlite/index.ts";
import type { DatabaseLog } from "#platform/db/types.ts";
import { type Applied, failed, type Migration, pending } from "./files.ts";

const HISTORY = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

const APPLIED = `SELECT migration_name AS name, checksum FROM "_prisma_migrations"
  WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;

const RECORD = `INSERT INTO "_prisma_migrations"
  (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)`;

/** Where the copy is while migrations run; there at a start only when the last one was killed meanwhile. */
export const copyBeside = (file: string): string => `${file}.before-migration`;

/** Puts what was renamed on the disk. */
function syncFolder(file: string): void {
  const folder = openSync(dirname(file), "r");
  fsyncSync(folder);
  closeSync(folder);
}

/** Makes the copy, whole or not at all. One that is there already is older, and so the better one. */
function makeCopy(db: Sqlite.Database, file: string): void {
  const copy = copyBeside(file);
  if (existsSync(copy)) return;
  const part = `${copy}.part`;
  rmSync(part, { force: true });
  copyInto(db, part);
  renameSync(part, copy);
  syncFolder(copy);
}

/**
 * Puts the copy back in place of the file; killed at any point, a whole database is there. Returns what to add to the error:
 * nothing, or where the copy is, when another program is reading the file and so nothing may be moved.
 */
function restore(db: Sqlite.Database, file: string): string {
  const [log] = db.prepare("PRAGMA wal_checkpoint(TRUNCATE)").all([]) as { busy: number }[];
  db.close();
  if (log?.busy !== 0) return `; the file as it was before is ${copyBeside(file)}`;
  // The log is empty by now: without it, nothing of the old file can be taken for the copy's.
  for (const end of ["-wal", "-shm"]) rmSync(file + end, { force: true });
  renameSync(copyBeside(file), file);
  syncFolder(file);
  return "";
}

/** Foreign keys are off before BEGIN: on, a rebuilt table would take its children with it. */
function applyOne(db: Sqlite.Database, { name, sql, checksum }: Migration, clock: Clock): void {
  const startedAt = instantText(clock.now());
  db.exec("PRAGMA foreign_keys = OFF");
  db.exec("BEGIN IMMEDIATE");
  db.exec(sql);
  const broken = db.prepare("PRAGMA foreign_key_check").all([]);
  if (broken.length > 0) throw new Error(`${broken.length} rows would point to nothing`);
  db.prepare(RECORD).run([randomUUID(), checksum, name, startedAt, instantText(clock.now())]);
  db.exec("COMMIT");
}

const isEmpty = (db: Sqlite.Database): boolean =>
  db.prepare("SELECT 1 FROM sqlite_master WHERE name NOT LIKE '\\_prisma%' ESCAPE '\\' LIMIT 1").all([]).length === 0;

function applied(db: Sqlite.Database): Applied[] {
  db.exec(HISTORY);
  return db.prepare(APPLIED).all([]) as Applied[];
}

function applyMissing(db: Sqlite.Database, file: string, missing: Migration[], clock: Clock, log?: DatabaseLog): void {
  const copied = missing.length > 0 && !isEmpty(db);
  if (copied) makeCopy(db, file);
  for (const migration of missing) {
    try {
      applyOne(db, migration, clock);
    } catch (error) {
      if (db.inTransaction) db.exec("ROLLBACK");
      throw failed(migration.name, error, copied ? restore(db, file) : "");
    }
    log?.info("migrated", { migration: migration.name });
  }
}

/** Applies what is missing; the caller holds the file's lock. Throws `MigrationError` with the file as it was before. */
export function migrateSqlite(file: string, migrations: Migration[], clock: Clock, log?: DatabaseLog): void {
  if (!existsSync(file)) writeFileSync(file, "", { mode: OWNER_ONLY });
  const db = new Sqlite(file, { timeout: 5_000 });
  try {
    db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    applyMissing(db, file, pending(migrations, applied(db)), clock, log);
  } finally {
    if (db.open) db.close();
  }
  rmSync(copyBeside(file), { force: true });
}
