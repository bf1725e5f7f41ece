/** What can be wrong with a database when the bot starts, and the one question to ask of an error afterwards. */

/** Another process has this SQLite file open. */
export class DatabaseBusyError extends Error {
  override readonly name = "DatabaseBusyError";
  readonly file: string;
  constructor(file: string) {
    super(`another process is using ${file}; stop it first, for an SQLite database belongs to one process`);
    this.file = file;
  }
}

/** The server does not answer, or refuses. */
export class DatabaseUnreachableError extends Error {
  override readonly name = "DatabaseUnreachableError";
  constructor(address: string, cause: unknown) {
    super(`cannot reach the database at ${address}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

/**
 * changed: an applied migration's file is not what it was;
 * newer: the database knows a migration that this version of the program does not;
 * failed: a migration could not be applied; the database is as it was before.
 */
export type MigrationTrouble = "changed" | "newer" | "failed";

export class MigrationError extends Error {
  override readonly name = "MigrationError";
  readonly trouble: MigrationTrouble;
  readonly migration: string;
  constructor(trouble: MigrationTrouble, migration: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.trouble = trouble;
    this.migration = migration;
  }
}

const property = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

/**
 * Whether the database refused a second row with the same unique value; through Prisma's models or raw.
 * On PostgreSQL the transaction in which it happened is lost: ask outside of `tx`, or use `upsert`.
 */
export function isUniqueViolation(error: unknown): boolean {
  if (property(error, "code") === "P2002") return true;
  const cause = property(property(property(error, "meta"), "driverAdapterError"), "cause");
  return property(cause, "kind") === "UniqueConstraintViolation";
}
