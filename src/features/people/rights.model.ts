/**
 * Who may do what: one table, act → roles with the scope in which each may act. Everything not in it is forbidden.
 * `rights.rules.ts` reads the table; what an actor and a target are is read from the database for every update by `authorise`.
 */
import type { PersonId, ProgrammeId, SchoolId } from "#core/ids.ts";
import type { Role, Standing } from "./model.ts";

/**
 * all: anything in the installation; school: what belongs to the standing's school; programme: what belongs to its programme;
 * self: what belongs to the actor; ward: what belongs to a child whose guardian the actor is.
 */
export const SCOPES = ["all", "school", "programme", "self", "ward"] as const;
export type Scope = (typeof SCOPES)[number];

type Grant = { role: Role; scope: Scope };

const to = (role: Role, scope: Scope): Grant => ({ role, scope });

const OWNER = to("owner", "all");
const CURATOR = to("curator", "school");
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
  "school.create": [OWNER],
  "school.edit": [OWNER, CURATOR],
  "school.see": [OWNER, CURATOR],
  "curator.invite": [OWNER],
  "programme.create": [OWNER, CURATOR],
  "programme.edit": [OWNER, CURATOR],
  "programme.see": [OWNER, CURATOR, ...MEMBERS],
  "invitation.create": [CURATOR],
  "invitation.list": [CURATOR],
  "invitation.revoke": [CURATOR],
  "guardian.invite": [CURATOR, to("mentee", "self")],
  "bank.see": [CURATOR],
  "bank.export": [CURATOR],
  "card.see": [CURATOR],
  "person.check": [CURATOR],
  "person.nudge": [CURATOR],
  "person.correct": [CURATOR],
  "person.settings": ONESELF,
  "membership.stop": [CURATOR, ...PARTICIPANTS],
  "consent.decide": [...PARTICIPANTS, to("guardian", "ward")],
  "consent.enter": [CURATOR],
  "consent.see": [CURATOR, ...PARTICIPANTS, to("guardian", "ward")],
  "run.answer": PARTICIPANTS,
  "run.enter": [CURATOR],
  "answers.see": [CURATOR],
  "history.see": [CURATOR],
} as const satisfies Record<string, readonly Grant[]>;

export type Act = keyof typeof RIGHTS;
export const ACTS = Object.keys(RIGHTS) as Act[];

/** Who acts: what they are here now, and whose guardians they are. */
export type Actor = { personId: PersonId; standings: Standing[]; wards: PersonId[] };

/** What is acted upon: where it belongs and whose it is; null: to nobody, nowhere in particular. */
export type Target = { schoolId: SchoolId | null; programmeId: ProgrammeId | null; personId: PersonId | null };

/** The target of acts on the installation as a whole. */
export const EVERYTHING: Target = { schoolId: null, programmeId: null, personId: null };
