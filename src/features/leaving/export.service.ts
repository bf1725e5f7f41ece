/** The job that makes a person's own data: a paper to read, and the same for machines. */
import { z } from "zod";
import { after, type Clock, DAY, MINUTE } from "#core/clock.ts";
import type { T } from "#core/screen.ts";
import { type JobKind, type Jobs, jobKind, type RunningJob } from "#features/jobs/index.ts";
import type { Planning } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Contents } from "#platform/files/content.ts";
import type { FileWorks } from "#platform/files/heavy.ts";
import type { Heavy } from "#platform/heavy.ts";
import type { Texts } from "#platform/i18n.ts";
import { type Chapter, EXPORT_FILE, EXPORT_JOB, EXPORTED, FORMATS, type Format } from "./model.ts";
import type { Privacy } from "./privacy.service.ts";
import { deleteOldExports, isOrdered } from "./store.ts";

type Paper = Parameters<FileWorks["writePaper"]>[0];

export type ExportParts = {
  database: Database;
  clock: Clock;
  texts: Texts;
  people: Pick<People, "find" | "chatsOf">;
  contents: Contents;
  heavy: Heavy<FileWorks>;
  notices: () => Pick<Planning, "plan">;
  jobs: () => Pick<Jobs, "enqueue">;
  privacy: () => Pick<Privacy, "tell">;
  /** How the paper looks: handed in, for a service does not know it. */
  paper(t: T, chapters: Chapter[], now: Date): Paper;
};

const MIMES: Record<Format, string> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  json: "application/json",
};
/** A file with everything about somebody is kept only until it has been sent. */
const KEPT = DAY;

type Made = { format: Format; bytes: Uint8Array; name: string }[];

/** The exported data as one JSON text. */
const jsonOf = (chapters: Chapter[], now: Date): string =>
  JSON.stringify({ madeAt: now, ...Object.fromEntries(chapters.map(({ name, data }) => [name, data])) }, null, 2);

export function exportJob(parts: ExportParts): JobKind {
  const { database, clock, texts, people, contents, heavy, privacy } = parts;

  async function tell(tx: Db, { id, personId }: RunningJob): Promise<void> {
    if (!personId) return;
    const about = { kind: EXPORTED, subjectId: id, subjectRev: 0, personId, notBefore: clock.now() };
    await parts.notices().plan(
      tx,
      FORMATS.map((slot) => ({ ...about, slot })),
    );
  }

  return jobKind<Record<string, never>, Made>({
    kind: EXPORT_JOB,
    args: z.strictObject({}),
    run: async (_, { personId }, { signal }) => {
      const { db } = database;
      const person = personId ? await people.find(db, personId) : null;
      if (!personId || !person) return { kind: "failed", reason: "gone" };
      const [chat] = await people.chatsOf(db, [personId]);
      const t = texts.voice({ locale: person.locale ?? chat?.locale ?? "ru" });
      const chapters = await privacy().tell(db, personId, t);
      const paper = await heavy.run("writePaper", parts.paper(t, chapters, clock.now()), { signal });
      if (paper.kind !== "done") return { kind: "failed", reason: paper.kind };
      const name = t.plain("leaving-export-name");
      const json = new TextEncoder().encode(jsonOf(chapters, clock.now()));
      const made: Made = [
        { format: "docx", bytes: paper.result, name: `${name}.docx` },
        { format: "json", bytes: json, name: `${name}.json` },
      ];
      return { kind: "done", result: made };
    },
    onDone: async (tx, job, _, made) => {
      const subject = { kind: EXPORT_FILE, id: job.id };
      for (const { bytes, name, format } of made)
        await contents.put(tx, { bytes, name, mime: MIMES[format], subject, personId: job.personId });
      await tell(tx, job);
    },
    onFailed: tell,
  });
}

/** Two taps within this time are one order. */
const SAME_ORDER = MINUTE;

/** Orders one's own data; they come as messages of their own. */
export const orderExport = ({ database, clock, jobs }: ExportParts, personId: string): Promise<void> =>
  database.tx(async (tx) => {
    if (await isOrdered(tx, EXPORT_JOB, personId, after(clock.now(), -SAME_ORDER))) return;
    await jobs().enqueue(tx, { kind: EXPORT_JOB, args: {}, personId });
  });

/** Erases exports that were made more than a day ago. */
export const eraseOldExports = ({ database, contents }: ExportParts, now: Date): Promise<void> =>
  database.tx(async (tx) => {
    for (const id of await deleteOldExports(tx, EXPORT_FILE, after(now, -KEPT))) await contents.erase(tx, { id });
  });
