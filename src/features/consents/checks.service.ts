/** The curator says who came by the child's link, and asks anew those who have come to 14 or 18. */
import type { Clock } from "#core/clock.ts";
import type { MembershipId, PersonId } from "#core/ids.ts";
import type { Deeds, Offered, Told } from "#features/deeds/index.ts";
import type { People } from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import {
  endChildsLinks,
  findGuardianMembership,
  findPairId,
  isGuardian,
  listBornIn,
  saveKnown,
  saveUnknown,
} from "./checks.store.ts";
import type { EvidenceService } from "./evidence.service.ts";
import type { Subject } from "./model.ts";
import type { Checked, ConsentChange } from "./outcomes.model.ts";
import { consentState, entriesOf } from "./rules.ts";
import { findSubject, listSubjects } from "./store.ts";
import type { Telling } from "./telling.service.ts";
import { askedAt } from "./times.rules.ts";
import { CHECKING, evidenceIn } from "./unchecking.service.ts";

type Parts = {
  database: Database;
  clock: Clock;
  people: Pick<People, "authorise" | "record" | "stop">;
  programmes: Pick<Programmes, "find">;
  deeds: Pick<Deeds, "offer" | "known">;
  evidence: EvidenceService;
  telling: Telling;
  /** See `ConsentsParts`. */
  changed(tx: Db, change: ConsentChange): Promise<void>;
};

/** January, by any zone: nobody comes to 14 or 18 in another month. */
const isJanuary = (now: Date): boolean =>
  now.getUTCMonth() === 0 || (now.getUTCMonth() === 11 && now.getUTCDate() === 31);
/** Somebody born so many years ago came to 14 or 18 on the first of January, by the younger reading. */
const BORN_AGO = [15, 19];

export function createChecks({ database, clock, people, programmes, deeds, evidence, telling, changed }: Parts) {
  /** What the check has to say, and the guardian's own role when it ended by it. */
  type Made = { told: Told[]; stoppedId: MembershipId | null };
  type Case = { subject: Subject; programme: Programme; guardianId: PersonId; actorId: PersonId };

  async function note(tx: Db, { subject, guardianId, programme, actorId }: Case, act: string): Promise<void> {
    const after = (await findGuardianMembership(tx, guardianId, programme.id))?.code ?? null;
    const about = { subjectKind: "membership", subjectId: subject.membershipId, onBehalfOf: subject.personId };
    await people.record(tx, { actorId, ...about, act, after, at: clock.now() });
  }

  const evidenceOf = (tx: Db, subject: Subject) => evidenceIn(tx, evidence, subject);

  async function known(tx: Db, one: Case): Promise<Made | null> {
    const { subject, guardianId, programme, actorId } = one;
    const before = await evidenceOf(tx, subject);
    if (!(await saveKnown(tx, { guardianId, childId: subject.personId }, actorId, clock.now()))) return null;
    const now = await evidenceOf(tx, subject);
    const states = { before: consentState(before), now: consentState(now) };
    // First, for it may take back what waits to be said.
    await changed(tx, { subject, actorId, ...states });
    await note(tx, one, "guardian-checked");
    const hasAnswered = entriesOf(now.entries, "guardian", guardianId).length > 0;
    const told = [
      ...(hasAnswered ? [telling.counted(subject, guardianId, now)] : []),
      telling.guardian(subject, guardianId),
      ...(await telling.disagreeing(tx, subject, programme.schoolId, { before, now })),
    ];
    if (states.before.kind !== "complete" && states.now.kind === "complete")
      await telling.freeOffer(tx, subject, [subject.personId, ...now.guardians]);
    return { told, stoppedId: null };
  }

  async function unknown(tx: Db, one: Case): Promise<Made | null> {
    const { subject, guardianId, programme, actorId } = one;
    if (!(await saveUnknown(tx, { guardianId, childId: subject.personId }, clock.now()))) return null;
    await note(tx, one, "guardian-unknown");
    await endChildsLinks(tx, subject.personId, clock.now());
    const membership = await findGuardianMembership(tx, guardianId, programme.id);
    const isOver = membership !== null && !(await isGuardian(tx, guardianId));
    const stopped = isOver && (await people.stop(tx, membership.id, actorId, clock.now()));
    const told = [telling.guardian(subject, guardianId), telling.linkAgain(subject)];
    return { told, stoppedId: stopped ? membership.id : null };
  }

  /** Told in a minute; the first deed about these two bears the id of what stands between them. */
  async function offer(tx: Db, one: Case, isKnown: boolean, { told, stoppedId }: Made): Promise<Offered> {
    const { subject, guardianId, programme, actorId } = one;
    const id = await findPairId(tx, { guardianId, childId: subject.personId });
    const isFree = id !== null && (await deeds.known(tx, actorId, id)).kind === "free";
    const at = clock.now().getTime();
    return await deeds.offer(tx, {
      ...(isFree ? { id } : {}),
      actorId,
      kind: CHECKING,
      args: { id: subject.membershipId, guardianId, isKnown, at, stoppedId },
      programmeId: programme.id,
      zone: subject.timeZone,
      notices: told,
    });
  }

  /** For the second of two taps. */
  async function offered(tx: Db, { subject, guardianId, actorId }: Case): Promise<Offered | null> {
    const id = await findPairId(tx, { guardianId, childId: subject.personId });
    const found = id === null ? null : await deeds.known(tx, actorId, id);
    return found?.kind === "offered" && found.offered.until > clock.now() ? found.offered : null;
  }

  return {
    /**
     * «Это мама, папа или опекун», or «не знаю этого человека»: only then, and never in the second case, what was said as a
     * guardian counts. Those whom it concerns hear of it in a minute. "already": somebody has said so before.
     */
    checkGuardian: (actorId: PersonId, id: MembershipId, guardianId: PersonId, isKnown: boolean): Promise<Checked> =>
      database.tx(async (tx) => {
        if (!(await people.authorise(tx, actorId, "guardian.check", { kind: "membership", id })))
          return { kind: "refused" };
        const subject = await findSubject(tx, id);
        const programme = subject && (await programmes.find(tx, subject.programmeId));
        if (!subject || !programme) return { kind: "refused" };
        const one = { subject, programme, guardianId, actorId };
        const made = await (isKnown ? known(tx, one) : unknown(tx, one));
        if (!made) return { kind: "already", offered: await offered(tx, one) };
        return { kind: isKnown ? "known" : "unknown", offered: await offer(tx, one, isKnown, made) };
      }),

    /** Plans the question for everybody who came to 14 or 18 this January and has not answered. For the hourly housekeeping. */
    askTurned: async (now: Date): Promise<void> => {
      if (!isJanuary(now)) return;
      const year = now.getUTCMonth() === 0 ? now.getUTCFullYear() : now.getUTCFullYear() + 1;
      await database.tx(async (tx) => {
        const ids = await listBornIn(
          tx,
          BORN_AGO.map((years) => year - years),
        );
        const cases = await evidence.casesOf(tx, await listSubjects(tx, ids), "data");
        const asked = cases.flatMap(({ subject, evidence: said }) => {
          const state = consentState(said);
          if (!said.turned || state.kind !== "waits" || !state.goesOnUntil) return [];
          return [{ subject, turned: said.turned, notBefore: askedAt(said.turned.on, now, subject.timeZone) }];
        });
        await telling.turned(tx, asked);
      });
    },
  };
}
