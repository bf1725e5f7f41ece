/** A run as the house knows it: whose it is, in which programme, and how its owner is spoken to. */

import type { Role } from "#core/contribution.ts";
import type { MembershipId, PersonId, ProgrammeId, RunId, SchoolId } from "#core/ids.ts";
import type { AnswerValue, Definition, Hint, RunState, Size } from "./model.ts";

/** Who goes through a questionnaire and where. */
export type Participant = {
  membershipId: MembershipId;
  personId: PersonId;
  role: Role;
  active: boolean;
  programmeId: ProgrammeId;
  schoolId: SchoolId;
  track: "pupils" | "teachers";
  /** Pupils of a programme that says «ты» are addressed so. */
  address: "vy" | "ty";
  intakeSize: Size;
  /** The form of mentoring of the first request or offer; null: not said yet. */
  form: string | null;
  /** IANA zone of the school: what "today" means in an answer. */
  timeZone: string;
};

export type RunRecord = {
  id: RunId;
  versionId: string;
  participant: Participant;
  state: RunState;
};

/** How answers come in that somebody enters for another: said aloud, or written on paper. */
export const ENTERING_SOURCES = ["words", "paper"] as const;
export type EnteringSource = (typeof ENTERING_SOURCES)[number];

/** Somebody answers for the owner of a run, who stands on the screen under this name. */
export type Behalf = { actorId: PersonId; source: EnteringSource; name: string };

/** All that a screen of a run shows. */
export type RunView = {
  run: RunRecord;
  definition: Definition;
  /** Absent: its owner looks. */
  behalf?: Behalf;
  /** An answer of the same topic from another questionnaire, for the question on the screen. */
  known: AnswerValue | null;
};

export type StepResult =
  | { kind: "shown"; view: RunView }
  | { kind: "stale"; view: RunView }
  | { kind: "paused"; view: RunView }
  | { kind: "sent"; view: RunView }
  | ({ kind: "invalid"; view: RunView } & Hint)
  | { kind: "incomplete"; view: RunView; keys: string[] }
  | { kind: "alreadySent"; view: RunView }
  | { kind: "closed" }
  /** Consent is missing or was withdrawn: nothing may be asked. */
  | { kind: "notNow" }
  /** No such run, or somebody else's: which of the two is not told. */
  | { kind: "refused" };
