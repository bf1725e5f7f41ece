/**
 * Consents that were signed on paper, entered by a curator or a helper with the right. Only paper is taken here, never somebody's
 * words: for a minor the school must be able to show a signature, and the paper in the folder is it.
 */
import { after, type Clock } from "#core/clock.ts";
import type { MembershipId, PersonId } from "#core/ids.ts";
import { type DateOn, dateIn, instantAt } from "#core/when.ts";
import { hasName, type People, shownName } from "#features/people/index.ts";
import type { Programme } from "#features/programmes/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Cases, OpenCase } from "./cases.service.ts";
import type { ConsentKind, Decision, Reader, Subject } from "./model.ts";
import type { ConsentChange } from "./outcomes.model.ts";
import { ageOf, guardianHasSay, latest, readersAt } from "./rules.ts";
import { listSubjects, saveEntry } from "./store.ts";
import type { Telling } from "./telling.service.ts";

export type EnteringParts = {
  database: Database;
  clock: Clock;
  people: Pick<
    People,
    "authorise" | "record" | "find" | "create" | "join" | "addGuardian" | "guardiansOf" | "chatsOf" | "membership"
  >;
  programmes: { find(db: Db, id: string): Promise<Programme | null> };
  telling: Pick<Telling, "child" | "disagreement">;
  cases: Pick<Cases, "open" | "shownTo">;
  /** See `ConsentsParts`. */
  changed(tx: Db, change: ConsentChange): Promise<void>;
};

/** A signed paper. */
export type Signed = {
  membershipId: MembershipId;
  kind: ConsentKind;
  /** The participant, one of the guardians, or (an id that nobody has) a guardian who is new. */
  signedById: PersonId;
  /** The date that stands on it. */
  on: DateOn;
  decision: Decision;
};

/** Who may have signed. */
export type Signatories = {
  programme: Programme;
  subject: Subject;
  /** The participant as the programme shows names. */
  name: string;
  /** Null: the year of birth is not known, so it is not known either whose signature is needed. */
  age: number | null;
  /** The participant may sign. */
  self: boolean;
  /** A guardian may. */
  guardian: boolean;
  guardians: { personId: PersonId; name: string }[];
};

export type PaperEntered =
  | { kind: "entered"; reader: Reader; isNew: boolean; signedById: PersonId }
  /** The same stands already: a double tap. */
  | { kind: "already" }
  /** A later answer of the same person stands; a paper from before changes nothing. */
  | { kind: "older"; since: Date }
  | { kind: "future" }
  /** At this age that signature is not asked for. */
  | { kind: "notAsked" }
  | { kind: "refused" };

const NOON = 12 * 60;

export function createConsentEntering(parts: EnteringParts) {
  const { database, clock, people, programmes, telling, cases, changed } = parts;

  async function subjectFor(db: Db, actorId: PersonId, id: MembershipId): Promise<Subject | null> {
    if (!(await people.authorise(db, actorId, "consent.enter", { kind: "membership", id }))) return null;
    const [subject] = await listSubjects(db, [id]);
    return subject?.active ? subject : null;
  }

  /** A guardian who has no chat: known by the name if one was said, and by nothing else. */
  async function newGuardian(tx: Db, { subject, signedById }: { subject: Subject; signedById: PersonId }) {
    const now = clock.now();
    await people.create(tx, now, signedById);
    await people.join(tx, signedById, "guardian", { programmeId: subject.programmeId, schoolId: null }, now);
  }

  /** Whoever signed becomes a guardian whose word counts: the school has seen the paper. Null: a stranger. */
  async function guardianFor(tx: Db, subject: Subject, signedById: PersonId): Promise<{ isNew: boolean } | null> {
    const known = await people.guardiansOf(tx, subject.personId);
    const isNew = (await people.find(tx, signedById)) === null;
    if (!isNew && !known.some(({ guardianId }) => guardianId === signedById)) return null;
    if (isNew) await newGuardian(tx, { subject, signedById });
    await people.addGuardian(tx, signedById, subject.personId, clock.now());
    return { isNew };
  }

  /** Noon of an earlier day; now for today's paper, a moment after what stands already. */
  function momentOf({ own }: OpenCase, on: DateOn, zone: string): Date {
    const now = clock.now();
    if (on !== dateIn(now, zone)) return instantAt(on, NOON, zone);
    const last = latest(own);
    return last && last.decidedAt >= now ? after(last.decidedAt, 1) : now;
  }

  /** Whether the signature of this person is asked for at the participant's age. */
  function isAsked(subject: Subject, signedById: PersonId): boolean {
    const age = ageOf(subject, clock.now());
    if (age === null) return false;
    return signedById === subject.personId ? readersAt(age).includes("self") : guardianHasSay(age);
  }

  /** Who has to know: the child of a guardian's answer when there is a chat, the curators when two guardians disagree. */
  async function tell(tx: Db, actorId: PersonId, before: OpenCase, signedById: PersonId): Promise<void> {
    const { subject, kind, programme, reader } = before.view;
    const found = await cases.open(tx, signedById, subject, kind);
    if (!found || kind !== "data") return;
    await changed(tx, { subject, actorId, before: before.view.state, now: found.view.state });
    if (reader === "self") return;
    const chats = await people.chatsOf(tx, [subject.personId]);
    if (chats.length > 0) await telling.child(tx, subject, found.evidence);
    await telling.disagreement(tx, subject, programme.schoolId, { before: before.evidence, now: found.evidence });
  }

  async function save(tx: Db, actorId: PersonId, found: OpenCase, signed: Signed): Promise<PaperEntered | null> {
    const { subject, reader, programme } = found.view;
    const decidedAt = momentOf(found, signed.on, subject.timeZone);
    const last = latest(found.own);
    const stands = last && !last.withdrawnAt && last.decision === signed.decision;
    if (stands && dateIn(last.decidedAt, subject.timeZone) === signed.on) return { kind: "already" };
    const since = last && (last.withdrawnAt ?? last.decidedAt);
    if (since && decidedAt <= since) return { kind: "older", since };
    const shown = await cases.shownTo(tx, found.view, programme.school.locale);
    await saveEntry(
      tx,
      {
        subject,
        kind: signed.kind,
        givenAs: reader,
        givenById: signed.signedById,
        decision: signed.decision,
        documentId: shown.document.id,
        textHash: shown.hash,
        channel: "paper",
        enteredById: actorId,
      },
      decidedAt,
    );
    await people.record(tx, {
      actorId,
      onBehalfOf: signed.signedById,
      subjectKind: "membership",
      subjectId: subject.membershipId,
      act: `consent-${signed.decision}`,
      after: `${signed.kind}/${reader}/paper`,
      at: clock.now(),
    });
    return null;
  }

  return {
    /** Who may have signed the paper of this participant; null when it is not this person's to enter. */
    signatories: async (actorId: PersonId, id: MembershipId): Promise<Signatories | null> => {
      const { db } = database;
      const subject = await subjectFor(db, actorId, id);
      const programme = subject && (await programmes.find(db, subject.programmeId));
      if (!subject || !programme) return null;
      const age = ageOf(subject, clock.now());
      const nameOf = async (personId: PersonId, code: string) => {
        const person = await people.find(db, personId);
        return person && hasName(person) ? shownName(person, { code }, programme.naming) : code;
      };
      const guardians: Signatories["guardians"] = [];
      for (const { guardianId } of await people.guardiansOf(db, subject.personId))
        guardians.push({ personId: guardianId, name: await nameOf(guardianId, "") });
      return {
        programme,
        subject,
        name: await nameOf(subject.personId, (await people.membership(db, id))?.code ?? ""),
        age,
        self: age !== null && readersAt(age).includes("self"),
        guardian: age !== null && guardianHasSay(age),
        guardians,
      };
    },

    /** Enters what a signed paper says, dated as the paper is; see `PaperEntered`. */
    enter: (actorId: PersonId, signed: Signed): Promise<PaperEntered> =>
      database.tx(async (tx) => {
        const subject = await subjectFor(tx, actorId, signed.membershipId);
        if (!subject) return { kind: "refused" };
        if (signed.on > dateIn(clock.now(), subject.timeZone)) return { kind: "future" };
        if (!isAsked(subject, signed.signedById)) return { kind: "notAsked" };
        const isSelf = signed.signedById === subject.personId;
        const guardian = isSelf ? { isNew: false } : await guardianFor(tx, subject, signed.signedById);
        const found = guardian && (await cases.open(tx, signed.signedById, subject, signed.kind));
        if (!found) return { kind: "refused" };
        const not = await save(tx, actorId, found, signed);
        if (not) return not;
        await tell(tx, actorId, found, signed.signedById);
        return { kind: "entered", reader: found.view.reader, isNew: guardian.isNew, signedById: signed.signedById };
      }),
  };
}
