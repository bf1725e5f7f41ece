/**
 * Prisma's driver adapter for SQLite. There is one connection, and whoever uses it passes the gate first: a transaction holds
 * it from BEGIN to COMMIT, so that nobody else's statement falls into it. Every write begins with BEGIN IMMEDIATE; the wait
 * for another process happens there, and only there. Whatever fails leaves the connection outside of any transaction.
 */
import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
} from "@prisma/driver-adapter-utils";
import { createGate } from "#platform/db/gate.ts";
import type { Connection } from "./connection.ts";
import { mapError } from "./errors.ts";

const INFO = { provider: "sqlite", adapterName: "tropa-sqlite" } as const;
/** Reads take no write lock, and a pragma does not work within a transaction. */
const ALONE = /^\s*(SELECT|PRAGMA)\b/i;

const closedTransaction = (cause: string) => new DriverAdapterError({ kind: "TransactionAlreadyClosed", cause });

export type SqliteAdapter = SqlDriverAdapterFactory & {
  /** Runs `work` on the connection while nothing else does. */
  alone<T>(work: (connection: Connection) => T): Promise<T>;
  /** Waits for whoever is inside, then closes the connection. */
  close(): Promise<void>;
};

/** Leaves the connection outside of any transaction. */
function heal(connection: Connection): void {
  if (connection.inTransaction) connection.script("ROLLBACK");
}

async function inOwnTransaction<T>(connection: Connection, work: () => T): Promise<T> {
  await connection.patiently(() => connection.script("BEGIN IMMEDIATE"));
  try {
    const result = work();
    connection.script("COMMIT");
    return result;
  } finally {
    heal(connection);
  }
}

function transaction(connection: Connection, leave: () => void): Transaction {
  let open = true;
  const step = async <T>(work: () => T): Promise<T> => {
    if (!open) throw closedTransaction("the transaction is over");
    // A full disk or a failing one makes SQLite roll back on its own; what follows must not be kept alone.
    if (!connection.inTransaction) throw closedTransaction("SQLite rolled the transaction back");
    try {
      return work();
    } catch (error) {
      throw mapError(error);
    }
  };
  const end = async (work: () => Promise<void> | void): Promise<void> => {
    if (!open) return;
    try {
      await work();
    } finally {
      open = false;
      try {
        heal(connection);
      } finally {
        leave();
      }
    }
  };
  return {
    ...INFO,
    // COMMIT and ROLLBACK are this adapter's to say, not Prisma's.
    options: { usePhantomQuery: true },
    queryRaw: (query) => step(() => connection.query(query)),
    executeRaw: (query) => step(() => connection.execute(query)),
    commit: () => end(() => step(() => connection.script("COMMIT"))),
    rollback: () => end(() => {}),
  };
}

/** The adapter over an open connection, which it owns from now on. */
export function sqliteAdapter(connection: Connection): SqliteAdapter {
  const gate = createGate();
  let closed = false;

  const alone = async <T>(work: () => T | Promise<T>): Promise<T> => {
    const leave = await gate.enter();
    try {
      if (closed) throw new DriverAdapterError({ kind: "ConnectionClosed" });
      return await work();
    } catch (error) {
      throw mapError(error);
    } finally {
      leave();
    }
  };
  const statement = <T>(query: SqlQuery, run: () => T): Promise<T> =>
    alone(() => (ALONE.test(query.sql) ? connection.patiently(run) : inOwnTransaction(connection, run)));

  const startTransaction = async (): Promise<Transaction> => {
    const leave = await gate.enter();
    try {
      if (closed) throw new DriverAdapterError({ kind: "ConnectionClosed" });
      heal(connection);
      await connection.patiently(() => connection.script("BEGIN IMMEDIATE"));
      return transaction(connection, leave);
    } catch (error) {
      leave();
      throw mapError(error);
    }
  };
  const adapter: SqlDriverAdapter = {
    ...INFO,
    queryRaw: (query): Promise<SqlResultSet> => statement(query, () => connection.query(query)),
    executeRaw: (query) => statement(query, () => connection.execute(query)),
    executeScript: (script) => alone(() => inOwnTransaction(connection, () => connection.script(script))),
    startTransaction,
    getConnectionInfo: () => ({ supportsRelationJoins: false, maxBindValues: 32_000 }),
    dispose: async () => {},
  };
  return {
    ...INFO,
    connect: async () => adapter,
    alone: (work) => alone(() => work(connection)),
    async close() {
      const leave = await gate.enter();
      if (!closed) connection.close();
      closed = true;
      leave();
    },
  };
}
