/**
 * The database of the bot: an SQLite file that belongs to this process, or a PostgreSQL shared by several.
 * Stores take a `Db` and do not know which of the two it is.
 */
export {
  CopyError,
  type CopyTrouble,
  type Dumped,
  dumpDatabase,
  engineOf,
  type PutBack,
  putBackDatabase,
} from "./copies/index.ts";
export type { Claim, ClaimedUpdate, Dialect, NewNotice, NewUpdate, SettledTurn } from "./dialect.ts";
export {
  DatabaseBusyError,
  DatabaseUnreachableError,
  isUniqueViolation,
  MigrationError,
  type MigrationTrouble,
} from "./errors.ts";
/** Types of rows and conditions; the values (`Prisma.sql`) are for the dialect only. */
export type { Prisma } from "./generated/sqlite/client.ts";
export type { Leadership } from "./leader.ts";
export { openDatabase } from "./open.ts";
export type { Database, DatabaseKind, DatabaseLog, Db, OpenDatabase } from "./types.ts";
