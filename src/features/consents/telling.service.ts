/** Who hears of what: each function plans its notices in the caller's transaction. */
import { after, type Clock, DAY, MINUTE, SECOND } from "#core/clock.ts";
import type { PersonId, SchoolId } from "#core/ids.ts";
import type { Told } from "#features/deeds/index.ts";
import type { Planning } from "#features/notices/index.ts";
import type { Db } from "#platform/db/index.ts";
import { listCuratorIds } from "./checks.store.ts";
import {
  DISAGREE,
  FREE_OFFER,
  GUARDIAN_ANSWERED,
  GUARDIAN_CHECKED,
  GUARDIAN_TO_CHECK,
  LINK_AGAIN,
  TURNED,
} from "./kinds.model.ts";
import type { Evidence, Subject, Turned } from "./model.ts";
import { disagree, entriesOf, revOf, waitsForCheck } from "./rules.ts";
import { decentTime } from "./times.rules.ts";

/** The name is asked right after the answer: with it the curator knows whom to check. */
const NAME_COMES = 2 * MINUTE;
/** The free consents are offered when the first questions are answered and nobody waits for anything. */
const OFFERED_AFTER = 3 * DAY;

export function createTelling({
  clock,
  notices,
}: {
  clock: Clock;
  notices: Pick<Planning, "plan" | "replan" | "cancel">;
}) {
  const guardianRev = ({ entries }: Evidence) => revOf(entries.filter(({ givenAs }) => givenAs === "guardian"));

  return {
    /** A child learns what the guardian said; an answer that was not told yet gives way to the newer one. */
    child: async (tx: Db, { membershipId: subjectId, personId }: Subject, evidence: Evidence): Promise<void> => {
      const kind = GUARDIAN_ANSWERED;
      const wanted = { kind, subjectId, subjectRev: guardianRev(evidence), personId, slot: "now" };
      await notices.replan(tx, { kind, subjectId }, [{ ...wanted, notBefore: clock.now() }]);
    },

    /** The curators are asked who this guardian is. */
    toCheck: async (
      tx: Db,
      { membershipId: subjectId, timeZone }: Subject,
      { guardianId, schoolId, evidence }: { guardianId: PersonId; schoolId: SchoolId; evidence: Evidence },
    ): Promise<void> => {
      if (!waitsForCheck(evidence)) return;
      const notBefore = decentTime(after(clock.now(), NAME_COMES), timeZone);
      const subjectRev = revOf(entriesOf(evidence.entries, "guardian", guardianId));
      const about = { kind: GUARDIAN_TO_CHECK, subjectId, subjectRev, slot: guardianId, notBefore };
      const curators = await listCuratorIds(tx, schoolId);
      await notices.plan(
        tx,
        curators.map((personId) => ({ ...about, personId })),
      );
    },

    /** What the curator's check has to say to the guardian, for the deed to plan: a moment after the child. */
    guardian: ({ membershipId: subjectId }: Subject, personId: PersonId): Told => {
      const subjectRev = Math.floor(clock.now().getTime() / MINUTE);
      return { kind: GUARDIAN_CHECKED, subjectId, subjectRev, personId, slot: "now", lagMs: SECOND };
    },

    /** To the child, that this guardian's answer counts; apart from what the child was told of other answers. */
    counted: ({ membershipId: subjectId, personId }: Subject, guardianId: PersonId, evidence: Evidence): Told => ({
      kind: GUARDIAN_ANSWERED,
      subjectId,
      subjectRev: guardianRev(evidence),
      personId,
      slot: guardianId,
    }),

    /** To the child, who is asked to send the link to the right person. */
    linkAgain: ({ membershipId: subjectId, personId }: Subject): Told => {
      const subjectRev = Math.floor(clock.now().getTime() / MINUTE);
      return { kind: LINK_AGAIN, subjectId, subjectRev, personId, slot: "now" };
    },

    /** To the curators, when the check has shown that two guardians disagree. */
    disagreeing: async (
      tx: Db,
      { membershipId: subjectId }: Subject,
      schoolId: SchoolId,
      { before, now }: { before: Evidence; now: Evidence },
    ): Promise<Told[]> => {
      if (disagree(before) || !disagree(now)) return [];
      const about = { kind: DISAGREE, subjectId, subjectRev: guardianRev(now), slot: "now" };
      return (await listCuratorIds(tx, schoolId)).map((personId) => ({ ...about, personId }));
    },

    /** What was offered is not, as long as nobody was told. */
    noFreeOffer: async (tx: Db, { membershipId: subjectId }: Subject): Promise<void> => {
      await notices.cancel(tx, { kind: FREE_OFFER, subjectId });
    },

    /** The curators hear once that two guardians have come to disagree. */
    disagreement: async (
      tx: Db,
      { membershipId: subjectId, timeZone }: Subject,
      schoolId: SchoolId,
      { before, now }: { before: Evidence; now: Evidence },
    ): Promise<void> => {
      if (disagree(before) || !disagree(now)) return;
      const about = { kind: DISAGREE, subjectId, subjectRev: guardianRev(now), slot: "now" };
      const notBefore = decentTime(clock.now(), timeZone);
      const curators = await listCuratorIds(tx, schoolId);
      await notices.plan(
        tx,
        curators.map((personId) => ({ ...about, personId, notBefore })),
      );
    },

    /** Everything that is needed is there: what is free is offered once, to each of those who have a say. */
    freeOffer: async (tx: Db, { membershipId: subjectId, timeZone }: Subject, to: PersonId[]): Promise<void> => {
      const notBefore = decentTime(after(clock.now(), OFFERED_AFTER), timeZone);
      const about = { kind: FREE_OFFER, subjectId, subjectRev: 0, slot: "once", notBefore };
      await notices.plan(
        tx,
        to.map((personId) => ({ ...about, personId })),
      );
    },

    /** Who has come to 14 or 18 is asked anew; once for each. */
    turned: async (tx: Db, all: { subject: Subject; turned: Turned; notBefore: Date }[]): Promise<void> => {
      await notices.plan(
        tx,
        all.map(({ subject, turned, notBefore }) => ({
          kind: TURNED,
          subjectId: subject.membershipId,
          subjectRev: turned.age,
          personId: subject.personId,
          slot: turned.on,
          notBefore,
        })),
      );
    },
  };
}

export type Telling = ReturnType<typeof createTelling>;
