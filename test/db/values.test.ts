import { expect, test } from "vitest";
import { newId } from "#core/ids.ts";
import { describeEachEngine } from "#test/support/database.ts";

const AT = new Date("2026-11-20T07:00:00.123Z");

describeEachEngine("what is written", ({ open }) => {
  test("comes back as it was: instants, big numbers, bytes, yes and no, any letters", async () => {
    const { database } = await open();
    const name = `Ёжик \u202Eשלום 👩‍👩‍👧 <b>&"'%_\\ ő\n${"я".repeat(4_000)}`;
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    for (const at of [AT, new Date(0), new Date("1999-12-31T23:59:59.999Z"), new Date("2100-01-01T00:00:00.001Z")]) {
      await database.db.setting.create({ data: { key: at.toISOString(), value: name, updatedAt: at } });
      const row = await database.db.setting.findUniqueOrThrow({ where: { key: at.toISOString() } });
      expect(row).toEqual({ key: at.toISOString(), value: name, updatedAt: at });
    }
    for (const telegramId of [0n, -1_002_345_678_901n, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)]) {
      const account = { id: newId(), telegramId, languageCode: null, locale: null, reachable: telegramId > 0n };
      await database.db.chatAccount.create({ data: { ...account, createdAt: AT, seenAt: AT } });
      const row = await database.db.chatAccount.findUniqueOrThrow({ where: { telegramId } });
      expect(row).toEqual({ ...account, createdAt: AT, seenAt: AT });
    }
    await database.db.blob.create({ data: { hash: "h", size: 256, bytes, createdAt: AT } });
    const blob = await database.db.blob.findUniqueOrThrow({ where: { hash: "h" } });
    expect(Buffer.from(blob.bytes).equals(bytes)).toBe(true);
  });

  test("is found and sorted by instant and by number", async () => {
    const { database } = await open();
    const { db } = database;
    for (const [i, at] of [3, 1, 2].entries()) {
      const data = {
        chatId: BigInt(at) * 10_000_000_000n,
        kind: "k",
        args: "{}",
        state: "",
        updatedAt: new Date(AT.getTime() + at),
      };
      await db.focus.create({ data: { ...data, screenId: i } });
    }
    const later = await db.focus.findMany({
      where: { updatedAt: { gt: new Date(AT.getTime() + 1) } },
      orderBy: { updatedAt: "asc" },
    });
    expect(later.map((row) => row.chatId)).toEqual([20_000_000_000n, 30_000_000_000n]);
    expect(await db.focus.count({ where: { chatId: { in: [10_000_000_000n, 5n] } } })).toBe(1);
    const sums = await db.focus.aggregate({
      _max: { chatId: true, updatedAt: true },
      _sum: { screenId: true },
      _count: true,
    });
    expect(sums).toEqual({
      _max: { chatId: 30_000_000_000n, updatedAt: new Date(AT.getTime() + 3) },
      _sum: { screenId: 3 },
      _count: 3,
    });
    const rows = await db.$queryRaw<
      { n: bigint | number }[]
    >`SELECT COUNT(*) AS n FROM "Focus" WHERE "updatedAt" <= ${new Date(AT.getTime() + 2)}`;
    expect(Number(rows[0]?.n)).toBe(2);
  });

  test("is refused when a text holds U+0000, and nothing else is lost by it", async () => {
    const { database } = await open();
    const write = (value: string) => database.db.setting.create({ data: { key: value, value, updatedAt: AT } });
    await expect(write("a\u0000b")).rejects.toThrow();
    await write("ab");
    expect(await database.db.setting.count()).toBe(1);
  });
});
