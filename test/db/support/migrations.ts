/** Folders of made-up migrations, and a look at a database with plain SQL. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "libsql";
import pg from "pg";
import { testFolder } from "#test/support/database.ts";

/** Writes migrations (name → SQL) into a new folder, or over those in `folder`. */
export function writeMigrations(migrations: Record<string, string>, folder = testFolder()): string {
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, "migration.sql"), sql);
  }
  return folder;
}

/** The rows of a query, over a connection of its own. */
export async function rowsOf(url: string, sql: string): Promise<Record<string, unknown>[]> {
  if (url.startsWith("file:")) {
    const db = new Sqlite(url.slice("file:".length));
    const rows = db.prepare(sql).all([]) as Record<string, unknown>[];
    db.close();
    return rows.map(({ _metadata, ...row }) => row);
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

export const PARENTS_AND_CHILDREN = `
CREATE TABLE "Parent" ("id" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL);
CREATE TABLE "Child" ("id" TEXT NOT NULL PRIMARY KEY, "parentId" TEXT NOT NULL,
  CONSTRAINT "Child_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Parent" ("id") ON DELETE CASCADE ON UPDATE CASCADE);
INSERT INTO "Parent" VALUES ('p1', 'one'), ('p2', 'two');
INSERT INTO "Child" VALUES ('c1', 'p1'), ('c2', 'p1'), ('c3', 'p2');
`;

/** What Prisma writes for SQLite when a column changes: the table made anew under its name. */
export const REBUILD = `
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Parent" ("id" TEXT NOT NULL PRIMARY KEY, "name" TEXT, "city" TEXT NOT NULL DEFAULT '');
INSERT INTO "new_Parent" ("id", "name") SELECT "id", "name" FROM "Parent";
DROP TABLE "Parent";
ALTER TABLE "new_Parent" RENAME TO "Parent";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
`;
