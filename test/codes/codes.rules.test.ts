import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readKey, writeKey } from "#codes/key.ts";
import { giveCodes, intoKey } from "#codes/naming.ts";
import { joinOffice, namesOf, paperLines, withNames } from "#codes/papers.ts";
import { type ColumnWords, namelessLines, readLines, readPeople, writeLines } from "#codes/table.ts";

const WORDS: ColumnWords = {
  name: ["фио", "name"],
  family: ["фамилия"],
  given: ["имя"],
  patronymic: ["отчество"],
  className: ["класс"],
  side: ["роль"],
  sides: { mentee: ["наставляемый"], mentor: ["наставник"], staff: ["сотрудник"] },
};

const pupil = (name: string, className = "7А") => ({ name, className, side: "mentee" as const });
const liza = { ...pupil("Рябинина Лиза"), code: "Y-01" };

describe("codes for names", () => {
  it("everybody gets one, in order, by the role's letter", () => {
    const given = giveCodes(
      [pupil("Рябинина Лиза"), pupil("Ясенев Пётр"), { name: "Орлов Лев", className: "", side: "mentor" }],
      [],
      {},
    );
    expect(given.map(({ code }) => code)).toEqual(["Y-01", "Y-02", "H-01"]);
  });

  it("who is in the key keeps the code however the name is typed; new ones come behind all that were given", () => {
    const key = [liza, { ...pupil("Ушёл Давно"), code: "Y-07" }];
    const given = giveCodes([pupil("рябинина  лиза"), pupil("Новая Нина")], key, {});
    expect(given.map(({ code }) => code)).toEqual(["Y-01", "Y-08"]);
    expect(intoKey(key, given).map(({ code }) => code)).toEqual(["Y-01", "Y-07", "Y-08"]);
  });

  it("two of one name in one class are two people", () => {
    expect(giveCodes([pupil("Ли Анна"), pupil("Ли Анна")], [], {}).map(({ code }) => code)).toEqual(["Y-01", "Y-02"]);
  });
});

describe("tables", () => {
  it.each([
    ["Фамилия\tИмя\tОтчество\tКласс\nРябинина\tЛиза\tОлеговна\t7А", "Рябинина Лиза Олеговна", "7А"],
    ["№;ФИО;Класс\r\n1;Рябинина Лиза;7 «А»\r\n", "Рябинина Лиза", "7 «А»"],
    ["1,Рябинина Лиза,7А\n2,Ясенев Пётр,7Б", "Рябинина Лиза", "7А"],
    ["Рябинина Лиза\nЯсенев Пётр", "Рябинина Лиза", ""],
  ])("a list is understood: %j", (text, name, className) => {
    expect(readPeople(readLines(text), WORDS, "mentee")[0]).toEqual({ name, className, side: "mentee" });
  });

  it("a role in a column counts", () => {
    const [one] = readPeople(readLines("ФИО;Роль\nОрлов Лев;Наставник"), WORDS, "mentee");
    expect(one?.side).toBe("mentor");
  });

  it("quotes hold separators and breaks, and what was written is read as it was", () => {
    const rows = [
      ['Орлов "Лев"; мл.', "две\nстроки"],
      ["a", "b"],
    ];
    expect(readLines(writeLines(rows))).toEqual(rows);
  });

  it("the list for the bot holds no name", () => {
    const text = namelessLines([liza], ["№", "Код", "Класс", "Роль"], {
      mentee: "наставляемый",
      mentor: "н",
      staff: "с",
    });
    expect(text).toBe("\ufeff№;Код;Класс;Роль\r\n1;Y-01;7А;наставляемый\r\n");
  });
});

describe("names in place of codes", () => {
  const names = namesOf([liza]);

  it("a known code becomes a name in either alphabet; others and parts of words stay", () => {
    expect(withNames("Y-01, \u0423-01; Y-02, Y-011, XY-01, Y-01-2", names)).toBe(
      "Рябинина Лиза, Рябинина Лиза; Y-02, Y-011, XY-01, Y-01-2",
    );
  });

  it("in a paper only words change, and the name cannot become a tag", () => {
    const document = '<w:document w:code="Y-01"><w:p><w:r><w:t>Пара Y-01 и H-01</w:t></w:r></w:p></w:document>';
    const bytes = zipSync({ "word/document.xml": strToU8(document), "word/media/x.bin": strToU8("Y-01") });
    const joined = joinOffice(bytes, namesOf([{ ...liza, name: "<b>Лиза & Ко</b>" }]));
    if (joined.kind !== "joined") throw new Error("not joined");
    expect(paperLines(joined.bytes)).toEqual(["Пара <b>Лиза & Ко</b> и H-01"]);
    const parts = unzipSync(joined.bytes);
    expect(strFromU8(parts["word/document.xml"] ?? new Uint8Array())).toContain('w:code="Y-01"');
    expect(strFromU8(parts["word/media/x.bin"] ?? new Uint8Array())).toBe("Y-01");
  });

  it("what is no office file is said to be broken", () => {
    expect(joinOffice(strToU8("PK no"), names).kind).toBe("broken");
  });
});

describe("the key file", () => {
  it("open or locked it gives back what was put in; without the passphrase nothing", async () => {
    expect(await readKey(await writeKey([liza], ""), "")).toEqual({ kind: "key", people: [liza] });
    const locked = await writeKey([liza], "слово");
    expect(locked).not.toContain("Рябинина");
    expect(await readKey(locked, "слово")).toEqual({ kind: "key", people: [liza] });
    expect((await readKey(locked, "другое")).kind).toBe("locked");
  });

  it.each(["", "{}", "[1]", '{"tropaKey":1}', '{"tropaKey":2,"people":[]}'])("%j is no key", async (text) => {
    expect((await readKey(text, "")).kind).toBe("odd");
  });
});
