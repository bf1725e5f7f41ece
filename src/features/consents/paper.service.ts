/** The job that makes a ledger or forms to be signed; whoever ordered it gets it as a message of its own. */
import { after, type Clock, DAY } from "#core/clock.ts";
import type { MembershipId } from "#core/ids.ts";
import type { T } from "#core/screen.ts";
import { type JobKind, jobKind, type RunningJob } from "#features/jobs/index.ts";
import type { Planning } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Contents } from "#platform/files/content.ts";
import type { FileWorks } from "#platform/files/heavy.ts";
import type { Paper } from "#platform/files/paper.ts";
import type { Table } from "#platform/files/sheet.ts";
import type { Heavy } from "#platform/heavy.ts";
import type { Texts } from "#platform/i18n.ts";
import { fillDocument } from "./documents.rules.ts";
import { findDocument } from "./documents.store.ts";
import { PAPER, PAPER_JOB, PAPER_READY, type PaperOrder, paperSchema } from "./kinds.model.ts";
import type { Participant } from "./ledger.model.ts";
import { listPapersBefore } from "./ledger.store.ts";
import type { ConsentKind, Reader } from "./model.ts";
import type { FormPaper, LedgerPaper } from "./paper.model.ts";
import { ageOf, consentState, documentKindOf, readersAt } from "./rules.ts";
import type { Consents } from "./service.ts";

export type PaperParts = {
  database: Database;
  clock: Clock;
  texts: Texts;
  people: Pick<People, "find" | "chatsOf" | "may">;
  programmes: Pick<Programmes, "find">;
  contents: Contents;
  heavy: Heavy<FileWorks>;
  /** Notices are made after the kinds of jobs are known. */
  notices: () => Pick<Planning, "plan">;
  consents: Pick<Consents, "ledgerSeen" | "ledgerLines" | "participantsOf" | "casesOf" | "factsOf">;
  /** How the papers look: handed in, for a service does not know it. */
  looks: {
    table(t: T, paper: LedgerPaper): Table[];
    sheet(t: T, paper: LedgerPaper): Paper;
    forms(t: T, papers: FormPaper[]): Paper;
  };
};

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/** A paper holds names: it is kept only until it has been sent. */
const KEPT = DAY;

type Made = { bytes: Uint8Array; name: string; mime: string };
type Wanted = { programme: Programme; ids: MembershipId[]; t: T; order: PaperOrder };

export function paperJob(parts: PaperParts): JobKind {
  const { database, clock, texts, people, contents, heavy, consents, looks } = parts;

  async function tell(tx: Db, { id, personId }: RunningJob): Promise<void> {
    if (!personId) return;
    const owed = { kind: PAPER_READY, subjectId: id, subjectRev: 0, personId, slot: "ready", notBefore: clock.now() };
    await parts.notices().plan(tx, [owed]);
  }

  async function formOf(
    { programme, t, order: { kind } }: Wanted,
    { subject, name, code, className }: Participant,
    reader: Reader,
  ): Promise<FormPaper> {
    const age = ageOf(subject, clock.now());
    const wanted = documentKindOf(kind, { reader, track: programme.track, age });
    const document = await findDocument(database.db, wanted, reader, t.locale);
    if (!document) throw new Error(`no consent document ${wanted}-${reader}`);
    const facts = await consents.factsOf(database.db, programme, name, document.locale);
    const text = fillDocument(document.text, facts, "paper");
    return { kind, reader, text, version: document.version, facts, code, className };
  }

  /** Whose signature is still wanted; of one participant everybody's, whatever stands. */
  async function readersOf(participant: Participant, kind: ConsentKind, all: boolean): Promise<readonly Reader[]> {
    const [found] = await consents.casesOf(database.db, [participant.subject], kind);
    const state = found && consentState(found.evidence);
    if (!found || !state) return [];
    if (!all) return state.kind === "waits" ? state.from : [];
    return found.evidence.age === null ? ["self", "guardian"] : readersAt(found.evidence.age);
  }

  async function forms(wanted: Wanted): Promise<Paper | null> {
    const { programme, ids, order, t } = wanted;
    const papers: FormPaper[] = [];
    for (const participant of await consents.participantsOf(database.db, programme, ids)) {
      if (!participant.subject.active) continue;
      for (const reader of await readersOf(participant, order.kind, order.what === "form"))
        papers.push(await formOf(wanted, participant, reader));
    }
    return papers.length > 0 ? looks.forms(t, papers) : null;
  }

  async function ledger({ programme, ids }: Wanted): Promise<LedgerPaper> {
    return {
      school: programme.school.name,
      programme: programme.title,
      lines: await consents.ledgerLines(database.db, programme, ids),
      timeZone: programme.school.timeZone,
      madeAt: clock.now(),
    };
  }

  /** Null: there is nobody to print a form for. */
  async function make(wanted: Wanted, signal: AbortSignal): Promise<Made | null | string> {
    const { order, t } = wanted;
    const name = t.plain(`consents-paper-file-${order.what}`);
    if (order.what === "ledger") {
      const sheets = looks.table(t, await ledger(wanted));
      const made = await heavy.run("writeSheet", { sheets }, { signal });
      return made.kind === "done" ? { bytes: made.result, name: `${name}.xlsx`, mime: XLSX } : made.kind;
    }
    const paper = order.what === "sheet" ? looks.sheet(t, await ledger(wanted)) : await forms(wanted);
    if (!paper) return null;
    const made = await heavy.run("writePaper", paper, { signal });
    return made.kind === "done" ? { bytes: made.result, name: `${name}.docx`, mime: DOCX } : made.kind;
  }

  /** In the words of whoever ordered it, and only about those whom this person may look at now. */
  async function wantedBy(personId: string, order: PaperOrder): Promise<Wanted | null> {
    const { db } = database;
    const seen = await consents.ledgerSeen(db, personId, order.programmeId);
    if (!seen) return null;
    const reader = await people.find(db, personId);
    const [chat] = await people.chatsOf(db, [personId]);
    const locale = reader?.locale ?? chat?.locale ?? seen.programme.school.locale;
    const t = texts.voice({ locale, track: seen.programme.track });
    const ids = order.membershipId ? seen.ids.filter((id) => id === order.membershipId) : seen.ids;
    return ids.length > 0 || order.membershipId === null ? { programme: seen.programme, ids, t, order } : null;
  }

  return jobKind<PaperOrder, Made | null>({
    kind: PAPER_JOB,
    args: paperSchema,
    run: async (order, { personId }, { signal }) => {
      const wanted = personId ? await wantedBy(personId, order) : null;
      if (!wanted) return { kind: "failed", reason: "gone" };
      const made = await make(wanted, signal);
      return typeof made === "string" ? { kind: "failed", reason: made } : { kind: "done", result: made };
    },
    onDone: async (tx, job, _, made) => {
      if (made) await contents.put(tx, { ...made, subject: { kind: PAPER, id: job.id }, personId: job.personId });
      await tell(tx, job);
    },
    onFailed: tell,
  });
}

/** Erases papers that were made more than a day ago. */
export const eraseOldPapers = (database: Database, contents: Contents, now: Date): Promise<void> =>
  database.tx(async (tx) => {
    for (const id of await listPapersBefore(tx, PAPER, after(now, -KEPT))) await contents.erase(tx, { id });
  });
