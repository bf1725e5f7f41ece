import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { DatabaseUnreachableError } from "#platform/db/errors.ts";
import { createGate } from "#platform/db/gate.ts";
import { PrismaClient } from "#platform/db/generated/postgresql/client.ts";
import { createGuard } from "#platform/db/guard.ts";
import { migratePostgresql, readMigrations } from "#platform/db/migrate/index.ts";
import { type Database, type DatabaseLog, type Db, type OpenDatabase, PATIENCE } from "#platform/db/types.ts";
import { postgresqlDialect } from "./dialect.ts";
import { leadByLock } from "./leader.ts";

const CONNECTIONS = 10;
/** Taken by every transaction, here and in other instances: they run one after another, as on SQLite. */
const WRITER_LOCK = 1_953_657_968;

/** The address without its password, for messages. */
function withoutSecrets(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

const configOf = (url: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: "tropa",
  options: "-c TimeZone=UTC",
  keepAlive: true,
  connectionTimeoutMillis: 10_000,
});

async function migrate({ url, clock, log, migrations }: OpenDatabase): Promise<void> {
  const client = new pg.Client(configOf(url));
  try {
    await client.connect();
  } catch (error) {
    throw new DatabaseUnreachableError(withoutSecrets(url), error);
  }
  try {
    await migratePostgresql(client, readMigrations("postgresql", migrations), clock, log);
  } finally {
    await client.end();
  }
}

/** The client of the other engine has the same shape: both come from one schema, and a test compares them. */
const asDb = (client: object): Db => client as Db;

function transactions(client: PrismaClient, guard: ReturnType<typeof createGuard>): Database["tx"] {
  const gate = createGate();
  return async (work) => {
    guard.refuseNesting();
    // Waiting here and not at the server's lock: there the time allowed for the work itself would pass.
    const leave = await gate.enter();
    try {
      return await client.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(${WRITER_LOCK}::bigint)`;
        const result = await guard.inside(() => work(asDb(tx)));
        // After a failed statement, even one whose error was caught, COMMIT would silently roll back: this refuses instead.
        await tx.$executeRaw`SELECT 1`;
        return result;
      });
    } finally {
      leave();
    }
  };
}

const TABLES = `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename`;

/** A deleted row stays in its file until the file is written anew; for a school's database that takes seconds. */
async function rewriteTables(client: PrismaClient): Promise<void> {
  for (const { name } of await client.$queryRawUnsafe<{ name: string }[]>(TABLES))
    await client.$executeRawUnsafe(`VACUUM (FULL) ${name}`);
}

const connectionTrouble = (log: DatabaseLog | undefined) => (error: Error) =>
  log?.warn("database-connection-broke", { error });

/** Opens the PostgreSQL database that `url` names: migrates it, connects. */
export async function openPostgresql(options: OpenDatabase): Promise<Database> {
  await migrate(options);
  const onPoolError = connectionTrouble(options.log);
  const adapter = new PrismaPg({ ...configOf(options.url), max: CONNECTIONS }, { onPoolError });
  const client = new PrismaClient({ adapter, transactionOptions: PATIENCE });
  await client.$connect();
  const guard = createGuard();
  let closing: Promise<void> | undefined;
  return {
    kind: "postgresql",
    db: guard.outside(asDb(client)),
    tx: transactions(client, guard),
    dialect: postgresqlDialect,
    lead: (signal) => leadByLock(configOf(options.url), signal),
    copyTo: async () => "unsupported",
    forgetErased: () => rewriteTables(client),
    close() {
      closing ??= client.$disconnect();
      return closing;
    },
  };
}
