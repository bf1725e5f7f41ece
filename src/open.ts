import { type App, createApp } from "#app";
import type { Clock } from "#core/clock.ts";
import type { LiveConfig } from "#platform/config.ts";
import { openDatabase } from "#platform/db/index.ts";
import type { Log } from "#platform/log.ts";
import type { Metrics } from "#platform/metrics.ts";
import { readSecret } from "#platform/secret.ts";

/** Why a running bot ended by itself: another instance polls with its token, or Telegram does not know the token. */
export type BotEnd = "conflict" | "unauthorized";

export type BotOutside = {
  clock: Clock;
  log: Log;
  metrics: Metrics;
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
  const { clock, log } = outside;
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, clock, log });
  try {
    const app = await createApp({ ...outside, config, database, secret: readSecret(config.dataDir) });
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
