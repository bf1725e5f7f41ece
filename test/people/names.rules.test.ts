import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBirthYear, NO_NAME, readName, searchOf, shownName } from "#features/people/names.rules.ts";
import { firstPage, oldestPage, readYear, YOUNGEST_PAGE, yearsOn } from "#features/people/years.rules.ts";

const maria = { familyName: "Иванова", givenName: "Мария", patronymic: "Петровна" };

describe("reading a name", () => {
  it.each([
    ["Иванова Мария Петровна", maria],
    ["  Иванова   Мария\nПетровна ", maria],
    ["Мария", { ...NO_NAME, givenName: "Мария" }],
    ["Ольга Владимировна", { ...NO_NAME, givenName: "Ольга", patronymic: "Владимировна" }],
    ["Иван Ильич", { ...NO_NAME, givenName: "Иван", patronymic: "Ильич" }],
    ["Мария Петровна Иванова", maria],
    ["Рабинович Иван Ильич", { familyName: "Рабинович", givenName: "Иван", patronymic: "Ильич" }],
    ["Рабинович Иван", { ...NO_NAME, familyName: "Рабинович", givenName: "Иван" }],
    ["Brown Mary", { ...NO_NAME, familyName: "Brown", givenName: "Mary" }],
    ["Мамедов Рауф Али оглы", { familyName: "Мамедов", givenName: "Рауф", patronymic: "Али оглы" }],
    ["王 小明", { ...NO_NAME, familyName: "王", givenName: "小明" }],
    ["<b>Жук</b> 🐞", { ...NO_NAME, familyName: "<b>Жук</b>", givenName: "🐞" }],
    ["И\u0000ван\u0007ов Олег", { ...NO_NAME, familyName: "Иванов", givenName: "Олег" }],
  ])("takes %j as it stands", (typed, name) => {
    expect(readName(typed)).toEqual({ kind: "name", name });
  });

  it.each([
    ["", "empty"],
    ["   \n ", "empty"],
    ["12345", "empty"],
    ["+7 900 000-00-00", "empty"],
    ["/start", "command"],
    ["а зачем вам вообще моё имя скажите", "sentence"],
    ["я".repeat(81), "long"],
  ])("asks again after %j: %s", (typed, why) => {
    expect(readName(typed)).toEqual({ kind: "odd", why });
  });

  it("never keeps more than 80 characters of a part, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (typed) => {
        const read = readName(typed);
        return read.kind === "odd" || Object.values(read.name).every((part) => [...part].length <= 80);
      }),
    );
  });

  it("finds a name whatever the case and with е for ё", () => {
    expect(searchOf({ familyName: "Ёлкин", givenName: "Пётр", patronymic: "" })).toBe("елкин петр");
  });
});

describe("showing a name", () => {
  it.each([
    ["full", "Иванова Мария Петровна"],
    ["initial", "Мария И."],
    ["code", "Y-07"],
  ] as const)("%s: %s", (naming, shown) => {
    expect(shownName(maria, { code: "Y-07" }, naming)).toBe(shown);
  });

  it("never shows any part of the name in codes mode", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (familyName, givenName) => {
        expect(shownName({ familyName, givenName, patronymic: "" }, { code: "H-01" }, "code")).toBe("H-01");
      }),
    );
  });

  it("shows the code of who has not said a name yet", () => {
    for (const naming of ["full", "initial", "code"] as const)
      expect(shownName(NO_NAME, { code: "Y-01" }, naming)).toBe("Y-01");
  });

  it("shows one word as it is, and keeps an emoji whole in the initial", () => {
    expect(shownName({ ...NO_NAME, givenName: "Мария" }, { code: "Y-01" }, "initial")).toBe("Мария");
    expect(shownName({ ...NO_NAME, familyName: "🐞жук", givenName: "Ян" }, { code: "Y-01" }, "initial")).toBe("Ян 🐞.");
  });
});

describe("the year of birth", () => {
  it("is between 1920 and five years ago", () => {
    expect([1919, 1920, 2021, 2022].map((year) => isBirthYear(year, 2026))).toEqual([false, true, true, false]);
  });

  it.each([
    ["2013", 2013],
    ["2013 г.", 2013],
    ["05.03.2013", 2013],
    ["я родилась в 2013 году", 2013],
    ["13", null],
    ["2030", null],
    ["120130", null],
    ["2012 или 2013", null],
    ["", null],
  ])("typed as %j is read as %s", (typed, year) => {
    expect(readYear(typed, 2026)).toBe(year);
  });

  it("stands on exactly one page of buttons, whatever the year", () => {
    for (const thisYear of [2024, 2026, 2031, 2040]) {
      const years: number[] = [];
      for (let page = YOUNGEST_PAGE; page <= oldestPage(thisYear); page++) years.push(...yearsOn(page, thisYear));
      const all = Array.from({ length: thisYear - 5 - 1920 + 1 }, (_, at) => 1920 + at);
      expect(years.toSorted((one, other) => one - other)).toEqual(all);
    }
  });

  it("opens for pupils on pupils' years and for adults on adults'", () => {
    expect(yearsOn(firstPage(true), 2026)).toContain(2012);
    expect(yearsOn(firstPage(false), 2026)).toContain(1990);
  });
});
