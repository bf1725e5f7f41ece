/** Whoever comes by a poster into a programme with lists waits to be found in them: the leading curator hears of it. */
import type { Clock } from "#core/clock.ts";
import { dateIn, dayAfter, instantAt } from "#core/when.ts";
import { tellAt } from "#features/deeds/index.ts";
import type { Planning } from "#features/notices/index.ts";
import type { People } from "#features/people/index.ts";
import type { Joined } from "#features/people/model.ts";
import type { Programmes } from "#features/programmes/index.ts";
import type { Db } from "#platform/db/index.ts";
import { findNotice } from "./comers.store.ts";
import { COMERS } from "./kinds.model.ts";
import { listedRoles } from "./store.ts";

export type ComersOutside = {
  clock: Clock;
  people: Pick<People, "curatorsOf">;
  programmes: Pick<Programmes, "find">;
  notices(): Pick<Planning, "plan">;
};

export const createComers = ({ clock, people, programmes, notices }: ComersOutside) => ({
  /** Somebody came in by a link. At most one notice a day and programme: who comes after it is in the next day's. */
  joined: async (tx: Db, { standing: { role, programmeId }, invitation: { cap } }: Joined): Promise<void> => {
    if (!programmeId || cap === 1) return;
    if (!(await listedRoles(tx, programmeId)).some((listed) => listed === role)) return;
    const [lead] = await people.curatorsOf(tx, programmeId);
    const zone = (await programmes.find(tx, programmeId))?.school.timeZone;
    if (!lead || !zone) return;
    const soon = tellAt(clock.now(), zone);
    const today = dateIn(soon, zone);
    for (const [day, notBefore] of [
      [today, soon],
      [dayAfter(today), tellAt(instantAt(dayAfter(today), 0, zone), zone)],
    ] as const) {
      const known = await findNotice(tx, COMERS, programmeId, day);
      // One that waits is not put off by everybody who comes meanwhile.
      if (known === "waits") return;
      if (known === "over") continue;
      const about = { kind: COMERS, subjectId: programmeId, subjectRev: 0, personId: lead.personId };
      return await notices().plan(tx, [{ ...about, slot: day, notBefore }]);
    }
  },
});
