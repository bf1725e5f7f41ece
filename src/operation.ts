/** What a command of the operator is made of. */
import type { App } from "#app";
import type { Config } from "#platform/config.ts";
import type { ControlAnswer } from "#platform/control.ts";
import type { Terminal } from "#platform/terminal.ts";

/** How a link is opened here: by Telegram, or in the playground's page. */
export type ShowLink = (url: string) => string;

export type Operated = { app: Pick<App, "ownerLink" | "operations">; showLink: ShowLink };

type Spoken = {
  /** One line for `help`. */
  about: string;
  /** What is written after the command's name; empty when nothing is. */
  usage: string;
  /** The arguments as they are sent to the bot; "usage" when they are wrong. */
  read(words: string[]): { kind: "args"; args: unknown } | { kind: "usage" };
  /** Shows the answer's value to a person. */
  print(value: unknown, terminal: Terminal): Promise<void>;
};

/** Done by the running process when there is one, and otherwise by a bot opened for it, which neither polls nor sends. */
export type Operation = Spoken & { perform(bot: Operated, args: unknown): Promise<ControlAnswer> };

/** Done by the command itself, without a bot: on files, or on a database that no bot may have open. */
export type LoneOperation = Spoken & {
  alone(here: { config: Config; cwd: string; now: Date }, args: unknown): Promise<ControlAnswer>;
};
