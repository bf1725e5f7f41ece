/** The end of all that somebody agreed to, when everything about the person is to go. */
import type { Clock } from "#core/clock.ts";
import type { PersonId } from "#core/ids.ts";
import type { People } from "#features/people/index.ts";
import type { Db } from "#platform/db/index.ts";
import { listStanding } from "./kept.store.ts";
import { saveWithdrawn } from "./store.ts";

type Parts = { clock: Clock; people: Pick<People, "record"> };

export const createEnding = ({ clock, people }: Parts) => ({
  /** Takes back every consent that this person gave for themselves; those given for children stay. Gives how many. */
  withdrawAll: async (tx: Db, personId: PersonId): Promise<number> => {
    const at = clock.now();
    const standing = await listStanding(tx, personId);
    for (const { id, programmeId, kind } of standing) {
      await saveWithdrawn(tx, id, personId, at);
      const deed = {
        subjectKind: "person",
        subjectId: personId,
        act: "consent-withdrawn",
        after: `${kind}/${programmeId}`,
      };
      await people.record(tx, { actorId: personId, ...deed, at });
    }
    return standing.length;
  },
});
