/** A database of its own for each test: a copy of the migrated template. */
import { randomBytes } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterEach, describe, inject } from "vitest";
import type { Clock } from "#core/clock.ts";
import { systemClock } from "#platform/clock.ts";
import { type Database, type DatabaseKind, openDatabase } from "#platform/db/index.ts";
import { engines } from "./engines.ts";

export type TestDatabase = {
  database: Database;
  /** Its address; another process may open it once this one is closed (or at once, on PostgreSQL). */
  url: string;
  /** Closes the database and removes it. */
  close(): Promise<void>;
};

/** Where a copy is, and what removes it. */
type Place = { url: string; remove(): Promise<void> };

/** A new empty folder that goes with the run. */
export const testFolder = (): string => mkdtempSync(join(inject("testFolder"), "case-"));

function copyFile(): Place {
  const folder = testFolder();
  const file = join(folder, "tropa.db");
  copyFileSync(join(inject("testFolder"), "template.db"), file);
  return { url: `file:${file}`, remove: async () => rmSync(folder, { recursive: true, force: true }) };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl("postgres") });
  await client.connect();
  await client.query(statement);
  await client.end();
}

function serverUrl(name: string): string {
  const url = new URL(inject("postgresTemplate"));
  url.pathname = `/${name}`;
  return url.href;
}

const newName = (): string => `test_${randomBytes(6).toString("hex")}`;

async function copyTemplate(): Promise<Place> {
  const name = newName();
  await onServer(`CREATE DATABASE ${name} TEMPLATE tropa_template`);
  return { url: serverUrl(name), remove: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** A place for a database without any table, for tests of migrations. */
export async function emptyPlace(kind: DatabaseKind): Promise<Place> {
  if (kind === "sqlite") return { url: `file:${join(testFolder(), "tropa.db")}`, remove: async () => {} };
  const name = newName();
  await onServer(`CREATE DATABASE ${name}`);
  return { url: serverUrl(name), remove: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

export async function openTestDatabase(
  kind: DatabaseKind,
  { clock = systemClock }: { clock?: Clock } = {},
): Promise<TestDatabase> {
  const { url, remove } = kind === "sqlite" ? copyFile() : await copyTemplate();
  const database = await openDatabase({ url, clock });
  const close = async () => {
    await database.close();
    await remove();
  };
  return { database, url, close };
}

export type Engine = {
  kind: DatabaseKind;
  /** A database that is closed and removed after the test. */
  open(options?: { clock?: Clock }): Promise<TestDatabase>;
};

/** The same tests on every engine of this run. */
export function describeEachEngine(name: string, tests: (engine: Engine) => void): void {
  describe.each(engines)(`${name}, on %s`, (kind) => {
    const opened: TestDatabase[] = [];
    afterEach(async () => {
      for (const one of opened.splice(0)) await one.close();
    });
    tests({
      kind,
      async open(options) {
        const one = await openTestDatabase(kind, options);
        opened.push(one);
        return one;
      },
    });
  });
}
