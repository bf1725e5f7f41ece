/** A participant's consent as somebody who has a say in it sees it, and what comes of what this person does. */
import type { PersonId } from "#core/ids.ts";
import type { Offered } from "#features/deeds/model.ts";
import type { Programme } from "#features/programmes/model.ts";
import type { ConsentKind, ConsentState, Position, Reader, Shown, Subject } from "./model.ts";

/** One participant's consent as somebody who has a say in it sees it. */
export type View = {
  subject: Subject;
  programme: Programme;
  kind: ConsentKind;
  /** As whom the one who looks answers. */
  reader: Reader;
  /** Whether this reader is asked at this age. */
  asked: boolean;
  /** Years, by the younger reading; null: not known. */
  age: number | null;
  /** The reader came as a guardian by the child's link, and the curator has not checked yet who that is. */
  unchecked: boolean;
  state: ConsentState;
  /** Where the one who looks stands. */
  position: Position;
  /** When this person decided or took back last. */
  since: Date | null;
  /** Counts this person's decisions and withdrawals. */
  rev: number;
  /** Where the person and all guardians together stand. */
  sides: Record<Reader, Position>;
  /** The participant's name as the programme shows it. */
  name: string;
  /** The participant's class; empty: not known. */
  className: string;
};

/** What one act made of the needed consent of a participant. */
export type ConsentChange = { subject: Subject; actorId: PersonId; before: ConsentState; now: ConsentState };

export type Refused = { kind: "refused" };
/** What the curator said of somebody who came as a guardian; already: it had been said, or there is no such person. */
export type Checked =
  /** `offered`: it can still be taken back by whoever said it. */
  { kind: "known" | "unknown" | "already"; offered: Offered | null } | Refused;
export type Read = { kind: "document"; view: View; shown: Shown } | { kind: "notAsked"; view: View } | Refused;
export type Decided =
  | { kind: "decided"; view: View }
  /** The person stands there already: a double tap. */
  | { kind: "already"; view: View }
  /** The text or the answer changed since the buttons were shown. */
  | { kind: "stale"; view: View }
  | { kind: "notAsked"; view: View }
  | Refused;
export type Withdrawn = { kind: "withdrawn" | "already" | "stale"; view: View } | Refused;
export type GuardianLink =
  | {
      kind: "link";
      token: string;
      subject: Subject;
      programme: Programme;
      curator: string | null;
      name: string;
      expiresAt: Date;
    }
  /** An adult answers alone. */
  | { kind: "adult" }
  | Refused;
