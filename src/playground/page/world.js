/** What the page knows: people, their chats, the clock. Fed by the server's stream, asked by everything that draws. */

import { t } from "./texts.js";
import { toast } from "./toast.js";

/** @typedef {import("../seen.ts").MessageSeen} Message */
/** @typedef {import("../seen.ts").PersonSeen} Person */
/** @typedef {import("../seen.ts").Happening} Happening */
/** @typedef {import("../seen.ts").ClockSeen} ClockSeen */
/** @typedef {import("../telegram/model.ts").CallbackAnswer} CallbackAnswer */
/** @typedef {{ person: Person, messages: Map<number, Message> }} Chat */

export const world = {
  bot: { username: "" },
  /** @type {ClockSeen} */
  clock: { now: 0, offset: 0, next: null },
  /** @type {Map<number, Chat>} */
  chats: new Map(),
  connected: false,
};

/** @type {Set<(happening: Happening | { kind: "lost" }) => void>} */
const listeners = new Set();

/** @param {(happening: Happening | { kind: "lost" }) => void} listener */
export const onHappening = (listener) => void listeners.add(listener);

/** @param {Happening} happening */
function apply(happening) {
  if (happening.kind === "world") {
    world.bot = happening.world.bot;
    world.clock = happening.world.clock;
    world.chats = new Map(
      happening.world.chats.map(({ person, messages }) => [
        person.id,
        { person, messages: new Map(messages.map((message) => [message.id, message])) },
      ]),
    );
  } else if (happening.kind === "chat") {
    const { person } = happening;
    const messages = world.chats.get(person.id)?.messages ?? new Map();
    for (const message of happening.messages) messages.set(message.id, message);
    for (const id of happening.gone) messages.delete(id);
    world.chats.set(person.id, { person, messages });
  } else if (happening.kind === "clock") world.clock = happening.clock;
}

/** Listens to the server; the browser connects again by itself, and the first happening is then the whole world. */
export function connect() {
  const stream = new EventSource("/api/events");
  stream.onmessage = (event) => {
    /** @type {Happening} */
    const happening = JSON.parse(event.data);
    world.connected = true;
    apply(happening);
    for (const listener of listeners) listener(happening);
  };
  stream.onerror = () => {
    world.connected = false;
    for (const listener of listeners) listener({ kind: "lost" });
  };
}

/**
 * Asks the server to do something. What it refuses is shown as a toast, and the answer is then null.
 * @param {string} action
 * @param {Record<string, unknown>} [body]
 */
export async function act(action, body = {}) {
  return settle(
    fetch(`/api/${action}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
}

/**
 * Sends files as this person: one, or several as an album.
 * @param {{ user: number, files: File[], caption: string, asFile: boolean }} given
 */
export function upload({ user, files, caption, asFile }) {
  const form = new FormData();
  form.set("user", String(user));
  if (caption) form.set("caption", caption);
  if (asFile) form.set("as", "file");
  for (const file of files) form.append("file", file, file.name);
  return settle(fetch("/api/files", { method: "POST", body: form }));
}

/** @param {Promise<Response>} asked */
async function settle(asked) {
  try {
    const response = await asked;
    const answer = await response.json().catch(() => ({}));
    if (response.ok) return answer;
    toast(t("refused", { why: String(answer.why ?? response.status).slice(0, 300) }));
  } catch {
    toast(t("connecting"));
  }
  return null;
}

/** @type {Map<string, (answer: CallbackAnswer | null) => void>} */
const taps = new Map();

onHappening((happening) => {
  if (happening.kind !== "tap") return;
  taps.get(happening.key)?.(happening.answer);
  taps.delete(happening.key);
});

/**
 * Presses an inline button and waits for the bot's answer; null when it kept silent or the tap was refused.
 * @param {number} user
 * @param {number} message
 * @param {string} data
 * @returns {Promise<{ answer: CallbackAnswer | null, sent: boolean }>}
 */
export async function tap(user, message, data) {
  const key = crypto.randomUUID();
  /** @type {Promise<CallbackAnswer | null>} */
  const answered = new Promise((resolve) => taps.set(key, resolve));
  const sent = (await act("tap", { user, message, data, key })) !== null;
  if (!sent) taps.delete(key);
  return { answer: sent ? await answered : null, sent };
}
