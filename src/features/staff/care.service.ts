/** What is kept about a participant beside the questionnaire: notes of interviews, and the support that was offered. */
import type { Clock } from "#core/clock.ts";
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import { dateIn, instantAt } from "#core/when.ts";
import type { Planning } from "#features/notices/index.ts";
import { type Act, allowed, type People, shownName } from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import * as store from "./care.store.ts";
import { KINDS, type NoteLine, type SupportLine } from "./model.ts";
import { isDayAhead } from "./rules.ts";
import { namesOf } from "./team.store.ts";

/** A look is due at nine in the morning where the school is. */
const MORNING = 9 * 60;

export type CareParts = {
  database: Database;
  clock: Clock;
  people: Pick<People, "authorise" | "record" | "actor" | "membership" | "find" | "curatorsOf">;
  programmes: Pick<Programmes, "find">;
  notices: Pick<Planning, "replan">;
};

/** A participant as the card's reader sees them. */
export type Cared = { membershipId: MembershipId; name: string; programme: Programme; today: string };

/** What notes and support share: whom it is about, and the line in the history. */
function createCommon({ clock, people, programmes }: CareParts) {
  async function participant(tx: Db, actorId: PersonId, id: MembershipId, act: Act): Promise<Cared | null> {
    if (!(await people.authorise(tx, actorId, act, { kind: "membership", id }))) return null;
    const membership = await people.membership(tx, id);
    const programme = membership?.programmeId ? await programmes.find(tx, membership.programmeId) : null;
    const person = membership && (await people.find(tx, membership.personId));
    if (!programme || !person || (membership.role !== "mentee" && membership.role !== "mentor")) return null;
    const today = dateIn(clock.now(), programme.school.timeZone);
    return { membershipId: id, name: shownName(person, membership, programme.naming), programme, today };
  }

  const noteOn = async (tx: Db, actorId: PersonId, id: MembershipId, act: string, after: string | null) => {
    const membership = await people.membership(tx, id);
    const of = { subjectKind: "membership", subjectId: id, onBehalfOf: membership?.personId ?? null };
    await people.record(tx, { actorId, ...of, act, after, at: clock.now() });
  };

  return { participant, noteOn };
}

function createNotes(parts: CareParts) {
  const { database, clock } = parts;
  const { db } = database;
  const { participant, noteOn } = createCommon(parts);

  async function notesOf(tx: Db, id: MembershipId): Promise<NoteLine[]> {
    const rows = await store.listNotes(tx, id);
    const names = await namesOf(
      tx,
      rows.map(({ authorId }) => authorId),
    );
    return rows.map(({ authorId, ...row }) => ({ ...row, author: names.get(authorId) ?? "" }));
  }

  return {
    /** The newest notes; null when the person may not read them. */
    list: async (actorId: PersonId, id: MembershipId): Promise<{ of: Cared; notes: NoteLine[] } | null> => {
      const of = await participant(db, actorId, id, "note.keep");
      return of && { of, notes: await notesOf(db, id) };
    },
    add: (actorId: PersonId, id: MembershipId, text: string): Promise<{ of: Cared; notes: NoteLine[] } | null> =>
      database.tx(async (tx) => {
        const of = await participant(tx, actorId, id, "note.keep");
        if (!of) return null;
        await store.saveNote(tx, { membershipId: id, authorId: actorId, text }, clock.now());
        await noteOn(tx, actorId, id, "note-kept", null);
        return { of, notes: await notesOf(tx, id) };
      }),
    /** Erases it for good; null when there is no such note, or no right. */
    erase: (actorId: PersonId, noteId: string): Promise<{ of: Cared; notes: NoteLine[] } | null> =>
      database.tx(async (tx) => {
        const note = await store.findNote(tx, noteId);
        const of = await participant(tx, actorId, note?.membershipId ?? "", "note.keep");
        if (!note || !of) return null;
        await store.deleteNote(tx, noteId);
        await noteOn(tx, actorId, note.membershipId, "note-erased", null);
        return { of, notes: await notesOf(tx, note.membershipId) };
      }),
  };
}

function createSupport(parts: CareParts) {
  const { database, clock, people, programmes, notices } = parts;
  const { db } = database;
  const { participant, noteOn } = createCommon(parts);

  const lineOf = (row: store.SupportRow, programme: Programme): SupportLine => ({
    id: row.id,
    membershipId: row.membershipId,
    programme,
    name: shownName(row.membership.person, row.membership, programme.naming),
    className: row.membership.className,
    lookAgainOn: row.lookAgainOn,
  });

  /** Who is reminded: those who look after people here; nobody was permitted to: the curator who leads. */
  async function readersIn(tx: Db, programmeId: ProgrammeId): Promise<PersonId[]> {
    const carers = await store.listCarers(tx, programmeId);
    return carers.length > 0
      ? carers
      : (await people.curatorsOf(tx, programmeId)).slice(0, 1).map((one) => one.personId);
  }

  async function remind(tx: Db, { id, lookAgainOn }: Pick<SupportLine, "id" | "lookAgainOn">, programme: Programme) {
    const notBefore = instantAt(lookAgainOn, MORNING, programme.school.timeZone);
    const about = { kind: KINDS.look, subjectId: id };
    const owed = (await readersIn(tx, programme.id)).map((personId) => ({
      ...about,
      subjectRev: 1,
      personId,
      slot: lookAgainOn,
      notBefore,
    }));
    await notices.replan(tx, about, owed);
  }

  async function supported(tx: Db, actorId: PersonId, id: string) {
    const row = await store.findSupport(tx, id);
    const subject = { kind: "membership", id: row?.membershipId ?? "" } as const;
    const may = await people.authorise(tx, actorId, "support.see", subject);
    const programme = may && row?.membership.programmeId ? await programmes.find(tx, row.membership.programmeId) : null;
    return row && programme ? lineOf(row, programme) : null;
  }

  return {
    /** The participant to whom support may be offered, and the day of what was. */
    ask: async (actorId: PersonId, id: MembershipId): Promise<{ of: Cared; on: string | null } | null> => {
      const of = await participant(db, actorId, id, "support.offer");
      return of && { of, on: (await store.findSupportOf(db, id))?.lookAgainOn ?? null };
    },
    offer: (actorId: PersonId, id: MembershipId, on: string): Promise<SupportLine | null> =>
      database.tx(async (tx) => {
        const of = await participant(tx, actorId, id, "support.offer");
        if (!of || !isDayAhead(on, of.today)) return null;
        const known = await store.findSupportOf(tx, id);
        if (known?.lookAgainOn === on) return lineOf(known, of.programme);
        const wanted = { membershipId: id, offeredById: actorId, lookAgainOn: on };
        const supportId = await store.saveSupport(tx, wanted, clock.now());
        await noteOn(tx, actorId, id, "support-offered", on);
        await remind(tx, { id: supportId, lookAgainOn: on }, of.programme);
        const row = await store.findSupport(tx, supportId);
        return row && lineOf(row, of.programme);
      }),
    /** All who were offered support here, as far as the person may see them; null: may see none by right. */
    list: async (
      actorId: PersonId,
      id: ProgrammeId,
    ): Promise<{ programme: Programme; lines: SupportLine[] } | null> => {
      const programme = await programmes.find(db, id);
      const actor = await people.actor(db, actorId);
      if (!programme) return null;
      const place = { schoolId: programme.schoolId, programmeId: id, offered: true };
      const isCarer = actor.permissions.some(
        ({ kind, membershipId }) =>
          kind === "support" &&
          actor.standings.some((one) => one.membershipId === membershipId && one.programmeId === id),
      );
      if (!isCarer && !(await people.authorise(db, actorId, "support.offer", { kind: "programme", id }))) return null;
      const rows = await store.listSupported(db, id);
      const seen = rows.filter(({ membership: { personId, className } }) =>
        allowed(actor, "support.see", { ...place, personId, className }),
      );
      return { programme, lines: seen.map((row) => lineOf(row, programme)) };
    },
    see: (actorId: PersonId, id: string): Promise<SupportLine | null> => supported(db, actorId, id),
    move: (actorId: PersonId, id: string, on: string): Promise<SupportLine | null> =>
      database.tx(async (tx) => {
        const line = await supported(tx, actorId, id);
        if (!line) return null;
        if (!isDayAhead(on, dateIn(clock.now(), line.programme.school.timeZone)) || on === line.lookAgainOn)
          return line;
        await store.saveDay(tx, id, on);
        await noteOn(tx, actorId, line.membershipId, "support-moved", on);
        await remind(tx, { id, lookAgainOn: on }, line.programme);
        return { ...line, lookAgainOn: on };
      }),
    /** Gives the programme's id. */
    end: (actorId: PersonId, id: string): Promise<ProgrammeId | null> =>
      database.tx(async (tx) => {
        const line = await supported(tx, actorId, id);
        if (!line) return null;
        await store.endSupport(tx, id, clock.now());
        await notices.replan(tx, { kind: KINDS.look, subjectId: id }, []);
        await noteOn(tx, actorId, line.membershipId, "support-ended", null);
        return line.programme.id;
      }),
    /** Who is reminded has changed: the reminders follow. */
    permitted: async (tx: Db, programmeId: ProgrammeId): Promise<void> => {
      const programme = await programmes.find(tx, programmeId);
      if (!programme) return;
      const today = dateIn(clock.now(), programme.school.timeZone);
      for (const row of await store.listSupported(tx, programmeId))
        if (row.lookAgainOn >= today) await remind(tx, row, programme);
    },
  };
}

export const createCare = (parts: CareParts) => ({ notes: createNotes(parts), support: createSupport(parts) });

export type Care = ReturnType<typeof createCare>;
