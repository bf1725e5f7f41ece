/** Names of rows that outlive a release. */
export const NUDGE = "banks.nudge";
export const EXPORT_JOB = "banks.export";
export const EXPORTED = "banks.exported";
