/** Copies of the database in a file, for either engine: made while the bot runs, put back while it does not. */
import { pending, readMigrations } from "#platform/db/migrate/index.ts";
import type { Dumped, DumpOptions, PutBack, PutBackOptions } from "./model.ts";
import { dumpPostgresql, putBackPostgresql } from "./postgresql.ts";
import { dumpSqlite, putBackSqlite } from "./sqlite.ts";

export {
  CopyError,
  type CopyTrouble,
  type Dumped,
  type DumpOptions,
  type PutBack,
  type PutBackOptions,
} from "./model.ts";

const isFile = (url: string): boolean => url.startsWith("file:");

/** Which engine an address names. */
export const engineOf = (url: string): Dumped["engine"] => (isFile(url) ? "sqlite" : "postgresql");

/** Writes a checked copy of the database into `folder`. Throws `CopyError` or `DatabaseUnreachableError`. */
export const dumpDatabase = (options: DumpOptions): Promise<Dumped> =>
  isFile(options.url) ? dumpSqlite(options) : dumpPostgresql(options);

/**
 * Puts a copy back, at once or not at all. Throws `MigrationError` when a newer program made it, `DatabaseBusyError` while a
 * bot runs, `CopyError` when it is not whole: nothing was touched then.
 */
export async function putBackDatabase(options: PutBackOptions): Promise<PutBack> {
  pending(readMigrations(options.dumped.engine), options.dumped.migrations);
  return isFile(options.url) ? await putBackSqlite(options) : await putBackPostgresql(options);
}
