/** How updates come in: by long polling or by Telegram's calls. Changing from one to the other drops nothing. */
import type { Update } from "@grammyjs/types";
import type { Api } from "grammy";
import { type Clock, SECOND } from "#core/clock.ts";
import type { LiveConfig } from "#platform/config.ts";
import type { Log } from "#platform/log.ts";
import { readFailure } from "./errors.ts";
import { ALLOWED_UPDATES, type PollingEnd, poll } from "./poller.ts";
import type { Resting } from "./resting.ts";
import { aborts } from "./signal.ts";

export type ReceivingOutside = {
  mode: LiveConfig["mode"];
  api: Api;
  receive(updates: Update[]): Promise<void>;
  clock: Clock;
  log: Log;
  /** Counts while Telegram cannot be reached and the next attempt is waited for. */
  resting: Resting;
  heartbeat(now: Date): void;
};

const LONGEST_PAUSE = 60 * SECOND;

/** Repeats a call of the start until Telegram answers; null when it was stopped, or does not know the token. */
export async function insist<R>(
  { clock, log, resting }: Pick<ReceivingOutside, "clock" | "log" | "resting">,
  signal: AbortSignal,
  call: () => Promise<R>,
): Promise<{ kind: "done"; value: R } | { kind: "stopped" | "unauthorized" }> {
  for (let tried = 1; !signal.aborted; tried++) {
    try {
      return { kind: "done", value: await call() };
    } catch (error) {
      if (signal.aborted) break;
      const failure = readFailure(error);
      if (failure.kind === "unauthorized") return { kind: "unauthorized" };
      log.warn("telegram-not-reached", { failure: failure.kind, tried });
      const pause =
        failure.kind === "flood" ? failure.retryAfterMs : Math.min(2 ** (tried - 1) * SECOND, LONGEST_PAUSE);
      await resting.during(clock.sleep(pause, signal));
    }
  }
  return { kind: "stopped" };
}

/** Receives until `signal` aborts. With a webhook there is nothing to do but to tell Telegram of it. */
export async function receiveUpdates(outside: ReceivingOutside, signal: AbortSignal): Promise<PollingEnd> {
  const { mode, api } = outside;
  if (mode.kind === "polling") {
    const freed = await insist(outside, signal, () => api.deleteWebhook({}, aborts(signal)));
    return freed.kind === "done" ? await poll(outside, signal) : freed.kind;
  }
  const { url, secret } = mode;
  const allowed = { secret_token: secret, allowed_updates: ALLOWED_UPDATES };
  const set = await insist(outside, signal, () => api.setWebhook(url, allowed, aborts(signal)));
  if (set.kind === "done") outside.heartbeat(outside.clock.now());
  return set.kind === "unauthorized" ? "unauthorized" : "stopped";
}
