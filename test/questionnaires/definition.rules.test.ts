import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { parseDefinition } from "#features/questionnaires/definition.rules.ts";
import { loadShipped } from "#features/questionnaires/shipped.store.ts";
import { rawSample, words } from "./sample.ts";

type Raw = Record<string, unknown>;
type RawQuestion = Raw & { key: string };

/** The sample with one question changed. */
function withQuestion(key: string, change: Raw): unknown {
  const raw: { sections: { questions: RawQuestion[] }[] } = parse(stringify(rawSample));
  const found = raw.sections.flatMap(({ questions }) => questions).find((question) => question.key === key);
  if (found === undefined) throw new Error(`no question ${key}`);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) Reflect.deleteProperty(found, name);
    else Reflect.set(found, name, value);
  }
  return raw;
}

const problems = (raw: unknown): string[] => {
  const parsed = parseDefinition(raw);
  return parsed.kind === "bad" ? parsed.problems : [];
};
const both = (text: string) => ({ ru: text, en: text });
const two = [
  { id: "a", label: both("A") },
  { id: "b", label: both("B") },
];

describe("a definition", () => {
  it("is taken when it makes sense, and reading it again gives the same", () => {
    const parsed = parseDefinition(rawSample);
    if (parsed.kind === "bad") throw new Error(parsed.problems.join());
    expect(parseDefinition(JSON.parse(JSON.stringify(parsed.definition)))).toEqual(parsed);
  });

  it.each<[string, string, Raw, string]>([
    ["a missing language", "pets", { text: { ru: "Питомцы?" } }, 'question "pets": text.en'],
    ["an empty text", "pets", { text: both(" ") }, 'question "pets": text.ru'],
    ["a field that nobody knows", "pets", { hint: "x" }, 'question "pets": as a whole: Unrecognized key: "hint"'],
    ["a kind that nobody knows", "pets", { kind: "mood" }, 'question "pets": kind: must have a kind'],
    ["a key that is no identifier", "pets", { key: "Питомцы" }, 'question "Питомцы": key: must be lower-case'],
    ["a key used twice", "pets", { key: "name" }, 'question "name": the key is used twice'],
    ["a reserved key", "mood", { key: "review" }, 'question "review": this key is reserved'],
    ["a text longer than Telegram's", "name", { maxLength: 4_001 }, 'question "name": maxLength'],
    ["bounds the wrong way round", "cat-age", { min: 5, max: 4 }, 'question "cat-age": min is greater than max'],
    ["dates the wrong way round", "born", { min: "2020-01-01", max: "2019-01-01" }, "min is later than max"],
    ["lengths the wrong way round", "name", { minLength: 30 }, "minLength is greater than maxLength"],
    ["an option twice", "colour", { options: [...two, two[0]] }, 'question "colour": option "a" is there twice'],
    [
      "two options that read the same",
      "colour",
      { options: [two[0], { id: "c", label: both("A") }] },
      'two options are labelled "A"',
    ],
    ["an option called other", "colour", { options: [two[0], { id: "other", label: both("O") }] }, "write other: true"],
    [
      "a label too long for a button",
      "colour",
      { options: [two[0], { id: "c", label: both("x".repeat(41)) }] },
      'question "colour": options.1.label.ru: must have 1 to 40 characters',
    ],
    [
      "more choices wanted than offered",
      "which",
      { min: 5, max: undefined },
      "min is greater than the number of options",
    ],
    [
      "a condition on a later question",
      "pets",
      { showIf: { key: "mood", gt: 1 } },
      'showIf names "mood", which is not',
    ],
    ["a condition on itself", "mood", { showIf: { key: "mood", gt: 1 } }, 'showIf names "mood", which is not'],
    [
      "a condition on what the short length does not ask",
      "colour",
      { showIf: { key: "born", answered: true } },
      'showIf names "born", which is not asked in every size',
    ],
    ["a condition on no option", "cat-age", { showIf: { key: "which", includes: "cow" } }, 'there is no option "cow"'],
    ["equals on several choices", "cat-age", { showIf: { key: "which", equals: "cat" } }, "wants includes"],
    ["a yes compared with a word", "which", { showIf: { key: "pets", equals: "yes" } }, "must be true or false"],
    ["a mark beyond the scale", "why", { showIf: { key: "mood", gt: 9 } }, "there is no mark 9"],
    ["an order of texts", "why", { showIf: { key: "name", gt: 1 } }, "do not suit the kind text"],
    [
      "a condition of two minds",
      "why",
      { showIf: { key: "mood", gt: 1, lt: 3 } },
      'question "why": showIf: must be all',
    ],
    [
      "the answer to a later question",
      "pets",
      { text: both("{answer:mood}?") },
      'question "pets": repeats the answer to "mood", which is not an earlier question',
    ],
    [
      "an answer that may be missing",
      "ease",
      { text: both("{answer:mood}?") },
      'answer to "mood", which may be missing',
    ],
    [
      "an answer in only one language that is not there",
      "ease",
      { text: { ru: "{answer:nobody}?", en: "Ease?" } },
      'answer to "nobody"',
    ],
  ])("is refused for %s, naming the question", (_, key, change, message) => {
    expect(problems(withQuestion(key, change)).join("\n")).toContain(message);
  });

  it("may repeat an optional answer under a condition that makes it certain", () => {
    const change = { text: both("{answer:mood}?"), showIf: { all: [{ key: "mood", answered: true }] } };
    expect(problems(withQuestion("why", change))).toEqual([]);
    const either = {
      any: [
        { key: "mood", answered: true },
        { key: "pets", equals: true },
      ],
    };
    expect(problems(withQuestion("why", { ...change, showIf: either })).join()).toContain("may be missing");
  });

  it("is refused when a length asks nothing", () => {
    const raw: { sections: { questions: Raw[] }[] } = parse(stringify(rawSample));
    for (const { questions } of raw.sections) for (const question of questions) question.sizes = ["usual"];
    expect(problems(raw)).toContain("the short length has no question");
  });

  it.each([[null], [42], [[]], [{ sections: [{ questions: [7] }] }]])("is refused when it is %j", (raw) => {
    expect(problems(raw).length).toBeGreaterThan(0);
  });
});

describe("a folder of questionnaires", () => {
  const folder = mkdtempSync(join(tmpdir(), "questionnaires-"));
  mkdirSync(join(folder, "parts"));
  mkdirSync(join(folder, "words"));
  for (const locale of ["ru", "en"] as const)
    writeFileSync(join(folder, "words", `${locale}.yaml`), stringify(words[locale]));
  writeFileSync(
    join(folder, "parts", "shared.yaml"),
    stringify({
      questions: { days: { kind: "many", text: both("Days?"), options: { from: "days" } } },
      options: { days: two },
    }),
  );
  afterAll(() => rmSync(folder, { recursive: true }));
  const load = (name: string, raw: unknown) => {
    const file = join(folder, `${name}.yaml`);
    writeFileSync(file, typeof raw === "string" ? raw : stringify(raw));
    try {
      return loadShipped(folder);
    } finally {
      rmSync(file);
    }
  };
  const using = (question: Raw) => ({
    ...rawSample,
    sections: [{ key: "s", title: both("S"), questions: [question] }],
  });
  const firstOf = (raw: unknown) => load("sample", raw).questionnaires[0]?.definition.sections[0]?.questions[0];

  it("has its shared questions and options put in, own words going before", () => {
    expect(firstOf(using({ use: "days", text: both("When?") }))).toMatchObject({
      key: "days",
      text: both("When?"),
      options: two,
    });
    expect(firstOf(using({ use: "days", key: "when", options: { from: "days", only: ["b", "a"] } }))).toMatchObject({
      key: "when",
      options: [two[1], two[0]],
    });
  });

  it.each<[string, unknown, string]>([
    ["sample", withQuestion("pets", { text: { ru: "?" } }), 'sample.yaml: question "pets": text.en'],
    ["sample", using({ use: "nights" }), 'sample.yaml: question "nights": there is no shared question "nights"'],
    ["sample", using({ use: "constructor" }), 'there is no shared question "constructor"'],
    [
      "sample",
      using({ use: "days", options: { from: "hours" } }),
      'question "days": there is no shared list of options "hours"',
    ],
    [
      "sample",
      using({ use: "days", options: { from: "days", only: ["c"] } }),
      'the shared list "days" has no option "c"',
    ],
    ["another", rawSample, 'another.yaml: its id is "sample"; the file must be named after it'],
    ["sample", "id: [", "sample.yaml: "],
    ["sample", "id: a\nid: b", "sample.yaml: "],
  ])("is refused with the file and the question named (%s)", (name, raw, message) => {
    expect(() => load(name, raw)).toThrow(message);
  });

  it("has one hash for equal questionnaires and another for changed ones", () => {
    const hash = (raw: unknown) => load("sample", raw).questionnaires[0]?.hash;
    const reordered = Object.fromEntries(Object.entries(rawSample).toReversed());
    expect(hash(reordered)).toBe(hash(rawSample));
    expect(hash(rawSample)).toMatch(/^[0-9a-f]{64}$/);
    expect(hash(withQuestion("pets", { text: both("Animals?") }))).not.toBe(hash(rawSample));
  });
});
