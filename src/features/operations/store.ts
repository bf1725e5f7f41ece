import type { ZodType } from "zod";
import type { Db } from "#platform/db/index.ts";
import { ALARM, KEYS, RESTORED, type Restored } from "./model.ts";

/** The remembered value; null when there is none, or an older program wrote another shape. */
export async function readSetting<Value>(db: Db, key: string, schema: ZodType<Value>): Promise<Value | null> {
  const row = await db.setting.findUnique({ where: { key } });
  if (!row) return null;
  try {
    return schema.safeParse(JSON.parse(row.value)).data ?? null;
  } catch {
    return null;
  }
}

export async function writeSetting(db: Db, key: string, value: unknown, now: Date): Promise<void> {
  const data = { value: JSON.stringify(value), updatedAt: now };
  await db.setting.upsert({ where: { key }, create: { key, ...data }, update: data });
}

export const forgetSetting = async (db: Db, key: string): Promise<boolean> =>
  (await db.setting.deleteMany({ where: { key } })).count > 0;

/** The row that a restored database carries from its first moment on. */
export const restoredSettings = (restored: Restored): Record<string, string> => ({
  [KEYS.restored]: JSON.stringify(restored),
});

/** The zone of the only school; null when there are several, or none yet. */
export async function onlyZone(db: Db): Promise<string | null> {
  const schools = await db.school.findMany({ select: { timeZone: true }, take: 2 });
  return schools.length === 1 ? (schools[0]?.timeZone ?? null) : null;
}

export async function lastUpdateAt(db: Db): Promise<Date | null> {
  const row = await db.inbox.findFirst({ orderBy: { receivedAt: "desc" }, select: { receivedAt: true } });
  return row?.receivedAt ?? null;
}

export const countUpdates = (db: Db, from: Date, until: Date): Promise<number> =>
  db.inbox.count({ where: { receivedAt: { gte: from, lt: until } } });

/** What was given up after `since`; our own alarms aside. */
export async function countBuried(db: Db, since: Date): Promise<{ updates: number; messages: number }> {
  const updates = await db.inbox.count({ where: { status: "dead", doneAt: { gt: since } } });
  const messages = await db.notice.count({
    where: { status: "dead", settledAt: { gt: since }, kind: { notIn: [ALARM, RESTORED] } },
  });
  return { updates, messages };
}

const HELD_LANES = ["reminder", "broadcast"];

/** Messages that wait for the owner's word, and those of them that were owed before `before`. */
export async function countWaiting(db: Db, before: Date): Promise<{ count: number; overdue: number }> {
  const where = { status: "waiting", lane: { in: HELD_LANES } };
  const count = await db.notice.count({ where });
  const overdue = await db.notice.count({ where: { ...where, notBefore: { lte: before } } });
  return { count, overdue };
}
