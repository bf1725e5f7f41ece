/** The nouns of consent: which kinds there are, who answers, what the ledger holds, and where a participant stands. */
import { z } from "zod";
import type { Role } from "#core/contribution.ts";
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { Locale } from "#core/screen.ts";

/**
 * What is agreed to, one purpose each: data: the processing of personal data for the programme; publication: naming the person
 * in what the school publishes; mentor: being a mentor.
 */
export const KINDS = ["data", "publication", "mentor"] as const;
export type ConsentKind = (typeof KINDS)[number];
export const kindSchema = z.enum(KINDS);

/** Who is asked for which; only `data` is needed to take part, the others are free. */
export const KIND_ROLES: Readonly<Record<ConsentKind, readonly Role[]>> = {
  data: ["mentee", "mentor"],
  publication: ["mentee", "mentor"],
  mentor: ["mentor"],
};

/** As whom somebody answers: for oneself, or as the legal guardian of a minor. */
export const READERS = ["self", "guardian"] as const;
export type Reader = (typeof READERS)[number];
export const readerSchema = z.enum(READERS);

export const DECISIONS = ["agreed", "declined"] as const;
export type Decision = (typeof DECISIONS)[number];
export const decisionSchema = z.enum(DECISIONS);

/** A row of the ledger: a decision and, when it was taken back, its end. Rows are never changed otherwise. */
export type Entry = {
  id: string;
  subjectId: PersonId;
  programmeId: ProgrammeId;
  kind: ConsentKind;
  givenAs: Reader;
  givenById: PersonId;
  decision: Decision;
  /** SHA-256 of the text as it was shown, hexadecimal. */
  textHash: string;
  decidedAt: Date;
  withdrawnAt: Date | null;
};

/** Where one who answers stands: no answer yet, the last decision, or that it was taken back. */
export type Position = "none" | Decision | "withdrawn";

/** Where a participant stands with one kind of consent. */
export type ConsentState =
  /** The year of birth is not known, so nobody can be asked. */
  | { kind: "unknownAge" }
  | { kind: "complete" }
  | { kind: "waits"; from: Reader[] }
  | { kind: "declined"; by: Reader }
  | { kind: "withdrawn"; by: Reader };

/** What the state is decided from. */
export type Evidence = {
  /** Years, by the younger reading; null: not known. */
  age: number | null;
  /** All rows about one person, programme and kind. */
  entries: readonly Entry[];
  /** Who are guardians of the person now; what others once said as guardians counts no more. */
  guardians: readonly PersonId[];
};

/** A participant about whose consent something is asked. */
export type Subject = {
  membershipId: MembershipId;
  personId: PersonId;
  programmeId: ProgrammeId;
  role: Role;
  active: boolean;
  birthYear: number | null;
  /** IANA zone of the school: it says which year it is. */
  timeZone: string;
};

/** A text to which people agree, as it is kept: with its places for names still open. */
export type ConsentDocument = {
  id: string;
  kind: ConsentKind;
  reader: Reader;
  version: number;
  locale: Locale;
  text: string;
  /** SHA-256 of `text`, hexadecimal. */
  hash: string;
};

/** A document as a file holds it. */
export type DocumentSource = Pick<ConsentDocument, "kind" | "reader" | "version" | "locale" | "text">;

/** What stands in the open places of a document; a line whose place has nothing to stand in it is left out. */
export type Facts = Readonly<Record<"school" | "city" | "programme" | "curator" | "endsOn" | "child", string | null>>;

/** A document with its names filled in, as a person reads it. */
export type Shown = {
  document: ConsentDocument;
  text: string;
  /** SHA-256 of `text`, hexadecimal. */
  hash: string;
  /** The beginning of the hash, which the buttons below the text carry. */
  tag: string;
  /** How many decisions and withdrawals of this person there were when it was shown; buttons carry it too. */
  rev: number;
};

/** The gate's marks for the curator's banks. */
export type ConsentMarks = {
  consent: "waits" | "done" | "declined" | "withdrawn";
  guardian: "notNeeded" | "waits" | "done" | "declined";
};

/** Kind of the notice by which a child learns that the guardian has answered. */
export const GUARDIAN_ANSWERED = "consents.guardian-answered";
