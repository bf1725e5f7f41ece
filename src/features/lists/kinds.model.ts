/** Names and shapes of rows that outlive a release. */
import { z } from "zod";

export const SLIPS_JOB = "lists.slips";
export const SLIPS_MADE = "lists.slips-made";
/** Where made slips are kept until they are sent. */
export const SLIPS_FILE = "lists.slips";
export const slipsOrderSchema = z.object({ listId: z.string() });

/** Somebody came by a poster and is in no list. */
export const COMERS = "lists.comers";

export const EXPORT_JOB = "lists.export";
export const EXPORT_MADE = "lists.export-made";
export const EXPORT_FILE = "lists.export";
export const exportOrderSchema = z.object({ programmeId: z.string() });
