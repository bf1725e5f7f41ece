/** What consents store about people: told, joined with another's, forgotten. */
import type { Keeping } from "#core/contribution.ts";
import { moveEntries } from "./merging.store.ts";

export const consentsKeeping: Keeping = {
  name: "consents",
  tell: async () => null,
  merge: moveEntries,
  erase: async () => {},
};
