/** The job that writes the lists as a table: to be corrected and sent back. */

import type { T } from "#core/screen.ts";
import { type JobKind, jobKind, type RunningJob } from "#features/jobs/index.ts";
import { type People, shownName } from "#features/people/index.ts";
import type { Programme } from "#features/programmes/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { Table } from "#platform/files/sheet.ts";
import { EXPORT_FILE, EXPORT_JOB, EXPORT_MADE, exportOrderSchema } from "./kinds.model.ts";
import type { Exported } from "./model.ts";
import { type SlipsOutside, wordsFor } from "./slips.service.ts";
import { listKnown } from "./store.ts";

export type ListExportOutside = Omit<SlipsOutside, "paper" | "linkOf" | "qrPicture" | "people"> & {
  people: SlipsOutside["people"] & Pick<People, "findMany">;
  /** Where each stands with the consent; `complete`: the name may be written. */
  consentOf(db: Db, membershipIds: string[]): Promise<Map<string, { kind: string }>>;
  tables(t: T, rows: Exported[]): Table[];
};

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function listsExportJob(outside: ListExportOutside): JobKind {
  const { database, clock, people, programmes, contents, heavy } = outside;

  async function tell(tx: Db, { id, personId }: RunningJob): Promise<void> {
    if (!personId) return;
    const owed = { kind: EXPORT_MADE, subjectId: id, subjectRev: 0, personId, slot: "ready", notBefore: clock.now() };
    await outside.notices().plan(tx, [owed]);
  }

  async function rowsOf(db: Db, { id, naming }: Programme): Promise<Exported[]> {
    const rows = await listKnown(db, id);
    const ids = rows.map(({ membershipId }) => membershipId);
    const states = naming === "code" ? new Map<string, { kind: string }>() : await outside.consentOf(db, ids);
    const agreed = new Set(ids.filter((one) => states.get(one)?.kind === "complete"));
    const named = rows.filter(
      ({ membershipId, role }) => agreed.has(membershipId) || (role === "staff" && naming !== "code"),
    );
    const found = await people.findMany(
      db,
      named.map(({ personId }) => personId),
    );
    const names = new Map(found.map((person) => [person.id, shownName(person, { code: "" }, naming)]));
    const mayBeNamed = new Set(named.map(({ membershipId }) => membershipId));
    return rows.map((row) => ({
      ...row,
      name: mayBeNamed.has(row.membershipId) ? (names.get(row.personId) ?? "") : "",
    }));
  }

  return jobKind<{ programmeId: string }, { bytes: Uint8Array; name: string }>({
    kind: EXPORT_JOB,
    args: exportOrderSchema,
    run: async ({ programmeId }, { personId }, { signal }) => {
      const { db } = database;
      const programme = await programmes.find(db, programmeId);
      if (!programme) return { kind: "failed", reason: "gone" };
      const t = await wordsFor(outside, db, personId, programme);
      const made = await heavy.run(
        "writeSheet",
        { sheets: outside.tables(t, await rowsOf(db, programme)) },
        { signal },
      );
      if (made.kind !== "done") return { kind: "failed", reason: made.kind };
      return { kind: "done", result: { bytes: made.result, name: `${t.plain("lists-export-file")}.xlsx` } };
    },
    onDone: async (tx, job, _, { bytes, name }) => {
      const subject = { kind: EXPORT_FILE, id: job.id };
      await contents.put(tx, { bytes, name, mime: XLSX, subject, personId: job.personId });
      await tell(tx, job);
    },
    onFailed: tell,
  });
}
