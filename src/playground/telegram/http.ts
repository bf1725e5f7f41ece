/** The HTTP face: `/bot<token>/<method>` and `/file/bot<token>/<path>`, with faults on the way in and out. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Clock } from "#core/clock.ts";
import { DEFAULT_RETRY_AFTER, errorBody, type Played, refusable, withoutEffect } from "./answers.ts";
import { readBody, readParameters } from "./body.ts";
import { type Dispatch, sendsTo } from "./dispatch.ts";
import type { FaultPlan } from "./faults.ts";
import type { Floods } from "./floods.ts";
import type { Call, Fault } from "./model.ts";
import { withoutBytes } from "./upload.ts";
import { methodNamed, type Parameters } from "./validate.ts";
import type { StoredFile } from "./world.ts";

export type ServerParts = {
  clock: Clock;
  token: string;
  dispatch: Dispatch;
  plan: FaultPlan;
  floods: Floods;
  fileAt(path: string): StoredFile | undefined;
};
type Exchange = { request: IncomingMessage; response: ServerResponse; gone: AbortSignal };

const LOGGED = 10_000;
const LOG_SLACK = 2_000;

export function createEmulatorServer(parts: ServerParts) {
  const { clock, plan, floods } = parts;
  const calls: Call[] = [];
  const sockets = new Set<Socket>();
  let handling = 0;

  const server: Server = createServer({ keepAliveTimeout: 60_000, requestTimeout: 0 }, (request, response) => {
    if (plan.isOut()) {
      request.socket.destroy();
      return;
    }
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    response.on("error", () => gone.abort());
    const exchange = { request, response, gone: gone.signal };
    const [, where, rest] = /^\/(file\/)?bot(.*)$/.exec(pathOf(request)) ?? [];
    const done = where ? Promise.resolve(serveFile(exchange, rest ?? "")) : serveCall(exchange, rest ?? "");
    done.catch(() => request.socket.destroy());
  });
  server.on("connection", (socket) => {
    if (plan.isOut()) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
  });

  async function serveCall({ request, response, gone }: Exchange, rest: string): Promise<void> {
    const slash = rest.indexOf("/");
    if (slash < 0) return answer(response, 404, errorBody(404, "Not Found"));
    if (rest.slice(0, slash) !== parts.token) return answer(response, 401, errorBody(401, "Unauthorized"));
    const at = clock.now();
    let method = rest.slice(slash + 1);
    let params: Parameters = {};
    let fault: Fault | undefined;
    let counted = false;
    const count = (more: boolean) => {
      if (more !== counted && method !== "getUpdates") handling += more ? 1 : -1;
      counted = more;
    };
    try {
      const played = await refusable(async () => {
        method = methodNamed(method);
        count(true);
        const body = await readBody(request);
        const query = new URL(request.url ?? "/", "http://local").searchParams;
        params = readParameters(method, request.headers["content-type"] ?? "", body, query);
        fault = plan.strike(method);
        const pause = plan.latency() + (fault?.kind === "delay" ? (fault.ms ?? 0) : 0);
        if (pause > 0) {
          count(false);
          await clock.sleep(pause, gone);
          count(true);
        }
        return play(method, params, fault, gone);
      });
      note({ method, params, outcome: played.outcome, at, doneAt: clock.now() });
      if (played.outcome.kind === "fault" && played.outcome.fault === "hang") return;
      finish(response, request, fault, played);
    } finally {
      count(false);
    }
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
    const result = await parts.dispatch(method, params, gone);
    const body = JSON.stringify({ ok: true, result });
    const lost = fault?.kind === "reset-after" || fault?.kind === "truncated";
    return {
      outcome: lost && fault ? { kind: "fault", fault: fault.kind, done: true } : { kind: "ok", result },
      status: 200,
      body,
    };
  }

  function finish(response: ServerResponse, request: IncomingMessage, fault: Fault | undefined, played: Played): void {
    const cut = played.outcome.kind === "fault" ? fault?.kind : undefined;
    if (cut === "reset-before" || cut === "reset-after") request.socket.destroy();
    else if (cut === "truncated") truncate(response, played.body);
    else answer(response, played.status, played.body, cut === "502-html" ? "text/html" : undefined);
  }

  function serveFile({ response }: Exchange, rest: string): void {
    const slash = rest.indexOf("/");
    const file = rest.slice(0, slash) === parts.token ? parts.fileAt(rest.slice(slash + 1)) : undefined;
    if (!file) {
      answer(response, 404, errorBody(404, "Not Found"));
      return;
    }
    response.writeHead(200, { "content-type": "application/octet-stream", "content-length": file.bytes.length });
    response.end(file.bytes);
  }

  function note(call: Call): void {
    calls.push({ ...call, params: hasObjects(call.params) ? loggable(call.params) : call.params });
    if (calls.length > LOGGED + LOG_SLACK) calls.splice(0, LOG_SLACK);
  }

  return {
    calls,
    inFlight: () => handling,
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    listen: (port: number, host: string) =>
      new Promise<AddressInfo>((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, host, () => {
          const address = server.address();
          if (address && typeof address === "object") resolve(address);
        });
      }),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Promises the whole answer, sends half of it, and hangs up. */
function truncate(response: ServerResponse, body: string): void {
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
  response.write(body.slice(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
}

function answer(response: ServerResponse, status: number, body: string, type = "application/json"): void {
  if (response.destroyed || response.writableEnded) return;
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body) });
  response.end(body);
}

function pathOf(request: IncomingMessage): string {
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const hasObjects = (params: Parameters): boolean => Object.values(params).some((value) => typeof value === "object");
const loggable = (params: Parameters): Parameters =>
  Object.fromEntries(Object.entries(params).map(([key, value]) => [key, withoutBytes(value)]));
