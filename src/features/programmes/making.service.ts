/** From a complete draft to the thing itself. */
import type { Clock } from "#core/clock.ts";
import type { PersonId } from "#core/ids.ts";
import type { People } from "#features/people/index.ts";
import type { Db } from "#platform/db/index.ts";
import { deleteDraft } from "./drafts.store.ts";
import { schoolOf, settingsOf } from "./made.rules.ts";
import type { Draft, Programme, Refused, School } from "./model.ts";
import { findProgramme, findSchool, saveNewProgramme, saveNewSchool } from "./store.ts";

export type Made = { kind: "school"; school: School } | { kind: "programme"; programme: Programme };

type Parts = {
  clock: Clock;
  people: Pick<People, "record">;
  mayGoOn(db: Db, personId: PersonId, draft: Pick<Draft, "kind" | "schoolId">): Promise<boolean>;
};

export function createMaking({ clock, people, mayGoOn }: Parts) {
  async function makeSchool(tx: Db, draft: Draft): Promise<Made | null> {
    const made = schoolOf(draft);
    if (!made) return null;
    const school = await saveNewSchool(tx, made, clock.now());
    await deleteDraft(tx, draft.id);
    const at = clock.now();
    await people.record(tx, {
      actorId: draft.personId,
      subjectKind: "school",
      subjectId: school.id,
      act: "created",
      at,
    });
    return { kind: "school", school };
  }

  async function makeProgramme(tx: Db, draft: Draft): Promise<Made | null> {
    const settings = settingsOf(draft);
    if (!settings || draft.schoolId === null) return null;
    await saveNewProgramme(tx, { id: draft.id, schoolId: draft.schoolId, settings }, clock.now());
    await deleteDraft(tx, draft.id);
    const at = clock.now();
    await people.record(tx, {
      actorId: draft.personId,
      subjectKind: "programme",
      subjectId: draft.id,
      act: "created",
      at,
    });
    const programme = await findProgramme(tx, draft.id);
    return programme && { kind: "programme", programme };
  }

  /** What a draft became: it carries the draft's id, so that a repeated «Создать» finds it instead of making a second one. */
  async function findMade(db: Db, personId: PersonId, id: string): Promise<Made | Refused> {
    const school = await findSchool(db, id);
    if (school)
      return (await mayGoOn(db, personId, { kind: "school", schoolId: null }))
        ? { kind: "school", school }
        : { kind: "refused" };
    const programme = await findProgramme(db, id);
    if (!programme || !(await mayGoOn(db, personId, { kind: "programme", schoolId: programme.schoolId })))
      return { kind: "refused" };
    return { kind: "programme", programme };
  }

  return {
    /** Makes what a draft describes and deletes the draft; null when an answer is missing. */
    make: (tx: Db, draft: Draft): Promise<Made | null> =>
      draft.kind === "school" ? makeSchool(tx, draft) : makeProgramme(tx, draft),
    findMade,
  };
}
