/** What the screens of handing over and of being away show. */
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { Programme } from "#features/programmes/model.ts";
import type { Db } from "#platform/db/index.ts";
import type { AbsenceLine, Touched } from "./model.ts";

export type HandOverShown = { programme: Programme; touched: Touched; url: string | null };

export type AwayShown = {
  programme: Programme;
  today: string;
  absence: AbsenceLine | null;
  candidates: { personId: PersonId; name: string }[];
};

/** A participant's consents as a helper sees them. */
export type ClassState = { name: string; className: string; consent: string; guardian: string };

/** What the buttons on a programme's screen depend on. */
export type ProgrammeFacts = (
  db: Db,
  readerId: PersonId,
  programmeId: ProgrammeId,
) => Promise<{ may: boolean; referrals: number; supported: number }>;

/** What the buttons on a person's card depend on. */
export type CardFacts = (
  db: Db,
  readerId: PersonId,
  membershipId: MembershipId,
) => Promise<{ may: boolean; notes: number; supportOn: string | null }>;

/** Somebody for whom a helper may enter. */
export type Entered = { membershipId: MembershipId; name: string; className: string };
