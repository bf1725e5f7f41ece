import { describe, expect, it } from "vitest";
import { questionnaireFor } from "#features/questionnaires/choose.rules.ts";
import { parseDefinition } from "#features/questionnaires/definition.rules.ts";
import type { Definition, Question, Text } from "#features/questionnaires/model.ts";
import { pipedKeys } from "#features/questionnaires/texts.rules.ts";
import { findQuestion, questionsOf } from "#features/questionnaires/visible.rules.ts";
import { shipped } from "./sample.ts";

const definitions = shipped.questionnaires.map(({ definition }) => definition);
const named = definitions.map((definition): [string, Definition] => [definition.id, definition]);
const FORMS = ["pupil-pupil", "student-pupil", "employer-pupil", "employer-student", "teacher-teacher"];

const textsOf = (definition: Definition): Text[] => {
  const ofQuestion = (question: Question): Text[] => [
    question.text,
    ...(question.help ? [question.help] : []),
    ...("options" in question ? question.options.map(({ label }) => label) : []),
    ...("ends" in question ? [question.ends.low, question.ends.high] : []),
  ];
  return [
    definition.title,
    definition.intro,
    definition.whoSees,
    ...definition.sections.flatMap(({ title, questions }) => [title, ...questions.flatMap(ofQuestion)]),
  ];
};
const askedAlways = (definition: Definition, size: "short" | "usual") =>
  questionsOf(definition, size).filter(({ showIf }) => showIf === undefined).length;
const optionIds = (definition: Definition | undefined, key: string): string[] => {
  const question = definition && findQuestion(definition, key);
  return question && "options" in question ? question.options.map(({ id }) => id) : [];
};

describe("the questionnaires that come with the bot", () => {
  it.each(FORMS.flatMap((form) => ["mentee", "mentor"].map((side): [string, string] => [form, side])))(
    "have one made for %s, side %s",
    (form, side) => {
      const track = form === "teacher-teacher" ? "teachers" : "pupils";
      expect(questionnaireFor(definitions, { track, side, wave: "intake", form })?.forms).toContain(form);
    },
  );

  it.each(["pupils", "teachers"] as const)(
    "have one for a form of the school's own in the programme of %s",
    (track) => {
      for (const side of ["mentee", "mentor"]) {
        expect(questionnaireFor(definitions, { track, side, wave: "intake", form: "own-form" })?.track).toBe(track);
      }
      expect(
        questionnaireFor(definitions, { track, side: "guardian", wave: "intake", form: "own-form" }),
      ).toBeUndefined();
    },
  );

  it("ask a pupil exactly twelve questions, mostly by taps, whatever is answered", () => {
    const base = questionnaireFor(definitions, {
      track: "pupils",
      side: "mentee",
      wave: "intake",
      form: "pupil-pupil",
    });
    const questions = base ? questionsOf(base, "usual") : [];
    expect(questions).toHaveLength(12);
    expect(questions.every(({ showIf }) => showIf === undefined)).toBe(true);
    expect(questions.filter(({ kind }) => kind === "text")).toHaveLength(3);
  });

  it.each(named)("%s is about as long as it says", (_, definition) => {
    const short = askedAlways(definition, "short");
    const usual = askedAlways(definition, "usual");
    const [least, most] = definition.side === "mentor" ? [12, 16] : [10, 14];
    expect(short).toBeGreaterThanOrEqual(5);
    expect(questionsOf(definition, "short").length).toBeLessThanOrEqual(7);
    expect(usual).toBeGreaterThanOrEqual(least);
    expect(questionsOf(definition, "usual").length).toBeLessThanOrEqual(most);
    expect(definition.minutes.short).toBeLessThan(definition.minutes.usual);
  });

  it.each(named)("%s is stored and read again unchanged", (id, definition) => {
    const stored = shipped.questionnaires.find((one) => one.definition.id === id)?.json ?? "";
    expect(parseDefinition(JSON.parse(stored))).toEqual({ kind: "ok", definition });
  });

  it.each(named)("%s warns where a person writes freely about oneself", (_, definition) => {
    for (const question of questionsOf(definition)) {
      if (question.kind === "text" && question.maxLength > 1_000) expect(question.personal, question.key).toBe(true);
    }
  });
});

describe("what can be matched", () => {
  const find = (side: string, form: string) =>
    questionnaireFor(definitions, {
      track: form === "teacher-teacher" ? "teachers" : "pupils",
      side,
      wave: "intake",
      form,
    });

  it.each(FORMS)("has the same ids on both sides of %s", (form) => {
    const mentee = find("mentee", form);
    const mentor = find("mentor", form);
    for (const key of ["topics", "days", "times", "format"]) {
      const wanted = optionIds(mentee, key);
      expect(wanted.length).toBeGreaterThan(1);
      expect(optionIds(mentor, key), key).toEqual(expect.arrayContaining(wanted));
    }
    const menteeShort = mentee ? questionsOf(mentee, "short").map(({ key }) => key) : [];
    expect(menteeShort).toEqual(expect.arrayContaining(["topics", "days", "times"]));
  });

  it.each(FORMS)("has days and times under a topic that other questionnaires know (%s)", (form) => {
    for (const side of ["mentee", "mentor"]) {
      const definition = find(side, form);
      const topics = definition ? questionsOf(definition).map(({ knownAs }) => knownAs) : [];
      expect(topics).toEqual(expect.arrayContaining(["free-days", "free-times", "meeting-format"]));
    }
  });
});

describe("the words", () => {
  const FORMAL = /(?<!\p{L})(вы|вас|вам|вами|ваш\p{L}*|\p{L}+(?:йте|ьте|ите)(?:сь)?)(?!\p{L})/iu;
  /** «Вы» of both people together stays. */
  const TOGETHER = /вы договоритесь/giu;

  const toPupils = named.filter(([id, { track }]) => track === "pupils" && id !== "mentor-employer");
  it.each(toPupils)("%s says «ты» wherever it says «вы» to a pupil", (_, definition) => {
    let said = 0;
    for (const text of textsOf(definition)) {
      const formal = FORMAL.test(text.ru.replace(TOGETHER, ""));
      if (formal) said += 1;
      if (formal) expect(text["ru-ty"], text.ru).toBeDefined();
      expect((text["ru-ty"] ?? "").replace(TOGETHER, "")).not.toMatch(FORMAL);
    }
    expect(said).toBeGreaterThan(10);
  });

  it.each(named.filter(([, { track }]) => track === "pupils"))("%s has none of the office's words", (_, definition) => {
    for (const text of textsOf(definition)) {
      for (const words of Object.values(text)) {
        expect(words).not.toMatch(/наставляем|(?<!\p{L})пар[аыуе](?!\p{L})|(?<!\p{L})ИПР|запрос/iu);
      }
    }
  });

  it.each(named)("%s is Russian in Russian and English in English", (_, definition) => {
    for (const text of textsOf(definition)) {
      expect(text.ru).toMatch(/[а-яё]/iu);
      expect(text.en).not.toMatch(/[а-яё]/iu);
      expect(text.en).toMatch(/[a-z]/iu);
      expect(new Set(Object.values(text).map((words) => pipedKeys({ ru: words ?? "", en: "" }).join())).size).toBe(1);
    }
  });
});
