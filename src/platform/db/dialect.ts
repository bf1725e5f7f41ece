/**
 * All SQL that Prisma cannot say for both engines. Each function takes the client or transaction to run in.
 * Claims are fenced: a row carries the claimant's `lease`, and who settles it says
 * `updateMany({ where: { id, lease }, … })` and looks at the count; 0 means that somebody else has it now.
 */
import type { Focus, Inbox, Job, Notice } from "./generated/sqlite/client.ts";
import type { Db } from "./types.ts";

export type NewUpdate = Pick<Inbox, "updateId" | "chatKey" | "payload" | "receivedAt">;

export type ClaimedUpdate = Pick<Inbox, "updateId" | "chatKey" | "payload" | "attempts">;

export type SettledTurn = Pick<Inbox, "updateId"> & { focus: Omit<Focus, "updatedAt"> | null };

export type NewNotice = Pick<
  Notice,
  | "id"
  | "key"
  | "kind"
  | "subjectId"
  | "subjectRev"
  | "personId"
  | "slot"
  | "notBefore"
  | "usefulUntil"
  | "lane"
  | "createdAt"
>;

export type Claim = {
  now: Date;
  /** At most so many rows. */
  limit: number;
  /** The claimant's token, new for every claim. */
  lease: string;
  /** From then on another claim may take the rows over. */
  leaseUntil: Date;
};

export type Dialect = {
  /** Stores updates as `new`, skipping those whose `updateId` is there already; returns how many were new. */
  insertUpdates(db: Db, updates: NewUpdate[]): Promise<number>;
  /**
   * The first `new` update of each chat key that is not in `busy`, at most `limit`, those of the longest waiting chats;
   * in no order, with `attempts` counted up by this call: an update that kills the process is known by its attempts.
   * Only the leader calls it, so it needs no lease.
   */
  claimUpdates(db: Db, claim: { busy: string[]; limit: number }): Promise<ClaimedUpdate[]>;
  /** Marks updates as done, empties them, and keeps what their chats listen to from now on (null: as before). */
  settleTurns(db: Db, turns: SettledTurn[], now: Date): Promise<void>;
  /**
   * Notices due at `now` and those whose lease has run out, as `sending`, earliest first; of the given lanes only, or of all.
   * A waiting row that was put back with a `leaseUntil` rests until then. Rows past `usefulUntil` come too: to drop them is the claimant's decision. `attempts` is left alone.
   */
  claimNotices(db: Db, claim: Claim & { lanes?: string[] }): Promise<Notice[]>;
  /**
   * Jobs that are `new` (and do not rest until their `leaseUntil`) or whose lease has run out, as `running`, oldest first,
   * `attempts` counted up;
   * of the given kinds only, or of all.
   */
  claimJobs(db: Db, claim: Claim & { kinds?: string[] }): Promise<Job[]>;
  /**
   * Plans notices by key: a new key is inserted as `waiting`; of a key that still waits, time and lane are moved;
   * one that was sent, dropped or is being sent stays as it is. Keys within one call are different.
   */
  upsertNotices(db: Db, notices: NewNotice[]): Promise<void>;
};
