/** Takes out of a log's fields what must not be in a log. */
import { ROOT } from "./root.ts";

const TOKEN = /\d+:[A-Za-z0-9_-]{30,}/g;
const HIDDEN = "[hidden]";
const DEPTH = 4;
const FRAMES = 12;

/** Keys that hold people's words, names, contacts or Telegram's ids; compared without case and without _ and -. */
const PRIVATE = new Set(
  (
    "text caption payload params body update message data answer value name firstname lastname fullname title username phone " +
    "email address token secret password authorization cookie from chat user contact chatid userid fromid telegramid " +
    "senderid messageid query description url link"
  ).split(" "),
);

const isPrivate = (key: string): boolean => PRIVATE.has(key.toLowerCase().replace(/[_-]/g, ""));

/** Cuts bot tokens and these literal secrets out of a text. */
export function createScrub(secrets: string[]): (text: string) => string {
  const known = secrets
    .filter((secret) => secret.length >= 4)
    .flatMap((secret) => [secret, encodeURIComponent(secret)]);
  return (text) => known.reduce((left, secret) => left.replaceAll(secret, HIDDEN), text).replace(TOKEN, HIDDEN);
}

type Scrub = (text: string) => string;

/** The fields as they may be logged; at the top a key such as `code` or `kind` is ours, a private one is blotted out. */
export function cleanFields(fields: object, scrub: Scrub): Record<string, unknown> {
  return cleanObject(fields, scrub, DEPTH);
}

function cleanObject(fields: object, scrub: Scrub, depth: number): Record<string, unknown> {
  const clean: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    clean[key] = isPrivate(key) && value !== undefined && value !== null ? HIDDEN : cleanValue(value, scrub, depth);
  }
  return clean;
}

function cleanValue(value: unknown, scrub: Scrub, depth: number): unknown {
  if (typeof value === "string") return scrub(value);
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return typeof value === "function" ? undefined : value;
  if (value instanceof Error) return cleanError(value, scrub, depth);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "invalid date" : value.toISOString();
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (depth === 0) return HIDDEN;
  if (Array.isArray(value)) return value.slice(0, 50).map((one) => cleanValue(one, scrub, depth - 1));
  return cleanObject(value, scrub, depth - 1);
}

/** The places in the code that an error went through. Frames are recognised by their ending: a message may have many lines. */
function framesOf({ stack = "", message }: Error): string[] {
  const from = message === "" ? 0 : Math.max(0, stack.indexOf(message)) + message.length;
  return stack
    .slice(from)
    .split("\n")
    .filter((line) => /^\s+at .*(file:|node:|\/|\\)[^\s]*:\d+:\d+\)?$/.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim().replace(/^at /, "").replace("file://", "").replace(`${ROOT}/`, ""));
}

const CODES = ["code", "errno", "syscall", "error_code", "method", "status", "kind", "hint"];

function codesOf(error: Error): Record<string, string | number> {
  const codes: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(error)) {
    const short = typeof value === "number" || (typeof value === "string" && /^[\w.-]{1,60}$/.test(value));
    if (short && CODES.includes(key)) codes[key] = value;
  }
  return codes;
}

/**
 * Name, codes, places in the code and cause. The message stays out: a database, a parser or Telegram puts into it
 * what somebody wrote, and the place in the code says enough.
 */
function cleanError(error: Error, scrub: Scrub, depth: number): Record<string, unknown> {
  const cause = depth > 0 && error.cause instanceof Error ? { cause: cleanError(error.cause, scrub, depth - 1) } : {};
  const name = /^[\w.]{1,60}$/.test(error.name) ? error.name : "Error";
  return { name, ...codesOf(error), stack: framesOf(error).map(scrub), ...cause };
}
