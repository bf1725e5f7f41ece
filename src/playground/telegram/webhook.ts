/**
 * The webhook: each update is posted until the bot answers 2xx, in order per chat, with callbacks in a queue of their
 * own per person. Failures wait on the clock: doubling up to a minute, or as long as the bot's Retry-After says.
 */
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { WebhookInfo } from "@grammyjs/types";
import type { Clock } from "#core/clock.ts";
import { badRequest } from "./refusal.ts";
import type { Entry, Updates } from "./updates.ts";

const SECOND = 1000;
const LONGEST_PAUSE = 60;
const LONGEST_RETRY_AFTER = 3600;
const TIMEOUT = 60 * SECOND;
const DEFAULT_CONNECTIONS = 40;
const PORTS = ["", "443", "80", "88", "8443"];
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

export type WebhookParameters = {
  url: string;
  secret_token?: string;
  max_connections?: number;
  drop_pending_updates?: boolean;
  allowed_updates?: readonly string[];
};
type Answer = { status: number; retryAfter?: number } | { error: string };
export type Webhook = ReturnType<typeof createWebhook>;

export function createWebhook(clock: Clock, updates: Updates) {
  let settings: WebhookParameters | undefined;
  let stop = new AbortController();
  let posting = 0;
  let lastError: { date: number; message: string } | undefined;
  const busy = new Set<string>();
  updates.onNews(pump);

  /** Starts a delivery for every lane that is free and has something to deliver. */
  function pump(): void {
    if (!settings) return;
    updates.expire();
    const most = settings.max_connections ?? DEFAULT_CONNECTIONS;
    for (const entry of updates.entries()) {
      if (busy.size >= most) return;
      const lane = laneOf(entry);
      if (busy.has(lane)) continue;
      busy.add(lane);
      void deliver(entry, lane, settings, stop.signal);
    }
  }

  async function deliver(entry: Entry, lane: string, to: WebhookParameters, stopped: AbortSignal): Promise<void> {
    for (let attempt = 0; !stopped.aborted && clock.monotonic() < entry.expiresAt; attempt++) {
      const answer = await post(entry, to, stopped);
      if (stopped.aborted) return;
      const trouble = troubleIn(answer);
      if (!trouble) break;
      lastError = { date: Math.floor(clock.now().getTime() / SECOND), message: trouble.why };
      await clock.sleep(pauseAfter(trouble.retryAfter, attempt) * SECOND, stopped);
    }
    if (stopped.aborted) return;
    updates.remove(entry);
    busy.delete(lane);
    pump();
  }

  async function post(entry: Entry, to: WebhookParameters, stopped: AbortSignal): Promise<Answer> {
    posting++;
    const ended = new AbortController();
    const late = clock
      .sleep(TIMEOUT, AbortSignal.any([ended.signal, stopped]))
      .then(() => ({ error: "Read timeout expired" }));
    try {
      return await Promise.race([
        send(to, JSON.stringify(entry.update), AbortSignal.any([ended.signal, stopped])),
        late,
      ]);
    } finally {
      posting--;
      ended.abort();
    }
  }

  function set(given: WebhookParameters): string {
    if (given.url !== "") checkWebhook(given);
    if (given.drop_pending_updates) updates.clear();
    updates.allow(given.allowed_updates);
    const before = settings?.url ?? "";
    stop.abort();
    stop = new AbortController();
    busy.clear();
    settings = given.url === "" ? undefined : given;
    pump();
    if (given.url === "") return before === "" ? "Webhook is already deleted" : "Webhook was deleted";
    return before === given.url ? "Webhook is already set" : "Webhook was set";
  }

  function info(): WebhookInfo {
    const allowed = updates.allowed();
    return {
      url: settings?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: updates.pending(),
      ...(settings ? { max_connections: settings.max_connections ?? DEFAULT_CONNECTIONS } : {}),
      ...(lastError ? { last_error_date: lastError.date, last_error_message: lastError.message } : {}),
      ...(allowed.length > 0 ? { allowed_updates: allowed.filter(isUpdateType) } : {}),
    };
  }

  return { set, info, isSet: () => settings !== undefined, posting: () => posting, url: () => settings?.url ?? "" };
}

type UpdateType = NonNullable<WebhookInfo["allowed_updates"]>[number];
const isUpdateType = (type: string): type is UpdateType => type !== "";

function laneOf({ update }: Entry): string {
  if (update.callback_query) return `tap ${update.callback_query.from.id}`;
  const chat = update.message?.chat ?? update.edited_message?.chat ?? update.my_chat_member?.chat;
  return `chat ${chat?.id ?? 0}`;
}

function checkWebhook({ url, secret_token, max_connections }: WebhookParameters): void {
  if (!URL.canParse(url)) throw badRequest("invalid webhook URL specified");
  const { protocol, hostname, port } = new URL(url);
  if (!LOOPBACK.has(hostname)) {
    if (protocol !== "https:") throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
    if (!PORTS.includes(port)) throw badRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
  }
  if (secret_token !== undefined) {
    if (secret_token.length > 256) throw badRequest("secret token is too long");
    if (!/^[A-Za-z0-9_-]*$/.test(secret_token)) throw badRequest("secret token contains unallowed characters");
  }
  if (max_connections !== undefined && (max_connections < 1 || max_connections > 100)) {
    throw badRequest("max_connections must be between 1 and 100");
  }
}

function send(to: WebhookParameters, body: string, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve) => {
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      ...(to.secret_token ? { "x-telegram-bot-api-secret-token": to.secret_token } : {}),
    };
    const open = to.url.startsWith("https:") ? httpsRequest : httpRequest;
    const sent = open(to.url, { method: "POST", headers, signal }, (response) => {
      response.resume();
      response.on("error", (error) => resolve({ error: error.message }));
      response.on("end", () => {
        const asked = Number(response.headers["retry-after"]);
        const status = response.statusCode ?? 0;
        resolve(asked > 0 ? { status, retryAfter: asked } : { status });
      });
    });
    sent.on("error", (error) => resolve({ error: error.message }));
    sent.end(body);
  });
}

/** What was wrong with the webhook's answer; null: nothing. */
function troubleIn(answer: Answer): { why: string; retryAfter?: number | undefined } | null {
  if ("error" in answer) return { why: answer.error };
  if (answer.status >= 200 && answer.status < 300) return null;
  return { why: `Wrong response from the webhook: ${answer.status}`, retryAfter: answer.retryAfter };
}

/** Seconds until the next attempt: what was asked for, or twice as long each time. */
const pauseAfter = (asked: number | undefined, attempt: number): number =>
  asked === undefined ? Math.min(2 ** attempt, LONGEST_PAUSE) : Math.min(asked, LONGEST_RETRY_AFTER);
