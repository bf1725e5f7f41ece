/** What others ask about consents: where participants stand, many at once. */
import type { Clock } from "#core/clock.ts";
import type { MembershipId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import type { ConsentKind, ConsentMarks, ConsentState, Entry, Evidence, Subject } from "./model.ts";
import { ageOf, consentMarks, consentState, mayGoOn, split, turnedAt } from "./rules.ts";
import { findSubject, listEntries, listGuardians, listSubjects } from "./store.ts";

/** A participant and all that was said about one kind of consent. */
export type Case = { subject: Subject; evidence: Evidence };

const about =
  ({ personId, programmeId }: Subject) =>
  (entry: Entry) =>
    entry.subjectId === personId && entry.programmeId === programmeId;

/** What was said of each of these participants, as it stands at `now`; two queries, however many there are. */
export async function casesOf(db: Db, subjects: Subject[], kind: ConsentKind, now: Date): Promise<Case[]> {
  const subjectIds = [...new Set(subjects.map(({ personId }) => personId))];
  const programmeIds = [...new Set(subjects.map(({ programmeId }) => programmeId))];
  const entries = await listEntries(db, { subjectIds, programmeIds, kind });
  const guardians = await listGuardians(db, subjectIds);
  return subjects.map((subject) => ({
    subject,
    evidence: {
      age: ageOf(subject, now),
      entries: entries.filter(about(subject)),
      ...split(guardians.get(subject.personId) ?? []),
      turned: turnedAt(subject, now),
    },
  }));
}

export function createEvidence({ clock }: { clock: Clock }) {
  async function each<Value>(
    db: Db,
    ids: MembershipId[],
    read: (evidence: Evidence) => Value,
  ): Promise<Map<MembershipId, Value>> {
    const cases = await casesOf(db, await listSubjects(db, ids), "data", clock.now());
    return new Map(cases.map(({ subject, evidence }) => [subject.membershipId, read(evidence)]));
  }

  const stateOf = (db: Db, ids: MembershipId[]): Promise<Map<MembershipId, ConsentState>> =>
    each(db, ids, consentState);

  return {
    casesOf: (db: Db, subjects: Subject[], kind: ConsentKind): Promise<Case[]> =>
      casesOf(db, subjects, kind, clock.now()),
    /** The state of the needed consent of these mentees and mentors; other memberships are not in the map. */
    stateOf,
    /** The marks of the curator's gate, for the same memberships. */
    marksOf: (db: Db, ids: MembershipId[]): Promise<Map<MembershipId, ConsentMarks>> => each(db, ids, consentMarks),
    /** Whether this participant may be asked and written about now: every consent that is needed stands, or still goes on. */
    mayProcess: async (db: Db, id: MembershipId): Promise<boolean> => {
      const subject = await findSubject(db, id);
      const [found] = subject ? await casesOf(db, [subject], "data", clock.now()) : [];
      return found?.subject.active === true && mayGoOn(consentState(found.evidence));
    },
  };
}

export type EvidenceService = ReturnType<typeof createEvidence>;
