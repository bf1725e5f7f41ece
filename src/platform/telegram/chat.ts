/**
 * How a feature says what it answers to: tables of taps, commands and talks. Tables, because the rights matrix test
 * walks every row of them with every role, own and foreign objects, without a list of its own.
 */
import { readPress } from "#core/screen.ts";
import type { Heard, Turn } from "./turn.ts";

/** What an argument of a tap is: the name of the thing that an id points to, or a plain value. */
export type ArgKind =
  | "person"
  | "school"
  | "programme"
  | "membership"
  | "invitation"
  | "run"
  | "draft"
  | "list"
  | "deed"
  | "consent"
  | "notice"
  | "job"
  | "attachment"
  | "permission"
  | "absence"
  | "referral"
  | "note"
  | "support"
  | "key"
  | "number";

type ArgOf<K extends ArgKind> = K extends "number" ? number : string;
type ArgsOf<K extends readonly ArgKind[]> = { [I in keyof K]: ArgOf<K[I]> };

/** Whether what was said was taken; when not, the bot says that it did not understand. */
export type Tap = {
  readonly args: readonly ArgKind[];
  /** False when the arguments do not have the declared shape: the button is treated as out of date. */
  run(turn: Turn, args: string[]): Promise<boolean>;
};

const WORD = /^[\w.-]{0,40}$/;

function readArgs(kinds: readonly ArgKind[], raw: string[]): (string | number)[] | null {
  if (raw.length !== kinds.length) return null;
  const read: (string | number)[] = [];
  for (const [index, kind] of kinds.entries()) {
    const text = raw[index] ?? "";
    if (kind === "number") {
      if (!/^-?\d{1,9}$/.test(text)) return null;
      read.push(Number(text));
    } else {
      if (!WORD.test(text)) return null;
      read.push(text);
    }
  }
  return read;
}

/** A tap's handler with its arguments declared; ids are only shaped, whether they exist and may be touched the service decides. */
export function tap<const K extends readonly ArgKind[]>(
  args: K,
  handle: (turn: Turn, ...args: ArgsOf<K>) => Promise<void>,
): Tap {
  return {
    args,
    run: async (turn, raw) => {
      const read = readArgs(args, raw);
      if (!read) return false;
      await handle(turn, ...(read as ArgsOf<K>));
      return true;
    },
  };
}

/** Receives what a person says while the talk is in focus. */
export type Talk = (turn: Turn, args: Record<string, string | number>, heard: Heard) => Promise<void>;

/** A command: its words for the menu are `commands-<name>` in `locales`. `rest` is what stands after it. */
export type Command = {
  /** Who sees it in the menu; whoever types it is answered by rights from the database. */
  menu: "all" | "none";
  run(turn: Turn, rest: string): Promise<void>;
};

export type Chat = {
  taps?: Record<string, Tap>;
  commands?: Record<string, Command>;
  talks?: Record<string, Talk>;
};

/** What no table row takes. */
export type Fallback = {
  /** Free text, files and the rest that no talk waits for. */
  unclaimed(turn: Turn, heard: Heard): Promise<void>;
  /** A button of a screen that is no longer present. */
  stale(turn: Turn): Promise<void>;
  /** A message was corrected after it had been read. */
  edited(turn: Turn): Promise<void>;
  /** Something unexpected happened: apologise. */
  sorry(turn: Turn): Promise<void>;
};

/** Every row of the tables, by name. */
export type Routes = {
  readonly taps: ReadonlyMap<string, Tap>;
  readonly commands: ReadonlyMap<string, Command>;
  readonly talks: ReadonlyMap<string, Talk>;
};

export type Router = Routes & {
  tap(turn: Turn, data: string): Promise<void>;
  command(turn: Turn, name: string, rest: string): Promise<boolean>;
  talk(name: string): Talk | null;
  readonly fallback: Fallback;
};

function collect<V>(chats: Chat[], of: (chat: Chat) => Record<string, V> | undefined): Map<string, V> {
  const all = new Map<string, V>();
  for (const chat of chats)
    for (const [name, value] of Object.entries(of(chat) ?? {})) {
      if (all.has(name)) throw new Error(`two rows for «${name}»`);
      all.set(name, value);
    }
  return all;
}

/** Joins the features' tables; two rows with one name are a programmer's mistake and throw. */
export function createRouter(chats: Chat[], fallback: Fallback): Router {
  const taps = collect(chats, (chat) => chat.taps);
  const commands = collect(chats, (chat) => chat.commands);
  const talks = collect(chats, (chat) => chat.talks);
  return {
    taps,
    commands,
    talks,
    fallback,
    talk: (name) => talks.get(name) ?? null,
    tap: async (turn, data) => {
      const { kind, args } = readPress(data);
      const done = (await taps.get(kind)?.run(turn, args)) ?? false;
      if (!done) await fallback.stale(turn);
    },
    command: async (turn, name, rest) => {
      const command = commands.get(name);
      if (!command) return false;
      await command.run(turn, rest);
      return true;
    },
  };
}
