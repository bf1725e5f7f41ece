/**
 * The bot as an operator runs it: the bundled program in a process of its own, which knows the local Telegram only by its address.
 * It can be killed at any moment and started again on the same data. Waiting is for a condition, with a deadline.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { SECOND } from "#core/clock.ts";
import { systemClock } from "#platform/clock.ts";
import { askControl } from "#platform/control-ask.ts";
import { inRoot } from "#platform/root.ts";
import { readSecret } from "#platform/secret.ts";
import type { Call, Emulator } from "#playground/telegram/model.ts";

export type LogLine = { level: string; event: string } & Record<string, unknown>;

export type BotHealth = { ok: boolean; waiting: number; lastContact: string | null };

export type BotProcess = {
  pid: number;
  /** Resolves when the program has said that it started; rejects when it ends before. */
  started(): Promise<void>;
  /** Resolves when the bot waits for updates at the local Telegram, and has none left. */
  polls(): Promise<void>;
  /** Resolves when, besides, every update that it took is done. */
  rests(): Promise<void>;
  /** What it tells of itself: how many updates it has taken and not done, and when Telegram answered last. */
  health(): Promise<BotHealth>;
  /** Begins to watch; the function it gives resolves when the next update has reached the process. */
  nextUpdate(): () => Promise<void>;
  /** `kill -9`; resolves when the process is gone and Telegram has noticed it. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit code and how long it took. */
  terminate(): Promise<{ code: number | null; ms: number }>;
  /** Resolves with the exit code; null when a signal ended it. */
  ended: Promise<number | null>;
  hasEnded(): boolean;
  /** Everything that it wrote, errors too. */
  output(): string;
  /** Its log, line by line. */
  log(): LogLine[];
  /** The port of its own HTTP server. */
  port(): Promise<number>;
  /** A one-time link for the owner, asked for as `npm run -s cli -- owner-link` does. */
  ownerLink(): Promise<string>;
};

export type ProcessOptions = {
  emulator: Emulator;
  databaseUrl: string;
  dataDir: string;
  env?: Record<string, string>;
  /** Another program than the bot; the same environment is given to it. */
  program?: string;
};

const PATIENCE = 60 * SECOND;
const LOOK_EVERY = 4;
const QUESTIONS = 5;

const bringsUpdates = ({ method, outcome }: Call): boolean =>
  method === "getUpdates" && outcome.kind === "ok" && Array.isArray(outcome.result) && outcome.result.length > 0;

/** Resolves once `condition` holds; rejects with `what` when it does not within `withinMs` milliseconds. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  withinMs = PATIENCE,
): Promise<void> {
  const end = systemClock.monotonic() + withinMs;
  while (!(await condition())) {
    if (systemClock.monotonic() > end) throw new Error(`waited in vain: ${what}`);
    await systemClock.sleep(LOOK_EVERY);
  }
}

const running = new Set<ChildProcess>();

/** Ends whatever a failed test left running. */
export async function killAll(): Promise<void> {
  for (const child of running) child.kill("SIGKILL");
  await until("the processes are gone", () => running.size === 0);
}

/** The bundled bot; `npm test` has brought it up to date. */
export const BOT = inRoot("dist", "main.js");

function environmentFor({ emulator, databaseUrl, dataDir, env }: ProcessOptions): Record<string, string> {
  return {
    PATH: process.env.PATH ?? "",
    HOME: dataDir,
    NODE_ENV: "production",
    LOG_LEVEL: "info",
    BOT_TOKEN: emulator.token,
    TELEGRAM_API_ROOT: emulator.url,
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    HTTP_PORT: "0",
    ...env,
  };
}

function readLog(output: string): LogLine[] {
  return output.split("\n").flatMap((line) => {
    if (!line.startsWith("{")) return [];
    try {
      return [JSON.parse(line) as LogLine];
    } catch {
      return [];
    }
  });
}

/** Starts the bot; resolves at once, see `started` and `polls`. */
export function startProcess(options: ProcessOptions): BotProcess {
  const { emulator, dataDir, program = BOT } = options;
  if (!existsSync(program)) throw new Error(`${program} is not built: node scripts/setup.mjs`);
  const env = environmentFor(options);
  const child = spawn(process.execPath, [program], { cwd: dataDir, env, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let output = "";
  const hear = (piece: Buffer) => {
    output += piece.toString();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  let hasEnded = false;
  const ended = new Promise<number | null>((resolve) => {
    child.on("close", (code) => {
      hasEnded = true;
      running.delete(child);
      resolve(code);
    });
  });
  const log = () => readLog(output);
  const lives = (what: string, condition: () => boolean | Promise<boolean>) =>
    until(what, () => {
      if (hasEnded) throw new Error(`the bot ended before ${what}:\n${output}`);
      return condition();
    });

  const port = async (): Promise<number> => {
    const listening = () => log().find(({ event }) => event === "listening")?.port;
    await lives("it listens", () => listening() !== undefined);
    return Number(listening());
  };
  const health = async (): Promise<BotHealth> => {
    const answer = await fetch(`http://127.0.0.1:${await port()}/healthz`);
    return (await answer.json()) as BotHealth;
  };
  const isIdle = () => emulator.polling() && emulator.pending() === 0;

  return {
    pid: child.pid ?? 0,
    started: () => lives("it has started", () => log().some(({ event }) => event === "started")),
    polls: () => lives("it waits for updates", isIdle),
    health,
    nextUpdate: () => {
      const before = emulator.calls.filter(bringsUpdates).length;
      return async () => {
        await lives("Telegram hands out updates", () => emulator.calls.filter(bringsUpdates).length > before);
        // What it is asked afterwards it hears afterwards.
        for (let asked = 0; asked < QUESTIONS; asked++) await fetch(`http://127.0.0.1:${await port()}/nothing`);
      };
    },
    rests: () => lives("everything is done", async () => isIdle() && (await health()).waiting === 0 && isIdle()),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
      await until("Telegram has noticed the end", () => !emulator.polling());
    },
    terminate: async () => {
      const at = systemClock.monotonic();
      child.kill("SIGTERM");
      const code = await ended;
      return { code, ms: systemClock.monotonic() - at };
    },
    ended,
    hasEnded: () => hasEnded,
    output: () => output,
    log,
    port,
    ownerLink: async () => {
      const asked = await askControl({ dataDir, secret: readSecret(dataDir), command: "owner-link" });
      const value = asked.kind === "done" ? asked.value : undefined;
      if (typeof value === "object" && value && "url" in value) return String(value.url);
      throw new Error(`no owner link: ${asked.kind}`);
    },
  };
}
