/**
 * Once for the whole run: a folder for files, a PostgreSQL server, and on each engine a migrated database
 * from which every test gets a copy of its own.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { systemClock } from "#platform/clock.ts";
import { openDatabase } from "#platform/db/index.ts";
import { type LocalPostgres, startPostgres } from "../../scripts/local-postgres.mjs";
import { engines } from "./engines.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The run's temporary folder. */
    testFolder: string;
    /** The server's address with the name of its template database; empty when PostgreSQL is not tested. */
    postgresTemplate: string;
  }
}

export const TEMPLATE = "tropa_template";
/** The migrated file within the run's folder. */
export const TEMPLATE_FILE = "template.db";

async function migrated(url: string): Promise<void> {
  const database = await openDatabase({ url, clock: systemClock });
  await database.forgetErased();
  await database.close();
}

async function createTemplate(server: LocalPostgres): Promise<string> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: server.url() });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  await migrated(server.url(TEMPLATE));
  return server.url(TEMPLATE);
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "tropa-test-"));
  await migrated(`file:${join(folder, TEMPLATE_FILE)}`);
  const server = engines.includes("postgresql") ? await startPostgres() : undefined;
  project.provide("testFolder", folder);
  project.provide("postgresTemplate", server ? await createTemplate(server) : "");
  return async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
