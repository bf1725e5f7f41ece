/** Somebody else holds the database: the bot's writes wait, and a test can look at it meanwhile. */
import Sqlite from "libsql";
import pg from "pg";
import { SECOND } from "#core/clock.ts";
import { systemClock } from "#platform/clock.ts";
import type { DatabaseKind } from "#platform/db/index.ts";
import { type BotProcess, until } from "#test/support/process.ts";
import type { Stage } from "./stage.ts";

export type Hold = {
  /** Resolves when the bot is seen to wait for the lock. */
  blocks(): Promise<void>;
  /** Ends the transactions of those who wait, as the server does when it notices that they are gone; then lets go. */
  release(): Promise<void>;
};

const PATIENCE = 10 * SECOND;

type Table = "Inbox" | "Answer";

async function holdTable(url: string, table: Table): Promise<Hold> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  client.on("error", () => undefined);
  await client.query("BEGIN");
  await client.query(`LOCK TABLE "${table}" IN EXCLUSIVE MODE`);
  const waiting = `SELECT pid FROM pg_locks WHERE NOT granted AND relation = '"${table}"'::regclass`;
  return {
    blocks: () => until(`the bot waits for ${table}`, async () => (await client.query(waiting)).rows.length > 0),
    release: async () => {
      await client.query(`SELECT pg_terminate_backend(pid) FROM (${waiting}) AS waiting`);
      await until("nobody waits any more", async () => (await client.query(waiting)).rows.length === 0);
      await client.query("ROLLBACK");
      await client.end();
    },
  };
}

const openFile = (url: string): Sqlite.Database => new Sqlite(url.slice("file:".length), { timeout: 0 });

/** SQLite does not tell who waits. Closing alone would not let go as long as a statement lives. */
const holding = (file: Sqlite.Database): Hold => ({
  blocks: async () => {},
  release: async () => {
    file.exec("ROLLBACK");
    file.close();
  },
});

/** Tries to become the only writer; false when the bot is writing just now. */
function begins(file: Sqlite.Database): boolean {
  try {
    file.exec("BEGIN IMMEDIATE");
    return true;
  } catch {
    return false;
  }
}

/** Holds the inbox from the moment at which it resolves. */
export async function holdInbox(engine: DatabaseKind, url: string): Promise<Hold> {
  if (engine === "postgresql") return holdTable(url, "Inbox");
  const file = openFile(url);
  await until("the file is free", () => begins(file));
  return holding(file);
}

/**
 * Reads and tries without a pause: the moment is shorter than a turn of the event loop. A statement that is not read to its end
 * would keep its own view of the file.
 */
function meet(file: Sqlite.Database): boolean {
  const atWork = file.prepare(`SELECT 1 FROM "Inbox" WHERE "status" = 'new' AND "attempts" > 0`);
  const answers = file.prepare(`SELECT COUNT(*) AS "count", MAX("answeredAt") AS "last" FROM "Answer"`);
  const before = JSON.stringify(answers.all());
  const end = systemClock.monotonic() + PATIENCE;
  const isOver = () => JSON.stringify(answers.all()) !== before || systemClock.monotonic() > end;
  while (atWork.all().length === 0) if (isOver()) return false;
  while (!begins(file)) if (isOver()) return false;
  return atWork.all().length > 0 && !isOver();
}

/**
 * Does something to which the bot answers, and holds the database when that is at work and not committed.
 * Null when the bot was quicker: on SQLite the moment between two writes has to be met.
 */
export async function holdBeforeAnswer(
  { engine, databaseUrl }: Pick<Stage, "engine" | "databaseUrl">,
  bot: BotProcess,
  act: () => void,
): Promise<Hold | null> {
  if (engine === "postgresql") {
    const hold = await holdTable(databaseUrl, "Answer");
    act();
    await hold.blocks();
    return hold;
  }
  const file = openFile(databaseUrl);
  const arrives = bot.nextUpdate();
  await until("the file is free", () => begins(file));
  act();
  await arrives();
  file.exec("ROLLBACK");
  if (meet(file)) return holding(file);
  if (file.inTransaction) file.exec("ROLLBACK");
  file.close();
  return null;
}
