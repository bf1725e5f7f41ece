/** The documents as files: `locales/consents/<kind>-<reader>.<locale>.md`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "./documents.rules.ts";
import type { DocumentSource } from "./model.ts";

/** Reads all documents of this folder. Throws when one of them is none: a bot without its texts must not start. */
export const readDocuments = (folder: string): DocumentSource[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => parseDocument(name, readFileSync(join(folder, name), "utf8")));
