import { type App, createApp } from "#app";
import type { Clock } from "#core/clock.ts";
import { createCopies, roomAt } from "#platform/backup/index.ts";
import type { LiveConfig } from "#platform/config.ts";
import { openDatabase } from "#platform/db/index.ts";
import type { Log } from "#platform/log.ts";
import type { Metrics } from "#platform/metrics.ts";
import { readSecret } from "#platform/secret.ts";

/**
 * Why a running bot ended by itself: another instance polls with its token, Telegram does not know the token, or the connection
 * to PostgreSQL is gone that made it the leader.
 */
export type BotEnd = "conflict" | "unauthorized" | "displaced";

export type BotOutside = {
  clock: Clock;
  log: Log;
  metrics: Metrics;
  /** A playground's people are invented: nothing of it is copied or watched. */
  playing?: boolean;
  /** Told at most once, after the start. */
  ended(why: BotEnd): void;
};

export type OpenedBot = {
  app: App;
  /** Stops the app and closes the database. */
  close(): Promise<void>;
};

/** The app on its open database, not yet started. Throws what `openDatabase` throws. */
export async function openBot(config: LiveConfig, outside: BotOutside): Promise<OpenedBot> {
  const { clock, log, playing = false } = outside;
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, clock, log });
  try {
    const secret = readSecret(config.dataDir);
    const copies = createCopies({ place: config, secret, clock });
    const upkeep = playing ? {} : { upkeep: { copies, room: () => roomAt(config.dataDir) } };
    const app = await createApp({ ...outside, ...upkeep, config, database, secret });
    const close = async () => {
      await app.stop();
      await database.close();
    };
    return { app, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}
