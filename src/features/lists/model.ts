/** The nouns of lists: what was understood of a sent file, what is kept of it, what there is to ask. */
import { z } from "zod";
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { PersonName } from "#features/people/model.ts";
import type { Programme } from "#features/programmes/model.ts";

/** Who is taken from a list. */
export const LISTED_ROLES = ["mentee", "mentor", "staff"] as const;
export type ListedRole = (typeof LISTED_ROLES)[number];
export const listedRoleSchema = z.enum(LISTED_ROLES);

/** What a column of a list may hold. Of the last five nothing is read. */
export const MEANINGS = [
  "number",
  "name",
  "family",
  "given",
  "patronymic",
  "class",
  "post",
  "role",
  "code",
  "born",
  "phone",
  "mail",
  "address",
  "other",
] as const;
export type Meaning = (typeof MEANINGS)[number];

/** The words by which headings and cells are understood, in lower case, of every language that the bot speaks. */
export type ListWords = {
  /** Whole words of headings. */
  headings: Record<Exclude<Meaning, "other">, string[]>;
  /** Beginnings of words that make a heading somebody else's: a parent's name is no pupil's. */
  others: string[];
  /** Beginnings of words by which a role is told. */
  roles: Record<ListedRole, string[]>;
  /** «класс», «группа» … */
  classes: string[];
  /** Beginnings of what stands below a list: «итого», «директор». */
  sums: string[];
};

/** Where something stands in the file. `sheet` is empty when there is only one. */
export type At = { sheet: string; line: number };

/** A line of the file. The name lives as long as the message is handled and is never stored. */
export type ReadRow = {
  at: At;
  /** By which the slip finds its pupil: the list's own number, or the line where it has none. */
  number: number;
  name: string;
  className: string;
  post: string;
  role: ListedRole | null;
  code: string | null;
};

export type Doubt =
  | { kind: "noClass" | "noName" | "oddRole" | "skipped" | "oddCode"; at: At[] }
  /** Told once for two lines that say the same; the first is taken. */
  | { kind: "same"; at: [At, At] }
  /** The same name in one class, but not the same person. */
  | { kind: "namesakes"; at: [At, At] }
  | { kind: "unneeded"; titles: string[] };

export type Understood = {
  rows: ReadRow[];
  doubts: Doubt[];
  /** Whether names stand in the file, so that it must not come where codes are kept. */
  named: boolean;
};

/** What is kept of a row: see `ListedRow`. */
const rowSchema = z.object({
  number: z.number().int(),
  className: z.string(),
  post: z.string(),
  code: z.string().nullable(),
});
export type KeptRow = z.infer<typeof rowSchema>;

const groupSchema = z.object({ label: z.string(), role: listedRoleSchema.nullable(), rows: z.array(rowSchema) });
/** What becomes one list. `role`: null until the curator has said it. */
export type Group = z.infer<typeof groupSchema>;

/** What waits for the curator's word: no name of any kind. */
export const draftSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("new"), programmeId: z.string(), groups: z.array(groupSchema) }),
  z.object({
    kind: z.literal("changes"),
    programmeId: z.string(),
    changed: z.array(z.object({ membershipId: z.string(), className: z.string(), post: z.string() })),
    removed: z.array(z.string()),
    added: z.array(groupSchema),
  }),
]);
export type ListDraft = z.infer<typeof draftSchema>;
export type NewDraft = Extract<ListDraft, { kind: "new" }>;
export type ChangesDraft = Extract<ListDraft, { kind: "changes" }>;

export const DRAFT_KIND = "lists";

/** A draft with its id and revision. */
export type Waiting<Draft extends ListDraft = ListDraft> = {
  id: string;
  rev: number;
  draft: Draft;
  programme: Programme;
  /** Of these classes there are lists already. */
  known: string[];
};

/** A list as the curator sees it. */
export type PeopleList = {
  id: string;
  programmeId: ProgrammeId;
  role: ListedRole;
  label: string;
  createdAt: Date;
  rows: number;
  /** Of them, who has a chat or has done something. */
  came: number;
};

/** Somebody who came by a link for many, and has not been found in a list. */
export type Comer = { membershipId: MembershipId; personId: PersonId; code: string; className: string; joinedAt: Date };

/** A row of a list whose person has not come. */
export type FreeRow = {
  membershipId: MembershipId;
  number: number;
  className: string;
  post: string;
  code: string;
  label: string;
};

/** What two persons have, in numbers, before they become one. */
export type MergePreview = {
  programme: Programme;
  from: MergeSide;
  into: MergeSide;
};
export type MergeSide = {
  membershipId: MembershipId;
  personId: PersonId;
  shown: string;
  className: string;
  number: number | null;
  phones: number;
  consents: number;
  runs: number;
  guardians: number;
};

/** Somebody of the same programme and role as one whom the curator looks at. */
export type Other = {
  membershipId: MembershipId;
  name: PersonName;
  birthYear: number | null;
  code: string;
  className: string;
  post: string;
  number: number | null;
};

/** No such thing, or no right to it. */
export type Refused = { kind: "refused" };

/** What is printed for one row. */
export type Slip = { number: number; className: string; post: string; code: string; link: string; qr: Uint8Array };

/** Somebody of the programme's lists, as a list sent back is compared with. */
export type Known = {
  membershipId: string;
  role: ListedRole;
  code: string;
  className: string;
  post: string;
  came: boolean;
};

/** A line of the exported table; `name` is empty where there is no consent, and always in codes mode. */
export type Exported = Known & { number: number | null; name: string };
