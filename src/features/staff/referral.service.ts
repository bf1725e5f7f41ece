/** «Предложить участие»: a teacher, a psychologist or a parent proposes a pupil, the curator decides. */
import { z } from "zod";
import { after, type Clock, DAY } from "#core/clock.ts";
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import { press } from "#core/screen.ts";
import { type DeedKind, type Deeds, deedKind, type Offered } from "#features/deeds/index.ts";
import type { Planning } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import { type ClassKey, KINDS, type ReferralLine } from "./model.ts";
import * as store from "./referral.store.ts";
import { classKeysOf } from "./rules.ts";
import { listClassNames, nameOf } from "./team.store.ts";

/** The reason of what was decided is erased after this. */
const REASON_KEPT = 30 * DAY;
/** So many of one person may wait for the curator at once. */
const MOST_OPEN = 20;

export type ReferralParts = {
  database: Database;
  clock: Clock;
  people: Pick<
    People,
    "authorise" | "may" | "record" | "curatorsOf" | "invite" | "invitation" | "tokenOf" | "standingsOf"
  >;
  programmes: Pick<Programmes, "find">;
  notices: Pick<Planning, "plan" | "replan">;
  deeds: Pick<Deeds, "offer" | "known">;
};

export type Proposing = { programme: Programme; classes: ClassKey[] };
export type Whom = { membershipId?: MembershipId; className?: string };
export type Proposed = { kind: "proposed"; programme: Programme } | { kind: "many" } | { kind: "refused" };

const statusOf = (text: string): ReferralLine["status"] => (text === "accepted" || text === "declined" ? text : "open");

/** A decision as it stands; `offered`: whoever made it can still take it back. */
export type Decided = { line: ReferralLine; offered: Offered | null };

const DECIDING = "staff.decide";

/** How a decision about a proposal is taken back: it waits again, and the link that it made leads nowhere. */
export const decidingKind = (people: Pick<People, "invitation" | "revoke">): DeedKind =>
  deedKind({
    kind: DECIDING,
    args: z.object({ id: z.string(), programmeId: z.string() }),
    right: ({ programmeId }) => ({ act: "referral.decide", subject: { kind: "programme", id: programmeId } }),
    about: ({ id }) => ({ kind: "referral", id }),
    back: ({ id }) => press("staff.referral", id),
    undo: async (tx, { id }, { actorId }) => {
      const row = await store.findReferral(tx, id);
      if (row?.decidedById !== actorId) return "moved";
      const link = row.invitationId ? await people.invitation(tx, row.invitationId) : null;
      // Somebody has come in by it already.
      if (link && link.used > 0) return "moved";
      if (!(await store.saveReopened(tx, id))) return "moved";
      if (link) await people.revoke(tx, actorId, link.id);
      return "undone";
    },
  });

/** What proposing and deciding share. */
function createCommon({ clock, people, programmes }: ReferralParts) {
  async function lineOf(tx: Db, row: store.ReferralRow): Promise<ReferralLine | null> {
    const programme = await programmes.find(tx, row.programmeId);
    if (!programme) return null;
    const listed = row.membershipId ? await store.findRow(tx, row.membershipId) : null;
    const invitation = row.invitationId ? await people.invitation(tx, row.invitationId) : null;
    return {
      id: row.id,
      programme,
      byId: row.byId,
      by: await nameOf(tx, row.byId),
      className: row.className,
      row: listed?.row ?? null,
      reason: row.reason,
      status: statusOf(row.status),
      token: invitation && people.tokenOf(invitation),
    };
  }

  const record = (tx: Db, actorId: PersonId, id: string, act: string): Promise<void> =>
    people.record(tx, { actorId, subjectKind: "referral", subjectId: id, act, at: clock.now() });

  const news = (kind: string, id: string, personId: PersonId) => ({
    kind,
    subjectId: id,
    subjectRev: 1,
    personId,
    slot: "once",
    notBefore: clock.now(),
  });

  return { lineOf, record, news };
}

function createProposing(parts: ReferralParts) {
  const { database, clock, people, programmes, notices } = parts;
  const { db } = database;
  const { record, news } = createCommon(parts);

  const proposing = async (tx: Db, actorId: PersonId, id: ProgrammeId): Promise<Programme | null> => {
    const may = await people.authorise(tx, actorId, "referral.make", { kind: "programme", id });
    const programme = may ? await programmes.find(tx, id) : null;
    return programme?.track === "pupils" ? programme : null;
  };
  /** Only who works at the school chooses from its lists; a parent or a mentor from outside says the class. */
  const seesLists = async (tx: Db, actorId: PersonId, id: ProgrammeId): Promise<boolean> =>
    (await people.standingsOf(tx, actorId)).some(({ role, programmeId }) => role === "staff" && programmeId === id);

  return {
    /** The programmes in which the person may propose somebody. */
    programmesFor: async (actorId: PersonId): Promise<Programme[]> => {
      const ids = (await people.standingsOf(db, actorId)).flatMap(({ programmeId }) => programmeId ?? []);
      const found: Programme[] = [];
      for (const id of new Set(ids)) {
        const may = await people.may(db, actorId, "referral.make", { kind: "programme", id });
        const programme = may ? await programmes.find(db, id) : null;
        if (programme?.track === "pupils") found.push(programme);
      }
      return found;
    },

    /** The classes to choose from; none for who does not see the school's lists. */
    begin: async (actorId: PersonId, id: ProgrammeId): Promise<Proposing | null> => {
      const programme = await proposing(db, actorId, id);
      if (!programme) return null;
      const names = (await seesLists(db, actorId, id)) ? await listClassNames(db, id) : [];
      return { programme, classes: classKeysOf(names) };
    },

    /** The rows of the lists of the class with this key. */
    rowsOf: async (actorId: PersonId, id: ProgrammeId, key: string) => {
      const programme = await proposing(db, actorId, id);
      if (!programme || !(await seesLists(db, actorId, id))) return null;
      const found = classKeysOf(await listClassNames(db, id)).find((one) => one.key === key);
      return found && { programme, ...found, rows: await store.listRows(db, id, found.className) };
    },

    /** The programme of a row that the person may propose. */
    row: async (actorId: PersonId, id: MembershipId): Promise<{ programme: Programme; className: string } | null> => {
      const found = await store.findRow(db, id);
      const programme = await proposing(db, actorId, found?.programmeId ?? "");
      if (!found || !programme || !(await seesLists(db, actorId, programme.id))) return null;
      return { programme, className: found.className };
    },

    propose: (actorId: PersonId, id: ProgrammeId, whom: Whom, reason: string): Promise<Proposed> =>
      database.tx(async (tx) => {
        const programme = await proposing(tx, actorId, id);
        const listed = whom.membershipId ? await store.findRow(tx, whom.membershipId) : null;
        if (!programme || (whom.membershipId && listed?.programmeId !== id)) return { kind: "refused" };
        if (whom.membershipId && !(await seesLists(tx, actorId, id))) return { kind: "refused" };
        if ((await store.countOpenBy(tx, id, actorId)) >= MOST_OPEN) return { kind: "many" };
        const className = listed?.className ?? whom.className ?? "";
        const of = { programmeId: id, byId: actorId, membershipId: whom.membershipId ?? null, className, reason };
        const row = await store.saveReferral(tx, of, clock.now());
        await record(tx, actorId, row.id, "proposed");
        const [lead] = await people.curatorsOf(tx, id);
        if (lead) await notices.plan(tx, [news(KINDS.referred, row.id, lead.personId)]);
        return { kind: "proposed", programme };
      }),
  };
}

function createDeciding(parts: ReferralParts) {
  const { database, clock, people, programmes, deeds } = parts;
  const { db } = database;
  const { lineOf, record } = createCommon(parts);

  async function forCurator(tx: Db, actorId: PersonId, id: string): Promise<store.ReferralRow | null> {
    const row = await store.findReferral(tx, id);
    const subject = { kind: "programme", id: row?.programmeId ?? "" } as const;
    return (await people.authorise(tx, actorId, "referral.decide", subject)) ? row : null;
  }

  /** The personal link of an accepted pupil: the row's own when it is known. */
  async function invite(actorId: PersonId, row: store.ReferralRow): Promise<string | null> {
    const programme = await programmes.find(db, row.programmeId);
    if (!programme) return null;
    const listed = row.membershipId ? await store.findRow(db, row.membershipId) : null;
    const place = { schoolId: programme.schoolId, programmeId: programme.id };
    const label = row.className;
    const whose = listed ? { personId: listed.personId } : {};
    const made = await people.invite(actorId, { role: "mentee", ...place, label, ...whose });
    return made.kind === "created" ? made.invitation.id : null;
  }

  /** Tells the proposer later, so that it can be taken back until then; the first decision's deed bears the proposal's id. */
  async function offer(tx: Db, actorId: PersonId, row: store.ReferralRow): Promise<Offered> {
    const { id, programmeId, byId: personId } = row;
    const programme = await programmes.find(tx, programmeId);
    const known = await deeds.known(tx, actorId, id);
    const told = { kind: KINDS.decided, subjectId: id, subjectRev: 1, personId, slot: "once" };
    return await deeds.offer(tx, {
      ...(known.kind === "free" ? { id } : {}),
      actorId,
      kind: DECIDING,
      args: { id, programmeId },
      programmeId,
      zone: programme?.school.timeZone ?? "UTC",
      notices: [told],
    });
  }

  async function shown(tx: Db, actorId: PersonId, id: string): Promise<Decided | null> {
    const row = await store.findReferral(tx, id);
    const line = row && (await lineOf(tx, row));
    const known = await deeds.known(tx, actorId, id);
    const offered = known.kind === "offered" && known.offered.until > clock.now() ? known.offered : null;
    return line && { line, offered };
  }

  const decide = async (actorId: PersonId, id: string, status: "accepted" | "declined"): Promise<Decided | null> => {
    const known = await forCurator(db, actorId, id);
    if (!known) return null;
    const invitationId = status === "accepted" && known.status === "open" ? await invite(actorId, known) : null;
    return await database.tx(async (tx) => {
      const row = await forCurator(tx, actorId, id);
      if (!row) return null;
      const decision = { status, decidedById: actorId, ...(invitationId ? { invitationId } : {}) };
      if (!(await store.saveDecision(tx, id, decision, clock.now()))) return await shown(tx, actorId, id);
      await record(tx, actorId, id, status);
      const offered = await offer(tx, actorId, row);
      const done = await shown(tx, actorId, id);
      return done && { ...done, offered };
    });
  };

  return {
    /** What waits for the curator. */
    open: async (
      actorId: PersonId,
      id: ProgrammeId,
    ): Promise<{ programme: Programme; lines: ReferralLine[] } | null> => {
      const may = await people.authorise(db, actorId, "referral.decide", { kind: "programme", id });
      const programme = may ? await programmes.find(db, id) : null;
      if (!programme) return null;
      const lines = await Promise.all((await store.listOpen(db, id)).map((row) => lineOf(db, row)));
      return { programme, lines: lines.filter((line) => line !== null) };
    },
    see: async (actorId: PersonId, id: string): Promise<Decided | null> =>
      (await forCurator(db, actorId, id)) && (await shown(db, actorId, id)),
    accept: (actorId: PersonId, id: string): Promise<Decided | null> => decide(actorId, id, "accepted"),
    decline: (actorId: PersonId, id: string): Promise<Decided | null> => decide(actorId, id, "declined"),

    /** For notices: as it stands now, whoever asks. */
    line: async (tx: Db, id: string): Promise<ReferralLine | null> => {
      const row = await store.findReferral(tx, id);
      return row && (await lineOf(tx, row));
    },
    tidy: (now: Date): Promise<void> => store.eraseReasons(db, after(now, -REASON_KEPT)),
  };
}

export const createReferrals = (parts: ReferralParts) => ({ ...createProposing(parts), ...createDeciding(parts) });

export type Referrals = ReturnType<typeof createReferrals>;
