/** «Whom to tell in person»: people whom the bot does not reach, with what each should hear. */
import { after, type Clock, DAY } from "#core/clock.ts";
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { Consents } from "#features/consents/index.ts";
import type { Planning } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Questionnaires } from "#features/questionnaires/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import { WEEKLY } from "./kinds.model.ts";
import type { Untold } from "./model.ts";
import { inWalkingOrder, nextMonday, type Owed, saidKey, topicsOf } from "./tell.rules.ts";
import { countMissed, listRunning, listTold } from "./tell.store.ts";

export type TellParts = {
  database: Database;
  clock: Clock;
  people: Pick<People, "authorise" | "may" | "membersOf" | "membership" | "chatsOf" | "curatorsOf" | "record">;
  programmes: Pick<Programmes, "find">;
  consents: Pick<Consents, "stateOf">;
  questionnaires: Pick<Questionnaires, "intakes">;
  notices: Pick<Planning, "plan">;
};

const TOLD = "told";
/** What did not get through longer ago interests nobody. */
const LOOK_BACK = 30 * DAY;

type Listed = Untold & { key: string };

export function createTelling(parts: TellParts) {
  const { database, clock, people, programmes, consents, questionnaires, notices } = parts;
  const { db } = database;

  async function owedTo(from: Db, members: { membershipId: MembershipId; personId: PersonId }[]) {
    const ids = members.map(({ membershipId }) => membershipId);
    const states = await consents.stateOf(from, ids);
    const intakes = await questionnaires.intakes(from, ids);
    const missed = await countMissed(
      from,
      members.map(({ personId }) => personId),
      after(clock.now(), -LOOK_BACK),
    );
    return new Map(
      members.map(({ membershipId, personId }): [MembershipId, Owed] => {
        const state = states.get(membershipId);
        const intake = intakes.get(membershipId);
        const waits = (reader: "self" | "guardian") =>
          state?.kind === "unknownAge" ? reader === "self" : state?.kind === "waits" && state.from.includes(reader);
        return [
          membershipId,
          {
            consent: waits("self"),
            guardian: waits("guardian"),
            questionnaire: state?.kind === "complete" && (!intake || intake.status === "open"),
            missed: missed.get(personId) ?? 0,
          },
        ];
      }),
    );
  }

  /** Everybody of a programme whom the bot does not reach and who should hear something. */
  async function listOf(from: Db, programmeId: ProgrammeId): Promise<Listed[]> {
    const members = (await people.membersOf(from, programmeId)).filter(({ status }) => status === "active");
    const chats = await people.chatsOf(
      from,
      members.map(({ personId }) => personId),
    );
    const reached = new Set(chats.filter(({ reachable }) => reachable).map(({ personId }) => personId));
    const known = new Set(chats.map(({ personId }) => personId));
    const far = members.filter(({ personId }) => !reached.has(personId));
    const owed = await owedTo(from, far);
    const told = await listTold(
      from,
      far.map(({ membershipId }) => membershipId),
      TOLD,
    );
    const listed = far.flatMap(({ membershipId, personId, role, person, code, className }): Listed[] => {
      const what = owed.get(membershipId);
      const topics = what ? topicsOf(what) : [];
      if (!what || topics.length === 0 || (role !== "mentee" && role !== "mentor")) return [];
      const key = saidKey(what);
      const said = told.get(membershipId);
      return [
        {
          membershipId,
          personId,
          role,
          name: person,
          code,
          className,
          chat: known.has(personId) ? "lost" : "none",
          topics,
          told: said?.after === key ? { at: said.at, by: said.by } : null,
          key,
        },
      ];
    });
    const byId = new Map(listed.map((one) => [one.membershipId, one]));
    return inWalkingOrder(listed).flatMap(({ membershipId }) => byId.get(membershipId) ?? []);
  }

  return {
    /** The list for who may see the cards there; null for anybody else. */
    list: async (
      actorId: PersonId,
      programmeId: ProgrammeId,
    ): Promise<{ programme: Programme; people: Untold[] } | null> => {
      if (!(await people.authorise(db, actorId, "card.see", { kind: "programme", id: programmeId }))) return null;
      const programme = await programmes.find(db, programmeId);
      return programme && { programme, people: await listOf(db, programmeId) };
    },

    /** «Told»: with who and when; saying it twice changes nothing. Gives the programme; null when it is not this person's to say. */
    told: (actorId: PersonId, id: MembershipId): Promise<ProgrammeId | null> =>
      database.tx(async (tx) => {
        if (!(await people.authorise(tx, actorId, "card.see", { kind: "membership", id }))) return null;
        const membership = await people.membership(tx, id);
        if (!membership?.programmeId) return null;
        const untold = (await listOf(tx, membership.programmeId)).find((one) => one.membershipId === id);
        if (untold && !untold.told) {
          const about = { subjectKind: "membership", subjectId: id, onBehalfOf: membership.personId };
          await people.record(tx, { actorId, ...about, act: TOLD, after: untold.key, at: clock.now() });
        }
        return membership.programmeId;
      }),

    /** How many are still to be told, for the notice of the week; 0 also when it is not this person's to do any more. */
    countFor: async (from: Db, actorId: PersonId, programmeId: ProgrammeId): Promise<number> => {
      const [lead] = await people.curatorsOf(from, programmeId);
      if (lead?.personId !== actorId) return 0;
      return (await listOf(from, programmeId)).filter(({ told }) => told === null).length;
    },

    /** Plans the coming Monday's lists; called often, it plans each once. A list that is empty by then is not sent. */
    planWeekly: (now: Date): Promise<void> =>
      database.tx(async (tx) => {
        for (const { id, timeZone } of await listRunning(tx)) {
          const [lead] = await people.curatorsOf(tx, id);
          if (!lead) continue;
          const { on, at } = nextMonday(now, timeZone);
          const about = { kind: WEEKLY, subjectId: id, subjectRev: 0, personId: lead.personId, slot: on };
          await notices.plan(tx, [{ ...about, notBefore: at }]);
        }
      }),
  };
}

export type BehalfTelling = ReturnType<typeof createTelling>;
