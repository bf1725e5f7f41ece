/** The nouns of taking back: what is offered, and what comes of it. */
import { z } from "zod";
import type { PersonId, ProgrammeId } from "#core/ids.ts";
import type { Press } from "#core/screen.ts";
import type { Wanted } from "#features/notices/model.ts";

/** `lagMs`: so much after the deed's moment, for whoever is to hear it after another; 0 by default. */
export type Told = Omit<Wanted, "notBefore"> & { lagMs?: number };

/** An act that others will hear of, offered for taking back by whoever did it. */
export type Offer = {
  /** Given by a button, so that two taps are one deed; a new one when absent. */
  id?: string;
  actorId: PersonId;
  /** Whose undoing was handed to `app`. */
  kind: string;
  /** What it takes to take it back: ids and codes, never what a person wrote. */
  args: unknown;
  /** In whose words names are shown when it is too late. */
  programmeId: ProgrammeId | null;
  /** The school's IANA zone: nobody is told in its night. */
  zone: string;
  /** Who is told, from the moment that the deed decides. */
  notices: readonly Told[];
};

/** A deed as it stands: for the words on the screen. */
export type Offered = {
  id: string;
  /** Before this moment nobody hears of it, and it can be taken back. */
  until: Date;
  /** How many people will hear of it. */
  count: number;
  zone: string;
  /** Where the actor goes from here; null: to the start. */
  back: Press | null;
};

/** What is kept in the row. */
export const keptSchema = z.object({
  of: z.unknown(),
  programmeId: z.string().nullable(),
  zone: z.string(),
  keys: z.array(z.string()),
  count: z.number(),
});
export type Kept = z.infer<typeof keptSchema>;

export type Undone =
  /** `again`: it had been taken back before. */
  | { kind: "undone"; again: boolean; back: Press | null }
  /** Somebody has been told: `names` as the programme shows them, `more` beside those. Nobody: only the time is over. */
  | { kind: "late"; names: string[]; more: number; back: Press | null }
  /** The thing has changed since: there is nothing left to take back. */
  | { kind: "moved"; back: Press | null }
  /** No such deed, or somebody else's. */
  | { kind: "refused" };

/** `taken`: no id at all, somebody else's deed, or one that was taken back. */
export type Known = { kind: "free" } | { kind: "offered"; offered: Offered } | { kind: "taken" };
