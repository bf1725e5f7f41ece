/** From what a bot gives as text or caption to what the message will hold, with Telegram's limits. */
import type { MessageEntity } from "@grammyjs/types";
import { checkEntities, finish } from "./entities.ts";
import { type Formatted, parseHtml } from "./html.ts";
import { badRequest, notEmulated } from "./refusal.ts";

export type GivenText = { text: string; parse_mode?: string | undefined; entities?: MessageEntity[] | undefined };
export type ReadText = Formatted & { html?: string };

const LONGEST_TEXT = 4096;
const LONGEST_CAPTION = 1024;
const LONGEST_SOURCE_BYTES = 32_768;

/** The text of a message: 1 to 4096 UTF-16 units once the markup is gone. */
export function readText(given: GivenText): ReadText {
  if (given.text === "") throw badRequest("Message text is empty");
  const read = format(given);
  if (read.text === "") throw badRequest("Text must be non-empty");
  if (read.text.length > LONGEST_TEXT) throw badRequest("message is too long");
  return read;
}

/** The caption of a file or picture: at most 1024 UTF-16 units once the markup is gone; it may be empty. */
export function readCaption(given: GivenText): ReadText {
  const read = format(given);
  if (read.text.length > LONGEST_CAPTION) throw badRequest("message caption is too long");
  return read;
}

function format({ text, parse_mode, entities }: GivenText): ReadText {
  if (text.length * 3 > LONGEST_SOURCE_BYTES && Buffer.byteLength(text) > LONGEST_SOURCE_BYTES) {
    throw badRequest("Text is too long");
  }
  if (parse_mode === "HTML") return { ...finish(parseHtml(text)), html: text };
  if (parse_mode !== undefined) throw notEmulated(`parse_mode ${parse_mode}`);
  return finish({ text, entities: entities ? checkEntities(text, entities) : [] });
}
