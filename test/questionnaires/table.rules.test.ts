import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, cutText, lengthOf } from "#core/text.ts";
import { exportCells, exportColumns } from "#features/questionnaires/export.rules.ts";
import type { Answers, AnswerValue } from "#features/questionnaires/model.ts";
import { earlierFrom, reusable } from "#features/questionnaires/reuse.rules.ts";
import { formatAnswer, render, say } from "#features/questionnaires/texts.rules.ts";
import { compareVersions } from "#features/questionnaires/versions.rules.ts";
import { defined, english, questionOf, rawSample, russian, sample, shipped } from "./sample.ts";

const which = questionOf("many", "which");
const colour = questionOf("one", "colour");
const both = (text: string) => ({ ru: text, en: text });

describe("the words of a reader", () => {
  const text = { ru: "вы", en: "you", "ru-ty": "ты", "ru-teachers": "коллега" };
  it("follow the language, the track and the form of address", () => {
    expect(say(text, { locale: "ru" })).toBe("вы");
    expect(say(text, { locale: "ru", address: "ty" })).toBe("ты");
    expect(say(text, { locale: "ru", track: "teachers" })).toBe("коллега");
    expect(say(text, { locale: "en", address: "ty", track: "teachers" })).toBe("you");
  });

  it("show every kind of answer", () => {
    const date: AnswerValue = { kind: "date", date: "2012-05-14" };
    expect(formatAnswer(questionOf("date", "born"), date, russian)).toBe("14 мая 2012");
    expect(formatAnswer(questionOf("date", "born"), date, english)).toBe("14 May 2012");
    expect(formatAnswer(questionOf("yesno", "pets"), { kind: "yesno", yes: true }, russian)).toBe("Да");
    expect(formatAnswer(questionOf("number", "cat-age"), { kind: "number", number: 1234.5 }, russian)).toBe("1234,5");
    expect(formatAnswer(colour, { kind: "one", option: "red" }, russian)).toBe("red (ру)");
    expect(formatAnswer(colour, { kind: "one", option: "other", other: "<b>" }, russian)).toBe("<b>");
    expect(formatAnswer(which, { kind: "many", options: ["cat", "fish"], other: "ёж" }, english)).toBe("cat, fish, ёж");
    expect(formatAnswer(questionOf("frequency5", "visits"), { kind: "frequency5", value: 5 }, russian)).toBe(
      "Очень часто",
    );
  });

  it("repeat an earlier answer once, cut, and never read it as a place again", () => {
    const shown = (name: string) => render(sample, which.text, { name: { kind: "text", text: name } }, english);
    expect(shown("Anya")).toBe("Which pets of Anya?");
    expect(shown("{answer:name} $&")).toBe("Which pets of {answer:name} $&?");
    expect(shown("x".repeat(500))).toBe(`Which pets of ${"x".repeat(79)}…?`);
    expect(render(sample, which.text, {}, english)).toBe("Which pets of …?");
  });
});

describe("a questionnaire as a table", () => {
  const answers: Answers = {
    name: { kind: "text", text: "=1+1" },
    pets: { kind: "yesno", yes: true },
    which: { kind: "many", options: ["cat"], other: "ёж" },
    "cat-age": { kind: "number", number: 3 },
    born: { kind: "date", date: "2012-05-14" },
    colour: { kind: "one", option: "red" },
    ease: { kind: "scale10", value: 7 },
    visits: { kind: "frequency5", value: 1 },
  };
  const columns = exportColumns(sample, english);
  const cells = exportCells(sample, answers, english);
  const row = Object.fromEntries(columns.map(({ heading }, at) => [heading, cells[at]]));

  it("has question texts as headings, one column per choice and one joined", () => {
    expect(columns.map(({ heading }) => heading).slice(1, 8)).toEqual([
      "Pets?",
      "Which pets of …?",
      "Which pets of …?: cat",
      "Which pets of …?: dog",
      "Which pets of …?: fish",
      "Which pets of …?: Other",
      "How old is the cat?",
    ]);
  });

  it("has numbers as numbers, texts as they are and nothing for what was not answered", () => {
    expect(row).toEqual({
      "Name?": "=1+1",
      "Pets?": "Yes",
      "Which pets of …?": "cat; ёж",
      "Which pets of …?: cat": 1,
      "Which pets of …?: dog": 0,
      "Which pets of …?: fish": 0,
      "Which pets of …?: Other": "ёж",
      "How old is the cat?": 3,
      "Born?": "2012-05-14",
      "Colour?": "red",
      "Colour?: Other": null,
      "Mood?": null,
      "Ease?": 7,
      "Why?": null,
      "Visits?": "Never",
    });
  });

  it("has a cell for every column in every questionnaire", () => {
    for (const { definition } of shipped.questionnaires) {
      expect(exportCells(definition, {}, russian)).toHaveLength(exportColumns(definition, russian).length);
    }
  });
});

describe("what is known already", () => {
  const find = (id: string) => {
    const found = shipped.questionnaires.find(({ definition }) => definition.id === id);
    if (found === undefined) throw new Error(id);
    return found.definition;
  };
  const answeredAt = new Date("2026-09-01T00:00:00Z");
  const later = new Date("2026-10-01T00:00:00Z");

  it("is offered where another questionnaire asks for the same topic, the latest first", () => {
    const earlier = earlierFrom(find("mentee-pupil-pupil"), [
      { key: "days", value: { kind: "many", options: ["mon"] }, answeredAt },
      { key: "days", value: { kind: "many", options: ["tue", "fri"] }, answeredAt: later },
      { key: "goal", value: { kind: "text", text: "private" }, answeredAt },
    ]);
    const offers = reusable(find("mentor-pupil"), earlier);
    expect([...offers]).toEqual([["days", { kind: "many", options: ["tue", "fri"] }]]);
  });

  it("is offered only as far as the question allows it", () => {
    const earlier = [
      { knownAs: "learner-level", value: { kind: "one", option: "university" } as const, answeredAt },
      { knownAs: "interests", value: { kind: "many", options: ["gone", "music"] } as const, answeredAt },
      { knownAs: "free-days", value: { kind: "text", text: "Mondays" } as const, answeredAt },
    ].map((one) => ({ ...one, value: one.value as AnswerValue }));
    expect([...reusable(find("mentee-pupil-pupil"), earlier)]).toEqual([
      ["interests", { kind: "many", options: ["music"] }],
    ]);
  });
});

describe("a newer version", () => {
  it("is compared by the keys of its questions", () => {
    const [first, second] = rawSample.sections;
    if (first === undefined || second === undefined) throw new Error("the sample has two sections");
    const newer = defined({
      ...rawSample,
      version: 2,
      sections: [
        { ...first, questions: first.questions.map((one) => (one.key === "name" ? { ...one, maxLength: 10 } : one)) },
        {
          ...second,
          questions: [
            { key: "new", kind: "yesno", text: both("New?") },
            ...second.questions
              .filter(({ key }) => key !== "visits")
              .map((one) => (one.key === "colour" ? { ...one, text: both("Which?"), other: false } : one)),
          ],
        },
      ],
    });
    const changes = compareVersions(sample, newer);
    expect(changes).toMatchObject({ added: ["new"], removed: ["visits"], reordered: false });
    expect(changes.changed).toEqual([
      { key: "name", parts: ["bounds"] },
      { key: "colour", parts: ["wording", "options"] },
    ]);
    expect(changes.carried).toEqual(["pets", "which", "cat-age", "born", "mood", "ease", "why"]);
    expect(compareVersions(sample, sample).changed).toEqual([]);
  });
});

describe("text that people wrote", () => {
  it("loses only what cannot be stored, and nothing more the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.array(fc.nat(0xffff)), (text, units) => {
        const dirty = text + String.fromCharCode(...units);
        const clean = cleanText(dirty);
        expect(clean).toBe(cleanText(clean));
        expect(Buffer.from(clean, "utf8").toString("utf8")).toBe(clean);
        expect(clean).not.toContain("\u0000");
      }),
    );
    expect(cleanText("a\u0000b\ud83dc\u0007\t\n🦊\u202e")).toBe("abc\t\n🦊\u202e");
  });

  it("is counted and cut by characters", () => {
    expect(lengthOf("🦊я")).toBe(2);
    expect(cutText("🦊🦊🦊", 2)).toBe("🦊…");
    expect(cutText("🦊🦊", 2)).toBe("🦊🦊");
  });
});
