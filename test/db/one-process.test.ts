import { copyFileSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { systemClock } from "#platform/clock.ts";
import { type Database, DatabaseBusyError, openDatabase } from "#platform/db/index.ts";
import { testFolder } from "#test/support/database.ts";
import { holdWriteLock, runModule } from "./support/child.ts";

const AT = new Date("2026-11-20T07:00:00Z");

const OPENER = `
import { openDatabase } from "#platform/db/index.ts";
import { systemClock } from "#platform/clock.ts";
openDatabase({ url: process.argv[2] ?? "", clock: systemClock }).then(
  () => { console.log("open"); setInterval(() => {}, 1000); },
  (error) => { console.log(error.name + ": " + error.message); process.exit(3); },
);`;

function place(): { url: string; file: string; folder: string } {
  const folder = testFolder();
  const file = join(folder, "tropa.db");
  copyFileSync(join(inject("testFolder"), "template.db"), file);
  return { url: `file:${file}`, file, folder };
}

const open = (url: string) => openDatabase({ url, clock: systemClock });

const LAG_MS = 100;

/**
 * Runs `work` and says in what part of its time the event loop stood still for more than 100 ms at once:
 * 1 when somebody waits by blocking, near 0 otherwise, whatever else the machine is busy with.
 */
async function partHeldUp(work: () => Promise<void>): Promise<number> {
  const done = new AbortController();
  const start = systemClock.monotonic();
  let heldUp = 0;
  const watch = async () => {
    for (let last = start; !done.signal.aborted; ) {
      await systemClock.sleep(1);
      const pause = systemClock.monotonic() - last;
      if (pause > LAG_MS) heldUp += pause;
      last += pause;
    }
  };
  const watching = watch();
  await work();
  done.abort();
  await watching;
  return heldUp / (systemClock.monotonic() - start);
}

const write = (database: Database, key: string) =>
  database.db.setting.create({ data: { key, value: "", updatedAt: AT } });

test("a second process is refused the file in plain words, and gets it the moment the first is killed (D8)", async () => {
  const { url, file } = place();
  const first = await runModule(OPENER, [url]);
  await first.says("open");
  const refused = await open(url).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DatabaseBusyError);
  expect(String(refused)).toContain(`another process is using ${file}`);
  first.kill();
  await first.ended;
  const mine = await open(url);
  const second = await runModule(OPENER, [url]);
  expect(await second.says("DatabaseBusyError")).toContain(file);
  expect(await second.ended).toBe(3);
  await mine.close();
});

test("the same file is the same by whatever path, and free again after closing", async () => {
  const { url, folder } = place();
  const first = await open(url);
  await expect(open(`file:${folder}/./x/../tropa.db`)).rejects.toBeInstanceOf(DatabaseBusyError);
  await expect(openDatabase({ url: "file:tropa.db", dataDir: folder, clock: systemClock })).rejects.toThrow("another");
  await first.close();
  await (await open(url)).close();
});

test("while another process writes for 3 s, requests wait without holding the event loop, and none is lost (D1)", async () => {
  const { url, file } = place();
  const database = await open(url);
  await write(database, "before");
  const holder = await holdWriteLock(file, 3_000);
  const start = systemClock.monotonic();
  const held = await partHeldUp(async () => {
    const singles = Array.from({ length: 20 }, (_, i) => write(database, `s${i}`));
    const both = Array.from({ length: 20 }, (_, i) =>
      database.tx(async (tx) => {
        await tx.setting.count();
        await tx.setting.create({ data: { key: `t${i}`, value: "", updatedAt: AT } });
      }),
    );
    await Promise.all([...singles, ...both]);
  });
  expect(systemClock.monotonic() - start).toBeGreaterThan(2_000);
  expect(held).toBeLessThan(0.25);
  expect(await database.db.setting.count()).toBe(41);
  await holder.ended;
  await database.close();
});

test("a disk that takes no more says so; what was acknowledged stays, and writing goes on when there is room (D4)", async () => {
  const { url } = place();
  const database = await open(url);
  await write(database, "first");
  const pages = await database.db.$queryRawUnsafe<{ page_count: number }[]>("PRAGMA page_count");
  await database.db.$queryRawUnsafe(`PRAGMA max_page_count = ${Number(pages[0]?.page_count) + 2}`);
  const big = { value: "x".repeat(20_000), updatedAt: AT };
  const failing = database.tx(async (tx) => {
    await tx.setting.create({ data: { key: "small", value: "", updatedAt: AT } });
    await tx.setting.create({ data: { key: "big", ...big } }).catch(() => {});
    await tx.setting.create({ data: { key: "tail", value: "", updatedAt: AT } });
  });
  const outcome = await failing.then(() => "kept").catch(() => "refused");
  await expect(database.db.setting.create({ data: { key: "single", ...big } })).rejects.toThrow("full");
  const kept = await database.db.setting.count({ where: { key: { in: ["small", "tail"] } } });
  expect(kept).toBe(outcome === "kept" ? 2 : 0);
  await database.db.$queryRawUnsafe("PRAGMA max_page_count = 1000000");
  await database.db.setting.create({ data: { key: "big", ...big } });
  expect(await database.db.setting.count({ where: { key: { in: ["first", "big"] } } })).toBe(2);
  await database.close();
});

test("a file that may only be read says so, and writing goes on when it may be written again (D4)", async () => {
  const { url } = place();
  const database = await open(url);
  await database.db.$queryRawUnsafe("PRAGMA query_only = ON");
  await expect(write(database, "refused")).rejects.toThrow("readonly");
  await expect(database.tx((tx) => tx.setting.deleteMany())).rejects.toThrow("readonly");
  await database.db.$queryRawUnsafe("PRAGMA query_only = OFF");
  await write(database, "taken");
  expect(await database.db.setting.count()).toBe(1);
  await database.close();
});

test("the file, its lock and its copy are for the bot's own user, and keep their promises to the disk", async () => {
  const folder = testFolder();
  const database = await open(`file:${folder}/new/tropa.db`);
  await write(database, "k");
  expect(await database.copyTo(`${folder}/new/copy.db`)).toBe("copied");
  await expect(database.copyTo(`${folder}/new/copy.db`)).rejects.toThrow("EEXIST");
  const modes = readdirSync(`${folder}/new`).map((name) => [name, statSync(`${folder}/new/${name}`).mode & 0o077]);
  expect(modes.map(([name]) => name)).toEqual(
    expect.arrayContaining(["tropa.db", "tropa.db-wal", "tropa.db.lock", "copy.db"]),
  );
  expect(modes.filter(([, others]) => others !== 0)).toEqual([]);
  const pragma = async (name: string) =>
    Object.values((await database.db.$queryRawUnsafe<object[]>(`PRAGMA ${name}`))[0] ?? {})[0];
  expect(await pragma("journal_mode")).toBe("wal");
  expect([await pragma("synchronous"), await pragma("foreign_keys"), await pragma("secure_delete")]).toEqual([2, 1, 1]);
  await database.close();
  const copy = await open(`file:${folder}/new/copy.db`);
  expect(await copy.db.setting.count()).toBe(1);
  await copy.close();
});

test("what was erased is no longer in the files", async () => {
  const { url, folder } = place();
  const database = await open(url);
  const secret = "Иванова Мария Петровна";
  await database.db.setting.create({ data: { key: "k", value: secret.repeat(300), updatedAt: AT } });
  await database.db.setting.deleteMany();
  await database.forgetErased();
  const found = readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(secret));
  expect(found).toEqual([]);
  await database.close();
});

test("a long queue of work lets timers have their turn in between", async () => {
  const { url } = place();
  const database = await open(url);
  let turns = 0;
  const done = new AbortController();
  const timer = async () => {
    for (; !done.signal.aborted; turns++) await systemClock.sleep(1);
  };
  const ticking = timer();
  const steps = Array.from({ length: 300 }, (_, i) =>
    database.tx((tx) => tx.setting.create({ data: { key: `q${i}`, value: "", updatedAt: AT } })),
  );
  await Promise.all(steps);
  done.abort();
  await ticking;
  expect(turns).toBeGreaterThan(3);
  await database.close();
});
