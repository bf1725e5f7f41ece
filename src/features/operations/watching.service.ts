/** Looking after the bot itself: whether it lives, has room, hears from Telegram, and had to give something up. */
import { after, type Clock, HOUR, MINUTE } from "#core/clock.ts";
import { dateIn, instantAt } from "#core/when.ts";
import type { DiskRoom } from "#platform/backup/index.ts";
import type { Database } from "#platform/db/index.ts";
import type { Alarms } from "./alarms.service.ts";
import { daysSchema, instantSchema, KEYS, type Undelivered } from "./model.ts";
import { isDiskLow, isOddlyQuiet, isUndelivered, LONG_APART, wasDown, withDay } from "./rules.ts";
import { countBuried, countUpdates, lastUpdateAt, readSetting, writeSetting } from "./store.ts";

export type WatchingParts = {
  database: Database;
  clock: Clock;
  alarms: Alarms;
  /** The room where the data lie; null when the system does not tell. */
  room(): Promise<DiskRoom | null>;
  /** What Telegram says of its calls to us; null where we ask Telegram. */
  undelivered: (() => Promise<Undelivered>) | null;
};

const PULSE = 5 * MINUTE;
const MEGABYTE = 1_000_000;
const PERCENT = 100;

export function createWatching({ database, clock, alarms, room, undelivered }: WatchingParts) {
  const { db } = database;
  let pulseAt: Date | null = null;
  let lookedAt: Date | null = null;
  let undeliveredSince: Date | null = null;

  async function pulse(now: Date): Promise<void> {
    if (pulseAt && now < after(pulseAt, PULSE)) return;
    pulseAt = now;
    await writeSetting(db, KEYS.heartbeat, now.toISOString(), now);
  }

  async function lookAtDisk(now: Date, zone: string): Promise<void> {
    const disk = await room();
    if (!disk) return;
    if (!isDiskLow(disk)) return await alarms.clear("disk");
    const figures = { free: Math.floor(disk.free / MEGABYTE), percent: Math.floor((disk.free / disk.total) * PERCENT) };
    await alarms.raise("disk", (await alarms.since("disk")) ?? now, zone, figures);
  }

  async function lookAtSilence(now: Date, zone: string): Promise<void> {
    const today = dateIn(now, zone);
    const known = (await readSetting(db, KEYS.days, daysSchema)) ?? {};
    let days = known;
    // The day before is counted once more: updates came after the last look.
    for (const date of [dateIn(after(now, -24 * HOUR), zone), today]) {
      const from = instantAt(date, 0, zone);
      days = withDay(days, date, await countUpdates(db, from, after(from, 24 * HOUR)));
    }
    await writeSetting(db, KEYS.days, days, now);
    const last = await lastUpdateAt(db);
    if (last && isOddlyQuiet(days, last, now, zone)) await alarms.raise("quiet", last, zone);
    else await alarms.clear("quiet");
  }

  /** One failed look is a restart of the proxy; two, an hour apart, are a trouble. */
  async function lookAtCalls(now: Date, zone: string): Promise<void> {
    const state = await undelivered?.().catch(() => null);
    if (!state) return;
    if (!isUndelivered(state, now)) {
      undeliveredSince = null;
      return await alarms.clear("webhook");
    }
    undeliveredSince ??= now;
    if (now >= after(undeliveredSince, HOUR))
      await alarms.raise("webhook", undeliveredSince, zone, { pending: state.pending });
  }

  async function lookAtDead(now: Date, zone: string): Promise<void> {
    const until = await readSetting(db, KEYS.buried, instantSchema);
    const today = dateIn(now, zone);
    if (until && dateIn(new Date(until), zone) === today) return;
    const { updates, messages } = await countBuried(db, until ? new Date(until) : after(now, -24 * HOUR));
    if (updates + messages === 0) return;
    await alarms.raise("dead", now, zone, { updates, messages });
    await writeSetting(db, KEYS.buried, now.toISOString(), now);
  }

  return {
    /** At a start: tells when the bot was down for long; not after a restore, whose last pulse is the copy's. */
    wake: async (zone: string, isRestored: boolean): Promise<void> => {
      const now = clock.now();
      const heartbeat = await readSetting(db, KEYS.heartbeat, instantSchema);
      if (heartbeat && !isRestored && wasDown(new Date(heartbeat), now))
        await alarms.raise("down", new Date(heartbeat), zone, { until: now.toISOString() });
      await pulse(now);
    },
    /** `lastContact`: when Telegram answered last, while it does not; null when it does. */
    tick: async (zone: string, lastContact: Date | null): Promise<void> => {
      const now = clock.now();
      await pulse(now);
      if (lastContact && now > after(lastContact, LONG_APART)) await alarms.raise("contact", lastContact, zone);
      if (lookedAt && now < after(lookedAt, HOUR)) return;
      lookedAt = now;
      await lookAtDisk(now, zone);
      await lookAtCalls(now, zone);
      await lookAtSilence(now, zone);
      await lookAtDead(now, zone);
    },
  };
}
