import { strToU8, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { type Table, writeSheet } from "#platform/files/sheet.ts";
import { MOST_ROWS, readPastedTable, readTable, type TableRead } from "#platform/files/table.ts";

const sheetsOf = (read: TableRead) => {
  if (read.kind !== "table") throw new Error(`no table: ${read.kind}`);
  return read.sheets;
};
const rowsOf = (read: TableRead) => sheetsOf(read)[0]?.rows;
const text = (csv: string) => readTable({ bytes: strToU8(csv) });

/** Windows' own Cyrillic: its letters in the order of the alphabet from 0xC0 on. */
const windows = (words: string) =>
  Uint8Array.from(
    [...words].map((sign) => {
      const code = sign.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    }),
  );
const LIST = "№;ФИО;Класс\n1;Иванова Мария;7А\n";
const READ = [
  ["№", "ФИО", "Класс"],
  ["1", "Иванова Мария", "7А"],
];

const TABLE: Table = {
  name: "7А",
  columns: [
    { title: "ФИО", kind: "text" },
    { title: "Год", kind: "number" },
    { title: "Дата", kind: "date" },
  ],
  rows: [
    ["Иванова  Мария ", 2012, new Date("2012-03-05T00:00:00Z")],
    [null, null, null],
    ["Петров Пётр", null, null],
  ],
};

/** The last header of the archive's list says that its part is this large. */
function liesAbout(bytes: Uint8Array, size: number): Uint8Array {
  const at = bytes.findLastIndex(
    (_, index) => bytes[index] === 0x50 && bytes[index + 2] === 1 && bytes[index + 3] === 2,
  );
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(at + 24, size, true);
  return bytes;
}

describe("a workbook that somebody sent", () => {
  it("is read as text, with the rows in the places where they stand", async () => {
    const read = await readTable({ bytes: await writeSheet({ sheets: [TABLE, { ...TABLE, name: "7Б" }] }) });
    expect(sheetsOf(read).map(({ name }) => name)).toEqual(["7А", "7Б"]);
    expect(rowsOf(read)).toEqual([
      ["ФИО", "Год", "Дата"],
      ["Иванова  Мария", "2012", "2012-03-05"],
      [],
      ["Петров Пётр"],
    ]);
  });

  it("counts a cell over several rows in each of them, and leaves hidden sheets alone", async () => {
    const merges = [{ startRow: 0, startCol: 0, endRow: 2, endCol: 0 }];
    const rows = [
      ["7А", "Иванова"],
      [null, "Петров"],
      [null, "Ким"],
    ];
    const bytes = await writeXlsx({
      sheets: [
        { name: "a", rows, merges },
        { name: "b", rows, hidden: true },
      ],
    });
    const sheets = sheetsOf(await readTable({ bytes }));
    expect(sheets).toHaveLength(1);
    expect(sheets[0]?.rows).toEqual([
      ["7А", "Иванова"],
      ["7А", "Петров"],
      ["7А", "Ким"],
    ]);
  });

  it("is refused without being unpacked when it says that it is huge", async () => {
    const bomb = zipSync({ "xl/workbook.xml": new Uint8Array(1000), "xl/a.xml": new Uint8Array(65 * 1024 * 1024) });
    expect(await readTable({ bytes: bomb })).toEqual({ kind: "tooBig" });
  });

  it("is unpacked no further than it says, when it lies", async () => {
    const good = await writeSheet({ sheets: [TABLE] });
    expect((await readTable({ bytes: good })).kind).toBe("table");
    const bomb = zipSync({ "xl/workbook.xml": strToU8("<workbook/>"), "xl/a.xml": new Uint8Array(80 * 1024 * 1024) });
    expect(await readTable({ bytes: liesAbout(bomb, 10) })).toEqual({ kind: "broken" });
  });

  it("is refused when its parts climb out of a folder or are thousands", async () => {
    const part = strToU8("<a/>");
    for (const name of ["../../etc/a.xml", "/etc/a.xml", "xl\\..\\a.xml", "C:\\a.xml"])
      expect(await readTable({ bytes: zipSync({ "xl/workbook.xml": part, [name]: part }) })).toEqual({
        kind: "unsafe",
      });
    const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`xl/${index}.xml`, part]));
    expect(await readTable({ bytes: zipSync(many) })).toEqual({ kind: "unsafe" });
  });

  it("says what is wrong with a broken, empty, locked, old or foreign file", async () => {
    const good = await writeSheet({ sheets: [TABLE] });
    expect(await readTable({ bytes: good.slice(0, good.length - 40) })).toEqual({ kind: "broken" });
    expect(await readTable({ bytes: new Uint8Array() })).toEqual({ kind: "empty" });
    expect(await readTable({ bytes: await writeXlsx({ sheets: [{ name: "a", rows: [] }] }) })).toEqual({
      kind: "empty",
    });
    const locked = await writeXlsx({
      sheets: [{ name: "a", rows: [["a"]] }],
      encryption: { password: "1", spinCount: 1 },
    });
    expect(await readTable({ bytes: locked })).toEqual({ kind: "locked" });
    const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]);
    expect(await readTable({ bytes: old })).toEqual({ kind: "wrongType", found: "xls" });
    const other = { kind: "wrongType", found: "other" };
    expect(await readTable({ bytes: zipSync({ "word/document.xml": strToU8("<a/>") }) })).toEqual(other);
    expect(await text("%PDF-1.7\n…")).toEqual(other);
    expect(await text("<html><table></table></html>")).toEqual(other);
    expect(
      await readTable({ bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 0x1a, 10, 0, 0, 0, 13]) }),
    ).toEqual(other);
  });

  it("is too big above 20 MB, and above the rows of any school", async () => {
    expect(await readTable({ bytes: new Uint8Array(20 * 1024 * 1024 + 1) })).toEqual({ kind: "tooBig" });
    expect(await text("a\n".repeat(MOST_ROWS + 1))).toEqual({ kind: "tooBig" });
    expect((await text("a\n".repeat(MOST_ROWS))).kind).toBe("table");
  });
});

describe("a .csv that somebody sent", () => {
  it("is read in UTF-8, UTF-16 and windows-1251, with a mark or without", async () => {
    const wide = Buffer.from(LIST, "utf16le");
    const files = [strToU8(LIST), strToU8(`\ufeff${LIST}`), wide, Buffer.concat([Buffer.from([0xff, 0xfe]), wide])];
    for (const bytes of files) expect(rowsOf(await readTable({ bytes: Uint8Array.from(bytes) }))).toEqual(READ);
    const turned = Uint8Array.from([0xfe, 0xff, ...Uint8Array.from(wide).map((_, at) => wide[at ^ 1] ?? 0)]);
    expect(rowsOf(await readTable({ bytes: turned }))).toEqual(READ);
    const plain = LIST.replace("№", "N");
    expect(rowsOf(await readTable({ bytes: windows(plain) }))).toEqual([["N", "ФИО", "Класс"], READ[1]]);
  });

  it("is divided by what divides most lines, and a quoted cell may hold anything", async () => {
    expect(rowsOf(await text('ФИО,Класс\r\n"Иванова, Мария",7А\r\n'))).toEqual([
      ["ФИО", "Класс"],
      ["Иванова, Мария", "7А"],
    ]);
    expect(rowsOf(await text('a\tb\n"x\ny ""z"""\t\n'))).toEqual([
      ["a", "b"],
      ['x\ny "z"', ""],
    ]);
    expect(rowsOf(await text("sep=,\na;b,c\n"))).toEqual([["a;b", "c"]]);
    expect(rowsOf(await text('7 "А" класс;1\n"7" А;2\n"open;3\n'))).toEqual([
      ['7 "А" класс', "1"],
      ['"7" А', "2"],
      ['"open', "3"],
    ]);
  });
});

describe("lines pasted into a chat", () => {
  it("are rows; a number before the rest is a cell of its own", () => {
    expect(rowsOf(readPastedTable("1. Иванова Мария 7А\n2) Петров Пётр 7Б\n\n— Ким Анна\n"))).toEqual([
      ["1", "Иванова Мария 7А"],
      ["2", "Петров Пётр 7Б"],
      [""],
      ["Ким Анна"],
    ]);
    expect(rowsOf(readPastedTable("1\tИванова Мария\t7А\n2\tПетров Пётр\t7Б"))).toEqual([
      ["1", "Иванова Мария", "7А"],
      ["2", "Петров Пётр", "7Б"],
    ]);
    expect(rowsOf(readPastedTable("Иванова Мария; 7А\nПетров Пётр; 7Б"))).toEqual([
      ["Иванова Мария", "7А"],
      ["Петров Пётр", "7Б"],
    ]);
    expect(readPastedTable(" \n\n ")).toEqual({ kind: "empty" });
  });
});
