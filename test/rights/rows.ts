/** All that a database holds, row by row, and what became different: asked of the engine itself, so that no table is forgotten. */
import { z } from "zod";
import type { Database } from "#platform/db/index.ts";

/** A row as text: the table's name, then its columns. */
export type Rows = Set<string>;

/** What an update leaves behind whatever it does: its own row, what the chat listens to, that somebody was seen. */
const TRACES = new Set(["Inbox", "Focus"]);
const named = z.array(z.object({ name: z.string() }));
const rows = z.array(z.record(z.string(), z.unknown()));

const LIST = {
  sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
  postgresql: "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
};

const plain = (_key: string, value: unknown): unknown => {
  if (typeof value === "bigint") return String(value);
  return value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value;
};

function lineOf(table: string, { seenAt: _seen, ...row }: Record<string, unknown>): string | null {
  if (table === "History" && row.act === "refused") return null;
  return `${table} ${JSON.stringify(row, plain)}`;
}

/** Everything but the traces and the lines that say that somebody was refused. */
export async function allRows({ db, kind }: Database): Promise<Rows> {
  const all: Rows = new Set();
  for (const { name } of named.parse(await db.$queryRawUnsafe(LIST[kind]))) {
    if (TRACES.has(name)) continue;
    for (const row of rows.parse(await db.$queryRawUnsafe(`SELECT * FROM "${name}"`))) {
      const line = lineOf(name, row);
      if (line) all.add(line);
    }
  }
  return all;
}

/** The rows that went and came, as a reader wants them. */
export const changes = (before: Rows, after: Rows): string[] => [
  ...[...before].filter((row) => !after.has(row)).map((row) => `- ${row}`),
  ...[...after].filter((row) => !before.has(row)).map((row) => `+ ${row}`),
];
