/** What Telegram does to every text: cleans it, trims it, and finds commands, mentions, hashtags and links in it. */
import type { MessageEntity } from "@grammyjs/types";
import { badRequest } from "./refusal.ts";

type Formatted = { text: string; entities: MessageEntity[] };
type Found = MessageEntity.CommonMessageEntity["type"];

const LONE_SURROGATE = /\p{Surrogate}/u;
const LINE_BREAK = 10;
const FIRST_PRINTABLE = 0x20;
const EDGES = /^\s|\s$/;

/** Cleans and trims a text together with the entities in it, and adds those that Telegram finds by itself. */
export function finish({ text, entities }: Formatted): Formatted {
  if (LONE_SURROGATE.test(text)) throw badRequest("strings must be encoded in UTF-8");
  const clean = withoutControls(text);
  const whole = EDGES.test(clean) ? trimmed(clean, entities) : { text: clean, entities };
  const found = detect(whole.text, whole.entities);
  return { text: whole.text, entities: [...whole.entities, ...found].sort(inOrder) };
}

/** Control characters become spaces, but for the line break. */
function withoutControls(text: string): string {
  let clean = "";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= FIRST_PRINTABLE || code === LINE_BREAK) continue;
    clean += `${text.slice(from, at)} `;
    from = at + 1;
  }
  return from === 0 ? text : clean + text.slice(from);
}

const inOrder = (a: MessageEntity, b: MessageEntity): number => a.offset - b.offset || b.length - a.length;

function trimmed(source: string, entities: MessageEntity[]): Formatted {
  const text = source.trim();
  const cut = source.length - source.trimStart().length;
  const kept = entities.flatMap((entity) => {
    const start = Math.max(entity.offset - cut, 0);
    const end = Math.min(entity.offset + entity.length - cut, text.length);
    return end > start ? [{ ...entity, offset: start, length: end - start }] : [];
  });
  return { text, entities: kept };
}

/** Checks entities that a bot gave beside a text. */
export function checkEntities(text: string, entities: MessageEntity[]): MessageEntity[] {
  for (const { offset, length } of entities) {
    const lawful = Number.isInteger(offset) && Number.isInteger(length) && offset >= 0 && length > 0;
    if (!lawful || offset + length > text.length) throw badRequest("entity beyond the end of the text");
  }
  return entities.filter((entity) => !isFound(entity.type));
}

const PATTERNS: [Found, RegExp][] = [
  ["bot_command", /(?<![\w/@<])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])/g],
  ["email", /(?<![\w.@])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ["url", /(?<![\w@])(?:https?:\/\/[^\s<>"]+|(?:[\w-]+\.)+(?:com|org|net|ru|io|me|dev|info|app)\b(?:\/[^\s<>"]*)?)/g],
  ["mention", /(?<![\w@.])@[A-Za-z][A-Za-z0-9_]{3,31}\b/g],
  ["hashtag", /(?<![\p{L}\d_#])#[\p{L}\d_]*\p{L}[\p{L}\d_]*/gu],
];
const isFound = (type: string): boolean => PATTERNS.some(([found]) => found === type);
const WORTH_LOOKING = /[/@#.]/;

function detect(text: string, given: MessageEntity[]): MessageEntity[] {
  if (!WORTH_LOOKING.test(text)) return [];
  const taken = given
    .filter(({ type }) => type === "code" || type === "pre" || type === "text_link")
    .map(({ offset, length }) => ({ offset, length }));
  const found: MessageEntity[] = [];
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const place = { offset: match.index, length: match[0].length };
      const clash = taken.some(
        (one) => place.offset < one.offset + one.length && one.offset < place.offset + place.length,
      );
      if (clash) continue;
      taken.push(place);
      found.push({ type, ...place });
    }
  }
  return found;
}
