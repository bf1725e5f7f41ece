/**
 * The database of the bot: an SQLite file that belongs to this process, or a PostgreSQL shared by several.
 * Stores take a `Db` and do not know which of the two it is.
 */
export type { Claim, Dialect, NewNotice, NewUpdate } from "./dialect.ts";
export type { Leadership } from "./leader.ts";
export type { Database, DatabaseKind, Db, OpenDatabase } from "./types.ts";
