/**
 * `npm run migration -- <name>`: writes the SQL that leads from the committed migrations to the schema, for both engines.
 * `npm run migration -- --check`: fails when there is such SQL, that is when a migration was forgotten.
 * `npm run migration -- --reset-init`: writes the only migration, `init`, anew; for the time before the first release.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startPostgres } from "./local-postgres.mjs";
import { ENGINES, ROOT, renderSchema } from "./prisma-generate.mjs";
import { difference, readMigrations } from "./schema-engine.mjs";

const MIGRATIONS = path.join(ROOT, "prisma", "migrations");

/** What is missing in the migrations of each engine: `{ sqlite: sql, postgresql: sql }`, empty where nothing is. */
export async function missing({ postgresUrl, migrations = MIGRATIONS, render = renderSchema }) {
  const sql = {};
  for (const engine of ENGINES) {
    const known = readMigrations(path.join(migrations, engine));
    sql[engine] = await difference({ engine, migrations: known, schema: render(engine), postgresUrl });
  }
  return sql;
}

function write(engine, folder, sql) {
  const target = path.join(MIGRATIONS, engine, folder);
  mkdirSync(target, { recursive: true });
  writeFileSync(path.join(target, "migration.sql"), sql);
  writeFileSync(path.join(MIGRATIONS, engine, "migration_lock.toml"), `provider = "${engine}"\n`);
}

const stamp = () => new Date().toISOString().replace(/\D/g, "").slice(0, 14);

async function check(postgresUrl) {
  const sql = await missing({ postgresUrl });
  const engines = ENGINES.filter((engine) => sql[engine]);
  for (const engine of engines) {
    console.error(`The migrations for ${engine} lag behind prisma/schema; write one: npm run migration -- <name>`);
    console.error(sql[engine]);
  }
  if (engines.length === 0) console.log("The migrations lead to the schema on both engines.");
  return engines.length === 0 ? 0 : 1;
}

async function add(name, postgresUrl) {
  const sql = await missing({ postgresUrl });
  if (ENGINES.every((engine) => sql[engine] === "")) {
    console.log("Nothing to write: the migrations lead to the schema already.");
    return 0;
  }
  const folder = `${stamp()}_${name}`;
  for (const engine of ENGINES) write(engine, folder, sql[engine]);
  console.log(
    `Written: prisma/migrations/{${ENGINES.join(",")}}/${folder}/migration.sql; read them before committing.`,
  );
  return 0;
}

async function resetInit(postgresUrl) {
  const known = readMigrations(path.join(MIGRATIONS, ENGINES[0])).map(({ name }) => name);
  if (known.length > 1) {
    console.error("There are migrations after the first one; databases may have them: write a new one instead.");
    return 1;
  }
  rmSync(MIGRATIONS, { recursive: true, force: true });
  const sql = await missing({ postgresUrl });
  const folder = known[0] ?? `${stamp()}_init`;
  for (const engine of ENGINES) write(engine, folder, sql[engine]);
  console.log(`Written anew: ${folder}.`);
  return 0;
}

const USAGE = "usage: npm run migration -- <name> | --check | --reset-init";

async function main([word = ""]) {
  const known = word === "--check" || word === "--reset-init" || /^[a-z][a-z0-9_]*$/.test(word);
  if (!known) {
    console.error(`${USAGE}\nA name is made of a-z, 0-9 and _.`);
    return 2;
  }
  const server = await startPostgres();
  try {
    if (word === "--check") return await check(server.url());
    if (word === "--reset-init") return await resetInit(server.url());
    return await add(word, server.url());
  } finally {
    await server.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
