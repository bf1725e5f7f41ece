import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAnswer } from "#features/questionnaires/answers.rules.ts";
import type { AnswerValue, Question, RunState } from "#features/questionnaires/model.ts";
import { readCursor } from "#features/questionnaires/moves.rules.ts";
import { freshRun, reduce } from "#features/questionnaires/rules.ts";
import { parseTyped, typedStep } from "#features/questionnaires/typed.rules.ts";
import { questionsOf } from "#features/questionnaires/visible.rules.ts";
import { questionOf, sample, shipped, TODAY, words } from "./sample.ts";

const reading = { words, today: TODAY };
const read = (question: Question, text: string) => parseTyped(question, text, reading);
const value = (question: Question, text: string): AnswerValue => {
  const parsed = read(question, text);
  if (parsed.kind === "invalid") throw new Error(`${text}: ${parsed.hint}`);
  return parsed.value;
};
const hint = (question: Question, text: string) => {
  const parsed = read(question, text);
  return parsed.kind === "invalid" ? parsed.hint : parsed.value;
};

describe("a typed number", () => {
  const years = questionOf("number", "cat-age");
  it.each([
    ["7", 7],
    [" 07 ", 7],
    ["семь", 7],
    ["Seven", 7],
    ["7️⃣", 7],
    ["+3", 3],
    ["7,0", 7],
  ])("%s is understood", (text, number) => {
    expect(value(years, text)).toEqual({ kind: "number", number });
  });
  it.each([
    ["много", "questionnaires-hint-number"],
    ["7 лет и ещё немного", "questionnaires-hint-number"],
    ["1e3", "questionnaires-hint-number"],
    ["", "questionnaires-hint-number"],
    ["7,5", "questionnaires-hint-number-whole"],
    ["-1", "questionnaires-hint-number-low"],
    ["31", "questionnaires-hint-number-high"],
  ])("%s gets a hint", (text, why) => {
    expect(hint(years, text)).toBe(why);
  });
  it("may be large and have spaces and a comma", () => {
    const any: Question = { ...years, min: undefined, max: undefined, integer: false };
    expect(value(any, "1 200,5")).toEqual({ kind: "number", number: 1200.5 });
    expect(value(any, "−4")).toEqual({ kind: "number", number: -4 });
    expect(value(any, "-0")).toEqual({ kind: "number", number: 0 });
    expect(hint(any, "1 2")).toBe("questionnaires-hint-number");
  });
});

describe("a typed date", () => {
  const born = questionOf("date", "born");
  it.each([
    ["14.05.2012", "2012-05-14"],
    ["14.5.2012 г.", "2012-05-14"],
    ["14/05/2012", "2012-05-14"],
    ["14 05 2012", "2012-05-14"],
    ["14 мая 2012", "2012-05-14"],
    ["14 МАЯ 2012 года", "2012-05-14"],
    ["14-го мая, 2012 г.", "2012-05-14"],
    ["14 May 2012", "2012-05-14"],
    ["May 14th, 2012", "2012-05-14"],
    ["2012-05-14", "2012-05-14"],
    ["14.05.12", "2012-05-14"],
    ["14 мая 93", "1993-05-14"],
    ["сегодня", "2026-10-14"],
    ["Вчера!", "2026-10-13"],
    ["29.02.2024", "2024-02-29"],
  ])("%s is understood", (text, date) => {
    expect(value(born, text)).toEqual({ kind: "date", date });
  });
  it.each([
    ["весной", "questionnaires-hint-date"],
    ["31.02.2012", "questionnaires-hint-date"],
    ["14.13.2012", "questionnaires-hint-date"],
    ["14 мая", "questionnaires-hint-date-year"],
    ["14.05", "questionnaires-hint-date-year"],
    ["14.05.1989", "questionnaires-hint-date-early"],
    ["завтра", "questionnaires-hint-date-late"],
  ])("%s gets a hint", (text, why) => {
    expect(hint(born, text)).toBe(why);
  });
  it("of two figures for the year is asked again when both centuries are possible", () => {
    const any: Question = { ...born, min: undefined, max: undefined };
    expect(hint(any, "14.05.12")).toBe("questionnaires-hint-date-year");
  });
});

describe("a typed yes or no", () => {
  const pets = questionOf("yesno", "pets");
  it.each([
    ["да", true],
    ["Да!", true],
    ["ДА, конечно", true],
    ["да нет", undefined],
    ["yes", true],
    ["👍", true],
    ["+", true],
    ["нет", false],
    ["No.", false],
    ["-", false],
    ["может быть", undefined],
  ])("%s is %s", (text, is) => {
    const wanted = is === undefined ? "questionnaires-hint-yesno" : { kind: "yesno", yes: is };
    expect(hint(pets, text)).toEqual(wanted);
  });
});

describe("typed choices", () => {
  const colour = questionOf("one", "colour");
  const which = questionOf("many", "which");
  it("name an option by its number, by its label in any language, or are own words where those are welcome", () => {
    expect(value(colour, "2")).toEqual({ kind: "one", option: "blue" });
    expect(value(colour, "2.")).toEqual({ kind: "one", option: "blue" });
    expect(value(colour, "RED")).toEqual({ kind: "one", option: "red" });
    expect(value(colour, "red (ру)")).toEqual({ kind: "one", option: "red" });
    expect(value(colour, "зелёный")).toEqual({ kind: "one", option: "other", other: "зелёный" });
    expect(hint(colour, "3")).toBe("questionnaires-hint-other");
    expect(hint({ ...colour, other: false }, "зелёный")).toBe("questionnaires-hint-one");
    expect(hint({ ...colour, other: false }, "0")).toBe("questionnaires-hint-one");
  });
  it("of several name a list", () => {
    expect(value(which, "1, 3")).toEqual({ kind: "many", options: ["cat", "fish"] });
    expect(value(which, "3 1")).toEqual({ kind: "many", options: ["cat", "fish"] });
    expect(value(which, "fish; cat")).toEqual({ kind: "many", options: ["cat", "fish"] });
    expect(value(which, "cat, hedgehog")).toEqual({ kind: "many", options: ["cat"], other: "hedgehog" });
    expect(value(which, "a hedgehog, quite old")).toEqual({
      kind: "many",
      options: [],
      other: "a hedgehog, quite old",
    });
    expect(hint(which, "1, 2, 3")).toBe("questionnaires-hint-many-most");
    expect(hint(which, "1, 9")).toBe("questionnaires-hint-many");
  });
  it("find a label that holds a comma or a dash", () => {
    const times = questionOf("many", "times", shipped.questionnaires[0]?.definition);
    expect(value(times, "Утро, до 12:00")).toEqual({ kind: "many", options: ["morning"] });
    const level = questionOf("one", "level", shipped.questionnaires[0]?.definition);
    expect(value(level, "7-8 класс")).toEqual({ kind: "one", option: "grade-7-8" });
  });
});

describe("a typed mark", () => {
  it("is a number, a number of the highest one, or the name of a frequency", () => {
    const ease = questionOf("scale10", "ease");
    expect(value(ease, "7 из 10")).toEqual({ kind: "scale10", value: 7 });
    expect(value(ease, "7/10")).toEqual({ kind: "scale10", value: 7 });
    expect(value(ease, "десять")).toEqual({ kind: "scale10", value: 10 });
    expect(hint(ease, "7 из 5")).toBe("questionnaires-hint-scale");
    expect(hint(ease, "11")).toBe("questionnaires-hint-scale");
    const visits = questionOf("frequency5", "visits");
    expect(value(visits, "очень часто")).toEqual({ kind: "frequency5", value: 5 });
    expect(value(visits, "1")).toEqual({ kind: "frequency5", value: 1 });
    expect(hint(visits, "иногда")).toBe("questionnaires-hint-frequency");
  });
});

describe("a typed text", () => {
  const detail = questionOf("text", "detail", shipped.questionnaires[0]?.definition);
  it("of 4,000 characters is taken and of 4,001 refused, however many bytes they have", () => {
    expect(value(detail, "🦊".repeat(4_000))).toMatchObject({ kind: "text" });
    expect(read(detail, "я".repeat(4_001))).toEqual({
      kind: "invalid",
      hint: "questionnaires-hint-text-long",
      args: { max: 4_000, length: 4_001 },
    });
  });
  it("is kept literally, without what cannot be stored", () => {
    expect(value(detail, "  <b>&\"' \u202eabc\u202c\u0000\ud800 {answer:topics}\nвторая  ")).toEqual({
      kind: "text",
      text: "<b>&\"' \u202eabc\u202c {answer:topics}\nвторая",
    });
  });
});

describe("what is typed while several choices are open", () => {
  const which = questionOf("many", "which");
  const state = (options: string[]): RunState => ({
    ...freshRun("usual", {
      name: { kind: "text", text: "Anya" },
      pets: { kind: "yesno", yes: true },
      ...(options.length > 0 ? { which: { kind: "many", options } } : {}),
    }),
    cursor: readCursor("which"),
  });
  const types = (before: RunState, text: string) => {
    const step = typedStep(which, before, text, reading);
    return step.kind === "invalid" ? step : reduce(sample, before, step, TODAY);
  };

  it("answers and goes on when nothing was marked", () => {
    expect(types(state([]), "1")).toMatchObject({ kind: "moved", state: { cursor: { key: "cat-age" } } });
  });
  it("joins what was marked and stays", () => {
    expect(types(state(["dog"]), "3")).toMatchObject({
      kind: "moved",
      state: { cursor: { key: "which" }, answers: { which: { options: ["dog", "fish"] } } },
    });
    expect(types(state(["dog"]), "ёж")).toMatchObject({
      kind: "moved",
      state: { cursor: { key: "which" }, answers: { which: { options: ["dog"], other: "ёж" } } },
    });
  });
});

it("whatever is typed, the answer fits its question or there is a hint", () => {
  const questions = [sample, ...shipped.questionnaires.map(({ definition }) => definition)].flatMap((one) =>
    questionsOf(one),
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom("0", "1", "2", ".", ",", " ", "-", "/", "м", "а", "я", "й") }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...questions), texts, (question, text) => {
      const parsed = read(question, text);
      if (parsed.kind === "value") expect(checkAnswer(question, parsed.value, TODAY)).toBeUndefined();
      else expect(parsed.hint).toMatch(/^questionnaires-hint-/);
    }),
    { numRuns: 3_000 },
  );
});
