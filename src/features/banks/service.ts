/** The banks of mentees and mentors: who is there, who is ready, who waits for whom. */
import { after, type Clock, MINUTE } from "#core/clock.ts";
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { Deeds } from "#features/deeds/index.ts";
import type { Jobs } from "#features/jobs/index.ts";
import type { People } from "#features/people/index.ts";
import type { Programme } from "#features/programmes/index.ts";
import type { Questionnaires } from "#features/questionnaires/index.ts";
import type { Db } from "#platform/db/index.ts";
import { EXPORT_JOB } from "./kinds.model.ts";
import type { Bank, Seen, Side } from "./model.ts";
import { createNaming, type NamingOutside } from "./naming.service.ts";
import { createNudging } from "./nudging.service.ts";
import { createReading, type Found, type ReadingParts } from "./reading.service.ts";

export type BanksOutside = ReadingParts &
  NamingOutside & {
    clock: Clock;
    people: NamingOutside["people"] & Pick<People, "setChecked" | "record" | "correctBirthYear" | "historyOf">;
    questionnaires: Pick<Questionnaires, "views">;
    deeds: Pick<Deeds, "offer" | "known">;
    jobs: Pick<Jobs, "enqueue">;
  };

/** Within this time a second tap means the same table. */
const SAME_ORDER = MINUTE;
const LOOK_BACK = 20;

/** What the curator looks at. */
function createLooking(
  { database, programmes, questionnaires }: BanksOutside,
  reading: ReturnType<typeof createReading>,
) {
  const { db } = database;
  const withRun = async (found: Found): Promise<Seen> => {
    const [run = null] = found.entry.runId ? await questionnaires.views(db, [found.entry.runId]) : [];
    return { ...found, run };
  };
  return {
    /** The bank for a curator; null when it is not his. */
    bank: async (
      personId: PersonId,
      programmeId: ProgrammeId,
      side: Side,
    ): Promise<(Bank & { programme: Programme }) | null> => {
      if (!(await reading.mayOn(personId, "bank.see", programmeId))) return null;
      const programme = await programmes.find(db, programmeId);
      return programme && { ...(await reading.load(db, programmeId, side)), programme };
    },

    /** A participant's card; null when it is not for this person's eyes. */
    card: async (personId: PersonId, membershipId: MembershipId): Promise<Seen | null> => {
      const found = await reading.entryFor(personId, "card.see", membershipId);
      return found && (await withRun(found));
    },

    /** The answers of a sent questionnaire; drafts are nobody's but the writer's. */
    answers: async (personId: PersonId, membershipId: MembershipId): Promise<Seen | null> => {
      const found = await reading.entryFor(personId, "answers.see", membershipId);
      return found?.entry.runId && found.entry.marks.questionnaire === "done" ? await withRun(found) : null;
    },
  };
}

/** What the curator does. */
function createActing(outside: BanksOutside, reading: ReturnType<typeof createReading>) {
  const { database, clock, people, jobs } = outside;

  /** Whether this person has just ordered the same table. */
  async function isOrdered(tx: Db, personId: PersonId, programmeId: ProgrammeId, side: Side): Promise<boolean> {
    const lines = await people.historyOf(tx, { kind: "programme", id: programmeId }, LOOK_BACK);
    const since = after(clock.now(), -SAME_ORDER);
    return lines.some(
      (line) => line.act === "exported" && line.actorId === personId && line.after === side && line.at > since,
    );
  }

  return {
    /** «Проверен» or no longer so; saying it twice changes nothing. False when the person may not. */
    check: async (personId: PersonId, membershipId: MembershipId, checked: boolean): Promise<boolean> => {
      if (!(await reading.entryFor(personId, "person.check", membershipId))) return false;
      await database.tx((tx) => people.setChecked(tx, membershipId, personId, checked, clock.now()));
      return true;
    },

    /** The participant whose year of birth the person may correct; null when it is not his to do. */
    correctable: async (personId: PersonId, membershipId: MembershipId): Promise<Seen | null> => {
      const found = await reading.entryFor(personId, "person.correct", membershipId);
      return found && { ...found, run: null };
    },

    /** Corrects the year of birth; consents are asked anew where the age changes who decides. False when it is no such year. */
    correctYear: async (personId: PersonId, { entry }: Seen, year: number): Promise<boolean> =>
      (await people.correctBirthYear(personId, entry.personId, year)).kind === "saved",

    /** Orders the bank as .xlsx; it comes as a message of its own. Two taps within a minute are one order. */
    order: async (personId: PersonId, programmeId: ProgrammeId, side: Side): Promise<"ordered" | null> => {
      if (!(await reading.mayOn(personId, "bank.export", programmeId))) return null;
      await database.tx(async (tx) => {
        if (await isOrdered(tx, personId, programmeId, side)) return;
        await jobs.enqueue(tx, { kind: EXPORT_JOB, args: { programmeId, side }, personId });
        const deed = { actorId: personId, subjectKind: "programme", subjectId: programmeId, at: clock.now() };
        await people.record(tx, { ...deed, act: "exported", after: side });
      });
      return "ordered";
    },
  };
}

export function createBanks(outside: BanksOutside) {
  const reading = createReading(outside);
  return {
    load: reading.load,
    ...createLooking(outside, reading),
    ...createActing(outside, reading),
    ...createNaming(outside, reading),
    ...createNudging(outside, reading),
  };
}

export type Banks = ReturnType<typeof createBanks>;
