import { after, MINUTE } from "#core/clock.ts";
import type { NoticeId } from "#core/ids.ts";
import { LANES, type Send, type SendOutcome } from "#core/notice.ts";
import type { T } from "#core/screen.ts";
import type { Db } from "#platform/db/index.ts";
import { createPlaces } from "#platform/places.ts";
import type { Activity } from "./activity.service.ts";
import { type Address, createEndings, type EndingParts } from "./endings.service.ts";
import type { Kinds } from "./kinds.service.ts";
import type { Direction, DueNotice, TickReport } from "./model.ts";
import { grouped, markLate } from "./rules.ts";
import { type Sifted, sift } from "./sift.service.ts";
import { begin } from "./store.ts";

export type DeliveryParts = EndingParts & {
  kinds: Kinds;
  send: Send;
  activity: Activity;
  /** Where each of these goes, by its id; what is missing goes to the person it was planned for. */
  direct?(db: Db, rows: readonly DueNotice[]): Promise<Map<NoticeId, Direction>>;
};

/**
 * As many sends may be on their way at once, and so as many may be repeated after a kill: 8.
 * One place is kept for answers, for the others may all be waiting for Telegram's pace.
 */
const PLACES = { answers: 1, others: 7 };

/** Longer than one send may take, with its waiting and its one repetition as plain text. */
export const LEASE = 3 * MINUTE;

type Ready = Sifted["ready"][number] & { address: Address; lease: string; lead: ((t: T) => string) | null };
type Directed = Sifted["ready"][number] & Extract<Direction, { kind: "to" }>;

/** Says claimed notices and has it written down what became of each. */
export function createDelivery(parts: DeliveryParts) {
  const { database, clock, send, log, activity } = parts;
  const endings = createEndings(parts);
  const answers = createPlaces(PLACES.answers);
  const others = createPlaces(PLACES.others);
  /** Ids that were sent but could not be settled: when they come again, they are settled and not sent. */
  const sentUnsettled = new Set<string>();

  const say = async (one: Ready, signal: AbortSignal): Promise<SendOutcome | "broke"> => {
    const { row, say, isMarked, address, lead } = one;
    try {
      const said = await say(address.t);
      const screen = lead ? markLate(said, lead(address.t)) : said;
      const shown = isMarked ? markLate(screen, address.t("notices-late")) : screen;
      return await send(address.chatId, shown, { lane: row.lane, signal });
    } catch (error) {
      log.error("notice-broke", { noticeId: row.id, kind: row.kind, error });
      return "broke";
    }
  };
  const deliverOne = async (one: Ready, signal: AbortSignal, report: TickReport) => {
    const { row, lease } = one;
    const isMine = await begin(database.db, { id: row.id, lease }, after(clock.now(), LEASE), row.attempts + 1);
    if (!isMine) return;
    if (sentUnsettled.has(one.row.id)) await endings.sent(one, report);
    else {
      const outcome = await say(one, signal);
      if (outcome === "broke") return endings.fail(one, "broke", report);
      if (outcome.kind === "sent") sentUnsettled.add(one.row.id);
      await endings.settle(one, one.address.chatId, outcome, report);
    }
    sentUnsettled.delete(one.row.id);
  };
  const deliverChat = async (some: Ready[], signal: AbortSignal, report: TickReport) => {
    for (const one of some) {
      if (signal.aborted) return;
      try {
        await deliverOne(one, signal, report);
      } catch (error) {
        log.error("notice-unsettled", { noticeId: one.row.id, kind: one.row.kind, error });
      }
    }
  };
  /** Each with the people who may be told, in order; what is for nobody is dropped. */
  const findReaders = async (ready: Sifted["ready"], lease: string, report: TickReport): Promise<Directed[]> => {
    const directions = await parts.direct?.(
      database.db,
      ready.map(({ row }) => row),
    );
    const directed: Directed[] = [];
    for (const one of ready) {
      const { row } = one;
      const direction = directions?.get(row.id) ?? { kind: "to", personIds: [row.personId], lead: null };
      if (direction.kind === "to") directed.push({ ...one, ...direction });
      else await endings.drop([{ row, reason: direction.reason }], lease, report);
    }
    return directed;
  };
  const findAddresses = async (sifted: Sifted, lease: string, report: TickReport): Promise<Ready[]> => {
    const directed = await findReaders(sifted.ready, lease, report);
    const people = [...new Set(directed.flatMap(({ personIds }) => personIds))];
    const addresses = await parts.addressOf(database.db, people);
    const reachable: Ready[] = [];
    for (const one of directed) {
      const [address] = one.personIds.flatMap((id) => addresses.get(id) ?? []);
      if (address) reachable.push({ ...one, address, lease });
      else await endings.noChat({ row: one.row, lease }, report);
    }
    return reachable;
  };

  const prepare = async (rows: readonly DueNotice[], lease: string, report: TickReport) => {
    const sifted = await sift(parts, rows);
    await endings.drop(sifted.dropped, lease, report);
    for (const { row, reason } of sifted.broken) await endings.fail({ row, lease }, reason, report);
    return grouped(await findAddresses(sifted, lease, report), ({ address }) => address.chatId);
  };

  /**
   * Rows of one claim, from claimed to settled; many chats at once, each in its order.
   * What `signal` leaves undone stays claimed: the caller releases it.
   */
  return async (rows: readonly DueNotice[], lease: string, signal: AbortSignal, report: TickReport): Promise<void> => {
    const chats = await activity.during(() => prepare(rows, lease, report));
    const lane = rows[0]?.lane ?? "broadcast";
    const places = lane === "reply" ? answers : others;
    await Promise.all(
      chats.map(([, some]) =>
        places.run(LANES.indexOf(lane), () => activity.during(() => deliverChat(some, signal, report))),
      ),
    );
  };
}
