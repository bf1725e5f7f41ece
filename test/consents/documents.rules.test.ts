import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lengthOf } from "#core/text.ts";
import { fillDocument, parseDocument, splitDocument } from "#features/consents/documents.rules.ts";
import { readDocuments } from "#features/consents/files.store.ts";
import { type Facts, KINDS, READERS } from "#features/consents/model.ts";
import { inRoot } from "#platform/root.ts";

const facts: Facts = {
  school: "Школа № 12",
  city: "Тверь",
  phone: "+7 4822 00-00-00",
  site: "school.example.ru",
  programme: "Наставничество",
  curator: "Мария Петровна",
  endsOn: "31 мая 2027",
  child: "Аня К.",
};

describe("a document's text", () => {
  it("has every place filled, and loses a line with a place for which there is nothing", () => {
    expect(
      fillDocument("Кто: {school}, {city}.\nКуратор: {curator}.\n\nДо {endsOn}.", { ...facts, curator: null }),
    ).toBe("Кто: Школа № 12, Тверь.\n\nДо 31 мая 2027.");
  });

  it("keeps what a school is called as it is, braces and dollars too", () => {
    expect(fillDocument("{school}!", { ...facts, school: "$& {city} <b>" })).toBe("$& {city} <b>!");
  });

  it.each([
    ["an unknown kind", "money-self.ru.md", "---\nversion: 1\n---\nТекст"],
    ["no version", "data-self.ru.md", "---\n---\nТекст"],
    ["no text", "data-self.ru.md", "---\nversion: 1\n---\n"],
    ["an unknown place", "data-self.ru.md", "---\nversion: 1\n---\n{passport}"],
  ])("with %s is not taken", (_what, name, content) => {
    expect(() => parseDocument(name, content)).toThrow(name);
  });
});

describe("the documents that are shipped", () => {
  const all = readDocuments(inRoot("locales", "consents"));

  it("are there for every kind and reader, in both languages", () => {
    const names = all.map(({ kind, reader, locale }) => `${kind}-${reader}.${locale}`).toSorted();
    const ofMentors = ["mentor-employee", "mentor-pupil"].flatMap((kind) => [`${kind}-self.en`, `${kind}-self.ru`]);
    const wanted = KINDS.flatMap((kind) =>
      READERS.flatMap((reader) => ["en", "ru"].map((locale) => `${kind}-${reader}.${locale}`)),
    );
    expect(names).toEqual([...wanted, ...ofMentors].toSorted());
    expect(readdirSync(inRoot("locales", "consents"))).toHaveLength(names.length);
  });

  it.each(all.map((one) => [`${one.kind}-${one.reader}.${one.locale}`, one] as const))(
    "%s says who, which programme, until when, and how to withdraw, and leaves no place open",
    (_name, { text, reader, locale }) => {
      const shown = fillDocument(text, facts);
      expect(shown).not.toMatch(/[{}]/);
      for (const fact of ["Школа № 12", "Тверь", "Наставничество", "Мария Петровна", "31 мая 2027"])
        expect(shown).toContain(fact);
      if (reader === "guardian") expect(shown).toContain("Аня К.");
      expect(shown).toMatch(locale === "ru" ? /отозва|отказ/i : /withdraw|decline/i);
      expect(shown).toMatch(locale === "ru" ? /Редакция \d/ : /Version \d/);
    },
  );

  it.each(all.filter(({ kind }) => kind === "data").map((one) => [`${one.reader}.${one.locale}`, one] as const))(
    "data-%s fits into one message and says what the bot never asks for",
    (_name, { text, locale }) => {
      const shown = fillDocument(text, { ...facts, school: "Ш".repeat(120), programme: "П".repeat(100) });
      expect(splitDocument(shown, 3_800)).toHaveLength(1);
      for (const never of locale === "ru"
        ? ["Деньги", "коды", "паспорт", "адрес"]
        : ["Money", "codes", "passport", "address"])
        expect(shown).toContain(never);
    },
  );
});

describe("a long text in messages", () => {
  const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 });
  const text = fc
    .array(fc.oneof(word, fc.constantFrom(" ", "\n", "\n\n", "слово ")), { maxLength: 60 })
    .map((parts) => parts.join(""));

  it("loses nothing but the white space at which it is cut, and every message fits", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 5, max: 80 }), (whole, max) => {
        const parts = splitDocument(whole, max);
        for (const part of parts) expect(lengthOf(part)).toBeLessThanOrEqual(max);
        const solid = (piece: string) => piece.replace(/[ \n]/g, "");
        expect(parts.map(solid).join("")).toBe(solid(whole));
      }),
    );
  });

  it("is cut between paragraphs", () => {
    expect(splitDocument("раз два\n\nтри\n\nчетыре", 12)).toEqual(["раз два\n\nтри", "четыре"]);
  });

  it("stays one message when it fits", () => {
    expect(splitDocument("раз\n\nдва", 100)).toEqual(["раз\n\nдва"]);
  });
});
