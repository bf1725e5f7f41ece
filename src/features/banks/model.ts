/** The nouns of the banks: a participant as the curator sees him, and what he still waits for. */
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { PersonName } from "#features/people/model.ts";

/** The two banks of a programme. */
export const SIDES = ["mentee", "mentor"] as const;
export type Side = (typeof SIDES)[number];

/** The gate «ready to be matched» as four marks. */
export type Marks = {
  questionnaire: "none" | "open" | "done";
  consent: "waits" | "done" | "declined" | "withdrawn";
  guardian: "notNeeded" | "waits" | "done" | "declined";
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
  runId: string | null;
  marks: Marks;
};

/** What a list can be narrowed to: everybody, the ready, or those who wait for one of the marks. */
export const FILTERS = ["all", "ready", "questionnaire", "consent", "guardian", "check"] as const;
export type Filter = (typeof FILTERS)[number];

export type Bank = { programmeId: ProgrammeId; side: Side; entries: Entry[] };
