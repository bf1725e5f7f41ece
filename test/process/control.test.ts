import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ControlCommand, openControl } from "#platform/control.ts";
import { controlAddress } from "#platform/control-address.ts";
import { askControl } from "#platform/control-ask.ts";
import { silentLog } from "#platform/log.ts";
import { readSecret } from "#platform/secret.ts";

let dataDir: string;
const closing: (() => Promise<void>)[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "tropa-control-"));
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  rmSync(dataDir, { recursive: true });
});

async function door(commands: Record<string, ControlCommand>, folder = dataDir) {
  const opened = await openControl({ dataDir: folder, secret: readSecret(folder), commands, log: silentLog });
  if (opened.kind === "open") closing.push(opened.close);
  return opened;
}

const ask = (command: string, args?: unknown, folder = dataDir) =>
  askControl({ dataDir: folder, secret: readSecret(folder), command, args });

const echo: ControlCommand = async (args) => ({ kind: "done", value: args });

describe("the operator's door", () => {
  it("carries a command and its answer", async () => {
    await door({ echo });
    expect(await ask("echo", { title: "Дорожная карта\n2" })).toEqual({
      kind: "done",
      value: { title: "Дорожная карта\n2" },
    });
  });

  it("says that nobody runs, also when a dead process left its socket", async () => {
    expect(await ask("echo")).toEqual({ kind: "nobody" });
    const leave = `require("net").createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))`;
    spawnSync(process.execPath, ["-e", leave, controlAddress(dataDir).path]);
    expect(existsSync(controlAddress(dataDir).path)).toBe(true);
    expect(await ask("echo")).toEqual({ kind: "nobody" });
  });

  it("opens where a dead process left its socket", async () => {
    const leave = `require("net").createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))`;
    spawnSync(process.execPath, ["-e", leave, controlAddress(dataDir).path]);
    expect((await door({ echo })).kind).toBe("open");
    expect(await ask("echo", 1)).toEqual({ kind: "done", value: 1 });
  });

  it("leaves a living process its door", async () => {
    await door({ echo });
    expect((await door({ echo: async () => ({ kind: "done", value: "second" }) })).kind).toBe("taken");
    expect(await ask("echo", "first")).toEqual({ kind: "done", value: "first" });
  });

  it("is for this user only", async () => {
    await door({ echo });
    expect(statSync(controlAddress(dataDir).path).mode & 0o777).toBe(0o600);
  });

  it("is gone after it closes", async () => {
    await door({ echo });
    await closing.pop()?.();
    expect(existsSync(controlAddress(dataDir).path)).toBe(false);
    expect(await ask("echo")).toEqual({ kind: "nobody" });
  });

  it("refuses whoever does not know the installation's secret", async () => {
    await door({ echo });
    const answer = await askControl({ dataDir, secret: Buffer.alloc(32), command: "echo" });
    expect(answer).toEqual({ kind: "refused", reason: "forbidden" });
  });

  it("refuses a command that does not exist and one that fails, without telling why", async () => {
    await door({ echo, broken: () => Promise.reject(new Error("a name of somebody")) });
    expect(await ask("toString")).toEqual({ kind: "refused", reason: "unknown" });
    expect(await ask("broken")).toEqual({ kind: "refused", reason: "failed" });
  });

  it("cuts off a line without an end", async () => {
    await door({ echo });
    const socket = createConnection(controlAddress(dataDir).path);
    socket.on("error", () => {});
    socket.write("x".repeat(200_000));
    expect(await text(socket).catch(() => "")).toBe("");
    expect(socket.destroyed || socket.readableEnded).toBe(true);
  });

  it("opens below the temporary folder when the data folder's path is too long for a socket", async () => {
    const long = join(dataDir, "a-very-long-folder-name-of-a-school".repeat(4));
    const { path } = controlAddress(long);
    expect(path.startsWith(long)).toBe(false);
    await door({ echo }, long);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await ask("echo", 2, long)).toEqual({ kind: "done", value: 2 });
  });

  it("is a named pipe on Windows, one for each data folder", () => {
    const one = controlAddress("C:\\tropa", "win32");
    expect(one).toEqual({ path: expect.stringMatching(/^\\\\\.\\pipe\\tropa-[0-9a-f]{16}$/), pipe: true });
    expect(controlAddress("D:\\tropa", "win32").path).not.toBe(one.path);
  });
});

describe("the installation's secret", () => {
  it("is made once, of 32 bytes, for this user only", () => {
    const secret = readSecret(dataDir);
    expect(secret).toHaveLength(32);
    expect(readSecret(dataDir)).toEqual(secret);
    expect(statSync(join(dataDir, "secret")).mode & 0o777).toBe(0o600);
  });

  it("is not replaced when it is damaged", () => {
    const script = `require("fs").writeFileSync(process.argv[1], "cut")`;
    spawnSync(process.execPath, ["-e", script, join(dataDir, "secret")]);
    expect(() => readSecret(dataDir)).toThrow(/damaged/);
  });
});
