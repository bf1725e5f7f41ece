import { PrismaClient } from "#platform/db/generated/sqlite/client.ts";
import { createGuard } from "#platform/db/guard.ts";
import { leadAlone } from "#platform/db/leader.ts";
import { migrateSqlite, readMigrations } from "#platform/db/migrate/index.ts";
import { type Database, type OpenDatabase, PATIENCE } from "#platform/db/types.ts";
import { type SqliteAdapter, sqliteAdapter } from "./adapter.ts";
import { connect } from "./connection.ts";
import { copyFile } from "./copy.ts";
import { sqliteDialect } from "./dialect.ts";
import { fileOf } from "./file.ts";
import { lockFile } from "./lock.ts";

function database(client: PrismaClient, adapter: SqliteAdapter, file: string, unlock: () => void): Database {
  const guard = createGuard();
  let closing: Promise<void> | undefined;
  const close = async () => {
    await adapter.close();
    await client.$disconnect();
    unlock();
  };
  return {
    kind: "sqlite",
    db: guard.outside(client),
    async tx(work) {
      guard.refuseNesting();
      return client.$transaction((tx) => guard.inside(() => work(tx)));
    },
    dialect: sqliteDialect,
    lead: leadAlone,
    async copyTo(target) {
      await copyFile(file, target);
      return "copied";
    },
    forgetErased: () => adapter.alone((connection) => connection.script("PRAGMA wal_checkpoint(TRUNCATE)")),
    close() {
      closing ??= close();
      return closing;
    },
  };
}

/** Opens the SQLite file that `url` names: takes its lock, migrates it, connects. */
export async function openSqlite({ url, clock, log, dataDir, migrations }: OpenDatabase): Promise<Database> {
  const file = fileOf(url, dataDir);
  const unlock = lockFile(file);
  try {
    migrateSqlite(file, readMigrations("sqlite", migrations), clock, log);
    const adapter = sqliteAdapter(await connect(file));
    const client = new PrismaClient({ adapter, transactionOptions: PATIENCE });
    await client.$connect();
    return database(client, adapter, file, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}
