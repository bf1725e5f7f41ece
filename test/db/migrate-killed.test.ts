/** C6: killed in the middle of a migration, the next start continues, and nothing is lost or done twice. */
import { expect, test } from "vitest";
import { systemClock } from "#platform/clock.ts";
import { openDatabase } from "#platform/db/index.ts";
import { describeEachEngine, emptyPlace } from "#test/support/database.ts";
import { runModule } from "./support/child.ts";
import { PARENTS_AND_CHILDREN, REBUILD, rowsOf, writeMigrations } from "./support/migrations.ts";

const STARTER = `
import { openDatabase } from "#platform/db/index.ts";
import { systemClock } from "#platform/clock.ts";
const [url = "", migrations = ""] = process.argv.slice(2);
const log = { info: (_event: string, fields = {}) => console.log(Object.values(fields).join()), warn: () => {} };
console.log("starting");
openDatabase({ url, migrations, clock: systemClock, log }).then((database) => database.close());`;

const many = (n: number) => ({
  sqlite: `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${n})
    INSERT INTO "Child" SELECT 'm' || i, 'p2' FROM n;`,
  postgresql: `INSERT INTO "Child" SELECT 'm' || i, 'p2' FROM generate_series(1, ${n}) AS i;`,
});
const CHILDREN = 20_000;

/** Three migrations that take some 100 ms each, and of which each would be noticed if it ran twice. */
const STEPS = {
  sqlite: {
    "2_rebuild": REBUILD,
    "3_many": many(CHILDREN).sqlite,
    "4_again": `DELETE FROM "Child" WHERE "id" = 'c1'; ALTER TABLE "Parent" DROP COLUMN "name";`,
  },
  postgresql: {
    "2_rebuild": `SELECT pg_sleep(0.15); ALTER TABLE "Parent" ADD COLUMN "city" TEXT NOT NULL DEFAULT '';`,
    "3_many": `${many(CHILDREN).postgresql} SELECT pg_sleep(0.15);`,
    "4_again": `DELETE FROM "Child" WHERE "id" = 'c1'; SELECT pg_sleep(0.15); ALTER TABLE "Parent" DROP COLUMN "name";`,
  },
};
const ALL = 4;

/** After which line of the child it is killed, and how many milliseconds later. */
const KILLS: [string, number][] = [
  ["starting", 15],
  ["starting", 40],
  ["2_rebuild", 0],
  ["2_rebuild", 30],
  ["3_many", 0],
];

const FINISHED = `SELECT 1 FROM "_prisma_migrations" WHERE finished_at IS NOT NULL`;

describeEachEngine("a migration", ({ kind }) => {
  test.each(KILLS)("killed after «%s» and %i ms is finished by the next start", async (line, ms) => {
    const { url, remove } = await emptyPlace(kind);
    const folder = writeMigrations({ "1_init": PARENTS_AND_CHILDREN });
    await (await openDatabase({ url, clock: systemClock, migrations: folder })).close();
    writeMigrations(STEPS[kind], folder);
    const child = await runModule(STARTER, [url, folder]);
    await child.says(line);
    await systemClock.sleep(ms);
    child.kill();
    await child.ended;
    await (await openDatabase({ url, clock: systemClock, migrations: folder })).close();
    const [count] = await rowsOf(url, `SELECT COUNT(*) AS n FROM "Child"`);
    expect(Number(count?.n)).toBe(CHILDREN + 2);
    expect(await rowsOf(url, FINISHED)).toHaveLength(ALL);
    await remove();
  });
});
