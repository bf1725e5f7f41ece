import type { JobId } from "#core/ids.ts";
import type { Claim, Database, Db } from "#platform/db/index.ts";
import type { JobState, Order, RunningJob } from "./model.ts";

export async function saveOrder(tx: Db, id: JobId, { kind, args, personId }: Order, now: Date): Promise<void> {
  const state = { status: "new", progress: 0, attempts: 0, createdAt: now };
  await tx.job.create({ data: { id, kind, args: JSON.stringify(args), personId, ...state } });
}

/** A job claimed for one attempt. */
export type ClaimedJob = { job: RunningJob; args: unknown; lease: string };

export async function claimJob(database: Database, claim: Omit<Claim, "limit">): Promise<ClaimedJob | null> {
  const [row] = await database.dialect.claimJobs(database.db, { ...claim, limit: 1 });
  if (!row) return null;
  const { id, kind, personId, attempts, createdAt } = row;
  return { job: { id, kind, personId, attempt: attempts, createdAt }, args: JSON.parse(row.args), lease: claim.lease };
}

const held = ({ job, lease }: ClaimedJob) => ({ id: job.id, lease, status: "running" });

/** Whether the job is still this claimant's; if so it stays his until `leaseUntil`. */
export async function renewJob(db: Db, claimed: ClaimedJob, leaseUntil: Date): Promise<boolean> {
  return (await db.job.updateMany({ where: held(claimed), data: { leaseUntil } })).count > 0;
}

export async function saveProgress(db: Db, claimed: ClaimedJob, percent: number): Promise<void> {
  await db.job.updateMany({
    where: held(claimed),
    data: { progress: Math.max(0, Math.min(100, Math.round(percent))) },
  });
}

/** Ends the job; false when somebody else has it now. */
export async function endJob(
  tx: Db,
  claimed: ClaimedJob,
  { kind, reason }: { kind: "done" | "failed"; reason: string | null },
  now: Date,
): Promise<boolean> {
  const progress = kind === "done" ? { progress: 100 } : {};
  const data = { status: kind, error: reason, doneAt: now, lease: null, leaseUntil: null, ...progress };
  return (await tx.job.updateMany({ where: held(claimed), data })).count > 0;
}

/** Puts the job back, not to be run before `again`. With `isUncounted` this attempt never was. */
export async function putJobBack(
  db: Db,
  claimed: ClaimedJob,
  { again, isUncounted, reason }: { again: Date | null; isUncounted: boolean; reason: string | null },
): Promise<void> {
  const attempts = isUncounted ? { attempts: claimed.job.attempt - 1 } : {};
  const data = { status: "new", progress: 0, lease: null, leaseUntil: again, error: reason, ...attempts };
  await db.job.updateMany({ where: held(claimed), data });
}

/** What a former process left running may be run again at once; gives how many. */
export async function releaseJobs(db: Db): Promise<number> {
  const data = { status: "new", progress: 0, lease: null, leaseUntil: null };
  return (await db.job.updateMany({ where: { status: "running" }, data })).count;
}

/** How far a job is; null when there is no such job. */
export async function findJobState(db: Db, id: JobId): Promise<JobState | null> {
  const row = await db.job.findUnique({ where: { id } });
  if (!row) return null;
  if (row.status === "done") return { kind: "done" };
  if (row.status === "failed") return { kind: "failed", reason: row.error ?? "" };
  return row.status === "running" ? { kind: "running", percent: row.progress } : { kind: "waiting" };
}

/** Forgets jobs that ended before `before`. */
export async function deleteEnded(db: Db, before: Date): Promise<void> {
  await db.job.deleteMany({ where: { doneAt: { lt: before } } });
}
