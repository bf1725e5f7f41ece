/** What the local Telegram remembers: people, chats, messages, files. Everything else reads and changes this. */
import { randomBytes } from "node:crypto";
import type { InlineKeyboardMarkup, MessageEntity, MessageOrigin, User } from "@grammyjs/types";
import type { Clock } from "#core/clock.ts";
import type { BotIdentity, CallbackAnswer, Change, MessageKind, ReplyKeyboard, Tap } from "./model.ts";

export type Person = {
  user: User;
  started: boolean;
  blocked: boolean;
  deactivated: boolean;
};

export type StoredFile = {
  id: string;
  uniqueId: string;
  path: string;
  name: string;
  mime: string;
  bytes: Uint8Array;
};

export type Stored = {
  id: number;
  chat: Chat;
  byBot: boolean;
  from: User;
  /** Unix seconds. */
  date: number;
  editDate?: number;
  kind: MessageKind;
  text: string;
  entities: MessageEntity[];
  html?: string;
  file?: StoredFile;
  /** The fields of the Bot API's Message that only this kind has. */
  content: Record<string, unknown>;
  markup?: InlineKeyboardMarkup;
  /** Sent with a keyboard that is not inline: such a message can never be edited. */
  replyKeyboard?: ReplyKeyboard;
  silent: boolean;
  protected: boolean;
  pinned: boolean;
  replyTo?: number;
  albumId?: string;
  origin?: MessageOrigin;
  reactions: string[];
};

export type Chat = {
  id: number;
  kind: "private" | "group" | "supergroup";
  title: string;
  members: Set<number>;
  bot: "member" | "left" | "kicked";
  migratedTo?: number;
  messages: Map<number, Stored>;
  nextId: number;
  keyboard?: ReplyKeyboard;
  /** Until when, by the clock's monotonic milliseconds. */
  typing?: { action: string; until: number };
};

export type StoredTap = Tap & { chatId: number; finish(answer: CallbackAnswer): void };

/** How long a callback query can be answered. */
export const CALLBACK_LIFE = 150_000;
const FIRST_ID_SPREAD = 97;

export type World = ReturnType<typeof createWorld>;

export function createWorld(clock: Clock, identity: BotIdentity) {
  const bot: User & BotIdentity = { ...identity, is_bot: true };
  const people = new Map<number, Person>();
  const chats = new Map<number, Chat>();
  const files = new Map<string, StoredFile>();
  const filesByPath = new Map<string, StoredFile>();
  const taps = new Map<string, StoredTap>();
  const listeners = new Set<(change: Change) => void>();

  const unixNow = (): number => Math.floor(clock.now().getTime() / 1000);

  function person(userId: number): Person {
    const found = people.get(userId);
    if (!found) throw new Error(`no such person: ${userId}`);
    return found;
  }
  function openChat(chat: Pick<Chat, "id" | "kind" | "title"> & Partial<Chat>): Chat {
    const opened: Chat = {
      members: new Set(),
      bot: "member",
      messages: new Map(),
      nextId: (Math.abs(chat.id) % FIRST_ID_SPREAD) + 1,
      ...chat,
    };
    chats.set(chat.id, opened);
    return opened;
  }
  function privateChat(userId: number): Chat {
    return chats.get(userId) ?? openChat({ id: userId, kind: "private", title: person(userId).user.first_name });
  }
  function keepFile(folder: string, file: { name: string; mime: string; bytes: Uint8Array }): StoredFile {
    const dot = file.name.lastIndexOf(".");
    const extension = dot > 0 ? file.name.slice(dot).replace(/[^.\w]/g, "") : "";
    const kept = {
      ...file,
      id: `BQACAgIAAx${randomBytes(24).toString("base64url")}`,
      uniqueId: `AgAD${randomBytes(8).toString("base64url")}`,
      path: `${folder}/file_${files.size}${extension}`,
    };
    files.set(kept.id, kept);
    filesByPath.set(kept.path, kept);
    return kept;
  }
  function post(chat: Chat, fields: Partial<Stored> & Pick<Stored, "byBot" | "from" | "kind">): Stored {
    const stored: Stored = {
      id: chat.nextId++,
      chat,
      date: unixNow(),
      text: "",
      entities: [],
      content: {},
      silent: false,
      protected: false,
      pinned: false,
      reactions: [],
      ...fields,
    };
    chat.messages.set(stored.id, stored);
    if (stored.byBot) delete chat.typing;
    if (stored.replyKeyboard) chat.keyboard = stored.replyKeyboard;
    tell({ kind: "message", chatId: chat.id, messageId: stored.id });
    return stored;
  }
  function tell(change: Change): void {
    for (const listener of listeners) listener(change);
  }

  return {
    clock,
    bot,
    people,
    chats,
    files,
    filesByPath,
    taps,
    listeners,
    unixNow,
    person,
    openChat,
    privateChat,
    keepFile,
    post,
    tell,
  };
}
