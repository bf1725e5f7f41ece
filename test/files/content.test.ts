import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { virtualClock } from "#platform/clock.ts";
import { type Attachment, createContents, LARGEST_FILE, type NewContent } from "#platform/files/content.ts";
import { describeEachEngine } from "#test/support/database.ts";

const START = new Date("2026-11-20T07:00:00Z");

describeEachEngine("the content store", (engine) => {
  const open = async () => {
    const clock = virtualClock(START);
    const { database } = await engine.open({ clock });
    const contents = createContents({ clock });
    const put = async (content: Partial<NewContent> & { bytes: Uint8Array }): Promise<Attachment> => {
      const file = {
        name: "план.docx",
        mime: "text/plain",
        subject: { kind: "run", id: "r1" },
        personId: null,
        ...content,
      };
      const outcome = await database.tx((tx) => contents.put(tx, file));
      if (outcome.kind !== "stored") throw new Error(outcome.kind);
      return outcome.attachment;
    };
    return { database, contents, put };
  };
  const some = (size = 1_000) => new Uint8Array(randomBytes(size));

  it("gives back what it was given, byte by byte", async () => {
    const { database, contents, put } = await open();
    const bytes = some(300_000);
    const kept = await put({ bytes });
    expect(kept).toMatchObject({ size: 300_000, name: "план.docx", createdAt: START });
    expect(kept.hash).toMatch(/^[0-9a-f]{64}$/);
    const found = await contents.get(database.db, kept.id);
    expect(found?.attachment).toEqual(kept);
    expect(Buffer.compare(found?.bytes ?? new Uint8Array(), bytes)).toBe(0);
  });

  it("keeps the same content once, and erases it with its last owner", async () => {
    const { database, contents, put } = await open();
    const bytes = some();
    const mine = await put({ bytes, name: "мой.txt" });
    const yours = await put({ bytes, name: "твой.txt" });
    expect(await database.db.blob.count()).toBe(1);
    expect(await database.tx((tx) => contents.erase(tx, { id: mine.id }))).toBe(1);
    expect(await contents.get(database.db, mine.id)).toBeNull();
    expect(await contents.get(database.db, yours.id)).not.toBeNull();
    await database.tx((tx) => contents.erase(tx, { id: yours.id }));
    expect(await database.db.blob.count()).toBe(0);
  });

  it("erases all of a person and all of a thing, and nothing else", async () => {
    const { database, contents, put } = await open();
    await put({ bytes: some(), personId: "anna" });
    await put({ bytes: some(), personId: "anna", subject: { kind: "programme", id: "p" } });
    const left = await put({ bytes: some(), personId: "boris", subject: { kind: "programme", id: "q" } });
    await put({ bytes: some(), subject: { kind: "programme", id: "p" } });
    expect(await database.tx((tx) => contents.erase(tx, { personId: "anna" }))).toBe(2);
    expect(await database.tx((tx) => contents.erase(tx, { subject: { kind: "programme", id: "p" } }))).toBe(1);
    expect(await contents.list(database.db, { kind: "programme", id: "q" })).toEqual([left]);
    expect(await database.db.blob.count()).toBe(1);
  });

  it("refuses a file over 20 MB and an empty one", async () => {
    const { database, contents } = await open();
    const file = { name: "a", mime: "a/b", subject: { kind: "run", id: "r1" }, personId: null };
    const put = (size: number) => database.tx((tx) => contents.put(tx, { ...file, bytes: new Uint8Array(size) }));
    expect(await put(LARGEST_FILE + 1)).toEqual({ kind: "tooBig", limit: LARGEST_FILE });
    expect(await put(0)).toEqual({ kind: "empty" });
    expect(await database.db.blob.count()).toBe(0);
  });

  it("keeps nothing of a transaction that failed", async () => {
    const { database, contents } = await open();
    const file = { name: "a", mime: "a/b", subject: { kind: "run", id: "r1" }, personId: null, bytes: some() };
    const failing = database.tx(async (tx) => {
      await contents.put(tx, file);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await database.db.blob.count()).toBe(0);
  });

  it("cleans names and kinds that come from outside", async () => {
    const { put } = await open();
    const kept = await put({ bytes: some(), name: "../../\u202Eexe.pdf\u0000", mime: "text/html; <script>" });
    expect(kept).toMatchObject({ name: "exe.pdf", mime: "application/octet-stream" });
  });
});
