import { existsSync } from "node:fs";
import { runNode, stoppable } from "./child.mjs";
import { dependenciesReady, installDependencies, linkPostgres } from "./dependencies.mjs";
import { withLock } from "./lock.mjs";
import { inRoot } from "./places.mjs";
import { hashOf, readStamp, writeStamp } from "./stamp.mjs";

// To stderr: what a command prints for a program (`--json`) stays clean.
const say = (line) => console.error(line);

const GENERATED = "src/platform/db/generated";
const clientsHash = () => hashOf("prisma/schema", "scripts/prisma-generate.mjs", "package-lock.json");
const CLIENTS_STAMP = ".setup/clients";
const clientsReady = () =>
  ["sqlite", "postgresql"].every((engine) => existsSync(inRoot(GENERATED, engine))) &&
  readStamp(CLIENTS_STAMP) === clientsHash();

const buildHash = () =>
  hashOf(
    "src",
    "locales/ru/codes.ftl",
    "locales/en/codes.ftl",
    "prisma/schema",
    "scripts/build.mjs",
    "scripts/ground/codes-page.mjs",
    "package.json",
    "package-lock.json",
  );
const BUILD_STAMP = "dist/.stamp";
const buildReady = () => existsSync(inRoot("dist/main.js")) && readStamp(BUILD_STAMP) === buildHash();

/** A step that failed, with what its program said. */
class StepFailed extends Error {}

async function install() {
  say("Installing dependencies from the npm registry (a minute the first time) …");
  const failure = await installDependencies(() => say("… npm is still at it; does the registry answer?"));
  if (failure !== undefined) throw new StepFailed(`npm could not install the dependencies:\n${failure}`);
}

async function script(saying, file) {
  say(saying);
  const { code, output } = await runNode([inRoot(file)]);
  if (code !== 0) throw new StepFailed(`${file} failed:\n${output}`);
}

async function generate() {
  const hash = clientsHash();
  await script("Preparing the database clients …", "scripts/prisma-generate.mjs");
  writeStamp(CLIENTS_STAMP, hash);
}

async function build() {
  const hash = buildHash();
  await script("Building …", "scripts/build.mjs");
  writeStamp(BUILD_STAMP, hash);
}

async function inOrder() {
  const built = () => clientsReady() && buildReady();
  if (!dependenciesReady({ dev: true })) await install();
  linkPostgres();
  if (!clientsReady()) await generate();
  if (!built()) await build();
}

/**
 * Brings dependencies, database clients and build up to date; does nothing when they are. Two at once take turns, and
 * the second finds the work done. Without `tests`, a built bot asks only for the packages that it runs on.
 */
export async function setUp({ tests = false } = {}) {
  const ready = () => dependenciesReady({ dev: tests }) && clientsReady() && buildReady();
  if (ready()) {
    if (tests) linkPostgres();
    return;
  }
  await stoppable(() =>
    withLock(
      inRoot(".setup/lock"),
      async () => (ready() ? undefined : inOrder()),
      () => say("Another process is setting up; waiting for it …"),
    ),
  );
}

/** As `setUp`; a failed step is told in plain words and ends the process with code 1. */
export async function setUpOrExit(options) {
  try {
    await setUp(options);
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    say(error.message.trimEnd());
    process.exit(1);
  }
}
