/** Use cases of consent: what is kept, where somebody stands, the whole text for the one who is asked. */
import type { Clock } from "#core/clock.ts";
import type { MembershipId, PersonId } from "#core/ids.ts";
import type { Deeds } from "#features/deeds/index.ts";
import type { Planning } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Programmes } from "#features/programmes/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import { inRoot } from "#platform/root.ts";
import { createCases, type OpenCase } from "./cases.service.ts";
import { createChecks } from "./checks.service.ts";
import { createDecisions } from "./decisions.service.ts";
import { saveDocument } from "./documents.store.ts";
import { createEnding } from "./ending.service.ts";
import { createConsentEntering } from "./entering.service.ts";
import { createEvidence } from "./evidence.service.ts";
import { readDocuments } from "./files.store.ts";
import { createGuardians } from "./guardians.service.ts";
import { createLedger } from "./ledger.service.ts";
import type { ConsentKind } from "./model.ts";
import { createOrders } from "./orders.service.ts";
import type { ConsentChange } from "./outcomes.model.ts";
import { createOwn } from "./own.service.ts";
import { createPersonConsents } from "./person.service.ts";
import { countEntries } from "./store.ts";
import { createTelling } from "./telling.service.ts";
import { createUnchecking } from "./unchecking.service.ts";

export type ConsentsParts = {
  database: Database;
  clock: Clock;
  people: Pick<
    People,
    | "authorise"
    | "find"
    | "membership"
    | "record"
    | "wardsOf"
    | "guardiansOf"
    | "confirmGuardianship"
    | "addGuardian"
    | "chatsOf"
    | "create"
    | "join"
    | "createInvitation"
    | "tokenOf"
    | "may"
    | "stop"
    | "reactivate"
    | "findMany"
    | "membersOf"
  >;
  programmes: Pick<Programmes, "find">;
  notices: Pick<Planning, "plan" | "replan" | "cancel">;
  deeds: Pick<Deeds, "offer" | "known">;
  /** Told, in the same transaction, of every change of a needed consent. */
  changed?(tx: Db, change: ConsentChange): Promise<void>;
};

export function createConsents(parts: ConsentsParts) {
  const { database, people } = parts;
  const evidence = createEvidence(parts);
  const cases = createCases({ ...parts, evidence });
  const telling = createTelling(parts);
  const changed = parts.changed ?? (async () => {});

  const see = async (db: Db, personId: PersonId, id: MembershipId, kind: ConsentKind): Promise<OpenCase | null> =>
    (await people.authorise(db, personId, "consent.decide", { kind: "membership", id }))
      ? await cases.openOne(db, personId, id, kind)
      : null;

  const guardians = createGuardians({ ...parts, cases });
  const ledger = createLedger({ ...parts, evidence });

  return {
    ...guardians,
    ...createOwn({ database, people, cases, guardians, see }),
    ...createConsentEntering({ ...parts, cases, telling, changed }),
    ...createDecisions({ ...parts, cases, telling, changed, see }),
    ...createEnding(parts),
    ...createChecks({ ...parts, evidence, telling, changed }),
    ...createUnchecking({ people, evidence, telling, changed }),
    ...ledger,
    ...createPersonConsents({ ...parts, evidence }),
    ...createOrders({ ...parts, evidence, seen: ledger.ledgerSeen }),
    casesOf: evidence.casesOf,
    factsOf: cases.factsOf,
    curatorOf: cases.curatorOf,
    stateOf: evidence.stateOf,
    marksOf: evidence.marksOf,
    mayProcess: evidence.mayProcess,
    kept: countEntries,
    /** Who are guardians of this person now. */
    guardiansOf: people.guardiansOf,

    /**
     * Brings the documents of this release (`locales/consents`) into the database at this instant. Throws when one of them is no
     * document, or a version that is stored was changed: the bot must not start with texts that nobody can prove.
     */
    importDocuments: (now: Date, folder = inRoot("locales", "consents")): Promise<void> => {
      const sources = readDocuments(folder);
      return database.tx(async (tx) => {
        for (const source of sources) await saveDocument(tx, source, now);
      });
    },
  };
}

export type Consents = ReturnType<typeof createConsents>;
