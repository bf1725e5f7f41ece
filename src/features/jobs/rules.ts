import { after, SECOND } from "#core/clock.ts";

export const MOST_ATTEMPTS = 3;

export type AfterFailure = { kind: "again"; at: Date } | { kind: "failed" };

/** After the first failed attempt a job rests for 5 s, after the second for 30 s; the third is the last. */
export function decideAfterFailure(attempt: number, now: Date): AfterFailure {
  if (attempt >= MOST_ATTEMPTS) return { kind: "failed" };
  return { kind: "again", at: after(now, attempt <= 1 ? 5 * SECOND : 30 * SECOND) };
}

/**
 * Whether a job that was claimed for this attempt is to be run at all: attempts are counted when they begin,
 * so one beyond the last means that the earlier ones took the process with them.
 */
export const isPoison = (attempt: number): boolean => attempt > MOST_ATTEMPTS;
