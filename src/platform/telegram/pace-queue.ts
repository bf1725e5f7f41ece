/** Those who wait for their turn to send: the lanes in their order, within a lane whoever can go first, each chat in its order. */
import type { Clock } from "#core/clock.ts";
import { LANES, type Lane } from "#core/notice.ts";

export type Turn =
  /** Send now. */
  | { kind: "go" }
  /** Not within the time that the caller would wait; `afterMs` is a good moment to ask again. */
  | { kind: "later"; afterMs: number };

/** How long a caller would wait for its turn (without it: as long as needed), and what ends the waiting early. */
export type Patience = { patienceMs?: number; signal?: AbortSignal | undefined };

type Waiter = { chatId: bigint; lane: Lane; grant: () => void };

type QueueParts = {
  clock: Clock;
  /** From when one more message of this lane may go to this chat, on the monotonic clock. */
  readyAt(chatId: bigint, lane: Lane): number;
  /** Somebody goes at `now`. */
  onGo(chatId: bigint, now: number): void;
};

export function createQueue({ clock, readyAt, onGo }: QueueParts) {
  const waiting: Record<Lane, Waiter[]> = { reply: [], reminder: [], broadcast: [] };
  let pumping: AbortController | undefined;

  /** The waiter whose turn is first, and when it comes. */
  const next = (now: number): { waiter: Waiter; at: number } | undefined => {
    let first: { waiter: Waiter; at: number } | undefined;
    for (const lane of LANES)
      for (const waiter of waiting[lane]) {
        const at = Math.max(now, readyAt(waiter.chatId, lane));
        if (!first || at < first.at) first = { waiter, at };
        if (at === now) return first;
      }
    return first;
  };
  const drop = (waiter: Waiter) => {
    waiting[waiter.lane] = waiting[waiter.lane].filter((other) => other !== waiter);
  };
  /** Grants turns while anybody waits; restarted when somebody new comes, for he may be first. */
  const pump = async () => {
    pumping?.abort();
    const mine = new AbortController();
    pumping = mine;
    for (let first = next(clock.monotonic()); first; first = next(clock.monotonic())) {
      const now = clock.monotonic();
      if (first.at > now) {
        await clock.sleep(first.at - now, mine.signal);
        if (mine.signal.aborted) return;
        continue;
      }
      drop(first.waiter);
      onGo(first.waiter.chatId, now);
      first.waiter.grant();
    }
  };
  const later = (chatId: bigint, lane: Lane): Turn => {
    return { kind: "later", afterMs: Math.max(1, readyAt(chatId, lane) - clock.monotonic()) };
  };
  const join = (chatId: bigint, lane: Lane, { patienceMs, signal }: Patience) =>
    new Promise<Turn>((resolve) => {
      const settled = new AbortController();
      const settle = (turn: Turn) => {
        settled.abort();
        signal?.removeEventListener("abort", leave);
        resolve(turn);
      };
      const waiter: Waiter = { chatId, lane, grant: () => settle({ kind: "go" }) };
      const leave = () => {
        if (settled.signal.aborted) return;
        drop(waiter);
        settle(later(chatId, lane));
      };
      waiting[lane].push(waiter);
      signal?.addEventListener("abort", leave, { once: true });
      if (patienceMs !== undefined) void clock.sleep(patienceMs, settled.signal).then(leave);
      void pump();
    });

  return {
    /** See `Pace.turn`. */
    async turn(chatId: bigint, lane: Lane, wait: Patience = {}): Promise<Turn> {
      const now = clock.monotonic();
      const at = readyAt(chatId, lane);
      const isChatsNext = waiting[lane].every((other) => other.chatId !== chatId);
      if (at <= now && isChatsNext && (lane === "reply" || next(now)?.at !== now)) {
        onGo(chatId, now);
        return { kind: "go" };
      }
      const isTooFar = wait.patienceMs !== undefined && at - now > wait.patienceMs;
      return wait.signal?.aborted || isTooFar ? later(chatId, lane) : join(chatId, lane, wait);
    },
  };
}
