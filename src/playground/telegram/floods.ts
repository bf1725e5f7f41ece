/**
 * Telegram's limits on sending: about one message a second in a private chat with a small burst, twenty a minute in a
 * group, thirty a second in all. Also remembers who was told to wait and sent all the same.
 */
import type { Clock } from "#core/clock.ts";
import type { Violation } from "./model.ts";
import { tooMany } from "./refusal.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const CHAT_BURST = 4;
const GROUP_PER_MINUTE = 20;
const OVERALL_PER_SECOND = 30;
/** Clocks on two sides of a connection tick in whole milliseconds. */
const TOLERANCE = 1;

type Bucket = { level: number; at: number };
export type Floods = ReturnType<typeof createFloods>;

export function createFloods(clock: Clock, limits: "telegram" | "none") {
  const chats = new Map<number, Bucket>();
  const groups = new Map<number, number[]>();
  const overall: Bucket = { level: 0, at: clock.monotonic() };
  const told = new Map<number, { until: number; untilDate: Date }>();
  const violations: Violation[] = [];

  /** Notes that the bot was told to leave a chat alone for some seconds. */
  function tell(chatId: number, seconds: number): void {
    const until = clock.monotonic() + seconds * SECOND;
    told.set(chatId, { until, untilDate: new Date(clock.now().getTime() + seconds * SECOND) });
  }
  /** Called for every call that sends to a chat, before anything else is looked at. */
  function watch(method: string, chatId: number): void {
    const order = told.get(chatId);
    if (!order) return;
    if (clock.monotonic() < order.until - TOLERANCE) {
      violations.push({ kind: "early-after-429", method, chatId, at: clock.now(), until: order.untilDate });
    } else told.delete(chatId);
  }
  /** Throws 429 when the chat or the bot has had too many messages; otherwise counts one. */
  function spend(chatId: number): void {
    if (limits === "none") return;
    const now = clock.monotonic();
    const waits = [drip(overall, OVERALL_PER_SECOND, OVERALL_PER_SECOND, now)];
    if (chatId < 0) waits.push(groupWait(chatId, now));
    else waits.push(drip(bucketOf(chatId, now), CHAT_BURST, 1, now));
    const wait = Math.max(...waits);
    if (wait > 0) {
      const seconds = Math.max(1, Math.ceil(wait / SECOND));
      tell(chatId, seconds);
      throw tooMany(seconds);
    }
    overall.level++;
    if (chatId < 0) groups.get(chatId)?.push(now);
    else bucketOf(chatId, now).level++;
  }
  function bucketOf(chatId: number, now: number): Bucket {
    const found = chats.get(chatId) ?? { level: 0, at: now };
    chats.set(chatId, found);
    return found;
  }
  function groupWait(chatId: number, now: number): number {
    const recent = (groups.get(chatId) ?? []).filter((at) => at > now - MINUTE);
    groups.set(chatId, recent);
    const first = recent.at(-GROUP_PER_MINUTE);
    return first === undefined ? 0 : first + MINUTE - now;
  }

  return { tell, watch, spend, violations: () => [...violations] };
}

/** Lets the bucket leak, and says how many milliseconds until one more fits. */
function drip(bucket: Bucket, capacity: number, perSecond: number, now: number): number {
  bucket.level = Math.max(0, bucket.level - ((now - bucket.at) * perSecond) / SECOND);
  bucket.at = now;
  return bucket.level + 1 <= capacity ? 0 : ((bucket.level + 1 - capacity) / perSecond) * SECOND;
}
