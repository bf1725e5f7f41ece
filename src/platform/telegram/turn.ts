/**
 * One update as the chat rooms see it: who speaks, what was tapped or said, and how to answer.
 * Nothing here is grammY's, so that a feature's chat knows no messenger.
 */
import type { AccountId, PersonId } from "#core/ids.ts";
import type { Locale, Screen, T } from "#core/screen.ts";
import type { Voice } from "#platform/i18n.ts";

/** Who speaks, read from the database for every update. */
export type Speaker = {
  accountId: AccountId;
  /** Telegram's user id; in a private chat it is the chat's id too. Never logged. */
  telegramId: bigint;
  /** Null: this chat has not come in by a link yet. */
  personId: PersonId | null;
  locale: Locale;
  /** «Имя» as Telegram shows it: a proposal when a name is asked, never stored unasked. */
  displayName: string;
};

export type IncomingFile = { fileId: string; name: string; mime: string; size: number };

/** What a person sent that is neither a command nor a tap. */
export type Heard =
  | { kind: "text"; text: string }
  | { kind: "file"; file: IncomingFile; caption: string; albumId: string | null }
  | {
      kind: "other";
      what: "voice" | "sticker" | "photo" | "place" | "contact" | "video" | "poll" | "thing";
      albumId: string | null;
    };

export type Turn = {
  readonly updateId: bigint;
  readonly chatId: bigint;
  readonly speaker: Speaker;
  /** The instant at which this update is handled. */
  readonly now: Date;
  /** The words for this person when no programme is in question. */
  readonly t: T;
  /** The words for this person within a programme: its track and its form of address. */
  words(voice: Omit<Voice, "locale">): T;
  /** The message whose button was tapped. */
  readonly tapped: number | null;
  /** Makes this the present screen: edits the tapped message when that is possible, sends a new one otherwise. Gives the message's id. */
  show(screen: Screen): Promise<number>;
  /** Sends a message beside the present screen, which stays as it is. */
  say(screen: Screen): Promise<number>;
  /** Words that appear for a moment when the tap's progress bar ends (at most 200 characters). */
  toast(text: string): void;
  /** What is said next in this chat goes to this talk, with these arguments (ids, keys, revisions: plain JSON). */
  listen(talk: string, args: Record<string, string | number>): Promise<void>;
  /** What is said next in this chat is not expected by anybody. */
  stopListening(): void;
  /** Fetches a file that a person sent; Telegram's limit is 20 MB. */
  download(file: IncomingFile): Promise<Uint8Array>;
};
