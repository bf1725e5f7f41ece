/**
 * Writes down what everybody says, taps and is shown, in the order in which it happens, as a page that a person can read.
 * Links and ids are drawn anew in each run, so they stand as a word; everything else stands as it was shown.
 */
import type { ChatMessage, ReplyKeyboard, ShownButton } from "#playground/telegram/model.ts";
import type { Actor } from "#test/support/actor.ts";
import type { World } from "#test/support/world.ts";

export type Scribe = {
  /** The same person; from now on the page tells what they do and see. */
  listensTo(actor: Actor): Actor;
  /** A line of the page that is nobody's: what the reader should know. */
  remarks(line: string): void;
  page(): string;
};

const LINK = /https?:\/\/t\.me\/\w+\?start(?:=|%3D)[\w-]+/g;
const told = (text: string): string => text.replaceAll(LINK, "<ссылка>");
const indented = (text: string): string =>
  told(text)
    .split("\n")
    .map((line) => (line === "" ? "" : `    ${line}`))
    .join("\n");

const button = (one: ShownButton): string => `[${one.text}]`;
const keys = (keyboard: ReplyKeyboard | undefined): string[] => {
  if (keyboard?.kind === "keys") return keyboard.rows.map((row) => `    ⌨ ${row.map(({ text }) => text).join(" | ")}`);
  if (keyboard?.kind === "forced" && keyboard.placeholder) return [`    ⌨ …${keyboard.placeholder}`];
  return [];
};

function shown(message: ChatMessage): string {
  const lines = [
    ...(message.file ? [`    📎 ${message.file.name}`] : []),
    ...(message.text ? [indented(message.text)] : []),
    ...message.buttons.map((row) => `    ${row.map(button).join(" ")}`),
    ...keys(message.replyKeyboard),
  ];
  return lines.join("\n");
}

/** The words on the button that a person looks for. */
function labelled(chat: ChatMessage[], label: string | RegExp): string {
  const wanted = (text: string) =>
    typeof label === "string" ? text === label || text.includes(label) : label.test(text);
  const all = chat.toReversed().flatMap(({ buttons }) => buttons.flat());
  return all.find(({ text }) => wanted(text))?.text ?? String(label);
}

/** By what a reader knows the message again. */
const opening = ({ text }: ChatMessage): string => told(text).replaceAll(/\s+/g, " ").slice(0, 40);

/** Watches the whole world from now on. */
export function scribe(w: World): Scribe {
  const lines: string[] = [];
  const names = new Map<number, string>();
  const before = new Map<string, string>();
  const write = (...more: string[]) => lines.push(...more, "");

  w.emulator.subscribe((change) => {
    if (change.kind !== "message" && change.kind !== "edited") return;
    const name = names.get(change.chatId);
    const message = w.emulator.chat(change.chatId).find(({ id }) => id === change.messageId);
    if (name === undefined || !message?.byBot) return;
    const now = shown(message);
    const key = `${change.chatId}:${change.messageId}`;
    const then = before.get(key);
    if (then === now) return;
    before.set(key, now);
    if (then?.startsWith(now)) write(`(кнопок под «${opening(message)}» больше нет)`);
    else write(`${name} видит${change.kind === "edited" ? " на том же месте" : ""}:`, now);
  });

  return {
    listensTo(actor) {
      names.set(actor.id, actor.name);
      return {
        ...actor,
        says: async (text) => {
          write(`${actor.name} пишет: ${told(text)}`);
          await actor.says(text);
        },
        opens: async (link) => {
          write(`${actor.name} открывает ${told(link)}`);
          await actor.opens(link);
        },
        taps: async (label) => {
          write(`${actor.name} нажимает [${labelled(w.emulator.chat(actor.id), label)}]`);
          const answer = await actor.taps(label);
          if (answer?.text) write(`    (всплывает: ${answer.text})`);
          return answer;
        },
        sends: async (file) => {
          write(`${actor.name} присылает файл ${file.name}`);
          await actor.sends(file);
        },
      };
    },
    remarks: (line) => write(`— ${line} —`),
    page: () => `${lines.join("\n").trimEnd()}\n`,
  };
}
