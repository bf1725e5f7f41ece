import { after, type Clock, SECOND } from "#core/clock.ts";
import type { PersonId } from "#core/ids.ts";
import type { SendOutcome } from "#core/notice.ts";
import type { T } from "#core/screen.ts";
import { unreachable } from "#core/unreachable.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Log } from "#platform/log.ts";
import type { DropReason, DueNotice, TickReport } from "./model.ts";
import { giveUpOn } from "./owed.store.ts";
import { decideAfterFailure, grouped } from "./rules.ts";
import { putBack, settle, settleMany } from "./store.ts";

/** Where and in which words to reach a person. */
export type Address = { chatId: bigint; t: T };

/** A row, and the claim under which it is held. */
export type Held = { row: DueNotice; lease: string };

export type EndingParts = {
  database: Database;
  clock: Clock;
  /** The addresses of those who can be reached; who is missing cannot be. */
  addressOf(db: Db, personIds: PersonId[]): Promise<Map<PersonId, Address>>;
  /** Told, in the same transaction, that this chat of the person cannot be written to any more. */
  onUnreachable(tx: Db, whom: { personId: PersonId; chatId: bigint; reason: string }): Promise<void>;
  log: Log;
};

/** When nothing gets through, a row that was tried rests so long. */
const OUTAGE_REST = 5 * SECOND;

const held = ({ row, lease }: Held) => ({ id: row.id, lease });

/** Writes down what became of claimed notices; every write is fenced by the claim. */
export function createEndings({ database, clock, addressOf, onUnreachable, log }: EndingParts) {
  const { db } = database;

  const bury = async (one: Held, reason: string, report: TickReport) => {
    await settle(db, held(one), { status: "dead", reason }, clock.now());
    log.error("notice-dead", { noticeId: one.row.id, kind: one.row.kind, reason });
    report.dead += 1;
  };
  /** One more failure of this row; the last one ends it. */
  const fail = async (one: Held, reason: string, report: TickReport) => {
    const attempts = one.row.attempts + 1;
    const next = decideAfterFailure(attempts, clock.now());
    if (next.kind === "dead") return bury(one, reason, report);
    await putBack(db, held(one), next.at, attempts, reason);
    report.failed += 1;
  };
  /** Back to waiting without counting an attempt. */
  const rest = async (one: Held, ms: number, reason: string, report: TickReport) => {
    await putBack(db, held(one), after(clock.now(), ms), one.row.attempts, reason);
    report.later += 1;
  };
  /** The chat is lost; the notice and all others of the person with it, unless another chat of theirs is left. */
  const lose = async (one: Held, chatId: bigint, reason: string, report: TickReport) => {
    const { personId } = one.row;
    await database.tx(async (tx) => {
      await onUnreachable(tx, { personId, chatId, reason });
      const other = (await addressOf(tx, [personId])).get(personId);
      if (other && other.chatId !== chatId) {
        await putBack(tx, held(one), clock.now(), one.row.attempts, reason);
        return;
      }
      await settle(tx, held(one), { status: "unreachable", reason }, clock.now());
      await giveUpOn(tx, personId, reason, clock.now());
    });
    report.unreachable += 1;
  };
  const sent = async (one: Held, report: TickReport) => {
    const isMine = await settle(db, held(one), { status: "sent" }, clock.now());
    if (!isMine) log.info("notice-sent-though-cancelled", { noticeId: one.row.id, kind: one.row.kind });
    report.sent += 1;
  };
  const unsure = (one: Held, reason: string, report: TickReport) => {
    log.warn("notice-ambiguous", { noticeId: one.row.id, kind: one.row.kind, reason });
    report.ambiguous += 1;
  };

  return {
    sent,
    fail,
    /** Nobody to send it to: it waits as unreachable until the person writes. */
    async noChat(one: Held, report: TickReport): Promise<void> {
      await settle(db, held(one), { status: "unreachable", reason: "noChat" }, clock.now());
      report.unreachable += 1;
    },
    async drop(some: { row: DueNotice; reason: DropReason }[], lease: string, report: TickReport): Promise<void> {
      for (const [reason, alike] of grouped(some, (one) => one.reason)) {
        const ids = alike.map(({ row }) => row.id);
        await settleMany(db, lease, ids, { status: "dropped", reason }, clock.now());
        report.dropped += alike.length;
      }
    },
    async settle(one: Held, chatId: bigint, outcome: SendOutcome, report: TickReport): Promise<void> {
      switch (outcome.kind) {
        case "sent":
          return sent(one, report);
        case "unreachable":
          return lose(one, chatId, outcome.reason, report);
        case "later":
          return rest(one, outcome.afterMs, "pause", report);
        case "rejected":
          return bury(one, outcome.reason, report);
        case "ambiguous":
          unsure(one, outcome.reason, report);
          return outcome.outage ? rest(one, OUTAGE_REST, outcome.reason, report) : fail(one, outcome.reason, report);
        case "failed":
          return outcome.outage ? rest(one, OUTAGE_REST, outcome.reason, report) : fail(one, outcome.reason, report);
        default:
          return unreachable(outcome);
      }
    },
  };
}
