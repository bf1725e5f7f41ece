/** The bot in a process of its own before the local Telegram on real time, and a look into its database. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { systemClock } from "#platform/clock.ts";
import { type Database, type DatabaseKind, openDatabase } from "#platform/db/index.ts";
import { startEmulator } from "#playground/telegram/index.ts";
import type { Emulator } from "#playground/telegram/model.ts";
import { seeded } from "#playground/telegram/random.ts";
import { openTestDatabase, testFolder } from "#test/support/database.ts";
import { BOT, type BotProcess, killAll, startProcess, until } from "#test/support/process.ts";
import { createRobot, type Robot } from "./robot.ts";
import { enrol, type Kept, type Mentor, readRuns } from "./school.ts";
import { readWords } from "./sight.ts";

export type Stage = {
  emulator: Emulator;
  engine: DatabaseKind;
  databaseUrl: string;
  dataDir: string;
  /** Mentors of a new programme who have not opened the bot yet. On SQLite only while the bot is down. */
  robots(count: number, seed: number): Promise<Robot[]>;
  /** Starts the bot; resolves when it waits for updates and has none left. */
  start(env?: Record<string, string>): Promise<BotProcess>;
  /** As `start`, but resolves at once; another program than the bot when one is given. */
  launch(env?: Record<string, string>, program?: string): BotProcess;
  /** Reads the database. On SQLite only while the bot is down. */
  read<R>(look: (database: Database) => Promise<R>): Promise<R>;
  /** The questionnaires of these robots, by their Telegram ids. */
  kept(robots: Robot[]): Promise<Map<number, Kept>>;
  /** Lets the robot answer until it is asked this question. */
  bring(robot: Robot, key: string): Promise<void>;
  /** Lets the robots answer until each has sent everything. */
  finish(robots: Robot[], think?: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
};

const CHAT_TOLD = 8;

/** Keeps the database's place and gives its connection away: the bot's own process opens it. */
async function placeFor(engine: DatabaseKind) {
  const opened = await openTestDatabase(engine);
  await opened.database.close();
  return opened;
}

/** The end of a chat, for whoever looks for the cause. */
function chatOf(emulator: Emulator, id: number): string {
  const lines = emulator.chat(id).map(({ byBot, id: messageId, text, buttons }) => {
    const labels = buttons.flat().map((button) => button.text);
    return `${messageId} ${byBot ? "bot" : "person"}: ${text} [${labels.join(" | ")}]`;
  });
  return lines.slice(-CHAT_TOLD).join("\n");
}

/** Answers until the questionnaire is sent, thinking between the answers. */
async function live(emulator: Emulator, robot: Robot, think: () => Promise<void>): Promise<void> {
  const goesOn = () => {
    if (robot.complaints[0]) throw new Error(robot.complaints[0]);
    return robot.finished() || robot.mayAct();
  };
  while (!robot.finished()) {
    await until("the next screen", goesOn).catch((error: unknown) => {
      throw new Error(`${robot.id} cannot go on:\n${chatOf(emulator, robot.id)}`, { cause: error });
    });
    if (robot.finished()) return;
    await think();
    robot.act();
  }
}

export async function openStage(engine: DatabaseKind): Promise<Stage> {
  const emulator = await startEmulator({ clock: systemClock });
  const place = await placeFor(engine);
  const dataDir = join(testFolder(), "data");
  mkdirSync(dataDir);
  const words = readWords();
  const mentors = new Map<number, Mentor>();

  const read: Stage["read"] = async (look) => {
    const database = await openDatabase({ url: place.url, clock: systemClock });
    try {
      return await look(database);
    } finally {
      await database.close();
    }
  };
  const launch: Stage["launch"] = (env = {}, program = BOT) =>
    startProcess({ emulator, databaseUrl: place.url, dataDir, env, program });

  return {
    emulator,
    engine,
    databaseUrl: place.url,
    dataDir,
    read,
    launch,
    start: async (env) => {
      const bot = launch(env);
      await bot.started();
      await bot.polls();
      return bot;
    },
    robots: async (count, seed) => {
      const ids = Array.from({ length: count }, () => emulator.addUser({ firstName: "Вера", languageCode: "ru" }).id);
      const enrolled = await read((database) => enrol(database, ids, systemClock.now()));
      for (const mentor of enrolled) mentors.set(mentor.telegramId, mentor);
      return ids.map((id, index) => createRobot({ emulator, id, words, random: seeded(seed * 1_000 + index) }));
    },
    kept: async (robots) => {
      const wanted = robots.flatMap(({ id }) => mentors.get(id) ?? []);
      const runs = await read((database) => readRuns(database, wanted));
      return new Map(
        wanted.flatMap(({ telegramId, membershipId }) => {
          const run = runs.get(membershipId);
          return run ? [[telegramId, run] as const] : [];
        }),
      );
    },
    bring: async (robot, key) => {
      const isAsked = (seen = robot.sight()) => seen?.at === "question" && seen.asked.key === key;
      while (!isAsked()) {
        await until(`${robot.id} is asked ${key}`, () => isAsked() || robot.mayAct());
        if (!isAsked()) robot.act();
      }
    },
    finish: async (robots, think = async () => {}) => {
      await Promise.all(robots.map((robot) => live(emulator, robot, think)));
    },
    close: async () => {
      await killAll();
      await emulator.close();
      await place.close();
    },
  };
}
