/** Doing for a person what that person cannot do in a chat: who may, and what there is to do. */
import type { Clock } from "#core/clock.ts";
import type { MembershipId, PersonId } from "#core/ids.ts";
import type { Planning } from "#features/notices/index.ts";
import { hasName, type People, shownName } from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import { ENTERED } from "./kinds.model.ts";
import type { Side } from "./model.ts";

export type EnteringParts = {
  database: Database;
  clock: Clock;
  people: Pick<People, "may" | "authorise" | "membership" | "find" | "guardiansOf" | "chatsOf" | "nameFor">;
  programmes: Pick<Programmes, "find">;
  notices: Pick<Planning, "plan">;
};

/** Somebody for whom something can be entered. */
export type Person = {
  membershipId: MembershipId;
  personId: PersonId;
  side: Side;
  name: string;
  className: string;
  programme: Programme;
  mayRun: boolean;
  mayConsent: boolean;
};

export type GuardianNamed = "named" | "odd" | "refused";

export function createEntering({ database, clock, people, programmes, notices }: EnteringParts) {
  const { db } = database;

  return {
    /** Whether the whole card is open to this person. */
    seesCard: (readerId: PersonId, id: MembershipId) =>
      people.may(db, readerId, "card.see", { kind: "membership", id }),

    /** The participant, and what this person may enter; null when it is nothing. */
    personFor: async (actorId: PersonId, id: MembershipId): Promise<Person | null> => {
      const subject = { kind: "membership", id } as const;
      const mayRun = await people.may(db, actorId, "run.enter", subject);
      const mayConsent = await people.may(db, actorId, "consent.enter", subject);
      const membership = mayRun || mayConsent ? await people.membership(db, id) : null;
      if (!membership?.programmeId || (membership.role !== "mentee" && membership.role !== "mentor")) return null;
      const programme = await programmes.find(db, membership.programmeId);
      const person = await people.find(db, membership.personId);
      if (!programme || !person || membership.status === "stopped") return null;
      const { personId, role: side, className } = membership;
      const name = shownName(person, membership, programme.naming);
      return { membershipId: id, personId, side, name, className, programme, mayRun, mayConsent };
    },

    /** Names a guardian who signed a paper and has no chat; where people are shown by code, no name is kept. */
    nameGuardian: (actorId: PersonId, id: MembershipId, guardianId: PersonId, typed: string): Promise<GuardianNamed> =>
      database.tx(async (tx) => {
        if (!(await people.authorise(tx, actorId, "consent.enter", { kind: "membership", id }))) return "refused";
        const membership = await people.membership(tx, id);
        const programme = membership?.programmeId ? await programmes.find(tx, membership.programmeId) : null;
        if (!membership || !programme || programme.naming === "code") return "refused";
        const guardians = await people.guardiansOf(tx, membership.personId);
        const guardian = await people.find(tx, guardianId);
        const isTheirs = guardians.some((one) => one.guardianId === guardianId);
        if (!isTheirs || !guardian || hasName(guardian)) return "refused";
        if ((await people.chatsOf(tx, [guardianId])).length > 0) return "refused";
        const saved = await people.nameFor(tx, actorId, guardianId, typed);
        return saved.kind === "saved" ? "named" : "odd";
      }),

    /** Whose answers were entered hears of it, when there is a chat: in the transaction in which they were sent. */
    tellEntered: async (tx: Db, { runId, rev, personId }: { runId: string; rev: number; personId: PersonId }) => {
      if ((await people.chatsOf(tx, [personId])).length === 0) return;
      const about = { kind: ENTERED, subjectId: runId, subjectRev: rev, personId, slot: "entered" };
      await notices.plan(tx, [{ ...about, notBefore: clock.now() }]);
    },
  };
}

export type BehalfEntering = ReturnType<typeof createEntering>;
