/**
 * All SQL that Prisma cannot say for both engines. Each function takes the client or transaction to run in.
 * Claims are fenced: a row carries the claimant's `lease`, and who settles it says
 * `updateMany({ where: { id, lease }, … })` and looks at the count; 0 means that somebody else has it now.
 */
import { type Inbox, type Job, type Notice, Prisma } from "./generated/sqlite/client.ts";
import type { Db } from "./types.ts";

export type NewUpdate = Pick<Inbox, "updateId" | "chatKey" | "payload" | "receivedAt">;

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
   * The first `new` update of each chat key that is not in `busy`, oldest first, with `attempts` counted up by this call:
   * an update that kills the process is known by its attempts. Only the leader calls it, so it needs no lease.
   */
  claimUpdates(db: Db, claim: { busy: string[]; limit: number }): Promise<Inbox[]>;
  /**
   * Notices due at `now` and those whose lease has run out, as `sending`, earliest first; of the given lanes only, or of all.
   * Rows past `usefulUntil` come too: to drop them is the claimant's decision. `attempts` is left alone.
   */
  claimNotices(db: Db, claim: Claim & { lanes?: string[] }): Promise<Notice[]>;
  /**
   * Jobs that are `new` or whose lease has run out, as `running`, oldest first, `attempts` counted up;
   * of the given kinds only, or of all.
   */
  claimJobs(db: Db, claim: Claim & { kinds?: string[] }): Promise<Job[]>;
  /**
   * Plans notices by key: a new key is inserted as `waiting`; of a key that still waits, time and lane are moved;
   * one that was sent, dropped or is being sent stays as it is. Keys within one call are different.
   */
  upsertNotices(db: Db, notices: NewNotice[]): Promise<void>;
};

/** In what the engines differ. */
export type Parts = {
  /** A bound instant that compares with a column. */
  instant(at: Date): Prisma.Sql;
  /** `FROM` over a bound JSON list of objects, its columns named and typed. */
  rows(list: string, columns: Record<string, "text" | "int" | "bigint" | "instant">): Prisma.Sql;
  /** At the end of a subquery that chooses the rows to claim. */
  skipLocked: Prisma.Sql;
};

const { sql, join, empty } = Prisma;

/** An instant within a JSON list, as both engines read it. */
const jsonInstant = (at: Date): string => `${at.toISOString().slice(0, -1)}+00:00`;

type Row = { id: string };

const ids = (rows: Row[]): string[] => rows.map((row) => row.id);

const among = (column: Prisma.Sql, values: string[] | undefined): Prisma.Sql =>
  values ? (values.length > 0 ? sql`AND ${column} IN (${join(values)})` : sql`AND 1 = 0`) : empty;

const inboxDialect = ({ rows, skipLocked }: Parts): Pick<Dialect, "insertUpdates" | "claimUpdates"> => ({
  async insertUpdates(db, updates) {
    const list = JSON.stringify(
      updates.map((one) => ({ ...one, updateId: String(one.updateId), receivedAt: jsonInstant(one.receivedAt) })),
    );
    const from = rows(list, { updateId: "bigint", chatKey: "text", payload: "text", receivedAt: "instant" });
    return db.$executeRaw`INSERT INTO "Inbox" ("updateId", "chatKey", "payload", "receivedAt", "status", "attempts")
      SELECT "updateId", "chatKey", "payload", "receivedAt", 'new', 0 ${from} WHERE 1 = 1
      ON CONFLICT ("updateId") DO NOTHING`;
  },
  async claimUpdates(db, { busy, limit }) {
    const free = busy.length > 0 ? sql`AND i."chatKey" NOT IN (${join(busy)})` : empty;
    const claimed = await db.$queryRaw<Row[]>`UPDATE "Inbox" SET "attempts" = "attempts" + 1 WHERE "updateId" IN (
      SELECT i."updateId" FROM "Inbox" i WHERE i."status" = 'new' ${free} AND NOT EXISTS (
        SELECT 1 FROM "Inbox" e WHERE e."status" = 'new' AND e."chatKey" = i."chatKey"
        AND (e."receivedAt" < i."receivedAt" OR (e."receivedAt" = i."receivedAt" AND e."updateId" < i."updateId")))
      ORDER BY i."receivedAt", i."updateId" LIMIT ${limit} ${skipLocked}
    ) RETURNING CAST("updateId" AS TEXT) AS "id"`;
    if (claimed.length === 0) return [];
    return db.inbox.findMany({
      where: { updateId: { in: ids(claimed).map(BigInt) } },
      orderBy: [{ receivedAt: "asc" }, { updateId: "asc" }],
    });
  },
});

const claims = ({ instant, skipLocked }: Parts): Pick<Dialect, "claimNotices" | "claimJobs"> => ({
  async claimNotices(db, { now, limit, lease, leaseUntil, lanes }) {
    const claimed = await db.$queryRaw<Row[]>`UPDATE "Notice"
      SET "status" = 'sending', "lease" = ${lease}, "leaseUntil" = ${instant(leaseUntil)}
      WHERE "id" IN (
        SELECT "id" FROM "Notice" WHERE (("status" = 'waiting' AND "notBefore" <= ${instant(now)})
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
        SELECT "id" FROM "Job" WHERE ("status" = 'new' OR ("status" = 'running' AND "leaseUntil" <= ${instant(now)}))
          ${among(sql`"kind"`, kinds)}
        ORDER BY "createdAt", "id" LIMIT ${limit} ${skipLocked}
      ) RETURNING "id"`;
    if (claimed.length === 0) return [];
    const where = { id: { in: ids(claimed) }, lease };
    return db.job.findMany({ where, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  },
});

const planning = ({ rows }: Parts): Pick<Dialect, "upsertNotices"> => ({
  async upsertNotices(db, notices) {
    if (notices.length === 0) return;
    const list = JSON.stringify(
      notices.map((one) => ({
        ...one,
        notBefore: jsonInstant(one.notBefore),
        usefulUntil: jsonInstant(one.usefulUntil),
        createdAt: jsonInstant(one.createdAt),
      })),
    );
    const texts = {
      id: "text",
      key: "text",
      kind: "text",
      subjectId: "text",
      personId: "text",
      slot: "text",
      lane: "text",
    };
    const from = rows(list, {
      ...(texts as Record<keyof typeof texts, "text">),
      subjectRev: "int",
      notBefore: "instant",
      usefulUntil: "instant",
      createdAt: "instant",
    });
    await db.$executeRaw`INSERT INTO "Notice" ("id", "key", "kind", "subjectId", "subjectRev", "personId", "slot",
        "notBefore", "usefulUntil", "lane", "createdAt", "status", "attempts")
      SELECT "id", "key", "kind", "subjectId", "subjectRev", "personId", "slot",
        "notBefore", "usefulUntil", "lane", "createdAt", 'waiting', 0 ${from} WHERE 1 = 1
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
