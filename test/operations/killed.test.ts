/** `kill -9` in the middle of a copy and of a restore: what is there afterwards is whole. */
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newId } from "#core/ids.ts";
import { listCopies } from "#platform/backup/index.ts";
import { systemClock } from "#platform/clock.ts";
import { openDatabase } from "#platform/db/index.ts";
import { engines } from "#test/support/engines.ts";
import { until } from "#test/support/process.ts";
import { type Command, command, run } from "./command.ts";
import { type Installation, install } from "./place.ts";

const PEOPLE = 10_000;
const NEWER = 500;

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

describe.runIf(engines.includes("sqlite"))("killed", () => {
  let here: Installation;
  let file: string;
  beforeEach(async () => {
    here = await install("sqlite", systemClock);
    file = here.place.databaseUrl.slice("file:".length);
    await add(PEOPLE);
    await here.opened.database.close();
  });
  afterEach(() => here.opened.close());

  async function add(count: number, database = here.opened.database): Promise<void> {
    const createdAt = systemClock.now();
    const named = {
      familyName: "Орлова".repeat(20),
      givenName: "Вера",
      patronymic: "",
      search: "орлова вера",
      createdAt,
    };
    await database.tx((tx) =>
      tx.person.createMany({ data: Array.from({ length: count }, () => ({ id: newId(), ...named })) }),
    );
  }
  async function opened<R>(work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<R>): Promise<R> {
    const database = await openDatabase({ url: here.place.databaseUrl, clock: systemClock });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  }
  const people = () => opened(({ db }) => db.person.count());

  /** Kills the command as soon as this is so; false when it was over before. */
  async function killWhen(one: Command, isSo: () => boolean): Promise<boolean> {
    let isOver = false;
    void one.ended.then(() => {
      isOver = true;
    });
    await until("the moment to kill", () => isOver || isSo());
    const inTime = !isOver;
    one.kill();
    await one.ended;
    return inTime;
  }
  const copies = () => join(here.dataDir, "backups");
  const partWith = (name: string) => () =>
    namesIn(copies()).some((part) => part.startsWith(".part-") && namesIn(join(copies(), part)).includes(name));

  it.each([
    ["when its file appears", "tropa.db", true],
    // This takes a moment only: the kill may come too late.
    ["when it is written and not yet named a copy", "secret", false],
  ])(
    "a copy %s is no copy, and the next one clears it away",
    async (_when, name, isCertain) => {
      const killed = await killWhen(command(here.place, "backup"), partWith(name));
      expect(killed || !isCertain).toBe(true);
      for (const copy of listCopies(here.place))
        expect(await run(here.place, "restore", copy.name)).toMatchObject({ code: 0 });
      expect(await people()).toBe(PEOPLE);
      expect((await run(here.place, "backup")).code).toBe(0);
      expect(namesIn(copies()).filter((one) => one.startsWith("."))).toEqual([]);
      expect(listCopies(here.place).length).toBeGreaterThan(0);
    },
    120_000,
  );

  const beside = (part: string) => () => namesIn(dirname(file)).some((name) => name.includes(part));

  it.each([
    ["when the copy is laid beside", ".restoring"],
    ["when the present database has got its second name", ".before-restore-"],
  ])(
    "a restore %s leaves the former database or the copy, and is finished by another",
    async (_when, part) => {
      expect((await run(here.place, "backup")).code).toBe(0);
      const [copy] = listCopies(here.place);
      await opened((database) => add(NEWER, database));
      const restoring = command(here.place, "restore", copy?.name ?? "");
      await killWhen(restoring, beside(`${basename(file)}${part}`));
      expect([PEOPLE, PEOPLE + NEWER]).toContain(await people());
      expect(await run(here.place, "restore", copy?.name ?? "")).toMatchObject({ code: 0 });
      expect(await people()).toBe(PEOPLE);
      expect(namesIn(dirname(file)).filter((name) => name.includes(".restoring"))).toEqual([]);
    },
    120_000,
  );
});
