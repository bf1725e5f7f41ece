/**
 * Telegram's pace: how soon the next message may leave. One for the whole process, on the injected clock.
 * What answers a person never waits for our own limits, only for Telegram's 429; it is counted all the same,
 * so that reminders and broadcasts make room. Memory: only chats of the last seconds are remembered.
 */
import { type Clock, MINUTE, SECOND } from "#core/clock.ts";
import { LANES, type Lane } from "#core/notice.ts";
import { createChats } from "./pace-chats.ts";
import { createQueue, type Patience, type Turn } from "./pace-queue.ts";

export type PaceLimits = {
  /** Messages a second to all chats together, and how many may leave at once after a pause. */
  overall: { perSecond: number; burst: number };
  /** Messages a second to one chat, likewise. */
  chat: { perSecond: number; burst: number };
};

/** 25 a second with a burst of 4 stay below Telegram's 30 in any second. */
export const TELEGRAM_PACE: PaceLimits = {
  overall: { perSecond: 25, burst: 4 },
  chat: { perSecond: 1, burst: 3 },
};

export type Pace = {
  /**
   * Waits for this message's turn, for at most `patienceMs` (without it: as long as needed). `signal` ends the waiting with `later`.
   * Of those who wait, the lanes go in their order, and within a lane one chat's messages in theirs.
   */
  turn(chatId: bigint, lane: Lane, wait?: Patience): Promise<Turn>;
  /**
   * Tells of a 429. Until `retryAfterMs` has passed the chat is silent in every lane, and so are the lane of the message
   * and those after it. An answer that was refused because its own chat had been written to often pauses that chat only;
   * an answer refused for no such reason means that the bot as a whole is too fast, and everything waits.
   */
  flooded(chatId: bigint, lane: Lane, retryAfterMs: number): void;
  /** Tells that Telegram answered, in whatever words: an outage is over. */
  answered(): void;
  /**
   * Tells that a call broke on its way. After several in a row Telegram counts as down: reminders and broadcasts
   * pause for 1, 2, 4 … 60 s, and true is returned. Answers go on trying, for a person waits for them.
   */
  broke(): boolean;
  /** How long this lane as a whole is paused, in milliseconds; 0 when it is not. */
  pausedFor(lane: Lane): number;
  /** Chats remembered now; for tests and metrics. */
  chatsKnown(): number;
};

/** Telegram counts whole seconds and its clock is not ours. */
const MARGIN_MS = 50;

/** So many calls broken in a row are an outage: as many as may be on their way at once. */
const OUTAGE_AFTER = 8;
const LONGEST_PAUSE = MINUTE;

export type PaceParts = {
  clock: Clock;
  limits?: PaceLimits;
  /** Told of each 429. */
  onFlood?: () => void;
};

export function createPace({ clock, limits = TELEGRAM_PACE, onFlood }: PaceParts): Pace {
  const chats = createChats(limits.chat);
  const step = SECOND / limits.overall.perSecond;
  const slack = (limits.overall.burst - 1) * step;
  /** The overall bucket: when it would be full again after what was sent. */
  let filledAt = 0;
  const lanePause: Record<Lane, number> = { reply: 0, reminder: 0, broadcast: 0 };
  let broken = 0;

  const readyAt = (chatId: bigint, lane: Lane): number => {
    const pause = Math.max(lanePause[lane], chats.pausedUntil(chatId));
    return lane === "reply" ? pause : Math.max(pause, chats.freeAt(chatId), filledAt - slack);
  };
  const count = (chatId: bigint, now: number) => {
    filledAt = Math.min(Math.max(filledAt, now) + step, now + SECOND + slack);
    chats.count(chatId, now);
  };
  const queue = createQueue({ clock, readyAt, onGo: count });
  const pauseFrom = (lane: Lane, until: number) => {
    for (const paused of LANES.slice(LANES.indexOf(lane))) lanePause[paused] = Math.max(lanePause[paused], until);
  };

  return {
    turn: queue.turn,
    flooded(chatId, lane, retryAfterMs) {
      onFlood?.();
      const now = clock.monotonic();
      const until = now + retryAfterMs + MARGIN_MS;
      chats.pause(chatId, until);
      if (lane !== "reply" || !chats.isBusy(chatId, now)) pauseFrom(lane, until);
    },
    answered() {
      broken = 0;
    },
    broke() {
      broken += 1;
      if (broken < OUTAGE_AFTER) return false;
      const pause = Math.min(LONGEST_PAUSE, SECOND * 2 ** Math.floor((broken - OUTAGE_AFTER) / OUTAGE_AFTER));
      pauseFrom("reminder", clock.monotonic() + pause);
      return true;
    },
    pausedFor: (lane) => Math.max(0, lanePause[lane] - clock.monotonic()),
    chatsKnown: () => chats.size(),
  };
}
