/** Reads one HTML tag of Telegram's dialect, and the character references that it knows. */
import { badRequest } from "./refusal.ts";

export type OpenTag = { name: string; argument: string; format?: string; end: number };

const SPACE = /\s/;
const SUPPORTED = new Set(
  "a b strong i em u ins s strike del span tg-spoiler tg-emoji tg-time code pre blockquote".split(" "),
);
const LITERALS: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };
const REFERENCE = /&(?:#x([0-9a-fA-F]+)|#(\d+)|([A-Za-z]+));?/y;
const LONGEST_REFERENCE = 10;
const LAST_CODE_POINT = 0x10ffff;

/** The refusal for markup that cannot be read; positions are told in bytes of UTF-8, as Telegram does. */
export const cannotParse = (words: string): Error => badRequest(`can't parse entities: ${words}`);
export const bytesBefore = (source: string, at: number): number => Buffer.byteLength(source.slice(0, at));

/** The character that the reference at `at` stands for, and where it ends; undefined when it is an ordinary "&". */
export function readReference(source: string, at: number): { sign: string; end: number } | undefined {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(source);
  if (!match) return undefined;
  const [whole, hex, decimal, word] = match;
  const end = at + whole.length;
  if (word !== undefined) {
    const sign = LITERALS[word];
    return sign === undefined ? undefined : { sign, end };
  }
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const digits = whole.replace(";", "").length;
  if (code === 0 || code >= LAST_CODE_POINT || digits >= LONGEST_REFERENCE || (code >= 0xd800 && code < 0xe000)) {
    return undefined;
  }
  return { sign: String.fromCodePoint(code), end };
}

/** Reads the start tag whose "<" stands at `begin`. */
export function readStartTag(source: string, begin: number): OpenTag {
  const where = () => `at byte offset ${bytesBefore(source, begin)}`;
  const unclosed = () => cannotParse(`Unclosed start tag ${where()}`);
  let at = begin + 1;
  while (at < source.length && !SPACE.test(source.charAt(at)) && source[at] !== ">") at++;
  if (at >= source.length) throw unclosed();
  const name = source.slice(begin + 1, at).toLowerCase();
  if (!SUPPORTED.has(name)) throw cannotParse(`Unsupported start tag "${name}" ${where()}`);
  const attributes = new Map<string, string>();
  for (;;) {
    at = skipSpace(source, at);
    if (at >= source.length) throw unclosed();
    if (source[at] === ">") break;
    const attribute = readAttribute(source, at, name, where);
    attributes.set(attribute.name, attribute.value);
    at = attribute.end;
  }
  return { name, ...argumentOf(name, attributes, where), end: at + 1 };
}

function readAttribute(source: string, start: number, tag: string, where: () => string) {
  let at = start;
  while (at < source.length && !SPACE.test(source.charAt(at)) && !"=>/\"'".includes(source.charAt(at))) at++;
  const name = source.slice(start, at).toLowerCase();
  if (name === "") throw cannotParse(`Empty attribute name in the tag "${tag}" ${where()}`);
  at = skipSpace(source, at);
  if (source[at] !== "=") {
    if (at >= source.length) throw cannotParse(`Unclosed start tag ${where()}`);
    if (tag === "blockquote" && name === "expandable") return { name, value: "", end: at };
    throw cannotParse(`Expected equal sign in declaration of an attribute of the tag "${tag}" ${where()}`);
  }
  at = skipSpace(source, at + 1);
  const quote = source[at];
  if (quote === '"' || quote === "'") return { name, ...readQuoted(source, at + 1, quote) };
  const token = /[A-Za-z0-9.-]*/y;
  token.lastIndex = at;
  const value = token.exec(source)?.[0] ?? "";
  const end = at + value.length;
  if (end < source.length && !SPACE.test(source.charAt(end)) && source[end] !== ">") {
    throw cannotParse(`Unexpected end of name token at byte offset ${bytesBefore(source, at)}`);
  }
  return { name, value: value.toLowerCase(), end };
}

function readQuoted(source: string, start: number, quote: string): { value: string; end: number } {
  let value = "";
  let at = start;
  while (at < source.length && source[at] !== quote) {
    const reference = source[at] === "&" ? readReference(source, at) : undefined;
    value += reference ? reference.sign : source.charAt(at);
    at = reference ? reference.end : at + 1;
  }
  return { value, end: at + 1 };
}

function argumentOf(name: string, attributes: Map<string, string>, where: () => string) {
  const of = (key: string) => attributes.get(key) ?? "";
  if (name === "a") return { argument: of("href") };
  if (name === "code" || name === "pre") {
    const language = of("class");
    return { argument: language.startsWith("language-") ? language.slice("language-".length) : "" };
  }
  if (name === "span" && of("class") !== "tg-spoiler") {
    throw cannotParse(`Tag "span" must have class "tg-spoiler" ${where()}`);
  }
  if (name === "tg-emoji") return { argument: of("emoji-id") };
  if (name === "tg-time") return { argument: of("unix"), format: of("format") };
  if (name === "blockquote") return { argument: attributes.has("expandable") ? "expandable" : "" };
  return { argument: "" };
}

function skipSpace(source: string, start: number): number {
  let at = start;
  while (at < source.length && SPACE.test(source.charAt(at))) at++;
  return at;
}
