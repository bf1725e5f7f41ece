import { expect, test } from "vitest";
import { after, MINUTE } from "#core/clock.ts";
import { newId } from "#core/ids.ts";
import type { Database, NewNotice } from "#platform/db/index.ts";
import { describeEachEngine } from "#test/support/database.ts";

const NOW = new Date("2026-11-20T07:00:00.500Z");
const at = (minutes: number): Date => after(NOW, minutes * MINUTE);

const update = (id: number, chatKey: string, minutes = 0) => ({
  updateId: BigInt(id),
  chatKey,
  payload: JSON.stringify({ text: "«Ёж» \\ \u0000 \ud800 '\"" }),
  receivedAt: at(minutes),
});

async function person(database: Database): Promise<string> {
  const id = newId();
  const names = { familyName: "", givenName: "", patronymic: "", search: "" };
  await database.db.person.create({ data: { id, ...names, createdAt: NOW } });
  return id;
}

const notice = (key: string, personId: string, minutes: number, lane = "reminder"): NewNotice => ({
  id: newId(),
  key,
  kind: "test.kind",
  subjectId: "s",
  subjectRev: 1,
  personId,
  slot: "a",
  notBefore: at(minutes),
  usefulUntil: at(minutes + 60),
  lane,
  createdAt: NOW,
});

const claim = (limit = 10, lease = newId()) => ({ now: NOW, limit, lease, leaseUntil: at(1) });
const keys = (rows: { key: string }[]) => rows.map((row) => row.key);

describeEachEngine("the inbox", ({ open }) => {
  test("takes an update once and keeps its text to the letter", async () => {
    const { database } = await open();
    const { dialect, db } = database;
    expect(await dialect.insertUpdates(db, [])).toBe(0);
    expect(await dialect.insertUpdates(db, [update(1, "a"), update(2, "b")])).toBe(2);
    expect(
      await dialect.insertUpdates(db, [update(2, "other"), update(3, "b"), update(4_503_599_627_370_497, "c")]),
    ).toBe(2);
    const rows = await db.inbox.findMany({ orderBy: { updateId: "asc" } });
    expect(rows.map((row) => row.updateId)).toEqual([1n, 2n, 3n, 4_503_599_627_370_497n]);
    expect(rows[1]).toEqual({ ...update(2, "b"), status: "new", attempts: 0, doneAt: null });
  });

  test("gives the first update of each chat that is not busy, the longest waiting chats first, and counts the attempt", async () => {
    const { database } = await open();
    const { dialect, db } = database;
    const all = [
      update(5, "a", 1),
      update(9, "a", 0),
      update(3, "b", 2),
      update(4, "b", 2),
      update(1, "c", 3),
      update(2, "d", 4),
    ];
    await dialect.insertUpdates(db, all);
    const first = await dialect.claimUpdates(db, { busy: [], limit: 3 });
    const byId = (rows: { updateId: bigint }[]) => rows.map((row) => Number(row.updateId)).sort();
    expect(byId(first)).toEqual([1, 3, 9]);
    expect(first.find((row) => row.updateId === 9n)).toEqual({
      updateId: 9n,
      chatKey: "a",
      payload: update(9, "a").payload,
      attempts: 1,
    });
    expect(byId(await dialect.claimUpdates(db, { busy: ["a", "b", "c"], limit: 3 }))).toEqual([2]);
    const again = await dialect.claimUpdates(db, { busy: ["b", "c", "d"], limit: 3 });
    expect(again).toMatchObject([{ updateId: 9n, attempts: 2 }]);
  });

  test("settles turns: the updates are done and emptied, each chat listens to its last word", async () => {
    const { database } = await open();
    const { dialect, db } = database;
    await dialect.insertUpdates(db, [update(1, "a"), update(2, "b"), update(3, "b"), update(4, "c")]);
    const focus = (chatId: bigint, kind: string) => ({ chatId, kind, args: `{"a":"я"}`, state: "", screenId: null });
    await database.tx(async (tx) => {
      await dialect.settleTurns(tx, [], NOW);
      const turns = [
        { updateId: 1n, focus: null },
        { updateId: 2n, focus: focus(-100n, "old") },
        { updateId: 3n, focus: { ...focus(-100n, "new"), screenId: 7 } },
      ];
      await dialect.settleTurns(tx, turns, NOW);
    });
    await dialect.settleTurns(db, [{ updateId: 4n, focus: focus(-100n, "newer") }], at(1));
    const rows = await db.inbox.findMany({ orderBy: { updateId: "asc" } });
    expect(rows.map((row) => [row.status, row.payload])).toEqual(Array(4).fill(["done", ""]));
    expect(rows[0]?.doneAt).toEqual(NOW);
    expect(await db.focus.findMany()).toEqual([{ ...focus(-100n, "newer"), updatedAt: at(1) }]);
  });
});

describeEachEngine("notices", ({ open }) => {
  test("are planned by key: one that waits is moved, one that was sent stays", async () => {
    const { database } = await open();
    const { dialect, db } = database;
    const id = await person(database);
    await dialect.upsertNotices(db, []);
    await dialect.upsertNotices(db, [notice("waits", id, 5), notice("sent", id, 5)]);
    await db.notice.updateMany({ where: { key: "sent" }, data: { status: "sent" } });
    await dialect.upsertNotices(db, [notice("waits", id, 9, "broadcast"), notice("sent", id, 9), notice("new", id, 1)]);
    const rows = await db.notice.findMany({ orderBy: { notBefore: "asc" } });
    expect(rows.map(({ key, notBefore, usefulUntil, lane }) => [key, notBefore, usefulUntil, lane])).toEqual([
      ["new", at(1), at(61), "reminder"],
      ["sent", at(5), at(65), "reminder"],
      ["waits", at(9), at(69), "broadcast"],
    ]);
    const { id: _, ...planned } = notice("new", id, 1);
    expect(rows[0]).toMatchObject({ ...planned, status: "waiting", attempts: 0, lease: null });
  });

  test("are claimed when due, by one claimant, the earliest first, and again when the lease has run out", async () => {
    const { database } = await open();
    const { dialect, db } = database;
    const id = await person(database);
    await dialect.upsertNotices(db, [
      notice("b", id, -1),
      notice("a", id, 0),
      notice("later", id, 1),
      notice("c", id, -2, "broadcast"),
    ]);
    expect(keys(await dialect.claimNotices(db, { ...claim(), lanes: [] }))).toEqual([]);
    const mine = await dialect.claimNotices(db, { ...claim(10, "mine"), lanes: ["reminder", "reply"] });
    expect(keys(mine)).toEqual(["b", "a"]);
    expect(mine[0]).toMatchObject({ status: "sending", lease: "mine", leaseUntil: at(1), attempts: 0 });
    expect(keys(await dialect.claimNotices(db, claim()))).toEqual(["c"]);
    const taken = await dialect.claimNotices(db, { ...claim(2, "other"), now: at(1), leaseUntil: at(2) });
    expect(keys(taken)).toEqual(["c", "b"]);
    const fence = (lease: string) => db.notice.updateMany({ where: { key: "b", lease }, data: { status: "sent" } });
    expect([(await fence("mine")).count, (await fence("other")).count]).toEqual([0, 1]);
  });

  test("are claimed once each by claimants at the same time", async () => {
    const { database } = await open();
    const { dialect, db } = database;
    const id = await person(database);
    await dialect.upsertNotices(
      db,
      Array.from({ length: 300 }, (_, i) => notice(`k${i}`, id, -1)),
    );
    const claimed: string[] = [];
    const claimant = async () => {
      for (
        let rows = await dialect.claimNotices(db, claim(7));
        rows.length > 0;
        rows = await dialect.claimNotices(db, claim(7))
      )
        claimed.push(...keys(rows));
    };
    await Promise.all(Array.from({ length: 6 }, claimant));
    expect(claimed.length).toBe(300);
    expect(new Set(claimed).size).toBe(300);
  });
});

describeEachEngine("jobs", ({ open }) => {
  test("are claimed oldest first, by kind, and counted; a lost one comes again when its lease has run out", async () => {
    const { database } = await open();
    const { dialect, db } = database;
    const job = (id: string, kind: string, minutes: number) => ({
      id,
      kind,
      args: "{}",
      status: "new",
      progress: 0,
      attempts: 0,
      createdAt: at(minutes),
    });
    await db.job.createMany({ data: [job("2", "zip", -1), job("1", "zip", -2), job("3", "report", -3)] });
    const ids = async (options: { kinds?: string[]; now?: Date }) =>
      (await dialect.claimJobs(db, { ...claim(2), leaseUntil: at(1), ...options })).map((row) => [
        row.id,
        row.attempts,
      ]);
    expect(await ids({ kinds: ["zip"] })).toEqual([
      ["1", 1],
      ["2", 1],
    ]);
    expect(await ids({})).toEqual([["3", 1]]);
    expect(await ids({})).toEqual([]);
    expect(await ids({ now: at(1) })).toEqual([
      ["3", 2],
      ["1", 2],
    ]);
  });
});
