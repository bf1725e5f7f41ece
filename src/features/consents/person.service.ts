/** One participant's consents for those who look after them: where each kind stands, who said what, what happened. */
import type { MembershipId, PersonId } from "#core/ids.ts";
import type { Programme } from "#features/programmes/index.ts";
import type { Db } from "#platform/db/index.ts";
import { createFacing, namerOf } from "./facing.service.ts";
import type { GuardianLine, PersonConsents } from "./ledger.model.ts";
import { eventsOf } from "./ledger.rules.ts";
import type { LedgerParts } from "./ledger.service.ts";
import { listCodes } from "./ledger.store.ts";
import { type Evidence, KIND_ROLES, KINDS, type Subject } from "./model.ts";
import { consentState, disagree, entriesOf, positionIn, positions } from "./rules.ts";
import { listSubjects } from "./store.ts";

export function createPersonConsents({ database, people, programmes, evidence }: LedgerParts) {
  const { face, linesOf } = createFacing({ people });

  async function guardianLines(db: Db, programme: Programme, said: Evidence): Promise<GuardianLine[]> {
    const { guardians, unchecked = [], entries } = said;
    const all = [...guardians, ...unchecked];
    const name = await namerOf(db, people, programme, all);
    const codes = await listCodes(db, all, { programmeId: programme.id, schoolId: programme.schoolId });
    return all.map((personId) => ({
      personId,
      name: name(personId),
      code: codes.get(personId) ?? "",
      counts: guardians.includes(personId),
      position: positionIn(entriesOf(entries, "guardian", personId)),
    }));
  }

  async function person(
    db: Db,
    readerId: PersonId,
    subject: Subject,
    programme: Programme,
  ): Promise<PersonConsents | null> {
    const id = subject.membershipId;
    const facing = await face(db, programme, [id]);
    const [participant] = facing.participants;
    const kinds = KINDS.filter((kind) => KIND_ROLES[kind].includes(subject.role));
    const cases = await Promise.all(
      kinds.map(async (kind) => ({ kind, said: (await evidence.casesOf(db, [subject], kind))[0]?.evidence })),
    );
    const data = cases.find(({ kind }) => kind === "data")?.said;
    if (!participant || !data) return null;
    return {
      participant,
      programme,
      kinds: cases.flatMap(({ kind, said }) =>
        said ? [{ kind, state: consentState(said), self: positions(said).self }] : [],
      ),
      guardians: await guardianLines(db, programme, data),
      disagree: disagree(data),
      events: eventsOf(await linesOf(db, facing)).toReversed(),
      mayCheck: await people.may(db, readerId, "guardian.check", { kind: "membership", id }),
      maySeeCard: await people.may(db, readerId, "card.see", { kind: "membership", id }),
    };
  }

  return {
    /** One participant's consents for somebody who looks after them; null: not for this person's eyes. */
    personConsents: async (readerId: PersonId, id: MembershipId): Promise<PersonConsents | null> => {
      const { db } = database;
      if (!(await people.authorise(db, readerId, "consent.state", { kind: "membership", id }))) return null;
      const [subject] = await listSubjects(db, [id]);
      const programme = subject && (await programmes.find(db, subject.programmeId));
      return subject && programme ? await person(db, readerId, subject, programme) : null;
    },
  };
}
