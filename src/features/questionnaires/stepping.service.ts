/** Going through a questionnaire: a step is decided on the run as it stands and saved before the next question is shown. */
import type { Clock } from "#core/clock.ts";
import type { PersonId, RunId } from "#core/ids.ts";
import { dateIn } from "#core/when.ts";
import { allowed } from "#features/people/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Catalogue } from "./catalogue.service.ts";
import { earlierAnswers } from "./earlier.store.ts";
import type { Entering } from "./entering.service.ts";
import type { AnswerValue, Change, Definition, Hint, Outcome, RunState, Step, Words } from "./model.ts";
import { settle } from "./moves.rules.ts";
import { reusable } from "./reuse.rules.ts";
import { reduce } from "./rules.ts";
import type { Participant, RunRecord, RunView, StepResult } from "./runs.model.ts";
import { findRun, saveStep } from "./store.ts";
import { typedStep } from "./typed.rules.ts";
import { findQuestion } from "./visible.rules.ts";

/** A step made from the run as it stands; null: it belongs to another screen. */
export type StepMaker = (view: RunView) => Step | ({ kind: "invalid" } & Hint) | null;

/** The question that a typed text answers: what the chat was listening for. */
export type Asked = { run: RunId; key: string; rev: number };

export type SteppingParts = {
  database: Database;
  clock: Clock;
  words: Words;
  catalogue: Catalogue;
  /** Answering for somebody. */
  entering: Pick<Entering, "behalfOf" | "note" | "sent">;
  /** Whether this participant may be asked: all consents that the law wants are there. */
  mayAsk(db: Db, membershipId: string): Promise<boolean>;
};

/** By the table of rights, on the membership just read: one answers for oneself, in the role that one plays now. */
export const mayAnswer = (personId: PersonId, participant: Participant): boolean => {
  const { membershipId, role, schoolId, programmeId } = participant;
  const own = participant.active && participant.personId === personId;
  const standings = own ? [{ membershipId, personId, role, schoolId, programmeId }] : [];
  const target = { schoolId, programmeId, personId: participant.personId };
  return allowed({ personId, standings, wards: [], permissions: [], deputyIn: [] }, "run.answer", target);
};

export function createStepping({ database, clock, words, catalogue, entering, mayAsk }: SteppingParts) {
  const { db } = database;
  const { definitionOf } = catalogue;
  const year = () => clock.now().getUTCFullYear();

  async function offered(run: RunRecord, definition: Definition): Promise<AnswerValue | null> {
    const { cursor, answers } = run.state;
    if (cursor.at !== "question" || answers[cursor.key] !== undefined) return null;
    if (findQuestion(definition, cursor.key)?.knownAs === undefined) return null;
    const earlier = await earlierAnswers(db, run.participant.personId, run.id, (id) => definitionOf(db, id));
    return reusable(definition, earlier).get(cursor.key) ?? null;
  }

  async function viewOf(run: RunRecord): Promise<RunView> {
    const definition = await definitionOf(db, run.versionId);
    const settled = { ...run, state: settle(definition, run.state) };
    return { run: settled, definition, known: await offered(settled, definition) };
  }

  /** The run, when it is this person's to go on with: the own one, or one that this person enters for its owner. */
  async function own(personId: PersonId, runId: RunId): Promise<RunView | null> {
    const run = await findRun(db, runId, year());
    if (!run) return null;
    if (mayAnswer(personId, run.participant)) return await viewOf(run);
    const behalf = await entering.behalfOf(personId, run);
    return behalf && { ...(await viewOf(run)), behalf };
  }

  /** The same run later, in the same hands. */
  async function again(run: RunRecord, { behalf }: RunView): Promise<RunView> {
    return { ...(await viewOf(run)), ...(behalf ? { behalf } : {}) };
  }

  /** Whatever is entered for somebody stands in the history with who did it. */
  async function noteBehalf(tx: Db, { run, behalf }: RunView, state: RunState, change: Change | undefined) {
    if (!behalf) return;
    const of = { runId: run.id, personId: run.participant.personId };
    if (change) await entering.note(tx, behalf.actorId, of, change.value ? "answered" : "unanswered", change.key);
    if (state.status === "sent") await entering.sent(tx, behalf.actorId, run, state.rev);
  }

  const isAskable = (from: Db, { run }: RunView) => mayAsk(from, run.participant.membershipId);

  async function open(personId: PersonId, runId: RunId): Promise<StepResult> {
    const view = await own(personId, runId);
    if (!view) return { kind: "refused" };
    return (await isAskable(db, view)) ? { kind: "shown", view } : { kind: "notNow" };
  }

  /** The consent is asked for in the transaction that writes: after a withdrawal not even an answer on its way is kept. */
  async function save(view: RunView, state: RunState, change: Change | undefined, now: Date) {
    const step = { runId: view.run.id, before: view.run.state.rev, state, now, ...(change ? { change } : {}) };
    return await database.tx(async (tx) => {
      if (!(await isAskable(tx, view))) return "notNow";
      if (!(await saveStep(tx, step))) return "overtaken";
      await noteBehalf(tx, view, state, change);
      return "saved";
    });
  }

  /** Somebody else moved the run on between reading and saving: nothing was saved. */
  async function overtaken(view: RunView): Promise<StepResult> {
    const present = await findRun(db, view.run.id, year());
    return present ? { kind: "stale", view: await again(present, view) } : { kind: "refused" };
  }

  async function settleOutcome(before: RunView, outcome: Outcome, now: Date): Promise<StepResult> {
    switch (outcome.kind) {
      case "moved":
      case "sent": {
        const change = outcome.kind === "moved" ? outcome.change : undefined;
        const saved = await save(before, outcome.state, change, now);
        if (saved === "notNow") return { kind: "notNow" };
        if (saved === "overtaken") return await overtaken(before);
        const view = await again({ ...before.run, state: outcome.state }, before);
        return { kind: outcome.kind === "sent" ? "sent" : "shown", view };
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

  async function step(personId: PersonId, runId: RunId, make: StepMaker, now: Date): Promise<StepResult> {
    const view = await own(personId, runId);
    if (!view) return { kind: "refused" };
    const made = make(view);
    const today = dateIn(now, view.run.participant.timeZone);
    const outcome: Outcome =
      made === null
        ? { kind: "stale" }
        : made.kind === "invalid"
          ? made
          : reduce(view.definition, view.run.state, made, today);
    // What is saved asks for the consent in its own transaction; what is only shown asks here.
    const isSaved = outcome.kind === "moved" || outcome.kind === "sent";
    if (!isSaved && !(await isAskable(db, view))) return { kind: "notNow" };
    return await settleOutcome(view, outcome, now);
  }

  return {
    /** The screen where this person stands in the run. */
    open,

    /** A tap: the step is made from the run as it stands; its revision decides whether it is still meant. */
    step,

    /** A typed answer to the question that the chat listened for; `stale` when the run stands elsewhere now. */
    typed: async (personId: PersonId, asked: Asked, text: string, now: Date): Promise<StepResult> => {
      const make: StepMaker = ({ run, definition }) => {
        const { cursor, rev } = run.state;
        if (rev !== asked.rev || cursor.at !== "question" || cursor.key !== asked.key) return null;
        const question = findQuestion(definition, cursor.key);
        const today = dateIn(now, run.participant.timeZone);
        return question ? typedStep(question, run.state, text, { words, today }) : null;
      };
      return await step(personId, asked.run, make, now);
    },

    viewOf,
  };
}
