/** The files of the project as they lie here, without what is generated, installed or built. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

export type Source = { path: string; text: string };

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const LEFT_OUT = new Set([".git", ".setup", "node_modules", "dist", "generated", "data"]);
const TEXT =
  /\.(?:ts|mts|js|mjs|json|md|ftl|ya?ml|prisma|sql|toml|css|html|svg|cmd|grit)$|\/(?:run|\.gitignore|\.env\.example)$/;

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}

/** Paths relative to the root, with `/` on every system, in order. */
export const paths: string[] = walk(ROOT)
  .map((path) => relative(ROOT, path).split(sep).join("/"))
  .sort();

export const read = (path: string): Source => ({ path, text: readFileSync(join(ROOT, path), "utf8") });

/** The text files whose path matches. */
export const sources = (wanted: RegExp): Source[] =>
  paths.filter((path) => wanted.test(path) && TEXT.test(`/${path}`)).map(read);

/** `file:line: what`, as an editor opens it. */
export const at = ({ path, text }: Source, index: number, what: string): string =>
  `${path}:${text.slice(0, index).split("\n").length}: ${what}`;
