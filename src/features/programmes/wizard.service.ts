/** Creating schools and programmes step by step: every answer is in the database before the next question is shown. */
import type { Clock } from "#core/clock.ts";
import { newId, type PersonId, type SchoolId } from "#core/ids.ts";
import { dateIn } from "#core/when.ts";
import type { Act, People, Subject } from "#features/people/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Contents } from "#platform/files/content.ts";
import { deleteDraft, findDraft, listDrafts, saveDraft, saveNewDraft } from "./drafts.store.ts";
import { createMaking, type Made } from "./making.service.ts";
import { type Draft, type DraftKind, type Input, type School, STEPS, type Wrong } from "./model.ts";
import { findSchool } from "./store.ts";
import { decideAnswer, decideBack, decideChange, firstOpen, type Moved } from "./wizard.rules.ts";

/** The draft as it stands after a step, with the school it is for. */
export type DraftStep =
  | { kind: "at"; draft: Draft; school: School | null }
  | { kind: "wrong"; wrong: Wrong; draft: Draft; school: School | null }
  | { kind: "left"; draft: Draft; school: School | null }
  | { kind: "stale"; draft: Draft; school: School | null }
  | { kind: "refused" };

export type Finished = Made | Extract<DraftStep, { kind: "stale" | "refused" }>;

type Parts = {
  database: Database;
  clock: Clock;
  people: Pick<People, "authorise" | "record">;
  contents: Pick<Contents, "erase">;
  /** IANA zone that a new school is proposed; none when absent. */
  timeZone?: string;
};

const aim = (kind: DraftKind, schoolId: SchoolId | null): { act: Act; subject: Subject } =>
  kind === "school" || schoolId === null
    ? { act: "school.create", subject: { kind: "everything" } }
    : { act: "programme.create", subject: { kind: "school", id: schoolId } };

const begin = (personId: PersonId, kind: DraftKind, schoolId: SchoolId | null, answers: Draft["answers"]): Draft => ({
  id: newId(),
  personId,
  kind,
  schoolId,
  at: STEPS[kind][0],
  returning: false,
  answers,
  rev: 0,
});

export function createWizard({ database, clock, people, contents, timeZone }: Parts) {
  const mayGoOn = (db: Db, personId: PersonId, { kind, schoolId }: Pick<Draft, "kind" | "schoolId">) => {
    const { act, subject } = aim(kind, schoolId);
    return people.authorise(db, personId, act, subject);
  };

  const { make, findMade } = createMaking({ clock, people, mayGoOn });

  /** The person's own draft with its school, when the person still may make such a thing. */
  async function load(db: Db, personId: PersonId, draftId: string) {
    const draft = await findDraft(db, personId, draftId);
    if (!draft || !(await mayGoOn(db, personId, draft))) return null;
    const school = draft.schoolId === null ? null : await findSchool(db, draft.schoolId);
    return { draft, school };
  }

  const todayOf = (school: School | null) => dateIn(clock.now(), school?.timeZone ?? "UTC");

  const step = (
    personId: PersonId,
    draftId: string,
    decide: (draft: Draft, today: string) => Moved,
  ): Promise<DraftStep> =>
    database.tx(async (tx) => {
      const found = await load(tx, personId, draftId);
      if (!found) return { kind: "refused" };
      const moved = decide(found.draft, todayOf(found.school));
      if (moved.kind !== "moved") return { ...moved, ...found };
      if (!(await saveDraft(tx, moved.draft, clock.now()))) return { kind: "stale", ...found };
      return { kind: "at", draft: moved.draft, school: found.school };
    });

  /** The person's unfinished draft of this kind, or a new one; null when the person may not make such a thing. */
  async function openIn(tx: Db, personId: PersonId, kind: DraftKind, schoolId: SchoolId | null): Promise<Draft | null> {
    if (!(await mayGoOn(tx, personId, { kind, schoolId }))) return null;
    const [known] = await listDrafts(tx, personId, kind, schoolId);
    if (known) return known;
    const proposed = kind === "school" && timeZone !== undefined ? { timeZone } : {};
    const draft = begin(personId, kind, schoolId, proposed);
    await saveNewDraft(tx, draft, clock.now());
    return draft;
  }

  return {
    openIn,

    /** Opens the person's unfinished draft of this kind, or a new one. */
    open: (personId: PersonId, kind: DraftKind, schoolId: SchoolId | null): Promise<DraftStep> =>
      database.tx(async (tx) => {
        const draft = await openIn(tx, personId, kind, schoolId);
        if (!draft) return { kind: "refused" };
        return { kind: "at", draft, school: schoolId === null ? null : await findSchool(tx, schoolId) };
      }),

    /** The draft as it stands. */
    see: async (personId: PersonId, draftId: string): Promise<DraftStep> => {
      const found = await load(database.db, personId, draftId);
      return found ? { kind: "at", ...found } : { kind: "refused" };
    },

    /** An answer to the question `step` of the screen with revision `rev`. */
    answer: (
      personId: PersonId,
      draftId: string,
      given: { rev: number; step: string; input: Input },
    ): Promise<DraftStep> => step(personId, draftId, (draft, today) => decideAnswer(draft, given, today)),

    back: (personId: PersonId, draftId: string, rev: number): Promise<DraftStep> =>
      step(personId, draftId, (draft) => decideBack(draft, rev)),

    /** Opens a question from the summary. */
    change: (personId: PersonId, draftId: string, to: { rev: number; step: string }): Promise<DraftStep> =>
      step(personId, draftId, (draft) => decideChange(draft, to)),

    /** Throws the draft and its files away; doing it twice changes nothing. */
    discard: (personId: PersonId, draftId: string): Promise<boolean> =>
      database.tx(async (tx) => {
        const draft = await findDraft(tx, personId, draftId);
        if (!draft) return false;
        await contents.erase(tx, { subject: { kind: draft.kind, id: draft.id } });
        await deleteDraft(tx, draft.id);
        return true;
      }),

    /** Makes the school or programme of a complete draft; a repeated call gives the same one. */
    finish: (personId: PersonId, draftId: string, rev: number): Promise<Finished> =>
      database.tx(async (tx) => {
        const found = await load(tx, personId, draftId);
        if (!found) return findMade(tx, personId, draftId);
        const { draft, school } = found;
        const open = firstOpen(draft);
        if (rev !== draft.rev || draft.at !== "summary" || open) return { kind: "stale", draft, school };
        return (await make(tx, draft)) ?? { kind: "stale", draft, school };
      }),

    /** The person's unfinished draft of this kind, for the next step on `/start`. */
    unfinished: async (db: Db, personId: PersonId, kind: DraftKind, schoolId: SchoolId | null): Promise<Draft | null> =>
      (await listDrafts(db, personId, kind, schoolId))[0] ?? null,
  };
}
