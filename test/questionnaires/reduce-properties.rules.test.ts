import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAnswer } from "#features/questionnaires/answers.rules.ts";
import {
  type AnswerValue,
  answerSchema,
  type Definition,
  type Outcome,
  type Question,
  type RunState,
  type Size,
  type Step,
} from "#features/questionnaires/model.ts";
import { readCursor, writeCursor } from "#features/questionnaires/moves.rules.ts";
import { freshRun, reduce } from "#features/questionnaires/rules.ts";
import {
  activeAnswers,
  findQuestion,
  missingRequired,
  progress,
  questionsOf,
  visibleQuestions,
} from "#features/questionnaires/visible.rules.ts";
import { sample, shipped, TODAY } from "./sample.ts";

const definitions: Definition[] = [sample, ...shipped.questionnaires.map(({ definition }) => definition)];

/** Numbers that decide what a person does; they become a step when the run's present state is known. */
type Whim = { act: number; pick: number; wild: boolean; words: string };
const whim: fc.Arbitrary<Whim> = fc.record({
  act: fc.nat(99),
  pick: fc.nat(999),
  wild: fc.nat(9).map((chance) => chance === 0),
  words: fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom("ten letters", "{answer:name}", "\u0000"),
  ),
});

function valueFor(question: Question, { pick, words }: Whim): AnswerValue {
  switch (question.kind) {
    case "text":
      return { kind: "text", text: words };
    case "number":
      return { kind: "number", number: pick % 12 };
    case "date":
      return { kind: "date", date: `20${String(pick % 40).padStart(2, "0")}-02-03` };
    case "yesno":
      return { kind: "yesno", yes: pick % 2 === 0 };
    case "one":
      return { kind: "one", option: question.options[pick % question.options.length]?.id ?? "" };
    case "many":
      return { kind: "many", options: question.options.filter((_, at) => (pick >> at) % 2 === 1).map(({ id }) => id) };
    default:
      return { kind: question.kind, value: 1 + (pick % 11) };
  }
}

function stepOf(definition: Definition, state: RunState, whim: Whim): Step {
  const rev = whim.wild ? whim.pick : state.rev;
  const all = questionsOf(definition);
  const here = state.cursor.at === "question" ? state.cursor.key : "";
  const key = whim.wild || here === "" ? (all[whim.pick % all.length]?.key ?? "") : here;
  const question = findQuestion(definition, key) ?? all[0];
  if (question === undefined) throw new Error("a questionnaire without questions");
  if (state.cursor.at === "intro" && whim.act < 80) return { kind: "begin", rev };
  if (whim.act < 50) return { kind: "answer", rev, key, value: valueFor(question, whim), stay: whim.act < 3 };
  if (whim.act < 60 && "options" in question) {
    return { kind: "toggle", rev, key, option: question.options[whim.pick % question.options.length]?.id ?? "other" };
  }
  if (whim.act < 65) return { kind: "other", rev, key, text: whim.words };
  if (whim.act < 75) return { kind: whim.pick % 2 ? "skip" : "done", rev, key };
  if (whim.act < 85) return { kind: "goto", rev, key };
  return { kind: (["back", "back", "toReview", "send", "reopen", "pause"] as const)[whim.pick % 6] ?? "back", rev };
}

const lives = fc.record({
  definition: fc.constantFrom(...definitions),
  size: fc.constantFrom<Size>("short", "usual"),
  whims: fc.array(whim, { minLength: 5, maxLength: 60 }),
});

type Moment = { before: RunState; step: Step; outcome: Outcome; after: RunState };
type Life = { definition: Definition; size: Size; whims: Whim[] };

/** Everything that happened in one life, in order. */
function live({ definition, size, whims }: Life): Moment[] {
  let state = freshRun(size);
  return whims.map((one) => {
    const before = state;
    const step = stepOf(definition, before, one);
    const outcome = reduce(definition, before, step, TODAY);
    state = "state" in outcome ? outcome.state : before;
    return { before, step, outcome, after: state };
  });
}

const always = (promise: (moment: Moment, life: Life) => void) =>
  fc.assert(
    fc.property(lives, (life) => {
      for (const moment of live(life)) promise(moment, life);
    }),
    { numRuns: 300 },
  );

describe("whatever anybody does", () => {
  it("the cursor stands on the intro, on a visible question or on the review", () => {
    always(({ after }, { definition }) => {
      const { cursor } = after;
      if (cursor.at !== "question") return;
      expect(visibleQuestions(definition, after).map(({ key }) => key)).toContain(cursor.key);
      const { at, of } = progress(definition, after);
      expect(at).toBeGreaterThan(0);
      expect(at).toBeLessThanOrEqual(of);
    });
  });

  it("every answer kept is valid JSON of its own question, and only several choices may be unfinished", () => {
    always(({ after }, { definition }) => {
      for (const [key, value] of Object.entries(after.answers)) {
        expect(answerSchema.parse(JSON.parse(JSON.stringify(value)))).toEqual(value);
        const question = findQuestion(definition, key);
        expect(question?.kind).toBe(value.kind);
        const why = question && checkAnswer(question, value, TODAY);
        if (question?.kind !== "many") expect(why).toBeUndefined();
      }
    });
  });

  it("a step that changes something raises the revision by one and says which single answer to write", () => {
    always(({ before, outcome, after }) => {
      if (outcome.kind !== "moved" && outcome.kind !== "sent") return expect(after).toBe(before);
      expect(after.rev).toBe(before.rev + 1);
      const change = outcome.kind === "moved" ? outcome.change : undefined;
      const { [change?.key ?? ""]: _, ...rest } = before.answers;
      const written =
        change === undefined ? before.answers : change.value === null ? rest : { ...rest, [change.key]: change.value };
      expect(after.answers).toEqual(written);
    });
  });

  it("a step of another screen is stale and changes nothing", () => {
    always(({ before, step, outcome }) => {
      if (step.rev === before.rev) return;
      expect(outcome).toEqual({ kind: "stale" });
    });
  });

  it("going back loses no answer", () => {
    always(({ before, step, after }) => {
      if (step.kind === "back") expect(after.answers).toEqual(before.answers);
    });
  });

  it("what is sent is complete, and until then it says what is missing", () => {
    always(({ outcome, before }, { definition }) => {
      if (outcome.kind === "sent") {
        expect(missingRequired(definition, outcome.state)).toEqual([]);
        const active = activeAnswers(definition, outcome.state);
        for (const question of visibleQuestions(definition, outcome.state)) {
          if (question.required) expect(active[question.key]).toBeDefined();
        }
      }
      if (outcome.kind === "incomplete") expect(outcome.keys).toEqual(missingRequired(definition, before));
    });
  });

  it("the same steps over stored states give the same run, and no state is changed in place", () => {
    fc.assert(
      fc.property(lives, (life) => {
        const moments = live(life);
        let stored = JSON.stringify(freshRun(life.size));
        for (const { before, step, after } of moments) {
          expect(JSON.parse(stored)).toEqual(before);
          const row = JSON.parse(stored) as RunState;
          const cursor = readCursor(writeCursor(row.cursor));
          const outcome = reduce(life.definition, { ...row, cursor }, step, TODAY);
          stored = JSON.stringify("state" in outcome ? outcome.state : row);
          expect(JSON.parse(stored)).toEqual(after);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("a person who answers what is on the screen reaches the end of any questionnaire", () => {
    fc.assert(
      fc.property(lives, ({ definition, size, whims }) => {
        let state = freshRun(size);
        for (let turn = 0; turn < 40 && state.status === "open"; turn++) {
          const taste = whims[turn % whims.length];
          if (taste === undefined) return;
          const outcome = reduce(definition, state, willing(definition, state, taste), TODAY);
          if (!("state" in outcome)) throw new Error(JSON.stringify(outcome));
          state = outcome.state;
        }
        expect(state.status).toBe("sent");
      }),
      { numRuns: 200 },
    );
  });
});

function willing(definition: Definition, state: RunState, taste: Whim): Step {
  const { rev, cursor } = state;
  if (cursor.at === "intro") return { kind: "begin", rev };
  if (cursor.at === "review") return { kind: "send", rev };
  const question = findQuestion(definition, cursor.key);
  if (question === undefined) throw new Error("no question under the cursor");
  const value = valueFor(question, { ...taste, words: "a good long answer" });
  const fits = checkAnswer(question, value, TODAY) === undefined;
  return { kind: "answer", rev, key: cursor.key, value: fits ? value : plain(question) };
}

function plain(question: Question): AnswerValue {
  if (question.kind === "many")
    return { kind: "many", options: question.options.slice(0, question.min || 1).map(({ id }) => id) };
  return valueFor(question, { act: 0, pick: 3, wild: false, words: "a good long answer" });
}
