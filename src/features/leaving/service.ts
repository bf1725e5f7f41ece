/** Leaving and resting: shown before it is done, done at once, told in neutral words, taken back by «Вернуть». */
import { type Clock, MINUTE } from "#core/clock.ts";
import type { Leaver, LeavingKind, Standing } from "#core/contribution.ts";
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { T } from "#core/screen.ts";
import { type DateOn, dateIn, dayAfter, timeWords } from "#core/when.ts";
import { tellAt } from "#features/deeds/index.ts";
import type { Planning } from "#features/notices/index.ts";
import type { Membership, People } from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { ErasingService } from "./erasing.service.ts";
import { type Left, type Part, type Preview, TOLD, type Told, type Way } from "./model.ts";
import { createParts } from "./parts.service.ts";
import { isPauseDay } from "./rules.ts";
import { dropTodos, listPauses, listRunIds } from "./store.ts";
import { createTelling } from "./telling.service.ts";

export type LeavingParts = {
  database: Database;
  clock: Clock;
  people: Pick<
    People,
    | "authorise"
    | "may"
    | "find"
    | "membership"
    | "guardiansOf"
    | "wardsOf"
    | "standingsOf"
    | "stop"
    | "pause"
    | "reactivate"
    | "record"
    | "historyOf"
  >;
  programmes: Pick<Programmes, "find">;
  notices: Pick<Planning, "plan" | "cancel">;
  leavers: readonly Leaver[];
  erasing: ErasingService;
};

const standingOf = ({ membershipId, personId, role, schoolId, programmeId }: Membership): Standing => ({
  membershipId,
  personId,
  role,
  schoolId,
  programmeId,
});

/** The acts of leaving and coming back, in the transaction of whoever may. */
function createActs(parts: LeavingParts) {
  const { clock, people, notices, leavers } = parts;
  const { read } = createParts(parts);
  const telling = createTelling(parts);

  const whenTold = ({ school }: Programme): Told => {
    const [now, at] = [clock.now(), tellAt(clock.now(), school.timeZone)];
    const soon = at.getTime() - now.getTime() <= MINUTE;
    const [today, day] = [dateIn(now, school.timeZone), dateIn(at, school.timeZone)];
    return { when: soon ? "soon" : day === today ? "today" : "tomorrow", time: timeWords(at, school.timeZone) };
  };

  async function touched(db: Db, part: Part, kind: LeavingKind, t: T): Promise<string[]> {
    const lines: string[] = [];
    for (const leaver of leavers) lines.push(...(await leaver.touches(db, standingOf(part.membership), kind, t)));
    return lines;
  }

  /** Nothing more is said to the person about this part. */
  async function silence(tx: Db, { membership }: Part): Promise<void> {
    const { membershipId, personId } = membership;
    for (const subjectId of [membershipId, ...(await listRunIds(tx, [membershipId]))])
      await notices.cancel(tx, { subjectId, personId });
  }

  async function leave(tx: Db, part: Part, kind: LeavingKind): Promise<void> {
    await silence(tx, part);
    for (const leaver of leavers) await leaver.leave(tx, standingOf(part.membership), kind, clock.now());
  }

  async function move(
    tx: Db,
    { membership }: Part,
    way: Way,
    until: DateOn | null,
    actorId: PersonId,
  ): Promise<boolean> {
    const { membershipId: id } = membership;
    if (way === "paused") return await people.pause(tx, id, until, actorId, clock.now());
    return await people.stop(tx, id, actorId, clock.now());
  }

  async function reread(tx: Db, actorId: PersonId, id: MembershipId): Promise<Part> {
    const part = await read(tx, actorId, id);
    if (!part) throw new Error("a part in a programme vanished within its transaction");
    return part;
  }

  async function comeBack(tx: Db, part: Part, actorId: PersonId | null): Promise<Left> {
    const { membershipId: id, personId } = part.membership;
    if (!(await people.reactivate(tx, id, actorId, clock.now()))) return { kind: "already", part };
    const unheard = await notices.cancel(tx, { kind: TOLD, subjectId: id });
    await dropTodos(tx, id, personId);
    const now = await reread(tx, actorId ?? personId, id);
    // Who has not heard of the leaving hears nothing of the return either.
    const told = unheard > 0 ? 0 : await telling.tell(tx, now, actorId, "returned");
    return { kind: "left", part: now, told: told > 0 ? whenTold(now.programme) : null };
  }

  /** The part that this person has ended a moment ago: until others hear of it, it is theirs to take back. */
  async function takenBack(tx: Db, actorId: PersonId, id: MembershipId): Promise<Part | null> {
    const part = await read(tx, actorId, id);
    const [last] = await people.historyOf(tx, { kind: "membership", id }, 1);
    const fresh = part && last && tellAt(last.at, part.programme.school.timeZone) > clock.now();
    return part?.membership.status === "stopped" && fresh && last.act === "stopped" && last.actorId === actorId
      ? part
      : null;
  }

  return { whenTold, touched, leave, move, reread, comeBack, takenBack };
}

export function createLeaving(parts: LeavingParts) {
  const { database, clock, people } = parts;
  const { read, see } = createParts(parts);
  const telling = createTelling(parts);
  const { whenTold, touched, leave, move, reread, comeBack, takenBack } = createActs(parts);

  const mayEnd = (db: Db, personId: PersonId, id: MembershipId) =>
    people.may(db, personId, "membership.stop", { kind: "membership", id });

  const todayOf = ({ school }: Programme): DateOn => dateIn(clock.now(), school.timeZone);

  return {
    /** Somebody's part in a programme, for one who may end it. */
    part: (personId: PersonId, id: MembershipId): Promise<Part | null> => see(database.db, personId, id),

    /** The same without a trace in the history: for what to show. */
    glance: async (db: Db, personId: PersonId, id: MembershipId): Promise<Part | null> =>
      (await mayEnd(db, personId, id)) ? await read(db, personId, id) : null,
    mayEnd: async (db: Db, personId: PersonId, id: MembershipId): Promise<boolean> => await mayEnd(db, personId, id),

    /** The same for somebody who is told of it: the person, or a guardian of theirs; null for anybody else. */
    told: async (db: Db, personId: PersonId, id: MembershipId): Promise<Part | null> => {
      const part = await read(db, personId, id);
      return part && part.looker !== "curator" ? part : null;
    },

    /** The parts that this person may end: their own, and their children's. */
    parts: async (db: Db, personId: PersonId): Promise<Part[]> => {
      const whose = [personId, ...(await people.wardsOf(db, personId)).map(({ childId }) => childId)];
      const found: Part[] = [];
      for (const one of whose)
        for (const { membershipId } of await people.standingsOf(db, one)) {
          const part = await read(db, personId, membershipId);
          if (part) found.push(part);
        }
      return found;
    },

    /** What a leaving would touch; null when it is not this person's to do, or the day of a pause is none. */
    preview: async (
      personId: PersonId,
      id: MembershipId,
      { way, until }: { way: Way; until: DateOn | null },
      t: T,
    ): Promise<Preview | null> => {
      const { db } = database;
      const part = await see(db, personId, id);
      if (!part || (until !== null && !isPauseDay(until, todayOf(part.programme), part.programme.endsOn))) return null;
      const guardians = (await people.guardiansOf(db, part.membership.personId)).length > 0;
      return { part, way, until, touches: await touched(db, part, way, t), guardians, told: whenTold(part.programme) };
    },

    /** Ends the part, or lets it rest until the end of a day; others hear of it a minute later. */
    leave: (actorId: PersonId, id: MembershipId, { way, until }: { way: Way; until: DateOn | null }): Promise<Left> =>
      database.tx(async (tx) => {
        const part = await see(tx, actorId, id);
        if (!part || (until !== null && !isPauseDay(until, todayOf(part.programme), part.programme.endsOn)))
          return { kind: "refused" };
        if (!(await move(tx, part, way, way === "paused" ? until : null, actorId))) return { kind: "already", part };
        const now = await reread(tx, actorId, id);
        await leave(tx, now, way);
        const told = await telling.tell(tx, now, actorId, way);
        const asked = await telling.todo(tx, now, way, actorId, now.erasedOn);
        return { kind: "left", part: now, told: told + asked > 0 ? whenTold(now.programme) : null };
      }),

    /** Takes the part up again; who left by their own will comes back by a curator or a new link, from a pause by themselves. */
    comeBack: (actorId: PersonId, id: MembershipId): Promise<Left> =>
      database.tx(async (tx) => {
        const part = (await see(tx, actorId, id)) ?? (await takenBack(tx, actorId, id));
        const may =
          part?.looker === "curator" || part?.membership.status !== "stopped" || (await takenBack(tx, actorId, id));
        return part && may ? await comeBack(tx, part, actorId) : { kind: "refused" };
      }),

    /** What the end of a consent does beside erasing: nothing is asked any more, and the curator has a list. */
    withdrawn: async (tx: Db, id: MembershipId, actorId: PersonId, erasedOn: DateOn): Promise<void> => {
      const part = await read(tx, actorId, id);
      if (!part) return;
      await leave(tx, part, "withdrawn");
      await telling.todo(tx, part, "withdrawn", actorId, erasedOn);
    },
    /** A new consent: what the curator had to do because of the old one's end is not to be done any more. */
    returned: (tx: Db, id: MembershipId, personId: PersonId): Promise<void> => dropTodos(tx, id, personId),
    touched: async (db: Db, id: MembershipId, personId: PersonId, t: T): Promise<string[]> => {
      const part = await read(db, personId, id);
      return part ? await touched(db, part, "withdrawn", t) : [];
    },

    /** Pauses whose last day is over end; gives how many. */
    endPauses: async (now: Date): Promise<number> => {
      let ended = 0;
      for (const { id, until, timeZone } of await listPauses(database.db)) {
        if (dateIn(now, timeZone) < dayAfter(until)) continue;
        await database.tx(async (tx) => {
          const membership = await people.membership(tx, id);
          const part = membership?.status === "paused" ? await read(tx, membership.personId, id) : null;
          if (part) ended += (await comeBack(tx, part, null)).kind === "left" ? 1 : 0;
        });
      }
      return ended;
    },
    /** Where the programme's curators find what is to be done. */
    programmeOf: (db: Db, id: ProgrammeId): Promise<Programme | null> => parts.programmes.find(db, id),
  };
}

export type LeavingService = ReturnType<typeof createLeaving>;
