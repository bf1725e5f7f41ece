/** Copying an SQLite file and putting a copy back, with the long work in a process of its own. */
import { execFile } from "node:child_process";
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import Sqlite from "libsql";
import { z } from "zod";
import { fileOf, instantText, lockFile, OWNER_ONLY } from "#platform/db/sqlite/index.ts";
import {
  CopyError,
  type CopyTrouble,
  type Dumped,
  type DumpOptions,
  type PutBack,
  type PutBackOptions,
} from "./model.ts";

export const SQLITE_COPY = "tropa.db";

const WAIT_MS = 30_000;
const LOWER_PRIORITY = 10;

/**
 * Counts, copies (when there is a source), looks the copy through and prints what it found. The counts of source and copy are
 * compared when nobody wrote meanwhile.
 */
const SCRIPT = `const [driver, target, source] = process.argv.slice(1);
const Database = require(driver);
try { require("os").setPriority(${LOWER_PRIORITY}); } catch {}
const open = (file) => new Database(file, { timeout: ${WAIT_MS} });
const one = (db, sql) => Object.values(db.prepare(sql).all([])[0])[0];
const TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\\\_%' ESCAPE '\\\\' ORDER BY name";
const count = (db) => Object.fromEntries(db.prepare(TABLES).all([]).map(({ name }) => [name, one(db, 'SELECT count(*) FROM "' + name + '"')]));
let same = true, expected;
if (source) {
  const from = open(source);
  const before = one(from, "PRAGMA data_version");
  expected = count(from);
  from.exec("VACUUM INTO '" + target.replaceAll("'", "''") + "'");
  same = one(from, "PRAGMA data_version") === before;
  from.close();
}
const db = open(target);
db.exec("PRAGMA journal_mode = DELETE");
const whole = one(db, "PRAGMA integrity_check") === "ok" && db.prepare("PRAGMA foreign_key_check").all([]).length === 0;
const rows = whole ? count(db) : {};
const migrations = whole ? db.prepare("SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL").all([]) : [];
db.close();
const alike = !expected || (same ? JSON.stringify(expected) === JSON.stringify(rows) : Object.keys(expected).join() === Object.keys(rows).join());
console.log(JSON.stringify({ whole: whole && alike, rows, migrations }));`;

const Looked = z.object({
  whole: z.boolean(),
  rows: z.record(z.string(), z.number()),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
});

const BIG_ANSWER = 10_000_000;

function reasonOf(error: unknown): CopyTrouble {
  const said = error instanceof Error ? `${error.message} ${"stderr" in error ? String(error.stderr) : ""}` : "";
  if (error instanceof Error && error.name === "AbortError") return "stopped";
  if (/ENOSPC|disk is full/i.test(said)) return "noSpace";
  return /malformed|not a database|corrupt/i.test(said) ? "damaged" : "failed";
}

const SAID: Record<CopyTrouble, string> = {
  noTool: "a tool is missing",
  oldTool: "a tool is too old",
  noSpace: "the disk is full",
  damaged: "the copy is damaged",
  stopped: "the process is stopping",
  failed: "the file could not be copied",
};

const trouble = (error: unknown): CopyError => {
  const reason = reasonOf(error);
  return new CopyError(reason, SAID[reason], error);
};

/** Looks a copy through; with a source, makes it first. */
async function look(target: string, source?: string, signal?: AbortSignal): Promise<z.infer<typeof Looked>> {
  const driver = createRequire(import.meta.url).resolve("libsql");
  const args = ["-e", SCRIPT, driver, target, ...(source ? [source] : [])];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, { signal, maxBuffer: BIG_ANSWER });
    return Looked.parse(JSON.parse(stdout));
  } catch (error) {
    throw trouble(error);
  }
}

function putOnDisk(path: string): void {
  const handle = openSync(path, "r");
  fsyncSync(handle);
  closeSync(handle);
}

/** Copies the file of a running bot, as it is when this begins. Throws `CopyError`. */
export async function dumpSqlite({ url, dataDir, folder, signal }: DumpOptions): Promise<Dumped> {
  const target = join(folder, SQLITE_COPY);
  // SQLite fills an empty file that is there, and so keeps its mode.
  writeFileSync(target, "", { mode: OWNER_ONLY, flag: "wx" });
  const { whole, rows, migrations } = await look(target, fileOf(url, dataDir), signal);
  if (!whole) throw new CopyError("damaged", SAID.damaged);
  putOnDisk(target);
  return { engine: "sqlite", file: SQLITE_COPY, rows, migrations };
}

/** Writes the settings into the copy that is about to take the file's place. */
function mark(file: string, settings: Record<string, string>, now: Date): void {
  const db = new Sqlite(file, { timeout: WAIT_MS });
  const put = db.prepare(`INSERT OR REPLACE INTO "Setting" ("key", "value", "updatedAt") VALUES (?, ?, ?)`);
  for (const [key, value] of Object.entries(settings)) put.run([key, value, instantText(now)]);
  db.close();
}

/** Brings what the write-ahead log holds into the file; false when the file cannot be read any more. */
function settled(file: string): boolean {
  try {
    const db = new Sqlite(file, { timeout: WAIT_MS });
    const [log] = db.prepare("PRAGMA wal_checkpoint(TRUNCATE)").all([]) as { busy: number }[];
    db.close();
    return log?.busy === 0;
  } catch {
    return false;
  }
}

/** A second name for the file; where the disk knows no links, a second file. */
export function keepAs(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch {
    copyFileSync(file, `${name}.part`);
    renameSync(`${name}.part`, name);
  }
}

/** Gives the present file a second name and takes its log away, so that nothing of it can be taken for the copy's. */
function keepPresent(file: string, stamp: string): string | null {
  if (!existsSync(file)) return null;
  const kept = `${file}.before-restore-${stamp}`;
  const isSettled = settled(file);
  keepAs(file, kept);
  for (const end of ["-wal", "-shm"]) {
    // A damaged file is kept with all that belongs to it.
    if (!isSettled && existsSync(file + end)) keepAs(file + end, kept + end);
    rmSync(file + end, { force: true });
  }
  return kept;
}

/**
 * Puts a copy in place of the file, at once or not at all; the file as it was stays beside it. Throws `DatabaseBusyError`
 * while a bot runs on it and `CopyError` when the copy is not whole.
 */
export async function putBackSqlite({
  url,
  dataDir,
  folder,
  dumped,
  stamp,
  settings,
  now,
}: PutBackOptions): Promise<PutBack> {
  const file = fileOf(url, dataDir);
  const unlock = lockFile(file);
  const staged = join(dirname(file), `${basename(file)}.restoring`);
  try {
    for (const end of ["", "-journal", "-wal", "-shm"]) rmSync(staged + end, { force: true });
    copyFileSync(join(folder, dumped.file), staged);
    chmodSync(staged, OWNER_ONLY);
    const { whole, rows } = await look(staged);
    if (!whole || JSON.stringify(rows) !== JSON.stringify(dumped.rows)) throw new CopyError("damaged", SAID.damaged);
    mark(staged, settings, now);
    putOnDisk(staged);
    const kept = keepPresent(file, stamp);
    renameSync(staged, file);
    putOnDisk(dirname(file));
    return { kept };
  } catch (error) {
    rmSync(staged, { force: true });
    throw error instanceof CopyError ? error : trouble(error);
  } finally {
    unlock();
  }
}
