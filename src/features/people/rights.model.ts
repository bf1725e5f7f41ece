/**
 * Who may do what: one table, act → roles with the scope in which each may act. Everything not in it is forbidden.
 * `rights.rules.ts` reads the table; what an actor and a target are is read from the database for every update by `authorise`.
 */
import type { MembershipId, PersonId, ProgrammeId, SchoolId } from "#core/ids.ts";
import type { Role, Standing } from "./model.ts";

/**
 * all: anything in the installation; school: what belongs to the standing's school; programme: what belongs to its programme;
 * self: what belongs to the actor; ward: what belongs to a child whose guardian the actor is; deputy: what belongs to the
 * programme in which the actor stands in for a curator now. The others need a permission of the grant's kind: class: the people
 * of the permission's class (of the whole programme when it names none); offered: people to whom support was offered.
 */
export const SCOPES = ["all", "school", "programme", "self", "ward", "deputy", "class", "offered"] as const;
export type Scope = (typeof SCOPES)[number];

/** What a curator may let a helper do: see the state of consents, enter for others, look after people offered support. */
export const PERMISSIONS = ["consents", "enter", "support"] as const;
export type PermissionKind = (typeof PERMISSIONS)[number];

export type Grant = { role: Role; scope: Scope; permission?: PermissionKind };

const to = (role: Role, scope: Scope): Grant => ({ role, scope });
const permitted = (permission: PermissionKind, scope: "class" | "offered"): Grant => ({
  role: "staff",
  scope,
  permission,
});

const OWNER = to("owner", "all");
/** A curator of the school. */
const CURATOR = to("curator", "school");
/** The same, or who stands in for one. */
const CURATORS = [CURATOR, to("staff", "deputy")];
const PARTICIPANTS = [to("mentee", "self"), to("mentor", "self")];
const ONESELF = [
  to("owner", "self"),
  to("curator", "self"),
  ...PARTICIPANTS,
  to("guardian", "self"),
  to("staff", "self"),
];
const MEMBERS = (["mentee", "mentor", "guardian", "staff"] as const).map((role) => to(role, "programme"));

/** The table. The owner runs the installation and does not read what people answered. */
export const RIGHTS = {
  "installation.run": [OWNER],
  "school.create": [OWNER],
  "school.edit": [OWNER, CURATOR],
  "school.see": [OWNER, CURATOR],
  "curator.invite": [OWNER, CURATOR],
  "programme.create": [OWNER, CURATOR],
  "programme.edit": [OWNER, ...CURATORS],
  "programme.see": [OWNER, CURATOR, ...MEMBERS],
  "invitation.create": CURATORS,
  "invitation.list": CURATORS,
  "invitation.revoke": CURATORS,
  "guardian.invite": [...CURATORS, ...PARTICIPANTS],
  "guardian.check": CURATORS,
  "bank.see": CURATORS,
  "bank.export": CURATORS,
  "card.see": CURATORS,
  "list.see": CURATORS,
  "list.edit": CURATORS,
  "person.merge": CURATORS,
  "person.link": CURATORS,
  "person.check": CURATORS,
  "person.nudge": CURATORS,
  "person.correct": CURATORS,
  "person.settings": ONESELF,
  "membership.stop": [...CURATORS, ...PARTICIPANTS, to("guardian", "ward")],
  "todo.do": CURATORS,
  "consent.decide": [...PARTICIPANTS, to("guardian", "ward")],
  "consent.enter": [...CURATORS, permitted("enter", "class")],
  "consent.see": [...CURATORS, ...PARTICIPANTS, to("guardian", "ward")],
  "run.answer": PARTICIPANTS,
  "run.enter": [...CURATORS, permitted("enter", "class")],
  "answers.see": CURATORS,
  "history.see": CURATORS,
  "consent.state": [...CURATORS, permitted("consents", "class")],
  "staff.see": CURATORS,
  "staff.manage": [CURATOR],
  "staff.away": [CURATOR],
  "staff.hand-over": [to("curator", "self")],
  "referral.make": [to("staff", "programme"), to("mentor", "programme"), to("guardian", "programme")],
  "referral.decide": CURATORS,
  "note.keep": CURATORS,
  "support.offer": CURATORS,
  "support.see": [...CURATORS, permitted("support", "offered")],
} as const satisfies Record<string, readonly Grant[]>;

export type Act = keyof typeof RIGHTS;
export const ACTS = Object.keys(RIGHTS) as Act[];

/** What a curator lets a helper do; `value`: the class, empty for the whole programme. */
export type Permission = { membershipId: MembershipId; kind: PermissionKind; value: string };

/** Who acts: what they are here now, whose guardians they are, what they are permitted, and where they stand in for a curator. */
export type Actor = {
  personId: PersonId;
  standings: Standing[];
  wards: PersonId[];
  permissions: Permission[];
  deputyIn: ProgrammeId[];
};

/** What is acted upon: where it belongs and whose it is; null: to nobody, nowhere in particular. */
export type Target = {
  schoolId: SchoolId | null;
  programmeId: ProgrammeId | null;
  personId: PersonId | null;
  /** A participant's class. */
  className?: string;
  /** Support was offered to the participant and has not ended. */
  offered?: boolean;
};

/** The target of acts on the installation as a whole. */
export const EVERYTHING: Target = { schoolId: null, programmeId: null, personId: null };
