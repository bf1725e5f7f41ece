/** What notices store about people: told, joined with another's, forgotten. */
import type { Keeping } from "#core/contribution.ts";
import { moveNotices } from "./merging.store.ts";

export const noticesKeeping: Keeping = {
  name: "notices",
  tell: async () => null,
  merge: moveNotices,
  erase: async () => {},
};
