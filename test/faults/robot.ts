/**
 * A person made of code. It answers what it sees, waits for the next screen however long the bot is away, never says a thing
 * twice, and remembers which answers the bot has acknowledged by showing what comes next.
 */
import type { ChatMessage, Emulator } from "#playground/telegram/model.ts";
import { type Asked, placeOf, readSight, type Sight, type Words } from "./sight.ts";

/** An answer as the database keeps it. */
export type Value =
  | { kind: "text"; text: string }
  | { kind: "number"; number: number }
  | { kind: "yesno"; yes: boolean }
  | { kind: "one"; option: string }
  | { kind: "many"; options: string[] };

export type Robot = {
  id: number;
  /** The present screen: what the bot showed last in this chat, new or changed. */
  sight(): Sight | undefined;
  /** Whether there is something new to answer. */
  mayAct(): boolean;
  /** Answers what is on the screen, once. */
  act(): void;
  /** Whether the questionnaire was sent and the bot has said so. */
  finished(): boolean;
  /** Answers after which the bot has shown what comes next, by question key. */
  acknowledged(): ReadonlyMap<string, Value>;
  /** The answer that was given and is not acknowledged yet. */
  pending(): { key: string; value: Value } | undefined;
  /** What a careful person would complain of. */
  complaints: string[];
};

type Given = { key: string; value: Value };
type Parts = { emulator: Emulator; id: number; words: Words; random: () => number };

const MOST_TICKS = 2;
const START = "nothing seen";

export function createRobot({ emulator, id, words, random }: Parts): Robot {
  const acknowledged = new Map<string, Value>();
  const complaints: string[] = [];
  /** What the bot showed last in this chat, new or changed. */
  let seen: Sight | undefined;
  let answeredAt = "";
  let given: Given | undefined;
  let typed = 0;

  emulator.subscribe((change) => {
    if ((change.kind !== "message" && change.kind !== "edited") || change.chatId !== id) return;
    const message = emulator.chat(id).find((one) => one.id === change.messageId);
    const sight = message && readSight(message, words);
    if (sight) notice(sight);
  });

  const place = (): string => (seen ? placeOf(seen) : START);

  /** A screen has come: was the last answer taken, and is nothing asked that was answered before? */
  function notice(sight: Sight): void {
    seen = sight;
    const key = sight.at === "question" ? sight.asked.key : undefined;
    if (given && given.key !== key && sight.at !== "paused") {
      acknowledged.set(given.key, given.value);
      given = undefined;
    }
    if (key !== undefined && acknowledged.has(key)) complaints.push(`${key} was asked again after it was answered`);
  }

  const some = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new Error("nothing to choose from");
    return value;
  };
  const tap = (message: ChatMessage, label: string): void => {
    const button = message.buttons.flat().find(({ text }) => text === label);
    if (button?.kind !== "callback") throw new Error(`no button «${label}» below: ${message.text}`);
    emulator.tap(id, message.id, button.data);
  };
  const say = (text: string): void => {
    emulator.say(id, text);
  };

  function answer(message: ChatMessage, asked: Asked, ticked: string[]): void {
    const { key } = asked;
    switch (asked.kind) {
      case "text": {
        const text = `на вопрос ${key} от ${id} слово ${typed++}`;
        given = { key, value: { kind: "text", text } };
        say(text);
        break;
      }
      case "number": {
        const option = some(asked.options);
        given = { key, value: { kind: "number", number: Number(option.id) } };
        if (random() < 0.5) say(option.label);
        else tap(message, option.label);
        break;
      }
      case "yesno": {
        const option = some(asked.options);
        given = { key, value: { kind: "yesno", yes: option.id === "yes" } };
        tap(message, option.label);
        break;
      }
      case "one": {
        const option = some(asked.options);
        given = { key, value: { kind: "one", option: option.id } };
        tap(message, option.label);
        break;
      }
      case "many":
        choose(message, asked, ticked);
    }
  }

  /** Marks some, one by one, and then says that this is all. */
  function choose(message: ChatMessage, { key, options }: Asked, ticked: string[]): void {
    const enough = ticked.length > 0 && (ticked.length >= MOST_TICKS || random() < 0.5);
    if (!enough) {
      given = undefined;
      tap(message, some(options.filter((one) => !ticked.includes(one.id))).label);
      return;
    }
    given = { key, value: { kind: "many", options: ticked } };
    tap(message, words.done);
  }

  function act(): void {
    answeredAt = place();
    if (!seen) emulator.start(id);
    else if (seen.at === "intro") tap(seen.message, words.begin);
    else if (seen.at === "paused") tap(seen.message, seen.back);
    else if (seen.at === "question") answer(seen.message, seen.asked, seen.ticked);
    else if (seen.at === "review") tap(seen.message, words.send);
    else throw new Error("there is nothing more to do");
  }

  return {
    id,
    sight: () => seen,
    mayAct: () => place() !== answeredAt && seen?.at !== "sent",
    act,
    finished: () => seen?.at === "sent",
    acknowledged: () => acknowledged,
    pending: () => given,
    complaints,
  };
}
