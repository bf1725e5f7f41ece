/** What the owner is told of the bot itself; said even while everything else waits for the owner's word. */
import { DAY } from "#core/clock.ts";
import { type DueNotice, type NoticeKind, noticeKind } from "#features/notices/index.ts";
import {
  ALARM,
  ALARMS,
  type Alarm,
  heldSchema,
  KEYS,
  type Raised,
  RESTORED,
  raisedSchema,
  type Waiting,
} from "./model.ts";
import { countWaiting, onlyZone, readSetting } from "./store.ts";
import { alarmScreen, heldScreen } from "./view.ts";

const USEFUL = 7 * DAY;

const alarmOf = (row: DueNotice): Alarm | undefined => ALARMS.find((alarm) => alarm === row.subjectId);

/** Dropped when the trouble is over or was raised anew. */
const alarm: NoticeKind = noticeKind<{ alarm: Alarm; raised: Raised }>({
  kind: ALARM,
  lane: "reply",
  late: { kind: "collapse" },
  usefulForMs: USEFUL,
  load: async (db, rows) => {
    const found = new Map();
    for (const row of rows) {
      const alarm = alarmOf(row);
      const raised = alarm && (await readSetting(db, KEYS.alarm(alarm), raisedSchema));
      found.set(row.id, raised?.slot === row.slot ? { alarm, raised } : null);
    }
    return found;
  },
  show: (t, { alarm, raised }) => alarmScreen(t, alarm, raised),
});

/** Dropped when go was said already. */
const restored = (timeZone: string): NoticeKind =>
  noticeKind<Waiting>({
    kind: RESTORED,
    lane: "reply",
    late: { kind: "send" },
    usefulForMs: USEFUL,
    load: async (db, rows) => {
      const held = await readSetting(db, KEYS.held, heldSchema);
      const zone = (await onlyZone(db)) ?? timeZone;
      const waiting = held && { restored: held, zone, ...(await countWaiting(db, new Date(held.at))) };
      return new Map(rows.map((row) => [row.id, waiting]));
    },
    show: heldScreen,
  });

export const operationsNotices = ({ timeZone }: { timeZone: string }): NoticeKind[] => [alarm, restored(timeZone)];
