/** Rights, asked of the database for every act. */
import type { Clock } from "#core/clock.ts";
import type { PersonId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import type { RightsDoor } from "./door.model.ts";
import { record } from "./history.store.ts";
import type { Subject } from "./model.ts";
import type { Act } from "./rights.model.ts";
import { allowed } from "./rights.rules.ts";
import { actorOf, targetsOf } from "./rights.store.ts";

async function may(db: Db, personId: PersonId, act: Act, subject: Subject, now: Date): Promise<boolean> {
  const actor = await actorOf(db, personId, now);
  if (actor.standings.length === 0) return false;
  const targets = await targetsOf(db, subject);
  return targets.some((target) => allowed(actor, act, target));
}

export function createRights({ clock }: { clock: Clock }): RightsDoor {
  return {
    actor: (db, personId) => actorOf(db, personId, clock.now()),
    may: (db, personId, act, subject) => may(db, personId, act, subject, clock.now()),
    authorise: async (db, personId, act, subject) => {
      if (await may(db, personId, act, subject, clock.now())) return true;
      // Only that it was tried: whether the thing exists stays unsaid even here.
      const refused = { subjectKind: "act", subjectId: act, act: "refused", at: clock.now() };
      await record(db, { actorId: personId, ...refused });
      return false;
    },
  };
}
