/** What people do in the private chat with the bot, and the updates that come of it. */
import { randomBytes } from "node:crypto";
import type { User } from "@grammyjs/types";
import { botMoved } from "./conversing.ts";
import { finish } from "./entities.ts";
import { documentOf, imageSize } from "./media.ts";
import type { ChatMessage, NewFile, NewUser, PeopleActions, SayOptions, Tap } from "./model.ts";
import { chatMessage, emulatedUser } from "./screens.ts";
import { apiMaybeMessage, apiMessage, documentContent, fileFields, photoContent } from "./shapes.ts";
import type { Station } from "./station.ts";
import { createTap } from "./taps.ts";
import { makeUpload } from "./upload.ts";
import type { Chat, Stored } from "./world.ts";

const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/;
/** Every second person has an id that does not fit 32 bits, as newer accounts have. */
const SMALL_IDS = 100_000_007;
const LARGE_IDS = 5_000_000_029;
const ID_STEP = 1_009;

export function peopleActions(station: Station): PeopleActions {
  const { world, updates } = station;

  function addUser({ firstName, lastName, username, languageCode, id }: NewUser) {
    const count = world.people.size;
    const user: User = {
      id: id ?? (count % 2 === 0 ? SMALL_IDS : LARGE_IDS) + count * ID_STEP,
      is_bot: false,
      first_name: firstName,
      ...(lastName === undefined ? {} : { last_name: lastName }),
      ...(username === undefined ? {} : { username }),
      ...(languageCode === undefined ? {} : { language_code: languageCode }),
    };
    if (world.people.has(user.id)) throw new Error(`this person exists already: ${user.id}`);
    const person = { user, started: false, blocked: false, deactivated: false };
    world.people.set(user.id, person);
    world.tell({ kind: "user", userId: user.id });
    return emulatedUser(person);
  }
  /** The chat in which a person can write now. */
  function chatOf(userId: number): Chat {
    const person = world.person(userId);
    if (person.deactivated) throw new Error("a deleted account does nothing");
    if (person.blocked) throw new Error("this person has blocked the bot; press start or unblock first");
    person.started = true;
    return world.privateChat(userId);
  }
  function send(userId: number, fields: Partial<Stored> & Pick<Stored, "kind">): ChatMessage {
    const chat = chatOf(userId);
    if (fields.replyTo !== undefined && !chat.messages.has(fields.replyTo)) throw new Error("no message to reply to");
    const stored = world.post(chat, { byBot: false, from: world.person(userId).user, ...fields });
    updates.push({ message: apiMessage(world, stored) });
    if (chat.keyboard?.kind === "forced" || (chat.keyboard?.kind === "keys" && chat.keyboard.oneTime))
      delete chat.keyboard;
    return chatMessage(stored);
  }
  function say(userId: number, text: string, options: SayOptions = {}): ChatMessage {
    const finished = finish({ text, entities: [] });
    if (finished.text === "") throw new Error("Telegram does not send empty messages");
    return send(userId, { kind: "text", ...finished, ...options });
  }
  function fileMessage({ name, mime, bytes, caption }: NewFile): Partial<Stored> & Pick<Stored, "kind"> {
    const upload = makeUpload(name, mime, bytes);
    const text = finish({ text: caption ?? "", entities: [] });
    const size = mime.startsWith("image/") ? imageSize(bytes) : undefined;
    const file = world.keepFile(size ? "photos" : "documents", upload);
    return size
      ? { kind: "photo", file, content: photoContent(file, size), ...text }
      : { kind: "document", file, content: documentContent(file), ...text };
  }
  function move(userId: number, before: string, now: string): void {
    const person = world.person(userId);
    person.blocked = now === "kicked";
    updates.push(botMoved(world, world.privateChat(userId), person.user, before, now));
    world.tell({ kind: "user", userId });
  }
  function unblock(userId: number): void {
    if (world.person(userId).blocked) move(userId, "kicked", "member");
  }

  return {
    addUser,
    users: () => [...world.people.values()].map(emulatedUser),
    user: (userId) => emulatedUser(world.person(userId)),
    start: (userId, payload) => {
      if (payload !== undefined && !PAYLOAD.test(payload)) throw new Error("a link cannot carry this payload");
      unblock(userId);
      return say(userId, payload === undefined ? "/start" : `/start ${payload}`);
    },
    say,
    edit: (userId, messageId, text) => {
      const stored = chatOf(userId).messages.get(messageId);
      if (!stored || stored.byBot || stored.origin) throw new Error("people edit their own messages only");
      Object.assign(stored, finish({ text, entities: [] }), { editDate: world.unixNow() });
      updates.push({ edited_message: apiMessage(world, stored) });
      world.tell({ kind: "edited", chatId: userId, messageId });
    },
    tap: (userId, messageId, data) => {
      const buttons = world.privateChat(userId).messages.get(messageId)?.markup?.inline_keyboard.flat() ?? [];
      const shown = buttons.flatMap((button) => ("callback_data" in button ? [button.callback_data] : []));
      if (!shown.includes(data)) throw new Error(`no such button; there are: ${shown.join(", ") || "none"}`);
      return press(station, userId, messageId, data);
    },
    forgeTap: (userId, messageId, data) => press(station, userId, messageId, data),
    sendFile: (userId, { name, mime, bytes, caption }, options = {}) => {
      const text = finish({ text: caption ?? "", entities: [] });
      const file = world.keepFile("documents", makeUpload(name, mime, bytes));
      return send(userId, { ...documentOf(world, file.id), ...text, ...options });
    },
    sendPhoto: (userId, { bytes, caption }) => {
      const message = fileMessage({ name: "photo.jpg", mime: "image/jpeg", bytes, ...(caption ? { caption } : {}) });
      if (message.kind !== "photo") throw new Error("not a picture: PNG or JPEG bytes are needed");
      return send(userId, message);
    },
    sendAlbum: (userId, files) => {
      const albumId = String(randomBytes(6).readUIntBE(0, 6));
      return files.map((file) => send(userId, { ...fileMessage(file), albumId }));
    },
    sendVoice: (userId) => {
      const file = world.keepFile("voice", { name: "voice.oga", mime: "audio/ogg", bytes: new Uint8Array([79, 103]) });
      return send(userId, {
        kind: "voice",
        content: { voice: { ...fileFields(file), duration: 3, mime_type: file.mime } },
      });
    },
    sendSticker: (userId, emoji = "👍") => {
      const file = world.keepFile("stickers", {
        name: "file.webp",
        mime: "image/webp",
        bytes: new Uint8Array([82, 73]),
      });
      const look = { type: "regular", width: 512, height: 512, is_animated: false, is_video: false, emoji };
      return send(userId, { kind: "sticker", content: { sticker: { ...fileFields(file), ...look } } });
    },
    sendLocation: (userId, latitude, longitude) =>
      send(userId, { kind: "location", content: { location: { latitude, longitude } } }),
    sendContact: (userId, { phone, firstName, ofUserId }) => {
      const owner = ofUserId === undefined ? {} : { user_id: ofUserId };
      return send(userId, {
        kind: "contact",
        content: { contact: { phone_number: phone, first_name: firstName, ...owner } },
      });
    },
    forward: (userId, messageId) => {
      const source = chatOf(userId).messages.get(messageId);
      if (!source) throw new Error("no such message");
      if (source.protected) throw new Error("this message is protected from forwarding");
      const { kind, text, entities, content, file } = source;
      const origin = { type: "user" as const, sender_user: source.from, date: source.date };
      return send(userId, { kind, text, entities, content, origin, ...(file ? { file } : {}) });
    },
    clearHistory: (userId) => {
      const { messages } = world.privateChat(userId);
      for (const messageId of [...messages.keys()]) {
        messages.delete(messageId);
        world.tell({ kind: "deleted", chatId: userId, messageId });
      }
    },
    block: (userId) => {
      if (!world.person(userId).blocked) move(userId, "member", "kicked");
    },
    unblock,
    deactivate: (userId) => {
      world.person(userId).deactivated = true;
      world.tell({ kind: "user", userId });
    },
  };
}

function press({ world, updates }: Station, userId: number, messageId: number, data: string): Tap {
  const person = world.person(userId);
  if (person.deactivated || person.blocked) throw new Error("this person cannot reach the bot");
  const tap = createTap(world, userId);
  updates.push({
    callback_query: {
      id: tap.id,
      from: person.user,
      message: apiMaybeMessage(world, world.privateChat(userId), messageId),
      chat_instance: String(userId * 7919),
      data,
    },
  });
  return tap;
}
