/** What people store about people: told, joined with another's, forgotten. */
import type { Keeping } from "#core/contribution.ts";
import { moveEverything } from "./merging.store.ts";

export const peopleKeeping: Keeping = {
  name: "people",
  tell: async () => null,
  merge: moveEverything,
  erase: async () => {},
};
