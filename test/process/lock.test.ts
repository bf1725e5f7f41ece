import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inRoot } from "#platform/root.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tropa-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const lockModule = JSON.stringify(pathToFileURL(inRoot("scripts/ground/lock.mjs")).href);
const lockFile = () => join(folder, "lock");

/** Takes the lock in a process of its own, notes coming and going, and lets others try in between. */
const VISITOR = `
  import { appendFileSync } from "node:fs";
  import { setImmediate as turn } from "node:timers/promises";
  import { withLock } from ${lockModule};
  const [lock, diary, name] = process.argv.slice(1);
  await withLock(lock, async () => {
    appendFileSync(diary, name + " in\\n");
    for (let i = 0; i < 500; i += 1) await turn();
    appendFileSync(diary, name + " out\\n");
  });
`;

async function visit(name: string): Promise<number | null> {
  const args = ["--input-type=module", "-e", VISITOR, lockFile(), join(folder, "diary"), name];
  const [code] = await once(spawn(process.execPath, args, { stdio: "inherit" }), "exit");
  return code;
}

const diary = () => readFileSync(join(folder, "diary"), "utf8").trim().split("\n");

describe("the set-up's lock", () => {
  it("lets several processes in one after another, and is gone afterwards", async () => {
    expect(await Promise.all(["a", "b", "c", "d"].map(visit))).toEqual([0, 0, 0, 0]);
    const lines = diary();
    expect(lines).toHaveLength(8);
    for (let at = 0; at < lines.length; at += 2) {
      const name = lines[at]?.split(" ")[0];
      expect(lines.slice(at, at + 2)).toEqual([`${name} in`, `${name} out`]);
    }
    expect(existsSync(lockFile())).toBe(false);
  });

  it("is taken over from a process that was killed, by one only", async () => {
    const die = `
      import { withLock } from ${lockModule};
      await withLock(process.argv[1], () => process.kill(process.pid, "SIGKILL") && new Promise(() => {}));
    `;
    spawnSync(process.execPath, ["--input-type=module", "-e", die, lockFile()]);
    expect(existsSync(lockFile())).toBe(true);
    expect(await Promise.all(["a", "b", "c"].map(visit))).toEqual([0, 0, 0]);
    const lines = diary();
    for (let at = 0; at < lines.length; at += 2) expect(lines[at]?.split(" ")[0]).toBe(lines[at + 1]?.split(" ")[0]);
    expect(lines).toHaveLength(6);
  });

  it("is taken over from another machine that has not been heard of for a minute", async () => {
    writeFileSync(lockFile(), `1 not-${hostname()} token`);
    const long = new Date(0);
    utimesSync(lockFile(), long, long);
    expect(await visit("a")).toBe(0);
  });

  it("is left when the process ends in the middle of its work", () => {
    const leave = `
      import { withLock } from ${lockModule};
      await withLock(process.argv[1], () => process.exit(3));
    `;
    const { status } = spawnSync(process.execPath, ["--input-type=module", "-e", leave, lockFile()]);
    expect(status).toBe(3);
    expect(existsSync(lockFile())).toBe(false);
  });
});
