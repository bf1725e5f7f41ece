/** The nouns of consent: which kinds there are, who answers, what the ledger holds, and where a participant stands. */
import { z } from "zod";
import type { Role } from "#core/contribution.ts";
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { Locale } from "#core/screen.ts";
import type { DateOn } from "#core/when.ts";

/**
 * What is agreed to, one purpose each: data: the processing of personal data for the programme; publication: naming the person
 * in what the school publishes; mentor: being a mentor; relay: messages of the pair that the bot passes on.
 */
export const KINDS = ["data", "publication", "mentor", "relay"] as const;
export type ConsentKind = (typeof KINDS)[number];
export const kindSchema = z.enum(KINDS);

/** Who is asked for which; only `data` is needed to take part, the others are free. */
export const KIND_ROLES: Readonly<Record<ConsentKind, readonly Role[]>> = {
  data: ["mentee", "mentor"],
  publication: ["mentee", "mentor"],
  mentor: ["mentor"],
  relay: ["mentee", "mentor"],
};

/**
 * The documents: one per kind, and for mentors one more for those whom the school employs (the labour law asks for its own
 * consent) and one for pupils.
 */
export const DOCUMENTS = [...KINDS, "mentor-employee", "mentor-pupil"] as const;
export type DocumentKind = (typeof DOCUMENTS)[number];
export const documentKindSchema = z.enum(DOCUMENTS);

/** As whom somebody answers: for oneself, or as the legal guardian of a minor. */
export const READERS = ["self", "guardian"] as const;
export type Reader = (typeof READERS)[number];
export const readerSchema = z.enum(READERS);

export const DECISIONS = ["agreed", "declined"] as const;
export type Decision = (typeof DECISIONS)[number];
export const decisionSchema = z.enum(DECISIONS);

/** How a decision came into the ledger: tapped by whoever decided, entered from paper, entered as it was said. */
export const CHANNELS = ["button", "paper", "words"] as const;
export type Channel = (typeof CHANNELS)[number];
export const channelSchema = z.enum(CHANNELS);

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
  documentId: string;
  channel: Channel;
  /** Who entered it for the one who decided; null: nobody had to. */
  enteredById: PersonId | null;
  decidedAt: Date;
  withdrawnAt: Date | null;
  withdrawnById: PersonId | null;
};

/** Where one who answers stands: no answer yet, the last decision, or that it was taken back. */
export type Position = "none" | Decision | "withdrawn";

/** Where a participant stands with one kind of consent. */
export type ConsentState =
  /** The year of birth is not known, so nobody can be asked. */
  | { kind: "unknownAge" }
  | { kind: "complete" }
  | Waits
  | { kind: "declined"; by: Reader }
  | { kind: "withdrawn"; by: Reader };

/** Who still has to answer. */
export type Waits = {
  kind: "waits";
  from: Reader[];
  /** A guardian has answered, and the curator has not checked yet who that is. */
  toCheck?: true;
  /** Asked anew at 14 or 18: what was agreed before goes on until this day, inclusive. */
  goesOnUntil?: DateOn;
};

/** The person has come to an age at which consents are asked anew, and when. */
export type Turned = {
  age: 14 | 18;
  /** The first of January from which the age counts. */
  on: DateOn;
  /** The last day on which what was agreed before goes on. */
  lastDay: DateOn;
  /** That day has not passed. */
  inTerm: boolean;
  timeZone: string;
};

/** A guardian as the state sees one. */
export type GuardianOf = {
  personId: PersonId;
  /** Came by the curator's link, or the curator has said that this is a legal guardian: only then the answer counts. */
  counts: boolean;
};

/** What the state is decided from. */
export type Evidence = {
  /** Years, by the younger reading; null: not known. */
  age: number | null;
  /** All rows about one person, programme and kind. */
  entries: readonly Entry[];
  /** Whose word counts as a guardian's now; what others once said as guardians counts no more. */
  guardians: readonly PersonId[];
  /** Who came as guardians by the child's link and are not checked by the curator yet. */
  unchecked?: readonly PersonId[];
  turned?: Turned | null;
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
  kind: DocumentKind;
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
export const FACTS = ["school", "city", "phone", "site", "programme", "curator", "endsOn", "child"] as const;
export type Facts = Readonly<Record<(typeof FACTS)[number], string | null>>;

/** Where a document is read: some paragraphs are for one of the two only. */
export type Medium = "chat" | "paper";

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
  guardian: "notNeeded" | "waits" | "check" | "done" | "declined";
};
