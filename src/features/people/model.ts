/** The nouns of people: persons, the chats they write from, their memberships, invitations, history, and what may come of each act. */
import type { Role, Standing, Step } from "#core/contribution.ts";
import type { AccountId, InvitationId, MembershipId, PersonId, ProgrammeId, SchoolId } from "#core/ids.ts";
import type { Locale } from "#core/screen.ts";
import type { Db } from "#platform/db/index.ts";

export { ROLES, type Role, type Standing } from "#core/contribution.ts";

/** A name as it was typed, cleaned; all three empty: not asked yet, or not wished for (codes). */
export type PersonName = { familyName: string; givenName: string; patronymic: string };

/** How a programme shows names: «Иванова Мария Петровна», «Мария И.», «Y-07» (see `shownName`). */
export const NAMINGS = ["full", "initial", "code"] as const;
export type Naming = (typeof NAMINGS)[number];

export type Person = PersonName & {
  id: PersonId;
  birthYear: number | null;
  /** Chosen by the person; null: as Telegram or the school says. */
  locale: Locale | null;
  timeZone: string | null;
};

export type MembershipStatus = "active" | "paused" | "stopped";

/** A person's role somewhere, with its state. One that has not stopped is a `Standing`. */
export type Membership = Standing & {
  /** Stands for the name in codes mode and on paper; one of its kind within a programme. */
  code: string;
  className: string;
  /** Staff: the post, as the school says it; empty for the others. */
  post: string;
  status: MembershipStatus;
  /** The last day of a pause; null: of no pause, or of one without an end. */
  pausedUntil: string | null;
  /** When the curator looked at this person and said that all is right. */
  checkedAt: Date | null;
  checkedById: PersonId | null;
  createdAt: Date;
  endedAt: Date | null;
  rev: number;
};

/** The track and form of address in which a person is spoken to within a programme; see `Turn.words`. */
export type ProgrammeVoice = { track: "pupils" | "teachers"; address: "vy" | "ty" };

/** What the next free text belongs to. */
export type Listen = { talk: string; args: Record<string, string | number> };

/** A next step as home takes it. */
export type ListeningStep = Step & {
  /** It is answered by typing: whoever shows it lets the chat listen. */
  listen?: Listen;
  /** Nothing else of the same role may be asked meanwhile, whatever the ranks: a consent is waited for. */
  alone?: true;
};

/** Where a role is played: nothing for the owner, the school for a curator, the programme (and its school) for the others. */
export type Place = { schoolId: SchoolId | null; programmeId: ProgrammeId | null };

/** One of the people who write from one phone. */
export type PhonePerson = { person: Person; current: boolean };

/** A guardian of a child, as of now. */
export type Guardianship = {
  id: string;
  guardianId: PersonId;
  childId: PersonId;
  /** child: by the link that the child forwarded; curator: by the curator's link. */
  source: "child" | "curator";
  confirmedAt: Date | null;
};

/** The right to come in by a link; its token is computed from the id and never stored. */
export type Invitation = Place & {
  id: InvitationId;
  role: Role;
  /** Guardians' links: whose guardian comes. */
  childId: PersonId | null;
  /** Who comes by it is here already, as a row of a list or with another phone; null: whoever opens it. */
  personId: PersonId | null;
  /** A form of mentoring that the link is meant for. */
  form: string | null;
  /** How many may come by it; 1: a personal link. */
  cap: number;
  used: number;
  expiresAt: Date;
  revokedAt: Date | null;
  createdById: PersonId | null;
  createdAt: Date;
  /** The curator's own note, for the list: «9 Б, родительское собрание». */
  label: string;
  /** The role that ends when the successor comes by it; an owner's link with it ends all other owners. */
  succeedsId: MembershipId | null;
  /** Staff: the post of who comes by it, and whether the bot writes to them by itself. */
  post: string;
  quiet: boolean;
};

/** Somebody came in by a link; `ended`: the roles that this took over. */
export type Joined = { standing: Standing; invitation: Invitation; ended: Membership[]; now: Date };

/** Who runs a programme. */
export type ProgrammeCurator = { membershipId: MembershipId; personId: PersonId; leads: boolean };

export type NewInvitation = Place & {
  /** A new one when absent; given by a button, so that two taps make one invitation. */
  id?: InvitationId;
  role: Role;
  /** The person, known already, who comes by it: a row of a list. */
  personId?: PersonId;
  childId?: PersonId;
  form?: string;
  /** 1 when absent. */
  cap?: number;
  /** 30 days from now when absent. */
  expiresAt?: Date;
  createdById: PersonId | null;
  label?: string;
  succeedsId?: MembershipId;
  post?: string;
  quiet?: boolean;
};

/** A line of a list: what is kept of it before the person has come and agreed. */
export type ListedRow = { number: number; className: string; post: string; code: string | null };

/** Which of the people on a phone comes by a link: somebody new, or one of those who write from it. */
export type Comer = "new" | PersonId;

/** What came of opening a link. The kinds that refuse say nothing about programme or people behind it. */
export type Redeemed =
  /** `first`: this is the person's first role here. */
  | { kind: "joined"; personId: PersonId; standing: Standing; invitation: Invitation; first: boolean }
  /** The person has this role already; nothing was used up. */
  | { kind: "already"; personId: PersonId; standing: Standing }
  /** Several people may be meant: ask who comes, then redeem again with `comer`. */
  | { kind: "whoIsIt"; people: PhonePerson[] }
  /** The link is one person's own, and others write from this phone: ask whether that person is here now. */
  | { kind: "personal" }
  /** A child opened the link that is meant for its guardian. */
  | { kind: "ownLink"; people: PhonePerson[] }
  /** All places are taken. */
  | { kind: "used" }
  | { kind: "expired" }
  | { kind: "revoked" }
  /** No such link; counted as a guess. */
  | { kind: "unknown" }
  /** Too many wrong links in the last minute, from this chat or in total. */
  | { kind: "throttled" };

/** What came of typing a name or a year. */
export type NameSaved = { kind: "saved"; name: PersonName } | { kind: "odd"; why: NameOddity };
/** codes: the person is known by a code everywhere, and no name is kept. */
export type NameOddity = "empty" | "long" | "sentence" | "command" | "codes";
export type YearSaved =
  | { kind: "saved"; birthYear: number }
  /** Another year stands already; a curator may correct it. */
  | { kind: "kept"; birthYear: number }
  | { kind: "odd" };

/** Somebody's chat, for sending. */
export type PersonChat = {
  personId: PersonId;
  accountId: AccountId;
  telegramId: bigint;
  reachable: boolean;
  /** Chosen in this chat or said by Telegram; null: neither is one of ours. */
  locale: Locale | null;
};

/** Somebody stands in for a curator of this programme now, until this day (YYYY-MM-DD) is over. */
export type StandIn = {
  id: string;
  programmeId: ProgrammeId;
  schoolId: SchoolId;
  absentId: PersonId;
  deputyId: PersonId;
  until: string;
};

/** A line of history. Ids and codes only, never what a person wrote. */
export type Deed = {
  /** Null: the bot itself. */
  actorId: PersonId | null;
  /** The person for whom the actor did it, when not for himself. */
  onBehalfOf?: PersonId | null;
  subjectKind: string;
  subjectId: string;
  /** Such as `joined`, `checked`, `refused`. */
  act: string;
  before?: string | null;
  after?: string | null;
  at: Date;
};

/** Writes a line of history, in the transaction of the deed itself. */
export type RecordDeed = (tx: Db, deed: Deed) => Promise<void>;

export type HistoryLine = Required<Deed> & { id: string };

/** An id that a right is asked about; what it belongs to is read from the database. */
export type Subject =
  | { kind: "everything" }
  | { kind: "school"; id: SchoolId }
  | { kind: "programme"; id: ProgrammeId }
  | { kind: "membership"; id: MembershipId }
  | { kind: "person"; id: PersonId }
  | { kind: "invitation"; id: InvitationId }
  | { kind: "run"; id: string };
