/** What leaving says unasked: to those concerned, to the leading curator, and one's own data when they were asked for. */
import { DAY, HOUR } from "#core/clock.ts";
import { type DueNotice, type NoticeKind, noticeKind } from "#features/notices/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { Contents } from "#platform/files/content.ts";
import { EXPORT_FILE, EXPORTED, FORMATS, NEWS, TOLD } from "./model.ts";
import { type Exported, exportedNotice } from "./privacy.view.ts";
import type { LeavingService } from "./service.ts";
import type { TodosService } from "./todos.service.ts";
import { type TodoNews, todoNotice } from "./todos.view.ts";
import { type ToldOf, toldNotice } from "./view.ts";

export type LeavingNoticesParts = {
  leave: () => { leaving: Pick<LeavingService, "told">; todos: Pick<TodosService, "news"> };
  contents: Contents;
};

const SLOTS = ["stopped", "paused", "returned"] as const;
const STATUS = { stopped: "stopped", paused: "paused", returned: "active" } as const;

/** Dropped when it was taken back, or something else was done, meanwhile. */
const told = ({ leave }: LeavingNoticesParts): NoticeKind =>
  noticeKind<ToldOf>({
    kind: TOLD,
    lane: "reply",
    late: { kind: "send" },
    usefulForMs: 7 * DAY,
    load: async (db, rows) => {
      const found = new Map<string, ToldOf>();
      for (const row of rows) {
        const slot = SLOTS.find((one) => one === row.slot);
        const part = slot ? await leave().leaving.told(db, row.personId, row.subjectId) : null;
        const stands = slot && part?.membership.status === STATUS[slot] && part.membership.rev === row.subjectRev;
        if (slot && part && stands) found.set(row.id, { slot, part });
      }
      return found;
    },
    show: toldNotice,
  });

/** Dropped when everything of it is done. */
const todo = ({ leave }: LeavingNoticesParts): NoticeKind =>
  noticeKind<TodoNews>({
    kind: NEWS,
    lane: "reminder",
    late: { kind: "collapse" },
    usefulForMs: 2 * DAY,
    load: async (db, rows) => {
      const found = new Map<string, TodoNews>();
      for (const row of rows) {
        const news = await leave().todos.news(db, row.personId, row.subjectId, row.slot);
        if (news) found.set(row.id, news);
      }
      return found;
    },
    show: todoNotice,
  });

async function fileOf(db: Db, contents: Contents, row: DueNotice): Promise<Exported> {
  const files = await contents.list(db, { kind: EXPORT_FILE, id: row.subjectId });
  const kept = files.find(({ name, personId }) => personId === row.personId && name.endsWith(`.${row.slot}`));
  const file = kept && (await contents.get(db, kept.id));
  return file && kept ? { bytes: file.bytes, name: kept.name, mime: kept.mime } : "failed";
}

const exported = ({ contents }: LeavingNoticesParts): NoticeKind =>
  noticeKind<Exported>({
    kind: EXPORTED,
    lane: "reply",
    late: { kind: "send" },
    usefulForMs: 12 * HOUR,
    load: async (db, rows) => {
      const found = new Map<string, Exported | null>();
      for (const row of rows) {
        const file = await fileOf(db, contents, row);
        // When it could not be made, that is said once.
        found.set(row.id, file === "failed" && row.slot !== FORMATS[0] ? null : file);
      }
      return found;
    },
    show: (t, file, { slot }) => exportedNotice(t, file, FORMATS.find((format) => format === slot) ?? FORMATS[0]),
  });

export const leavingNotices = (parts: LeavingNoticesParts): NoticeKind[] => [told(parts), todo(parts), exported(parts)];
