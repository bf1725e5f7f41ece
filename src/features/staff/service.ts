/** All that those who run a programme may do, put together. */
import type { Clock } from "#core/clock.ts";
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { Deeds } from "#features/deeds/index.ts";
import type { Planning } from "#features/notices/index.ts";
import {
  type Act,
  type Actor,
  allowed,
  type Membership,
  type People,
  type Person,
  shownName,
} from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import { createAbsences } from "./absence.service.ts";
import { createCare } from "./care.service.ts";
import { createGuard } from "./guard.service.ts";
import { createReferrals } from "./referral.service.ts";
import type { ClassState, Entered } from "./shown.model.ts";
import { createSuccession } from "./succession.service.ts";
import { createTeam } from "./team.service.ts";
import { findHelper } from "./team.store.ts";

type Member = Membership & { person: Person };
type Marks = { consent: string; guardian: string };

export type StaffParts = {
  database: Database;
  clock: Clock;
  people: People;
  programmes: Programmes;
  notices: Planning;
  deeds: Pick<Deeds, "offer" | "known">;
  /** How far each of these participants is with the consents. */
  consentMarks(db: Db, ids: MembershipId[]): Promise<Map<MembershipId, Marks>>;
};

/** Of the actor's roles of staff in this programme, whether one is permitted this. */
export const isPermitted = (actor: Actor, programmeId: ProgrammeId, kind: string): boolean =>
  actor.permissions.some(
    (one) =>
      one.kind === kind &&
      actor.standings.some(
        (standing) => standing.membershipId === one.membershipId && standing.programmeId === programmeId,
      ),
  );

export function createStaff(parts: StaffParts) {
  const { database, people, programmes, consentMarks } = parts;
  const { db } = database;
  const care = createCare(parts);

  /** The participants of the programme to whom the actor may do this. */
  async function participants(actor: Actor, { id: programmeId, schoolId }: Programme, act: Act) {
    const all = [
      ...(await people.membersOf(db, programmeId, "mentee")),
      ...(await people.membersOf(db, programmeId, "mentor")),
    ].filter(({ status }) => status !== "stopped");
    return all.filter(({ personId, className }) => allowed(actor, act, { schoolId, programmeId, personId, className }));
  }
  const shownAs = (one: Member, { naming }: Programme) => ({
    name: shownName(one.person, one, naming),
    className: one.className,
  });

  async function classStates(actor: Actor, programme: Programme): Promise<ClassState[]> {
    const seen = await participants(actor, programme, "consent.state");
    const marks = await consentMarks(
      db,
      seen.map(({ membershipId }) => membershipId),
    );
    return seen.map((one) => ({
      ...shownAs(one, programme),
      ...(marks.get(one.membershipId) ?? { consent: "waits", guardian: "notNeeded" }),
    }));
  }

  return {
    team: createTeam({ ...parts, permitted: care.support.permitted }),
    succession: createSuccession(parts),
    absences: createAbsences(parts),
    referrals: createReferrals(parts),
    guard: createGuard(parts),
    ...care,
    helper: findHelper,
    programme: (id: ProgrammeId): Promise<Programme | null> => programmes.find(db, id),

    /** For whom this helper may enter, in the classes that were permitted; null when none was. */
    enterable: async (
      actorId: PersonId,
      id: ProgrammeId,
    ): Promise<{ programme: Programme; people: Entered[] } | null> => {
      const actor = await people.actor(db, actorId);
      const programme = await programmes.find(db, id);
      const isHelper = isPermitted(actor, id, "enter");
      const may = isHelper || (await people.authorise(db, actorId, "run.enter", { kind: "programme", id }));
      if (!programme || !may) return null;
      const found = await participants(actor, programme, "run.enter");
      return {
        programme,
        people: found.map((one) => ({ membershipId: one.membershipId, ...shownAs(one, programme) })),
      };
    },

    /** The state of consents of the classes that this helper answers for; null when none was given. */
    classConsents: async (
      actorId: PersonId,
      id: ProgrammeId,
    ): Promise<{ programme: Programme; lines: ClassState[] } | null> => {
      const actor = await people.actor(db, actorId);
      const programme = await programmes.find(db, id);
      const isHelper = isPermitted(actor, id, "consents");
      const may = isHelper || (await people.authorise(db, actorId, "consent.state", { kind: "programme", id }));
      return programme && may ? { programme, lines: await classStates(actor, programme) } : null;
    },
  };
}

export type Staff = ReturnType<typeof createStaff>;
