/** Answering for somebody, from their words or a paper: who may, under which name, and many answers at once. */
import type { Clock } from "#core/clock.ts";
import type { MembershipId, PersonId, RunId } from "#core/ids.ts";
import type { People } from "#features/people/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Catalogue } from "./catalogue.service.ts";
import { findEntering, insertEntered, saveEntered, saveEntering, shownOwner } from "./entering.store.ts";
import type { AnswerValue, Definition, RunState } from "./model.ts";
import { firstCursor, REVIEW } from "./moves.rules.ts";
import { freshRun } from "./rules.ts";
import type { Behalf, EnteringSource, Participant, RunRecord } from "./runs.model.ts";
import { findParticipant, findRun, findRunOf } from "./store.ts";
import { missingRequired } from "./visible.rules.ts";

export type EnteringParts = {
  database: Database;
  clock: Clock;
  catalogue: Catalogue;
  people: Pick<People, "authorise" | "record">;
  mayAsk(db: Db, membershipId: string): Promise<boolean>;
  /** Told in the transaction in which answers entered for somebody are sent. */
  entered?: (
    tx: Db,
    run: { runId: RunId; rev: number; personId: PersonId; actorId: PersonId; now: Date },
  ) => Promise<void>;
};

type Given = { key: string; value: AnswerValue }[];

/** What a paper would make of somebody's questionnaire, or has made of it. */
export type PaperResult =
  | { kind: "sent"; missing: 0; kept: string[] }
  /** Required answers are missing: it stays open. */
  | { kind: "open"; missing: number; kept: string[] }
  /** Sent already: nothing is changed. */
  | { kind: "alreadySent" }
  | { kind: "notNow" }
  | { kind: "refused" };

/** What the run becomes with the answers that it has not got; `kept` are those where it says something else. */
function filled(definition: Definition, state: RunState, given: Given) {
  const fresh = given.filter(({ key }) => state.answers[key] === undefined);
  const kept = given.filter(({ key, value }) => {
    const has = state.answers[key];
    return has !== undefined && JSON.stringify(has) !== JSON.stringify(value);
  });
  const answers = { ...state.answers, ...Object.fromEntries(fresh.map(({ key, value }) => [key, value])) };
  const path = { ...state, answers };
  const missing = missingRequired(definition, path);
  const [first] = missing;
  const cursor = first === undefined ? REVIEW : ({ at: "question", key: first, returning: false } as const);
  const status = missing.length === 0 ? ("sent" as const) : ("open" as const);
  return { fresh, kept: kept.map(({ key }) => key), missing, state: { ...path, cursor, status, rev: state.rev + 1 } };
}

export function createEntering({ database, clock, catalogue, people, mayAsk, entered }: EnteringParts) {
  const { db } = database;
  const year = () => clock.now().getUTCFullYear();

  const mayEnter = (from: Db, actorId: PersonId, id: MembershipId) =>
    people.authorise(from, actorId, "run.enter", { kind: "membership", id });

  /** The history holds which question was answered for whom, never what. */
  const note = (tx: Db, actorId: PersonId, of: { runId: RunId; personId: PersonId }, act: string, after?: string) =>
    people.record(tx, {
      actorId,
      onBehalfOf: of.personId,
      subjectKind: "run",
      subjectId: of.runId,
      act,
      after: after ?? null,
      at: clock.now(),
    });

  /** The participant whose questionnaire this person may enter now. */
  async function enterable(from: Db, actorId: PersonId, id: MembershipId): Promise<Participant | "notNow" | "refused"> {
    const participant = await findParticipant(from, id, year());
    if (!participant?.active || !(await mayEnter(from, actorId, id))) return "refused";
    return (await mayAsk(from, id)) ? participant : "notNow";
  }

  async function runFor(tx: Db, participant: Participant, actorId: PersonId, source: EnteringSource) {
    const { membershipId } = participant;
    const known = await findRunOf(tx, membershipId);
    const intake = known ? null : catalogue.intakeFor(participant);
    if (!known && !intake) return null;
    const isNew = known ? await saveEntering(tx, known, source, actorId) : true;
    const id =
      known ??
      (await insertEntered(tx, {
        membershipId,
        versionId: intake?.versionId ?? "",
        state: freshRun(participant.intakeSize),
        source,
        by: actorId,
        now: clock.now(),
      }));
    const run = await findRun(tx, id, year());
    return run && { run, isNew };
  }

  async function writePaper(tx: Db, actorId: PersonId, run: RunRecord, given: Given): Promise<PaperResult> {
    if (run.state.status !== "open") return { kind: "alreadySent" };
    const definition = await catalogue.definitionOf(tx, run.versionId);
    const { fresh, kept, missing, state } = filled(definition, run.state, given);
    const now = clock.now();
    const of = { runId: run.id, personId: run.participant.personId };
    const step = { id: run.id, before: run.state.rev, state, answered: fresh, now };
    if (!(await saveEntered(tx, step))) throw new Error("a run moved on within a transaction");
    for (const { key } of fresh) await note(tx, actorId, of, "answered", key);
    if (state.status !== "sent") return { kind: "open", missing: missing.length, kept };
    await note(tx, actorId, of, "sent");
    await entered?.(tx, { ...of, rev: state.rev, actorId, now });
    return { kind: "sent", missing: 0, kept };
  }

  return {
    mayEnter,
    note,
    sent: async (tx: Db, actorId: PersonId, { id, participant }: RunRecord, rev: number): Promise<void> => {
      await note(tx, actorId, { runId: id, personId: participant.personId }, "sent");
      await entered?.(tx, { runId: id, rev, personId: participant.personId, actorId, now: clock.now() });
    },

    /** For whom somebody who is not its owner goes on with this run; null: not at all. */
    behalfOf: async (actorId: PersonId, { id, participant }: RunRecord): Promise<Behalf | null> => {
      const source = participant.active ? await findEntering(db, id) : null;
      if (!source || !(await mayEnter(db, actorId, participant.membershipId))) return null;
      return { actorId, source, name: await shownOwner(db, participant.membershipId) };
    },

    /**
     * Begins to answer for a participant; a questionnaire that the participant has begun is gone on with, its answers stay.
     * `answered` says how many there are.
     */
    begin: (actorId: PersonId, membershipId: MembershipId, source: EnteringSource) =>
      database.tx(async (tx) => {
        const participant = await enterable(tx, actorId, membershipId);
        if (typeof participant === "string") return { kind: participant };
        const entering = await runFor(tx, participant, actorId, source);
        if (!entering) return { kind: "refused" as const };
        const { run, isNew } = entering;
        const of = { runId: run.id, personId: participant.personId };
        // Who goes on with what they have begun to enter begins nothing.
        if (isNew) await note(tx, actorId, of, "entering", source);
        const { cursor, status } = run.state;
        if (cursor.at === "intro" && status === "open") {
          const definition = await catalogue.definitionOf(tx, run.versionId);
          const state = { ...run.state, cursor: firstCursor(definition, run.state), rev: run.state.rev + 1 };
          await saveEntered(tx, { id: run.id, before: run.state.rev, state, answered: [], now: clock.now() });
        }
        return { kind: "begun" as const, runId: run.id, answered: Object.keys(run.state.answers).length };
      }),

    /** The questions that a paper of this participant has, and what stands in the run so far; null: nothing may be entered. */
    paperOf: async (from: Db, membershipId: MembershipId) => {
      const participant = await findParticipant(from, membershipId, year());
      const id = participant?.active ? await findRunOf(from, membershipId) : null;
      const run = id ? await findRun(from, id, year()) : null;
      const intake = participant?.active && !run ? catalogue.intakeFor(participant) : null;
      if (!participant || !(run || intake)) return null;
      const definition = run ? await catalogue.definitionOf(from, run.versionId) : intake?.definition;
      const state = run?.state ?? freshRun(participant.intakeSize);
      return definition ? { participant, definition, state } : null;
    },

    /** What these answers would make of the questionnaire: nothing is written. */
    foresee: (definition: Definition, state: RunState, given: Given) => {
      const { kept, missing } = filled(definition, state, given);
      return { kept, missing: missing.length };
    },

    /** Answers from a paper all at once; what the participant has answered stays, and what was sent is left alone. */
    enterPaper: async (tx: Db, actorId: PersonId, membershipId: MembershipId, given: Given): Promise<PaperResult> => {
      const participant = await enterable(tx, actorId, membershipId);
      if (typeof participant === "string") return { kind: participant };
      const known = await findRunOf(tx, membershipId);
      const before = known ? await findRun(tx, known, year()) : null;
      if (before && before.state.status !== "open") return { kind: "alreadySent" };
      const entering = await runFor(tx, participant, actorId, "paper");
      return entering ? await writePaper(tx, actorId, entering.run, given) : { kind: "refused" };
    },
  };
}

export type Entering = ReturnType<typeof createEntering>;
