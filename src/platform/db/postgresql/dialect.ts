import type { Dialect } from "#platform/db/dialect.ts";
import { Prisma } from "#platform/db/generated/sqlite/client.ts";
import { createDialect } from "#platform/db/queries.ts";

const { sql, join, raw } = Prisma;

const TYPES = { text: "text", int: "integer", bigint: "bigint", instant: "timestamptz" };

/** Several processes claim at once: a row that another one is claiming is passed over. */
export const postgresqlDialect: Dialect = createDialect({
  instant: (at) => sql`${at}::timestamptz`,
  skipLocked: sql`FOR UPDATE SKIP LOCKED`,
  rows(list, columns) {
    const fields = Object.entries(columns).map(([name, type]) => raw(`"${name}" ${TYPES[type]}`));
    return sql`FROM json_to_recordset(${JSON.stringify(list)}::json) AS list(${join(fields)})`;
  },
});
