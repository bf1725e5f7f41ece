/**
 * A whole world for a scene: the strict emulator, a real database, the app on a virtual clock, and people who say, tap and see.
 * `later` moves the time; after each act the world settles, so a scene reads top to bottom.
 */

import { type App, createApp } from "#app";
import { after } from "#core/clock.ts";
import type { Upkeep } from "#features/operations/index.ts";
import { systemClock, type VirtualClock, virtualClock } from "#platform/clock.ts";
import type { LiveConfig } from "#platform/config.ts";
import type { Database, DatabaseKind } from "#platform/db/index.ts";
import { createLog, type Log } from "#platform/log.ts";
import { createMetrics } from "#platform/metrics.ts";
import { startEmulator } from "#playground/telegram/index.ts";
import type { Emulator, EmulatorOptions, NewUser } from "#playground/telegram/model.ts";
import { type Actor, createActor } from "./actor.ts";
import { openTestDatabase, testFolder } from "./database.ts";

export type World = {
  emulator: Emulator;
  database: Database;
  clock: VirtualClock;
  app: App;
  /** Where the bot keeps what it keeps outside of the database. */
  dataDir: string;
  /** The file of an SQLite database. */
  databaseFile: string | null;
  /** The log lines written so far. */
  logged: string[];
  /** Somebody with a Telegram of their own who has not opened the bot yet. */
  person(name: string, user?: Partial<NewUser>): Actor;
  /** Somebody who has come in by this link (as the bot printed it) and has seen what follows. */
  guest(name: string, link: string, user?: Partial<NewUser>): Promise<Actor>;
  /** The owner, come in by the one-time link. */
  owner(): Promise<Actor>;
  /** Waits until nothing is under way. */
  settle(): Promise<void>;
  /** Moves the time, stopping at everything that falls due. */
  later(ms: number): Promise<void>;
  /** Stops the app and starts another on the same database, as a restart does. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

export type WorldOptions = {
  engine: DatabaseKind;
  /** A Friday in November, 10:00 in Moscow, unless told otherwise. */
  start?: Date;
  limits?: EmulatorOptions["limits"];
  /** What a deployed bot looks after: none here, unless given. */
  upkeep?: Upkeep;
  /** false: the app is created but not started. */
  started?: boolean;
};

/** So many looks whether all is done come one after the other, and so many more a millisecond apart. */
const EAGER = 5_000;
const PATIENT = 15_000;

const TEST_START = new Date("2026-11-20T07:00:00Z");

export async function world({
  engine,
  start = TEST_START,
  limits = "none",
  started = true,
  upkeep,
}: WorldOptions): Promise<World> {
  const clock = virtualClock(start);
  const emulator = await startEmulator({ clock, limits, polls: "endless" });
  const { database, url, close: closeDatabase } = await openTestDatabase(engine, { clock });
  const logged: string[] = [];
  const log = createLog({ clock, level: "info", write: (line) => logged.push(line) });
  const config = testConfig(emulator, url);
  let app = await startApp({ config, database, clock, log, started, upkeep });

  const undelivered = () => started && emulator.pending() > 0 && !app.waitsForTelegram();
  const busy = () => emulator.inFlight() > 0 || undelivered() || !app.idle();
  async function settle(): Promise<void> {
    for (let quiet = 0, rounds = 0; quiet < 3; rounds++) {
      // What takes long is another process at work: it needs the processor more than this loop does.
      if (rounds < EAGER) await new Promise<void>((resolve) => setImmediate(resolve));
      else await systemClock.sleep(1);
      quiet = busy() ? 0 : quiet + 1;
      if (rounds > EAGER + PATIENT) throw new Error("the world does not come to rest");
    }
  }
  clock.onStep(settle);

  const made: World = {
    emulator,
    database,
    clock,
    dataDir: config.dataDir,
    databaseFile: url.startsWith("file:") ? url.slice("file:".length) : null,
    logged,
    get app() {
      return app;
    },
    person: (name, user = {}) =>
      createActor({ name, user: emulator.addUser({ firstName: name, languageCode: "ru", ...user }), emulator, settle }),
    guest: async (name, link, user) => {
      const actor = made.person(name, user);
      await actor.opens(link);
      return actor;
    },
    owner: async () => made.guest("Ольга", (await app.ownerLink()).url),
    settle,
    later: async (ms) => {
      const until = after(clock.now(), ms);
      for (;;) {
        await settle();
        const due = await app.nextDue();
        if (!due || due > until) break;
        if (due > clock.now()) await clock.advanceTo(due);
        await app.tick();
      }
      await clock.advanceTo(until);
      await app.tick();
      await settle();
    },
    restart: async () => {
      await app.stop();
      app = await startApp({ config, database, clock, log, started: true, upkeep });
      await settle();
    },
    close: async () => {
      await app.stop();
      await emulator.close();
      await closeDatabase();
    },
  };
  return made;
}

async function startApp(parts: {
  config: LiveConfig;
  database: Database;
  clock: VirtualClock;
  log: Log;
  started: boolean;
  upkeep: Upkeep | undefined;
}) {
  const { config, database, clock, log, started, upkeep } = parts;
  const secret = Buffer.alloc(32, 7);
  const ended = () => {};
  const metrics = createMetrics({ clock });
  const kept = upkeep ? { upkeep } : {};
  const app = await createApp({ ...kept, config, database, clock, log, metrics, secret, ended });
  if (started) await app.start();
  return app;
}

function testConfig(emulator: Emulator, databaseUrl: string): LiveConfig {
  return {
    mode: { kind: "polling", token: emulator.token },
    apiRoot: emulator.url,
    proxyUrl: undefined,
    databaseUrl,
    dataDir: testFolder(),
    http: { port: 0, chosen: true },
    playground: { port: 0, chosen: true },
    timeZone: "Europe/Moscow",
    defaultLocale: "ru",
    logLevel: "info",
    production: false,
    secrets: [emulator.token],
  };
}
