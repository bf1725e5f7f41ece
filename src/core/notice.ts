/** Words that both the notices and the sender of Telegram use. */
import type { Screen } from "./screen.ts";

/**
 * In which order messages leave when Telegram's limits make them wait: what answers a person first,
 * then what reminds one person, then what goes to many.
 */
export const LANES = ["reply", "reminder", "broadcast"] as const;

export type Lane = (typeof LANES)[number];

/** What became of one message sent unasked. */
export type SendOutcome =
  | { kind: "sent"; messageId: number }
  /** The person blocked the bot, never started it, or is gone: nothing will reach this chat until they write again. */
  | { kind: "unreachable"; reason: string }
  /** Not sent, and nobody's fault: Telegram wants a pause, or the process stops. Not to be tried before `afterMs`. */
  | { kind: "later"; afterMs: number }
  /** Not sent as far as we know; with `outage` nothing gets through to Telegram at all. */
  | { kind: "failed"; reason: string; outage: boolean }
  /** The connection broke after the message was written: it may have arrived. */
  | { kind: "ambiguous"; reason: string; outage: boolean }
  /** Telegram refuses this message and would refuse it again. */
  | { kind: "rejected"; reason: string };

/** Sends the screen as a new message; `signal` ends waiting for its turn. Throws only what is a mistake of ours. */
export type Send = (
  chatId: bigint,
  screen: Screen,
  options: { lane: Lane; signal?: AbortSignal | undefined },
) => Promise<SendOutcome>;
