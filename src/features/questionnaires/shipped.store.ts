/**
 * Loads the questionnaires that come with the bot: `<folder>/*.yaml` are definitions, `parts/*.yaml` what they share, `words/*.yaml`
 * the words of answers. All is checked at start, so that a mistake in a file stops the bot with a clear message and not a person
 * in the middle of a questionnaire.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { parseDefinition } from "./definition.rules.ts";
import { type Definition, localeWordsSchema, type StoredDefinition, type Words } from "./model.ts";
import { expandParts, type Parts, partsSchema } from "./parts.rules.ts";

export type Shipped = { questionnaires: StoredDefinition[]; words: Words };

/** Loads all that lies in the folder; throws one error that lists every problem by file and question. */
export function loadShipped(folder: string): Shipped {
  const parts = loadParts(join(folder, "parts"));
  const words = { ru: loadWords(folder, "ru"), en: loadWords(folder, "en") };
  const problems: string[] = [];
  const definitions = yamlFiles(folder).flatMap((file) => {
    const read = readDefinition(file, parts);
    problems.push(...read.problems.map((why) => `${basename(file)}: ${why}`));
    return read.definition === undefined ? [] : [read.definition];
  });
  if (problems.length > 0) throw new Error(`questionnaires cannot be used:\n${problems.join("\n")}`);
  return { questionnaires: definitions.map(withHash), words };
}

/** JSON with the keys of every object in alphabetical order, so that equal definitions are equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** The definition with its canonical JSON and hash. */
export function withHash(definition: Definition): StoredDefinition {
  const json = canonicalJson(definition);
  return { definition, json, hash: createHash("sha256").update(json).digest("hex") };
}

const yamlFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .toSorted()
    .map((name) => join(folder, name));

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${basename(file)}: ${error instanceof Error ? error.message : "cannot be read"}`);
  }
}

function readDefinition(file: string, parts: Parts): { definition?: Definition; problems: string[] } {
  const expanded = expandParts(readYaml(file), parts);
  if (expanded.problems.length > 0) return { problems: expanded.problems };
  const parsed = parseDefinition(expanded.raw);
  if (parsed.kind === "bad") return { problems: parsed.problems };
  const { id } = parsed.definition;
  const named = basename(file, ".yaml") === id;
  return {
    definition: parsed.definition,
    problems: named ? [] : [`its id is "${id}"; the file must be named after it`],
  };
}

function loadParts(folder: string): Parts {
  const parts: Parts = { questions: {}, options: {} };
  for (const file of yamlFiles(folder)) {
    const read = checked(file, partsSchema.partial());
    Object.assign(parts.questions, read.questions);
    Object.assign(parts.options, read.options);
  }
  return parts;
}

const loadWords = (folder: string, locale: "ru" | "en") =>
  checked(join(folder, "words", `${locale}.yaml`), localeWordsSchema);

function checked<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(readYaml(file));
  if (parsed.success) return parsed.data;
  throw new Error(`${basename(file)}: ${z.prettifyError(parsed.error)}`);
}
