/** What the operator reads on the terminal beside the log. */
import type { Writable } from "node:stream";
import { qrText } from "./qr.ts";

export type Terminal = {
  /** Whether a person looks at it now: a link shown here is not kept in anybody's log. */
  readonly attended: boolean;
  say(line: string): void;
};

/** The terminal of this process. */
export const terminalOf = (out: Writable & { isTTY?: boolean }): Terminal => ({
  attended: out.isTTY === true,
  say: (line) => void out.write(`${line}\n`),
});

export type ShownLink = { url: string; expiresAt: Date };

/** A one-time link as text and as a code for a phone's camera. */
export async function sayLink(terminal: Terminal, { url, expiresAt }: ShownLink, picture = true): Promise<void> {
  terminal.say(`Owner link, once, until ${expiresAt.toISOString().slice(0, 16).replace("T", " ")} UTC:\n  ${url}`);
  if (picture) terminal.say(await qrText(url));
}
