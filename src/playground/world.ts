/** The playground's people and what of their chats has changed since the page was last told. */
import { type Clock, SECOND } from "#core/clock.ts";
import { type ChatSeen, type Happening, type MessageSeen, messageSeen, type Note, type PersonSeen } from "./seen.ts";
import type { Change, EmulatedUser, Emulator } from "./telegram/model.ts";

export type NewPerson = { name: string; role?: string; languageCode?: string };

export type World = {
  /** Everything that is shown now. */
  chats(): ChatSeen[];
  add(person: NewPerson): number;
  /** Says which role the page shows beside the person's name. */
  cast(userId: number, role: string): void;
  /** The person with this id, @username, name or role, in that order; undefined when there is none. */
  find(words: string): number | undefined;
  /** Passes words on from one person to another, outside the bot. */
  pass(note: { from: number; to: number } & Pick<Note, "text" | "entities">): void;
};

/** Telegram shows "typing…" for five seconds. */
const TYPING = 5 * SECOND + 200;

const HUES = 7;

const fullName = (user: EmulatedUser): string => [user.firstName, user.lastName].filter(Boolean).join(" ");

/** Watches the emulator until `signal` aborts and tells `hear` of changes, many at once as one happening per chat. */
export function createWorld(given: {
  clock: Clock;
  emulator: Emulator;
  signal: AbortSignal;
  hear: (happening: Happening) => void;
}): World {
  const { clock, emulator, signal, hear } = given;
  const roles = new Map<number, string>();
  const notes = new Map<number, Note[]>();
  const told = new Map<number, Map<number, string>>();
  const dirty = new Set<number>();
  let noteCount = 0;

  const personSeen = (user: EmulatedUser): PersonSeen => {
    const { names, descriptions } = emulator.profile();
    const language = user.languageCode ?? "";
    return {
      id: user.id,
      name: fullName(user),
      hue: emulator.users().findIndex((one) => one.id === user.id) % HUES,
      role: roles.get(user.id) ?? "",
      username: user.username ?? "",
      started: user.started,
      blocked: user.blocked,
      deactivated: user.deactivated,
      typing: emulator.typing(user.id) ?? null,
      keyboard: emulator.keyboard(user.id) ?? null,
      commands: emulator.commandsFor(user.id),
      botName: names[language] || names[""] || emulator.bot.first_name,
      description: descriptions[language] || descriptions[""] || "",
      notes: notes.get(user.id) ?? [],
    };
  };
  const messagesOf = (userId: number): MessageSeen[] =>
    emulator.chat(userId).map((message) => messageSeen(userId, message));

  /** What differs from what was told last, remembered as told. */
  const news = (user: EmulatedUser): Happening => {
    const before = told.get(user.id) ?? new Map<number, string>();
    const now = new Map<number, string>();
    const messages = messagesOf(user.id).filter((message) => {
      const json = JSON.stringify(message);
      now.set(message.id, json);
      return before.get(message.id) !== json;
    });
    told.set(user.id, now);
    const gone = [...before.keys()].filter((id) => !now.has(id));
    return { kind: "chat", person: personSeen(user), messages, gone };
  };
  const flush = () => {
    const ids = new Set(dirty);
    dirty.clear();
    if (signal.aborted) return;
    for (const user of emulator.users()) if (ids.has(user.id)) hear(news(user));
  };
  const touch = (userId: number) => {
    if (dirty.size === 0) setImmediate(flush);
    dirty.add(userId);
  };
  const watch = (change: Change) => {
    if (change.kind === "profile") for (const user of emulator.users()) touch(user.id);
    else touch(change.kind === "user" ? change.userId : change.chatId);
    if (change.kind === "typing") void clock.sleep(TYPING, signal).then(() => touch(change.chatId));
  };
  signal.addEventListener("abort", emulator.subscribe(watch), { once: true });

  return {
    chats: () => emulator.users().map((user) => ({ person: personSeen(user), messages: messagesOf(user.id) })),
    add({ name, role, languageCode = "ru" }) {
      const [firstName = name, ...rest] = name.trim().split(/\s+/);
      const lastName = rest.join(" ");
      const user = emulator.addUser({ firstName, languageCode, ...(lastName ? { lastName } : {}) });
      if (role) roles.set(user.id, role);
      touch(user.id);
      return user.id;
    },
    cast(userId, role) {
      roles.set(userId, role);
      touch(userId);
    },
    find(words) {
      const wanted = words.trim().replace(/^@/, "").toLowerCase();
      const tests: ((user: EmulatedUser) => boolean)[] = [
        (user) => String(user.id) === wanted,
        (user) => user.username?.toLowerCase() === wanted,
        (user) => fullName(user).toLowerCase() === wanted,
        (user) => roles.get(user.id) === wanted,
      ];
      const users = emulator.users();
      for (const test of tests) {
        const found = users.find(test);
        if (found) return found.id;
      }
      return undefined;
    },
    pass({ from, to, text, entities }) {
      noteCount += 1;
      const note = { id: noteCount, at: clock.now().getTime(), from: fullName(emulator.user(from)), text, entities };
      notes.set(to, [...(notes.get(to) ?? []), note]);
      touch(to);
    },
  };
}
