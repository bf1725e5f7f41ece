import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inRoot } from "./places.mjs";

function files(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)));
}

/** A hash of the names and contents of these files and folders of the clone; what is missing counts as empty. */
export function hashOf(...paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap((path) => files(inRoot(path)))) {
    hash.update(file.slice(inRoot().length)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** What was written at the end of the last successful step, or undefined. */
export function readStamp(path) {
  try {
    return readFileSync(inRoot(path), "utf8");
  } catch {
    return undefined;
  }
}

/** Marks a step as done for this hash; written last, so that a step cut short is done again. */
export function writeStamp(path, hash) {
  mkdirSync(dirname(inRoot(path)), { recursive: true });
  writeFileSync(inRoot(path), hash);
}
