/** The texts to which people agree: read from files, filled with names, cut into messages. */
import { z } from "zod";
import { lengthOf } from "#core/text.ts";
import { type DocumentSource, documentKindSchema, FACTS, type Facts, type Medium, readerSchema } from "./model.ts";

const FILE = /^(?<kind>[a-z]+(?:-[a-z]+)?)-(?<reader>[a-z]+)\.(?<locale>[a-z]+)\.md$/;
const FRONT = /^---\n(?<front>[\s\S]*?)\n---\n(?<text>[\s\S]*)$/;
const isPlace = (name: string): name is (typeof FACTS)[number] => FACTS.some((place) => place === name);
/** A paragraph that begins so is shown in one of the two only: a button means nothing on paper. */
const ONLY = /^\[(chat|paper)\] /;

const nameSchema = z.object({ kind: documentKindSchema, reader: readerSchema, locale: z.enum(["ru", "en"]) });
const versionSchema = z.coerce.number().int().positive();

/** Reads `<kind>-<reader>.<locale>.md` with its version in the front matter. Throws for a file that is none: it is ours. */
export function parseDocument(fileName: string, content: string): DocumentSource {
  const name = nameSchema.safeParse(FILE.exec(fileName)?.groups ?? {});
  const parts = FRONT.exec(content.replaceAll("\r\n", "\n"))?.groups;
  const version = versionSchema.safeParse(/^version:\s*(\d+)\s*$/m.exec(parts?.front ?? "")?.[1]);
  const text = parts?.text?.trim() ?? "";
  if (!name.success || !version.success || text === "") throw new Error(`not a consent document: ${fileName}`);
  const unknown = [...text.matchAll(/\{(\w+)\}/g)].find(([, place = ""]) => !isPlace(place));
  if (unknown) throw new Error(`unknown place ${unknown[0]} in ${fileName}`);
  return { ...name.data, version: version.data, text };
}

/** The text with its places filled; a line with a place for which there is nothing, or for the other medium, is left out. */
export const fillDocument = (text: string, facts: Facts, medium: Medium = "chat"): string =>
  text
    .split("\n")
    .filter((line) => (ONLY.exec(line)?.[1] ?? medium) === medium)
    .map((line) => line.replace(ONLY, ""))
    .filter((line) =>
      [...line.matchAll(/\{(\w+)\}/g)].every(([, place = ""]) => isPlace(place) && facts[place] !== null),
    )
    .map((line) =>
      line.replace(/\{(\w+)\}/g, (whole, place: string) => (isPlace(place) ? (facts[place] ?? "") : whole)),
    )
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

/** Pieces of `text` cut at `border` as full as `max` characters let them; a piece without a border may stay too long. */
function packed(text: string, border: string, max: number): string[] {
  const parts: string[] = [];
  for (const piece of text.split(border)) {
    const last = parts.at(-1);
    const joined = last === undefined ? piece : last + border + piece;
    if (last !== undefined && lengthOf(joined) <= max) parts[parts.length - 1] = joined;
    else parts.push(piece);
  }
  return parts;
}

function cut(text: string, max: number): string[] {
  const signs = [...text];
  const parts: string[] = [];
  for (let from = 0; from < signs.length; from += max) parts.push(signs.slice(from, from + max).join(""));
  return parts;
}

/**
 * The text as messages of at most `max` characters, none empty: cut between paragraphs; a paragraph that is too long between
 * lines, then words, and only then anywhere.
 */
export function splitDocument(text: string, max: number): string[] {
  const fits = (part: string): boolean => lengthOf(part) <= max;
  let parts = packed(text, "\n\n", max);
  for (const border of ["\n", " "]) parts = parts.flatMap((part) => (fits(part) ? [part] : packed(part, border, max)));
  return parts.flatMap((part) => (fits(part) ? [part] : cut(part, max))).filter((part) => part.trim() !== "");
}
