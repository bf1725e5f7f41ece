/** Switching a programme to codes: what it does is told first, and then the names are erased. */
import type { Clock } from "#core/clock.ts";
import type { PersonId, ProgrammeId } from "#core/ids.ts";
import type { People } from "#features/people/index.ts";
import type { Database } from "#platform/db/index.ts";
import type { CodesAsked, Programme, Refused } from "./model.ts";
import { findProgramme, saveSettings } from "./store.ts";

export type CodesOutcome =
  | { kind: "switched"; programme: Programme; erased: number }
  /** It runs on codes already, or was changed meanwhile. */
  | { kind: "stale"; programme: Programme }
  | Refused;

type Parts = {
  database: Database;
  clock: Clock;
  people: Pick<People, "authorise" | "record" | "countNamed" | "eraseNames">;
};

export function createCodes({ database, clock, people }: Parts) {
  return {
    /** What switching would do; null when it is not this person's to do, or is done. */
    codesAsked: async (personId: PersonId, id: ProgrammeId): Promise<CodesAsked | null> => {
      const { db } = database;
      const programme = await findProgramme(db, id);
      if (!programme || programme.naming === "code") return null;
      if (!(await people.authorise(db, personId, "programme.edit", { kind: "programme", id }))) return null;
      return { programme, ...(await people.countNamed(db, id)) };
    },

    /** Switches, and erases the names of those who have no other role in which a name is used. */
    switchToCodes: async (personId: PersonId, id: ProgrammeId, rev: number): Promise<CodesOutcome> => {
      const outcome = await database.tx(async (tx): Promise<CodesOutcome> => {
        const programme = await findProgramme(tx, id);
        if (!programme) return { kind: "refused" };
        if (!(await people.authorise(tx, personId, "programme.edit", { kind: "programme", id })))
          return { kind: "refused" };
        if (programme.rev !== rev || programme.naming === "code") return { kind: "stale", programme };
        if (!(await saveSettings(tx, programme, { naming: "code" }))) return { kind: "stale", programme };
        const erased = await people.eraseNames(tx, id);
        const line = { subjectKind: "programme", subjectId: id, act: "set-naming", at: clock.now() };
        await people.record(tx, { actorId: personId, ...line, before: programme.naming, after: "code" });
        return { kind: "switched", programme: (await findProgramme(tx, id)) ?? programme, erased };
      });
      // Erased means: not in the file of the database either.
      if (outcome.kind === "switched") await database.forgetErased();
      return outcome;
    },
  };
}
