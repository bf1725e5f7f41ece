/** The nouns of acting for others: who was found, what came of entering for somebody, who has to be told in person. */
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { Naming, PersonName } from "#features/people/model.ts";
import type { Programme } from "#features/programmes/model.ts";
import type { AnswerValue } from "#features/questionnaires/model.ts";

export const SIDES = ["mentee", "mentor"] as const;
export type Side = (typeof SIDES)[number];

/** Somebody whom a search found. */
export type Hit = {
  membershipId: MembershipId;
  programmeId: ProgrammeId;
  naming: Naming;
  title: string;
  role: Side;
  name: PersonName;
  code: string;
  className: string;
};

/** What came of typed words; null instead: they are no search, or this person may look for nobody. */
export type Searched =
  | { kind: "one"; hit: Hit }
  /** `total` may be more than are listed. */
  | { kind: "many"; hits: Hit[]; total: number; several: boolean }
  /** `codes`: only codes can be looked for here. */
  | { kind: "none"; codes: boolean };

/** Whose consent is entered from a paper: the participant's own or a guardian's. */
export type Signatory = { personId: PersonId; reader: "self" | "guardian"; name: string; isNew: boolean };

/** One cell that was not understood, or why a row is not taken: words are made of it. Rows and questions count from 1. */
export type Trouble =
  | { kind: "cell"; row: number; question: number; hint: string; args: Record<string, string | number> }
  | { kind: "code"; row: number; code: string }
  | { kind: "twice"; row: number; code: string }
  | { kind: "sent"; row: number; code: string }
  | { kind: "consent"; row: number; code: string }
  /** The person has answered otherwise; that stays. */
  | { kind: "kept"; row: number; question: number }
  | { kind: "column"; title: string };

/** A row of a filled table that can be taken over. */
export type FilledRow = {
  row: number;
  membershipId: MembershipId;
  answers: { key: string; value: AnswerValue }[];
  /** How many required answers are missing still. */
  missing: number;
};

export type Preview = { programme: Programme; rows: FilledRow[]; troubles: Trouble[]; whole: number; part: number };

/** What somebody whom the bot does not reach should hear. */
export const TOPICS = ["consent", "guardian", "questionnaire", "missed"] as const;
export type Topic = (typeof TOPICS)[number];

/** Somebody who has to be told in person. */
export type Untold = {
  membershipId: MembershipId;
  personId: PersonId;
  role: Side;
  name: PersonName;
  code: string;
  className: string;
  /** none: no chat; lost: the bot does not get through. */
  chat: "none" | "lost";
  topics: Topic[];
  /** Who has said it, and when, as long as nothing new has come. */
  told: { at: Date; by: PersonName | null } | null;
};
