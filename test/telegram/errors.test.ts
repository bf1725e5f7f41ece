import { GrammyError, HttpError } from "grammy";
import { describe, expect, it } from "vitest";
import { type CallFailure, readFailure } from "#platform/telegram/errors.ts";

const refused = (code: number, description: string, parameters = {}) =>
  readFailure(
    new GrammyError("Call failed", { ok: false, error_code: code, description, parameters }, "sendMessage", {}),
  );

const broken = (error: Error & { code?: string; type?: string }) => readFailure(new HttpError("Network failed", error));
const system = (code: string, message = "") => Object.assign(new Error(message), { code, type: "system" });

describe("what Telegram's refusals mean", () => {
  it.each<[number, string, object, CallFailure]>([
    [429, "Too Many Requests: retry after 7", { retry_after: 7 }, { kind: "flood", retryAfterMs: 7_000 }],
    [429, "Too Many Requests", {}, { kind: "flood", retryAfterMs: 1_000 }],
    [403, "Forbidden: bot was blocked by the user", {}, { kind: "unreachable", reason: "blocked" }],
    [403, "Forbidden: user is deactivated", {}, { kind: "unreachable", reason: "deactivated" }],
    [403, "Forbidden: bot was kicked from the supergroup chat", {}, { kind: "unreachable", reason: "kicked" }],
    [403, "Forbidden: bot can't initiate conversation with a user", {}, { kind: "unreachable", reason: "notStarted" }],
    [403, "Forbidden: something new", {}, { kind: "unreachable", reason: "forbidden" }],
    [400, "Bad Request: chat not found", {}, { kind: "unreachable", reason: "noChat" }],
    [
      400,
      "Bad Request: group chat was upgraded to a supergroup chat",
      { migrate_to_chat_id: -1_001_234_567_890 },
      { kind: "migrated", newChatId: -1_001_234_567_890n },
    ],
    [400, "Bad Request: message is not modified: specified new message content", {}, { kind: "notModified" }],
    [400, "Bad Request: message to edit not found", {}, { kind: "gone" }],
    [400, "Bad Request: message to delete not found", {}, { kind: "gone" }],
    [400, "Bad Request: message can't be edited", {}, { kind: "gone" }],
    [400, "Bad Request: message can't be deleted for everyone", {}, { kind: "gone" }],
    [400, "Bad Request: can't parse entities: Unsupported start tag", {}, { kind: "badEntities" }],
    [400, "Bad Request: query is too old and response timeout expired or query ID is invalid", {}, { kind: "tooOld" }],
    [409, "Conflict: terminated by other getUpdates request", {}, { kind: "conflict" }],
    [401, "Unauthorized", {}, { kind: "unauthorized" }],
    [500, "Internal Server Error", {}, { kind: "serverError", code: "500", cut: false }],
    [502, "Bad Gateway", {}, { kind: "serverError", code: "502", cut: false }],
    [400, "Bad Request: message is too long", {}, { kind: "rejected", reason: "400 message is too long" }],
    [400, "Bad Request: BUTTON_DATA_INVALID", {}, { kind: "rejected", reason: "400 BUTTON_DATA_INVALID" }],
  ])("%i %s", (code, description, parameters, meaning) => {
    expect(refused(code, description, parameters)).toEqual(meaning);
  });

  it("keep nothing that may have come from a person or names one", () => {
    const { kind, ...rest } = refused(
      400,
      'Bad Request: wrong thing "Иванова Аня" in chat 123456789 for ever and ever',
    );
    expect(kind).toBe("rejected");
    expect(JSON.stringify(rest)).toBe('{"reason":"400 wrong thing"}');
  });
});

describe("what a broken connection means", () => {
  it.each<[string, Error & { code?: string; type?: string }, CallFailure]>([
    ["refused", system("ECONNREFUSED"), { kind: "safeRetry", code: "ECONNREFUSED" }],
    ["no such name", system("ENOTFOUND"), { kind: "safeRetry", code: "ENOTFOUND" }],
    ["a foreign certificate", system("CERT_HAS_EXPIRED"), { kind: "safeRetry", code: "CERT_HAS_EXPIRED" }],
    [
      "a timeout of connecting",
      system("ETIMEDOUT", "request to … failed, reason: connect ETIMEDOUT 1.2.3.4:443"),
      { kind: "safeRetry", code: "ETIMEDOUT" },
    ],
    [
      "a reset in the handshake",
      system("ECONNRESET", "Client network socket disconnected before secure TLS connection was established"),
      { kind: "safeRetry", code: "ECONNRESET" },
    ],
    ["a reset", system("ECONNRESET", "reason: socket hang up"), { kind: "ambiguous", code: "ECONNRESET" }],
    ["a timeout of reading", system("ETIMEDOUT", "reason: read ETIMEDOUT"), { kind: "ambiguous", code: "ETIMEDOUT" }],
    [
      "grammY's own timeout",
      new Error("Request to 'sendMessage' timed out after 60 seconds"),
      { kind: "ambiguous", code: "timeout" },
    ],
    [
      "an answer cut short",
      system("ERR_STREAM_PREMATURE_CLOSE"),
      { kind: "ambiguous", code: "ERR_STREAM_PREMATURE_CLOSE" },
    ],
    ["whatever else", new Error("odd"), { kind: "ambiguous", code: "broken" }],
    [
      "a page of HTML",
      Object.assign(new Error("invalid json response body at … reason: Unexpected token < in JSON"), {
        type: "invalid-json",
      }),
      { kind: "serverError", code: "notJson", cut: false },
    ],
    [
      "half of a JSON",
      Object.assign(new Error("invalid json response body at … reason: Unexpected end of JSON input"), {
        type: "invalid-json",
      }),
      { kind: "serverError", code: "halfAnswer", cut: true },
    ],
  ])("%s", (_, error, meaning) => {
    expect(broken(error)).toEqual(meaning);
  });

  it("a mistake of ours is no failure of a call and is thrown on", () => {
    expect(() => readFailure(new TypeError("x is undefined"))).toThrow(TypeError);
  });
});
