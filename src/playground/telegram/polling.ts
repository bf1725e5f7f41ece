/** getUpdates: long polling with one poller at a time; a newer poller ends the older one with 409. */
import type { Update } from "@grammyjs/types";
import type { Clock } from "#core/clock.ts";
import { conflict } from "./refusal.ts";
import type { Updates } from "./updates.ts";

const MOST = 100;
const LONGEST_SECONDS = 50;
const SECOND = 1000;

export type PollParameters = { offset?: number; limit?: number; timeout?: number; allowed_updates?: readonly string[] };
export type Polling = ReturnType<typeof createPolling>;

/** With `isTimed` false a poll waits for news however long that takes: a virtual year is then not cut into half minutes. */
export function createPolling(clock: Clock, updates: Updates, hasWebhook: () => boolean, isTimed = true) {
  let waiting: { end(outcome: Ending): void } | undefined;
  type Ending = "news" | "time" | "gone" | "newer" | "webhook";

  function wait(seconds: number, gone: AbortSignal): Promise<Ending> {
    return new Promise((resolve) => {
      const timer = new AbortController();
      const end = (ending: Ending) => {
        stopListening();
        timer.abort();
        if (waiting === me) waiting = undefined;
        gone.removeEventListener("abort", onGone);
        resolve(ending);
      };
      const onGone = () => end("gone");
      const me = { end };
      const stopListening = updates.onNews(() => end("news"));
      waiting = me;
      gone.addEventListener("abort", onGone);
      if (isTimed) void clock.sleep(seconds * SECOND, timer.signal).then(() => end("time"));
    });
  }

  /** Answers a poll; `gone` aborts when the bot's connection has closed. */
  async function poll(given: PollParameters, gone: AbortSignal): Promise<Update[]> {
    if (hasWebhook()) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    waiting?.end("newer");
    updates.allow(given.allowed_updates);
    const offset = given.offset ?? 0;
    if (offset > 0) updates.confirm(offset);
    if (offset < 0) updates.keepLast(-offset);
    const limit = Math.min(Math.max(given.limit ?? MOST, 1), MOST);
    const ready = updates.take(limit);
    const seconds = Math.min(given.timeout ?? 0, LONGEST_SECONDS);
    if (ready.length > 0 || seconds <= 0 || gone.aborted) return ready;
    const ending = await wait(seconds, gone);
    if (ending === "newer") {
      throw conflict("terminated by other getUpdates request; make sure that only one bot instance is running");
    }
    if (ending === "webhook") throw conflict("terminated by setWebhook request");
    return ending === "news" ? updates.take(limit) : [];
  }

  return { poll, isWaiting: () => waiting !== undefined, interrupt: () => waiting?.end("webhook") };
}
