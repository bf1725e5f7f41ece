/** The job that prints slips: a link for each row of a list whose person has not come. */
import { after, type Clock, DAY } from "#core/clock.ts";
import type { T } from "#core/screen.ts";
import { type JobKind, jobKind, type RunningJob } from "#features/jobs/index.ts";
import type { Planning } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Contents } from "#platform/files/content.ts";
import type { FileWorks } from "#platform/files/heavy.ts";
import type { Paper } from "#platform/files/paper.ts";
import type { Heavy } from "#platform/heavy.ts";
import type { Texts } from "#platform/i18n.ts";
import { deleteOldFiles } from "./files.store.ts";
import { EXPORT_FILE, SLIPS_FILE, SLIPS_JOB, SLIPS_MADE, slipsOrderSchema } from "./kinds.model.ts";
import type { PeopleList, Slip } from "./model.ts";
import { findList, listWaiting } from "./store.ts";

export type SlipsOutside = {
  database: Database;
  clock: Clock;
  texts: Texts;
  people: Pick<People, "find" | "chatsOf" | "personalLinks" | "tokenOf">;
  programmes: Pick<Programmes, "find">;
  contents: Contents;
  heavy: Heavy<FileWorks>;
  /** Notices are made after the kinds of jobs are known. */
  notices: () => Pick<Planning, "plan">;
  linkOf(token: string): string;
  qrPicture(text: string): Promise<Uint8Array>;
  /** How slips look: handed in, for a service does not know it. */
  paper(t: T, of: { programme: Programme; list: PeopleList; slips: Slip[] }): Paper;
};

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/** Whoever has a slip's link can come in by it: the file is kept only until it has been sent. */
const KEPT = DAY;

/** The words of whoever waits for a file, within the programme. */
export async function wordsFor(
  { texts, people }: Pick<SlipsOutside, "texts" | "people">,
  db: Db,
  personId: string | null,
  programme: Programme,
  address: Programme["address"] = "vy",
): Promise<T> {
  const reader = personId ? await people.find(db, personId) : null;
  const [chat] = personId ? await people.chatsOf(db, [personId]) : [];
  const locale = reader?.locale ?? chat?.locale ?? programme.school.locale;
  return texts.voice({ locale, track: programme.track, address });
}

export function slipsJob(outside: SlipsOutside): JobKind {
  const { database, clock, people, programmes, contents, heavy } = outside;

  async function tell(tx: Db, { id, personId }: RunningJob): Promise<void> {
    if (!personId) return;
    const owed = { kind: SLIPS_MADE, subjectId: id, subjectRev: 0, personId, slot: "ready", notBefore: clock.now() };
    await outside.notices().plan(tx, [owed]);
  }

  async function slipsOf(db: Db, list: PeopleList): Promise<Slip[]> {
    const rows = await listWaiting(db, list.id);
    const links = await people.personalLinks(
      db,
      list.programmeId,
      rows.map(({ personId }) => personId),
    );
    const slips: Slip[] = [];
    for (const { personId, rowNumber, className, post, code } of rows) {
      const id = links.get(personId);
      if (!id) continue;
      const link = outside.linkOf(people.tokenOf({ id }));
      slips.push({ number: rowNumber ?? 0, className, post, code, link, qr: await outside.qrPicture(link) });
    }
    return slips;
  }

  return jobKind<{ listId: string }, { bytes: Uint8Array; name: string }>({
    kind: SLIPS_JOB,
    args: slipsOrderSchema,
    run: async ({ listId }, { personId }, { signal }) => {
      const { db } = database;
      const list = await findList(db, listId);
      const programme = list && (await programmes.find(db, list.programmeId));
      if (!list || !programme) return { kind: "failed", reason: "gone" };
      const slips = await slipsOf(db, list);
      if (slips.length === 0) return { kind: "failed", reason: "nobody" };
      // A pupil reads the slip; the curator only hands it out.
      const address = list.role === "mentee" ? programme.address : "vy";
      const t = await wordsFor(outside, db, personId, programme, address);
      const made = await heavy.run("writePaper", outside.paper(t, { programme, list, slips }), { signal });
      if (made.kind !== "done") return { kind: "failed", reason: made.kind };
      const name = t.plain("lists-slips-file", { label: list.label || t.plain(`lists-role-${list.role}`) });
      return { kind: "done", result: { bytes: made.result, name: `${name}.docx` } };
    },
    onDone: async (tx, job, _, { bytes, name }) => {
      const subject = { kind: SLIPS_FILE, id: job.id };
      await contents.put(tx, { bytes, name, mime: DOCX, subject, personId: job.personId });
      await tell(tx, job);
    },
    onFailed: tell,
  });
}

/** Erases what was made more than a day ago. */
export const eraseOldListFiles = (database: Database, contents: Contents, now: Date): Promise<void> =>
  database.tx((tx) => deleteOldFiles(tx, contents, [SLIPS_FILE, EXPORT_FILE], after(now, -KEPT)));
