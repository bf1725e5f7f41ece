/** The dialect's statements, written once; the engines differ in a few parts. */
import type { ClaimedUpdate, Dialect } from "./dialect.ts";
import { Prisma } from "./generated/sqlite/client.ts";

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
