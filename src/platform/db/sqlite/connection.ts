/** One connection to an SQLite file: the only place that touches the driver while the bot runs. */
import type { SqlQuery, SqlResultSet } from "@prisma/driver-adapter-utils";
import Sqlite from "libsql";
import { systemClock } from "#platform/clock.ts";
import { isBusy } from "./errors.ts";
import { bind, declaredType, readRows } from "./values.ts";

/** Kept prepared; Prisma's lists of different length make different statements. */
const STATEMENTS = 400;
/** How long to wait for another process that writes, and how often to look. Below the 30 s that Prisma waits for a transaction. */
const PATIENCE_MS = 25_000;
const FIRST_PAUSE_MS = 2;
const LONGEST_PAUSE_MS = 50;

const PRAGMAS = [
  "journal_mode = WAL",
  "synchronous = FULL",
  "foreign_keys = ON",
  "secure_delete = ON",
  "cache_size = -16000",
  // The log is copied into the file, with its own waiting for the disk, every so many pages: not in the middle of every other answer.
  "wal_autocheckpoint = 4000",
];

type Prepared = {
  statement: Sqlite.Statement;
  names: string[];
  declared: ReturnType<typeof declaredType>[];
};

export type Connection = {
  readonly inTransaction: boolean;
  query(query: SqlQuery): SqlResultSet;
  /** Returns how many rows changed. */
  execute(query: SqlQuery): number;
  /** Statements without arguments and results. */
  script(sql: string): void;
  /**
   * Runs `attempt`, again and again while another process holds the lock it needs, without blocking the event loop;
   * gives up with SQLite's «busy» after 25 s.
   */
  patiently<T>(attempt: () => T): Promise<T>;
  close(): void;
};

async function patiently<T>(attempt: () => T): Promise<T> {
  const start = systemClock.monotonic();
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || systemClock.monotonic() - start > PATIENCE_MS) throw error;
    }
    await systemClock.sleep(pause);
  }
}

/** Statements by their text, the longest unused one dropped first. */
function statementCache(db: Sqlite.Database) {
  const cache = new Map<string, Prepared>();
  return (sql: string): Prepared => {
    const known = cache.get(sql);
    if (known) {
      cache.delete(sql);
      cache.set(sql, known);
      return known;
    }
    const statement = db.prepare(sql).safeIntegers(true);
    const columns = statement.columns();
    // The driver refuses this for statements without a result.
    if (columns.length > 0) statement.raw(true);
    const prepared = {
      statement,
      names: columns.map((column) => column.name),
      declared: columns.map((column) => declaredType(column.type)),
    };
    cache.set(sql, prepared);
    const oldest = cache.size > STATEMENTS ? cache.keys().next().value : undefined;
    if (oldest !== undefined) cache.delete(oldest);
    return prepared;
  };
}

/** Opens `file`, creating it when it is missing. */
export async function connect(file: string): Promise<Connection> {
  const db = new Sqlite(file, { timeout: 0 });
  await patiently(() => {
    for (const pragma of PRAGMAS) db.pragma(pragma);
  });
  const prepare = statementCache(db);
  return {
    get inTransaction() {
      return db.inTransaction;
    },
    query(query) {
      const { statement, names, declared } = prepare(query.sql);
      const rows = names.length > 0 ? (statement.all(bind(query)) as unknown[][]) : [];
      if (names.length === 0) statement.run(bind(query));
      return { columnNames: names, columnTypes: readRows(declared, rows), rows };
    },
    execute(query) {
      const { statement, names } = prepare(query.sql);
      if (names.length > 0) return statement.all(bind(query)).length;
      return statement.run(bind(query)).changes;
    },
    script: (sql) => void db.exec(sql),
    patiently,
    close: () => void db.close(),
  };
}
