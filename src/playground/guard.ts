/**
 * Who may speak to the playground: only a page that this server gave out, in a browser on this machine.
 * A foreign site that points its own name at 127.0.0.1 comes with its own Host and is refused.
 */
import type { IncomingMessage } from "node:http";

const LOCAL_NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);

const isLocal = (host: string): boolean => {
  const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null;
  return url !== null && url.host === host.toLowerCase().replace(/:80$/, "") && LOCAL_NAMES.has(url.hostname);
};

/** Why this request is refused, or null when it may pass. Whatever changes anything must name its own page as Origin. */
export function refusal(request: Pick<IncomingMessage, "headers" | "method">): string | null {
  const { host = "", origin } = request.headers;
  if (!isLocal(host)) return "this host is not local";
  if (request.headers["sec-fetch-site"] === "cross-site" && request.headers["sec-fetch-mode"] !== "navigate") {
    return "another site asks";
  }
  if (request.method === "GET" || request.method === "HEAD") return null;
  return origin?.toLowerCase() === `http://${host.toLowerCase()}` ? null : "another origin asks";
}

/** Sent with every answer: nothing from elsewhere runs here, and nobody else may frame or embed it. */
export const SAFE_HEADERS: Record<string, string> = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
};
