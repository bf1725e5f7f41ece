/**
 * One process per SQLite file. The lock is an exclusive transaction on an empty database beside the file: the system frees it
 * at the very moment in which the process dies, whatever it dies of, and readers of the file itself are not shut out.
 */
import { existsSync, writeFileSync } from "node:fs";
import Sqlite from "libsql";
import { DatabaseBusyError } from "#platform/db/errors.ts";
import { OWNER_ONLY } from "./copy.ts";
import { isBusy } from "./errors.ts";

/** The lock beside the database file. */
export const lockBeside = (file: string): string => `${file}.lock`;

/** Takes the lock and returns what frees it. Throws `DatabaseBusyError` when another process, or this one, has it. */
export function lockFile(file: string): () => void {
  const lock = lockBeside(file);
  if (!existsSync(lock)) writeFileSync(lock, "", { mode: OWNER_ONLY });
  const db = new Sqlite(lock, { timeout: 0 });
  try {
    db.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    db.close();
    throw isBusy(error) ? new DatabaseBusyError(file) : error;
  }
  return () => {
    db.exec("ROLLBACK");
    db.close();
  };
}
