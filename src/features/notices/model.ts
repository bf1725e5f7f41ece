import type { NoticeId, PersonId } from "#core/ids.ts";
import type { Lane } from "#core/notice.ts";
import type { T } from "#core/screen.ts";

/** What a feature wants to say unasked: planned in the transaction of the thing it speaks of. */
export type Wanted = {
  kind: string;
  /** What it speaks of: a run, a meeting, an activity. */
  subjectId: string;
  /** The subject's revision; when that moves on, notices of the old one are no longer wanted. */
  subjectRev: number;
  personId: PersonId;
  /** Tells apart several notices of one kind about one thing to one person: `day-before`, `2026-W47`. */
  slot: string;
  /** The moment from which it is owed. */
  notBefore: Date;
  /** After this moment it is dropped; by default the kind's `usefulForMs` after `notBefore`. */
  usefulUntil?: Date;
};

/** A notice whose moment has come, claimed by the one who sends it. */
export type DueNotice = {
  readonly id: NoticeId;
  readonly kind: string;
  readonly subjectId: string;
  readonly subjectRev: number;
  readonly personId: PersonId;
  readonly slot: string;
  readonly notBefore: Date;
  readonly usefulUntil: Date;
  readonly lane: Lane;
  /** Failed attempts so far. */
  readonly attempts: number;
  readonly createdAt: Date;
};

/** What becomes of a notice that is late, for instance because the bot was down. */
export type LatePolicy =
  /** Said all the same, as long as it is useful. */
  | { kind: "send" }
  /** Said with a line that it is late, when it is later than this. */
  | { kind: "sendMarked"; afterMs: number }
  /** Not said any more when it is later than this. */
  | { kind: "skipAfter"; ms: number }
  /** Of several that are due about one thing to one person only the newest is said: five missed digests become one. */
  | { kind: "collapse" };

/** Why a notice was not said. */
export type DropReason =
  /** Its subject is gone or has moved on. */
  | "stale"
  /** Past `usefulUntil`. */
  | "expired"
  /** Too late by its kind's policy. */
  | "late"
  /** A newer one says it. */
  | "collapsed"
  /** Taken back by whoever planned it. */
  | "cancelled"
  /** The bot does not write to this person by itself. */
  | "quiet";

/**
 * To whom a notice is said when its moment has come: to the first of these who can be reached, with a line of HTML above it
 * (in what role, in whose place); or to nobody.
 */
export type Direction =
  | { kind: "to"; personIds: PersonId[]; lead: ((t: T) => string) | null }
  | { kind: "nobody"; reason: DropReason };

/** How many notices ended how in one tick. */
export type TickReport = Record<"sent" | "dropped" | "unreachable" | "later" | "failed" | "ambiguous" | "dead", number>;
