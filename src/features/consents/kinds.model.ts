/** Names and shapes of rows that outlive a release. */
import { z } from "zod";
import { kindSchema } from "./model.ts";

/** A child learns that the guardian has answered. */
export const GUARDIAN_ANSWERED = "consents.guardian-answered";
/** The curator is asked who this guardian is. */
export const GUARDIAN_TO_CHECK = "consents.guardian-to-check";
/** A guardian learns what the curator said. */
export const GUARDIAN_CHECKED = "consents.guardian-checked";
/** A child is asked to send the link once more. */
export const LINK_AGAIN = "consents.link-again";
/** The curator learns that two guardians disagree. */
export const DISAGREE = "consents.disagree";
/** Somebody who has come to 14 or 18 is asked anew. */
export const TURNED = "consents.turned";
/** The free consents are offered once. */
export const FREE_OFFER = "consents.free-offer";
/** A paper or table that was ordered. */
export const PAPER_JOB = "consents.paper";
export const PAPER_READY = "consents.paper-ready";
/** Where it is kept until it is sent. */
export const PAPER = "consents.paper";

/** ledger: .xlsx; sheet: the ledger to be printed; forms: consents to be signed, of all who wait; form: those of one person. */
export const PAPERS = ["ledger", "sheet", "forms", "form"] as const;
export const paperSchema = z.object({
  what: z.enum(PAPERS),
  programmeId: z.string(),
  membershipId: z.string().nullable(),
  kind: kindSchema,
});
export type PaperOrder = z.infer<typeof paperSchema>;
