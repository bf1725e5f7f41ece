/** What lists say unasked: the slips and the table that were ordered, and that somebody waits to be found in a list. */
import { DAY, HOUR } from "#core/clock.ts";
import type { ProgrammeId } from "#core/ids.ts";
import type { Screen, T } from "#core/screen.ts";
import { type NoticeKind, noticeKind } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { Contents } from "#platform/files/content.ts";
import { titlesOf } from "./comers.store.ts";
import { listOrders, programmesOfLists } from "./files.store.ts";
import {
  COMERS,
  EXPORT_FILE,
  EXPORT_MADE,
  exportOrderSchema,
  SLIPS_FILE,
  SLIPS_MADE,
  slipsOrderSchema,
} from "./kinds.model.ts";
import { listComers } from "./store.ts";
import { comersWaiting, exportMade, type MadeFile, slipsFailed, slipsMade } from "./view.ts";

export type ListsNoticesParts = { contents: Contents; people: Pick<People, "may"> };

const USEFUL = 12 * HOUR;
const COMERS_USEFUL = DAY;

type Which = {
  kind: string;
  file: string;
  /** The programme that each of these jobs was ordered for. */
  programmes(db: Db, jobIds: string[]): Promise<Map<string, string>>;
  show(t: T, file: MadeFile): Screen;
};

/** Dropped when whoever ordered it may not have it any more: hours may lie between the order and the sending. */
const fileMade = ({ contents, people }: ListsNoticesParts, which: Which): NoticeKind =>
  noticeKind<MadeFile | "failed">({
    kind: which.kind,
    lane: "reply",
    late: { kind: "send" },
    usefulForMs: USEFUL,
    load: async (db, rows) => {
      const found = new Map<string, MadeFile | "failed">();
      const programmes = await which.programmes(
        db,
        rows.map((row) => row.subjectId),
      );
      for (const row of rows) {
        const id = programmes.get(row.subjectId) ?? "";
        if (!(await people.may(db, row.personId, "list.edit", { kind: "programme", id }))) continue;
        const [kept] = await contents.list(db, { kind: which.file, id: row.subjectId });
        const file = kept && (await contents.get(db, kept.id));
        found.set(row.id, file ? { bytes: file.bytes, name: kept.name, mime: kept.mime } : "failed");
      }
      return found;
    },
    show: (t, file) => (file === "failed" ? slipsFailed(t) : which.show(t, file)),
  });

/** Dropped when nobody waits any more, or it is not the reader's to say who they are. */
const comersWait = ({ people }: ListsNoticesParts): NoticeKind =>
  noticeKind<{ programmeId: ProgrammeId; title: string; count: number }>({
    kind: COMERS,
    lane: "reminder",
    late: { kind: "collapse" },
    usefulForMs: COMERS_USEFUL,
    load: async (db, rows) => {
      const found = new Map();
      const ids = [...new Set(rows.map(({ subjectId }) => subjectId))];
      const titles = await titlesOf(db, ids);
      for (const { id, personId, subjectId: programmeId } of rows) {
        const title = titles.get(programmeId);
        const comers = title === undefined ? [] : await listComers(db, programmeId);
        if (comers.length === 0) continue;
        if (!(await people.may(db, personId, "list.see", { kind: "programme", id: programmeId }))) continue;
        found.set(id, { programmeId, title, count: comers.length });
      }
      return found;
    },
    show: comersWaiting,
  });

async function ofSlips(db: Db, jobIds: string[]): Promise<Map<string, string>> {
  const orders = await listOrders(db, jobIds);
  const lists = new Map([...orders].map(([job, args]) => [job, slipsOrderSchema.safeParse(args).data?.listId ?? ""]));
  const programmes = await programmesOfLists(db, [...lists.values()]);
  return new Map([...lists].map(([job, list]) => [job, programmes.get(list) ?? ""]));
}

async function ofExports(db: Db, jobIds: string[]): Promise<Map<string, string>> {
  const orders = await listOrders(db, jobIds);
  return new Map([...orders].map(([job, args]) => [job, exportOrderSchema.safeParse(args).data?.programmeId ?? ""]));
}

export const listsNotices = (parts: ListsNoticesParts): NoticeKind[] => [
  comersWait(parts),
  fileMade(parts, { kind: SLIPS_MADE, file: SLIPS_FILE, programmes: ofSlips, show: slipsMade }),
  fileMade(parts, { kind: EXPORT_MADE, file: EXPORT_FILE, programmes: ofExports, show: exportMade }),
];
