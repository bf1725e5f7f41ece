/** An installation of its own: a database with some people, a data folder with its secret, and copies of both. */
import { join } from "node:path";
import type { Clock } from "#core/clock.ts";
import { type Copies, createCopies, type Place } from "#platform/backup/index.ts";
import type { DatabaseKind } from "#platform/db/index.ts";
import { readSecret } from "#platform/secret.ts";
import { openTestDatabase, type TestDatabase, testFolder } from "#test/support/database.ts";

export type Installation = {
  opened: TestDatabase;
  place: Place;
  dataDir: string;
  copies: Copies;
};

export async function install(engine: DatabaseKind, clock: Clock): Promise<Installation> {
  const opened = await openTestDatabase(engine, { clock });
  const dataDir = join(testFolder(), "data");
  const place = { databaseUrl: opened.url, dataDir };
  return { opened, place, dataDir, copies: createCopies({ place, secret: readSecret(dataDir), clock }) };
}
