/**
 * The nouns of the local Telegram: what its people do, what they see, and what a bot is answered.
 * Tests and the playground speak to an `Emulator`; the bot speaks to its `url`, as it would to api.telegram.org.
 */
import type { BotCommand, MessageEntity, Update } from "@grammyjs/types";
import type { Clock } from "#core/clock.ts";
import type { Call, Faults, Violation } from "./calls.model.ts";

export * from "./calls.model.ts";

export type EmulatorOptions = {
  /** The only time in the emulator: dates, expiry, floods, long polls, backoff and latency. */
  clock: Clock;
  /** Defaults to a token of the real shape. */
  token?: string;
  /** 0 or absent: any free port. */
  port?: number;
  /** Loopback by default. */
  host?: string;
  /** "telegram" answers floods with 429; "none" (the default) lets everything through. */
  limits?: "telegram" | "none";
  /** "endless": a long poll is answered only when there is news, whatever its timeout. */
  polls?: "timed" | "endless";
  bot?: Partial<BotIdentity>;
};

export type BotIdentity = { id: number; username: string; first_name: string };

export type NewUser = {
  firstName: string;
  lastName?: string;
  username?: string;
  /** Absent for people whose Telegram does not tell it. */
  languageCode?: string;
  /** Chosen when absent; every second one exceeds 2^32. */
  id?: number;
};

export type EmulatedUser = NewUser & { id: number; blocked: boolean; deactivated: boolean; started: boolean };

export type NewFile = { name: string; mime: string; bytes: Uint8Array; caption?: string };

/** Optional circumstances of a message that a person sends. */
export type SayOptions = { replyTo?: number };

export type ShownButton =
  | { text: string; kind: "callback"; data: string; style?: string }
  | { text: string; kind: "url"; url: string; style?: string }
  | { text: string; kind: "copy"; copy: string; style?: string }
  | { text: string; kind: "other"; action: string; style?: string };

export type ShownKey = { text: string; request?: "contact" | "location" | "other" };

/** What the bot asked the person's input field to be. */
export type ReplyKeyboard =
  | { kind: "keys"; rows: ShownKey[][]; placeholder?: string; oneTime: boolean }
  | { kind: "removed" }
  | { kind: "forced"; placeholder?: string };

export type ShownFile = { id: string; name: string; mime: string; size: number; bytes: Uint8Array };

export type MessageKind = "text" | "photo" | "document" | "voice" | "sticker" | "location" | "contact" | "service";

/** One message as a person sees it now: after edits, without those deleted. */
export type ChatMessage = {
  id: number;
  kind: MessageKind;
  /** Who wrote it; a user's id or the bot's. */
  from: number;
  byBot: boolean;
  date: Date;
  editedAt?: Date;
  edited: boolean;
  /** Plain text or caption, without any markup. */
  text: string;
  entities: MessageEntity[];
  /** The HTML as the bot gave it, when it used that parse mode. */
  html?: string;
  /** Inline keyboard, row by row; empty when there is none. */
  buttons: ShownButton[][];
  replyKeyboard?: ReplyKeyboard;
  file?: ShownFile;
  silent: boolean;
  protected: boolean;
  pinned: boolean;
  replyTo?: number;
  albumId?: string;
  forwarded: boolean;
  /** Emoji that the bot reacted with. */
  reactions: string[];
};

export type CallbackAnswer = { text?: string; alert: boolean; url?: string };

/** One tap on an inline button: the person's client turns a wheel until it is answered. */
export type Tap = {
  id: string;
  userId: number;
  state(): { kind: "waiting" } | { kind: "answered"; answer: CallbackAnswer; at: Date } | { kind: "expired" };
  /** Resolves with the answer once the bot gives it; never rejects, and may wait for ever. */
  answered: Promise<CallbackAnswer>;
  at: Date;
};

export type Change =
  | { kind: "message"; chatId: number; messageId: number }
  | { kind: "edited"; chatId: number; messageId: number }
  | { kind: "deleted"; chatId: number; messageId: number }
  | { kind: "typing"; chatId: number }
  | { kind: "answered"; chatId: number; tapId: string; answer: CallbackAnswer }
  | { kind: "user"; userId: number }
  | { kind: "profile" };

export type CommandScope = { type: string; chatId?: number; userId?: number };
export type CommandSet = { scope: CommandScope; languageCode: string; commands: BotCommand[] };
/** Texts by language code; "" is the default. */
export type BotProfile = {
  names: Record<string, string>;
  descriptions: Record<string, string>;
  shortDescriptions: Record<string, string>;
};

/** What people do in the private chat with the bot. Each creates the updates that Telegram would create. */
export type PeopleActions = {
  addUser(user: NewUser): EmulatedUser;
  users(): EmulatedUser[];
  user(userId: number): EmulatedUser;
  /** Presses Start or opens a deep link; throws when the payload is not one that a link can carry. Unblocks first when needed. */
  start(userId: number, payload?: string): ChatMessage;
  say(userId: number, text: string, options?: SayOptions): ChatMessage;
  edit(userId: number, messageId: number, text: string): void;
  /** Presses the inline button with this data; throws when the message does not show such a button now. */
  tap(userId: number, messageId: number, data: string): Tap;
  /** Sends a callback query without looking at the screen: an old client, a forged or foreign button. */
  forgeTap(userId: number, messageId: number, data: string): Tap;
  sendFile(userId: number, file: NewFile, options?: SayOptions): ChatMessage;
  sendPhoto(userId: number, photo: { bytes: Uint8Array; caption?: string }): ChatMessage;
  /** Several photos or files at once: one update each, all with one media_group_id. */
  sendAlbum(userId: number, files: NewFile[]): ChatMessage[];
  sendVoice(userId: number): ChatMessage;
  sendSticker(userId: number, emoji?: string): ChatMessage;
  sendLocation(userId: number, latitude: number, longitude: number): ChatMessage;
  /** The person's own contact, as the "share my number" key does, or somebody else's. */
  sendContact(userId: number, contact: { phone: string; firstName: string; ofUserId?: number }): ChatMessage;
  /** Forwards a message that the person sees to the bot. */
  forward(userId: number, messageId: number): ChatMessage;
  /** Deletes the whole chat on both sides; the bot is not told, and its messages can no longer be edited. */
  clearHistory(userId: number): void;
  block(userId: number): void;
  unblock(userId: number): void;
  deactivate(userId: number): void;
};

export type GroupActions = {
  /** Makes a group with these members and adds the bot to it. Returns the group's negative id. */
  addGroup(group: { title: string; by: number; members?: number[] }): number;
  sayInGroup(groupId: number, userId: number, text: string, options?: SayOptions): ChatMessage;
  removeFromGroup(groupId: number, by: number): void;
  /** Turns the group into a supergroup and returns the new id; calls to the old one are refused with it. */
  migrateGroup(groupId: number): number;
  /** Whether the bot is still in the group. */
  isInGroup(groupId: number): boolean;
};

export type Reading = {
  /** What a chat shows now, oldest first; the id of a person or of a group. */
  chat(chatId: number): ChatMessage[];
  /** The action last shown in the chat ("typing", …), undefined once five seconds have passed. */
  typing(chatId: number): string | undefined;
  /** The reply keyboard under the person's input field. */
  keyboard(chatId: number): ReplyKeyboard | undefined;
  /** Called after each change, synchronously; returns how to stop. */
  subscribe(listener: (change: Change) => void): () => void;
  /** The last 10,000 calls, oldest first. */
  calls: readonly Call[];
  violations(): Violation[];
  /** Taps by all people, oldest first. */
  taps(): Tap[];
  /** Updates not yet confirmed by an offset or a webhook's 2xx. */
  pending(): number;
  /** Calls that are being handled; a long poll does not count. */
  inFlight(): number;
  /** Whether a getUpdates is waiting for news. */
  polling(): boolean;
  commands(): CommandSet[];
  /** The commands that this person's menu shows, by Telegram's order of scopes. */
  commandsFor(userId: number): BotCommand[];
  profile(): BotProfile;
  webhookUrl(): string;
  /** A link that opens the bot with a payload. */
  deepLink(payload: string): string;
};

export type Emulator = PeopleActions &
  GroupActions &
  Reading & {
    /** The root that a bot is told as its `apiRoot`, without a slash at the end. */
    url: string;
    token: string;
    bot: BotIdentity;
    faults: Faults;
    /** The next update gets a random lower number, as after a week of silence. */
    restartUpdateIds(): void;
    /** Puts an update of any kind into the queue; `update_id` is given to it. */
    push(update: Omit<Update, "update_id">): number;
    /** Puts an earlier update into the queue once more. */
    repeat(updateId: number): void;
    /** Cuts all connections and frees the port. */
    close(): Promise<void>;
  };
