/** All that is left of people's words: every row of every table as the engine has it, and the bytes of the files. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { World } from "#test/support/world.ts";

const named = z.array(z.object({ name: z.string() }));
const TABLES = {
  sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
  postgresql: "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
};
const QUESTIONS = new Set(["ConsentDocument", "QuestionnaireVersion"]);

const plain = (_key: string, value: unknown): unknown => {
  if (typeof value === "bigint") return String(value);
  return value instanceof Uint8Array ? Buffer.from(value).toString("utf8") : value;
};

/** Every row of the database, and the text of its files; the texts that the bot brought along are left out. */
export async function allText(w: World): Promise<string> {
  const { db, kind } = w.database;
  const parts: string[] = [];
  for (const { name } of named.parse(await db.$queryRawUnsafe(TABLES[kind]))) {
    if (QUESTIONS.has(name)) continue;
    parts.push(JSON.stringify(await db.$queryRawUnsafe(`SELECT * FROM "${name}"`), plain));
  }
  return [...parts, ...filesOf(w).map(([, text]) => text)].join("\n");
}

/** The files of the database (SQLite) and of the folder beside it, by name. */
export function filesOf({ databaseFile, dataDir }: World): [string, string][] {
  const folders = [...new Set([dataDir, ...(databaseFile ? [dirname(databaseFile)] : [])])];
  return folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path): [string, string] => [path, readFileSync(path).toString("utf8")]),
  );
}
