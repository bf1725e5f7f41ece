/** A person of a scene: says, taps what is really on the screen, and sees. */
import { expect } from "vitest";
import type { CallbackAnswer, ChatMessage, EmulatedUser, Emulator, NewFile } from "#playground/telegram/model.ts";

export type Actor = {
  name: string;
  user: EmulatedUser;
  id: number;
  /** Types a text and waits until the bot has answered. */
  says(text: string): Promise<void>;
  /** Opens a deep link as the bot printed it. */
  opens(link: string): Promise<void>;
  /** Taps the button with this label on the latest message that shows it; fails with a list of what is there. Gives the toast. */
  taps(label: string | RegExp): Promise<CallbackAnswer | undefined>;
  sends(file: NewFile): Promise<void>;
  /** The last message of the bot. */
  last(): ChatMessage;
  /** What the bot's messages say now, oldest first. */
  texts(): string[];
  /** The labels on the latest message that has buttons. */
  buttons(): string[];
  /** Expects the bot's last message to contain this. */
  sees(text: string | RegExp): void;
  /** Expects that none of the bot's messages contains this. */
  seesNot(text: string | RegExp): void;
  /** The newest deep link in the chat (text, button or copy button); fails when there is none. */
  link(): string;
  /** How many messages of the bot stand in the chat. */
  count(): number;
};

const LINK = /https:\/\/t\.me\/\w+\?start=[\w-]+/;
const fits = (label: string, wanted: string | RegExp): boolean =>
  typeof wanted === "string" ? label === wanted || label.includes(wanted) : wanted.test(label);

type Parts = { name: string; user: EmulatedUser; emulator: Emulator; settle(): Promise<void> };

export function createActor({ name, user, emulator, settle }: Parts): Actor {
  const fromBot = () => emulator.chat(user.id).filter((message) => message.byBot);
  const withButtons = () => fromBot().findLast((message) => message.buttons.length > 0);
  const labels = (message: ChatMessage | undefined) => (message?.buttons ?? []).flat().map((button) => button.text);

  const actor: Actor = {
    name,
    user,
    id: user.id,
    says: async (text) => {
      emulator.say(user.id, text);
      await settle();
    },
    opens: async (link) => {
      const payload = /start=([\w-]+)/.exec(link)?.[1];
      if (!payload) throw new Error(`not a deep link: ${link}`);
      emulator.start(user.id, payload);
      await settle();
    },
    taps: async (label) => {
      for (const message of fromBot().reverse()) {
        const button = message.buttons.flat().find((one) => one.kind === "callback" && fits(one.text, label));
        if (button?.kind !== "callback") continue;
        const tapped = emulator.tap(user.id, message.id, button.data);
        await settle();
        const state = tapped.state();
        return state.kind === "answered" ? state.answer : undefined;
      }
      throw new Error(
        `${name} finds no button «${label}»; there are: ${labels(withButtons()).join(" | ")}\n${actor.texts().at(-1)}`,
      );
    },
    sends: async (file) => {
      emulator.sendFile(user.id, file);
      await settle();
    },
    last: () => {
      const message = fromBot().at(-1);
      if (!message) throw new Error(`${name} sees nothing of the bot`);
      return message;
    },
    texts: () => fromBot().map((message) => message.text),
    buttons: () => labels(withButtons()),
    sees: (text) => {
      if (typeof text === "string") expect(actor.last().text).toContain(text);
      else expect(actor.last().text).toMatch(text);
    },
    seesNot: (text) => {
      for (const shown of actor.texts())
        if (typeof text === "string") expect(shown).not.toContain(text);
        else expect(shown).not.toMatch(text);
    },
    link: () => {
      for (const message of fromBot().reverse()) {
        const places = [
          message.text,
          ...message.buttons
            .flat()
            .map((button) => ("url" in button ? button.url : "copy" in button ? button.copy : "")),
        ];
        const found = places.map((place) => LINK.exec(decodeURIComponent(place))?.[0]).find(Boolean);
        if (found) return found;
      }
      throw new Error(`${name} has no link`);
    },
    count: () => fromBot().length,
  };
  return actor;
}
