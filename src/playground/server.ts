/** The page's own small server: static files, one stream of happenings, actions as JSON, files. Loopback only. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { ActionOutcome } from "./actions.ts";
import type { createAssets } from "./assets.ts";
import { refusal, SAFE_HEADERS } from "./guard.ts";
import type { Happening } from "./seen.ts";
import type { Emulator } from "./telegram/model.ts";
import { giveFile, JSON_BYTES, readBody, receiveFiles } from "./upload.ts";

export type PageServer = {
  server: Server;
  /** Tells every open page. */
  tell(happening: Happening): void;
};

type Given = {
  emulator: Emulator;
  asset: ReturnType<typeof createAssets>;
  act: (name: string, body: unknown) => Promise<ActionOutcome>;
  /** What a page hears first, when it connects or connects again. */
  greeting: () => Promise<Happening>;
};

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
};

const parsed = (body: Buffer): { value: unknown } | null => {
  try {
    return { value: JSON.parse(body.toString("utf8")) };
  } catch {
    return null;
  }
};

const STATUS = { done: 200, refused: 400, unknown: 404 } as const;

/** Makes the server; the caller lets it listen. */
export function createPageServer({ emulator, asset, act, greeting }: Given): PageServer {
  const pages = new Set<ServerResponse>();
  const send = (page: ServerResponse, happening: Happening) => page.write(`data: ${JSON.stringify(happening)}\n\n`);

  const stream = async (response: ServerResponse) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.on("close", () => pages.delete(response));
    pages.add(response);
    send(response, await greeting());
  };
  const doAction = async (request: IncomingMessage, response: ServerResponse, name: string) => {
    if (!request.headers["content-type"]?.startsWith("application/json")) return json(response, 415, {});
    const body = await readBody(request, JSON_BYTES);
    if (!body) return json(response, 413, { why: "too long" });
    const read = parsed(body);
    if (!read) return json(response, 400, { why: "not JSON" });
    const outcome = await act(name, read.value);
    const answer =
      outcome.kind === "done" ? outcome.result : { why: outcome.kind === "refused" ? outcome.why : "unknown" };
    json(response, STATUS[outcome.kind], answer);
  };
  const doUpload = async (request: IncomingMessage, response: ServerResponse) => {
    try {
      json(response, await receiveFiles(request, emulator), {});
    } catch (error) {
      json(response, 400, { why: String(error) });
    }
  };
  const give = async (path: string, response: ServerResponse) => {
    const found = await asset(path);
    if (!found) return json(response, 404, {});
    response.writeHead(200, { "content-type": found.type });
    response.end(found.bytes);
  };
  const route = (request: IncomingMessage, response: ServerResponse): Promise<void> | void => {
    for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value);
    const why = refusal(request);
    if (why) return json(response, 403, { why });
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    if (request.method === "POST" && path === "/api/files") return doUpload(request, response);
    if (request.method === "POST" && path.startsWith("/api/")) return doAction(request, response, path.slice(5));
    if (request.method !== "GET") return json(response, 405, {});
    if (path === "/api/events") return stream(response);
    if (path.startsWith("/files/")) return giveFile(path, emulator, response);
    return give(path, response);
  };

  const server = createServer((request, response) => {
    Promise.resolve(route(request, response)).catch(() => {
      if (!response.headersSent) json(response, 500, {});
      else response.destroy();
    });
  });
  return {
    server,
    tell: (happening) => {
      for (const page of pages) send(page, happening);
    },
  };
}
