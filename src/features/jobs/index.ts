/**
 * Long work: an import, a matching, a report. Whoever needs it orders it in his own transaction and answers the person
 * at once; the work is done outside of any handler, one job at a time, and its result is told by a notice planned in the
 * transaction that writes the result down.
 * Promise: an ordered job ends, done or failed, and the person hears of it once; after three attempts, also those that
 * took the process with them, it has failed.
 * Words: order, kind, attempt, poison.
 */
export { type JobKind, type JobKindSpec, type JobTools, jobKind } from "./kinds.service.ts";
export type { JobState, JobsReport, Order, RunningJob, RunOutcome } from "./model.ts";
export { createJobs, type Jobs } from "./service.ts";
