import { after, type Clock, MINUTE, SECOND } from "#core/clock.ts";
import { newId } from "#core/ids.ts";
import type { Database } from "#platform/db/index.ts";
import type { Log } from "#platform/log.ts";
import type { Ending, JobKind, JobTools } from "./kinds.service.ts";
import type { JobsReport } from "./model.ts";
import { decideAfterFailure, isPoison } from "./rules.ts";
import { type ClaimedJob, claimJob, endJob, putJobBack, renewJob, saveProgress } from "./store.ts";

const LEASE = MINUTE;
const HEARTBEAT = 20 * SECOND;

type Parts = { database: Database; clock: Clock; log: Log; kinds: ReadonlyMap<string, JobKind> };

/** Claims the next job and runs it to an end of this attempt; null when there is none or the process stops. */
export function createRunning({ database, clock, log, kinds }: Parts) {
  const { db } = database;

  /** Keeps the lease while the work goes on; when the lease is lost, the work is told to stop. */
  const beat = async (claimed: ClaimedJob, working: AbortController) => {
    while (!working.signal.aborted) {
      await clock.sleep(HEARTBEAT, working.signal);
      if (working.signal.aborted) return;
      const isMine = await renewJob(db, claimed, after(clock.now(), LEASE)).catch(() => true);
      if (!isMine) working.abort();
    }
  };
  const work = async (kind: JobKind, claimed: ClaimedJob, stop: AbortSignal): Promise<Ending | "stopped"> => {
    const working = new AbortController();
    const signal = AbortSignal.any([stop, working.signal]);
    const tools: JobTools = { signal, progress: (percent) => saveProgress(db, claimed, percent) };
    const beating = beat(claimed, working);
    try {
      const ending = await kind.run(claimed.args, claimed.job, tools);
      return signal.aborted && ending.kind === "failed" ? "stopped" : ending;
    } catch (error) {
      if (signal.aborted) return "stopped";
      throw error;
    } finally {
      working.abort();
      await beating;
    }
  };
  const end = async (claimed: ClaimedJob, ending: Ending): Promise<"done" | "failed"> => {
    const { id, kind } = claimed.job;
    if (ending.kind === "failed") log.error("job-failed", { jobId: id, kind, reason: ending.reason });
    await database.tx(async (tx) => {
      if (await endJob(tx, claimed, ending, clock.now())) await ending.write(tx);
    });
    return ending.kind;
  };
  const failOrRepeat = async (kind: JobKind, claimed: ClaimedJob, error: unknown): Promise<"failed" | "again"> => {
    const { id, attempt } = claimed.job;
    log.warn("job-broke", { jobId: id, kind: kind.kind, attempt, error });
    const next = decideAfterFailure(attempt, clock.now());
    if (next.kind === "failed") {
      await end(claimed, kind.fail(claimed.args, claimed.job, "broke"));
      return "failed";
    }
    await putJobBack(db, claimed, { again: next.at, isUncounted: false, reason: "broke" });
    return "again";
  };
  const buryUnknown = (claimed: ClaimedJob) =>
    end(claimed, { kind: "failed", reason: "unknownKind", write: async () => {} });

  return async (stop: AbortSignal): Promise<keyof JobsReport | null> => {
    if (stop.aborted) return null;
    const now = clock.now();
    const claimed = await claimJob(database, { now, lease: newId(), leaseUntil: after(now, LEASE) });
    if (!claimed) return null;
    const kind = kinds.get(claimed.job.kind);
    if (!kind) return buryUnknown(claimed);
    if (isPoison(claimed.job.attempt)) return end(claimed, kind.fail(claimed.args, claimed.job, "poison"));
    try {
      const ending = stop.aborted ? "stopped" : await work(kind, claimed, stop);
      if (ending !== "stopped") return await end(claimed, ending);
      await putJobBack(db, claimed, { again: null, isUncounted: true, reason: null });
      return "again";
    } catch (error) {
      return failOrRepeat(kind, claimed, error);
    }
  };
}
