import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { testFolder } from "#test/support/database.ts";
import { missing } from "../../scripts/migration.mjs";
import { type Engine, renderSchema, type SchemaFile } from "../../scripts/prisma-generate.mjs";
import { writeMigrations } from "./support/migrations.ts";

/** The schema with one more column. */
const grown = (engine: Engine): SchemaFile[] =>
  renderSchema(engine).map(([name, text]) => [name, text.replace(/^model Setting \{$/m, "$&\n  colour String?")]);

test.skipIf(!inject("postgresTemplate"))(
  "a column without a migration is noticed on both engines, and only then",
  async () => {
    const migrations = testFolder();
    const options = { postgresUrl: inject("postgresTemplate"), migrations };
    const all = await missing(options);
    for (const engine of ["sqlite", "postgresql"] as const) {
      expect(all[engine]).toContain('CREATE TABLE "Person"');
      writeMigrations({ "1_init": all[engine] }, join(migrations, engine));
    }
    expect(await missing(options)).toEqual({ sqlite: "", postgresql: "" });
    const sql = await missing({ ...options, render: grown });
    expect(sql.sqlite).toContain('ADD COLUMN "colour" TEXT');
    expect(sql.postgresql).toMatch(/ADD COLUMN +"colour" TEXT/);
  },
);

test("both engines have the same models, and instants keep their zone on PostgreSQL", () => {
  const text = (engine: Engine) =>
    renderSchema(engine)
      .map(([, part]) => part)
      .join("");
  const plain = text("postgresql").replaceAll(" @db.Timestamptz(3)", "").replace('"postgresql"', '"sqlite"');
  expect(plain).toBe(text("sqlite"));
  expect(text("postgresql")).not.toMatch(/DateTime\??(?! @db\.Timestamptz\(3\))\s*$/m);
});
