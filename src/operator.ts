/**
 * What an operator may ask of the bot. One entry per command: it is done by the running process when there is one,
 * and otherwise by a bot opened for it, which neither polls nor sends.
 */
import { z } from "zod";
import type { App } from "#app";
import type { ControlAnswer, ControlCommand } from "#platform/control.ts";
import { sayLink, type Terminal } from "#platform/terminal.ts";

/** How a link is opened here: by Telegram, or in the playground's page. */
export type ShowLink = (url: string) => string;

export type Operated = { app: Pick<App, "ownerLink">; showLink: ShowLink };

export type Operation = {
  /** One line for `help`. */
  about: string;
  /** What is written after the command's name; empty when nothing is. */
  usage: string;
  /** The arguments as they are sent to the bot; "usage" when they are wrong. */
  read(words: string[]): { kind: "args"; args: unknown } | { kind: "usage" };
  perform(bot: Operated, args: unknown): Promise<ControlAnswer>;
  /** Shows the answer's value to a person. */
  print(value: unknown, terminal: Terminal): Promise<void>;
};

const nothing = (words: string[]) =>
  words.length === 0 ? ({ kind: "args", args: null } as const) : ({ kind: "usage" } as const);

const Link = z.object({ url: z.string(), expiresAt: z.iso.datetime() });

const ownerLink: Operation = {
  about: "prints a one-time link that makes whoever opens it the owner of this bot",
  usage: "",
  read: nothing,
  perform: async ({ app, showLink }) => {
    const { url, expiresAt } = await app.ownerLink();
    return { kind: "done", value: { url: showLink(url), expiresAt: expiresAt.toISOString() } };
  },
  print: async (value, terminal) => {
    const { url, expiresAt } = Link.parse(value);
    await sayLink(terminal, { url, expiresAt: new Date(expiresAt) });
  },
};

export const operations: Record<string, Operation> = { "owner-link": ownerLink };

/** The commands that the running process obeys. */
export const commandsOf = (bot: Operated): Record<string, ControlCommand> =>
  Object.fromEntries(Object.entries(operations).map(([name, { perform }]) => [name, (args) => perform(bot, args)]));
