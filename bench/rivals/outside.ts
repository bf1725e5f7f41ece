/** What a rival is started with. */
import { readFileSync } from "node:fs";
import type { Script } from "./script.ts";
import { openStore, type Store } from "./store.ts";

export type RivalOutside = { token: string; apiRoot: string; store: Store; script: Script };

function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is missing`);
  return value;
}

/** From the variables `BOT_TOKEN`, `TELEGRAM_API_ROOT`, `STATE_FILE` and `SCRIPT_FILE`. */
export const readOutside = (): RivalOutside => ({
  token: needed("BOT_TOKEN"),
  apiRoot: needed("TELEGRAM_API_ROOT"),
  store: openStore(needed("STATE_FILE")),
  script: JSON.parse(readFileSync(needed("SCRIPT_FILE"), "utf8")),
});
