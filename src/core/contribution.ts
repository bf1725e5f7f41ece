/**
 * What cuts across features is handed to `app.ts` as a contribution: people need not know who has something to say about them.
 */
import type { Db } from "#platform/db/index.ts";
import type { MembershipId, PersonId, ProgrammeId, SchoolId } from "./ids.ts";
import type { Screen, T } from "./screen.ts";

export const ROLES = ["owner", "curator", "mentee", "mentor", "guardian", "staff"] as const;
export type Role = (typeof ROLES)[number];

/** A role that a person plays somewhere: an active membership. */
export type Standing = {
  membershipId: MembershipId;
  personId: PersonId;
  role: Role;
  schoolId: SchoolId | null;
  programmeId: ProgrammeId | null;
};

/** Where somebody stands and the one thing to do next. */
export type Step = {
  /** Smaller comes first: 10 consent, 20 name, 30 questionnaire, 50 waiting for somebody, 90 nothing to do. */
  rank: number;
  screen: Screen;
};

/** Says the next step of a standing, or null when this feature has nothing to say to it now. */
export type Guide = (db: Db, standing: Standing, t: T, now: Date) => Promise<Step | null>;

/** What a feature keeps about a person, for `/privacy`: words ready to be shown, a line each. */
export type Kept = (db: Db, personId: PersonId, t: T) => Promise<string[]>;
