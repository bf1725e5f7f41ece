import type { JobId, PersonId } from "#core/ids.ts";

/** Work asked for: ids and small data only, never what a person wrote. */
export type Order = {
  kind: string;
  /** Plain JSON. */
  args: unknown;
  /** Whoever waits for the result. */
  personId: PersonId | null;
};

/** A job that somebody runs now. */
export type RunningJob = {
  readonly id: JobId;
  readonly kind: string;
  readonly personId: PersonId | null;
  /** Counted from 1. */
  readonly attempt: number;
  readonly createdAt: Date;
};

/** What a run ended with. Throwing instead means: try again. */
export type RunOutcome<Result> =
  | { kind: "done"; result: Result }
  /** It cannot succeed and is not tried again; `reason` is a short constant word. */
  | { kind: "failed"; reason: string };

export type JobState =
  | { kind: "waiting" }
  | { kind: "running"; percent: number }
  | { kind: "done" }
  | { kind: "failed"; reason: string };

/** How many jobs ended how in one tick. */
export type JobsReport = { done: number; failed: number; again: number };
