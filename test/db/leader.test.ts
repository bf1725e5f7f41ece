import { expect, test } from "vitest";
import { systemClock } from "#platform/clock.ts";
import { openDatabase } from "#platform/db/index.ts";
import { describeEachEngine } from "#test/support/database.ts";
import { engines } from "#test/support/engines.ts";
import { startPostgres } from "../../scripts/local-postgres.mjs";

describeEachEngine("leadership", ({ kind, open }) => {
  test("is taken at once when nobody leads, and not at all when waiting for it was given up", async () => {
    const { database } = await open();
    expect(await database.lead(AbortSignal.abort())).toBeNull();
    const mine = await database.lead();
    expect(mine?.lost.aborted).toBe(false);
    await mine?.release();
    expect(mine?.lost.aborted).toBe(true);
  });

  if (kind === "sqlite") return;

  test("passes to the next instance when the leader lets go", async () => {
    const { database, url } = await open();
    const other = await openDatabase({ url, clock: systemClock });
    const mine = await database.lead();
    const waiting = new AbortController();
    const given = other.lead(waiting.signal);
    expect(await Promise.race([given, systemClock.sleep(300).then(() => "waiting")])).toBe("waiting");
    await mine?.release();
    const theirs = await given;
    expect(theirs?.lost.aborted).toBe(false);
    const again = new AbortController();
    const refused = database.lead(again.signal);
    again.abort();
    expect(await refused).toBeNull();
    await theirs?.release();
    await other.close();
  });
});

test.skipIf(!engines.includes("postgresql"))(
  "when the server restarts, leadership is lost, work that was under way fails, and the next succeeds (D5)",
  async () => {
    const server = await startPostgres();
    const broken: string[] = [];
    const log = { info: () => {}, warn: (event: string) => void broken.push(event) };
    const database = await openDatabase({ url: server.url(), clock: systemClock, log });
    const write = (key: string) => database.db.setting.create({ data: { key, value: "", updatedAt: new Date(0) } });
    const mine = await database.lead();
    await write("before");
    const under = database.tx(async (tx) => {
      await tx.setting.create({ data: { key: "half", value: "", updatedAt: new Date(0) } });
      await server.restart();
      await tx.setting.create({ data: { key: "other half", value: "", updatedAt: new Date(0) } });
    });
    await expect(under).rejects.toThrow();
    expect(mine?.lost.aborted).toBe(true);
    await write("after");
    await database.tx(async (tx) => void (await tx.setting.count()));
    const rows = await database.db.setting.findMany({ orderBy: { key: "asc" } });
    expect(rows.map((row) => row.key)).toEqual(["after", "before"]);
    expect((await database.lead())?.lost.aborted).toBe(false);
    await database.close();
    await server.stop();
  },
);
