/** What the page is told: plain data, made from the emulator's nouns; moments are milliseconds since 1970. */
import type { BotCommand, MessageEntity } from "@grammyjs/types";
import type { CallbackAnswer, ChatMessage, MessageKind, ReplyKeyboard, ShownButton } from "./telegram/model.ts";

export type FileSeen = { name: string; mime: string; size: number; url: string; picture: boolean };

export type MessageSeen = {
  id: number;
  kind: MessageKind;
  byBot: boolean;
  at: number;
  edited: boolean;
  text: string;
  entities: MessageEntity[];
  buttons: ShownButton[][];
  file: FileSeen | null;
  silent: boolean;
  protected: boolean;
  pinned: boolean;
  forwarded: boolean;
  replyTo: number | null;
  albumId: string | null;
  reactions: string[];
};

/** A message or link that somebody passed on outside the bot, as people do in a chat of their own. */
export type Note = { id: number; at: number; from: string; text: string; entities: MessageEntity[] };

export type PersonSeen = {
  id: number;
  name: string;
  /** 0 to 6: the colour of the face; neighbours differ. */
  hue: number;
  /** owner, curator, mentor, mentee, guardian, staff, or "" for nobody in particular. */
  role: string;
  username: string;
  started: boolean;
  blocked: boolean;
  deactivated: boolean;
  /** "typing", "upload_document", … while the bot shows it. */
  typing: string | null;
  keyboard: ReplyKeyboard | null;
  commands: BotCommand[];
  botName: string;
  /** What the bot says of itself before Start, in the person's language. */
  description: string;
  notes: Note[];
};

export type ChatSeen = { person: PersonSeen; messages: MessageSeen[] };
export type ClockSeen = { now: number; offset: number; next: number | null };
export type WorldSeen = { bot: { username: string }; clock: ClockSeen; chats: ChatSeen[] };

/** What happened, in the order in which the page hears of it. */
export type Happening =
  | { kind: "world"; world: WorldSeen }
  /** The person as now, messages new or changed, and ids of those that are no more. */
  | { kind: "chat"; person: PersonSeen; messages: MessageSeen[]; gone: number[] }
  | { kind: "clock"; clock: ClockSeen }
  /** `key` is what the page gave with the tap; no answer means that the bot kept silent too long. */
  | { kind: "tap"; key: string; answer: CallbackAnswer | null };

/** How files begin that a browser may show inside the page; anything else is only ever downloaded. */
const PICTURES: [start: RegExp, mime: string][] = [
  [/^\x89PNG\r\n/, "image/png"],
  [/^\xff\xd8\xff/, "image/jpeg"],
  [/^GIF8/, "image/gif"],
  [/^RIFF.{4}WEBP/s, "image/webp"],
];
const LONGEST_START = 12;

/** The type of picture that these bytes are, whatever they are called; null when the page must not show them. */
export function pictureType(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, LONGEST_START)).toString("latin1");
  return PICTURES.find(([pattern]) => pattern.test(start))?.[1] ?? null;
}

/** A message of the chat with this person, as the page shows it. */
export function messageSeen(chatId: number, message: ChatMessage): MessageSeen {
  const { file } = message;
  return {
    id: message.id,
    kind: message.kind,
    byBot: message.byBot,
    at: message.date.getTime(),
    edited: message.edited,
    text: message.text,
    entities: message.entities,
    buttons: message.buttons,
    file: file
      ? {
          name: file.name,
          mime: file.mime,
          size: file.size,
          url: `/files/${chatId}/${message.id}?${encodeURIComponent(file.id)}`,
          picture: pictureType(file.bytes) !== null,
        }
      : null,
    silent: message.silent,
    protected: message.protected,
    pinned: message.pinned,
    forwarded: message.forwarded,
    replyTo: message.replyTo ?? null,
    albumId: message.albumId ?? null,
    reactions: message.reactions,
  };
}
