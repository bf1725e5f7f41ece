/** Names of rows that outlive a release. */
export const NUDGE = "banks.nudge";
export const EXPORT_JOB = "banks.export";
export const EXPORTED = "banks.exported";
/** Where a made table is kept until it is sent. */
export const TABLE = "banks.table";
