/**
 * What a failed call to Telegram means. Pure: an error goes in, a tagged outcome comes out, and nothing of the
 * error's own text goes further, because it may hold the token (in the address) or what a person wrote.
 */
import { GrammyError, HttpError } from "grammy";

export type CallFailure =
  /** 429: nothing may go before `retryAfterMs` milliseconds have passed. */
  | { kind: "flood"; retryAfterMs: number }
  /** The person blocked the bot, never started it, or is gone. */
  | { kind: "unreachable"; reason: "blocked" | "deactivated" | "kicked" | "notStarted" | "noChat" | "forbidden" }
  /** The group became a supergroup with another id. */
  | { kind: "migrated"; newChatId: bigint }
  /** An edit that would change nothing: the wished state is there. */
  | { kind: "notModified" }
  /** The message to edit or to delete is not there, or is too old for it. */
  | { kind: "gone" }
  /** The text's tags are broken: a mistake of ours. */
  | { kind: "badEntities" }
  /** A tap that came too late to be answered. */
  | { kind: "tooOld" }
  /** The connection failed before the request was written: repeating it is safe. */
  | { kind: "safeRetry"; code: string }
  /** The connection broke after the request was written: it may have been done. */
  | { kind: "ambiguous"; code: string }
  /** 5xx, an answer that is no JSON, or half of one. With `cut` the answer had begun, so it may have been done. */
  | { kind: "serverError"; code: string; cut: boolean }
  /** 409: another instance receives with the same token, or a webhook is set. */
  | { kind: "conflict" }
  /** 401 or 404 for everything: the token is wrong. */
  | { kind: "unauthorized" }
  /** Any other refusal; asking again would be refused again. */
  | { kind: "rejected"; reason: string };

/** Says what `error`, thrown by a grammY call, means. What is no error of a call is thrown on: it is a mistake of ours. */
export function readFailure(error: unknown): CallFailure {
  if (error instanceof GrammyError) return readRefusal(error);
  if (error instanceof HttpError) return readBreak(error.error);
  throw error;
}

type Refusal = {
  error_code: number;
  description: string;
  parameters: { retry_after?: number; migrate_to_chat_id?: number };
};

function readRefusal({ error_code: code, description, parameters }: Refusal): CallFailure {
  if (parameters.migrate_to_chat_id !== undefined)
    return { kind: "migrated", newChatId: BigInt(parameters.migrate_to_chat_id) };
  if (code === 429) return { kind: "flood", retryAfterMs: 1_000 * (parameters.retry_after ?? 1) };
  if (code === 409) return { kind: "conflict" };
  if (code === 401) return { kind: "unauthorized" };
  if (code >= 500) return { kind: "serverError", code: String(code), cut: false };
  if (code === 403) return { kind: "unreachable", reason: readForbidden(description) };
  return readBadRequest(code, description);
}

function readForbidden(description: string): Extract<CallFailure, { kind: "unreachable" }>["reason"] {
  if (/blocked by the user/i.test(description)) return "blocked";
  if (/deactivated/i.test(description)) return "deactivated";
  if (/kicked|not a member/i.test(description)) return "kicked";
  if (/can't initiate conversation/i.test(description)) return "notStarted";
  return "forbidden";
}

/** The server's sentences and what they mean to us; the first that fits counts. */
const BAD_REQUESTS: readonly [RegExp, CallFailure][] = [
  [/message is not modified/i, { kind: "notModified" }],
  [/message to (edit|delete|be replied|reply) not found/i, { kind: "gone" }],
  [/message (can't|cannot) be (edited|deleted)/i, { kind: "gone" }],
  [/MESSAGE_ID_INVALID/i, { kind: "gone" }],
  [/can't parse (entities|caption|message)/i, { kind: "badEntities" }],
  [/query is too old|QUERY_ID_INVALID/i, { kind: "tooOld" }],
  [/chat not found|PEER_ID_INVALID|chat_id is empty/i, { kind: "unreachable", reason: "noChat" }],
  [/user is deactivated|USER_DEACTIVATED|INPUT_USER_DEACTIVATED/i, { kind: "unreachable", reason: "deactivated" }],
];

const WORDS = 6;

function readBadRequest(code: number, description: string): CallFailure {
  const known = BAD_REQUESTS.find(([sentence]) => sentence.test(description));
  return known ? known[1] : { kind: "rejected", reason: `${code} ${sayShortly(description)}` };
}

/** The first words of the server's sentence without anything quoted: those may come from the request. */
const sayShortly = (description: string): string =>
  description
    .replace(/^Bad Request:\s*/i, "")
    .replace(/["'«“`].*$/su, "")
    .replace(/\d{4,}/g, "…")
    .trim()
    .split(/\s+/)
    .slice(0, WORDS)
    .join(" ");

/** Failures that only happen while the connection is being made. */
const BEFORE_WRITING = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EADDRNOTAVAIL", "ENETDOWN", "EPROTO"]);
const TLS = /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;
/** A timeout or reset is harmless too when it ended `connect` or the handshake. */
const WHILE_CONNECTING = /\bconnect E[A-Z]+|before secure TLS connection|reason:\s*$/;

function readBreak(cause: unknown): CallFailure {
  const { code, type, message } = describe(cause);
  if (type === "invalid-json") {
    const cut = /Unexpected end|Unterminated/i.test(message);
    return { kind: "serverError", code: cut ? "halfAnswer" : "notJson", cut };
  }
  if (BEFORE_WRITING.has(code) || TLS.test(code)) return { kind: "safeRetry", code };
  if (code !== "" && WHILE_CONNECTING.test(message)) return { kind: "safeRetry", code };
  return { kind: "ambiguous", code: code || (/timed out/i.test(message) ? "timeout" : "broken") };
}

function describe(cause: unknown): { code: string; type: string; message: string } {
  if (!(cause instanceof Error)) return { code: "", type: "", message: "" };
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
  const type = "type" in cause && typeof cause.type === "string" ? cause.type : "";
  return { code, type, message: cause.message };
}
