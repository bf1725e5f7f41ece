/** A bot under measurement with its own local Telegram and its own robots. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Clock, SECOND } from "#core/clock.ts";
import { inRoot } from "#platform/root.ts";
import { type Emulator, startEmulator } from "#playground/telegram/index.ts";
import { createRobot, createWatch, type Robot } from "./robot.ts";
import { fillSchool } from "./school.ts";
import type { IntakeWords } from "./words.ts";

/** How a bot is started: arguments of Node and the environment. */
export type Program = { args: string[]; cwd: string; env: Record<string, string>; logFile: string };

export type Contender = { name: string; emulator: Emulator; robots: Robot[]; program: Program; databaseUrl: string };

export type ContenderOutside = {
  clock: Clock;
  words: IntakeWords;
  random: () => number;
  /** Where databases and logs go. */
  folder: string;
};

const FIRST_ID = 5_000_000_000;
const ID_STEP = 1_009;
const READY_WITHIN = 30 * SECOND;
const LOOK_EVERY = 5;

function peopled(emulator: Emulator, count: number, { clock, words, random }: ContenderOutside): Robot[] {
  const watch = createWatch(emulator);
  return Array.from({ length: count }, (_, index) => {
    const { id } = emulator.addUser({
      id: FIRST_ID + index * ID_STEP,
      firstName: `Mentee ${index}`,
      languageCode: "ru",
    });
    return createRobot(id, { emulator, clock, words, random, watch });
  });
}

/** Our bot as it is shipped, in a school of so many mentees. */
export async function tropa(count: number, outside: ContenderOutside): Promise<Contender> {
  const { clock, folder } = outside;
  const dataDir = join(folder, "tropa");
  mkdirSync(dataDir, { recursive: true });
  const emulator = await startEmulator({ clock });
  const robots = peopled(emulator, count, outside);
  const databaseUrl = `file:${join(dataDir, "tropa.db")}`;
  await fillSchool(
    databaseUrl,
    robots.map(({ id }) => id),
    clock,
  );
  const env = {
    NODE_ENV: "production",
    BOT_TOKEN: emulator.token,
    TELEGRAM_API_ROOT: emulator.url,
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    HTTP_PORT: "0",
  };
  // As `npm start` does it.
  const args = ["--max-semi-space-size=6", "--enable-source-maps", inRoot("dist", "main.js")];
  const program = { args, cwd: dataDir, env, logFile: join(folder, "tropa.log") };
  return { name: "Tropa", emulator, robots, program, databaseUrl };
}

/** A rival, out of the same words. */
export async function rival(name: string, file: string, count: number, outside: ContenderOutside): Promise<Contender> {
  const { clock, words, folder } = outside;
  const home = join(folder, file);
  mkdirSync(home, { recursive: true });
  const emulator = await startEmulator({ clock });
  const robots = peopled(emulator, count, outside);
  const questions = words.questions.map(({ key, kind, text, help, options }) => ({
    key,
    kind,
    text: `${text}\n\n${help}`.trim(),
    options: options.map(({ label }) => label),
  }));
  const script = join(home, "script.json");
  writeFileSync(script, JSON.stringify({ ...words, questions }));
  const state = join(home, "state.db");
  const env = {
    NODE_ENV: "production",
    BOT_TOKEN: emulator.token,
    TELEGRAM_API_ROOT: emulator.url,
    STATE_FILE: state,
    SCRIPT_FILE: script,
  };
  const args = ["--enable-source-maps", inRoot(".setup", "bench", "rivals", `${file}.js`)];
  const program = { args, cwd: home, env, logFile: join(folder, `${file}.log`) };
  return { name, emulator, robots, program, databaseUrl: `file:${state}` };
}

/** Resolves when the bot asks for updates; rejects when it does not within half a minute. */
export async function ready({ emulator, name }: Contender, clock: Clock): Promise<void> {
  const until = clock.monotonic() + READY_WITHIN;
  while (!emulator.polling()) {
    if (clock.monotonic() > until) throw new Error(`${name} did not begin to receive`);
    await clock.sleep(LOOK_EVERY);
  }
}
