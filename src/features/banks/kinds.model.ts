/** Names and shapes of rows that outlive a release. */
import { z } from "zod";
import { SIDES } from "./model.ts";

export const NUDGE = "banks.nudge";
export const NUDGING = "banks.nudge";
export const RENAMED = "banks.renamed";
export const EXPORT_JOB = "banks.export";
export const EXPORTED = "banks.exported";
/** Where a made table is kept until it is sent. */
export const TABLE = "banks.table";
/** With what a table is ordered. */
export const orderSchema = z.object({ programmeId: z.string(), side: z.enum(SIDES) });
/** What a reminder is remembered by until it is said. */
export const nudgingSchema = z.object({
  programmeId: z.string(),
  side: z.enum(SIDES),
  membershipId: z.string().nullable(),
});
