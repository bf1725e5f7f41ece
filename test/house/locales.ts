/** Whether the languages say the same things, and the code asks for what they say. */
import { withoutComments } from "./code.ts";
import { type Message, messagesOf, variantText } from "./fluent.ts";
import { at, type Source } from "./tree.ts";

const all = (files: Source[]): Message[] => files.flatMap((file) => messagesOf(file).messages);
const byKey = (files: Source[]): Map<string, Message> => new Map(all(files).map((message) => [message.key, message]));
const fileOf = (path: string): string => path.replace(/^.*\/|\.ftl$/g, "");

/** What stands in a file belongs to the feature that the file is named after. */
export const misplaced = (file: Source): string[] => {
  const { messages, mistakes } = messagesOf(file);
  const foreign = messages.filter(({ key }) => !key.startsWith(`${fileOf(file.path)}-`));
  return [...mistakes, ...foreign.map(({ where }) => `${where} belongs to another file`)];
};

const difference = (one: Message, other: Message): string[] =>
  one.variables.join() === other.variables.join()
    ? []
    : [`${one.where} has {${one.variables.join()}}, ${other.where} has {${other.variables.join()}}`];

/** Two complete languages: the same files with the same keys, each with the same variables. */
export function disparity(one: Source[], other: Source[]): string[] {
  const [left, right] = [byKey(one), byKey(other)];
  const lonely = [
    ...[...left.values()].filter(({ key }) => !right.has(key)),
    ...[...right.values()].filter(({ key }) => !left.has(key)),
  ];
  const different = [...left.values()].flatMap((message) => {
    const twin = right.get(message.key);
    return twin ? difference(message, twin) : [];
  });
  return [...lonely.map(({ where }) => `${where} is not in the other language`), ...different];
}

/** An overlay says again, in other words and with the same variables, what its language says. */
export function baseless(base: Source[], overlay: Source[]): string[] {
  const known = byKey(base);
  return all(overlay).flatMap((message) => {
    const below = known.get(message.key);
    return below ? difference(message, below) : [`${message.where} overrides nothing`];
  });
}

const CATEGORIES = new Set(["one", "few", "many", "other"]);

/** The word after the number, as a text counts it. */
const counted = (text: string): string => /\}\s+(\p{L}+)/u.exec(text)?.[1] ?? "";

/** «вопрос — вопросов», «школа — школ»: counted in the nominative, which has a form of its own for 2, 3 and 4. */
const isNominative = (one: string, rest: string): boolean =>
  one !== "" &&
  rest !== "" &&
  one !== rest &&
  (rest.startsWith(one) || (/[аяое]$/.test(one) && rest.length <= one.length && rest.startsWith(one.slice(0, -1))));

/** Russian counts in three ways: 1 вопрос, 2 вопроса, 5 вопросов. Where two of them coincide, the last is called `other`. */
export function miscounted(file: Source): string[] {
  return messagesOf(file).messages.flatMap(({ where, selects }) =>
    selects.flatMap((select) => {
      const variants = new Map(
        select.variants.map(({ key, value }) => [key.type === "Identifier" ? key.name : key.value, variantText(value)]),
      );
      const names = [...variants.keys()].filter((name) => !/^\d+$/.test(name));
      if (!names.some((name) => CATEGORIES.has(name) && name !== "other")) return [];
      const unknown = names
        .filter((name) => !CATEGORIES.has(name))
        .map((name) => `${where}: [${name}] is no way of counting`);
      if (!variants.has("one")) return [...unknown, `${where}: [one] is missing`];
      if (variants.has("few")) return unknown;
      const rest = variants.get("other") ?? "";
      const needsFew = variants.has("many") || isNominative(counted(variants.get("one") ?? ""), counted(rest));
      return needsFew ? [...unknown, `${where}: [few] is missing`] : unknown;
    }),
  );
}

type Asked = { keys: Map<string, string>; patterns: { where: string; pattern: RegExp }[]; mentioned: Set<string> };

const SAID = /\bt(?:\.plain)?\(\s*(?:"([^"]+)"|`([^`]+)`)/g;
const TERNARY = /\bt(?:\.plain)?\(\s*[^"`()]+\?\s*"([^"]+)"\s*:\s*"([^"]+)"/g;
const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A template as a pattern of keys. A hole is one word when nothing but the file's name stands before it. */
function patternOf(template: string): RegExp {
  const parts = template.split(/\$\{((?:[^{}]|\{[^}]*\})*)\}/);
  const hole = /^[a-z]+-$/.test(parts[0] ?? "") && parts.length === 3 && parts[2] === "" ? "[A-Za-z0-9]+" : ".+";
  const pattern = parts.map((part, index) => {
    if (index % 2 === 0) return literally(part);
    const literals = [...part.matchAll(/"([\w-]+)"/g)].map(([, literal = ""]) => literally(literal));
    return `(?:${[...literals, hole].join("|")})`;
  });
  return new RegExp(`^${pattern.join("")}$`);
}

const found = (code: string, pattern: RegExp): RegExpExecArray[] => [...code.matchAll(pattern)];

/** The keys that the code asks for: by name, by a template, and those that merely stand somewhere as a text. */
export function askedIn(files: Source[], prefixes: string[]): Asked {
  const asked: Asked = { keys: new Map(), patterns: [], mentioned: new Set() };
  const prefix = `(?:${prefixes.join("|")})-`;
  const someKey = new RegExp(`["'\`](${prefix}[A-Za-z0-9-]*[A-Za-z0-9])["'\`]`, "g");
  const someTemplate = new RegExp(`\`(${prefix}[^\`]*\\$\\{[^\`]*)\``, "g");
  for (const file of files) {
    const code = withoutComments(file.text);
    for (const { index, 1: key } of found(code, SAID)) if (key) asked.keys.set(key, at(file, index, key));
    for (const { index, 1: one = "", 2: other = "" } of found(code, TERNARY))
      asked.keys.set(one, at(file, index, one)).set(other, at(file, index, other));
    for (const { 1: key = "" } of found(code, someKey)) asked.mentioned.add(key);
    for (const { index, 1: template = "" } of found(code, someTemplate))
      asked.patterns.push({ where: at(file, index, template), pattern: patternOf(template) });
  }
  return asked;
}

const prefixesOf = (texts: Source[]): string[] => [...new Set(texts.map(({ path }) => fileOf(path)))];

/** Keys that the code asks for and no text answers. */
export function unanswered(code: Source[], texts: Source[]): string[] {
  const known = [...byKey(texts).keys()];
  const { keys, patterns } = askedIn(code, prefixesOf(texts));
  return [
    ...[...keys].filter(([key]) => !known.includes(key)).map(([, where]) => `${where} has no text`),
    ...patterns
      .filter(({ pattern }) => !known.some((key) => pattern.test(key)))
      .map(({ where }) => `${where} has no text`),
  ];
}

/** Texts that no code asks for. */
export function unasked(code: Source[], texts: Source[]): string[] {
  const { keys, patterns, mentioned } = askedIn(code, prefixesOf(texts));
  const isAsked = ({ key }: Message) =>
    keys.has(key) || mentioned.has(key) || patterns.some(({ pattern }) => pattern.test(key));
  return all(texts)
    .filter((message) => !isAsked(message))
    .map(({ where }) => `${where} is never shown`);
}
