/** All that those who run a programme may do, put together. */
import type { Clock } from "#core/clock.ts";
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { Planning } from "#features/notices/index.ts";
import { type Actor, allowed, type People, shownName } from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import { createAbsences } from "./absence.service.ts";
import { createCare } from "./care.service.ts";
import { createGuard } from "./guard.service.ts";
import { createReferrals } from "./referral.service.ts";
import type { ClassState } from "./shown.model.ts";
import { createSuccession } from "./succession.service.ts";
import { createTeam } from "./team.service.ts";
import { findHelper } from "./team.store.ts";

type Marks = { consent: string; guardian: string };

export type StaffParts = {
  database: Database;
  clock: Clock;
  people: People;
  programmes: Programmes;
  notices: Planning;
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

  async function classStates(actor: Actor, programme: Programme): Promise<ClassState[]> {
    const { id: programmeId, schoolId } = programme;
    const all = [
      ...(await people.membersOf(db, programmeId, "mentee")),
      ...(await people.membersOf(db, programmeId, "mentor")),
    ].filter(({ status }) => status !== "stopped");
    const seen = all.filter(({ personId, className }) =>
      allowed(actor, "consent.state", { schoolId, programmeId, personId, className }),
    );
    const marks = await consentMarks(
      db,
      seen.map(({ membershipId }) => membershipId),
    );
    return seen.map((one) => ({
      name: shownName(one.person, one, programme.naming),
      className: one.className,
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
