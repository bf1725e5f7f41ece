import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The nearest folder upwards that holds the package: the same from `src/` and from the bundle in `dist/`. */
function findRoot(from: string): string {
  if (existsSync(join(from, "package.json"))) return from;
  const above = dirname(from);
  if (above === from) throw new Error("package.json is not above the running file");
  return findRoot(above);
}

/** The project's folder, where `locales/` and `prisma/` are; files that the code reads are found from here. */
export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

/** A path inside the project's folder. */
export const inRoot = (...parts: string[]): string => join(ROOT, ...parts);
