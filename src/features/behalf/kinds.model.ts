/** Names and shapes of rows that outlive a release. */
import { z } from "zod";
import { SIDES } from "./model.ts";

export const PAPERS_JOB = "behalf.papers";
export const PAPERS_READY = "behalf.papers-ready";
/** Where made papers are kept until they are sent. */
export const PAPERS = "behalf.papers";
/** The two files of one order, by the slot of their notices. */
export const PAPER_SLOTS = ["paper", "table"] as const;
/** With what papers are ordered. */
export const orderSchema = z.object({ programmeId: z.string(), side: z.enum(SIDES) });

/** A filled table that waits for its yes: the draft, and the file that belongs to it. */
export const TABLE = "behalf.table";
export const tableSchema = z.object({ programmeId: z.string() });

/** Somebody's answers were entered by another. */
export const ENTERED = "behalf.entered";
/** The week's list of those who have to be told in person. */
export const WEEKLY = "behalf.weekly";
