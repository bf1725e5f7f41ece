/**
 * All SQL that Prisma cannot say for both engines. Each function takes the client or transaction to run in.
 * Claims are fenced: a row carries the claimant's `lease`, and who settles it says
 * `updateMany({ where: { id, lease }, … })` and looks at the count; 0 means that somebody else has it now.
 */
import { type Focus, type Inbox, type Job, type Notice, Prisma } from "./generated/sqlite/client.ts";
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

export type Columns = Record<string, "text" | "int" | "bigint" | "instant">;

/** In what the engines differ. */
export type Parts = {
  /** A bound instant that compares with a column. */
  instant(at: Date): Prisma.Sql;
  /** `FROM` over a list that is bound as one JSON text, so that lists of any length are one statement; named, typed columns. */
  rows(list: object[], columns: Columns): Prisma.Sql;
  /** At the end of a subquery that chooses the rows to claim. */
  skipLocked: Prisma.Sql;
};

const { sql, join, empty } = Prisma;

/** An instant within a JSON list, as both engines read it. */
const jsonInstant = (at: Date): string => `${at.toISOString().slice(0, -1)}+00:00`;

/** Among so many of the oldest updates the next ones are looked for; a longer queue does not slow the look down. */
const LOOK_AHEAD = 1_000;

type Row = { id: string };

const ids = (rows: Row[]): string[] => rows.map((row) => row.id);

const among = (column: Prisma.Sql, values: string[] | undefined): Prisma.Sql =>
  values ? (values.length > 0 ? sql`AND ${column} IN (${join(values)})` : sql`AND 1 = 0`) : empty;

const inboxDialect = ({ instant, rows }: Parts): Pick<Dialect, "insertUpdates" | "claimUpdates" | "settleTurns"> => ({
  async insertUpdates(db, updates) {
    if (updates.length === 0) return 0;
    const list = updates.map((one) => ({
      ...one,
      updateId: String(one.updateId),
      receivedAt: jsonInstant(one.receivedAt),
    }));
    const columns = { updateId: "bigint", chatKey: "text", payload: "text", receivedAt: "instant" } as const;
    return db.$executeRaw`INSERT INTO "Inbox" ("updateId", "chatKey", "payload", "receivedAt", "status", "attempts")
      SELECT "updateId", "chatKey", "payload", "receivedAt", 'new', 0 ${rows(list, columns)} WHERE 1 = 1
      ON CONFLICT ("updateId") DO NOTHING`;
  },
  async claimUpdates(db, { busy, limit }) {
    const free = busy.length > 0 ? sql`AND "chatKey" NOT IN (${join(busy)})` : empty;
    return db.$queryRaw<ClaimedUpdate[]>`UPDATE "Inbox" SET "attempts" = "attempts" + 1 WHERE "updateId" IN (
      SELECT "updateId" FROM (
        SELECT "updateId", "receivedAt",
          ROW_NUMBER() OVER (PARTITION BY "chatKey" ORDER BY "receivedAt", "updateId") AS "turn"
        FROM (
          SELECT "updateId", "chatKey", "receivedAt" FROM "Inbox" WHERE "status" = 'new' ${free}
          ORDER BY "receivedAt", "updateId" LIMIT ${LOOK_AHEAD}
        ) AS "oldest"
      ) AS "queues" WHERE "turn" = 1 ORDER BY "receivedAt", "updateId" LIMIT ${limit}
    ) RETURNING "updateId", "chatKey", "payload", "attempts"`;
  },
  async settleTurns(db, turns, now) {
    const done = turns.map(({ updateId }) => ({ updateId: String(updateId) }));
    if (done.length === 0) return;
    await db.$executeRaw`UPDATE "Inbox" SET "status" = 'done', "payload" = '', "doneAt" = ${instant(now)}
      WHERE "updateId" IN (SELECT "updateId" ${rows(done, { updateId: "bigint" })})`;
    const latest = new Map(turns.flatMap(({ focus }) => (focus ? [[focus.chatId, focus] as const] : [])));
    if (latest.size === 0) return;
    const list = [...latest.values()].map((focus) => ({ ...focus, chatId: String(focus.chatId) }));
    const columns = { chatId: "bigint", kind: "text", args: "text", state: "text", screenId: "int" } as const;
    await db.$executeRaw`INSERT INTO "Focus" ("chatId", "kind", "args", "state", "screenId", "updatedAt")
      SELECT "chatId", "kind", "args", "state", "screenId", ${instant(now)} ${rows(list, columns)} WHERE 1 = 1
      ON CONFLICT ("chatId") DO UPDATE SET "kind" = excluded."kind", "args" = excluded."args",
        "state" = excluded."state", "screenId" = excluded."screenId", "updatedAt" = excluded."updatedAt"`;
  },
});

const claims = ({ instant, skipLocked }: Parts): Pick<Dialect, "claimNotices" | "claimJobs"> => ({
  async claimNotices(db, { now, limit, lease, leaseUntil, lanes }) {
    const claimed = await db.$queryRaw<Row[]>`UPDATE "Notice"
      SET "status" = 'sending', "lease" = ${lease}, "leaseUntil" = ${instant(leaseUntil)}
      WHERE "id" IN (
        SELECT "id" FROM "Notice" WHERE (("status" = 'waiting' AND "notBefore" <= ${instant(now)}
            AND ("leaseUntil" IS NULL OR "leaseUntil" <= ${instant(now)}))
          OR ("status" = 'sending' AND "leaseUntil" <= ${instant(now)})) ${among(sql`"lane"`, lanes)}
        ORDER BY "notBefore", "id" LIMIT ${limit} ${skipLocked}
      ) RETURNING "id"`;
    if (claimed.length === 0) return [];
    const where = { id: { in: ids(claimed) }, lease };
    return db.notice.findMany({ where, orderBy: [{ notBefore: "asc" }, { id: "asc" }] });
  },
  async claimJobs(db, { now, limit, lease, leaseUntil, kinds }) {
    const claimed = await db.$queryRaw<Row[]>`UPDATE "Job"
      SET "status" = 'running', "attempts" = "attempts" + 1, "lease" = ${lease}, "leaseUntil" = ${instant(leaseUntil)}
      WHERE "id" IN (
        SELECT "id" FROM "Job" WHERE (("status" = 'new' AND ("leaseUntil" IS NULL OR "leaseUntil" <= ${instant(now)}))
          OR ("status" = 'running' AND "leaseUntil" <= ${instant(now)}))
          ${among(sql`"kind"`, kinds)}
        ORDER BY "createdAt", "id" LIMIT ${limit} ${skipLocked}
      ) RETURNING "id"`;
    if (claimed.length === 0) return [];
    const where = { id: { in: ids(claimed) }, lease };
    return db.job.findMany({ where, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  },
});

const NOTICE_COLUMNS: Columns = {
  id: "text",
  key: "text",
  kind: "text",
  subjectId: "text",
  subjectRev: "int",
  personId: "text",
  slot: "text",
  notBefore: "instant",
  usefulUntil: "instant",
  lane: "text",
  createdAt: "instant",
};

const planning = ({ rows }: Parts): Pick<Dialect, "upsertNotices"> => ({
  async upsertNotices(db, notices) {
    if (notices.length === 0) return;
    const list = notices.map((one) => ({
      ...one,
      notBefore: jsonInstant(one.notBefore),
      usefulUntil: jsonInstant(one.usefulUntil),
      createdAt: jsonInstant(one.createdAt),
    }));
    await db.$executeRaw`INSERT INTO "Notice" ("id", "key", "kind", "subjectId", "subjectRev", "personId", "slot",
        "notBefore", "usefulUntil", "lane", "createdAt", "status", "attempts")
      SELECT "id", "key", "kind", "subjectId", "subjectRev", "personId", "slot",
        "notBefore", "usefulUntil", "lane", "createdAt", 'waiting', 0 ${rows(list, NOTICE_COLUMNS)} WHERE 1 = 1
      ON CONFLICT ("key") DO UPDATE SET "notBefore" = excluded."notBefore", "usefulUntil" = excluded."usefulUntil",
        "lane" = excluded."lane" WHERE "Notice"."status" = 'waiting'`;
  },
});

/** The dialect of an engine out of its parts. */
export const createDialect = (parts: Parts): Dialect => ({
  ...inboxDialect(parts),
  ...claims(parts),
  ...planning(parts),
});
