/** The nouns of the banks: a participant as the curator sees him, and what he still waits for. */
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { PersonName } from "#features/people/model.ts";
import type { Programme } from "#features/programmes/model.ts";
import type { RunView } from "#features/questionnaires/runs.model.ts";

/** The two banks of a programme. */
export const SIDES = ["mentee", "mentor"] as const;
export type Side = (typeof SIDES)[number];

/** The gate «ready to be matched» as four marks. */
export type Marks = {
  questionnaire: "none" | "open" | "done";
  consent: "waits" | "done" | "declined" | "withdrawn";
  guardian: "notNeeded" | "waits" | "check" | "done" | "declined";
  checked: boolean;
};

export type Entry = {
  membershipId: MembershipId;
  personId: PersonId;
  side: Side;
  code: string;
  className: string;
  name: PersonName;
  active: boolean;
  /** The forms of mentoring of the requests or offers. */
  forms: string[];
  /** Under 14: the guardian is asked, and not the child. */
  child?: true;
  /** Null also when its answers may not be read any more. */
  runId: string | null;
  marks: Marks;
};

/** What a list can be narrowed to: everybody, the ready, or those who wait for one of the marks. */
export const FILTERS = ["all", "ready", "questionnaire", "consent", "guardian", "check"] as const;
export type Filter = (typeof FILTERS)[number];

export type Bank = { programmeId: ProgrammeId; side: Side; entries: Entry[] };

/** What a card shows: the entry, its programme, and the run when there is one. */
export type Seen = { entry: Entry; programme: Programme; run: RunView | null };

/** A line of the table that the curator takes away. */
export type Exported = { entry: Entry; run: RunView | null };

/** A reminder before it is ordered: whom it would reach, and when. `name` when it is one person. */
export type Nudging = {
  programme: Programme;
  side: Side;
  membershipId: MembershipId | null;
  name: string;
  /** How many would be reminded; the others have been on the same day. */
  count: number;
  at: Date;
};
