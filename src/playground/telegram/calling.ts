/** One call of the Bot API from its bytes to what is answered: reading, faults, floods, the effect, the log. */
import type { IncomingMessage } from "node:http";
import type { Clock } from "#core/clock.ts";
import { DEFAULT_RETRY_AFTER, type Played, refusable, withoutEffect } from "./answers.ts";
import { readBody, readParameters } from "./body.ts";
import { type Dispatch, sendsTo } from "./dispatch.ts";
import type { FaultPlan } from "./faults.ts";
import type { Floods } from "./floods.ts";
import type { Call, Fault } from "./model.ts";
import { withoutBytes } from "./upload.ts";
import { methodNamed, type Parameters } from "./validate.ts";

export type CallerParts = { clock: Clock; dispatch: Dispatch; plan: FaultPlan; floods: Floods };
export type Handled = { played: Played; fault: Fault | undefined };

const LOGGED = 10_000;
const LOG_SLACK = 2_000;

export function createCaller({ clock, dispatch, plan, floods }: CallerParts) {
  const calls: Call[] = [];
  let handling = 0;

  /** Handles a call; `gone` aborts when the bot's connection closes. Rejects never, but for a mistake of ours. */
  async function handle(request: IncomingMessage, asked: string, gone: AbortSignal): Promise<Handled> {
    const at = clock.now();
    let method = asked;
    let params: Parameters = {};
    let fault: Fault | undefined;
    const played = await refusable(async () => {
      method = methodNamed(asked);
      return await counted(method, async () => {
        params = await readCall(method, request);
        fault = plan.strike(method);
        await pause(method, fault, gone);
        return await play(method, params, fault, gone);
      });
    });
    const hasFiles = request.headers["content-type"]?.startsWith("multipart/") ?? false;
    note({ method, params: hasFiles ? logged(params) : params, outcome: played.outcome, at, doneAt: clock.now() });
    return { played, fault };
  }
  /** Counts the call as being handled meanwhile; a long poll is not. */
  async function counted(method: string, run: () => Promise<Played>): Promise<Played> {
    const weight = method === "getUpdates" ? 0 : 1;
    handling += weight;
    try {
      return await run();
    } finally {
      handling -= weight;
    }
  }
  /** Waits as long as the latency and a delay say; who waits for the clock is not at work. */
  async function pause(method: string, fault: Fault | undefined, gone: AbortSignal): Promise<void> {
    const ms = plan.latency() + (fault?.kind === "delay" ? (fault.ms ?? 0) : 0);
    if (ms === 0) return;
    const weight = method === "getUpdates" ? 0 : 1;
    handling -= weight;
    await clock.sleep(ms, gone);
    handling += weight;
  }
  /** Carries the call out, or what the fault makes of it. */
  async function play(
    method: string,
    params: Parameters,
    fault: Fault | undefined,
    gone: AbortSignal,
  ): Promise<Played> {
    const chatId = sendsTo(method, params);
    if (chatId !== undefined) floods.watch(method, chatId);
    const early = fault && withoutEffect(fault);
    if (early) {
      if (fault.kind === "429" && chatId !== undefined) floods.tell(chatId, fault.retryAfter ?? DEFAULT_RETRY_AFTER);
      return early;
    }
    const result = await dispatch(method, params, gone);
    const lost = fault?.kind === "reset-after" || fault?.kind === "truncated";
    const outcome = lost
      ? ({ kind: "fault", fault: fault.kind, done: true } as const)
      : ({ kind: "ok", result } as const);
    return { outcome, status: 200, body: JSON.stringify({ ok: true, result }) };
  }
  function note(call: Call): void {
    calls.push(call);
    if (calls.length > LOGGED + LOG_SLACK) calls.splice(0, LOG_SLACK);
  }

  return { handle, calls, inFlight: () => handling };
}

async function readCall(method: string, request: IncomingMessage): Promise<Parameters> {
  const body = await readBody(request);
  const query = new URL(request.url ?? "/", "http://local").searchParams;
  return readParameters(method, request.headers["content-type"] ?? "", body, query);
}

const logged = (params: Parameters): Parameters =>
  Object.fromEntries(Object.entries(params).map(([key, value]) => [key, withoutBytes(value)]));
