/** The HTTP face: `/bot<token>/<method>` and `/file/bot<token>/<path>`; here connections are kept and cut. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { errorBody } from "./answers.ts";
import { type CallerParts, createCaller, type Handled } from "./calling.ts";
import type { StoredFile } from "./world.ts";

export type ServerParts = CallerParts & {
  token: string;
  fileAt(path: string): StoredFile | undefined;
};
type Exchange = { request: IncomingMessage; response: ServerResponse; gone: AbortSignal };

export function createEmulatorServer(parts: ServerParts) {
  const { token, plan, fileAt } = parts;
  const caller = createCaller(parts);
  const sockets = new Set<Socket>();
  const server = createServer({ keepAliveTimeout: 60_000, requestTimeout: 0 }, (request, response) => {
    if (plan.isOut()) request.socket.destroy();
    else serve(exchangeOf(request, response)).catch(() => request.socket.destroy());
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
    if (plan.isOut()) socket.destroy();
  });

  async function serve({ request, response, gone }: Exchange): Promise<void> {
    const [, isFile, given, rest = ""] = /^\/(file\/)?bot([^/]*)\/(.*)$/.exec(pathOf(request)) ?? [];
    if (given === undefined) return answer(response, 404, errorBody(404, "Not Found"));
    if (isFile) return serveFile(response, given === token ? fileAt(rest) : undefined);
    if (given !== token) return answer(response, 401, errorBody(401, "Unauthorized"));
    finish(response, await caller.handle(request, rest, gone));
  }

  return {
    calls: caller.calls,
    inFlight: caller.inFlight,
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

function exchangeOf(request: IncomingMessage, response: ServerResponse): Exchange {
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  response.on("error", () => gone.abort());
  return { request, response, gone: gone.signal };
}

/** Sends the answer, or breaks the connection as the fault says. */
function finish(response: ServerResponse, { played, fault }: Handled): void {
  switch (fault?.kind) {
    case "hang":
      return;
    case "reset-before":
    case "reset-after":
      response.socket?.destroy();
      return;
    case "truncated":
      truncate(response, played.body);
      return;
    case "502-html":
      answer(response, played.status, played.body, "text/html");
      return;
    default:
      answer(response, played.status, played.body);
  }
}

function serveFile(response: ServerResponse, file: StoredFile | undefined): void {
  if (!file) {
    answer(response, 404, errorBody(404, "Not Found"));
    return;
  }
  response.writeHead(200, { "content-type": "application/octet-stream", "content-length": file.bytes.length });
  response.end(file.bytes);
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
