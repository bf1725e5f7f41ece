export type LocalPostgres = {
  /** The address of a database of this server; `postgres` is there from the start. */
  url(name?: string): string;
  /** Stops the server, breaking its connections, and starts it again on the same port. */
  restart(): Promise<void>;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
};
/** Starts a PostgreSQL in a temporary folder, on loopback, without fsync. */
export function startPostgres(): Promise<LocalPostgres>;
