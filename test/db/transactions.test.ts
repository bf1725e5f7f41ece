import { describe, expect, test } from "vitest";
import type { Db } from "#platform/db/index.ts";
import { isUniqueViolation } from "#platform/db/index.ts";
import { describeEachEngine } from "#test/support/database.ts";

const AT = new Date("2026-11-20T07:00:00Z");

const write = (db: Db, key: string, value = "") => db.setting.create({ data: { key, value, updatedAt: AT } });
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** An attachment whose bytes are missing, noticed only at COMMIT: the one way to make a COMMIT fail at will. */
async function breakCommit(tx: Db, kind: string): Promise<void> {
  if (kind === "sqlite") {
    await tx.$executeRawUnsafe("PRAGMA defer_foreign_keys = ON");
    const data = { id: "a", hash: "none", name: "", mime: "", subjectKind: "", subjectId: "", createdAt: AT };
    await tx.attachment.create({ data });
  } else {
    await tx.$executeRawUnsafe(`CREATE TABLE "Once" (n int UNIQUE DEFERRABLE INITIALLY DEFERRED)`);
    await tx.$executeRawUnsafe(`INSERT INTO "Once" VALUES (1), (1)`);
  }
}

describeEachEngine("a transaction", ({ kind, open }) => {
  test("acknowledges exactly what is kept when 500 writes of all sorts run at once and every tenth fails (D3)", async () => {
    const { database } = await open();
    const acknowledged: string[] = [];
    const both = async (key: string, fails: boolean) => {
      await database.tx(async (tx) => {
        await write(tx, key);
        await turn();
        await tx.setting.update({ where: { key }, data: { value: "twice" } });
        if (fails) throw new Error("changed my mind");
      });
      acknowledged.push(key);
    };
    const single = async (key: string) => {
      await write(database.db, key);
      acknowledged.push(key);
    };
    const tasks = Array.from({ length: 500 }, async (_, i) => {
      for (let k = 0; k < i % 7; k++) await turn();
      return i % 2 ? single(`s${i}`) : both(`t${i}`, i % 10 === 0);
    });
    const failed = (await Promise.allSettled(tasks)).filter((one) => one.status === "rejected");
    const rows = await database.db.setting.findMany();
    expect(failed).toHaveLength(50);
    expect(rows.map((row) => row.key).sort()).toEqual(acknowledged.sort());
    expect(rows.every((row) => row.value === (row.key.startsWith("t") ? "twice" : ""))).toBe(true);
  });

  test("that cannot be committed fails alone; the next ones succeed (D2)", async () => {
    const { database } = await open();
    const failing = database.tx(async (tx) => {
      await write(tx, "lost");
      await breakCommit(tx, kind);
    });
    await expect(failing).rejects.toThrow();
    await write(database.db, "after");
    await database.tx((tx) => write(tx, "within"));
    const keys = (await database.db.setting.findMany({ orderBy: { key: "asc" } })).map((row) => row.key);
    expect(keys).toEqual(["after", "within"]);
  });

  test("is not half kept when an error inside was caught", async () => {
    const { database } = await open();
    await write(database.db, "there");
    const outcome = await database
      .tx(async (tx) => {
        await write(tx, "new");
        await write(tx, "there").catch(() => {});
      })
      .then(() => "kept")
      .catch(() => "refused");
    // SQLite goes on after a refused statement, PostgreSQL does not; what was acknowledged is there in both.
    expect(outcome).toBe(kind === "sqlite" ? "kept" : "refused");
    expect(await database.db.setting.count({ where: { key: "new" } })).toBe(outcome === "kept" ? 1 : 0);
  });

  test("runs after the one before it: two that count up do not lose a step", async () => {
    const { database } = await open();
    await write(database.db, "n", "0");
    const step = () =>
      database.tx(async (tx) => {
        const row = await tx.setting.findUniqueOrThrow({ where: { key: "n" } });
        await turn();
        await tx.setting.update({ where: { key: "n" }, data: { value: String(Number(row.value) + 1) } });
      });
    await Promise.all(Array.from({ length: 100 }, step));
    expect((await database.db.setting.findUniqueOrThrow({ where: { key: "n" } })).value).toBe("100");
  });

  test("shows nothing of itself to others before it is committed", async () => {
    const { database } = await open();
    let seen: Promise<number> | undefined;
    const outside = database.db.setting;
    await database
      .tx(async (tx) => {
        await write(tx, "mine");
        seen = outside.count();
        await turn();
        throw new Error("changed my mind");
      })
      .catch(() => {});
    expect(await seen).toBe(0);
  });

  test("throws at once when the outer client or another transaction is used inside it", async () => {
    const { database } = await open();
    await expect(database.tx(() => write(database.db, "x"))).rejects.toThrow("outside of the transaction");
    await expect(database.tx(() => database.tx(async () => {}))).rejects.toThrow("do not nest");
    const later = await database.tx(async () => ({ write: () => write(database.db, "later") }));
    await later.write();
    expect(await database.db.setting.count()).toBe(1);
  });

  test("tells a second row with the same unique value from other errors", async () => {
    const { database } = await open();
    await write(database.db, "k");
    const again = await write(database.db, "k").catch((error: unknown) => error);
    const raw = await database.db
      .$executeRaw`INSERT INTO "Setting" ("key", "value", "updatedAt") VALUES ('k', '', ${AT})`.catch(
      (error: unknown) => error,
    );
    const orphan = await database.db.attachment
      .create({ data: { id: "a", hash: "none", name: "", mime: "", subjectKind: "", subjectId: "", createdAt: AT } })
      .catch((error: unknown) => error);
    expect([again, raw, orphan].map(isUniqueViolation)).toEqual([true, true, false]);
    expect(orphan).toMatchObject({ code: "P2003" });
  });
});

describe("a misuse", () => {
  test("is not an error of Prisma", () => {
    expect([new Error("x"), undefined, null, "P2002", { code: "P2003" }].map(isUniqueViolation)).toEqual(
      Array(5).fill(false),
    );
  });
});
