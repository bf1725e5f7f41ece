/** What acting for others says unasked: papers that were ordered, answers that were entered, the week's list. */
import { DAY, HOUR } from "#core/clock.ts";
import type { Consents } from "#features/consents/index.ts";
import { type DueNotice, type NoticeKind, noticeKind } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Programmes } from "#features/programmes/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { Contents } from "#platform/files/content.ts";
import { ENTERED, orderSchema, PAPER_SLOTS, PAPERS, PAPERS_READY, WEEKLY } from "./kinds.model.ts";
import { enteredScreen, failedScreen, paperScreen } from "./notices.view.ts";
import { listEntered, listOrders } from "./store.ts";
import type { BehalfTelling } from "./tell.service.ts";
import { weeklyScreen } from "./tell.view.ts";

export type BehalfNoticesParts = {
  contents: Contents;
  people: Pick<People, "may">;
  programmes: Pick<Programmes, "find">;
  /** Made after the kinds of notices are known. */
  later(): { consents: Pick<Consents, "mayProcess">; behalf: { telling: Pick<BehalfTelling, "countFor"> } };
};

const PAPERS_USEFUL = 12 * HOUR;
const ENTERED_USEFUL = 14 * DAY;
const WEEKLY_USEFUL = 3 * DAY;

type Ready = { bytes: Uint8Array; name: string; mime: string } | { failed: "nobody" | "other" };

async function readyFor(contents: Contents, db: Db, { subjectId, slot }: DueNotice): Promise<Ready> {
  if (slot === "nobody") return { failed: "nobody" };
  const files = await contents.list(db, { kind: PAPERS, id: subjectId });
  const slots: readonly string[] = PAPER_SLOTS;
  const kept = files[slots.indexOf(slot)];
  const file = kept && (await contents.get(db, kept.id));
  return kept && file ? { bytes: file.bytes, name: kept.name, mime: kept.mime } : { failed: "other" };
}

/** Dropped when whoever ordered them may not enter answers any more. */
const papersReady = ({ contents, people }: BehalfNoticesParts): NoticeKind =>
  noticeKind<Ready>({
    kind: PAPERS_READY,
    lane: "reply",
    late: { kind: "send" },
    usefulForMs: PAPERS_USEFUL,
    load: async (db, rows) => {
      const found = new Map<string, Ready>();
      const orders = await listOrders(
        db,
        rows.map((row) => row.subjectId),
      );
      for (const row of rows) {
        const id = orderSchema.safeParse(orders.get(row.subjectId)).data?.programmeId ?? "";
        if (!(await people.may(db, row.personId, "run.enter", { kind: "programme", id }))) continue;
        found.set(row.id, await readyFor(contents, db, row));
      }
      return found;
    },
    show: (t, ready, { slot }) =>
      "failed" in ready ? failedScreen(t, ready.failed) : paperScreen(t, ready, slot === "table" ? "table" : "paper"),
  });

/** Whose answers were entered may look at them and change them. */
const entered = ({ later }: BehalfNoticesParts): NoticeKind =>
  noticeKind<{ runId: string; source: "words" | "paper" }>({
    kind: ENTERED,
    lane: "reply",
    late: { kind: "send" },
    usefulForMs: ENTERED_USEFUL,
    load: async (db, rows) => {
      const runs = await listEntered(
        db,
        rows.map((row) => row.subjectId),
      );
      const found = new Map<string, { runId: string; source: "words" | "paper" }>();
      for (const row of rows) {
        const run = runs.find(({ id }) => id === row.subjectId);
        if (!run || !(await later().consents.mayProcess(db, run.membershipId))) continue;
        found.set(row.id, { runId: run.id, source: run.source === "paper" ? "paper" : "words" });
      }
      return found;
    },
    show: (t, model) => enteredScreen(t, model),
  });

/** Not sent when everybody has been told by then. */
const weekly = ({ programmes, later }: BehalfNoticesParts): NoticeKind =>
  noticeKind<{ count: number; programmeId: string; title: string }>({
    kind: WEEKLY,
    lane: "reminder",
    late: { kind: "collapse" },
    usefulForMs: WEEKLY_USEFUL,
    load: async (db, rows) => {
      const found = new Map<string, { count: number; programmeId: string; title: string }>();
      for (const row of rows) {
        const count = await later().behalf.telling.countFor(db, row.personId, row.subjectId);
        const programme = count > 0 ? await programmes.find(db, row.subjectId) : null;
        if (programme?.status === "active")
          found.set(row.id, { count, programmeId: programme.id, title: programme.title });
      }
      return found;
    },
    show: weeklyScreen,
  });

export const behalfNotices = (parts: BehalfNoticesParts): NoticeKind[] => [
  papersReady(parts),
  entered(parts),
  weekly(parts),
];
