/** What a call is answered with: its result, a refusal, or what a fault makes of it. */
import type { CallOutcome, Fault } from "./model.ts";
import { Refusal, tooMany } from "./refusal.ts";

export type Played = { outcome: CallOutcome; status: number; body: string };

/** Seconds of a 429 that does not say how many. */
export const DEFAULT_RETRY_AFTER = 5;
const BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>";

/** Runs a call; a refusal becomes its answer, anything else a 500, as with the real server. */
export async function refusable(run: () => Promise<Played>): Promise<Played> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    return {
      ...refused(new Refusal(500, `Internal Server Error: ${error instanceof Error ? error.message : "unknown"}`)),
    };
  }
}

function refused({ code, message, parameters }: Refusal): Played {
  const retry = parameters?.retry_after;
  return {
    outcome: { kind: "refused", code, description: message, ...(retry === undefined ? {} : { retryAfter: retry }) },
    status: code,
    body: JSON.stringify({ ok: false, error_code: code, description: message, ...(parameters ? { parameters } : {}) }),
  };
}

/** What a fault answers without carrying the call out; undefined when it lets the call through. */
export function withoutEffect(fault: Fault): Played | undefined {
  const outcome: CallOutcome = { kind: "fault", fault: fault.kind, done: false };
  const saying = (refusal: Refusal): Played => ({ ...refused(refusal), outcome });
  switch (fault.kind) {
    case "500":
      return saying(new Refusal(500, fault.description ?? "Internal Server Error"));
    case "502-html":
      return { outcome, status: 502, body: BAD_GATEWAY };
    case "429":
      return saying(tooMany(fault.retryAfter ?? DEFAULT_RETRY_AFTER));
    case "400":
      return saying(new Refusal(400, fault.description ?? "Bad Request"));
    case "403":
      return saying(new Refusal(403, fault.description ?? "Forbidden"));
    case "409":
      return saying(new Refusal(409, fault.description ?? "Conflict"));
    case "reset-before":
    case "hang":
      return { outcome, status: 0, body: "" };
    default:
      return undefined;
  }
}

export const errorBody = (code: number, description: string): string =>
  JSON.stringify({ ok: false, error_code: code, description });
