import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "#platform/clock.ts";
import { inRoot } from "#platform/root.ts";

/** A bot in a process of its own, as an operator starts it; what it says is kept. */
type Started = {
  child: ChildProcess;
  /** Resolves to the first group of the pattern once the bot has said it; rejects when it ends before. */
  says(pattern: RegExp): Promise<string>;
  /** All that it said, and its exit code; only once nobody holds its output any more, no orphan either. */
  ended: Promise<{ code: number | null; output: string }>;
};

let dataDir: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "tropa-start-"));
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGKILL");
      await once(child, "close");
    }
  }
  rmSync(dataDir, { recursive: true, force: true });
});

function start(program: string, args: string[], env: Record<string, string> = {}): Started {
  const surroundings = {
    PATH: process.env.PATH ?? "",
    HOME: dataDir,
    DATA_DIR: dataDir,
    HTTP_PORT: "0",
    PLAYGROUND_PORT: "0",
  };
  const child = spawn(program, args, {
    cwd: inRoot(),
    env: { ...surroundings, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  children.push(child);
  let output = "";
  const heard = (piece: Buffer) => {
    output += piece.toString();
  };
  child.stdout.on("data", heard);
  child.stderr.on("data", heard);
  const ended = once(child, "close").then(([code]: (number | null)[]) => ({ code: code ?? null, output }));
  const says = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(output);
        if (found) resolve(found[1] ?? found[0]);
      };
      look();
      child.stdout.on("data", look);
      child.stderr.on("data", look);
      child.on("close", () => reject(new Error(`ended without saying ${pattern}:\n${output}`)));
    });
  return { child, says, ended };
}

const npmStart = (env?: Record<string, string>) => start("npm", ["start", "--silent"], env);
const nodeStart = (env?: Record<string, string>) =>
  start(process.execPath, ["--enable-source-maps", inRoot("dist/main.js")], env);
const cliIn = (env: Record<string, string>, ...words: string[]) =>
  start(process.execPath, [inRoot("scripts/cli.mjs"), ...words], env).ended;
const cli = (...words: string[]) => cliIn({}, ...words);

const PAGE = /(http:\/\/127\.0\.0\.1:\d+\/)/;
const WEB = /"port":(\d+),"event":"listening"/;
const STARTED = /"event":"started"/;

const answers = (url: string) =>
  fetch(url).then(
    (answer) => answer.status,
    () => "nobody",
  );

async function playing(bot: Started) {
  await bot.says(STARTED);
  return { page: await bot.says(PAGE), health: `http://127.0.0.1:${await bot.says(WEB)}/healthz` };
}

/** A Bot API that knows one token or none, and only says who the bot is. */
async function botApi(known: boolean): Promise<{ root: string; close(): void }> {
  const api = createServer((request, response) => {
    request.resume();
    const me = { ok: true, result: { id: 123456789, is_bot: true, first_name: "Tropa", username: "tropa_bot" } };
    const unknown = { ok: false, error_code: 401, description: "Unauthorized" };
    response.writeHead(known ? 200 : 401).end(JSON.stringify(known ? me : unknown));
  }).listen(0, "127.0.0.1");
  await once(api, "listening");
  const close = () => {
    api.closeAllConnections();
    api.close();
  };
  return { root: `http://127.0.0.1:${(api.address() as AddressInfo).port}`, close };
}

const BOT_TOKEN = `123456789:${"x".repeat(35)}`;

describe("npm start without a token", () => {
  it("opens the playground and says so, and a signal to npm ends the bot itself within ten seconds", async () => {
    const bot = npmStart();
    const { page, health } = await playing(bot);
    expect([await answers(page), await answers(health)]).toEqual([200, 200]);
    const asked = systemClock.monotonic();
    bot.child.kill("SIGTERM");
    const { code, output } = await bot.ended;
    expect(systemClock.monotonic() - asked).toBeLessThan(10_000);
    expect(code).toBe(0);
    expect(output).toContain("this is the playground");
    expect([await answers(page), await answers(health)]).toEqual(["nobody", "nobody"]);
  }, 60_000);

  it("takes Ctrl-C, which reaches npm and the bot together, for one wish to end in order", async () => {
    const bot = npmStart();
    await playing(bot);
    process.kill(-(bot.child.pid ?? 0), "SIGINT");
    const { output } = await bot.ended;
    expect(output).toMatch(/"code":0,"event":"stopped"/);
  }, 60_000);

  it("leaves no orphan when npm is killed", async () => {
    const bot = npmStart();
    const { health } = await playing(bot);
    bot.child.kill("SIGKILL");
    const { output } = await bot.ended;
    expect(output).toMatch(/"event":"stopped"/);
    expect(await answers(health)).toBe("nobody");
  }, 60_000);

  it("fails with one clear line where a deployed bot is expected", async () => {
    const { code, output } = await npmStart({ NODE_ENV: "production" }).ended;
    expect(code).toBe(1);
    expect(output.trimEnd().split("\n")).toEqual([expect.stringMatching(/^BOT_TOKEN: is missing/)]);
  }, 60_000);
});

describe("a start", () => {
  it("with mistakes tells each in a line and leaves nothing behind", async () => {
    const { code, output } = await nodeStart({ HTTP_PORT: "web", TIME_ZONE: "Mars" }).ended;
    expect([code, output.trimEnd().split("\n").length]).toEqual([1, 2]);
    expect(readdirSync(dataDir)).toEqual([]);
  }, 60_000);

  it("on a database file that another process has is refused in one line", async () => {
    await playing(nodeStart());
    const { code, output } = await nodeStart({ LOG_LEVEL: "silent" }).ended;
    expect(code).toBe(1);
    expect(output).toMatch(/^another process is using .*; stop it first/m);
  }, 60_000);

  it("on a port that another program has names the variable", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { code, output } = await nodeStart({ HTTP_PORT: String(port) }).ended;
    expect(code).toBe(1);
    expect(output).toMatch(new RegExp(`^HTTP_PORT: port ${port} is taken`, "m"));
    other.close();
  }, 60_000);

  it("with a token that the Bot API does not know names the variable and never shows the token", async () => {
    const { root, close } = await botApi(false);
    const { code, output } = await nodeStart({ BOT_TOKEN, TELEGRAM_API_ROOT: root, LOG_LEVEL: "debug" }).ended;
    close();
    expect(code).toBe(1);
    expect(output).toMatch(/^BOT_TOKEN: .*does not know/m);
    expect(output).not.toContain("xxxxx");
  }, 60_000);
});

describe("the operator's commands", () => {
  it("are told by help", async () => {
    const { code, output } = await cli("help");
    expect([code, output]).toEqual([0, expect.stringContaining("owner-link")]);
  }, 60_000);

  it("that do not exist, or are used wrongly, end with code 2", async () => {
    expect((await cli("make-tea")).code).toBe(2);
    expect((await cli("owner-link", "please")).code).toBe(2);
  }, 60_000);

  it("reach the running bot: a link for the owner, printed only to who asked", async () => {
    const bot = nodeStart();
    const { page } = await playing(bot);
    const { code, output } = await cli("owner-link", "--json");
    expect(code).toBe(0);
    const { url } = JSON.parse(output);
    expect(url.startsWith(`${page}?as=owner&start=`)).toBe(true);
    bot.child.kill("SIGTERM");
    const { output: said } = await bot.ended;
    expect(said).not.toContain(new URL(url).searchParams.get("start"));
  }, 60_000);

  it("open the bot's database themselves when no bot runs", async () => {
    const { root, close } = await botApi(true);
    const { code, output } = await cliIn({ BOT_TOKEN, TELEGRAM_API_ROOT: root }, "owner-link", "--json");
    close();
    expect([code, JSON.parse(output)]).toEqual([
      0,
      { url: expect.stringMatching(/^https:\/\/t\.me\/tropa_bot\?start=[\w-]{16,}$/), expiresAt: expect.any(String) },
    ]);
  }, 60_000);

  it("say that the playground must run first", async () => {
    const { code, output } = await cli("owner-link");
    expect([code, output]).toEqual([1, expect.stringContaining("npm start")]);
  }, 60_000);
});
