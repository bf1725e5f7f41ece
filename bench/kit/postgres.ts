/** A PostgreSQL for one run alone: the same that the tests start. */
import { pathToFileURL } from "node:url";
import { inRoot } from "#platform/root.ts";

export type Server = { url(name?: string): string; stop(): Promise<void> };

/** Starts it in a folder of its own; `stop` ends it and leaves nothing behind. */
export async function startServer(): Promise<Server> {
  const path = pathToFileURL(inRoot("scripts", "local-postgres.mjs")).href;
  const { startPostgres }: { startPostgres(): Promise<Server> } = await import(path);
  return await startPostgres();
}
