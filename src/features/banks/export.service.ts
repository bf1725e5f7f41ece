/** The job that makes a bank's table; whoever ordered it gets it as a message of its own. */
import type { z } from "zod";
import { after, type Clock, DAY } from "#core/clock.ts";
import type { T } from "#core/screen.ts";
import { type JobKind, jobKind, type RunningJob } from "#features/jobs/index.ts";
import type { Planning } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Questionnaires } from "#features/questionnaires/index.ts";
import type { Words } from "#features/questionnaires/model.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Contents } from "#platform/files/content.ts";
import type { FileWorks } from "#platform/files/heavy.ts";
import type { Table } from "#platform/files/sheet.ts";
import type { Heavy } from "#platform/heavy.ts";
import type { Texts } from "#platform/i18n.ts";

import { EXPORT_JOB, EXPORTED, orderSchema, TABLE } from "./kinds.model.ts";
import type { Bank, Exported, Side } from "./model.ts";
import { deleteOldTables } from "./store.ts";

export type ExportOutside = {
  database: Database;
  clock: Clock;
  texts: Texts;
  people: Pick<People, "find" | "chatsOf">;
  programmes: Pick<Programmes, "find">;
  questionnaires: Pick<Questionnaires, "views" | "words">;
  contents: Contents;
  heavy: Heavy<FileWorks>;
  /** Notices are made after the kinds of jobs are known. */
  notices: () => Pick<Planning, "plan">;
  load(db: Db, programmeId: string, side: Side): Promise<Bank>;
  /** How the table looks: handed in, for a service does not know it. */
  tables(t: T, words: Words, programme: Programme, everybody: Exported[]): Table[];
};

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** A table holds people's answers: it is kept only until it has been sent. */
const KEPT = DAY;

export function exportJob(outside: ExportOutside): JobKind {
  const { database, clock, texts, people, programmes, questionnaires, contents, heavy } = outside;

  async function tell(tx: Db, { id, personId }: RunningJob): Promise<void> {
    if (!personId) return;
    const owed = { kind: EXPORTED, subjectId: id, subjectRev: 0, personId, slot: "ready", notBefore: clock.now() };
    await outside.notices().plan(tx, [owed]);
  }

  return jobKind<z.infer<typeof orderSchema>, { bytes: Uint8Array; name: string }>({
    kind: EXPORT_JOB,
    args: orderSchema,
    run: async ({ programmeId, side }, { personId }, { signal }) => {
      const { db } = database;
      const programme = await programmes.find(db, programmeId);
      const reader = personId ? await people.find(db, personId) : null;
      if (!programme) return { kind: "failed", reason: "gone" };
      const [chat] = personId ? await people.chatsOf(db, [personId]) : [];
      const locale = reader?.locale ?? chat?.locale ?? programme.school.locale;
      const t = texts.voice({ locale, track: programme.track });
      const { entries } = await outside.load(db, programmeId, side);
      const runIds = entries.flatMap(({ runId }) => (runId ? [runId] : []));
      const runs = new Map((await questionnaires.views(db, runIds)).map((view) => [view.run.id, view]));
      const everybody = entries.map((entry) => ({ entry, run: (entry.runId && runs.get(entry.runId)) || null }));
      const sheets = outside.tables(t, questionnaires.words, programme, everybody);
      const made = await heavy.run("writeSheet", { sheets }, { signal });
      if (made.kind !== "done") return { kind: "failed", reason: made.kind };
      return { kind: "done", result: { bytes: made.result, name: `${t.plain(`banks-file-${side}`)}.xlsx` } };
    },
    onDone: async (tx, job, _, { bytes, name }) => {
      const subject = { kind: TABLE, id: job.id };
      await contents.put(tx, { bytes, name, mime: XLSX, subject, personId: job.personId });
      await tell(tx, job);
    },
    onFailed: tell,
  });
}

/** Erases tables that were made more than a day ago. */
export const eraseOldTables = (database: Database, contents: Contents, now: Date): Promise<void> =>
  database.tx((tx) => deleteOldTables(tx, contents, TABLE, after(now, -KEPT)));
