/** What people write and send to the bot, and the updates that come of it. */
import { randomBytes } from "node:crypto";
import { finish } from "./entities.ts";
import { imageSize } from "./media.ts";
import type { ChatMessage, NewFile, PeopleActions, SayOptions } from "./model.ts";
import { chatMessage } from "./screens.ts";
import { apiMessage, documentContent, fileFields, photoContent } from "./shapes.ts";
import type { Station } from "./station.ts";
import type { Chat, Stored, World } from "./world.ts";

type Fields = Partial<Stored> & Pick<Stored, "kind">;
export type Send = (userId: number, fields: Fields) => ChatMessage;
type Writing = Pick<PeopleActions, "say" | "edit" | "forward">;
type Attaching = Pick<
  PeopleActions,
  "sendFile" | "sendPhoto" | "sendAlbum" | "sendVoice" | "sendSticker" | "sendLocation" | "sendContact"
>;

/** The chat in which a person can write now; throws when the person cannot. */
function chatOf(world: World, userId: number): Chat {
  const person = world.person(userId);
  if (person.deactivated) throw new Error("a deleted account does nothing");
  if (person.blocked) throw new Error("this person has blocked the bot; press start or unblock first");
  person.started = true;
  return world.privateChat(userId);
}

/** How every message of a person gets into the chat and to the bot. */
export function sender({ world, updates }: Station): Send {
  return (userId, fields) => {
    const chat = chatOf(world, userId);
    if (fields.replyTo !== undefined && !chat.messages.has(fields.replyTo)) throw new Error("no message to reply to");
    const stored = world.post(chat, { byBot: false, from: world.person(userId).user, ...fields });
    updates.push({ message: apiMessage(world, stored) });
    const used = chat.keyboard?.kind === "forced" || (chat.keyboard?.kind === "keys" && chat.keyboard.oneTime);
    if (used) delete chat.keyboard;
    return chatMessage(stored);
  };
}

export function writing({ world, updates }: Station, send: Send): Writing {
  return {
    say: (userId, text, options: SayOptions = {}) => {
      const finished = finish({ text, entities: [] });
      if (finished.text === "") throw new Error("Telegram does not send empty messages");
      return send(userId, { kind: "text", ...finished, ...options });
    },
    edit: (userId, messageId, text) => {
      const stored = chatOf(world, userId).messages.get(messageId);
      if (!stored || stored.byBot || stored.origin) throw new Error("people edit their own messages only");
      Object.assign(stored, finish({ text, entities: [] }), { editDate: world.unixNow() });
      updates.push({ edited_message: apiMessage(world, stored) });
      world.tell({ kind: "edited", chatId: userId, messageId });
    },
    forward: (userId, messageId) => {
      const source = chatOf(world, userId).messages.get(messageId);
      if (!source) throw new Error("no such message");
      if (source.protected) throw new Error("this message is protected from forwarding");
      const { kind, text, entities, content, file } = source;
      const origin = { type: "user" as const, sender_user: source.from, date: source.date };
      return send(userId, { kind, text, entities, content, origin, ...(file ? { file } : {}) });
    },
  };
}

export function attaching({ world }: Station, send: Send): Attaching {
  const keep = (folder: string, name: string, mime: string, bytes: Uint8Array) =>
    world.keepFile(folder, { name, mime, bytes });
  const asFile = ({ name, mime, bytes, caption = "" }: NewFile): Fields => {
    const file = keep("documents", name, mime, bytes);
    return { kind: "document", file, content: documentContent(file), ...finish({ text: caption, entities: [] }) };
  };
  const asPhoto = (bytes: Uint8Array, caption = ""): Fields | undefined => {
    const size = imageSize(bytes);
    if (!size) return undefined;
    const file = keep("photos", "photo.jpg", "image/jpeg", bytes);
    return { kind: "photo", file, content: photoContent(file, size), ...finish({ text: caption, entities: [] }) };
  };
  return {
    sendFile: (userId, file, options = {}) => send(userId, { ...asFile(file), ...options }),
    sendPhoto: (userId, { bytes, caption }) => {
      const photo = asPhoto(bytes, caption);
      if (!photo) throw new Error("not a picture: PNG or JPEG bytes are needed");
      return send(userId, photo);
    },
    sendAlbum: (userId, files) => {
      const albumId = String(randomBytes(6).readUIntBE(0, 6));
      return files.map((file) => send(userId, { ...(asPhoto(file.bytes, file.caption) ?? asFile(file)), albumId }));
    },
    sendVoice: (userId) => {
      const file = keep("voice", "voice.oga", "audio/ogg", Buffer.from("OggS"));
      const voice = { ...fileFields(file), duration: 3, mime_type: file.mime };
      return send(userId, { kind: "voice", content: { voice } });
    },
    sendSticker: (userId, emoji = "👍") => {
      const file = keep("stickers", "sticker.webp", "image/webp", Buffer.from("RIFF"));
      const look = { type: "regular", width: 512, height: 512, is_animated: false, is_video: false, emoji };
      return send(userId, { kind: "sticker", content: { sticker: { ...fileFields(file), ...look } } });
    },
    sendLocation: (userId, latitude, longitude) =>
      send(userId, { kind: "location", content: { location: { latitude, longitude } } }),
    sendContact: (userId, { phone, firstName, ofUserId }) => {
      const owner = ofUserId === undefined ? {} : { user_id: ofUserId };
      const contact = { phone_number: phone, first_name: firstName, ...owner };
      return send(userId, { kind: "contact", content: { contact } });
    },
  };
}
