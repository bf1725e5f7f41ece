/**
 * What an operator may ask of the bot. One entry per command: it is done by the running process when there is one,
 * and otherwise by a bot opened for it, which neither polls nor sends.
 */
import { z } from "zod";
import type { ControlCommand } from "#platform/control.ts";
import { sayLink } from "#platform/terminal.ts";
import type { LoneOperation, Operated, Operation } from "./operation.ts";
import { backup, backups, restore, resume } from "./operator-copies.ts";

const nothing = (words: string[]) =>
  words.length === 0 ? ({ kind: "args", args: null } as const) : ({ kind: "usage" } as const);

const Link = z.object({ url: z.string(), expiresAt: z.iso.datetime() });

const linking = (about: string, replaces: boolean): Operation => ({
  about,
  usage: "",
  read: nothing,
  perform: async ({ app, showLink }) => {
    const { url, expiresAt } = await app.ownerLink(replaces);
    return { kind: "done", value: { url: showLink(url), expiresAt: expiresAt.toISOString() } };
  },
  print: async (value, terminal) => {
    const { url, expiresAt } = Link.parse(value);
    await sayLink(terminal, { url, expiresAt: new Date(expiresAt) });
  },
});

const ownerLink = linking("prints a one-time link that makes whoever opens it the owner of this bot", false);
const ownerReplace = linking("the same; the former owner's role ends when the link is opened", true);

export const operations: Record<string, Operation | LoneOperation> = {
  "owner-link": ownerLink,
  "owner-replace": ownerReplace,
  backup,
  backups,
  restore,
  resume,
};

/** The commands that the running process obeys. */
export const commandsOf = (bot: Operated): Record<string, ControlCommand> =>
  Object.fromEntries(
    Object.entries(operations).flatMap(([name, operation]) =>
      "perform" in operation ? [[name, (args: unknown) => operation.perform(bot, args)]] : [],
    ),
  );
