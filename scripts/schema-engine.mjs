/**
 * Prisma's schema engine as WebAssembly: needs no download besides its npm package.
 * Says what SQL leads from the committed migrations to the schema, by applying the migrations to an empty database first.
 */
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import Sqlite from "libsql";
import pg from "pg";

const WASM = path.join(
  path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm")),
  "schema_engine_bg.wasm",
);

let loading;
/** Loads the engine, once. */
const load = () => {
  loading ??= WebAssembly.instantiate(readFileSync(WASM), { "./schema_engine_bg.js": bindings }).then(
    ({ instance }) => {
      bindings.__wbg_set_wasm(instance.exports);
      instance.exports.__wbindgen_start?.();
    },
  );
  return loading;
};

/** What both adapters below have in common: the engine only reads, and runs scripts. */
const adapter = (provider, { query, script, dispose }) => ({
  provider,
  adapterName: "tropa-schema",
  getConnectionInfo: () => ({
    schemaName: provider === "postgres" ? "public" : undefined,
    supportsRelationJoins: false,
  }),
  queryRaw: ({ sql, args }) => query(sql, args),
  // The engine sends a whole migration as one «query» without arguments.
  executeRaw: async ({ sql }) => {
    await script(sql);
    return 0;
  },
  executeScript: script,
  startTransaction: () => Promise.reject(new Error("the schema engine asked for a transaction")),
  dispose,
});

/** What the engine asks connections of; `closeAll` ends those that it left open. */
function factory(provider, open) {
  const opened = [];
  const connect = async () => {
    const connection = await open();
    opened.push(connection);
    return connection;
  };
  const closeAll = async () => {
    for (const connection of opened) await connection.dispose();
  };
  return { provider, adapterName: "tropa-schema", connect, connectToShadowDb: connect, closeAll };
}

/** `work`, but only the first time. */
function once(work) {
  let done;
  return () => {
    done ??= work();
    return done;
  };
}

/** An empty SQLite database in memory. */
const sqliteFactory = () =>
  factory("sqlite", async () => {
    const db = new Sqlite(":memory:");
    const typeOf = (value) => (typeof value === "number" ? ColumnTypeEnum.Int64 : ColumnTypeEnum.Text);
    return adapter("sqlite", {
      async query(sql, args) {
        const statement = db.prepare(sql).raw(true);
        const columnNames = statement.columns().map((column) => column.name);
        const rows = statement.all(args);
        const columnTypes = columnNames.map((_, i) => typeOf(rows.find((row) => row[i] !== null)?.[i]));
        return { columnNames, columnTypes, rows };
      },
      script: async (sql) => void db.exec(sql),
      dispose: once(async () => void db.close()),
    });
  });

const { builtins } = pg.types;
/** PostgreSQL's types as far as its catalogues hold them. */
const POSTGRES_TYPES = {
  [builtins.BOOL]: ColumnTypeEnum.Boolean,
  [builtins.INT2]: ColumnTypeEnum.Int32,
  [builtins.INT4]: ColumnTypeEnum.Int32,
  [builtins.INT8]: ColumnTypeEnum.Int64,
  [builtins.OID]: ColumnTypeEnum.Int64,
  [builtins.CHAR]: ColumnTypeEnum.Character,
  1002: ColumnTypeEnum.CharacterArray,
  1003: ColumnTypeEnum.TextArray,
  1005: ColumnTypeEnum.Int32Array,
  1009: ColumnTypeEnum.TextArray,
};

/** An empty database on the server at `url`, gone with the connection. */
const postgresFactory = (url) =>
  factory("postgres", async () => {
    const name = `shadow_${randomBytes(6).toString("hex")}`;
    const server = new pg.Client({ connectionString: url });
    await server.connect();
    await server.query(`CREATE DATABASE ${name}`);
    const address = new URL(url);
    address.pathname = `/${name}`;
    const client = new pg.Client({ connectionString: address.href });
    await client.connect();
    return adapter("postgres", {
      async query(text, values) {
        const { fields, rows } = await client.query({ text, values, rowMode: "array" });
        return {
          columnNames: fields.map((field) => field.name),
          columnTypes: fields.map((field) => POSTGRES_TYPES[field.dataTypeID] ?? ColumnTypeEnum.Text),
          rows,
        };
      },
      script: async (sql) => void (await client.query(sql)),
      dispose: once(async () => {
        await client.end();
        await server.query(`DROP DATABASE ${name}`);
        await server.end();
      }),
    });
  });

/** The migrations in `folder`, oldest first, as `{ name, sql }`. */
export function readMigrations(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => ({ name, sql: readFileSync(path.join(folder, name, "migration.sql"), "utf8") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The SQL that leads from `migrations` to `schema` (`[name, text][]`) on `engine`; empty when they agree.
 * `postgresUrl` is a server with the right to make databases; SQLite needs none.
 */
export async function difference({ engine, migrations, schema, postgresUrl }) {
  await load();
  const connections = engine === "sqlite" ? sqliteFactory() : postgresFactory(postgresUrl);
  const from = {
    tag: "migrations",
    baseDir: "migrations",
    lockfile: { path: "migration_lock.toml", content: `provider = "${engine}"\n` },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
  const to = { tag: "schemaDatamodel", files: schema.map(([name, content]) => ({ path: name, content })) };
  const filters = { externalTables: [], externalEnums: [] };
  try {
    const options = { datamodels: schema };
    const adapters = bindMigrationAwareSqlAdapterFactory(connections);
    const schemaEngine = await bindings.SchemaEngine.new(options, () => {}, adapters);
    const { stdout } = await schemaEngine.diff({ from, to, script: true, exitCode: null, filters });
    return stdout.startsWith("-- This is an empty migration") ? "" : stdout;
  } finally {
    await connections.closeAll();
  }
}
