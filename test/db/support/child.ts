/** Other processes: one that runs a piece of the house, and one that only holds a lock on a file. */
import { type ChildProcess, spawn } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { onTestFinished } from "vitest";
import { testFolder } from "#test/support/database.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const MODULES = join(ROOT, "node_modules");

export type Child = {
  /** Resolves with the first line that starts so; rejects when the process ends first. */
  says(start: string): Promise<string>;
  kill(): void;
  ended: Promise<number | null>;
};

function follow(process: ChildProcess): Child {
  let said = "";
  const ended = new Promise<number | null>((resolve) => process.on("close", resolve));
  process.stderr?.on("data", (part) => {
    said += part;
  });
  process.stdout?.on("data", (part) => {
    said += part;
  });
  onTestFinished(() => void process.kill("SIGKILL"));
  const line = (start: string) => said.split("\n").find((one) => one.startsWith(start));
  return {
    says: (start) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = line(start);
          if (found !== undefined) resolve(found);
          return found !== undefined;
        };
        if (look()) return;
        process.stdout?.on("data", look);
        process.on("close", () => look() || reject(new Error(`the process ended without saying «${start}»: ${said}`)));
      }),
    kill: () => void process.kill("SIGKILL"),
    ended,
  };
}

/** Runs a TypeScript module of the house in a process of its own. */
export async function runModule(source: string, args: string[]): Promise<Child> {
  const folder = testFolder();
  const file = join(folder, "child.mjs");
  // The bundle asks for packages from where it lies.
  symlinkSync(MODULES, join(folder, "node_modules"));
  await build({
    stdin: { contents: source, resolveDir: ROOT, loader: "ts" },
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    define: { "import.meta.url": JSON.stringify(pathToFileURL(join(ROOT, "package.json")).href) },
    outfile: file,
    logLevel: "error",
  });
  return follow(spawn(process.execPath, [file, ...args], { stdio: ["ignore", "pipe", "pipe"] }));
}

const HOLDER = `const [driver, file, ms] = process.argv.slice(2);
const db = new (require(driver))(file, { timeout: 0 });
db.exec("BEGIN IMMEDIATE");
console.log("held");
setTimeout(() => { db.exec("COMMIT"); db.close(); }, Number(ms));`;

/** A process that has nothing to do with the bot and holds the write lock of an SQLite file for `ms` milliseconds. */
export async function holdWriteLock(file: string, ms: number): Promise<Child> {
  const script = join(testFolder(), "holder.cjs");
  writeFileSync(script, HOLDER);
  const args = [script, join(MODULES, "libsql"), file, String(ms)];
  const child = follow(spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] }));
  await child.says("held");
  return child;
}
