/** All that questionnaires offer, put together. */
import type { MembershipId, PersonId, RunId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import { createCatalogue } from "./catalogue.service.ts";
import { createEntering, type EnteringParts } from "./entering.service.ts";
import { countAnswers } from "./kept.store.ts";
import type { Definition } from "./model.ts";
import { freshRun } from "./rules.ts";
import type { EnteringSource, Participant, RunView, StepResult } from "./runs.model.ts";
import type { Shipped } from "./shipped.store.ts";
import { createStepping, mayAnswer, type SteppingParts } from "./stepping.service.ts";
import { findParticipant, findRun, findRunOf, insertRun, listIntakes, listRuns } from "./store.ts";

export type { Asked, StepMaker } from "./stepping.service.ts";

export type QuestionnairesOutside = Pick<SteppingParts, "database" | "clock" | "mayAsk"> &
  Pick<EnteringParts, "people" | "entered"> & { shipped: Shipped };

/** What came of wishing to answer for somebody. `answered`: how many answers are there already. */
export type Entered = StepResult | { kind: "begun"; view: RunView; answered: number };

/** Where a participant stands with the intake. */
export type IntakeStanding = { kind: "none" } | { kind: "open" | "sent"; view: RunView };

export function createQuestionnaires({ database, clock, shipped, mayAsk, ...outside }: QuestionnairesOutside) {
  const { words } = shipped;
  const catalogue = createCatalogue({ database, shipped });
  const entering = createEntering({ database, clock, catalogue, mayAsk, ...outside });
  const stepping = createStepping({ database, clock, words, catalogue, entering, mayAsk });
  const year = () => clock.now().getUTCFullYear();

  async function startRun({ membershipId, intakeSize }: Participant, versionId: string, now: Date): Promise<RunId> {
    const run = { membershipId, versionId, state: freshRun(intakeSize), source: "self", now };
    return await database.tx(async (tx) => (await findRunOf(tx, membershipId)) ?? (await insertRun(tx, run)));
  }

  return {
    words,
    importShipped: catalogue.importShipped,
    open: stepping.open,
    step: stepping.step,
    typed: stepping.typed,
    paperOf: entering.paperOf,
    foresee: entering.foresee,
    enterPaper: entering.enterPaper,

    /** Begins to answer for a participant, from words or a paper; what the participant has answered stays. */
    enter: async (actorId: PersonId, membershipId: MembershipId, source: EnteringSource): Promise<Entered> => {
      const begun = await entering.begin(actorId, membershipId, source);
      if (begun.kind !== "begun") return begun;
      const opened = await stepping.open(actorId, begun.runId);
      return opened.kind === "shown" ? { ...begun, view: opened.view } : opened;
    },

    /** Begins the intake questionnaire of this membership, or opens the run that it has. */
    start: async (personId: PersonId, membershipId: MembershipId, now: Date): Promise<StepResult> => {
      const participant = await findParticipant(database.db, membershipId, year());
      if (!participant || !mayAnswer(personId, participant)) return { kind: "refused" };
      if (!(await mayAsk(database.db, membershipId))) return { kind: "notNow" };
      const intake = catalogue.intakeFor(participant);
      if (!intake) return { kind: "refused" };
      return await stepping.open(personId, await startRun(participant, intake.versionId, now));
    },

    /** Where a participant stands with the intake: nothing begun, open, or sent. */
    standing: async (db: Db, membershipId: MembershipId): Promise<IntakeStanding> => {
      const id = await findRunOf(db, membershipId);
      const run = id && (await findRun(db, id, year()));
      if (!run || run.state.status === "closed") return { kind: "none" };
      return { kind: run.state.status, view: await stepping.viewOf(run) };
    },

    /** The questionnaire that this participant would be given, before anything is begun. */
    proposal: async (
      db: Db,
      membershipId: MembershipId,
    ): Promise<{ participant: Participant; definition: Definition } | null> => {
      const participant = await findParticipant(db, membershipId, year());
      const intake = participant && catalogue.intakeFor(participant);
      return participant && intake ? { participant, definition: intake.definition } : null;
    },

    /** How many answers of this person are kept. */
    countAnswers: (db: Db, personId: PersonId) => countAnswers(db, personId),

    /** Where each of these participants stands; who has not begun is missing. Rights are the caller's to ask. */
    intakes: (db: Db, membershipIds: MembershipId[]) => listIntakes(db, membershipIds),

    /** These runs with their questions and answers, for cards and exports. Rights are the caller's to ask. */
    views: async (db: Db, runIds: RunId[]): Promise<RunView[]> => {
      const views: RunView[] = [];
      for (const run of await listRuns(db, runIds, year()))
        views.push({ run, definition: await catalogue.definitionOf(db, run.versionId), known: null });
      return views;
    },
  };
}

export type Questionnaires = ReturnType<typeof createQuestionnaires>;
