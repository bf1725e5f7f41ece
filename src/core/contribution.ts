/**
 * What cuts across features is handed to `app.ts` as a contribution: people need not know who has something to say about them.
 */
import type { Db } from "#platform/db/index.ts";
import type { MembershipId, PersonId, ProgrammeId, SchoolId } from "./ids.ts";
import type { Press, Screen, T } from "./screen.ts";

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

/** A way that a feature adds to a screen of another: the smaller rank comes first. */
export type Link = { rank: number; labelKey: string; args?: Record<string, string | number>; press: Press };

/** Whose card a curator or helper is looking at. */
export type CardOf = { readerId: PersonId; membershipId: MembershipId };

/** What a feature lets the reader do with the person on a card; only what this reader may. */
export type CardLinks = (db: Db, card: CardOf, now: Date) => Promise<Link[]>;

/** What a feature says about the person on a card: HTML out of `t`, a line each. */
export type CardLines = (db: Db, card: CardOf, t: T, now: Date) => Promise<string[]>;

/** What a feature offers on a programme's screen; only what this reader may. */
export type ProgrammeLinks = (
  db: Db,
  at: { readerId: PersonId; programmeId: ProgrammeId },
  now: Date,
) => Promise<Link[]>;

/** What a feature keeps about a person, to be given to that person: lines to read, and the same as data. */
export type Told = { title: string; lines: { label: string; value: string }[]; data: unknown };

/** Two persons who turn out to be one: everything of `from` becomes `into`'s. */
export type Merged = {
  from: PersonId;
  into: PersonId;
  /** Roles that both have in the same place: the one ends in the other. The other roles of `from` change their person only. */
  memberships: { from: MembershipId; into: MembershipId }[];
  now: Date;
};

/** What is to be forgotten: of a person, in one programme or (null) everywhere. */
export type Forgotten = {
  personId: PersonId;
  programmeId: ProgrammeId | null;
  /** The person's memberships there. */
  memberships: MembershipId[];
  now: Date;
};

/** What a feature stores about people, for whoever must show, join or forget it. All in the caller's transaction. */
export type Keeping = {
  /** Stable: the key in the exported file. */
  name: string;
  /** Null: nothing is kept. `data` holds no ids of other people. */
  tell(db: Db, personId: PersonId, t: T): Promise<Told | null>;
  /** Called before the rows of `from` and of the merged memberships are deleted. */
  merge(tx: Db, merged: Merged): Promise<void>;
  /**
   * Erases what the person wrote and what was written about the person; what the school must keep stays without the person.
   */
  erase(tx: Db, forgotten: Forgotten): Promise<void>;
};

/** Why somebody's part in a programme ends, or rests. */
export type LeavingKind = "stopped" | "paused" | "withdrawn";

/** What a leaving touches in a feature, and what the feature does about it. */
export type Leaver = {
  /** Lines for the preview, HTML out of `t`: what ends, who is told. Empty: nothing. */
  touches(db: Db, standing: Standing, kind: LeavingKind, t: T): Promise<string[]>;
  /** Does it, in the transaction of the leaving. */
  leave(tx: Db, standing: Standing, kind: LeavingKind, now: Date): Promise<void>;
};
