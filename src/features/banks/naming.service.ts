/** A participant's name, put right by the curator: who joined under a joke, or was written down wrong. */
import type { Clock } from "#core/clock.ts";
import type { MembershipId, PersonId } from "#core/ids.ts";
import { tellAt } from "#features/deeds/index.ts";
import type { Planning } from "#features/notices/index.ts";
import type { NameSaved, People } from "#features/people/index.ts";
import type { Database } from "#platform/db/index.ts";
import { RENAMED } from "./kinds.model.ts";
import type { Seen } from "./model.ts";
import type { createReading } from "./reading.service.ts";
import { canBeNamed } from "./rules.ts";

export type NamingOutside = {
  database: Database;
  clock: Clock;
  people: Pick<People, "correctName" | "chatsOf">;
  notices: Pick<Planning, "plan">;
};

export function createNaming(
  { database, clock, people, notices }: NamingOutside,
  reading: ReturnType<typeof createReading>,
) {
  return {
    /** The participant whose name the person may correct; null when it is not his to do, or no name may be kept (`canBeNamed`). */
    nameable: async (personId: PersonId, membershipId: MembershipId): Promise<Seen | null> => {
      const found = await reading.entryFor(personId, "person.correct", membershipId);
      return found && canBeNamed(found.entry, found.programme.naming) ? { ...found, run: null } : null;
    },

    /** Corrects the name; whoever has a chat is told that it was, and not how. */
    correctName: (
      actorId: PersonId,
      { entry, programme }: Seen,
      typed: string,
    ): Promise<NameSaved | { kind: "forbidden" }> =>
      database.tx(async (tx) => {
        const { personId, membershipId } = entry;
        const saved = await people.correctName(tx, actorId, personId, typed);
        if (saved.kind !== "saved" || (await people.chatsOf(tx, [personId])).length === 0) return saved;
        const now = clock.now();
        const about = { kind: RENAMED, subjectId: membershipId, subjectRev: 0, personId };
        const notBefore = tellAt(now, programme.school.timeZone);
        await notices.plan(tx, [{ ...about, slot: String(now.getTime()), notBefore }]);
        return saved;
      }),
  };
}
