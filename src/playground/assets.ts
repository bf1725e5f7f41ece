/** The page's files, read from the project at run time: they are served as they are written, without a build. */
import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { LOCALES } from "#core/screen.ts";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ftl": "text/plain; charset=utf-8",
};

/** The project's folder: the nearest one upwards that holds a package.json. Throws when there is none. */
export function projectRoot(from = dirname(fileURLToPath(import.meta.url))): string {
  if (existsSync(join(from, "package.json"))) return from;
  const above = dirname(from);
  if (above === from) throw new Error("the playground's page was not found: no package.json above the program");
  return projectRoot(above);
}

const filesOf = (dir: string, prefix: string): [string, string][] =>
  readdirSync(dir)
    .filter((name) => extname(name) in TYPES)
    .map((name) => [`${prefix}/${name}`, join(dir, name)]);

export type Asset = { type: string; bytes: Buffer };

/** Serves the page, its texts and the library that reads them; only files found at the start, whatever the path says. */
export function createAssets(root: string): (path: string) => Promise<Asset | null> {
  const fluent = join(dirname(createRequire(import.meta.url).resolve("@fluent/bundle")), "esm");
  const known = new Map([
    ...filesOf(join(root, "src/playground/page"), ""),
    ...filesOf(fluent, "/fluent"),
    ...LOCALES.map((locale): [string, string] => [
      `/texts/${locale}.ftl`,
      join(root, "locales", locale, "playground.ftl"),
    ]),
  ]);
  return async (path) => {
    const file = known.get(path === "/" ? "/index.html" : path);
    return file ? { type: TYPES[extname(file)] ?? "application/octet-stream", bytes: await readFile(file) } : null;
  };
}
