/** The banks of mentees and mentors: who is there, who is ready, who waits for whom. */
import type { Clock } from "#core/clock.ts";
import { after, DAY } from "#core/clock.ts";
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import { dateIn } from "#core/when.ts";
import type { Jobs } from "#features/jobs/index.ts";
import type { Planning } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Programme } from "#features/programmes/model.ts";
import type { Questionnaires } from "#features/questionnaires/index.ts";
import type { RunView } from "#features/questionnaires/runs.model.ts";
import type { Database, Db } from "#platform/db/index.ts";
import { EXPORT_JOB, NUDGE } from "./kinds.model.ts";
import type { Bank, Entry, Marks, Side } from "./model.ts";
import { canBeNudged } from "./rules.ts";
import { listForms } from "./store.ts";

export type BanksOutside = {
  database: Database;
  clock: Clock;
  people: People;
  programmes: { find(db: Db, id: ProgrammeId): Promise<Programme | null> };
  questionnaires: Questionnaires;
  notices: Planning;
  jobs: Pick<Jobs, "enqueue">;
  /** The consents of these memberships as marks. */
  consentMarks(db: Db, ids: MembershipId[]): Promise<Map<MembershipId, Pick<Marks, "consent" | "guardian">>>;
};

export type CardView = { entry: Entry; programme: Programme; run: RunView | null };
const NO_CONSENT = { consent: "waits", guardian: "waits" } as const;

export function createBanks(outside: BanksOutside) {
  const { database, clock, people, programmes, questionnaires, notices, jobs, consentMarks } = outside;

  /** The bank without asking about rights: for jobs that were ordered by somebody who may. */
  async function load(db: Db, programmeId: ProgrammeId, side: Side): Promise<Bank> {
    const members = await people.membersOf(db, programmeId, side);
    const ids = members.map(({ membershipId }) => membershipId);
    const [consents, intakes, forms] = [
      await consentMarks(db, ids),
      await questionnaires.intakes(db, ids),
      await listForms(db, ids),
    ];
    const entries = members.map((member): Entry => {
      const intake = intakes.get(member.membershipId);
      return {
        membershipId: member.membershipId,
        personId: member.personId,
        side,
        code: member.code,
        className: member.className,
        name: member.person,
        active: member.status === "active",
        forms: forms.get(member.membershipId) ?? [],
        runId: intake?.runId ?? null,
        marks: {
          questionnaire: !intake ? "none" : intake.status === "open" ? "open" : "done",
          ...(consents.get(member.membershipId) ?? NO_CONSENT),
          checked: member.checkedAt !== null,
        },
      };
    });
    return { programmeId, side, entries };
  }

  const mayOn = (personId: PersonId, act: "bank.see" | "bank.export" | "person.nudge", programmeId: ProgrammeId) =>
    people.authorise(database.db, personId, act, { kind: "programme", id: programmeId });

  /** The entry of a membership that the curator may see; null also when it is foreign. */
  async function entryFor(
    personId: PersonId,
    act: "card.see" | "person.check" | "person.nudge" | "answers.see",
    membershipId: MembershipId,
  ): Promise<{ entry: Entry; programme: Programme } | null> {
    const { db } = database;
    if (!(await people.authorise(db, personId, act, { kind: "membership", id: membershipId }))) return null;
    const membership = await people.membership(db, membershipId);
    const { role, programmeId } = membership ?? {};
    if (!programmeId || (role !== "mentee" && role !== "mentor")) return null;
    const programme = await programmes.find(db, programmeId);
    const bank = await load(db, programmeId, role);
    const entry = bank.entries.find((one) => one.membershipId === membershipId);
    return programme && entry ? { entry, programme } : null;
  }

  function nudgeOf(entry: Entry, programme: Programme, now: Date) {
    return {
      kind: NUDGE,
      subjectId: entry.membershipId,
      subjectRev: 0,
      personId: entry.personId,
      slot: dateIn(now, programme.school.timeZone),
      notBefore: now,
      usefulUntil: after(now, 2 * DAY),
    };
  }

  async function nudgeAll(personId: PersonId, entries: Entry[], programme: Programme): Promise<number> {
    const now = clock.now();
    const whom = entries.filter(canBeNudged);
    await database.tx(async (tx) => {
      await notices.plan(
        tx,
        whom.map((entry) => nudgeOf(entry, programme, now)),
      );
      const deed = { actorId: personId, subjectKind: "programme", subjectId: programme.id, act: "nudged", at: now };
      await people.record(tx, { ...deed, after: String(whom.length) });
    });
    return whom.length;
  }

  return {
    load,

    /** The bank for a curator; null when it is not his. */
    async bank(
      personId: PersonId,
      programmeId: ProgrammeId,
      side: Side,
    ): Promise<(Bank & { programme: Programme }) | null> {
      if (!(await mayOn(personId, "bank.see", programmeId))) return null;
      const programme = await programmes.find(database.db, programmeId);
      return programme && { ...(await load(database.db, programmeId, side)), programme };
    },

    /** A participant's card; null when it is not for this person's eyes. */
    async card(personId: PersonId, membershipId: MembershipId): Promise<CardView | null> {
      const found = await entryFor(personId, "card.see", membershipId);
      if (!found) return null;
      const [run = null] = found.entry.runId ? await questionnaires.views(database.db, [found.entry.runId]) : [];
      return { ...found, run };
    },

    /** The answers of a sent questionnaire; drafts are nobody's but the writer's. */
    async answers(personId: PersonId, membershipId: MembershipId): Promise<CardView | null> {
      const found = await entryFor(personId, "answers.see", membershipId);
      if (found?.entry.marks.questionnaire !== "done" || !found.entry.runId) return null;
      const [run = null] = await questionnaires.views(database.db, [found.entry.runId]);
      return { ...found, run };
    },

    /** «Проверен» or no longer so; saying it twice changes nothing. */
    async check(personId: PersonId, membershipId: MembershipId, checked: boolean): Promise<CardView | null> {
      const found = await entryFor(personId, "person.check", membershipId);
      if (!found) return null;
      await database.tx((tx) => people.setChecked(tx, membershipId, personId, checked, clock.now()));
      return await this.card(personId, membershipId);
    },

    /** Reminds one of the questionnaire, at most once a day; gives how many were reminded. */
    async nudge(personId: PersonId, membershipId: MembershipId): Promise<number | null> {
      const found = await entryFor(personId, "person.nudge", membershipId);
      return found && (await nudgeAll(personId, [found.entry], found.programme));
    },

    /** Reminds all who have not sent theirs. */
    async nudgeUnfinished(personId: PersonId, programmeId: ProgrammeId, side: Side): Promise<number | null> {
      if (!(await mayOn(personId, "person.nudge", programmeId))) return null;
      const programme = await programmes.find(database.db, programmeId);
      return programme && (await nudgeAll(personId, (await load(database.db, programmeId, side)).entries, programme));
    },

    /** Orders the bank as .xlsx; it comes as a message of its own. */
    async order(personId: PersonId, programmeId: ProgrammeId, side: Side): Promise<"ordered" | null> {
      if (!(await mayOn(personId, "bank.export", programmeId))) return null;
      await database.tx(async (tx) => {
        await jobs.enqueue(tx, { kind: EXPORT_JOB, args: { programmeId, side }, personId });
        const deed = { actorId: personId, subjectKind: "programme", subjectId: programmeId, at: clock.now() };
        await people.record(tx, { ...deed, act: "exported", after: side });
      });
      return "ordered";
    },
  };
}

export type Banks = ReturnType<typeof createBanks>;
