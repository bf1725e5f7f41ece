import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Config, readConfig, withEnvFile } from "#platform/config.ts";
import { environment } from "#platform/environment.ts";
import { inRoot } from "#platform/root.ts";

const TOKEN = `123456789:${"A".repeat(35)}`;
const around = { cwd: "/srv/tropa", secretIn: () => Buffer.alloc(32, 7) };

function configOf(env: Record<string, string>): Config {
  const read = readConfig(env, around);
  if (read.kind === "mistakes") throw new Error(read.lines.join("\n"));
  return read.config;
}

function linesOf(env: Record<string, string>): string[] {
  const read = readConfig(env, around);
  return read.kind === "mistakes" ? read.lines : [];
}

describe("settings", () => {
  it("need nothing: the playground opens on an SQLite file of its own in ./data", () => {
    expect(configOf({})).toMatchObject({
      mode: { kind: "playground" },
      apiRoot: "https://api.telegram.org",
      databaseUrl: "file:/srv/tropa/data/playground.db",
      dataDir: "/srv/tropa/data",
      http: { port: 8080, chosen: false },
      playground: { port: 8090, chosen: false },
      timeZone: "Europe/Moscow",
      defaultLocale: "ru",
      logLevel: "info",
      production: false,
    });
  });

  it("take an empty variable for a missing one", () => {
    expect(configOf({ BOT_TOKEN: "", HTTP_PORT: " ", WEBHOOK_URL: "" })).toEqual(configOf({}));
  });

  it("mean polling with a token", () => {
    const config = configOf({ BOT_TOKEN: TOKEN });
    expect(config.mode).toEqual({ kind: "polling", token: TOKEN });
    expect(config.databaseUrl).toBe("file:/srv/tropa/data/tropa.db");
  });

  it("mean the webhook with a token and an address; its path and secret come from the installation's secret", () => {
    const { mode } = configOf({ BOT_TOKEN: TOKEN, WEBHOOK_URL: "https://bot.school.example/" });
    if (mode.kind !== "webhook") throw new Error(mode.kind);
    expect(mode.path).toMatch(/^\/telegram\/[A-Za-z0-9_-]{22}$/);
    expect(mode.url).toBe(`https://bot.school.example${mode.path}`);
    expect(mode.secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(JSON.stringify([mode.path, mode.secret])).not.toContain(TOKEN.slice(-10));
  });

  it("keep a webhook secret that was given", () => {
    const env = { BOT_TOKEN: TOKEN, WEBHOOK_URL: "https://bot.school.example", WEBHOOK_SECRET: "s".repeat(16) };
    expect(configOf(env).mode).toMatchObject({ secret: "s".repeat(16) });
  });

  it("take short tokens from a Bot API server of one's own, also without https", () => {
    const env = {
      BOT_TOKEN: "1:test",
      TELEGRAM_API_ROOT: "http://localhost:8081/",
      WEBHOOK_URL: "http://localhost:9000",
    };
    expect(configOf(env)).toMatchObject({
      apiRoot: "http://localhost:8081",
      mode: { kind: "webhook", token: "1:test" },
    });
  });

  it("find an SQLite file from the working folder, and leave PostgreSQL's address as it is", () => {
    expect(configOf({ DATABASE_URL: "file:./elsewhere/a.db" }).databaseUrl).toBe("file:/srv/tropa/elsewhere/a.db");
    const url = "postgresql://me:pass@db:5432/tropa?sslmode=require";
    expect(configOf({ DATABASE_URL: url }).databaseUrl).toBe(url);
  });

  it("name everything that a log must never show", () => {
    const env = {
      BOT_TOKEN: TOKEN,
      PROXY_URL: "http://me:pass@proxy:3128",
      DATABASE_URL: "postgresql://me:pass@db/tropa",
      WEBHOOK_SECRET: "w".repeat(20),
    };
    expect(new Set(configOf(env).secrets)).toEqual(new Set(Object.values(env)));
  });
});

describe("a mistake in the settings", () => {
  const table: [variable: string, value: string, wrong: RegExp][] = [
    ["BOT_TOKEN", "hello", /not a bot token.*@BotFather/],
    ["BOT_TOKEN", "123456789:tooshort", /too short/],
    ["TELEGRAM_API_ROOT", "api.telegram.org", /http\(s\) address.*https:\/\/api\.telegram\.org/],
    ["TELEGRAM_API_ROOT", "ftp://api.telegram.org", /http\(s\) address/],
    ["PROXY_URL", "proxy:3128", /proxy address.*socks5:\/\//],
    ["PROXY_URL", "ftp://proxy:3128", /proxy address/],
    ["DATABASE_URL", "mysql://db/tropa", /database address.*postgresql:\/\//],
    ["DATABASE_URL", "file:", /database address/],
    ["DATABASE_URL", "tropa.db", /database address/],
    ["HTTP_PORT", "http", /not a port number.*8080/],
    ["HTTP_PORT", "70000", /above 65535/],
    ["HTTP_PORT", "-1", /not a port number/],
    ["PLAYGROUND_PORT", "8o90", /not a port number.*8090/],
    ["WEBHOOK_URL", "bot.school.example", /not an address.*https:\/\//],
    ["WEBHOOK_URL", "http://bot.school.example", /must be https/],
    ["WEBHOOK_URL", "https://bot.school.example:8080", /port 443, 80, 88 or 8443/],
    ["WEBHOOK_URL", "https://bot.school.example/?a=1", /\? or # part/],
    ["WEBHOOK_SECRET", "short", /16 to 256/],
    ["WEBHOOK_SECRET", "with a space inside it", /16 to 256/],
    ["TIME_ZONE", "Moscow", /not a time zone.*Europe\/Moscow/],
    ["DEFAULT_LOCALE", "de", /ru or en/],
    ["LOG_LEVEL", "loud", /debug, info, warn, error or silent/],
  ];

  it.each(table)("in %s (%s) is told in one line that names it", (variable, value, wrong) => {
    const lines = linesOf({ BOT_TOKEN: TOKEN, [variable]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${variable}: `));
    expect(lines[0]).toMatch(wrong);
    expect(lines[0]).not.toContain("\n");
  });

  it("does not hide another: each has its line", () => {
    expect(linesOf({ HTTP_PORT: "x", TIME_ZONE: "y", LOG_LEVEL: "z" })).toHaveLength(3);
  });

  it("does not repeat what may be a secret", () => {
    expect(linesOf({ BOT_TOKEN: "my-secret", DATABASE_URL: "my-password" }).join()).not.toMatch(/my-/);
  });

  it("is also a deployed bot without a token", () => {
    expect(linesOf({ NODE_ENV: "production" })).toEqual([expect.stringMatching(/^BOT_TOKEN: is missing/)]);
  });

  it("is one port for two servers in the playground", () => {
    expect(linesOf({ HTTP_PORT: "9000", PLAYGROUND_PORT: "9000" })).toEqual([
      expect.stringMatching(/^PLAYGROUND_PORT: /),
    ]);
    expect(linesOf({ HTTP_PORT: "0", PLAYGROUND_PORT: "0" })).toEqual([]);
  });
});

describe("the file .env", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tropa-env-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("gives what the environment does not", () => {
    writeFileSync(join(folder, ".env"), 'HTTP_PORT=9001\nLOG_LEVEL="debug"\nTIME_ZONE=Asia/Omsk\n');
    const env = withEnvFile({ HTTP_PORT: "9002", LOG_LEVEL: "" }, folder);
    expect(env).toMatchObject({ HTTP_PORT: "9002", LOG_LEVEL: "debug", TIME_ZONE: "Asia/Omsk" });
  });

  it("may be missing", () => {
    expect(withEnvFile({ A: "b" }, folder)).toEqual({ A: "b" });
  });

  it("has an example that names every variable with a sentence and is valid as it stands", () => {
    const example = readFileSync(inRoot(".env.example"), "utf8");
    const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(named).toEqual(Object.keys(environment.shape));
    for (const name of named) expect(example).toMatch(new RegExp(`^# .+\\.\n(# ${name}=.*\n)?${name}=`, "m"));
    writeFileSync(join(folder, ".env"), example);
    const read = readConfig(withEnvFile({}, folder), { ...around, cwd: folder });
    expect(read.kind).toBe("ok");
  });
});
