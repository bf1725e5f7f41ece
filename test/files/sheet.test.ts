import { readXlsx } from "hucre/xlsx";
import readExcelFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { columnLetters, sheetNames, type Table, writeSheet } from "#platform/files/sheet.ts";

const people: Table = {
  name: "Наставляемые",
  columns: [
    { title: "Имя", kind: "text" },
    { title: "Год", kind: "number" },
    { title: "Проверен", kind: "flag" },
    { title: "Встреча", kind: "date" },
    { title: "Ответ дан", kind: "moment", width: 20 },
  ],
  rows: [
    ["Аня", 2011, true, new Date("2026-11-20T00:00:00Z"), new Date("2026-11-20T18:00:00Z")],
    ["Борис", 0.5, false, null, null],
  ],
};

const read = async (bytes: Uint8Array) => readExcelFile(Buffer.from(bytes));

describe("a table written as xlsx", () => {
  it("gives numbers as numbers, dates as dates, flags as flags, empty cells as empty", async () => {
    const [sheet] = await read(await writeSheet({ sheets: [people] }));
    expect(sheet?.sheet).toBe("Наставляемые");
    expect(sheet?.data).toEqual([
      ["Имя", "Год", "Проверен", "Встреча", "Ответ дан"],
      ["Аня", 2011, true, new Date("2026-11-20T00:00:00Z"), new Date("2026-11-20T18:00:00Z")],
      ["Борис", 0.5, false, null, null],
    ]);
  });

  it("keeps text that looks like a formula as text", async () => {
    const texts = ["=1+1", "+7 900", "-5", "@cmd", '=HYPERLINK("http://x","y")', "007", "\t=1"];
    const bytes = await writeSheet({
      sheets: [{ name: "a", columns: [{ title: "=SUM(A2)", kind: "text" }], rows: texts.map((text) => [text]) }],
    });
    const book = await readXlsx(bytes, { readStyles: true });
    expect(book.sheets[0]?.rows.map((row) => row[0])).toEqual(["=SUM(A2)", ...texts]);
    for (const cell of book.sheets[0]?.cells?.values() ?? []) expect(cell.formula).toBeUndefined();
    const [sheet] = await read(bytes);
    expect(sheet?.data.slice(1).map((row) => row[0])).toEqual(
      texts.map((text) => expect.stringContaining(text.trim())),
    );
  });

  it("has a bold header that stays in place, and a filter over all rows", async () => {
    const book = await readXlsx(await writeSheet({ sheets: [people] }), { readStyles: true });
    const sheet = book.sheets[0];
    expect(sheet?.freezePane?.rows).toBe(1);
    expect(sheet?.autoFilter?.range).toBe("A1:E3");
    expect(sheet?.cells?.get("0,0")?.style?.font?.bold).toBe(true);
    expect(sheet?.cells?.get("1,0")?.style?.font?.bold ?? false).toBe(false);
  });

  it("survives control characters, lone surrogates, emoji and very long text", async () => {
    const odd = ["a\u0000b\u0007c", "lone \uD800 half", "👩‍🏫 <b>&\"'</b>", "\u202Egnp.exe", "я".repeat(40_000)];
    const bytes = await writeSheet({
      sheets: [{ name: "a", columns: [{ title: "t", kind: "text" }], rows: odd.map((text) => [text]) }],
    });
    const rows = (await readXlsx(bytes)).sheets[0]?.rows.slice(1).map((row) => row[0]) ?? [];
    expect(rows).toEqual([odd[0], "lone \u{FFFD} half", odd[2], odd[3], "я".repeat(32_767)]);
    expect((await read(bytes))[0]?.data[3]?.[0]).toBe(odd[2]);
  });

  it("makes infinite and missing numbers empty cells", async () => {
    const rows = [[Number.NaN], [Number.POSITIVE_INFINITY], [1]];
    const bytes = await writeSheet({ sheets: [{ name: "a", columns: [{ title: "n", kind: "number" }], rows }] });
    expect((await read(bytes))[0]?.data).toEqual([["n"], [null], [null], [1]]);
  });

  it("writes several sheets with legal and different names", async () => {
    const table = (name: string): Table => ({ name, columns: [{ title: "x", kind: "text" }], rows: [["1"]] });
    const wished = ["Банк: наставники/2026", "банк  наставники 2026", "", "'", "x".repeat(40), "x".repeat(35)];
    const book = await readXlsx(await writeSheet({ sheets: wished.map(table) }));
    const names = book.sheets.map((sheet) => sheet.name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(wished.length);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  });

  it("refuses a row longer than its header and a workbook of nothing", async () => {
    const columns = [{ title: "x", kind: "text" as const }];
    await expect(writeSheet({ sheets: [{ name: "a", columns, rows: [["1", "2"]] }] })).rejects.toThrow(/longer/);
    await expect(writeSheet({ sheets: [] })).rejects.toThrow(/without sheets/);
  });

  it("writes a header alone when there are no rows", async () => {
    const bytes = await writeSheet({ sheets: [{ ...people, rows: [] }] });
    expect((await read(bytes))[0]?.data).toHaveLength(1);
  });
});

describe("names within a workbook", () => {
  it("letters of columns go on after Z", () => {
    expect([1, 26, 27, 52, 703].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "AAA"]);
  });

  it("never cut an emoji in half and avoid Excel's own word", () => {
    expect(sheetNames([`${"a".repeat(30)}👩`, "History"])).toEqual(["a".repeat(30), "History (2)"]);
  });
});
