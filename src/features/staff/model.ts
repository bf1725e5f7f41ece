/** The nouns of those who run a programme: curators, helpers, who stands in for whom, who was proposed, who is looked after. */
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { DateOn } from "#core/when.ts";
import type { PermissionKind } from "#features/people/rights.model.ts";
import type { Programme } from "#features/programmes/model.ts";

export type CuratorLine = { membershipId: MembershipId; personId: PersonId; name: string; leads: boolean };

/** A permission given to a helper; `value`: the class, empty for the whole programme. */
export type Given = { id: string; kind: PermissionKind; value: string };

export type HelperLine = {
  membershipId: MembershipId;
  personId: PersonId;
  programmeId: ProgrammeId;
  name: string;
  /** As the school says it; empty: not said. */
  post: string;
  /** The bot does not write by itself. */
  quiet: boolean;
  given: Given[];
};

/** All who run a programme, as one of them sees it. */
export type Team = {
  programme: Programme;
  curators: CuratorLine[];
  helpers: HelperLine[];
  /** The reader's own curator's membership; null for a deputy. */
  own: MembershipId | null;
  /** Whether the reader may change who does what. */
  manages: boolean;
  /** The reader's absence that is asked for or lasts. */
  absence: AbsenceLine | null;
};

export type AbsenceLine = {
  id: string;
  programmeId: ProgrammeId;
  personId: PersonId;
  deputyId: PersonId;
  until: DateOn;
  accepted: boolean;
  /** The deputy's name, or for the deputy the absent one's. */
  name: string;
};

/** The posts that are offered; any other is typed. */
export const POSTS = ["psychologist", "methods", "class-teacher", "director"] as const;
export type Post = (typeof POSTS)[number];

/** What ends with a curator's role, or moves on with it. */
export type Touched = {
  /** Titles of the programmes that the person leads. */
  leads: string[];
  programmes: number;
  notices: number;
  todos: number;
  standsIn: number;
};

export type Refused = { kind: "refused" };

/** A class of the programme under a key that fits into a button. */
export type ClassKey = { key: string; className: string };

export const WHOLE = "all";

export type ReferralLine = {
  id: string;
  programme: Programme;
  byId: PersonId;
  by: string;
  className: string;
  /** Row of a list; null: only the class is known. */
  row: number | null;
  reason: string;
  status: "open" | "accepted" | "declined";
  token: string | null;
};

export type NoteLine = { id: string; text: string; createdAt: Date; author: string; membershipId: MembershipId };

export type SupportLine = {
  id: string;
  membershipId: MembershipId;
  programme: Programme;
  name: string;
  className: string;
  lookAgainOn: DateOn;
};

/** A note or a reason is one message; longer than this it is asked to be shorter. */
export const LONGEST_NOTE = 1_500;
export const LONGEST_POST = 60;
export const LONGEST_CLASS = 12;

export const KINDS = {
  handed: "staff.handed",
  ownerEnded: "staff.owner-ended",
  ownerNew: "staff.owner-new",
  asked: "staff.deputy-asked",
  answered: "staff.deputy-answered",
  over: "staff.away-over",
  referred: "staff.referred",
  decided: "staff.referral-decided",
  look: "staff.look-again",
  guessing: "staff.guessing",
} as const;
