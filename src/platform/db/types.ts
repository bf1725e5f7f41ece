import type { Clock } from "#core/clock.ts";
import type { Log } from "#platform/log.ts";
import type { Dialect } from "./dialect.ts";
import type { Prisma } from "./generated/sqlite/client.ts";
import type { Leadership } from "./leader.ts";

/**
 * The Prisma client within a transaction, or outside of one: what stores and services take.
 * The type is the SQLite client's; the PostgreSQL client is cast to it, for both come from one schema.
 */
export type Db = Prisma.TransactionClient;

export type DatabaseKind = "sqlite" | "postgresql";

/** The open database of this process. */
export type Database = {
  readonly kind: DatabaseKind;
  /**
   * The client outside transactions. Inside the work of a `tx` it throws at once:
   * the work would wait for itself, or not be part of the transaction.
   */
  readonly db: Db;
  /**
   * Runs `work` in one transaction: all of it is kept when the promise resolves, nothing when it rejects.
   * Transactions do not nest. On SQLite they run one after another, so `work` never waits for the network or for people.
   * A failed statement ends the transaction on PostgreSQL even when its error is caught: do not probe for conflicts,
   * use `upsert` or the dialect.
   */
  tx<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  /** What Prisma cannot say in a way common to both engines. */
  readonly dialect: Dialect;
  /**
   * Waits until this process is the one that polls, ticks and sends. SQLite: at once, for the file belongs to one process.
   * Resolves to null when `signal` aborts first.
   */
  lead(signal?: AbortSignal): Promise<Leadership | null>;
  /**
   * Writes a consistent copy of an SQLite database to `file`, which must not exist, readable by this user only.
   * "unsupported" on PostgreSQL, which is copied by `pg_dump`.
   */
  copyTo(file: string): Promise<"copied" | "unsupported">;
  /** After erasing a person: takes the old pages out of SQLite's write-ahead log; on PostgreSQL every table is written anew. */
  forgetErased(): Promise<void>;
  /** Waits for running transactions, closes the connections and frees the file. */
  close(): Promise<void>;
};

export type DatabaseLog = Pick<Log, "info" | "warn">;

export type OpenDatabase = {
  /** `file:path` (relative to `dataDir`, or to the working directory) or `postgresql://…`. */
  url: string;
  clock: Clock;
  /** Told what happened at opening, and when a connection breaks. */
  log?: DatabaseLog;
  dataDir?: string;
  /** The folder of the engine's migrations, when not the project's own. */
  migrations?: string;
};

/** How long a transaction may wait for its turn, and then take, in milliseconds; a thousand people at once are no error. */
export const PATIENCE = { maxWait: 30_000, timeout: 20_000 };
