import { describe, expect, it } from "vitest";
import type { Doubt, ReadRow } from "#features/lists/model.ts";
import { readList } from "#features/lists/reading.rules.ts";
import { listWords } from "#features/lists/words.view.ts";
import { readPasted } from "#platform/files/lines.ts";
import { loadTexts } from "#platform/i18n.ts";
import { inRoot } from "#platform/root.ts";

const texts = loadTexts(inRoot("locales"));
const words = listWords([texts.voice({ locale: "ru" }), texts.voice({ locale: "en" })]);

const one = (rows: string[][], name = "Лист1") => readList([{ name, rows }], words);
const short = ({ number, name, className, post, role, code }: ReadRow) =>
  [number, name, className, ...(post ? [post] : []), ...(role ? [role] : []), ...(code ? [code] : [])].join(" · ");
const rowsOf = (rows: string[][], name?: string) => one(rows, name).rows.map(short);
const lines = (doubts: Doubt[], kind: Doubt["kind"]) =>
  doubts.flatMap((doubt) =>
    doubt.kind === kind && doubt.kind !== "unneeded" ? [doubt.at.map(({ line }) => line)] : [],
  );

const IVANOVA = "1 · Иванова Мария · 7А";

describe("the columns of a list", () => {
  it("are known by their headings, in any order", () => {
    expect(
      rowsOf([
        ["Класс", "Дата рождения", "ФИО ученика", "№ п/п"],
        ["7 «А»", "05.03.2012", "Иванова Мария", "1"],
        ["7-б", "01.02.2012", "Петров Пётр Ильич", "2."],
      ]),
    ).toEqual([IVANOVA, "2 · Петров Пётр Ильич · 7Б"]);
  });

  it("may hold family and given names apart, in English too", () => {
    expect(
      rowsOf([
        ["No", "Surname", "First name", "Grade"],
        ["1", "Иванова", "Мария", "7а класс"],
      ]),
    ).toEqual([IVANOVA]);
    expect(
      rowsOf([
        ["Фамилия", "Имя", "Отчество", "Учебная группа"],
        ["Ким", "Анна", "", "ИС-21"],
      ]),
    ).toEqual(["2 · Ким Анна · ИС-21"]);
  });

  it("are found below titles, signs and empty lines, and again on each printed page", () => {
    const read = one([
      ["МБОУ «Школа № 7»"],
      [],
      ["Список учащихся 7 «А» класса на 2026/27 учебный год"],
      ["№", "Фамилия, имя, отчество", "Телефон", "ФИО родителя"],
      ["1", "Иванова Мария", "8 900 000-00-01", "Иванова Анна"],
      ["№", "Фамилия, имя, отчество", "Телефон", "ФИО родителя"],
      ["2", "Петров Пётр", "", ""],
      [],
      ["Итого: 2"],
      ["Директор", "Сидоров С. С."],
    ]);
    expect(read.rows.map(short)).toEqual([IVANOVA, "2 · Петров Пётр · 7А"]);
    expect(read.doubts).toContainEqual({ kind: "unneeded", titles: ["Телефон", "ФИО родителя"] });
    expect(lines(read.doubts, "skipped")).toEqual([[9, 10]]);
  });

  it("without any headings are known by what stands in them", () => {
    expect(
      rowsOf([
        ["1", "Иванова Мария", "7А", "05.03.2012"],
        ["2", "Петров Пётр", "7Б", "01.02.2012"],
      ]),
    ).toEqual([IVANOVA, "2 · Петров Пётр · 7Б"]);
    expect(
      rowsOf([
        ["Иванова", "Мария", "7А"],
        ["Петрова", "Анна", "7Б"],
      ]),
    ).toEqual(["1 · Иванова Мария · 7А", "2 · Петрова Анна · 7Б"]);
  });

  it("of staff hold posts; a post that is a name is not taken for one", () => {
    expect(
      rowsOf([
        ["Сотрудник", "Должность"],
        ["Ветрова Ольга Владимировна", "учитель математики"],
        ["Лугова Вера Павловна", "Лугов Иван Петрович"],
      ]),
    ).toEqual(["2 · Ветрова Ольга Владимировна ·  · учитель математики", "3 · Лугова Вера Павловна · "]);
  });

  it("may say the role of each, and a code instead of a name", () => {
    const read = one([
      ["Код", "Класс", "Роль"],
      ["Y-01", "7А", "наставляемый"],
      ["H-02", "10Б", "Наставник"],
      ["не код!", "10Б", "кто-то"],
    ]);
    expect(read.rows.map(short)).toEqual(
      ["2 ·  · 7А · mentee · Y-01", "3 ·  · 10Б · mentor · H-02"].concat("4 ·  · 10Б"),
    );
    expect(read.named).toBe(false);
    expect(lines(read.doubts, "oddRole")).toEqual([[4]]);
    expect(lines(read.doubts, "oddCode")).toEqual([[4]]);
  });
});

describe("the class", () => {
  const list = [["ФИО"], ["Иванова Мария"]];
  it("is taken from the sheet's name, a title or a line above", () => {
    expect(rowsOf(list, "7А")).toEqual(["2 · Иванова Мария · 7А"]);
    expect(rowsOf(list, "7 класс")).toEqual(["2 · Иванова Мария · 7"]);
    expect(rowsOf(list, "Лист1")).toEqual(["2 · Иванова Мария · "]);
    expect(rowsOf([["ФИО"], ["7 «А» класс"], ["Иванова Мария"], ["7 «Б» класс"], ["Петров Пётр"]])).toEqual([
      "3 · Иванова Мария · 7А",
      "5 · Петров Пётр · 7Б",
    ]);
  });

  it("is not seen in years, dates and numbers of a school", () => {
    for (const title of ["Список на 2026-2027 год", "Школа № 7", "от 05.03.2026"])
      expect(rowsOf([[title], ...list])).toEqual(["3 · Иванова Мария · "]);
  });

  it("each sheet has its own, and its numbers too", () => {
    const rows = [
      ["№", "ФИО"],
      ["1", "Иванова Мария"],
    ];
    const read = readList(
      [
        { name: "7А", rows },
        { name: "7Б", rows },
      ],
      words,
    );
    expect(read.rows.map(short)).toEqual([IVANOVA, "1 · Иванова Мария · 7Б"]);
    expect(read.rows.map(({ at }) => at.sheet)).toEqual(["7А", "7Б"]);
  });
});

describe("pasted lines", () => {
  it("may be numbered, with the class behind the name", () => {
    expect(rowsOf(readPasted("1. Иванова Мария 7А\n2. Петров Пётр 7 «Б» класс\n"))).toEqual([
      IVANOVA,
      "2 · Петров Пётр · 7Б",
    ]);
    expect(rowsOf(readPasted("7А\nИванова Мария\nПетров Пётр"))).toEqual([
      "2 · Иванова Мария · 7А",
      "3 · Петров Пётр · 7А",
    ]);
    expect(rowsOf(readPasted("Иванова Мария; 7А\nПетров Пётр; 7Б"))).toEqual([IVANOVA, "2 · Петров Пётр · 7Б"]);
  });

  it("with no names in them are no list", () => {
    expect(one(readPasted("добрый день, вот список")).rows.filter(({ className }) => className !== "")).toEqual([]);
  });
});

describe("doubts", () => {
  it("two equal rows are one, namesakes born on different days are two", () => {
    const read = one([
      ["ФИО", "Класс", "Дата рождения"],
      ["Иванова Мария", "7А", "05.03.2012"],
      ["Семёнов Пётр", "7А", ""],
      ["Семенов  Петр", "7А", ""],
      ["иванова мария", "7А", "06.03.2012"],
    ]);
    expect(read.rows).toHaveLength(3);
    expect(lines(read.doubts, "same")).toEqual([[3, 4]]);
    expect(lines(read.doubts, "namesakes")).toEqual([[2, 5]]);
  });

  it("say who has no class and which lines have no name", () => {
    const read = one([
      ["№", "ФИО", "Класс"],
      ["1", "Иванова Мария", ""],
      ["2", "", "7А"],
    ]);
    expect(lines(read.doubts, "noClass")).toEqual([[2]]);
    expect(lines(read.doubts, "noName")).toEqual([[3]]);
  });

  it("numbers that repeat give way to the lines of the file", () => {
    expect(
      rowsOf([
        ["№", "ФИО"],
        ["1", "Иванова Мария"],
        ["1", "Петров Пётр"],
      ]),
    ).toEqual(["2 · Иванова Мария · ", "3 · Петров Пётр · "]);
  });
});
