/** What one may do about one's own data: see all of it, have it erased, come back within the term. */
import { type Clock, DAY } from "#core/clock.ts";
import type { Keeping } from "#core/contribution.ts";
import type { MembershipId, PersonId } from "#core/ids.ts";
import type { T } from "#core/screen.ts";
import { dateIn } from "#core/when.ts";
import type { Consents } from "#features/consents/index.ts";
import type { ConsentChange } from "#features/consents/outcomes.model.ts";
import type { People } from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { ErasingService } from "./erasing.service.ts";
import type { Chapter, Erasing, Erasure, Withdrawal } from "./model.ts";
import { isSmall } from "./rules.ts";
import type { LeavingService } from "./service.ts";
import { listParticipations } from "./store.ts";

export type PrivacyParts = {
  database: Database;
  clock: Clock;
  people: Pick<People, "find" | "record" | "membership">;
  programmes: Pick<Programmes, "find">;
  consents: () => Pick<Consents, "withdrawAll" | "mine">;
  keepings: readonly Keeping[];
  erasing: ErasingService;
  leaving: LeavingService;
};

/** Nobody is younger than the school's clocks say; without a programme it is as good as any. */
const NO_ZONE = "UTC";

type Participation = { membershipId: MembershipId; programme: Programme };

export function createPrivacy(parts: PrivacyParts) {
  const { database, clock, people, programmes, consents, keepings, erasing, leaving } = parts;

  /** Where this person takes part or took part. */
  async function participations(db: Db, personId: PersonId): Promise<Participation[]> {
    const found: Participation[] = [];
    for (const { id, programmeId } of await listParticipations(db, personId)) {
      const programme = programmeId ? await programmes.find(db, programmeId) : null;
      if (programme) found.push({ membershipId: id, programme });
    }
    return found;
  }

  async function termOf(db: Db, [first]: Participation[]): Promise<{ dueAt: Date; zone: string }> {
    const zone = first?.programme.school.timeZone ?? NO_ZONE;
    return { dueAt: await erasing.dueAt(db, first?.programme.id ?? null, zone), zone };
  }

  /** Everything is to go, or every part as a participant. */
  async function plannedFor(db: Db, personId: PersonId, parts: Participation[]): Promise<Erasure | null> {
    const open = await erasing.planned(db, { personId });
    const whole = open.find(({ programmeId }) => programmeId === null);
    const each = parts.map(({ programme }) => open.find(({ programmeId }) => programmeId === programme.id));
    return whole ?? (each.every((one) => one !== undefined) ? (each[0] ?? null) : null);
  }

  async function erasingOf(db: Db, personId: PersonId): Promise<Erasing> {
    const parts = await participations(db, personId);
    const { dueAt, zone } = await termOf(db, parts);
    const planned = await plannedFor(db, personId, parts);
    const person = await people.find(db, personId);
    if (planned) return { kind: "planned", on: dateIn(planned.dueAt, zone), consent: parts.length > 0 };
    if (parts.length > 0 && isSmall(person?.birthYear ?? null, clock.now(), zone)) return { kind: "child" };
    const blockers = await erasing.blockers(db, personId);
    if (blockers.length > 0 && parts.length === 0) return { kind: "blocked", blockers };
    const titles = parts.map(({ programme }) => programme.title);
    const days = Math.round((dueAt.getTime() - clock.now().getTime()) / DAY);
    return { kind: "ready", blockers, on: dateIn(dueAt, zone), days, programmes: [...new Set(titles)] };
  }

  /** All of one's own, or only what one has as a participant while there is work to hand over. */
  async function request(tx: Db, personId: PersonId): Promise<Erasing> {
    const before = await erasingOf(tx, personId);
    if (before.kind !== "ready") return before;
    const parts = await participations(tx, personId);
    const { dueAt } = await termOf(tx, parts);
    const asked = { personId, requestedById: personId, dueAt };
    await consents().withdrawAll(tx, personId);
    if (before.blockers.length === 0) {
      await erasing.plan(tx, { ...asked, programmeId: null });
      await erasing.silence(tx, personId);
    } else for (const { programme } of parts) await erasing.plan(tx, { ...asked, programmeId: programme.id });
    for (const { membershipId, programme } of parts)
      await leaving.withdrawn(tx, membershipId, personId, dateIn(dueAt, programme.school.timeZone));
    const deed = { subjectKind: "person", subjectId: personId, act: "erasure-asked", at: clock.now() };
    await people.record(tx, { actorId: personId, ...deed });
    return before;
  }

  const ended = ({ before, now }: ConsentChange): boolean =>
    now.kind === "withdrawn" || (now.kind === "declined" && before.kind === "complete");

  return {
    /** Everything that is kept about this person, feature by feature, without ids of others. */
    tell: async (db: Db, personId: PersonId, t: T): Promise<Chapter[]> => {
      const chapters: Chapter[] = [];
      for (const { name, tell } of keepings) {
        const told = await tell(db, personId, t);
        if (told) chapters.push({ name, ...told });
      }
      return chapters;
    },

    erasing: (personId: PersonId): Promise<Erasing> => erasingOf(database.db, personId),
    request: (personId: PersonId): Promise<Erasing> => database.tx((tx) => request(tx, personId)),

    /** «Не удалять»: for those who have nothing to agree to; a participant comes back by a new consent. */
    keep: (personId: PersonId): Promise<boolean> =>
      database.tx(async (tx) => {
        const state = await erasingOf(tx, personId);
        return state.kind === "planned" && !state.consent && (await erasing.cancelAll(tx, personId));
      }),

    /** What the withdrawal of this participant's consent would touch, and when the data would go. */
    withdrawal: async (db: Db, readerId: PersonId, id: MembershipId, t: T): Promise<Withdrawal | null> => {
      const membership = await people.membership(db, id);
      const programme = membership?.programmeId ? await programmes.find(db, membership.programmeId) : null;
      if (!programme) return null;
      const zone = programme.school.timeZone;
      const on = dateIn(await erasing.dueAt(db, programme.id, zone), zone);
      return { on, touches: await leaving.touched(db, id, readerId, t) };
    },

    /** A needed consent ended: the data go after the term. It stands again: they stay. In the transaction of the decision. */
    consentChanged: async (tx: Db, change: ConsentChange): Promise<void> => {
      const { subject, actorId, now } = change;
      const { personId, programmeId, membershipId, timeZone } = subject;
      if (ended(change)) {
        if ((await erasing.planned(tx, { personId, programmeId })).length > 0) return;
        const dueAt = await erasing.dueAt(tx, programmeId, timeZone);
        await erasing.plan(tx, { personId, programmeId, requestedById: actorId, dueAt });
        await leaving.withdrawn(tx, membershipId, actorId, dateIn(dueAt, timeZone));
      } else if (now.kind !== "declined" && now.kind !== "unknownAge") {
        if (await erasing.cancel(tx, personId, programmeId)) await leaving.returned(tx, membershipId, personId);
      }
    },
  };
}

export type Privacy = ReturnType<typeof createPrivacy>;
