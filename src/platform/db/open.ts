import { openPostgresql } from "./postgresql/open.ts";
import { openSqlite } from "./sqlite/open.ts";
import type { Database, OpenDatabase } from "./types.ts";

/**
 * Opens the database: takes the file's lock (SQLite), applies missing migrations, connects.
 * Throws `DatabaseBusyError`, `DatabaseUnreachableError` or `MigrationError`; each says in one line what is wrong.
 */
export async function openDatabase(options: OpenDatabase): Promise<Database> {
  if (options.url.startsWith("file:")) return openSqlite(options);
  if (/^postgres(ql)?:\/\//.test(options.url)) return openPostgresql(options);
  throw new Error("the address of the database begins neither with file: nor with postgresql://");
}
