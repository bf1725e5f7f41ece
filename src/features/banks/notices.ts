/** What the banks say unasked: a reminder of the questionnaire, and the table that was ordered. */
import { DAY, HOUR } from "#core/clock.ts";
import { type NoticeKind, noticeKind } from "#features/notices/index.ts";
import type { Contents } from "#platform/files/content.ts";
import { EXPORTED, NUDGE, TABLE } from "./kinds.model.ts";
import { listUnfinished } from "./store.ts";
import { exported, exportFailed, nudge } from "./view.ts";

const NUDGE_USEFUL = 2 * DAY;
const TABLE_USEFUL = 12 * HOUR;

/** Dropped when the questionnaire was sent, or the person left, meanwhile. */
const nudging = noticeKind<true>({
  kind: NUDGE,
  lane: "reminder",
  late: { kind: "send" },
  usefulForMs: NUDGE_USEFUL,
  load: async (db, rows) => {
    const unfinished = await listUnfinished(
      db,
      rows.map((row) => row.subjectId),
    );
    return new Map(rows.map((row) => [row.id, unfinished.has(row.subjectId) ? true : null]));
  },
  show: nudge,
});

const tableReady = (contents: Contents): NoticeKind =>
  noticeKind<{ bytes: Uint8Array; name: string; mime: string } | "failed">({
    kind: EXPORTED,
    lane: "reply",
    late: { kind: "send" },
    usefulForMs: TABLE_USEFUL,
    load: async (db, rows) => {
      const found = new Map();
      for (const row of rows) {
        const [kept] = await contents.list(db, { kind: TABLE, id: row.subjectId });
        const file = kept && (await contents.get(db, kept.id));
        found.set(row.id, file ? { bytes: file.bytes, name: kept.name, mime: kept.mime } : "failed");
      }
      return found;
    },
    show: (t, file) => (file === "failed" ? exportFailed(t) : exported(t, file)),
  });

export const banksNotices = (contents: Contents): NoticeKind[] => [nudging, tableReady(contents)];
