/** Brings a PostgreSQL database up to the schema: one starter at a time, each migration in its own transaction. */
import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import type { Clock } from "#core/clock.ts";
import type { DatabaseLog } from "#platform/db/types.ts";
import { type Applied, failed, type Migration, pending } from "./files.ts";

/** The lock that Prisma's own tool takes too. */
const MIGRATION_LOCK = 72_707_369;

const HISTORY = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

const APPLIED = `SELECT migration_name AS name, checksum FROM _prisma_migrations
  WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;

const RECORD = `INSERT INTO _prisma_migrations
  (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, $4, $5, 1)`;

async function applyOne(client: Client, { name, sql, checksum }: Migration, clock: Clock): Promise<void> {
  const startedAt = clock.now();
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(RECORD, [randomUUID(), checksum, name, startedAt, clock.now()]);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw failed(name, error);
  }
}

/** Applies what is missing over a connection of its own. Throws `MigrationError`; migrations before it stay applied. */
export async function migratePostgresql(
  client: Client,
  migrations: Migration[],
  clock: Clock,
  log?: DatabaseLog,
): Promise<void> {
  await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
  try {
    await client.query(HISTORY);
    const { rows } = await client.query<Applied>(APPLIED);
    for (const migration of pending(migrations, rows)) {
      await applyOne(client, migration, clock);
      log?.info("migrated", { migration: migration.name });
    }
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [MIGRATION_LOCK]);
  }
}
