/** Copying a PostgreSQL database with its own tools, and playing a copy back into an empty one. */
import { join } from "node:path";
import pg from "pg";
import { DatabaseUnreachableError } from "#platform/db/errors.ts";
import type { Applied } from "#platform/db/migrate/index.ts";
import { CopyError, type Dumped, type DumpOptions, type PutBack, type PutBackOptions } from "./model.ts";
import { findTools, playDump, runTool, type ToolCall } from "./tools.ts";

export const POSTGRESQL_COPY = "tropa.dump";

const APPLIED = `SELECT migration_name AS name, checksum FROM _prisma_migrations
  WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;

async function connected<R>(url: string, work: (client: pg.Client) => Promise<R>): Promise<R> {
  const client = new pg.Client({ connectionString: url, application_name: "tropa copies" });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new DatabaseUnreachableError(`${new URL(url).host}${new URL(url).pathname}`, error);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function majorOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ server_version_num: string }>("SHOW server_version_num");
  return Math.floor(Number(rows[0]?.server_version_num ?? 0) / 10_000);
}

async function tablesIn(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1",
  );
  return rows.map(({ name }) => name);
}

async function countRows(client: pg.Client): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of await tablesIn(client)) {
    const { rows } = await client.query<{ n: string }>(
      `SELECT count(*) AS n FROM public.${pg.escapeIdentifier(table)}`,
    );
    counts[table] = Number(rows[0]?.n ?? 0);
  }
  return counts;
}

/** How many tables a dump holds the rows of. */
const tablesListed = (list: string): number =>
  list.split("\n").filter((line) => / TABLE DATA public /.test(line)).length;

async function listed(call: ToolCall, dump: string): Promise<number> {
  return tablesListed(await runTool(call, "pg_restore", ["--list", dump]));
}

/** Copies what the server holds at one moment, counted at the same moment. Throws `CopyError`. */
export async function dumpPostgresql({ url, folder, signal }: DumpOptions): Promise<Dumped> {
  return await connected(url, async (client) => {
    const call = { tools: await findTools(await majorOf(client)), url, signal };
    const dump = join(folder, POSTGRESQL_COPY);
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const { rows: taken } = await client.query<{ snapshot: string }>("SELECT pg_export_snapshot() AS snapshot");
    const rows = await countRows(client);
    const { rows: migrations } = await client.query<Applied>(APPLIED);
    const args = [
      "--format=custom",
      "--no-owner",
      "--no-privileges",
      `--snapshot=${taken[0]?.snapshot}`,
      `--file=${dump}`,
    ];
    await runTool(call, "pg_dump", args);
    await client.query("COMMIT");
    if ((await listed(call, dump)) !== Object.keys(rows).length) throw new CopyError("damaged", "the copy is damaged");
    return { engine: "postgresql", file: POSTGRESQL_COPY, rows, migrations };
  });
}

const literal = (text: string): string => pg.escapeLiteral(text);

const statementsFor = (settings: Record<string, string>, now: Date): string =>
  Object.entries(settings)
    .map(
      ([key, value]) => `INSERT INTO public."Setting" ("key", "value", "updatedAt")
  VALUES (${literal(key)}, ${literal(value)}, ${literal(now.toISOString())})
  ON CONFLICT ("key") DO UPDATE SET "value" = EXCLUDED."value", "updatedAt" = EXCLUDED."updatedAt";\n`,
    )
    .join("");

const TAKEN =
  "the database that DATABASE_URL names is not empty; make an empty one (createdb tropa_restored), let DATABASE_URL name it and restore again: the present one stays as it is";

/** Plays a copy into the empty database that `url` names, whole or not at all; the former database is another and stays. */
export async function putBackPostgresql({ url, folder, dumped, settings, now }: PutBackOptions): Promise<PutBack> {
  return await connected(url, async (client) => {
    if ((await tablesIn(client)).length > 0) throw new CopyError("failed", TAKEN);
    const call = { tools: await findTools(await majorOf(client)), url };
    const dump = join(folder, dumped.file);
    if ((await listed(call, dump)) !== Object.keys(dumped.rows).length)
      throw new CopyError("damaged", "the copy is damaged");
    await playDump(call, dump, statementsFor(settings, now));
    return { kept: null };
  });
}
