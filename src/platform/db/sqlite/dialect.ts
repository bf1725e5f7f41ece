import type { Dialect } from "#platform/db/dialect.ts";
import { Prisma } from "#platform/db/generated/sqlite/client.ts";
import { createDialect } from "#platform/db/queries.ts";

const { sql, join, raw, empty } = Prisma;

/** One process writes, so nothing is ever locked; instants are text that sorts as time does. */
export const sqliteDialect: Dialect = createDialect({
  instant: (at) => sql`${at}`,
  skipLocked: empty,
  rows(list, columns) {
    const fields = Object.entries(columns).map(([name, type]) => {
      const value = `json_extract(value, '$.${name}')`;
      return raw(`${type === "bigint" ? `CAST(${value} AS INTEGER)` : value} AS "${name}"`);
    });
    return sql`FROM (SELECT ${join(fields)} FROM json_each(${JSON.stringify(list)})) AS list`;
  },
});
