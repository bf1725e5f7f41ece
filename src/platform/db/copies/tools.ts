/** PostgreSQL's own programs: where they are, and running them without showing a password. */
import { execFile, spawn } from "node:child_process";
import { accessSync, constants, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { CopyError } from "./model.ts";

/** Debian and others keep one folder per major version, outside of PATH. */
const VERSIONED = "/usr/lib/postgresql";
const TOOLS = ["pg_dump", "pg_restore", "psql"];

export type Tools = { folder: string; major: number };

const majorOf = (said: string): number => Number(/\) (\d+)/.exec(said)?.[1] ?? 0);

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function versioned(): string[] {
  try {
    return readdirSync(VERSIONED).map((major) => join(VERSIONED, major, "bin"));
  } catch {
    return [];
  }
}

/** Folders with all the tools, those of PATH first. */
async function installed(path: string): Promise<Tools[]> {
  const folders = [...path.split(delimiter).filter((folder) => folder !== ""), ...versioned()];
  const whole = folders.filter((folder) => TOOLS.every((tool) => isProgram(join(folder, tool))));
  const found = whole.map(async (folder) => {
    const { stdout } = await promisify(execFile)(join(folder, "pg_dump"), ["--version"]);
    return { folder, major: majorOf(stdout) };
  });
  return await Promise.all(found);
}

/**
 * The tools that can copy a server of this major version: of the same one or a newer one. Throws `CopyError` that says which
 * are there and which are needed.
 */
export async function findTools(server: number, path = process.env.PATH ?? ""): Promise<Tools> {
  const all = await installed(path);
  const fitting = all.find(({ major }) => major === server) ?? all.find(({ major }) => major > server);
  if (fitting) return fitting;
  const how = `install the package postgresql-client-${server}, or let the database's own administrator copy it with pg_dump`;
  const newest = Math.max(0, ...all.map(({ major }) => major));
  if (newest === 0) throw new CopyError("noTool", `pg_dump, pg_restore and psql are not in PATH; ${how}`);
  throw new CopyError("oldTool", `the server is PostgreSQL ${server} and pg_dump is of version ${newest}; ${how}`);
}

/** The address as variables: an argument would be seen in the list of processes. */
export function connectionOf(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const named: Record<string, string | null> = {
    PGHOST: hostname.replace(/^\[|\]$/g, "") || searchParams.get("host"),
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGSSLMODE: searchParams.get("sslmode"),
  };
  const set = Object.entries(named).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return { PATH: process.env.PATH ?? "", PGOPTIONS: "-c TimeZone=UTC", ...Object.fromEntries(set) };
}

export type ToolCall = { tools: Tools; url: string; signal?: AbortSignal | undefined };

const BIG_ANSWER = 10_000_000;

const failed = (tool: string, error: unknown): CopyError => {
  const said = error instanceof Error && "stderr" in error ? String(error.stderr) : "";
  if (error instanceof Error && error.name === "AbortError") return new CopyError("stopped", "the process is stopping");
  if (/No space left/i.test(said)) return new CopyError("noSpace", "the disk is full");
  return new CopyError("failed", `${tool} did not succeed`, error);
};

/** Runs one of the tools and gives what it printed. Throws `CopyError`; what the tool said stays unsaid, for it may quote rows. */
export async function runTool({ tools, url, signal }: ToolCall, tool: string, args: string[]): Promise<string> {
  try {
    const options = { env: connectionOf(url), signal, maxBuffer: BIG_ANSWER };
    return (await promisify(execFile)(join(tools.folder, tool), args, options)).stdout;
  } catch (error) {
    throw failed(tool, error);
  }
}

/** Plays a dump and then these statements into the database, all in one transaction: everything or nothing. */
export async function playDump({ tools, url }: ToolCall, dump: string, statements: string): Promise<void> {
  const env = connectionOf(url);
  const read = spawn(join(tools.folder, "pg_restore"), ["--no-owner", "--no-privileges", "--file=-", dump], {
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const args = ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null"];
  const write = spawn(join(tools.folder, "psql"), [...args, "--file=-"], { env, stdio: ["pipe", "ignore", "ignore"] });
  const codes = [read, write].map((one) => new Promise<number | null>((done) => one.on("close", done)));
  await pipeline(read.stdout, write.stdin, { end: false }).catch(() => write.kill());
  const readCode = await codes[0];
  // A dump that broke off is not committed: the error ends the transaction.
  write.stdin.end(readCode === 0 ? statements : "DO $$ BEGIN RAISE EXCEPTION 'the dump broke off'; END $$;");
  if ((await codes[1]) !== 0 || readCode !== 0)
    throw new CopyError("damaged", "the dump could not be played back whole");
}
