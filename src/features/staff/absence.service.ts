/** «Меня нет до …»: somebody stands in for a curator, who has to agree first. */
import { type Clock, DAY } from "#core/clock.ts";
import type { PersonId, ProgrammeId } from "#core/ids.ts";
import { dateIn, dayAfter, instantAt } from "#core/when.ts";
import type { Planning } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import {
  endAbsence,
  endAllOf,
  findAbsence,
  findAbsenceOf,
  listAsked,
  type StoredAbsence,
  saveAbsence,
  saveAnswer,
} from "./absence.store.ts";
import { type AbsenceLine, KINDS, type Refused } from "./model.ts";
import { isDayAhead } from "./rules.ts";
import { listHelpers, nameOf, namesOf } from "./team.store.ts";

/** The deputy reads it in the morning of the day after. */
const MORNING = 9 * 60;

export type AbsenceParts = {
  database: Database;
  clock: Clock;
  people: Pick<People, "authorise" | "record" | "curatorsOf" | "standIns" | "chatsOf">;
  programmes: Pick<Programmes, "find">;
  notices: Pick<Planning, "plan" | "replan">;
};

export type Candidate = { personId: PersonId; name: string };
export type Away = {
  programme: Programme;
  today: string;
  absence: AbsenceLine | null;
  candidates: Candidate[];
};
export type Answered = { kind: "accepted" | "declined"; line: AbsenceLine } | { kind: "stale" } | Refused;

const refused = { kind: "refused" } as const;

/** The notice that the absence is over, to both; `at` moves it. */
const overFor = ({ id, personId, deputyId }: StoredAbsence, notBefore: Date) =>
  [deputyId, personId].map((to) => ({
    kind: KINDS.over,
    subjectId: id,
    subjectRev: 1,
    personId: to,
    slot: "over",
    notBefore,
    usefulUntil: new Date(notBefore.getTime() + 2 * DAY),
  }));

export function createAbsences({ database, clock, people, programmes, notices }: AbsenceParts) {
  const { db } = database;
  const todayIn = ({ school }: Programme): string => dateIn(clock.now(), school.timeZone);

  /** Other curators and helpers to whom the bot can write; who is not to be written to is not asked. */
  async function candidatesFor(tx: Db, actorId: PersonId, programmeId: ProgrammeId): Promise<Candidate[]> {
    const curators = (await people.curatorsOf(tx, programmeId)).map(({ personId }) => personId);
    const helpers = (await listHelpers(tx, programmeId)).filter(({ quiet }) => !quiet).map(({ personId }) => personId);
    const ids = [...new Set([...curators, ...helpers])].filter((id) => id !== actorId);
    const chats = await people.chatsOf(tx, ids);
    const names = await namesOf(tx, ids);
    return ids
      .filter((id) => chats.some(({ personId, reachable }) => personId === id && reachable))
      .map((personId) => ({ personId, name: names.get(personId) ?? "" }));
  }

  async function open(tx: Db, actorId: PersonId, id: ProgrammeId): Promise<Away | null> {
    const may = await people.authorise(tx, actorId, "staff.away", { kind: "programme", id });
    const programme = may ? await programmes.find(tx, id) : null;
    if (!programme) return null;
    const today = todayIn(programme);
    const stored = await findAbsenceOf(tx, id, actorId, today);
    const absence = stored && { ...stored, name: await nameOf(tx, stored.deputyId) };
    return { programme, today, absence, candidates: await candidatesFor(tx, actorId, id) };
  }

  const noteOn = (tx: Db, actorId: PersonId, { id, personId }: StoredAbsence, act: string, after: string | null) => {
    const onBehalfOf = actorId === personId ? null : personId;
    const subject = { subjectKind: "absence", subjectId: id };
    return people.record(tx, { actorId, onBehalfOf, ...subject, act, after, at: clock.now() });
  };

  async function end(tx: Db, absence: StoredAbsence): Promise<void> {
    if (!(await endAbsence(tx, absence.id, clock.now()))) return;
    await notices.replan(tx, { kind: KINDS.asked, subjectId: absence.id }, []);
    if (absence.accepted) await notices.plan(tx, overFor(absence, clock.now()));
  }

  const toOne = (kind: string, { id }: StoredAbsence, personId: PersonId) => ({
    kind,
    subjectId: id,
    subjectRev: 1,
    personId,
    slot: "once",
    notBefore: clock.now(),
  });

  return {
    /** What a curator sees who is going away; null for anybody else. */
    see: (actorId: PersonId, id: ProgrammeId): Promise<Away | null> => open(db, actorId, id),

    /** Asks this candidate to stand in until this day is over; what was asked before is taken back. */
    ask: (actorId: PersonId, id: ProgrammeId, until: string, deputyId: PersonId): Promise<Away | null> =>
      database.tx(async (tx) => {
        const away = await open(tx, actorId, id);
        if (!away) return null;
        const isCandidate = away.candidates.some(({ personId }) => personId === deputyId);
        const known = away.absence;
        if (!isCandidate || !isDayAhead(until, away.today)) return away;
        if (known?.deputyId === deputyId && known.until === until) return away;
        if (known) await end(tx, known);
        await endAllOf(tx, actorId, id, clock.now());
        const wanted = { programmeId: id, personId: actorId, deputyId, until };
        const absence = await saveAbsence(tx, wanted, clock.now());
        await noteOn(tx, actorId, absence, "deputy-asked", deputyId);
        await notices.plan(tx, [toOne(KINDS.asked, absence, deputyId)]);
        return await open(tx, actorId, id);
      }),

    /** The deputy says yes or no. */
    answer: (actorId: PersonId, absenceId: string, accepted: boolean): Promise<Answered> =>
      database.tx(async (tx) => {
        const absence = await findAbsence(tx, absenceId);
        if (!absence || absence.deputyId !== actorId) return refused;
        const programme = await programmes.find(tx, absence.programmeId);
        const all = await people.curatorsOf(tx, absence.programmeId);
        const isCurator = all.some(({ personId }) => personId === absence.personId);
        if (!programme || !isCurator || absence.until < todayIn(programme)) return { kind: "stale" };
        if (!(await saveAnswer(tx, absenceId, accepted, clock.now()))) return { kind: "stale" };
        await noteOn(tx, actorId, absence, accepted ? "deputy-accepted" : "deputy-declined", absence.until);
        const last = instantAt(dayAfter(absence.until), MORNING, programme.school.timeZone);
        const over = accepted ? overFor(absence, last) : [];
        await notices.plan(tx, [toOne(KINDS.answered, absence, absence.personId), ...over]);
        const name = await nameOf(tx, absence.personId);
        return { kind: accepted ? "accepted" : "declined", line: { ...absence, accepted, name } };
      }),

    /** The absent one is back, or takes the question back; the deputy may end it too. Null: not theirs. */
    end: (actorId: PersonId, absenceId: string): Promise<ProgrammeId | null> =>
      database.tx(async (tx) => {
        const absence = await findAbsence(tx, absenceId);
        if (!absence || (absence.personId !== actorId && absence.deputyId !== actorId)) return null;
        if (absence.endedAt === null) {
          await end(tx, absence);
          await noteOn(tx, actorId, absence, "absence-ended", null);
        }
        return absence.programmeId;
      }),

    /** Whoever does something is back: absences that last end with it. */
    acted: async (tx: Db, personId: PersonId, at: Date): Promise<void> => {
      for (const { id } of await people.standIns(tx, { absentIds: [personId] }, at)) {
        const absence = await findAbsence(tx, id);
        if (absence) await end(tx, absence);
      }
    },

    /** What this person was asked, and in whose place the person acts now. */
    dutiesOf: async (personId: PersonId, programmeId: ProgrammeId, now: Date) => {
      const programme = await programmes.find(db, programmeId);
      if (!programme) return { asked: [], standsIn: [] };
      const asked = await listAsked(db, personId, dateIn(now, programme.school.timeZone));
      const lasting = await people.standIns(db, { deputyId: personId }, now);
      const here = [
        ...asked,
        ...lasting.map(({ absentId, ...one }) => ({ ...one, personId: absentId, accepted: true })),
      ];
      const names = await namesOf(
        db,
        here.map((one) => one.personId),
      );
      const lines = here
        .filter((one) => one.programmeId === programmeId)
        .map((one): AbsenceLine => ({ ...one, name: names.get(one.personId) ?? "" }));
      return { asked: lines.filter(({ accepted }) => !accepted), standsIn: lines.filter(({ accepted }) => accepted) };
    },
  };
}

export type Absences = ReturnType<typeof createAbsences>;
