import { execFile } from "node:child_process";
import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import type Sqlite from "libsql";

/** Files with people's data are for the bot's own user. */
export const OWNER_ONLY = 0o600;

const vacuumInto = (target: string): string => `VACUUM INTO '${target.replaceAll("'", "''")}'`;

/** SQLite fills an empty file that is there, and so keeps its mode. */
const prepare = (target: string): void => writeFileSync(target, "", { mode: OWNER_ONLY, flag: "wx" });

function putOnDisk(target: string): void {
  const handle = openSync(target, "r+");
  fsyncSync(handle);
  closeSync(handle);
}

/** Writes a consistent copy of the open database to `target`, which must not exist, and puts it on the disk. */
export function copyInto(db: Sqlite.Database, target: string): void {
  prepare(target);
  db.exec(vacuumInto(target));
  putOnDisk(target);
}

const WAIT_MS = 30_000;
const CHILD = `const [driver, file, statement] = process.argv.slice(1);
const db = new (require(driver))(file, { timeout: ${WAIT_MS} });
db.exec(statement);`;

/**
 * The same for the file of a running bot, in a process of its own: a large copy would hold everybody up here.
 * It sees what was committed when it began.
 */
export async function copyFile(file: string, target: string): Promise<void> {
  const driver = createRequire(import.meta.url).resolve("libsql");
  prepare(target);
  try {
    await promisify(execFile)(process.execPath, ["-e", CHILD, driver, file, vacuumInto(target)]);
    putOnDisk(target);
  } catch (error) {
    rmSync(target, { force: true });
    throw error;
  }
}
