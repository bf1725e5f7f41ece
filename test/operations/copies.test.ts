import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { DAY } from "#core/clock.ts";
import { newId } from "#core/ids.ts";
import { listCopies, restoreCopy } from "#platform/backup/index.ts";
import { type VirtualClock, virtualClock } from "#platform/clock.ts";
import { DatabaseBusyError, MigrationError, openDatabase } from "#platform/db/index.ts";
import { engines } from "#test/support/engines.ts";
import { type Installation, install } from "./place.ts";

const START = new Date("2026-11-20T00:30:00Z");

let clock: VirtualClock;
let here: Installation;

async function installed(engine: "sqlite" | "postgresql" = "sqlite"): Promise<void> {
  clock = virtualClock(START);
  here = await install(engine, clock);
}
afterEach(() => here.opened.close());

const addPerson = (familyName: string, database = here.opened.database) =>
  database.db.person.create({
    data: { id: newId(), familyName, givenName: "Вера", patronymic: "", search: familyName, createdAt: START },
  });

async function made(): Promise<string> {
  const copy = await here.copies.make();
  if (copy.kind !== "made") throw new Error(`no copy: ${copy.say}`);
  return copy.copy.folder;
}

const restore = (named: string, place = here.place) =>
  restoreCopy({
    place,
    named,
    cwd: here.dataDir,
    now: clock.now(),
    settingsFor: ({ madeAt }) => ({ "a.restored": madeAt }),
  });

async function look<R>(work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<R>): Promise<R> {
  const database = await openDatabase({ url: here.place.databaseUrl, clock });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

const names = () =>
  look(async ({ db }) => (await db.person.findMany({ orderBy: { id: "asc" } })).map((one) => one.familyName));

describe("a copy", () => {
  it("of a running bot holds the database and the secret, for this user only", async () => {
    await installed();
    await addPerson("Орлова");
    const folder = await made();
    expect(readdirSync(folder).sort()).toEqual(["copy.json", "secret", "tropa.db"]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, "secret"))).toEqual(readFileSync(join(here.dataDir, "secret")));
    expect(JSON.parse(readFileSync(join(folder, "copy.json"), "utf8"))).toMatchObject({
      madeAt: START.toISOString(),
      rows: { Person: 1, Attachment: 0 },
    });
  });

  it("asked for twice at once is one; two of one second have two names", async () => {
    await installed();
    const [one, same] = await Promise.all([here.copies.make(), here.copies.make()]);
    expect(same).toEqual(one);
    await made();
    expect(
      here.copies
        .list()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["2026-11-20T00-30-00Z", "2026-11-20T00-30-00Z-2"]);
  });

  it("is kept for two weeks, the last one for ever", async () => {
    await installed();
    for (let night = 0; night < 20; night++) {
      await made();
      here.copies.eraseOld();
      await clock.advance(DAY);
    }
    expect(here.copies.list()).toHaveLength(14);
    await clock.advance(100 * DAY);
    expect(here.copies.eraseOld()).toBe(13);
    expect(here.copies.list()).toHaveLength(1);
  }, 60_000);

  it("that cannot be written is told and leaves nothing", async () => {
    await installed();
    await made();
    writeFileSync(join(here.dataDir, "backups", "not-a-copy"), "");
    rmSync(here.place.databaseUrl.slice("file:".length));
    rmSync(join(here.dataDir, "backups"), { recursive: true });
    writeFileSync(join(here.dataDir, "backups"), "a file where the folder should be");
    expect(await here.copies.make()).toMatchObject({ kind: "failed", reason: "failed" });
    expect(readFileSync(join(here.dataDir, "backups"), "utf8")).toContain("a file");
  });

  it.runIf(engines.includes("postgresql"))(
    "on PostgreSQL is made by a pg_dump that fits, or says which package to install",
    async () => {
      await installed("postgresql");
      const outcome = await here.copies.make();
      if (outcome.kind === "made")
        expect(readdirSync(outcome.copy.folder).sort()).toEqual(["copy.json", "secret", "tropa.dump"]);
      else expect(outcome.say).toMatch(/pg_dump.*postgresql-client-\d+/);
      expect(existsSync(join(here.dataDir, "backups", "2026-11-20T00-30-00Z"))).toBe(outcome.kind === "made");
      expect(readdirSync(join(here.dataDir, "backups")).filter((name) => name.startsWith("."))).toEqual([]);
    },
  );
});

describe("a restore", () => {
  it("brings back what the copy knows, keeps the present database beside and marks the restored one", async () => {
    await installed();
    await addPerson("Орлова");
    const folder = await made();
    await addPerson("Позже");
    await here.opened.database.close();
    await clock.advance(DAY);
    const restored = await restore("2026-11-20T00-30-00Z");
    expect(folder).toContain("2026-11-20T00-30-00Z");
    expect(restored).toMatchObject({ kind: "restored", madeAt: START });
    expect(await names()).toEqual(["Орлова"]);
    expect(await look(({ db }) => db.setting.findUnique({ where: { key: "a.restored" } }))).toMatchObject({
      value: START.toISOString(),
    });
    const [kept = ""] = restored.kind === "restored" ? restored.kept : [];
    expect(kept).toMatch(/\.before-restore-2026-11-21T00-30-00Z$/);
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    const before = await openDatabase({ url: `file:${kept}`, clock });
    expect(await before.db.person.count()).toBe(2);
    await before.close();
    await clock.advance(15 * DAY);
    expect(here.copies.eraseOld()).toBeGreaterThan(0);
    expect(existsSync(kept)).toBe(false);
  });

  it("is refused while a bot runs on the database, and touches nothing", async () => {
    await installed();
    await addPerson("Орлова");
    const folder = await made();
    await expect(restore(folder)).rejects.toThrow(DatabaseBusyError);
    expect(await here.opened.database.db.person.count()).toBe(1);
  });

  it.each([
    ["cut", (folder: string) => truncateSync(join(folder, "tropa.db"), 8_192)],
    ["without its secret", (folder: string) => rmSync(join(folder, "secret"))],
    ["without its database", (folder: string) => rmSync(join(folder, "tropa.db"))],
  ])("of a copy that is %s is refused before anything is touched", async (_what, damage) => {
    await installed();
    const folder = await made();
    await addPerson("Орлова");
    await here.opened.database.close();
    damage(folder);
    expect(await restore(folder)).toMatchObject({ kind: "refused", say: expect.stringContaining("damaged") });
    expect(await names()).toEqual(["Орлова"]);
  });

  it("of a copy that a newer program made is refused", async () => {
    await installed();
    const folder = await made();
    await here.opened.database.close();
    const manifest = JSON.parse(readFileSync(join(folder, "copy.json"), "utf8"));
    manifest.migrations.push({ name: "99990101000000_later", checksum: "x" });
    writeFileSync(join(folder, "copy.json"), JSON.stringify(manifest));
    await expect(restore(folder)).rejects.toThrow(MigrationError);
  });

  it("of no copy, or of a copy of another engine, says so", async () => {
    await installed();
    const folder = await made();
    expect(await restore("yesterday")).toMatchObject({ kind: "refused", say: expect.stringContaining("backups") });
    const elsewhere = { ...here.place, databaseUrl: "postgresql://localhost/tropa" };
    expect(await restore(folder, elsewhere)).toMatchObject({ kind: "refused", say: expect.stringContaining("sqlite") });
  });

  it("is what a damaged database and a lost secret are for: both are kept and replaced", async () => {
    await installed();
    await addPerson("Орлова");
    const folder = await made();
    const secret = readFileSync(join(here.dataDir, "secret"));
    await here.opened.database.close();
    writeFileSync(here.place.databaseUrl.slice("file:".length), "this is no database any more");
    writeFileSync(join(here.dataDir, "secret"), "cut");
    const restored = await restore(folder);
    expect(restored).toMatchObject({
      kind: "restored",
      kept: [expect.any(String), expect.stringContaining("secret.former-")],
    });
    expect(await names()).toEqual(["Орлова"]);
    expect(readFileSync(join(here.dataDir, "secret"))).toEqual(secret);
  });

  it("on another machine needs the copy's folder alone", async () => {
    await installed();
    await addPerson("Орлова");
    const folder = await made();
    const other = await install("sqlite", clock);
    await other.opened.database.close();
    const restored = await restore(folder, other.place);
    expect(restored.kind).toBe("restored");
    expect(listCopies(other.place)).toEqual([]);
    await here.opened.close();
    here = other;
    expect(await names()).toEqual(["Орлова"]);
  });
});
