/** Guardians: the link by which one comes in, and the children of one who is here. */
import type { Clock } from "#core/clock.ts";
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { People } from "#features/people/index.ts";
import type { Programmes } from "#features/programmes/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Cases } from "./cases.service.ts";
import type { GuardianLink, View } from "./outcomes.model.ts";
import { ageOf, guardianHasSay } from "./rules.ts";
import { findGuardianLink, listSubjects, listSubjectsOf } from "./store.ts";

/** A link serves both parents. */
const PARENTS = 2;

type Parts = {
  database: Database;
  clock: Clock;
  people: Pick<People, "authorise" | "wardsOf" | "createInvitation" | "tokenOf">;
  programmes: Pick<Programmes, "find">;
  cases: Cases;
};

export function createGuardians({ database, clock, people, programmes, cases }: Parts) {
  async function link(tx: Db, actorId: PersonId, id: MembershipId): Promise<GuardianLink> {
    const [subject] = await listSubjects(tx, [id]);
    const programme = subject ? await programmes.find(tx, subject.programmeId) : null;
    if (!subject?.active || !programme) return { kind: "refused" };
    const now = clock.now();
    if (!guardianHasSay(ageOf(subject, now))) return { kind: "adult" };
    const { schoolId, id: programmeId } = programme;
    const place = { role: "guardian", schoolId, programmeId, childId: subject.personId } as const;
    const of = { childId: subject.personId, programmeId, used: { lt: PARENTS } };
    const known = await findGuardianLink(tx, of, actorId === subject.personId ? "child" : "school", now);
    const invitation =
      known ?? (await people.createInvitation(tx, { ...place, cap: PARENTS, createdById: actorId }, now));
    return {
      kind: "link",
      token: people.tokenOf(invitation),
      subject,
      programme,
      curator: await cases.curatorOf(tx, programme),
      name: await cases.nameOf(tx, subject, programme),
      expiresAt: invitation.expiresAt,
    };
  }

  return {
    /** The link for the guardian of this participant: the same one as long as it lets somebody in. */
    guardianLink: (actorId: PersonId, id: MembershipId): Promise<GuardianLink> =>
      database.tx(async (tx) =>
        (await people.authorise(tx, actorId, "guardian.invite", { kind: "membership", id }))
          ? await link(tx, actorId, id)
          : { kind: "refused" },
      ),

    /** The needed consent of each child of this guardian, in one programme or in all. */
    wards: async (db: Db, guardianId: PersonId, programmeId?: ProgrammeId): Promise<View[]> => {
      const children = (await people.wardsOf(db, guardianId)).map(({ childId }) => childId);
      const views: View[] = [];
      for (const subject of await listSubjectsOf(db, children, programmeId)) {
        const found = subject.active ? await cases.open(db, guardianId, subject, "data") : null;
        if (found) views.push(found.view);
      }
      return views;
    },
  };
}

export type Guardians = ReturnType<typeof createGuardians>;
