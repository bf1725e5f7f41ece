/** «Передать дела»: a successor by link. What was open moves, the old rights end at once, the history keeps the old name. */
import type { Clock } from "#core/clock.ts";
import type { PersonId, ProgrammeId } from "#core/ids.ts";
import type { Planning } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Joined, Membership } from "#features/people/model.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import { moveAbsences } from "./absence.store.ts";
import { rolesMeant } from "./directing.service.ts";
import { KINDS, type Refused, type Touched } from "./model.ts";
import { findHandOver, listWaiting, moveNotice } from "./succession.store.ts";
import { countOpen } from "./team.store.ts";

export type SuccessionParts = {
  database: Database;
  clock: Clock;
  people: Pick<People, "authorise" | "curatorsOf" | "invite" | "invitation" | "tokenOf" | "revoke">;
  programmes: Pick<Programmes, "find" | "inSchool">;
  notices: Pick<Planning, "plan">;
};

export type HandOver = { programme: Programme; touched: Touched; token: string | null };

const refused = { kind: "refused" } as const;

export function createSuccession({ database, clock, people, programmes, notices }: SuccessionParts) {
  const { db } = database;

  /** What this curator's role holds: what moves to a successor, or is left to the others. */
  async function touchedBy(tx: Db, programme: Programme, personId: PersonId): Promise<Touched> {
    const all = await programmes.inSchool(tx, programme.schoolId);
    const leads: string[] = [];
    for (const { id, title } of all) if ((await people.curatorsOf(tx, id))[0]?.personId === personId) leads.push(title);
    const waiting = await listWaiting(tx, personId);
    const ids = all.map(({ id }) => id);
    const open = await countOpen(tx, ids, personId);
    return { leads, programmes: all.length, notices: waiting.length, ...open };
  }

  /** The reader's own curator's membership in the school of this programme. */
  async function own(tx: Db, actorId: PersonId, id: ProgrammeId) {
    const mine = (await people.curatorsOf(tx, id)).find(({ personId }) => personId === actorId);
    const subject = { kind: "membership", id: mine?.membershipId ?? "" } as const;
    const may = await people.authorise(tx, actorId, "staff.hand-over", subject);
    const programme = may ? await programmes.find(tx, id) : null;
    return mine && programme ? { programme, membershipId: mine.membershipId } : null;
  }

  async function shown(tx: Db, actorId: PersonId, found: NonNullable<Awaited<ReturnType<typeof own>>>) {
    const known = await findHandOver(tx, found.membershipId, clock.now());
    const touched = await touchedBy(tx, found.programme, actorId);
    return { programme: found.programme, touched, token: known && people.tokenOf(known) };
  }

  async function moveOpen(tx: Db, old: Membership, to: PersonId, now: Date): Promise<void> {
    const waiting = await listWaiting(tx, old.personId);
    const meant = await rolesMeant(tx, waiting, [old.membershipId]);
    for (const row of waiting) {
      const role = meant.get(row.id)?.role;
      if (role?.membershipId === old.membershipId) await moveNotice(tx, row, to);
    }
    await moveAbsences(tx, old.personId, to, now);
  }

  const news = (kind: string, subjectId: string, personId: PersonId, now: Date) => ({
    kind,
    subjectId,
    subjectRev: 1,
    personId,
    slot: "once",
    notBefore: now,
  });

  return {
    /** What ends with this curator's role or is left to the others. The caller has asked whether it may be seen. */
    touchedOf: (programme: Programme, personId: PersonId): Promise<Touched> => touchedBy(db, programme, personId),

    /** What would move, and the link when there is one; null when the person is no curator here. */
    see: async (actorId: PersonId, id: ProgrammeId): Promise<HandOver | null> => {
      const found = await own(db, actorId, id);
      return found && (await shown(db, actorId, found));
    },

    /** The link for the successor: the same one until somebody comes by it. */
    link: async (actorId: PersonId, id: ProgrammeId): Promise<HandOver | Refused> => {
      const found = await own(db, actorId, id);
      if (!found) return refused;
      const known = await findHandOver(db, found.membershipId, clock.now());
      if (known) return await shown(db, actorId, found);
      const place = { schoolId: found.programme.schoolId, programmeId: null };
      const made = await people.invite(actorId, { role: "curator", ...place, succeedsId: found.membershipId });
      return made.kind === "created" ? await shown(db, actorId, found) : refused;
    },

    /** Takes the link back, while nobody has come by it. */
    takeBack: (actorId: PersonId, id: ProgrammeId): Promise<HandOver | null> =>
      database.tx(async (tx) => {
        const found = await own(tx, actorId, id);
        const known = found && (await findHandOver(tx, found.membershipId, clock.now()));
        if (known) await people.revoke(tx, actorId, known.id);
        return found && (await shown(tx, actorId, found));
      }),

    /** Somebody came by a link that takes a role over: what was open moves, and both are told. */
    joined: async (tx: Db, { standing, ended, now }: Joined): Promise<void> => {
      for (const old of ended) {
        if (old.role === "curator") await moveOpen(tx, old, standing.personId, now);
        const kind = old.role === "owner" ? KINDS.ownerEnded : KINDS.handed;
        await notices.plan(tx, [news(kind, old.membershipId, old.personId, now)]);
      }
      if (standing.role === "owner" && ended.length > 0)
        await notices.plan(tx, [news(KINDS.ownerNew, standing.membershipId, standing.personId, now)]);
    },
  };
}

export type Succession = ReturnType<typeof createSuccession>;
