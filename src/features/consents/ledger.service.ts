/** The ledger for those who look after it: of a programme, of a class, of one participant; and what is ordered from it. */
import type { Clock } from "#core/clock.ts";
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { People } from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Case, EvidenceService } from "./evidence.service.ts";
import { createFacing } from "./facing.service.ts";
import type { Attention, LedgerLine, Overview, Participant } from "./ledger.model.ts";
import { listParticipants } from "./ledger.store.ts";
import { consentState, disagree } from "./rules.ts";
import { listSubjects } from "./store.ts";

export type LedgerParts = {
  database: Database;
  clock: Clock;
  people: Pick<People, "authorise" | "may" | "findMany" | "record">;
  programmes: Pick<Programmes, "find">;
  evidence: EvidenceService;
};

const ATTENTION = 12;

export function createLedger({ database, people, programmes, evidence }: LedgerParts) {
  const { face, linesOf } = createFacing({ people });

  /** The participants that this person may look at: all, those of a class, or none. */
  async function visible(
    db: Db,
    personId: PersonId,
    programmeId: ProgrammeId,
  ): Promise<{ ids: MembershipId[]; all: boolean }> {
    const ids = (await listParticipants(db, programmeId)).map(({ membershipId }) => membershipId);
    if (await people.may(db, personId, "consent.state", { kind: "programme", id: programmeId }))
      return { ids, all: true };
    const seen: MembershipId[] = [];
    for (const id of ids)
      if (await people.may(db, personId, "consent.state", { kind: "membership", id })) seen.push(id);
    return { ids: seen, all: false };
  }

  async function seen(db: Db, personId: PersonId, programmeId: ProgrammeId) {
    const programme = await programmes.find(db, programmeId);
    const who = programme && (await visible(db, personId, programmeId));
    if (programme && who && (who.all || who.ids.length > 0)) return { programme, ...who };
    // For the history: whether the programme exists stays unsaid.
    await people.authorise(db, personId, "consent.state", { kind: "programme", id: programmeId });
    return null;
  }

  const needsLook = ({ evidence: said }: Case): number => {
    const state = consentState(said);
    if (state.kind === "waits" && state.toCheck) return 0;
    return disagree(said) ? 1 : 2;
  };

  return {
    /** All rows of the ledger about these participants; rights are the caller's to ask. */
    ledgerLines: async (db: Db, programme: Programme, ids: MembershipId[]): Promise<LedgerLine[]> =>
      await linesOf(db, await face(db, programme, ids)),
    /** Which participants this person may look at, with the programme; null: none. */
    ledgerSeen: seen,
    participantsOf: async (db: Db, programme: Programme, ids: MembershipId[]): Promise<Participant[]> =>
      (await face(db, programme, ids)).participants,

    /** Whether the curator has something to do about this participant, and until when what was agreed before goes on. */
    attentionOf: async (db: Db, id: MembershipId): Promise<Attention> => {
      const [found] = await evidence.casesOf(db, await listSubjects(db, [id]), "data");
      const state = found && consentState(found.evidence);
      const waits = state?.kind === "waits" ? state : null;
      return {
        toCheck: waits?.toCheck === true,
        disagree: found !== undefined && disagree(found.evidence),
        goesOnUntil: waits?.goesOnUntil ?? null,
      };
    },

    /** Where a programme's consents stand, of all or of the reader's class; null: not for this person's eyes. */
    overview: async (readerId: PersonId, programmeId: ProgrammeId): Promise<Overview | null> => {
      const { db } = database;
      const found = await seen(db, readerId, programmeId);
      if (!found) return null;
      const { programme, ids, all } = found;
      const active = (await listSubjects(db, ids)).filter((subject) => subject.active);
      const cases = await evidence.casesOf(db, active, "data");
      const states = cases.map(({ evidence: said }) => consentState(said));
      const count = (of: (state: (typeof states)[number]) => boolean) => states.filter(of).length;
      const look = cases.filter((one) => needsLook(one) < 2).toSorted((a, b) => needsLook(a) - needsLook(b));
      const first = look.slice(0, ATTENTION).map(({ subject }) => subject.membershipId);
      return {
        programme,
        counts: {
          all: states.length,
          complete: count(({ kind }) => kind === "complete"),
          waits: count(({ kind }) => kind === "waits" || kind === "unknownAge"),
          toCheck: count((state) => state.kind === "waits" && state.toCheck === true),
          no: count(({ kind }) => kind === "declined" || kind === "withdrawn"),
          disagree: cases.filter(({ evidence: said }) => disagree(said)).length,
        },
        attention: (await face(db, programme, first)).participants,
        isPart: !all,
      };
    },
  };
}

export type Ledger = ReturnType<typeof createLedger>;
