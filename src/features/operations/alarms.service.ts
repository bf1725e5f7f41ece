/** Telling the owner that something of the bot itself wants a hand: each trouble once, by day. */
import type { Clock } from "#core/clock.ts";
import type { Planning } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Database } from "#platform/db/index.ts";
import { ALARM, type Alarm, KEYS, type Raised, raisedSchema } from "./model.ts";
import { byDay, slotOf } from "./rules.ts";
import { forgetSetting, readSetting, writeSetting } from "./store.ts";

export type AlarmsParts = {
  database: Database;
  clock: Clock;
  people: Pick<People, "chatsWithRole">;
  notices: () => Pick<Planning, "plan" | "cancel"> & { wake(): void };
};

export type Alarms = {
  /** Tells the owner, unless this trouble (since this moment) was told already this week. */
  raise(alarm: Alarm, since: Date, zone: string, args?: Raised["args"]): Promise<void>;
  /** Since when the trouble lasts that was raised last; null when it is over. */
  since(alarm: Alarm): Promise<Date | null>;
  /** The trouble is over: what was not said yet is taken back. */
  clear(alarm: Alarm): Promise<void>;
};

export function createAlarms({ database, clock, people, notices }: AlarmsParts): Alarms {
  /** What this process has planned: looking once more costs nothing. */
  const planned = new Map<Alarm, string>();

  return {
    since: async (alarm) => {
      const raised = await readSetting(database.db, KEYS.alarm(alarm), raisedSchema);
      return raised ? new Date(raised.since) : null;
    },
    raise: async (alarm, since, zone, args = {}) => {
      const now = clock.now();
      const slot = slotOf(since, now);
      if (planned.get(alarm) === slot) return;
      await database.tx(async (tx) => {
        const owners = new Set((await people.chatsWithRole(tx, "owner")).map(({ personId }) => personId));
        await writeSetting(tx, KEYS.alarm(alarm), { slot, since: since.toISOString(), zone, args }, now);
        const wanted = { kind: ALARM, subjectId: alarm, subjectRev: 0, slot, notBefore: byDay(now, zone) };
        await notices().plan(
          tx,
          [...owners].map((personId) => ({ ...wanted, personId })),
        );
        if (owners.size > 0) planned.set(alarm, slot);
      });
      notices().wake();
    },
    clear: async (alarm) => {
      planned.delete(alarm);
      await database.tx(async (tx) => {
        if (await forgetSetting(tx, KEYS.alarm(alarm))) await notices().cancel(tx, { kind: ALARM, subjectId: alarm });
      });
    },
  };
}
