/** The settings of the process, from the environment and the file `.env`; `.env.example` tells each in a sentence. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseEnv } from "node:util";
import type { z } from "zod";
import { type Environment, environment } from "./environment.ts";
import { deriveKey } from "./secret.ts";

/** How updates come in. */
export type Mode =
  /** A local Telegram with its own chat page; no token. */
  | { kind: "playground" }
  | { kind: "polling"; token: string }
  /** `url` is what Telegram calls, `path` what the server listens to, `secret` what Telegram shows in its header. */
  | { kind: "webhook"; token: string; url: string; path: string; secret: string };

/** A port to listen on; 0 is any free one. One that the operator did not choose may be replaced by a free one. */
export type Port = { port: number; chosen: boolean };

export type Config = {
  mode: Mode;
  /** Where the Bot API is, without a slash at the end. */
  apiRoot: string;
  proxyUrl: string | undefined;
  /** `file:…` with an absolute path, or `postgresql://…`. */
  databaseUrl: string;
  /** Absolute. */
  dataDir: string;
  http: Port;
  playground: Port;
  /** IANA zone of schools that have none of their own yet. */
  timeZone: string;
  defaultLocale: "ru" | "en";
  logLevel: "debug" | "info" | "warn" | "error" | "silent";
  production: boolean;
  /** Values that must never be seen in a log, whatever their shape. */
  secrets: string[];
};

/** The settings of a bot that has a token: one of Telegram's or of the playground's. */
export type LiveConfig = Config & { mode: Exclude<Mode, { kind: "playground" }> };

export type ReadConfig = { kind: "ok"; config: Config } | { kind: "mistakes"; lines: string[] };

export type Surroundings = {
  /** Relative paths begin here. */
  cwd: string;
  /** The installation's secret in a data folder; asked only when something is derived from it. */
  secretIn: (dataDir: string) => Buffer;
};

type Raw = Record<string, string | undefined>;

/** The environment over the file `.env` of the folder; the environment wins, and an empty value counts as none. */
export function withEnvFile(env: Raw, cwd: string): Raw {
  let text: string;
  try {
    text = readFileSync(join(cwd, ".env"), "utf8");
  } catch {
    return env;
  }
  const set = Object.entries(env).filter(([, value]) => value !== undefined && value !== "");
  return { ...parseEnv(text), ...Object.fromEntries(set) };
}

/**
 * The settings that these variables mean. With mistakes, one line for each: the variable, what is wrong, an example.
 * Variables that are not ours are ignored.
 */
export function readConfig(env: Raw, around: Surroundings): ReadConfig {
  const given = Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== "");
  const read = environment.safeParse(Object.fromEntries(given.map(([name, value]) => [name, value?.trim()])));
  if (!read.success) return { kind: "mistakes", lines: read.error.issues.map(line) };
  return { kind: "ok", config: settle(read.data, around) };
}

const line = (issue: z.core.$ZodIssue): string => `${issue.path.join(".")}: ${issue.message}`;

function settle(env: Environment, { cwd, secretIn }: Surroundings): Config {
  const dataDir = resolve(cwd, env.DATA_DIR);
  return {
    mode: modeOf(env, () => secretIn(dataDir)),
    apiRoot: env.TELEGRAM_API_ROOT.replace(/\/+$/, ""),
    proxyUrl: env.PROXY_URL,
    databaseUrl: databaseIn(env, dataDir, cwd),
    dataDir,
    http: { port: env.HTTP_PORT ?? 8080, chosen: env.HTTP_PORT !== undefined },
    playground: { port: env.PLAYGROUND_PORT ?? 8090, chosen: env.PLAYGROUND_PORT !== undefined },
    timeZone: env.TIME_ZONE,
    defaultLocale: env.DEFAULT_LOCALE,
    logLevel: env.LOG_LEVEL,
    production: env.NODE_ENV === "production",
    secrets: [env.BOT_TOKEN, env.WEBHOOK_SECRET, env.PROXY_URL, env.DATABASE_URL?.replace(/^file:.*/, "")].filter(
      (value): value is string => value !== undefined && value !== "",
    ),
  };
}

function modeOf(env: Environment, secret: () => Buffer): Mode {
  const token = env.BOT_TOKEN;
  if (token === undefined) return { kind: "playground" };
  if (env.WEBHOOK_URL === undefined) return { kind: "polling", token };
  const path = `/telegram/${deriveKey(secret(), "webhook path").slice(0, 22)}`;
  return {
    kind: "webhook",
    token,
    url: env.WEBHOOK_URL.replace(/\/+$/, "") + path,
    path,
    secret: env.WEBHOOK_SECRET ?? deriveKey(secret(), "webhook secret"),
  };
}

/** The playground's people are invented: they stay out of the file of the bot that goes live later in the same folder. */
function databaseIn({ DATABASE_URL: url, BOT_TOKEN: token }: Environment, dataDir: string, cwd: string): string {
  if (url === undefined) return `file:${join(dataDir, token === undefined ? "playground.db" : "tropa.db")}`;
  return url.startsWith("file:") ? `file:${resolve(cwd, url.slice("file:".length))}` : url;
}
