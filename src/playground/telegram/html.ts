/**
 * Telegram's HTML parse mode: text with tags becomes plain text and entities, whose offsets count UTF-16 units.
 * Refuses what the real parser refuses: unknown tags, tags without an end, ends without a start.
 */
import type { MessageEntity } from "@grammyjs/types";
import { bytesBefore, cannotParse, type OpenTag, readReference, readStartTag } from "./html-tags.ts";
import { isLink } from "./links.ts";

export type Formatted = { text: string; entities: MessageEntity[] };

type Open = OpenTag & { offset: number };

const PLAIN: Record<string, "bold" | "italic" | "underline" | "strikethrough" | "spoiler"> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  span: "spoiler",
  "tg-spoiler": "spoiler",
};
const SPECIAL = /[<&]/g;

/** Parses `source`; throws a refusal with Telegram's words and a byte offset when it is broken. */
export function parseHtml(source: string): Formatted {
  const entities: MessageEntity[] = [];
  const nested: Open[] = [];
  let text = "";
  let at = 0;
  while (at < source.length) {
    SPECIAL.lastIndex = at;
    const next = SPECIAL.exec(source)?.index ?? source.length;
    text += source.slice(at, next);
    at = next;
    if (at >= source.length) break;
    if (source[at] === "&") {
      const reference = readReference(source, at);
      text += reference ? reference.sign : "&";
      at = reference ? reference.end : at + 1;
    } else if (source[at + 1] === "/") {
      const end = readEndTag(source, at, nested);
      const entity = end.open && entityOf(end.open, text, nested, entities);
      if (entity) entities.push(entity);
      at = end.at;
    } else {
      const open = readStartTag(source, at);
      nested.push({ ...open, offset: text.length });
      at = open.end;
    }
  }
  const last = nested.at(-1);
  if (last) throw cannotParse(`Can't find end tag corresponding to start tag "${last.name}"`);
  return { text, entities };
}

function readEndTag(source: string, begin: number, nested: Open[]): { open: Open | undefined; at: number } {
  const where = () => `at byte offset ${bytesBefore(source, begin)}`;
  const open = nested.pop();
  if (!open) throw cannotParse(`Unexpected end tag ${where()}`);
  const end = /<\/([^\s>]*)\s*/y;
  end.lastIndex = begin;
  const match = end.exec(source);
  const at = begin + (match?.[0].length ?? 0);
  if (source[at] !== ">") throw cannotParse(`Unclosed end tag ${where()}`);
  const name = (match?.[1] ?? "").toLowerCase();
  if (name !== "" && name !== open.name) {
    throw cannotParse(`Unmatched end tag ${where()}, expected "</${open.name}>", found "</${name}>"`);
  }
  return { open, at: at + 1 };
}

function entityOf(open: Open, text: string, outer: Open[], done: MessageEntity[]): MessageEntity | undefined {
  const place = { offset: open.offset, length: text.length - open.offset };
  if (place.length === 0) return undefined;
  const plain = PLAIN[open.name];
  if (plain) return { type: plain, ...place };
  if (open.name === "a") return linkOf(open, text, place);
  if (open.name === "blockquote") {
    return { type: open.argument === "" ? "blockquote" : "expandable_blockquote", ...place };
  }
  if (open.name === "tg-emoji") {
    if (!/^\d+$/.test(open.argument)) throw cannotParse("Invalid custom emoji identifier specified");
    return { type: "custom_emoji", custom_emoji_id: open.argument, ...place };
  }
  if (open.name === "tg-time") return timeOf(open, place);
  return codeOf(open, place, outer, done);
}

function linkOf(open: Open, text: string, place: { offset: number; length: number }): MessageEntity | undefined {
  const url = open.argument === "" ? text.slice(open.offset) : open.argument;
  return isLink(url) ? { type: "text_link", url, ...place } : undefined;
}

function timeOf(open: Open, place: { offset: number; length: number }): MessageEntity {
  const unix = Number(open.argument);
  const format = open.format ?? "";
  if (!Number.isSafeInteger(unix) || unix <= 0) throw cannotParse("Invalid date-time specified");
  if (!isTimeFormat(format)) throw cannotParse("Invalid date-time format specified");
  return { type: "date_time", unix_time: unix, date_time_format: format, ...place };
}

type TimeFormat = MessageEntity.DateTimeMessageEntity["date_time_format"];
const isTimeFormat = (format: string): format is TimeFormat => /^(?:r|w?[dD]?[tT]?)$/.test(format);

/** `<pre><code class="language-x">` is one entity: the outer tag takes the language of the inner one. */
function codeOf(
  open: Open,
  place: { offset: number; length: number },
  outer: Open[],
  done: MessageEntity[],
): MessageEntity | undefined {
  if (open.name === "code") {
    const above = outer.at(-1);
    if (above?.name === "pre" && above.offset === open.offset) {
      above.argument = open.argument;
      return undefined;
    }
    return { type: "code", ...place };
  }
  const wraps = done.findIndex((one) => one.type === "code" && one.offset === place.offset);
  if (wraps >= 0) done.splice(wraps, 1);
  return open.argument === "" ? { type: "pre", ...place } : { type: "pre", language: open.argument, ...place };
}
