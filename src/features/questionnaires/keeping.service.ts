/** What questionnaires store about people: told, joined with another's, forgotten. */
import type { Keeping } from "#core/contribution.ts";
import { moveRuns } from "./merging.store.ts";

export const questionnairesKeeping: Keeping = {
  name: "questionnaires",
  tell: async () => null,
  merge: moveRuns,
  erase: async () => {},
};
