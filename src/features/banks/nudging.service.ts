/** Reminders of the questionnaire: said before to whom and when, and taken back until the first has gone. */
import type { Clock } from "#core/clock.ts";
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import { press } from "#core/screen.ts";
import { dateIn } from "#core/when.ts";
import { type DeedKind, type Deeds, deedKind, type Offered, tellAt } from "#features/deeds/index.ts";
import { type People, shownName } from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import { NUDGE, NUDGING, nudgingSchema } from "./kinds.model.ts";
import type { Entry, Nudging, Side } from "./model.ts";
import type { createReading } from "./reading.service.ts";
import { canBeNudged } from "./rules.ts";
import { listReminded } from "./store.ts";

type Outside = {
  database: Database;
  clock: Clock;
  people: Pick<People, "record">;
  programmes: Pick<Programmes, "find">;
  deeds: Pick<Deeds, "offer" | "known">;
};

/** Whom a reminder is for: one participant, or all of a side who have not sent theirs. */
type Whom = { programme: Programme; side: Side; membershipId: MembershipId | null; entries: Entry[] };

/** `none`: everybody was reminded on this day, or has answered. */
export type Nudged = { kind: "planned"; offered: Offered } | { kind: "none" };

/** Nothing but the reminders themselves has to be taken back. */
export const nudgingKind: DeedKind = deedKind({
  kind: NUDGING,
  args: nudgingSchema,
  right: ({ programmeId }) => ({ act: "person.nudge", subject: { kind: "programme", id: programmeId } }),
  about: ({ programmeId, membershipId }) =>
    membershipId ? { kind: "membership", id: membershipId } : { kind: "programme", id: programmeId },
  back: ({ programmeId, side, membershipId }) =>
    membershipId ? press("bank.card", membershipId) : press("bank.open", programmeId, side),
  undo: async () => "undone",
});

export function createNudging(
  { database, clock, people, programmes, deeds }: Outside,
  reading: ReturnType<typeof createReading>,
) {
  async function one(personId: PersonId, membershipId: MembershipId): Promise<Whom | null> {
    const found = await reading.entryFor(personId, "person.nudge", membershipId);
    return found && { programme: found.programme, side: found.entry.side, membershipId, entries: [found.entry] };
  }

  async function all(personId: PersonId, programmeId: ProgrammeId, side: Side): Promise<Whom | null> {
    if (!(await reading.mayOn(personId, "person.nudge", programmeId))) return null;
    const programme = await programmes.find(database.db, programmeId);
    const { entries } = await reading.load(database.db, programmeId, side);
    return programme && { programme, side, membershipId: null, entries };
  }

  /** Who has not been reminded on this day, nor is about to be. */
  async function fresh(db: Db, { entries, programme }: Whom): Promise<Entry[]> {
    const waiting = entries.filter(canBeNudged);
    const ids = waiting.map(({ membershipId }) => membershipId);
    const before = await listReminded(db, NUDGE, ids, dateIn(clock.now(), programme.school.timeZone));
    return waiting.filter(({ membershipId }) => !before.has(membershipId));
  }

  async function preview(whom: Whom): Promise<Nudging> {
    const { programme, side, membershipId, entries } = whom;
    const [only] = entries;
    const name = membershipId && only ? shownName(only.name, only, programme.naming) : "";
    const count = (await fresh(database.db, whom)).length;
    return { programme, side, membershipId, name, count, at: tellAt(clock.now(), programme.school.timeZone) };
  }

  /** Once a day and person at most; two taps of one button are one reminder. */
  const order = (personId: PersonId, whom: Whom, id: string): Promise<Nudged> =>
    database.tx(async (tx) => {
      const known = await deeds.known(tx, personId, id);
      if (known.kind === "offered") return { kind: "planned", offered: known.offered };
      if (known.kind === "taken") return { kind: "none" };
      const { programme, side, membershipId } = whom;
      const told = await fresh(tx, whom);
      if (told.length === 0) return { kind: "none" };
      const now = clock.now();
      const zone = programme.school.timeZone;
      const offered = await deeds.offer(tx, {
        id,
        actorId: personId,
        kind: NUDGING,
        args: { programmeId: programme.id, side, membershipId },
        programmeId: programme.id,
        zone,
        notices: told.map((entry) => ({
          kind: NUDGE,
          subjectId: entry.membershipId,
          subjectRev: 0,
          personId: entry.personId,
          slot: dateIn(now, zone),
        })),
      });
      const about = membershipId
        ? { subjectKind: "membership", subjectId: membershipId }
        : { subjectKind: "programme", subjectId: programme.id };
      await people.record(tx, { actorId: personId, ...about, act: "nudged", after: String(told.length), at: now });
      return { kind: "planned", offered };
    });

  return {
    /** Whom a reminder to one would reach and when; null when it is not this person's to send. */
    nudgeAsked: async (personId: PersonId, membershipId: MembershipId): Promise<Nudging | null> => {
      const whom = await one(personId, membershipId);
      return whom && (await preview(whom));
    },

    /** The same for all of a side who have not sent theirs. */
    nudgeAllAsked: async (personId: PersonId, programmeId: ProgrammeId, side: Side): Promise<Nudging | null> => {
      const whom = await all(personId, programmeId, side);
      return whom && (await preview(whom));
    },

    /** Orders the reminder; `id` comes with the button. */
    nudge: async (personId: PersonId, membershipId: MembershipId, id: string): Promise<Nudged | null> => {
      const whom = await one(personId, membershipId);
      return whom && (await order(personId, whom, id));
    },

    nudgeAll: async (personId: PersonId, programmeId: ProgrammeId, side: Side, id: string): Promise<Nudged | null> => {
      const whom = await all(personId, programmeId, side);
      return whom && (await order(personId, whom, id));
    },
  };
}
