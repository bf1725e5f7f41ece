/** Fetches updates by long polling into the inbox. A batch is confirmed only after it is committed there. */
import type { Update } from "@grammyjs/types";
import type { Api } from "grammy";
import { type Clock, SECOND } from "#core/clock.ts";
import type { Log } from "#platform/log.ts";
import { readFailure } from "./errors.ts";
import type { Resting } from "./resting.ts";
import { aborts } from "./signal.ts";

/** All kinds that the bot understands; Telegram keeps the list of the last call, so it is sent with every one. */
export const ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"] as const;

export type PollerOutside = {
  api: Api;
  receive(updates: Update[]): Promise<void>;
  clock: Clock;
  log: Log;
  resting: Resting;
  /** Told after each answer of Telegram. */
  heartbeat(now: Date): void;
};

/** Why polling ended: it was asked to, another instance polls with the same token, or the token is not valid. */
export type PollingEnd = "stopped" | "conflict" | "unauthorized";

const POLL_SECONDS = 30;
const LONGEST_PAUSE = 30 * SECOND;
/** Two polls of one instance may overlap for a moment after a restart: only a conflict that lasts is another instance. */
const CONFLICTS = 5;

type Fetched = { kind: "ok" } | { kind: "failed"; failure: ReturnType<typeof failureOf> };

/** Fetches a batch and has it committed before `from` moves past it. */
async function fetchOnce(outside: PollerOutside, from: { offset: number }, signal: AbortSignal): Promise<Fetched> {
  const wait = { offset: from.offset, limit: 100, timeout: POLL_SECONDS, allowed_updates: ALLOWED_UPDATES };
  try {
    const updates = await outside.api.getUpdates(wait, aborts(signal));
    outside.heartbeat(outside.clock.now());
    await outside.receive(updates);
    const last = updates.at(-1);
    if (last) from.offset = last.update_id + 1;
    return { kind: "ok" };
  } catch (error) {
    return { kind: "failed", failure: failureOf(error) };
  }
}

/** Polls until `signal` aborts or Telegram refuses for good. */
export async function poll(outside: PollerOutside, signal: AbortSignal): Promise<PollingEnd> {
  const { clock, log, resting } = outside;
  const from = { offset: 0 };
  let failed = 0;
  let conflicts = 0;
  while (!signal.aborted) {
    const fetched = await fetchOnce(outside, from, signal);
    if (signal.aborted) break;
    if (fetched.kind === "ok") {
      failed = 0;
      conflicts = 0;
      continue;
    }
    const { failure } = fetched;
    failed += 1;
    conflicts = failure.kind === "conflict" ? conflicts + 1 : 0;
    if (failure.kind === "unauthorized") return "unauthorized";
    if (conflicts >= CONFLICTS) return "conflict";
    log.warn("poll-failed", { failure: failure.kind, failed });
    const pause = failure.kind === "flood" ? failure.retryAfterMs : Math.min(2 ** (failed - 1) * SECOND, LONGEST_PAUSE);
    await resting.during(clock.sleep(pause, signal));
  }
  return "stopped";
}

/** A failed call to Telegram, or (nothing of Telegram's) a database that did not take the batch: both are tried again. */
function failureOf(error: unknown) {
  try {
    return readFailure(error);
  } catch {
    return { kind: "notStored" } as const;
  }
}
