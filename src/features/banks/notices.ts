/** What the banks say unasked: a reminder of the questionnaire, that a name was put right, and the table that was ordered. */
import { DAY, HOUR } from "#core/clock.ts";
import { type NoticeKind, noticeKind } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Contents } from "#platform/files/content.ts";
import { EXPORTED, NUDGE, orderSchema, RENAMED, TABLE } from "./kinds.model.ts";
import { renamed } from "./naming.view.ts";
import { listHere, listOrders, listUnfinished } from "./store.ts";
import { exported, exportFailed, nudge } from "./view.ts";

export type BanksNoticesParts = { contents: Contents; people: Pick<People, "may"> };

const NUDGE_USEFUL = 2 * DAY;
const RENAMED_USEFUL = 7 * DAY;
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

/** Dropped when the person has left meanwhile. */
const renaming = noticeKind<true>({
  kind: RENAMED,
  lane: "reminder",
  late: { kind: "send" },
  usefulForMs: RENAMED_USEFUL,
  load: async (db, rows) => {
    const here = await listHere(
      db,
      rows.map((row) => row.subjectId),
    );
    return new Map(rows.map((row) => [row.id, here.has(row.subjectId) ? true : null]));
  },
  show: renamed,
});

/** Dropped when whoever ordered it may not have it any more: hours may lie between the order and the sending. */
const tableReady = ({ contents, people }: BanksNoticesParts): NoticeKind =>
  noticeKind<{ bytes: Uint8Array; name: string; mime: string } | "failed">({
    kind: EXPORTED,
    lane: "reply",
    late: { kind: "send" },
    usefulForMs: TABLE_USEFUL,
    load: async (db, rows) => {
      const found = new Map();
      const orders = await listOrders(
        db,
        rows.map((row) => row.subjectId),
      );
      for (const row of rows) {
        const order = orderSchema.safeParse(orders.get(row.subjectId));
        const subject = { kind: "programme", id: order.data?.programmeId ?? "" } as const;
        if (!(await people.may(db, row.personId, "bank.export", subject))) continue;
        const [kept] = await contents.list(db, { kind: TABLE, id: row.subjectId });
        const file = kept && (await contents.get(db, kept.id));
        found.set(row.id, file ? { bytes: file.bytes, name: kept.name, mime: kept.mime } : "failed");
      }
      return found;
    },
    show: (t, file) => (file === "failed" ? exportFailed(t) : exported(t, file)),
  });

export const banksNotices = (parts: BanksNoticesParts): NoticeKind[] => [nudging, renaming, tableReady(parts)];
