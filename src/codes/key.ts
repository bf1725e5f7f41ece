/** The key file: which code stands for whom. It stays with the curator; a passphrase may lock it. */
import { z } from "zod";
import { type Coded, SIDES } from "./naming.ts";

const person = z.object({ code: z.string(), name: z.string(), className: z.string(), side: z.enum(SIDES) });
const openKey = z.object({ tropaKey: z.literal(1), people: z.array(person) });
const lockedKey = z.object({
  tropaKey: z.literal(1),
  locked: z.object({ salt: z.string(), iv: z.string(), rounds: z.number().int().max(5_000_000), data: z.string() }),
});
const anyKey = z.union([openKey, lockedKey]);

/** As many as a browser does in about half a second: guessing has to be dear. */
const ROUNDS = 600_000;
const SALT_BYTES = 16;
const IV_BYTES = 12;

const toText = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const toBytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

async function cipherKey(passphrase: string, salt: Uint8Array<ArrayBuffer>, rounds: number) {
  const typed = new TextEncoder().encode(passphrase);
  const raw = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return await crypto.subtle.deriveKey(how, raw, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** The text of a key file; an empty passphrase leaves it open. */
export async function writeKey(people: readonly Coded[], passphrase: string): Promise<string> {
  const plain = JSON.stringify({ tropaKey: 1, people }, null, 1);
  if (passphrase === "") return plain;
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const key = await cipherKey(passphrase, salt, ROUNDS);
  const data = new Uint8Array(
    await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(plain)),
  );
  // In pieces: a call takes no more arguments than the stack holds.
  let text = "";
  for (let from = 0; from < data.length; from += 8_192)
    text += String.fromCharCode(...data.subarray(from, from + 8_192));
  return JSON.stringify({
    tropaKey: 1,
    locked: { salt: toText(salt), iv: toText(iv), rounds: ROUNDS, data: btoa(text) },
  });
}

export type KeyRead =
  | { kind: "key"; people: Coded[] }
  /** A passphrase is needed, or another one. */
  | { kind: "locked" }
  /** No key file of ours. */
  | { kind: "odd" };

/** Reads a key file; a locked one with its passphrase. */
export async function readKey(text: string, passphrase: string): Promise<KeyRead> {
  const read = anyKey.safeParse(parsed(text));
  if (!read.success) return { kind: "odd" };
  if ("people" in read.data) return { kind: "key", people: read.data.people };
  const { salt, iv, rounds, data } = read.data.locked;
  try {
    const key = await cipherKey(passphrase, toBytes(salt), rounds);
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: toBytes(iv) }, key, toBytes(data));
    const opened = openKey.safeParse(parsed(new TextDecoder().decode(plain)));
    return opened.success ? { kind: "key", people: opened.data.people } : { kind: "odd" };
  } catch {
    return { kind: "locked" };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
