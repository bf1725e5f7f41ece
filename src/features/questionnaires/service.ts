/** Going through a questionnaire: every step is saved before the next question is shown. */
import type { Clock } from "#core/clock.ts";
import { dateIn } from "#core/when.ts";
import type { Database, Db } from "#platform/db/index.ts";
import { questionnaireFor } from "./choose.rules.ts";
import type { AnswerValue, Definition, Hint, Outcome, RunState, Step, Words } from "./model.ts";
import { settle } from "./moves.rules.ts";
import { reusable } from "./reuse.rules.ts";
import { freshRun, reduce } from "./rules.ts";
import type { Participant, RunRecord, RunView, StepResult } from "./runs.model.ts";
import type { Shipped } from "./shipped.ts";
import {
  earlierAnswers,
  ensureVersion,
  findDefinition,
  findParticipant,
  findRun,
  findRunOf,
  insertRun,
  listIntakes,
  listRuns,
  saveStep,
} from "./store.ts";
import { typedStep } from "./typed.rules.ts";
import { findQuestion } from "./visible.rules.ts";

export type QuestionnairesOutside = {
  database: Database;
  clock: Clock;
  shipped: Shipped;
  /** Whether this participant may be asked: all consents that the law wants are there. */
  mayAsk(db: Db, membershipId: string): Promise<boolean>;
  /** Told in the transaction in which a questionnaire is sent. */
  onSent?(tx: Db, run: RunRecord, now: Date): Promise<void>;
};

/** A step that knows its key and value only once the run is loaded. */
export type StepMaker = (view: RunView) => Step | ({ kind: "invalid" } & Hint) | null;

const INTAKE = "intake";

export function createQuestionnaires({ database, clock, shipped, mayAsk, onSent }: QuestionnairesOutside) {
  const definitions = new Map<string, Definition>();
  const versionOf = new Map<string, string>();
  const words: Words = shipped.words;
  const year = () => clock.now().getUTCFullYear();

  async function definitionOf(db: Db, versionId: string): Promise<Definition> {
    const known = definitions.get(versionId) ?? (await findDefinition(db, versionId));
    if (!known) throw new Error("a run without its questionnaire");
    definitions.set(versionId, known);
    return known;
  }

  async function offered(db: Db, run: RunRecord, definition: Definition): Promise<AnswerValue | null> {
    const { cursor, answers } = run.state;
    if (cursor.at !== "question" || answers[cursor.key] !== undefined) return null;
    if (findQuestion(definition, cursor.key)?.knownAs === undefined) return null;
    const earlier = await earlierAnswers(db, run.participant.personId, run.id, (id) => definitionOf(db, id));
    return reusable(definition, earlier).get(cursor.key) ?? null;
  }

  async function viewOf(db: Db, run: RunRecord): Promise<RunView> {
    const definition = await definitionOf(db, run.versionId);
    const settled = { ...run, state: settle(definition, run.state) };
    return { run: settled, definition, known: await offered(db, settled, definition) };
  }

  /** The run, when it is this person's own and may be gone on with. */
  async function own(db: Db, personId: string, runId: string): Promise<RunRecord | "notNow" | null> {
    const run = await findRun(db, runId, year());
    if (!run || run.participant.personId !== personId || !run.participant.active) return null;
    return (await mayAsk(db, run.participant.membershipId)) ? run : "notNow";
  }

  const questionnaireOf = (participant: Participant): Definition | undefined =>
    questionnaireFor(
      shipped.questionnaires.map(({ definition }) => definition),
      { track: participant.track, side: participant.role, wave: INTAKE, form: participant.form ?? "" },
    );

  async function apply(db: Db, before: RunView, outcome: Outcome, now: Date): Promise<StepResult> {
    switch (outcome.kind) {
      case "moved":
      case "sent": {
        const change = outcome.kind === "moved" ? outcome.change : undefined;
        const saved = await save(before, outcome.state, change, now);
        if (!saved) return await again(db, before);
        const view = await viewOf(db, { ...before.run, state: outcome.state });
        return outcome.kind === "sent" ? { kind: "sent", view } : { kind: "shown", view };
      }
      case "incomplete":
      case "invalid":
        return { ...outcome, view: before };
      case "closed":
        return outcome;
      default:
        return { kind: outcome.kind, view: before };
    }
  }

  async function save(
    { run }: RunView,
    state: RunState,
    change: Parameters<typeof saveStep>[1]["change"],
    now: Date,
  ): Promise<boolean> {
    return await database.tx(async (tx) => {
      const step = { runId: run.id, before: run.state.rev, state, now, ...(change ? { change } : {}) };
      const saved = await saveStep(tx, step);
      if (saved && state.status === "sent") await onSent?.(tx, run, now);
      return saved;
    });
  }

  async function again(db: Db, before: RunView): Promise<StepResult> {
    const run = await findRun(db, before.run.id, year());
    return run ? { kind: "stale", view: await viewOf(db, run) } : { kind: "refused" };
  }

  async function step(personId: string, runId: string, make: StepMaker, now: Date): Promise<StepResult> {
    const { db } = database;
    const run = await own(db, personId, runId);
    if (run === null) return { kind: "refused" };
    if (run === "notNow") return { kind: "notNow" };
    const view = await viewOf(db, run);
    const made = make(view);
    if (made === null) return { kind: "stale", view };
    if (made.kind === "invalid") return { ...made, view };
    const today = dateIn(now, run.participant.timeZone);
    return await apply(db, view, reduce(view.definition, view.run.state, made, today), now);
  }

  return {
    words,

    /** Stores the shipped questionnaires as immutable versions; runs started on other versions keep theirs. */
    async importShipped(now: Date): Promise<void> {
      for (const questionnaire of shipped.questionnaires) {
        const id = await ensureVersion(database.db, questionnaire, now);
        versionOf.set(questionnaire.definition.id, id);
        definitions.set(id, questionnaire.definition);
      }
    },

    /** The screen where this person stands in the run. */
    async open(personId: string, runId: string): Promise<StepResult> {
      const run = await own(database.db, personId, runId);
      if (run === null) return { kind: "refused" };
      return run === "notNow" ? { kind: "notNow" } : { kind: "shown", view: await viewOf(database.db, run) };
    },

    /** Begins the intake questionnaire of this membership, or opens the run that it has. */
    async start(personId: string, membershipId: string, now: Date): Promise<StepResult> {
      const { db } = database;
      const participant = await findParticipant(db, membershipId, year());
      if (!participant || participant.personId !== personId || !participant.active) return { kind: "refused" };
      if (!(await mayAsk(db, membershipId))) return { kind: "notNow" };
      const definition = questionnaireOf(participant);
      const versionId = definition && versionOf.get(definition.id);
      if (!definition || !versionId) return { kind: "refused" };
      const id = await database.tx(
        async (tx) =>
          (await findRunOf(tx, membershipId)) ??
          (await insertRun(tx, {
            membershipId,
            versionId,
            state: freshRun(participant.intakeSize),
            source: "self",
            now,
          })),
      );
      return await this.open(personId, id);
    },

    /** A tap: the step is made from the run as it stands; its revision decides whether it is still meant. */
    step,

    /** A typed answer to the question `key` of the screen with revision `rev`. */
    async typed(
      personId: string,
      asked: { run: string; key: string; rev: number },
      text: string,
      now: Date,
    ): Promise<StepResult> {
      return await step(
        personId,
        asked.run,
        ({ run, definition }) => {
          const { cursor, rev } = run.state;
          if (rev !== asked.rev || cursor.at !== "question" || cursor.key !== asked.key) return null;
          const question = findQuestion(definition, cursor.key);
          if (!question) return null;
          const today = dateIn(now, run.participant.timeZone);
          return typedStep(question, run.state, text, { words, today });
        },
        now,
      );
    },

    /** Where a participant stands with the intake: nothing begun, open, or sent. */
    async standing(db: Db, membershipId: string): Promise<{ kind: "none" } | { kind: "open" | "sent"; view: RunView }> {
      const id = await findRunOf(db, membershipId);
      const run = id && (await findRun(db, id, year()));
      if (!run || run.state.status === "closed") return { kind: "none" };
      return { kind: run.state.status, view: await viewOf(db, run) };
    },

    /** Where each of these participants stands; who has not begun is missing. Rights are the caller's to ask. */
    intakes: (db: Db, membershipIds: string[]) => listIntakes(db, membershipIds),

    /** These runs with their questions and answers, for cards and exports. Rights are the caller's to ask. */
    async views(db: Db, runIds: string[]): Promise<RunView[]> {
      const views: RunView[] = [];
      for (const run of await listRuns(db, runIds, year()))
        views.push({ run, definition: await definitionOf(db, run.versionId), known: null });
      return views;
    },

    /** The questionnaire that this participant would be given, before anything is begun. */
    async proposal(db: Db, membershipId: string): Promise<{ participant: Participant; definition: Definition } | null> {
      const participant = await findParticipant(db, membershipId, year());
      const definition = participant && questionnaireOf(participant);
      return participant && definition ? { participant, definition } : null;
    },
  };
}

export type Questionnaires = ReturnType<typeof createQuestionnaires>;
