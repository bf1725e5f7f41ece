import { mkdirSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** The file that a `file:` address names, with its folder made; one and the same however it is written. */
export function fileOf(url: string, dataDir = "."): string {
  const path = resolve(dataDir, decodeURI(url.slice("file:".length).split("?")[0] ?? ""));
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  return join(realpathSync(dirname(path)), basename(path));
}
