/** The nouns of the ledger as the curator reads it. */
import type { MembershipId, PersonId } from "#core/ids.ts";
import type { DateOn } from "#core/when.ts";
import type { Programme } from "#features/programmes/model.ts";
import type { Channel, ConsentKind, ConsentState, Decision, Position, Reader, Subject } from "./model.ts";

/** A participant with all that stands about the consents. */
export type Participant = {
  subject: Subject;
  name: string;
  code: string;
  className: string;
};

/** A row of the ledger in words: names as the programme shows them. */
export type LedgerLine = {
  membershipId: MembershipId;
  name: string;
  code: string;
  className: string;
  kind: ConsentKind;
  as: Reader;
  /** Who decided, as the programme shows names. */
  by: string;
  byId: PersonId;
  decision: Decision;
  version: number | null;
  textHash: string;
  channel: Channel;
  enteredBy: string | null;
  decidedAt: Date;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
};

/** Something that happened to a consent: who, when, what was and what came of it. */
export type LedgerEvent = {
  at: Date;
  by: string;
  as: Reader;
  kind: ConsentKind;
  channel: Channel;
  enteredBy: string | null;
  before: Position;
  after: Position;
};

/** A guardian on the curator's screen. */
export type GuardianLine = { personId: PersonId; name: string; code: string; counts: boolean; position: Position };

/** One participant for the curator. */
export type PersonConsents = {
  participant: Participant;
  programme: Programme;
  /** Of each kind that the participant can be asked about: where it stands. */
  kinds: { kind: ConsentKind; state: ConsentState; self: Position }[];
  guardians: GuardianLine[];
  disagree: boolean;
  events: LedgerEvent[];
  /** Whether the reader may say who a guardian is. */
  mayCheck: boolean;
  /** Whether the reader may see the card, to go back to. */
  maySeeCard: boolean;
};

/** What a card says about consents. */
export type Attention = { toCheck: boolean; disagree: boolean; goesOnUntil: DateOn | null };

/** A programme's consents at a glance. */
export type Overview = {
  programme: Programme;
  counts: Record<"all" | "complete" | "waits" | "toCheck" | "no" | "disagree", number>;
  /** Those whom the curator has to do something about, the unchecked guardians first. */
  attention: Participant[];
  /** The reader sees one class or several, not all. */
  isPart: boolean;
};
