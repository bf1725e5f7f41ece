/** The HTTP server of the process: health, metrics, and the webhook when updates come that way. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isSameSecret, readBody } from "./http-body.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";

/** What `/healthz` tells; anything else that is said goes out as JSON. Our own codes and figures only. */
export type Health = { ok: boolean } & Record<string, unknown>;

export type Webhook = {
  path: string;
  /** What Telegram shows in `X-Telegram-Bot-Api-Secret-Token`. */
  secret: string;
  /** Resolves when the update is committed; only then Telegram is told that it arrived. */
  onUpdate(update: unknown): Promise<void>;
};

export type HttpOptions = {
  /** 0 is any free port. */
  port: number;
  /** All interfaces when left out. */
  host?: string;
  health(): Promise<Health>;
  metrics: Metrics;
  webhook?: Webhook;
  log: Log;
};

export type Http = {
  port: number;
  /** Takes no further requests and waits for those at work. */
  close(): Promise<void>;
};

export type HttpOpened = { kind: "open"; http: Http } | { kind: "portTaken" } | { kind: "refused"; code: string };

/** Telegram's updates are a few kilobytes; the longest ones known stay far below this. */
const BODY_BYTES = 1_000_000;
const REQUEST_MS = 30_000;

type Answer = { status: number; body?: string; type?: string; close?: boolean };
const plain = (status: number, body: string): Answer => ({ status, body, type: "text/plain; charset=utf-8" });

/** The body is read only after the secret was right, so that strangers cost nothing. */
async function takeUpdate(request: IncomingMessage, { secret, onUpdate }: Webhook, log: Log): Promise<Answer> {
  if (!isSameSecret(request.headers["x-telegram-bot-api-secret-token"], secret)) {
    return { ...plain(401, "wrong secret"), close: true };
  }
  const body = await readBody(request, BODY_BYTES);
  if (body.kind === "tooBig") return { ...plain(413, "too big"), close: true };
  if (body.kind === "notJson") return plain(400, "not JSON");
  try {
    await onUpdate(body.value);
    return plain(200, "");
  } catch (error) {
    log.error("webhook-not-taken", { error });
    return plain(503, "try again");
  }
}

async function answer(request: IncomingMessage, { health, metrics, webhook, log }: HttpOptions): Promise<Answer> {
  const path = (request.url ?? "").split("?")[0];
  const reading = request.method === "GET" || request.method === "HEAD";
  if (webhook && path === webhook.path) {
    return request.method === "POST" ? takeUpdate(request, webhook, log) : plain(405, "POST only");
  }
  if (path === "/healthz" || path === "/metrics") {
    if (!reading) return plain(405, "GET only");
    if (path === "/metrics") return { status: 200, body: await metrics.text(), type: metrics.contentType };
    const state = await health();
    return { status: state.ok ? 200 : 503, body: JSON.stringify(state), type: "application/json" };
  }
  return plain(404, "nothing here");
}

function send(response: ServerResponse, { status, body = "", type, close }: Answer): void {
  if (type !== undefined) response.setHeader("content-type", type);
  response.setHeader("cache-control", "no-store");
  if (close) response.setHeader("connection", "close");
  response.writeHead(status).end(body);
}

async function serve(request: IncomingMessage, response: ServerResponse, options: HttpOptions): Promise<void> {
  try {
    send(response, await answer(request, options));
  } catch (error) {
    options.log.error("request-failed", { error });
    if (!response.headersSent) send(response, plain(503, "failed"));
  }
}

/** Listens; a port that is taken is told as a value, for the operator can choose another. */
export function openHttp(options: HttpOptions): Promise<HttpOpened> {
  const atWork = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    atWork.add(response);
    response.on("close", () => atWork.delete(response));
    void serve(request, response, options);
  });
  server.requestTimeout = REQUEST_MS;
  return new Promise((resolve) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      resolve(
        error.code === "EADDRINUSE" ? { kind: "portTaken" } : { kind: "refused", code: error.code ?? error.name },
      );
    });
    server.listen(options.port, options.host, () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : options.port;
      server.removeAllListeners("error").on("error", (error) => options.log.error("http-failed", { error }));
      resolve({ kind: "open", http: { port, close: () => closed(server, atWork) } });
    });
  });
}

/** Whoever keeps a connection open for a next request is sent away once the request at work is answered. */
function closed(server: Server, atWork: Set<ServerResponse>): Promise<void> {
  for (const response of atWork) if (!response.headersSent) response.setHeader("connection", "close");
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
