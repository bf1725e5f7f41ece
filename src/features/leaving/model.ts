/** The nouns of leaving: what ends or rests, what the curator then has to do, what is to be erased and when. */
import { z } from "zod";
import type { Told as Kept, Leaver, LeavingKind, Role } from "#core/contribution.ts";
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { DateOn } from "#core/when.ts";
import type { Membership } from "#features/people/model.ts";
import type { Programme } from "#features/programmes/model.ts";

/** What somebody does with a part in a programme: it ends, it rests, it goes on. */
export const WAYS = ["stopped", "paused"] as const;
export type Way = (typeof WAYS)[number];
export const wayOf = (text: string): Way | null => WAYS.find((way) => way === text) ?? null;

/** Who can leave by these screens; curators and staff hand over. */
export const LEAVERS: readonly Role[] = ["mentee", "mentor"];

/** As whom somebody looks at a part in a programme. */
export type Looker = "self" | "guardian" | "curator";

/** Somebody's part in a programme, as one who may end it sees it. */
export type Part = {
  membership: Membership;
  programme: Programme;
  looker: Looker;
  /** As the programme shows it. */
  name: string;
  birthYear: number | null;
  /** The date on which the data are erased, when a consent was withdrawn. */
  erasedOn: DateOn | null;
};

/** What is about to be done, with what it touches (HTML, a line each); `guardians`: there are some, who hear of it. */
export type Preview = { part: Part; way: Way; until: DateOn | null; touches: string[]; guardians: boolean; told: Told };

/** When others hear of what was done: in a minute, or in the morning, at this time of the school's clock. */
export type Told = { when: "soon" | "today" | "tomorrow"; time: string };

export type Refused = { kind: "refused" };
export type Left =
  /** `told`: when others hear of it; null: nobody does. */
  | { kind: "left"; part: Part; told: Told | null }
  /** It stands so already: a double tap. */
  | { kind: "already"; part: Part }
  | Refused;

/** What a curator has to do after somebody left; the words are `leaving-todo-<kind>`. */
export const TODO_KINDS = ["teacher", "lists", "substitute", "come-back", "papers"] as const;
export type TodoKind = (typeof TODO_KINDS)[number];
export const todoKindSchema = z.enum(TODO_KINDS);
/** What the row of a todo keeps beside its kind. */
export const todoArgsSchema = z.object({ membership: z.string() });

export type Todo = {
  id: string;
  programmeId: ProgrammeId;
  kind: TodoKind;
  dueOn: DateOn;
  membershipId: MembershipId;
  /** Empty when nothing of the person is left. */
  name: string;
};

/** Somebody who is away or whose data will go, for the curator. */
export type Leaving = {
  membershipId: MembershipId;
  name: string;
  role: Role;
  state: "paused" | "stopped" | "erasing";
  /** Until when the pause lasts, when the part ended, when the data are erased. */
  on: DateOn | null;
};

export type Todos = { programme: Programme; today: DateOn; todos: Todo[]; leaving: Leaving[] };

/** Data that are to be erased. */
export type Erasure = {
  id: string;
  personId: PersonId;
  /** Null: everything about the person. */
  programmeId: ProgrammeId | null;
  requestedAt: Date;
  dueAt: Date;
};

/** A line of the ledger beside the database. */
export const ledgerLineSchema = z.object({
  id: z.string(),
  personId: z.string(),
  programmeId: z.string().nullable(),
  doneAt: z.iso.datetime(),
});
export type LedgerLine = z.infer<typeof ledgerLineSchema>;

/** What keeps a person's data from being erased as a whole: work that has to be handed over first. */
export const BLOCKERS = ["owner", "curator", "staff", "guardian"] as const;
export type Blocker = (typeof BLOCKERS)[number];

/** What «Удалить мои данные» would do. */
export type Erasing =
  /** Under 14 the guardian decides. */
  | { kind: "child" }
  /** It is under way already; `on` is the day. `consent`: a new consent takes it back, otherwise a tap does. */
  | { kind: "planned"; on: DateOn; consent: boolean }
  /** Nothing can go before the work is handed over. */
  | { kind: "blocked"; blockers: Blocker[] }
  | { kind: "ready"; blockers: Blocker[]; on: DateOn; days: number; programmes: string[] };

export type Withdrawal = { on: DateOn; touches: string[] };

/** What is kept about a person, feature by feature. */
export type Chapter = { name: string } & Kept;

export type Collected = Pick<Leaver, "touches" | "leave">;
export type { LeavingKind };

export const TOLD = "leaving.told";
export const NEWS = "leaving.todo";
export const EXPORT_JOB = "leaving.export";
export const EXPORTED = "leaving.exported";
/** Where a made export is kept until it is sent. */
export const EXPORT_FILE = "leaving.export";
export const FORMATS = ["docx", "json"] as const;
export type Format = (typeof FORMATS)[number];
