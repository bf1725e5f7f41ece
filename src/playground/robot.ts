/** An invented person's hand on the phone: says, taps what is really on the screen, and waits until the bot has answered. */
import { type Clock, SECOND } from "#core/clock.ts";
import type { ChatMessage, Emulator } from "./telegram/model.ts";

export type Key = { text: string; data: string };

/** Chooses by place, from the first again after the last. */
export const nth =
  (number: number) =>
  (keys: Key[]): Key | undefined =>
    keys[number % keys.length];

export type Robot = {
  userId: number;
  /** Opens the bot, by a link's payload when there is one. */
  starts(payload?: string): Promise<void>;
  says(text: string): Promise<void>;
  /** Waits for a button whose data is of this kind and taps the one that `choose` takes, the first when nobody chooses. */
  taps(kind: string, choose?: (keys: Key[]) => Key | undefined): Promise<void>;
  /** Waits until a button of this kind stands under the bot's last message. */
  awaits(kind: string): Promise<void>;
  /** The buttons of this kind under the bot's last message. */
  sees(kind: string): Key[];
  /** The payload of the newest link that the bot gave. */
  payload(): string;
};

/** How long a robot waits for the bot before it gives up. */
const PATIENCE = 30 * SECOND;
const LINK = /\?start=([\w-]+)/;

const keysOf = (message: ChatMessage | undefined, kind: string): Key[] =>
  (message?.buttons.flat() ?? []).flatMap((one) =>
    one.kind === "callback" && (one.data === kind || one.data.startsWith(`${kind}:`)) ? [one] : [],
  );

/** Lets somebody who is known to the emulator act of themselves. Acts reject when the bot does not answer within half a minute. */
export function createRobot(emulator: Emulator, clock: Clock, userId: number): Robot {
  const fromBot = () => emulator.chat(userId).filter((message) => message.byBot);

  /** Resolves with what `look` finds in the chat, now or after some change of it. */
  async function until<Found>(look: () => Found | undefined, awaited: string): Promise<Found> {
    const now = look();
    if (now !== undefined) return now;
    const over = new AbortController();
    let stop = () => {};
    const found = new Promise<Found>((resolve) => {
      stop = emulator.subscribe(() => {
        const seen = look();
        if (seen !== undefined) resolve(seen);
      });
    });
    const late = clock.sleep(PATIENCE, over.signal).then(() => undefined);
    const first = await Promise.race([found, late]);
    over.abort();
    stop();
    if (first === undefined) throw new Error(`the bot did not answer an invented person: ${awaited}`);
    return first;
  }

  const answerTo = ({ id }: ChatMessage) =>
    until(() => fromBot().find((message) => message.id > id), "a word was said");

  return {
    userId,
    starts: async (payload) => void (await answerTo(emulator.start(userId, payload))),
    says: async (text) => void (await answerTo(emulator.say(userId, text))),
    taps: async (kind, choose = ([first]) => first) => {
      const { message, key } = await until(() => {
        const message = fromBot().findLast((one) => keysOf(one, kind).length > 0);
        const key = choose(keysOf(message, kind));
        return message && key ? { message, key } : undefined;
      }, kind);
      const tap = emulator.tap(userId, message.id, key.data);
      await until(() => (tap.state().kind === "answered" ? true : undefined), kind);
    },
    awaits: async (kind) =>
      void (await until(() => (keysOf(fromBot().at(-1), kind).length > 0 ? true : undefined), kind)),
    sees: (kind) => keysOf(fromBot().at(-1), kind),
    payload: () => {
      const texts = fromBot().map(({ text }) => LINK.exec(decodeURIComponent(text))?.[1]);
      const newest = texts.findLast((payload) => payload !== undefined);
      if (newest === undefined) throw new Error("the bot gave an invented person no link");
      return newest;
    },
  };
}
