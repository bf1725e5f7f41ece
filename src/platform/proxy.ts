/** The way out to Telegram: directly or through a proxy, for calls and for files. */
import { type Agent, get as httpGet, type IncomingMessage } from "node:http";
import { get as httpsGet } from "node:https";
import { HttpsProxyAgent } from "https-proxy-agent";
import { SocksProxyAgent } from "socks-proxy-agent";

/** The agent for this proxy (http, https, socks5, socks5h); undefined when there is none. It suits http and https targets. */
export function createProxyAgent(proxyUrl: string | undefined): Agent | undefined {
  if (proxyUrl === undefined) return undefined;
  // Without keepAlive a busy chat would greet the proxy anew with every message.
  const options = { keepAlive: true };
  return proxyUrl.startsWith("socks") ? new SocksProxyAgent(proxyUrl, options) : new HttpsProxyAgent(proxyUrl, options);
}

export type Downloaded =
  | { kind: "done"; bytes: Buffer }
  | { kind: "tooBig" }
  /** The server's answer was not 200. */
  | { kind: "refused"; status: number }
  /** No answer, or it broke off; the code is Node's or "aborted". */
  | { kind: "failed"; code: string };

export type DownloadOptions = { limitBytes: number; agent?: Agent | undefined; signal?: AbortSignal };

const codeOf = (error: Error): string =>
  error.name === "AbortError" ? "aborted" : "code" in error && typeof error.code === "string" ? error.code : error.name;

async function take(response: IncomingMessage, limit: number): Promise<Downloaded> {
  const { statusCode: status = 0 } = response;
  if (status !== 200) {
    response.destroy();
    return { kind: "refused", status };
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop ends the connection: nothing beyond the limit is taken in.
  for await (const piece of response) {
    size += piece.length;
    if (size > limit) return { kind: "tooBig" };
    pieces.push(piece);
  }
  return { kind: "done", bytes: Buffer.concat(pieces) };
}

/** Reads a file of at most `limitBytes` over http or https; never rejects for what the network does. Follows no redirects. */
export function download(url: string, { limitBytes, agent, signal }: DownloadOptions): Promise<Downloaded> {
  return new Promise((resolve) => {
    const get = url.startsWith("https:") ? httpsGet : httpGet;
    const failed = (error: Error) => resolve({ kind: "failed", code: codeOf(error) });
    const options = { ...(agent ? { agent } : {}), ...(signal ? { signal } : {}) };
    get(url, options, (response) => {
      take(response, limitBytes).then(resolve, failed);
    }).on("error", failed);
  });
}
