import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Compares in a time that tells nothing about how much was right, nor how long the secret is. */
export function isSameSecret(shown: string | string[] | undefined, secret: string): boolean {
  return typeof shown === "string" && timingSafeEqual(digest(shown), digest(secret));
}

export type Body = { kind: "json"; value: unknown } | { kind: "tooBig" } | { kind: "notJson" };

/** Reads a body of at most `limit` bytes as JSON; stops reading at the first byte too many. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  if (Number(request.headers["content-length"] ?? 0) > limit) return { kind: "tooBig" };
  const pieces: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop would end the connection before the refusal is written.
  for await (const piece of request.iterator({ destroyOnReturn: false })) {
    size += piece.length;
    if (size > limit) return { kind: "tooBig" };
    pieces.push(piece);
  }
  try {
    return { kind: "json", value: JSON.parse(Buffer.concat(pieces).toString()) };
  } catch {
    return { kind: "notJson" };
  }
}
