/** A local Telegram on a virtual clock, and a bare HTTP client in the place of a bot. */
import { onTestFinished } from "vitest";
import { type VirtualClock, virtualClock } from "#platform/clock.ts";
import { startEmulator } from "#playground/telegram/index.ts";
import type { EmulatedUser, Emulator, EmulatorOptions } from "#playground/telegram/model.ts";

export type Answer = {
  ok: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
};

export type Kit = {
  emulator: Emulator;
  clock: VirtualClock;
  /** Somebody who has pressed Start; the update is confirmed already. */
  ann: EmulatedUser;
  call(method: string, params?: object): Promise<Answer>;
  /** Calls and says what came back: "ok", or Telegram's words. */
  say(method: string, params?: object): Promise<string>;
  /** Sends a text to Ann and returns its message id. */
  sent(text: string, more?: object): Promise<number>;
  /** All waiting updates, confirmed at once. */
  updates(): Promise<Update[]>;
};
export type Update = { update_id: number } & Record<string, Record<string, unknown>>;

const START = new Date("2026-11-20T07:00:00Z");

/** Starts a local Telegram that ends with the test. */
export async function kit(options: Partial<EmulatorOptions> = {}): Promise<Kit> {
  const clock = virtualClock(START);
  const emulator = await startEmulator({ clock, ...options });
  onTestFinished(() => emulator.close());
  const call = async (method: string, params: object = {}): Promise<Answer> => {
    const response = await fetch(`${emulator.url}/bot${emulator.token}/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(params),
    });
    return JSON.parse(await response.text());
  };
  const say = async (method: string, params?: object) => {
    const { ok, description } = await call(method, params);
    return ok ? "ok" : (description ?? "");
  };
  const updates = async () => {
    const found = listOf((await call("getUpdates")).result);
    const last = found.at(-1);
    if (last) await call("getUpdates", { offset: last.update_id + 1, limit: 1 });
    return found;
  };
  const ann = emulator.addUser({ firstName: "Ann", languageCode: "en" });
  emulator.start(ann.id);
  await updates();
  const sent = async (text: string, more: object = {}) =>
    idOf((await call("sendMessage", { chat_id: ann.id, text, ...more })).result);
  return { emulator, clock, ann, call, say, sent, updates };
}

const isUpdate = (value: unknown): value is Update =>
  typeof value === "object" && value !== null && "update_id" in value;
export const listOf = (result: unknown): Update[] => (Array.isArray(result) ? result.filter(isUpdate) : []);

/** The id of a message that a call returned. */
export function idOf(result: unknown): number {
  if (typeof result === "object" && result !== null && "message_id" in result) return Number(result.message_id);
  throw new Error(`not a message: ${JSON.stringify(result)}`);
}

/** Waits, in turns of the event loop, until something real (a socket) has happened. */
export async function until(happened: () => boolean): Promise<void> {
  for (let turn = 0; turn < 100_000 && !happened(); turn++) await new Promise((resolve) => setImmediate(resolve));
  if (!happened()) throw new Error("it never happened");
}

/** A keyboard of one button with this data. */
export const button = (data: string, text = "Go") => ({ inline_keyboard: [[{ text, callback_data: data }]] });

/** The smallest bytes that are a PNG of this size. */
export function png(width = 2, height = 2): Uint8Array {
  const bytes = Buffer.alloc(32);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
