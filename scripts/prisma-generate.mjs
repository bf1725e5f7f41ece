/**
 * Makes both Prisma clients from the one schema in `prisma/schema`: the SQLite variant as it stands and the PostgreSQL one.
 * Needs no network: when Prisma's schema engine is not there, a stand-in that exists is named instead, for `generate` only
 * checks that the file is there. Does nothing when the clients are up to date (`--force` makes them anew).
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const SCHEMA = path.join(ROOT, "prisma", "schema");
const TARGET = path.join(ROOT, "src", "platform", "db", "generated");
export const ENGINES = ["sqlite", "postgresql"];

/** The schema's files as `[name, text]`, rendered for `engine`; without a generator unless `output` is given. */
export function renderSchema(engine, output) {
  const names = readdirSync(SCHEMA)
    .filter((name) => name.endsWith(".prisma"))
    .sort();
  return names.map((name) => {
    let text = readFileSync(path.join(SCHEMA, name), "utf8");
    text = text.replace(/^generator client \{[^}]*\}\n/m, output ? generator(output) : "");
    text = text.replace(/provider = "sqlite"/, `provider = "${engine}"`);
    // Instants keep their zone on PostgreSQL, with SQLite's precision.
    if (engine === "postgresql") text = text.replace(/^(\s+\w+\s+DateTime\??)/gm, "$1 @db.Timestamptz(3)");
    return [name, text];
  });
}

const generator = (output) => `generator client {
  provider = "prisma-client"
  output = ${JSON.stringify(output)}
  runtime = "nodejs"
  compilerBuild = "small"
  moduleFormat = "esm"
  generatedFileExtension = "ts"
  importFileExtension = "ts"
}
`;

/** Changes whenever the clients must be made anew. */
function fingerprint() {
  const hash = createHash("sha256");
  hash.update(readFileSync(fileURLToPath(import.meta.url)));
  for (const [name, text] of renderSchema("sqlite")) hash.update(name).update(text);
  hash.update(readFileSync(path.join(ROOT, "node_modules", "prisma", "package.json")));
  return hash.digest("hex");
}

/** The environment for Prisma: no network, no notices, and the stand-in for a missing engine. */
function environment() {
  const engines = path.dirname(
    createRequire(path.join(ROOT, "node_modules", "prisma", "package.json")).resolve("@prisma/engines/package.json"),
  );
  const real =
    process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? readdirSync(engines).find((name) => name.startsWith("schema-engine-"));
  return {
    ...process.env,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
    ...(real ? {} : { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }),
  };
}

async function generateOne(engine, work, env) {
  const schema = path.join(work, engine);
  mkdirSync(schema, { recursive: true });
  for (const [name, text] of renderSchema(engine, path.join(work, "out", engine))) {
    writeFileSync(path.join(schema, name), text);
  }
  const cli = path.join(ROOT, "node_modules", "prisma", "build", "index.js");
  const child = spawn(process.execPath, [cli, "generate", "--no-hints", "--schema", schema], {
    cwd: ROOT,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (part) => {
    said += part;
  });
  child.stderr.on("data", (part) => {
    said += part;
  });
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  if (code !== 0) throw new Error(`prisma generate failed for ${engine}:\n${said}`);
}

/** Makes the clients; returns false when they were up to date. */
export async function generate({ force = false } = {}) {
  const stamp = path.join(TARGET, "stamp");
  const wanted = fingerprint();
  if (!force && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return false;
  const work = mkdtempSync(path.join(tmpdir(), "tropa-prisma-"));
  try {
    const env = environment();
    await Promise.all(ENGINES.map((engine) => generateOne(engine, work, env)));
    for (const engine of ENGINES) replaceFolder(path.join(work, "out", engine), path.join(TARGET, engine));
    writeFileSync(stamp, wanted);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return true;
}

/** Puts the new folder in place of the old; the temporary folder may be on another disk, so files are written, not moved. */
function replaceFolder(from, to) {
  const fresh = `${to}.new`;
  rmSync(fresh, { recursive: true, force: true });
  copyFolder(from, fresh);
  rmSync(to, { recursive: true, force: true });
  renameSync(fresh, to);
}

function copyFolder(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, copy] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, copy);
    else writeFileSync(copy, readFileSync(source));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const made = await generate({ force: process.argv.includes("--force") });
  console.log(made ? "Prisma clients generated." : "Prisma clients are up to date.");
}
