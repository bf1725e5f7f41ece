/** Erasure: planned with its day, taken back by a new consent, done when due, told to a restored database again. */
import type { Clock } from "#core/clock.ts";
import type { Forgotten, Keeping } from "#core/contribution.ts";
import { type MembershipId, newId, type PersonId, type ProgrammeId } from "#core/ids.ts";
import { dateIn, instantAt } from "#core/when.ts";
import type { Planning } from "#features/notices/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Log } from "#platform/log.ts";
import {
  findGuardian,
  findScope,
  listBlockers,
  listDone,
  listIdleGuardians,
  listOpen,
  saveCancelled,
  saveErased,
  saveErasure,
} from "./erasures.store.ts";
import type { Ledger } from "./ledger.store.ts";
import type { Erasure, LedgerLine } from "./model.ts";
import { erasureDay } from "./rules.ts";
import { findErasureDays } from "./store.ts";
import { runsOf, sweep } from "./sweep.store.ts";

export type ErasingParts = {
  database: Database;
  clock: Clock;
  log: Log;
  ledger: Ledger;
  /** In the order in which they are told; they forget in the opposite one, so that a person goes last. */
  keepings: readonly Keeping[];
  notices: Pick<Planning, "cancel">;
  /** Which of these participants have a needed consent that stands, or may yet be given: nothing of them is erased. */
  stands(tx: Db, memberships: MembershipId[]): Promise<boolean>;
};

/** When the programme says nothing. */
const TERM = 14;
/** Data go at night. */
const HOUR_OF_NIGHT = 3 * 60;

export function createErasing({ database, clock, log, ledger, keepings, notices, stands }: ErasingParts) {
  const forgetters = keepings.toReversed();

  async function forget(tx: Db, forgotten: Forgotten): Promise<void> {
    const runIds = await runsOf(tx, forgotten.memberships);
    for (const keeping of forgetters) await keeping.erase(tx, forgotten);
    await sweep(tx, forgotten, runIds);
  }

  /** A guardian of an erased child who has nothing else to do here goes with the child. */
  async function forgetGuardians(tx: Db, { personId, programmeId }: LedgerLine, now: Date): Promise<LedgerLine[]> {
    const lines: LedgerLine[] = [];
    for (const idle of await listIdleGuardians(tx, personId, programmeId)) {
      const { memberships, whole } = await findGuardian(tx, idle.personId, idle.programmeId);
      await forget(tx, { personId: idle.personId, programmeId: whole ? null : idle.programmeId, memberships, now });
      if (whole) lines.push({ id: newId(), personId: idle.personId, programmeId: null, doneAt: now.toISOString() });
    }
    return lines;
  }

  /**
   * Everything that this erasure covers; what came into being after `bornBefore` is somebody's new beginning. Gives the lines for
   * the ledger; null when the person holds work that has to be handed over first.
   */
  async function eraseOne(tx: Db, line: LedgerLine, bornBefore: Date, now: Date): Promise<LedgerLine[] | null> {
    const { personId, programmeId } = line;
    const { covered, left, exists } = await findScope(tx, { personId, programmeId, bornBefore });
    if (!exists || (programmeId !== null && covered.length === 0)) return [];
    if (programmeId === null && (await listBlockers(tx, personId)).length > 0) return null;
    const guardians = await forgetGuardians(tx, line, now);
    const ids = covered.map(({ id }) => id);
    if (left === 0) await forget(tx, { personId, programmeId: null, memberships: ids, now });
    else
      for (const { id, programmeId: place } of covered)
        if (place) await forget(tx, { personId, programmeId: place, memberships: [id], now });
    return [line, ...guardians];
  }

  /** In one transaction with the line of the ledger: killed before its end, it is done again, and finds nothing twice. */
  async function eraseDueOne({ id }: Erasure, now: Date): Promise<boolean> {
    return await database.tx(async (tx) => {
      const [open] = await listOpen(tx, { id });
      if (!open) return false;
      // A consent may have come back by a way that nobody told of here, such as a paper.
      const { covered } = await findScope(tx, open);
      const ids = covered.map((one) => one.id);
      if (await stands(tx, ids)) {
        await saveCancelled(tx, open.personId, open.programmeId, now);
        return false;
      }
      const line = { id, personId: open.personId, programmeId: open.programmeId, doneAt: now.toISOString() };
      const erased = await eraseOne(tx, line, now, now);
      if (!erased) return false;
      const lines = erased.length > 0 ? erased : [line];
      for (const one of lines) await saveErased(tx, one, now);
      for (const one of lines) ledger.append(one);
      return true;
    });
  }

  async function forgetOutside(): Promise<void> {
    ledger.dropCopies();
    await database.forgetErased();
  }

  return {
    /** When data that are withdrawn now will be erased; in the night of the programme's last day of the term. */
    dueAt: async (db: Db, programmeId: ProgrammeId | null, zone: string): Promise<Date> => {
      const days = programmeId === null ? TERM : ((await findErasureDays(db, programmeId)) ?? TERM);
      return instantAt(erasureDay(dateIn(clock.now(), zone), days), HOUR_OF_NIGHT, zone);
    },

    /** Plans it, once however often it is asked for. */
    plan: (tx: Db, erasure: Omit<Erasure, "id" | "requestedAt"> & { requestedById: PersonId | null }): Promise<void> =>
      saveErasure(tx, erasure, clock.now()),

    /** The person came back in this programme: it is not erased, and neither is everything. */
    cancel: async (tx: Db, personId: PersonId, programmeId: ProgrammeId): Promise<boolean> => {
      const now = clock.now();
      const here = await saveCancelled(tx, personId, programmeId, now);
      return here + (await saveCancelled(tx, personId, null, now)) > 0;
    },
    cancelAll: async (tx: Db, personId: PersonId): Promise<boolean> =>
      (await saveCancelled(tx, personId, null, clock.now())) > 0,

    /** What is planned for a person: in a programme, everywhere (null), or anything. */
    planned: listOpen,
    blockers: listBlockers,

    /** Nothing more is said to somebody whose data go. */
    silence: async (tx: Db, personId: PersonId): Promise<void> => void (await notices.cancel(tx, { personId })),

    /** Erases what is due; gives how many erasures were done. */
    eraseDue: async (now: Date): Promise<number> => {
      let done = 0;
      for (const erasure of await listOpen(database.db, { dueBefore: now }))
        try {
          if (await eraseDueOne(erasure, now)) done += 1;
        } catch (error) {
          // It is tried again in an hour; one that fails keeps no other from being done.
          log.error("erasure-failed", { erasureId: erasure.id, error });
        }
      if (done > 0) {
        await forgetOutside();
        log.info("erased", { count: done });
      }
      return done;
    },

    /**
     * Tells the database what was erased before: a restored copy may be older than that. What the ledger does not know (it was
     * written by hand, or lost) is added to it. To be called at every start and after every restore; doing it twice changes nothing.
     */
    replay: async (): Promise<number> => {
      const lines = ledger.read();
      const known = new Set(lines.map(({ id }) => id));
      for (const line of await listDone(database.db)) if (!known.has(line.id)) ledger.append(line);
      const now = clock.now();
      let again = 0;
      for (const line of lines) {
        const doneAt = new Date(line.doneAt);
        again += await database.tx(async (tx) => {
          const erased = (await eraseOne(tx, line, doneAt, now)) ?? [];
          for (const one of erased) await saveErased(tx, one, doneAt);
          return erased.length > 0 ? 1 : 0;
        });
      }
      if (again > 0) {
        await forgetOutside();
        log.warn("erased-again-after-restore", { count: again });
      }
      return again;
    },
  };
}

export type ErasingService = ReturnType<typeof createErasing>;
