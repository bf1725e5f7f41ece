/** A mentee made of code: reads the screen, taps the buttons that are there or types, and remembers what it has answered. */
import { type Clock, SECOND } from "#core/clock.ts";
import type { ChatMessage, Emulator } from "#playground/telegram/index.ts";
import type { AskedQuestion, IntakeWords } from "./words.ts";

/** What was answered: the text, or the ids of the options in the order of tapping. */
export type Given = { text: string } | { options: string[] };

export type Robot = {
  id: number;
  /** Does what the screen asks for next; resolves with the milliseconds until the screen changed, null after a minute. */
  act(): Promise<number | null>;
  finished(): boolean;
  /** Acknowledged answers by question key: the bot has shown the next screen since. */
  given: ReadonlyMap<string, Given>;
};

type Outside = { emulator: Emulator; clock: Clock; words: IntakeWords; random: () => number };
type Move = { kind: "start" } | { kind: "type"; text: string } | { kind: "tap"; message: ChatMessage; label: string };
/** A move, and what is answered by it once it is acknowledged. */
type Plan = { move: Move; answer?: { key: string; given: Given } };

const PATIENCE = 60 * SECOND;
const TICKS = 2;
const CHOSEN = "✓ ";

const labelsOf = ({ buttons }: ChatMessage): string[] => buttons.flat().map(({ text }) => text);
const isScreen = (message: ChatMessage): boolean => message.byBot && message.buttons.length > 0;
const tap = (message: ChatMessage, label: string): Move => ({ kind: "tap", message, label });

function dataOf({ buttons }: ChatMessage, label: string): string {
  const button = buttons.flat().find(({ text }) => text === label);
  if (button?.kind !== "callback") throw new Error(`no button «${label}»`);
  return button.data;
}

const looksOf = (message: ChatMessage | undefined): string =>
  message ? JSON.stringify([message.text, message.buttons]) : "";

/** Sorts the changes of all chats to those who wait for one. */
export function createWatch(emulator: Emulator) {
  const waiting = new Map<number, (messageId: number) => void>();
  emulator.subscribe((change) => {
    if (change.kind === "message" || change.kind === "edited") waiting.get(change.chatId)?.(change.messageId);
  });
  return {
    on: (chatId: number, hear: (messageId: number) => void) => void waiting.set(chatId, hear),
    off: (chatId: number) => void waiting.delete(chatId),
  };
}
export type Watch = ReturnType<typeof createWatch>;

export function createRobot(id: number, outside: Outside & { watch: Watch }): Robot {
  const { emulator, clock, words, random, watch } = outside;
  const given = new Map<string, Given>();
  let finished = false;
  let typed = 0;

  const screen = (): ChatMessage | undefined => emulator.chat(id).findLast(isScreen);
  const some = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new Error("nothing to choose from");
    return value;
  };

  function planFor(message: ChatMessage, question: AskedQuestion): Plan {
    const { key, kind, options } = question;
    if (kind === "text") {
      const text = `${key} ${id} ${typed++} ${`${question.text} `.repeat(1 + Math.floor(random() * 3))}`.trim();
      return { move: { kind: "type", text }, answer: { key, given: { text } } };
    }
    if (kind !== "many") {
      const option = some(options);
      return { move: tap(message, option.label), answer: { key, given: { options: [option.id] } } };
    }
    const chosen = options.filter(({ label }) => labelsOf(message).includes(CHOSEN + label));
    if (chosen.length >= TICKS) return { move: tap(message, words.done) };
    const option = some(options.filter((one) => !chosen.includes(one)));
    const ids = [...chosen, option].map((one) => one.id);
    return { move: tap(message, option.label), answer: { key, given: { options: ids } } };
  }

  function plan(): Plan {
    const message = screen();
    if (!message) return { move: { kind: "start" } };
    const labels = labelsOf(message);
    const way = [words.begin, words.send].find((label) => labels.includes(label));
    if (way !== undefined) return { move: tap(message, way) };
    const question = words.questions.find(({ mark }) => message.text.includes(mark));
    if (!question) throw new Error(`a robot does not know this screen: ${message.text}`);
    return planFor(message, question);
  }

  function perform(move: Move): void {
    if (move.kind === "start") emulator.start(id);
    else if (move.kind === "type") emulator.say(id, move.text);
    else emulator.tap(id, move.message.id, dataOf(move.message, move.label));
  }

  /** Resolves when the bot shows another screen than `before`; false when it does not in time. */
  function changed(before: string): Promise<boolean> {
    const patience = new AbortController();
    return new Promise((resolve) => {
      const end = (seen: boolean) => {
        watch.off(id);
        patience.abort();
        resolve(seen);
      };
      watch.on(id, (messageId) => {
        const message = emulator.chat(id).find((one) => one.id === messageId);
        if (message && isScreen(message) && looksOf(message) !== before) end(true);
      });
      void clock.sleep(PATIENCE, patience.signal).then(() => end(false));
    });
  }

  async function act(): Promise<number | null> {
    const before = looksOf(screen());
    const { move, answer } = plan();
    const seen = changed(before);
    const at = clock.monotonic();
    perform(move);
    if (!(await seen)) return null;
    const latency = clock.monotonic() - at;
    if (answer) given.set(answer.key, answer.given);
    const shown = screen();
    finished = shown !== undefined && labelsOf(shown).includes(words.reopen);
    return latency;
  }

  return { id, act, finished: () => finished, given };
}
