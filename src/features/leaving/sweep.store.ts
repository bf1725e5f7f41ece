/** What no single feature holds: files, jobs, things to do, and traces of what was said. */
import { after, DAY } from "#core/clock.ts";
import type { Forgotten } from "#core/contribution.ts";
import type { PersonId, ProgrammeId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import type { Contents } from "#platform/files/content.ts";

/** A programme's own files, such as its roadmap, stay whoever brought them. */
const OF_THE_SCHOOL = ["programme", "school", "draft"];

export type KeptFile = { name: string; mime: string; createdAt: Date };

export const listFiles = (db: Db, personId: PersonId): Promise<KeptFile[]> =>
  db.attachment.findMany({
    where: { personId, subjectKind: { notIn: OF_THE_SCHOOL } },
    select: { name: true, mime: true, createdAt: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });

/**
 * Files of the person and about the parts that are forgotten, and every table that was made by a job: nobody knows without
 * reading it whose names are in it, and it can be ordered again.
 */
export async function forgetFiles(tx: Db, contents: Contents, forgotten: Forgotten): Promise<void> {
  const { personId, programmeId, memberships } = forgotten;
  const runs = await tx.run.findMany({ where: { membershipId: { in: memberships } }, select: { id: true } });
  const subjects = [...memberships, ...runs.map(({ id }) => id), ...(programmeId === null ? [personId] : [])];
  const jobs = await tx.job.findMany({ select: { id: true } });
  const rows = await tx.attachment.findMany({
    where: {
      OR: [
        { subjectId: { in: [...subjects, ...jobs.map(({ id }) => id)] } },
        ...(programmeId === null ? [{ personId, subjectKind: { notIn: OF_THE_SCHOOL } }] : []),
      ],
    },
    select: { id: true },
  });
  for (const { id } of rows) await contents.erase(tx, { id });
  if (programmeId === null) await tx.attachment.updateMany({ where: { personId }, data: { personId: null } });
}

/** The runs of these memberships, asked before they are gone. */
export async function runsOf(tx: Db, memberships: string[]): Promise<string[]> {
  const rows = await tx.run.findMany({ where: { membershipId: { in: memberships } }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** What is left after the features have forgotten theirs. */
export async function sweep(tx: Db, forgotten: Forgotten, runIds: string[]): Promise<void> {
  const { personId, programmeId, memberships } = forgotten;
  await forgetTodos(tx, personId, programmeId);
  await tx.history.updateMany({ where: { subjectId: { in: runIds } }, data: { before: null, after: null } });
  const about = [personId, ...memberships, ...runIds].map((id) => ({ args: { contains: id } }));
  await tx.job.deleteMany({ where: { OR: [...about, ...(programmeId === null ? [{ personId }] : [])] } });
  // Half-made work of others, such as a list that was sent and never taken over, may hold the name.
  const stale = { kind: { notIn: OF_THE_SCHOOL }, updatedAt: { lt: after(forgotten.now, -DAY) } };
  await tx.draft.deleteMany({ where: stale });
  // A deed is taken back with what it keeps; of an erased person there is nothing to take back.
  await tx.deed.deleteMany({ where: { OR: about } });
  await tx.inbox.updateMany({ where: { status: { not: "new" }, payload: { not: "" } }, data: { payload: "" } });
}

/** That papers outside of the bot have to go stays on the list, without saying whose. */
async function forgetTodos(tx: Db, personId: PersonId, programmeId: ProgrammeId | null): Promise<void> {
  const mine = { personId, ...(programmeId === null ? {} : { programmeId }) };
  await tx.todo.deleteMany({ where: { ...mine, OR: [{ kind: { not: "papers" } }, { doneAt: { not: null } }] } });
  await tx.todo.updateMany({ where: mine, data: { personId: null, args: "{}" } });
}
