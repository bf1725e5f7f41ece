/** What people offer to the other features. Everything that takes a `Db` may be called inside a transaction. */
import type { Merged, Role, Standing } from "#core/contribution.ts";
import type { AccountId, InvitationId, MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { Locale } from "#core/screen.ts";
import type { Db } from "#platform/db/index.ts";
import type {
  Comer,
  Deed,
  Guardianship,
  HistoryLine,
  Invitation,
  ListedRow,
  Membership,
  NameSaved,
  NewInvitation,
  Person,
  PersonChat,
  PhonePerson,
  Place,
  ProgrammeCurator,
  ProgrammeVoice,
  Redeemed,
  StandIn,
  Subject,
  YearSaved,
} from "./model.ts";
import type { Act, Actor } from "./rights.model.ts";

export type PersonsDoor = {
  find(db: Db, personId: PersonId): Promise<Person | null>;
  findMany(db: Db, personIds: PersonId[]): Promise<Person[]>;
  /** A person without a name; under an id that a button gave, so that two taps make one person. */
  create(tx: Db, now: Date, id?: PersonId): Promise<Person>;
  /** Reads «Фамилия Имя Отчество» as typed and keeps it. */
  setName(personId: PersonId, typed: string): Promise<NameSaved>;
  /** The same for somebody else, without asking about rights: the caller has. */
  nameFor(tx: Db, actorId: PersonId, personId: PersonId, typed: string): Promise<NameSaved>;
  /** Whether a name of this person may be asked and kept: not when every role is in a programme that runs on codes. */
  mayBeNamed(personId: PersonId): Promise<boolean>;
  /** Of the named people of a programme: how many are named nowhere else, and how many in another role too. */
  countNamed(db: Db, programmeId: ProgrammeId): Promise<{ here: number; elsewhere: number }>;
  /** Erases the names of the former; gives how many. Without asking about rights: the caller has. */
  eraseNames(tx: Db, programmeId: ProgrammeId): Promise<number>;
  /** Keeps the year once; later only `correctBirthYear` changes it. */
  setBirthYear(personId: PersonId, year: number): Promise<YearSaved>;
  /** A curator's correction, with the checks of `setName`; "forbidden" also when there is no such person. */
  correctName(tx: Db, actorId: PersonId, personId: PersonId, typed: string): Promise<NameSaved | { kind: "forbidden" }>;
  /** A curator's correction; "forbidden" also when there is no such person. */
  correctBirthYear(actorId: PersonId, personId: PersonId, year: number): Promise<YearSaved | { kind: "forbidden" }>;
  setLocale(accountId: AccountId, locale: Locale): Promise<void>;
};

export type AccountsDoor = {
  /** The chat cannot be written to any more, until somebody writes from it. */
  lost(tx: Db, telegramId: bigint): Promise<void>;
  /** The people who write from this phone, the earliest first. */
  peopleOn(db: Db, accountId: AccountId): Promise<PhonePerson[]>;
  /** From now on this person speaks from the phone; false when the person does not write from it. */
  switchPerson(accountId: AccountId, personId: PersonId): Promise<boolean>;
  /** The chats in which each of these people can be met. */
  chatsOf(db: Db, personIds: PersonId[]): Promise<PersonChat[]>;
  /** The chats of all who hold this role now: for their own command menus. */
  chatsWithRole(db: Db, role: Role): Promise<PersonChat[]>;
};

export type MembershipsDoor = {
  /** Who runs the programme, the lead first: what the programme addresses to «the curator» goes to that one. */
  curatorsOf(db: Db, programmeId: ProgrammeId): Promise<ProgrammeCurator[]>;
  /** From now on this curator leads the programme; false when named already. */
  lead(tx: Db, programmeId: ProgrammeId, personId: PersonId): Promise<boolean>;
  /** Who stands in for curators now: of this deputy, or for these people. */
  standIns(db: Db, who: { deputyId: PersonId } | { absentIds: PersonId[] }, now: Date): Promise<StandIn[]>;
  /** The roles that the person plays now, those on a pause too, the earliest first. */
  standingsOf(db: Db, personId: PersonId): Promise<Standing[]>;
  membership(db: Db, membershipId: MembershipId): Promise<Membership | null>;
  /** All of a programme, stopped ones too, by role when given, the earliest first. */
  membersOf(db: Db, programmeId: ProgrammeId, role?: Role): Promise<(Membership & { person: Person })[]>;
  /** Gives the role, or wakes a stopped one up; doing it twice changes nothing. */
  join(tx: Db, personId: PersonId, role: Role, place: Place, now: Date): Promise<Membership>;
  /** Ends the role for now; false when it had ended, or does not exist. */
  stop(tx: Db, membershipId: MembershipId, actorId: PersonId | null, now: Date): Promise<boolean>;
  /** Lets the role rest until the end of this day (YYYY-MM-DD; null: without an end); false when it rests so, or has stopped. */
  pause(
    tx: Db,
    membershipId: MembershipId,
    until: string | null,
    actorId: PersonId | null,
    now: Date,
  ): Promise<boolean>;
  /** Takes up a role that rests or has ended. */
  reactivate(tx: Db, membershipId: MembershipId, actorId: PersonId | null, now: Date): Promise<boolean>;
  setClassName(tx: Db, membershipId: MembershipId, className: string): Promise<void>;
  /** The curator says «проверен» or takes it back; false when it stands so already. */
  setChecked(tx: Db, membershipId: MembershipId, actorId: PersonId, checked: boolean, now: Date): Promise<boolean>;
  /**
   * The words for this person within a programme: of the given membership, or of the earliest role as a participant.
   * Only pupils are addressed informally, and only where the programme wishes it. For chats: not inside a transaction.
   */
  voiceOf(personId: PersonId, now: Date, membershipId?: MembershipId): Promise<ProgrammeVoice>;
  guardiansOf(db: Db, childId: PersonId): Promise<Guardianship[]>;
  wardsOf(db: Db, guardianId: PersonId): Promise<Guardianship[]>;
  /** The school knows this guardian: from now on the word of this person counts for the child. */
  addGuardian(tx: Db, guardianId: PersonId, childId: PersonId, now: Date): Promise<void>;
  /** The guardian said «Да, я законный представитель»; once is enough. */
  confirmGuardianship(tx: Db, guardianId: PersonId, childId: PersonId, now: Date): Promise<boolean>;
};

export type RightsDoor = {
  /** All that the rights of a person rest on, as it is now: for asking `allowed` about many targets at once. */
  actor(db: Db, personId: PersonId): Promise<Actor>;
  /** Whether the person may; records nothing. For what to show. A missing and a foreign subject are the same: false. */
  may(db: Db, personId: PersonId, act: Act, subject: Subject): Promise<boolean>;
  /** The same before doing it: a refusal leaves a line `refused` in the history. */
  authorise(db: Db, personId: PersonId, act: Act, subject: Subject): Promise<boolean>;
};

export type InvitationsDoor = {
  /** A new invitation, without asking about rights: the caller has. */
  createInvitation(tx: Db, invitation: NewInvitation, now: Date): Promise<Invitation>;
  /** The token for `t.me/<bot>?start=<token>`: 22 characters, always the same for one invitation. */
  tokenOf(invitation: { id: InvitationId }): string;
  /** Creates after asking whether the actor may invite there. */
  invite(
    actorId: PersonId,
    invitation: Omit<NewInvitation, "createdById">,
  ): Promise<{ kind: "created"; invitation: Invitation; token: string } | { kind: "forbidden" } | { kind: "odd" }>;
  invitation(db: Db, id: InvitationId): Promise<Invitation | null>;
  /** The newest personal link to this role here (and of this child) by which nobody has come yet and somebody still can. */
  openInvitation(db: Db, place: Place & { role: Role; childId?: PersonId }, now: Date): Promise<Invitation | null>;
  /** Those of a programme (guardians' links aside), newest first, `PAGE` a page from 0. */
  listInvitations(db: Db, programmeId: ProgrammeId, page: number): Promise<{ items: Invitation[]; pages: number }>;
  revoke(tx: Db, actorId: PersonId, id: InvitationId): Promise<"revoked" | "already" | "forbidden">;
  /** The link leads in again; false when it was not revoked, or does not exist. Without asking about rights: the caller has. */
  openAgain(tx: Db, id: InvitationId): Promise<boolean>;
  /** Opens a link from a phone. `comer` says which of its people comes; see `Redeemed`. */
  redeem(accountId: AccountId, token: string, now: Date, comer?: Comer): Promise<Redeemed>;
  /**
   * The owner's link, valid for an hour and once; earlier unused ones end. Gives the token. With `replaces` the role of all who
   * were owners ends when somebody comes by it.
   */
  ownerInvitation(now: Date, replaces?: boolean): Promise<string>;
  /** How many wrong links were tried since then, from how many chats: for the owner. */
  guessesSince(db: Db, since: Date): Promise<{ links: number; chats: number }>;
};

/** People of lists; without asking about rights: the caller has. */
export type ListedDoor = {
  /** A nameless person with the role and a link of their own for each row, in the order of the rows. */
  createListed(
    tx: Db,
    wanted: { place: Place & { programmeId: ProgrammeId }; role: Role; listId: string; rows: ListedRow[] },
    createdById: PersonId,
    now: Date,
  ): Promise<{ personId: PersonId; membershipId: MembershipId }[]>;
  /** A new link of a person who is here already; earlier ones end. Null: no such membership in a programme. */
  personalLink(tx: Db, membershipId: MembershipId, actorId: PersonId, now: Date): Promise<Invitation | null>;
  /** The person's own links there lead in no more. */
  endPersonalLinks(tx: Db, personId: PersonId, programmeId: ProgrammeId, now: Date): Promise<void>;
  /** The newest link of each of these people there that was not revoked: its id by the person's. */
  personalLinks(db: Db, programmeId: ProgrammeId, personIds: PersonId[]): Promise<Map<PersonId, InvitationId>>;
  /** Deletes what is empty after every feature has joined two persons. */
  deleteMerged(tx: Db, merged: Merged): Promise<void>;
};

export type HistoryDoor = {
  record(tx: Db, deed: Deed): Promise<void>;
  /** Newest first. */
  /** Forgets the lines `refused` that are older than this moment. */
  forgetRefusals(db: Db, before: Date): Promise<void>;
  historyOf(db: Db, subject: { kind: string; id: string }, limit?: number): Promise<HistoryLine[]>;
};
