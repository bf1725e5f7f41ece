/** Blank questionnaires and the table for filled ones: ordered by who may enter answers, made as a job, sent as two files. */
import type { z } from "zod";
import { after, type Clock, DAY, MINUTE } from "#core/clock.ts";
import type { PersonId, ProgrammeId } from "#core/ids.ts";
import type { T } from "#core/screen.ts";
import type { Consents } from "#features/consents/index.ts";
import { type JobKind, type Jobs, jobKind, type RunningJob } from "#features/jobs/index.ts";
import type { Planning } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Questionnaires } from "#features/questionnaires/index.ts";
import type { Words } from "#features/questionnaires/model.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Contents } from "#platform/files/content.ts";
import type { FileWorks } from "#platform/files/heavy.ts";
import type { Paper } from "#platform/files/paper.ts";
import type { Table } from "#platform/files/sheet.ts";
import type { Heavy } from "#platform/heavy.ts";
import type { Texts } from "#platform/i18n.ts";
import { orderSchema, PAPER_SLOTS, PAPERS, PAPERS_JOB, PAPERS_READY } from "./kinds.model.ts";
import type { Side } from "./model.ts";
import type { Blank } from "./papers.model.ts";
import { deleteOldFiles } from "./store.ts";

export type PapersParts = {
  database: Database;
  clock: Clock;
  texts: Texts;
  people: Pick<People, "membersOf" | "authorise" | "record" | "historyOf">;
  programmes: Pick<Programmes, "find">;
  questionnaires: Pick<Questionnaires, "paperOf" | "words">;
  consents: Pick<Consents, "stateOf">;
  contents: Contents;
  heavy: Heavy<FileWorks>;
  jobs: Pick<Jobs, "enqueue">;
  /** Notices are made after the kinds of jobs are known. */
  notices: () => Pick<Planning, "plan">;
  /** How the papers look: handed in, for a service does not know it. */
  look: {
    paper(t: T, words: Words, programme: Programme, blanks: Blank[]): Paper;
    tables(t: T, words: Words, programme: Programme, blanks: Blank[]): Table[];
  };
};

export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** Files that were made or sent in are kept for a day. */
const KEPT = DAY;
/** Within this time a second tap means the same papers. */
const SAME_ORDER = MINUTE;
const LOOK_BACK = 20;

/** Null instead: there is nobody to print for. */
type Made = { docx: Uint8Array; xlsx: Uint8Array; names: [string, string] };

/** Everybody of a side whose questionnaire is not sent and who has not said no. */
async function blanksOf(
  { people, questionnaires, consents }: PapersParts,
  db: Db,
  programmeId: ProgrammeId,
  side: Side,
) {
  const members = (await people.membersOf(db, programmeId, side)).filter(({ status }) => status === "active");
  const states = await consents.stateOf(
    db,
    members.map(({ membershipId }) => membershipId),
  );
  const blanks: Blank[] = [];
  for (const { membershipId, code } of members) {
    const state = states.get(membershipId)?.kind;
    if (state === "declined" || state === "withdrawn") continue;
    const paper = await questionnaires.paperOf(db, membershipId);
    if (paper?.state.status !== "open") continue;
    const { definition, participant } = paper;
    blanks.push({ code, definition, participant, size: paper.state.size });
  }
  return blanks.toSorted((one, other) => one.code.localeCompare(other.code));
}

/** The job's kind, for `app` to hand to the jobs. */
export function papersJob(parts: PapersParts): JobKind {
  const { database, clock, texts, programmes, questionnaires, contents, heavy, look } = parts;

  async function tell(tx: Db, { id, personId }: RunningJob, slots: readonly string[]): Promise<void> {
    if (!personId) return;
    const about = { kind: PAPERS_READY, subjectId: id, subjectRev: 0, personId, notBefore: clock.now() };
    await parts.notices().plan(
      tx,
      slots.map((slot) => ({ ...about, slot })),
    );
  }

  return jobKind<z.infer<typeof orderSchema>, Made | null>({
    kind: PAPERS_JOB,
    args: orderSchema,
    run: async ({ programmeId, side }, _job, { signal }) => {
      const programme = await programmes.find(database.db, programmeId);
      if (!programme) return { kind: "failed", reason: "gone" };
      const blanks = await blanksOf(parts, database.db, programmeId, side);
      if (blanks.length === 0) return { kind: "done", result: null };
      const t = texts.voice({ locale: programme.school.locale, track: programme.track });
      const paper = look.paper(t, questionnaires.words, programme, blanks);
      const docx = await heavy.run("writePaper", paper, { signal });
      if (docx.kind !== "done") return { kind: "failed", reason: docx.kind };
      const sheets = look.tables(t, questionnaires.words, programme, blanks);
      const xlsx = await heavy.run("writeSheet", { sheets }, { signal });
      if (xlsx.kind !== "done") return { kind: "failed", reason: xlsx.kind };
      const names: [string, string] = [`${t.plain("behalf-file-paper")}.docx`, `${t.plain("behalf-file-table")}.xlsx`];
      return { kind: "done", result: { docx: docx.result, xlsx: xlsx.result, names } };
    },
    onDone: async (tx, job, _, made) => {
      if (!made) return await tell(tx, job, ["nobody"]);
      const { docx, xlsx, names } = made;
      const of = { subject: { kind: PAPERS, id: job.id }, personId: job.personId };
      await contents.put(tx, { ...of, bytes: docx, name: names[0], mime: DOCX });
      await contents.put(tx, { ...of, bytes: xlsx, name: names[1], mime: XLSX });
      await tell(tx, job, PAPER_SLOTS);
    },
    onFailed: (tx, job) => tell(tx, job, ["failed"]),
  });
}

export function createPapers(parts: PapersParts) {
  const { database, clock, people, programmes, contents, jobs } = parts;
  const { db } = database;

  const isOrdered = async (tx: Db, actorId: PersonId, programmeId: ProgrammeId, side: Side): Promise<boolean> => {
    const lines = await people.historyOf(tx, { kind: "programme", id: programmeId }, LOOK_BACK);
    const since = after(clock.now(), -SAME_ORDER);
    const isSame = (line: (typeof lines)[number]) =>
      line.act === "papers" && line.actorId === actorId && line.after === side && line.at > since;
    return lines.some(isSame);
  };

  return {
    /** The programme for which this person may print and enter papers; null when there is none. */
    programmeFor: async (actorId: PersonId, programmeId: ProgrammeId): Promise<Programme | null> =>
      (await people.authorise(db, actorId, "run.enter", { kind: "programme", id: programmeId }))
        ? await programmes.find(db, programmeId)
        : null,

    /** Orders blank questionnaires; they come as messages of their own. Two taps within a minute are one order. */
    order: (actorId: PersonId, programmeId: ProgrammeId, side: Side): Promise<boolean> =>
      database.tx(async (tx) => {
        if (!(await people.authorise(tx, actorId, "run.enter", { kind: "programme", id: programmeId }))) return false;
        if (await isOrdered(tx, actorId, programmeId, side)) return true;
        await jobs.enqueue(tx, { kind: PAPERS_JOB, args: { programmeId, side }, personId: actorId });
        const deed = { actorId, subjectKind: "programme", subjectId: programmeId, at: clock.now() };
        await people.record(tx, { ...deed, act: "papers", after: side });
        return true;
      }),

    /** Erases papers that were made, and tables that were sent in and left, more than a day ago. */
    tidy: (now: Date): Promise<void> => database.tx((tx) => deleteOldFiles(tx, contents, after(now, -KEPT))),
  };
}

export type Papers = ReturnType<typeof createPapers>;
