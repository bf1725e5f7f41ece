import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { systemClock } from "#platform/clock.ts";
import { type DatabaseKind, MigrationError, openDatabase } from "#platform/db/index.ts";
import { describeEachEngine, emptyPlace } from "#test/support/database.ts";
import { PARENTS_AND_CHILDREN, REBUILD, rowsOf, writeMigrations } from "./support/migrations.ts";

const APPLIED = `SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL ORDER BY 1`;
const CHILDREN = `SELECT "id" FROM "Child" ORDER BY "id"`;

/** Opens and closes a database, so that its migrations run. */
async function start(url: string, migrations: string): Promise<void> {
  const database = await openDatabase({ url, clock: systemClock, migrations });
  await database.close();
}

const trouble = (url: string, migrations: string) =>
  start(url, migrations).then(
    () => "none",
    (error: unknown) => (error instanceof MigrationError ? `${error.trouble} ${error.migration}` : String(error)),
  );

const fileOf = (url: string): string => url.slice("file:".length);
const slow: Record<DatabaseKind, string> = {
  sqlite: `CREATE TABLE "Much" AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10) SELECT i FROM n;`,
  postgresql: `CREATE TABLE "Much" AS SELECT generate_series(1, 10) AS i;`,
};

describeEachEngine("at the start of the bot", ({ kind }) => {
  test("missing migrations are applied in the order of their names, once, and written down as Prisma does", async () => {
    const { url, remove } = await emptyPlace(kind);
    const folder = writeMigrations({ "1_init": PARENTS_AND_CHILDREN });
    await start(url, folder);
    writeMigrations({ "3_third": `DROP TABLE "Much";`, "2_second": slow[kind] }, folder);
    await start(url, folder);
    await start(url, folder);
    expect((await rowsOf(url, APPLIED)).map((row) => row.name)).toEqual(["1_init", "2_second", "3_third"]);
    const [row] = await rowsOf(url, `SELECT * FROM "_prisma_migrations" WHERE migration_name = '1_init'`);
    expect(row).toMatchObject({ checksum: expect.stringMatching(/^[0-9a-f]{64}$/), applied_steps_count: 1 });
    expect(row).toMatchObject({ logs: null, rolled_back_at: null });
    await remove();
  });

  test("a migration that was changed after it had been applied is refused, and so is one that only a newer version knows", async () => {
    const { url, remove } = await emptyPlace(kind);
    const folder = writeMigrations({ "1_init": PARENTS_AND_CHILDREN });
    await start(url, folder);
    const crlf = writeMigrations({ "1_init": PARENTS_AND_CHILDREN.replaceAll("\n", "\r\n") });
    expect(await trouble(url, crlf)).toBe("none");
    const changed = writeMigrations({ "1_init": `${PARENTS_AND_CHILDREN}\n-- better`, "2_second": slow[kind] });
    expect(await trouble(url, changed)).toBe("changed 1_init");
    const older = writeMigrations({ "2_second": slow[kind] });
    expect(await trouble(url, older)).toBe("newer 1_init");
    expect(await rowsOf(url, CHILDREN)).toHaveLength(3);
    await remove();
  });

  test("a migration that fails leaves nothing of itself, and the next start tries again", async () => {
    const { url, remove } = await emptyPlace(kind);
    const folder = writeMigrations({ "1_init": PARENTS_AND_CHILDREN });
    await start(url, folder);
    writeMigrations({ "2_broken": `CREATE TABLE "Half" ("id" TEXT);\nDELETE FROM "Child";\nSELECT nonsense;` }, folder);
    expect(await trouble(url, folder)).toBe("failed 2_broken");
    expect(await rowsOf(url, CHILDREN)).toHaveLength(3);
    writeMigrations({ "2_broken": `CREATE TABLE "Half" ("id" TEXT);` }, folder);
    expect(await trouble(url, folder)).toBe("none");
    expect(await rowsOf(url, `SELECT * FROM "Half"`)).toEqual([]);
    await remove();
  });

  test("two starts at once on an empty database do not apply a migration twice", async () => {
    const { url, remove } = await emptyPlace(kind);
    const folder = writeMigrations({ "1_init": PARENTS_AND_CHILDREN });
    await Promise.all([trouble(url, folder), trouble(url, folder)]);
    expect(await rowsOf(url, APPLIED)).toHaveLength(1);
    expect(await rowsOf(url, CHILDREN)).toHaveLength(3);
    await remove();
  });
});

describe("on SQLite", () => {
  test("a rebuilt table keeps the children that would be deleted with their parents", async () => {
    const { url } = await emptyPlace("sqlite");
    const folder = writeMigrations({ "1_init": PARENTS_AND_CHILDREN });
    await start(url, folder);
    writeMigrations({ "2_rebuild": REBUILD }, folder);
    await start(url, folder);
    expect((await rowsOf(url, CHILDREN)).map((row) => row.id)).toEqual(["c1", "c2", "c3"]);
    expect(await rowsOf(url, `SELECT "name", "city" FROM "Parent" ORDER BY "id"`)).toEqual([
      { name: "one", city: "" },
      { name: "two", city: "" },
    ]);
  });

  test("a migration after which a row would point to nothing is refused", async () => {
    const { url } = await emptyPlace("sqlite");
    const folder = writeMigrations({ "1_init": PARENTS_AND_CHILDREN });
    await start(url, folder);
    writeMigrations({ "2_orphans": `DELETE FROM "Parent" WHERE "id" = 'p1';` }, folder);
    expect(await trouble(url, folder)).toBe("failed 2_orphans");
    expect(await rowsOf(url, `SELECT * FROM "Parent"`)).toHaveLength(2);
  });

  test("when a later migration fails, even one that ends its own transaction, the file is as it was before the first", async () => {
    const { url } = await emptyPlace("sqlite");
    const folder = writeMigrations({ "1_init": PARENTS_AND_CHILDREN });
    await start(url, folder);
    writeMigrations({ "2_fine": REBUILD, "3_sly": `DELETE FROM "Child"; COMMIT; SELECT nonsense;` }, folder);
    expect(await trouble(url, folder)).toBe("failed 3_sly");
    expect((await rowsOf(url, APPLIED)).map((row) => row.name)).toEqual(["1_init"]);
    expect(await rowsOf(url, CHILDREN)).toHaveLength(3);
    expect(await rowsOf(url, `SELECT * FROM "Parent" LIMIT 1`)).toEqual([{ id: "p1", name: "one" }]);
  });

  test("no copy of people's data is left behind after a start that went well", async () => {
    const { url } = await emptyPlace("sqlite");
    const folder = writeMigrations({ "1_init": PARENTS_AND_CHILDREN, "2_rebuild": REBUILD });
    await start(url, folder);
    writeMigrations({ "3_more": slow.sqlite }, folder);
    await start(url, folder);
    expect(existsSync(`${fileOf(url)}.before-migration`)).toBe(false);
  });
});
