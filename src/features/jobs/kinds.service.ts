import type { ZodType } from "zod";
import type { Db } from "#platform/db/index.ts";
import type { RunningJob, RunOutcome } from "./model.ts";

export type JobTools = {
  /** Aborts when the process stops or somebody else has taken the job over. */
  signal: AbortSignal;
  /** Says how far it is, 0 to 100; kept so that a chat can show it. */
  progress(percent: number): Promise<void>;
};

/** One kind of long work, written by the feature that needs it. */
export type JobKindSpec<Args, Result> = {
  /** `<feature>.<what>`; stays the same for ever, for rows carry it. */
  kind: string;
  args: ZodType<Args>;
  /** Does the work; may be run again from the start, so it changes nothing itself. Heavy computing goes to `platform/heavy`. */
  run(args: Args, job: RunningJob, tools: JobTools): Promise<RunOutcome<Result>>;
  /** In one transaction with «done»: keeps the result and plans the notice that tells of it. */
  onDone(tx: Db, job: RunningJob, args: Args, result: Result): Promise<void>;
  /** In one transaction with «failed»: plans the notice that says so. `args` is null when they could not be read. */
  onFailed(tx: Db, job: RunningJob, args: Args | null, reason: string): Promise<void>;
};

/** How one run ended, with what is to be written beside it. */
export type Ending = { kind: "done" | "failed"; reason: string | null; write(tx: Db): Promise<void> };

/** A kind with its types hidden, so that kinds of all features fit into one list. */
export type JobKind = {
  kind: string;
  /** Whether `args` are such as the kind takes. */
  accepts(args: unknown): boolean;
  run(args: unknown, job: RunningJob, tools: JobTools): Promise<Ending>;
  fail(args: unknown, job: RunningJob, reason: string): Ending;
};

/** Makes a kind of job to hand to `app`. */
export function jobKind<Args, Result>(spec: JobKindSpec<Args, Result>): JobKind {
  const read = (args: unknown): Args | null => spec.args.safeParse(args).data ?? null;
  const fail = (args: unknown, job: RunningJob, reason: string): Ending => ({
    kind: "failed",
    reason,
    write: (tx) => spec.onFailed(tx, job, read(args), reason),
  });
  return {
    kind: spec.kind,
    accepts: (args) => spec.args.safeParse(args).success,
    fail,
    async run(args, job, tools) {
      const readable = spec.args.safeParse(args);
      if (!readable.success) return fail(args, job, "badArgs");
      const outcome = await spec.run(readable.data, job, tools);
      if (outcome.kind === "failed") return fail(args, job, outcome.reason);
      return { kind: "done", reason: null, write: (tx) => spec.onDone(tx, job, readable.data, outcome.result) };
    },
  };
}
