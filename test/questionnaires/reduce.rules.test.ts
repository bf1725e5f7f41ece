import { describe, expect, it } from "vitest";
import type { RunState, Step } from "#features/questionnaires/model.ts";
import { readCursor, writeCursor } from "#features/questionnaires/moves.rules.ts";
import { closeRun, freshRun, reduce } from "#features/questionnaires/rules.ts";
import { activeAnswers, missingRequired, progress, visibleQuestions } from "#features/questionnaires/visible.rules.ts";
import { type Act, answer, sample, TODAY, text, walk, yes } from "./sample.ts";

const keys = (state: RunState) => visibleQuestions(sample, state).map(({ key }) => key);
const at = (state: RunState) => writeCursor(state.cursor);
const tries = (state: RunState, act: Act, rev = state.rev) => reduce(sample, state, { ...act, rev } as Step, TODAY);

const TO_WHICH: Act[] = [{ kind: "begin" }, text("name", "Anya"), yes("pets")];
const REST: Act[] = [
  answer("born", { kind: "date", date: "2010-05-14" }),
  answer("colour", { kind: "one", option: "red" }),
  { kind: "skip", key: "mood" },
  answer("ease", { kind: "scale10", value: 7 }),
  answer("visits", { kind: "frequency5", value: 2 }),
];
const NO_PETS: Act[] = [{ kind: "begin" }, text("name", "Anya"), yes("pets", false), ...REST];

describe("the way through", () => {
  it("leads from the intro over every visible question to the review and to sending", () => {
    const review = walk(sample, NO_PETS);
    expect(at(review)).toBe("review");
    expect(walk(sample, [{ kind: "send" }], review).status).toBe("sent");
  });

  it("counts the question on the screen among those visible now", () => {
    expect(progress(sample, freshRun("usual"))).toEqual({ at: 0, of: 7 });
    expect(progress(sample, walk(sample, TO_WHICH))).toEqual({ at: 3, of: 8 });
    expect(progress(sample, freshRun("short"))).toEqual({ at: 0, of: 4 });
    expect(progress(sample, walk(sample, NO_PETS))).toEqual({ at: 7, of: 7 });
  });

  it("asks in the short length only what belongs to it", () => {
    expect(keys(freshRun("short"))).toEqual(["name", "pets", "colour", "mood"]);
  });

  it("goes back question by question to the intro and keeps every answer", () => {
    const state = walk(sample, [...TO_WHICH, { kind: "back" }, { kind: "back" }, { kind: "back" }]);
    expect(at(state)).toBe("intro");
    expect(Object.keys(state.answers)).toEqual(["name", "pets"]);
  });

  it("goes on with what is answered already after going back", () => {
    const back = walk(sample, [...TO_WHICH, { kind: "back" }, { kind: "done", key: "pets" }]);
    expect(at(back)).toBe("which");
  });

  it("changes nothing by a pause", () => {
    expect(tries(walk(sample, TO_WHICH), { kind: "pause" })).toEqual({ kind: "paused" });
  });
});

describe("branches", () => {
  const catOnly = walk(sample, [...TO_WHICH, { kind: "toggle", key: "which", option: "cat" }]);

  it("open by an answer and close again", () => {
    expect(keys(catOnly)).toContain("cat-age");
    const dogToo = walk(sample, [{ kind: "toggle", key: "which", option: "dog" }], catOnly);
    expect(keys(dogToo)).not.toContain("cat-age");
  });

  it("keep the answers of a closed branch, which then count for nothing and open nothing", () => {
    const state = walk(
      sample,
      [
        { kind: "done", key: "which" },
        answer("cat-age", { kind: "number", number: 3 }),
        { kind: "back" },
        { kind: "back" },
        { kind: "back" },
        yes("pets", false),
      ],
      catOnly,
    );
    expect(at(state)).toBe("born");
    expect(Object.keys(state.answers)).toEqual(expect.arrayContaining(["which", "cat-age"]));
    expect(Object.keys(activeAnswers(sample, state))).toEqual(["name", "pets"]);
    expect(keys(walk(sample, [{ kind: "back" }, yes("pets")], state))).toContain("cat-age");
  });
});

describe("choosing several", () => {
  const which = walk(sample, TO_WHICH);
  const toggle = (option: string): Act => ({ kind: "toggle", key: "which", option });

  it("saves every mark at once and stays on the question", () => {
    const outcome = tries(which, toggle("dog"));
    expect(outcome).toMatchObject({ kind: "moved", change: { key: "which", value: { options: ["dog"] } } });
    expect(at(walk(sample, [toggle("dog")], which))).toBe("which");
  });

  it("keeps the questionnaire's order and lets a mark be taken back", () => {
    expect(walk(sample, [toggle("fish"), toggle("cat")], which).answers.which).toEqual({
      kind: "many",
      options: ["cat", "fish"],
    });
    expect(walk(sample, [toggle("cat"), toggle("cat")], which).answers.which).toBeUndefined();
  });

  it("refuses one too many and changes nothing", () => {
    const two = walk(sample, [toggle("cat"), toggle("dog")], which);
    expect(tries(two, toggle("fish"))).toEqual({
      kind: "invalid",
      hint: "questionnaires-hint-many-most",
      args: { max: 2 },
    });
  });

  it("adds own words to the marks and takes them away by the same button", () => {
    const own = walk(sample, [toggle("cat"), { kind: "other", key: "which", text: " hedgehog " }], which);
    expect(own.answers.which).toEqual({ kind: "many", options: ["cat"], other: "hedgehog" });
    expect(walk(sample, [toggle("other")], own).answers.which).toEqual({ kind: "many", options: ["cat"] });
    expect(tries(which, toggle("other"))).toMatchObject({ kind: "invalid", hint: "questionnaires-hint-other" });
  });

  it("does not go on with too few", () => {
    expect(tries(which, { kind: "done", key: "which" })).toMatchObject({
      kind: "invalid",
      hint: "questionnaires-hint-many-few",
    });
  });
});

describe("what is refused", () => {
  it.each<[string, Act[], Act, string]>([
    ["a wrong kind", [{ kind: "begin" }], yes("name"), "questionnaires-hint-text"],
    ["nothing but blanks", [{ kind: "begin" }], text("name", " \n "), "questionnaires-hint-text"],
    ["too long a text", [{ kind: "begin" }], text("name", "x".repeat(21)), "questionnaires-hint-text-long"],
    ["skipping what is required", [{ kind: "begin" }], { kind: "skip", key: "name" }, "questionnaires-hint-required"],
    ["going on without an answer", [{ kind: "begin" }], { kind: "done", key: "name" }, "questionnaires-hint-required"],
    [
      "a day that has not come",
      [...TO_WHICH.slice(0, 2), yes("pets", false)],
      answer("born", { kind: "date", date: "2026-10-15" }),
      "questionnaires-hint-date-late",
    ],
    [
      "an option that is not there",
      NO_PETS.slice(0, 4),
      answer("colour", { kind: "one", option: "green" }),
      "questionnaires-hint-one",
    ],
    [
      "a mark beyond the scale",
      NO_PETS.slice(0, 5),
      answer("mood", { kind: "scale5", value: 6 }),
      "questionnaires-hint-scale",
    ],
  ])("%s gets a hint and the question stays", (_, path, act, hint) => {
    expect(tries(walk(sample, path), act)).toMatchObject({ kind: "invalid", hint });
  });

  it("a step of an older screen, or about a question that is not on the screen, is stale", () => {
    const state = walk(sample, TO_WHICH);
    expect(tries(state, yes("pets"), state.rev - 1)).toEqual({ kind: "stale" });
    expect(tries(state, yes("pets"))).toEqual({ kind: "stale" });
    expect(tries(state, { kind: "begin" })).toEqual({ kind: "stale" });
    expect(tries(state, { kind: "send" })).toEqual({ kind: "stale" });
  });

  it("everything, once it is closed", () => {
    const closed = closeRun(walk(sample, TO_WHICH));
    expect(tries(closed, { kind: "toggle", key: "which", option: "cat" })).toEqual({ kind: "closed" });
    expect(tries(closed, { kind: "reopen" })).toEqual({ kind: "closed" });
  });
});

describe("the review", () => {
  const review = walk(sample, NO_PETS);

  it("opens a question and comes back after the answer", () => {
    const opened = walk(sample, [{ kind: "goto", key: "colour" }], review);
    expect(at(opened)).toBe("review/colour");
    expect(at(walk(sample, [answer("colour", { kind: "one", option: "blue" })], opened))).toBe("review");
    expect(at(walk(sample, [{ kind: "back" }], opened))).toBe("review");
  });

  it("asks what a changed answer has opened before it comes back", () => {
    const changed = walk(sample, [{ kind: "goto", key: "pets" }, yes("pets")], review);
    expect(at(changed)).toBe("review/which");
    const mood = walk(sample, [{ kind: "goto", key: "mood" }, answer("mood", { kind: "scale5", value: 1 })], review);
    expect(at(mood)).toBe("review/why");
    expect(at(walk(sample, [{ kind: "skip", key: "why" }], mood))).toBe("review");
  });

  it("cannot be sent while a required answer is missing, and says which", () => {
    const early = walk(sample, [...TO_WHICH, { kind: "toReview" }]);
    expect(tries(early, { kind: "send" })).toEqual({
      kind: "incomplete",
      keys: ["which", "born", "colour", "ease", "visits"],
    });
    expect(missingRequired(sample, review)).toEqual([]);
  });

  it("comes again when a sent questionnaire is opened for editing", () => {
    const sent = walk(sample, [{ kind: "send" }], review);
    expect(tries(sent, { kind: "back" })).toEqual({ kind: "alreadySent" });
    const again = walk(sample, [{ kind: "reopen" }], sent);
    expect([again.status, at(again)]).toEqual(["open", "review"]);
    expect(walk(sample, [{ kind: "goto", key: "name" }, text("name", "Ann"), { kind: "send" }], again).status).toBe(
      "sent",
    );
  });
});

describe("a run that was stored", () => {
  it("has its cursor back from one column", () => {
    for (const cursor of ["intro", "name", "review/name", "review"])
      expect(writeCursor(readCursor(cursor))).toBe(cursor);
  });

  it("goes on with the next visible question when the one under the cursor is gone", () => {
    const state = { ...walk(sample, TO_WHICH), cursor: readCursor("cat-age") };
    expect(at(walk(sample, [answer("born", { kind: "date", date: "2010-01-01" })], state))).toBe("colour");
  });

  it("comes back to the review when the question opened from there is gone", () => {
    const state = { ...walk(sample, NO_PETS), cursor: readCursor("review/which") };
    expect(at(walk(sample, [{ kind: "goto", key: "colour" }], state))).toBe("review/colour");
  });
});
