/** The committed migrations, and which of them a database still needs. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { MigrationError } from "#platform/db/errors.ts";
import type { DatabaseKind } from "#platform/db/types.ts";
import { inRoot } from "#platform/root.ts";

export type Migration = { name: string; sql: string; checksum: string };

/** A finished row of `_prisma_migrations`. */
export type Applied = { name: string; checksum: string };

/** SHA-256 of the file as Prisma takes it; line ends do not count, for git may change them. */
const checksum = (sql: string): string => createHash("sha256").update(sql).digest("hex");

/** The migrations in `folder` (by default those of the project), oldest first. */
export function readMigrations(kind: DatabaseKind, folder = inRoot("prisma", "migrations", kind)): Migration[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8").replaceAll("\r\n", "\n");
      return { name, sql, checksum: checksum(sql) };
    });
}

/**
 * The migrations that are not applied yet.
 * Throws `MigrationError` when what was applied is unknown here or differs from the file.
 */
export function pending(migrations: Migration[], applied: Applied[]): Migration[] {
  const known = new Map(migrations.map((one) => [one.name, one]));
  for (const { name, checksum } of applied) {
    const file = known.get(name);
    if (!file) {
      const message = `the database was made by a newer version: it has the migration ${name}, this version does not`;
      throw new MigrationError("newer", name, message);
    }
    if (file.checksum !== checksum) {
      const message = `the migration ${name} was changed after this database had applied it; put the old file back, or use a new database`;
      throw new MigrationError("changed", name, message);
    }
  }
  const done = new Set(applied.map(({ name }) => name));
  return migrations.filter(({ name }) => !done.has(name));
}

/** A `MigrationError` for a migration that the database refused. */
export function failed(migration: string, cause: unknown, hint = ""): MigrationError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new MigrationError("failed", migration, `the migration ${migration} failed: ${reason}${hint}`, cause);
}
