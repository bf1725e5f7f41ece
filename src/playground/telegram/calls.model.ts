/** Calls as they were made and answered, and what may be made to go wrong between a bot and Telegram. */
import type { Update } from "@grammyjs/types";

export type CallOutcome =
  | { kind: "ok"; result: unknown }
  | { kind: "refused"; code: number; description: string; retryAfter?: number }
  /** A fault that the test asked for; `done` says whether the effect took place all the same. */
  | { kind: "fault"; fault: FaultKind; done: boolean };

export type Call = {
  method: string;
  /** As they arrived, decoded from JSON; uploaded files stand as `{ file: name, size }`. */
  params: Readonly<Record<string, unknown>>;
  outcome: CallOutcome;
  /** When it arrived and when it was answered. */
  at: Date;
  doneAt: Date;
};

/** Something that a careful bot never does, such as sending again before `retry_after` has passed. */
export type Violation = { kind: "early-after-429"; method: string; chatId: number; at: Date; until: Date };

export type FaultKind =
  | "500"
  | "502-html"
  | "429"
  | "reset-before"
  | "reset-after"
  | "delay"
  | "hang"
  | "truncated"
  | "400"
  | "403"
  | "409";

export type Fault = {
  /** A method's name, a pattern, or every method but getUpdates when absent. */
  method?: string | RegExp;
  kind: FaultKind;
  /** Starts at the n-th matching call, counted from 1 since the fault was added. */
  nth?: number;
  /** How many calls it strikes; for ever when neither this nor `nth` is given, once when only `nth` is. */
  times?: number;
  /** 0 to 1; drawn from a generator seeded with `seed`, so that a run can be repeated. */
  probability?: number;
  seed?: number;
  /** Seconds, for "429". */
  retryAfter?: number;
  /** Milliseconds of the clock, for "delay". */
  ms?: number;
  /** Telegram's words, for "400", "403" and "409". */
  description?: string;
};

/** What can go wrong between a bot and Telegram; everything works until asked otherwise. */
export type Faults = {
  add(fault: Fault): { hits(): number; remove(): void };
  clear(): void;
  /** Every update is delivered this many times (1 is normal), or as often as the function says for each. */
  duplicates(times: number | ((update: Update) => number)): void;
  /** Updates wait until `window` of them can be shuffled, or until `flush`; 1 is normal. */
  reorder(window: number, seed?: number): void;
  /** Delivers what a reorder window still holds. */
  flush(): void;
  /** Every connection is cut until the returned function is called. */
  outage(): () => void;
  /** Milliseconds of the clock added to every call. */
  latency(ms: number): void;
};
