/** The ledger's rows with the names of those whom they speak of, as the programme shows names. */
import type { MembershipId, PersonId } from "#core/ids.ts";
import { type People, shownName } from "#features/people/index.ts";
import type { Programme } from "#features/programmes/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { LedgerLine, Participant } from "./ledger.model.ts";
import { listCodes, listParticipants, listVersions } from "./ledger.store.ts";
import type { Entry } from "./model.ts";
import { listEntries, listSubjects } from "./store.ts";

export type Namer = (personId: PersonId) => string;

/** How the programme shows these people. */
export async function namerOf(
  db: Db,
  people: Pick<People, "findMany">,
  programme: Programme,
  ids: PersonId[],
): Promise<Namer> {
  const wanted = [...new Set(ids)];
  const codes = await listCodes(db, wanted, { programmeId: programme.id, schoolId: programme.schoolId });
  const persons = new Map((await people.findMany(db, wanted)).map((person) => [person.id, person]));
  return (personId) => {
    const person = persons.get(personId);
    const code = codes.get(personId) ?? "—";
    return person ? shownName(person, { code }, programme.naming) : code;
  };
}

export type Facing = { programme: Programme; participants: Participant[]; namer: Namer; entries: Entry[] };

export function createFacing({ people }: { people: Pick<People, "findMany"> }) {
  /** These participants with all rows about them; also of those who have left. */
  async function face(db: Db, programme: Programme, ids: MembershipId[]): Promise<Facing> {
    const rows = new Map((await listParticipants(db, programme.id)).map((row) => [row.membershipId, row]));
    const subjects = await listSubjects(db, ids);
    const subjectIds = subjects.map(({ personId }) => personId);
    const entries = await listEntries(db, { subjectIds, programmeIds: [programme.id] });
    const others = entries.flatMap((one) => [one.givenById, one.enteredById, one.withdrawnById]);
    const known = others.filter((id) => id !== null);
    const namer = await namerOf(db, people, programme, [...subjectIds, ...known]);
    const participants = subjects.map((subject): Participant => {
      const { code = "", className = "" } = rows.get(subject.membershipId) ?? {};
      return { subject, code, className, name: namer(subject.personId) };
    });
    return { programme, participants, namer, entries };
  }

  async function linesOf(db: Db, { participants, namer, entries }: Facing): Promise<LedgerLine[]> {
    const versions = await listVersions(
      db,
      entries.map(({ documentId }) => documentId),
    );
    return participants.flatMap(({ subject, name, code, className }) =>
      entries
        .filter(({ subjectId }) => subjectId === subject.personId)
        .map((one) => ({
          ...{ membershipId: subject.membershipId, name, code, className, kind: one.kind, as: one.givenAs },
          ...{ by: namer(one.givenById), byId: one.givenById, decision: one.decision, textHash: one.textHash },
          version: versions.get(one.documentId) ?? null,
          channel: one.channel,
          enteredBy: one.enteredById && namer(one.enteredById),
          ...{ decidedAt: one.decidedAt, withdrawnAt: one.withdrawnAt },
          withdrawnBy: one.withdrawnById && namer(one.withdrawnById),
        })),
    );
  }

  return { face, linesOf };
}

export type FacingService = ReturnType<typeof createFacing>;
