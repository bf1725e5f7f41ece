/** Reads the banks: everybody of a side with the four marks. */
import type { Clock } from "#core/clock.ts";
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import { ageAtMost } from "#core/when.ts";
import type { People } from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Questionnaires } from "#features/questionnaires/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Bank, Entry, Marks, Side } from "./model.ts";
import { inOrder, mayGoOn } from "./rules.ts";
import { listForms } from "./store.ts";

export type ReadingParts = {
  clock: Clock;
  database: Database;
  people: Pick<People, "membersOf" | "membership" | "authorise">;
  programmes: Pick<Programmes, "find">;
  questionnaires: Pick<Questionnaires, "intakes">;
  /** The consents of these memberships as marks. */
  consentMarks(db: Db, ids: MembershipId[]): Promise<Map<MembershipId, Pick<Marks, "consent" | "guardian">>>;
};

export type Found = { entry: Entry; programme: Programme };

/** From this age one is asked oneself. */
const ASKED_FROM = 14;
const NO_CONSENT = { consent: "waits", guardian: "waits" } as const;

export function createReading({ database, clock, people, programmes, questionnaires, consentMarks }: ReadingParts) {
  const { db } = database;

  const isChild = (birthYear: number | null): boolean =>
    birthYear !== null && ageAtMost(birthYear, clock.now(), "UTC") < ASKED_FROM;

  /** The bank without asking about rights: for jobs that were ordered by somebody who may. */
  async function load(from: Db, programmeId: ProgrammeId, side: Side): Promise<Bank> {
    const members = await people.membersOf(from, programmeId, side);
    const ids = members.map(({ membershipId }) => membershipId);
    const consents = await consentMarks(from, ids);
    const intakes = await questionnaires.intakes(from, ids);
    const forms = await listForms(from, ids);
    const toEntry = (member: (typeof members)[number]): Entry => {
      const intake = intakes.get(member.membershipId);
      const consent = consents.get(member.membershipId) ?? NO_CONSENT;
      return {
        membershipId: member.membershipId,
        personId: member.personId,
        side,
        code: member.code,
        className: member.className,
        name: member.person,
        active: member.status === "active",
        forms: forms.get(member.membershipId) ?? [],
        ...(isChild(member.person.birthYear) ? { child: true } : {}),
        runId: intake && mayGoOn(consent) ? intake.runId : null,
        marks: {
          questionnaire: !intake ? "none" : intake.status === "open" ? "open" : "done",
          ...consent,
          checked: member.checkedAt !== null,
        },
      };
    };
    return { programmeId, side, entries: inOrder(members.map(toEntry)) };
  }

  return {
    load,

    /** Whether the person may do this to the programme's banks. */
    mayOn: (personId: PersonId, act: "bank.see" | "bank.export" | "person.nudge", programmeId: ProgrammeId) =>
      people.authorise(db, personId, act, { kind: "programme", id: programmeId }),

    /** The entry of a membership on which the person may act; null also when it is foreign. */
    entryFor: async (
      personId: PersonId,
      act: "card.see" | "person.check" | "person.nudge" | "person.correct" | "answers.see",
      membershipId: MembershipId,
    ): Promise<Found | null> => {
      if (!(await people.authorise(db, personId, act, { kind: "membership", id: membershipId }))) return null;
      const membership = await people.membership(db, membershipId);
      const { role, programmeId } = membership ?? {};
      if (!programmeId || (role !== "mentee" && role !== "mentor")) return null;
      const programme = await programmes.find(db, programmeId);
      const { entries } = await load(db, programmeId, role);
      const entry = entries.find((one) => one.membershipId === membershipId);
      return programme && entry ? { entry, programme } : null;
    },
  };
}
