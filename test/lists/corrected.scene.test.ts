import { afterEach, describe, expect, it } from "vitest";
import { writeSheet } from "#platform/files/sheet.ts";
import { readTable } from "#platform/files/table.ts";
import { type Place, place } from "#test/intake/place.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";
import { classFile, opensLists } from "./class.ts";

const LIST = "1. Иванова Мария 7А\n2. Петров Пётр 7А\n3. Ким Анна 7А\n4. Лосева Вера 7А";
const text = (title: string) => ({ title, kind: "text" as const });

async function sends(vera: Actor, lines: string): Promise<void> {
  await opensLists(vera);
  await vera.taps("Прислать список");
  await vera.says(lines);
}

async function exported(w: Place, vera: Actor): Promise<string[][]> {
  await opensLists(vera);
  await vera.taps("Выгрузить, чтобы исправить");
  await w.later(1_000);
  const { file } = vera.last();
  if (!file) throw new Error(`no table: ${vera.last().text}`);
  const read = await readTable({ bytes: file.bytes });
  if (read.kind !== "table") throw new Error(read.kind);
  return read.sheets[0]?.rows ?? [];
}

async function sendsBack(vera: Actor, [head = [], ...rows]: string[][]): Promise<void> {
  const bytes = await writeSheet({
    sheets: [{ name: "Списки", columns: head.map(text), rows: rows.map((row) => head.map((_, at) => row[at] ?? "")) }],
  });
  await opensLists(vera);
  await vera.taps("Прислать список");
  await vera.sends({ name: "Списки.xlsx", mime: "application/octet-stream", bytes });
}

describe.each(engines)("a list is corrected, on %s", { timeout: 120_000 }, (engine) => {
  let w: Place;
  afterEach(() => w.close());

  it("a list sent back shows its differences and changes nothing before the confirmation", async () => {
    w = await place(engine);
    const vera = await w.curator();
    await sends(vera, LIST);
    await vera.taps("Им нужен наставник");
    await vera.taps("Добавить: 4");
    const table = await exported(w, vera);
    expect(table[0]).toEqual(["№", "Код", "ФИО", "Класс", "Должность", "Роль"]);
    expect(table.map((row) => row[2] ?? "").slice(1)).toEqual(["", "", "", ""]);
    const [head = [], first = [], second = [], third = []] = table;
    const moved = second.with(3, "7Б");
    await sendsBack(vera, [head, first, moved, third, ["", "", "Новенькая Ева", "7Б"]]);
    vera.sees("у 1 человека изменится класс или должность");
    vera.sees("добавится 1 человек");
    vera.sees("уйдёт 1 строка");
    const { db } = w.database;
    expect(await db.membership.count({ where: { role: "mentee", className: "7А" } })).toBe(4);
    await vera.taps("Применить");
    const rows = await db.membership.findMany({ where: { role: "mentee" }, orderBy: { code: "asc" } });
    expect(rows.map(({ code, className }) => `${code} ${className}`)).toEqual([
      "Y-01 7А",
      "Y-02 7Б",
      "Y-03 7А",
      expect.stringMatching(/^Y-0[45] 7Б$/),
    ]);
    await w.later(60_000);
    await sendsBack(vera, await exported(w, vera));
    vera.sees("Список тот же");
  });

  it("where codes are kept a file with names is refused kindly, and one with codes is taken", async () => {
    w = await place(engine, { naming: "code" });
    const vera = await w.curator();
    await opensLists(vera);
    await vera.taps("Прислать список");
    await vera.sends(await classFile());
    vera.sees("В этом списке есть имена");
    expect(await w.database.db.draft.count()).toBe(0);
    await vera.says("Код;Класс;Роль\nА-17;7А;наставляемый\nА-18;7А;наставляемый");
    await vera.taps("Добавить: 2");
    const rows = await w.database.db.membership.findMany({ where: { role: "mentee" }, orderBy: { code: "asc" } });
    expect(rows.map(({ code, className }) => `${code} ${className}`)).toEqual(["А-17 7А", "А-18 7А"]);
  });

  it("a class may be given to all, a second tap makes nobody twice, and only who never came is removed", async () => {
    w = await place(engine);
    const vera = await w.curator();
    await sends(vera, "Иванова Мария\nПетров Пётр\nиванова  мария");
    vera.sees("две одинаковые строки 1 и 3");
    await vera.taps("Им нужен наставник");
    await vera.taps("Указать класс, где его нет: 2");
    await vera.says("8В");
    const { id, buttons } = vera.last();
    const add = buttons.flat().find((button) => button.text === "Добавить: 2");
    if (add?.kind !== "callback") throw new Error("no button that adds");
    await vera.taps("Добавить: 2");
    w.emulator.forgeTap(vera.id, id, add.data);
    await w.settle();
    const { db } = w.database;
    expect(await db.membership.count({ where: { className: "8В" } })).toBe(2);
    const [first] = await db.membership.findMany({ where: { className: "8В" }, orderBy: { rowNumber: "asc" } });
    await db.membership.update({ where: { id: first?.id ?? "" }, data: { checkedAt: w.clock.now() } });
    await opensLists(vera);
    await vera.taps(/^8В/);
    await vera.taps("Убрать тех, кто не пришёл");
    await vera.taps("Убрать");
    expect(await db.membership.count({ where: { className: "8В" } })).toBe(1);
    expect(await db.invitation.count({ where: { personId: { not: null } } })).toBe(1);
  });

  it("every clumsy file is answered with what to do", async () => {
    w = await place(engine);
    const vera = await w.curator();
    await opensLists(vera);
    await vera.taps("Прислать список");
    const file = (bytes: string) => ({ name: "x.xlsx", mime: "", bytes: new TextEncoder().encode(bytes) });
    await vera.sends(file("PK\u0003\u0004oops"));
    vera.sees("Файл повреждён");
    await vera.sends(file("%PDF-1.4"));
    vera.sees("Это не таблица");
    await vera.says("1. Иванова Мария 7А");
    vera.sees("Вот что я понял");
    await vera.taps("Не добавлять");
    vera.sees("Списки · ");
    expect(await w.database.db.draft.count()).toBe(0);
  });
});
