/** Deeds are kept for days only, as ids; they go with whoever did them. */
import type { Keeping } from "#core/contribution.ts";

import { eraseOf, moveTo } from "./store.ts";

export const deedsKeeping: Keeping = {
  name: "deeds",
  tell: async () => null,
  merge: (tx, { from, into }) => moveTo(tx, from, into),
  erase: async (tx, { personId, programmeId }) => {
    if (programmeId === null) await eraseOf(tx, personId);
  },
};
