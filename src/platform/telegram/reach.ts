/**
 * Calls that answer a person: repeated until Telegram takes them or says no. A 429 and a broken line are waited out
 * in the chat's own order; a repeat after a broken line may show a screen twice, which is better than silence.
 */
import { type Clock, SECOND } from "#core/clock.ts";
import type { Log } from "#platform/log.ts";
import { type CallFailure, readFailure } from "./errors.ts";
import type { Pace } from "./pace.ts";
import type { Resting } from "./resting.ts";

export type Reached<R> =
  | { kind: "done"; value: R }
  | Extract<CallFailure, { kind: "notModified" | "gone" | "tooOld" | "badEntities" | "unreachable" }>;

export type Reach = <R>(chatId: bigint, call: (signal: AbortSignal) => Promise<R>) => Promise<Reached<R>>;

/** Telegram refused what the bot asked for: a mistake of ours. Carries no text of a person. */
export class RefusedError extends Error {
  override name = "RefusedError";
}

/** The process is stopping; the update stays in the inbox and is handled after the next start. */
export class StoppingError extends Error {
  override name = "StoppingError";
}

const LONGEST_PAUSE = 60 * SECOND;

export type ReachParts = { clock: Clock; log: Log; pace: Pace; resting: Resting };

export function createReach({ clock, log, pace, resting }: ReachParts) {
  async function pause(failure: CallFailure, chatId: bigint, tried: number, signal: AbortSignal): Promise<void> {
    if (failure.kind === "flood") {
      pace.flooded(chatId, "reply", failure.retryAfterMs);
      await resting.during(clock.sleep(failure.retryAfterMs, signal));
      return;
    }
    log.warn("reply-repeated", { failure: failure.kind, tried });
    await resting.during(clock.sleep(Math.min(2 ** (tried - 1) * SECOND, LONGEST_PAUSE), signal));
  }

  /** What the caller is told of a failure; null: wait and call again. */
  function answerTo(failure: CallFailure): Exclude<Reached<never>, { kind: "done" }> | null {
    switch (failure.kind) {
      case "flood":
      case "safeRetry":
      case "ambiguous":
      case "serverError":
        return null;
      case "notModified":
      case "gone":
      case "tooOld":
      case "badEntities":
      case "unreachable":
        return failure;
      default:
        throw new RefusedError(failure.kind === "rejected" ? failure.reason : failure.kind);
    }
  }

  /** A way to call that ends with `StoppingError` when `signal` aborts. */
  return (signal: AbortSignal): Reach => {
    const mayCall = async (chatId: bigint): Promise<void> => {
      let turn: { kind: string };
      do {
        if (signal.aborted) throw new StoppingError("stopping");
        turn = await resting.during(pace.turn(chatId, "reply", { signal }));
      } while (turn.kind !== "go");
    };
    return async (chatId, call) => {
      for (let tried = 1; ; tried++) {
        await mayCall(chatId);
        try {
          return { kind: "done", value: await call(signal) };
        } catch (error) {
          if (signal.aborted) throw new StoppingError("stopping");
          const failure = readFailure(error);
          const answer = answerTo(failure);
          if (answer) return answer;
          await pause(failure, chatId, tried, signal);
        }
      }
    };
  };
}
