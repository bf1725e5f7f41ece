/** Ordering a paper: who may, and that two taps are one order. */
import { after, MINUTE } from "#core/clock.ts";
import type { PersonId } from "#core/ids.ts";
import type { Jobs } from "#features/jobs/index.ts";
import { PAPER_JOB, type PaperOrder } from "./kinds.model.ts";
import type { Ledger, LedgerParts } from "./ledger.service.ts";
import { isOrdered } from "./ledger.store.ts";

/** Within this time a second tap means the same paper. */
const SAME_ORDER = MINUTE;

type Parts = LedgerParts & { seen: Ledger["ledgerSeen"] };

export function createOrders({ database, clock, people, seen }: Parts) {
  return {
    /** Orders a paper; it comes as a message of its own. Two taps within a minute are one order. False: not allowed. */
    orderPaper: async (personId: PersonId, order: PaperOrder, jobs: Pick<Jobs, "enqueue">): Promise<boolean> => {
      const { db } = database;
      const { membershipId, programmeId, what } = order;
      const target = membershipId
        ? ({ kind: "membership", id: membershipId } as const)
        : ({ kind: "programme", id: programmeId } as const);
      const may = membershipId
        ? await people.authorise(db, personId, "consent.state", target)
        : (await seen(db, personId, programmeId)) !== null;
      if (!may) return false;
      await database.tx(async (tx) => {
        if (await isOrdered(tx, { kind: PAPER_JOB, args: order, personId }, after(clock.now(), -SAME_ORDER))) return;
        await jobs.enqueue(tx, { kind: PAPER_JOB, args: order, personId });
        const deed = { subjectKind: target.kind, subjectId: target.id, act: "consents-exported", after: what };
        await people.record(tx, { actorId: personId, ...deed, at: clock.now() });
      });
      return true;
    },
  };
}
