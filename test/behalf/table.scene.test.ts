import { unzipSync } from "fflate";
import { afterEach, describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "#core/clock.ts";
import { newId } from "#core/ids.ts";
import { writeSheet } from "#platform/files/sheet.ts";
import { readTable } from "#platform/files/table.ts";
import { type SchoolWorld, schoolWorld } from "#test/home/school.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";
import { curator, listed } from "./people.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A yes in the ledger, so that the person may be asked. */
async function agreed(w: SchoolWorld, personId: string): Promise<void> {
  const of = { subjectId: personId, programmeId: w.programmeId, kind: "data", givenAs: "self", givenById: personId };
  const how = { decision: "agreed", channel: "paper", documentId: "as-shown", textHash: "0".repeat(64) };
  await w.database.db.consent.create({ data: { id: newId(), ...of, ...how, decidedAt: w.clock.now() } });
}

/** Prints papers for the mentees; gives the two files as they came. */
async function printed(w: SchoolWorld, vera: Actor): Promise<{ docx: string; rows: string[][]; cells: string[] }> {
  await vera.says("/start");
  await vera.taps("Списки");
  await vera.taps("Напечатать анкеты");
  await vera.taps("Для наставляемых");
  await w.later(MINUTE);
  const files = await w.database.db.attachment.findMany({
    where: { subjectKind: "behalf.papers" },
    include: { blob: true },
    orderBy: { name: "asc" },
  });
  const docx = files.find(({ name }) => name.endsWith(".docx"));
  const xlsx = files.find(({ name }) => name.endsWith(".xlsx"));
  const parts = unzipSync(docx?.blob.bytes ?? new Uint8Array());
  const read = await readTable({ bytes: xlsx?.blob.bytes ?? new Uint8Array() });
  const words = new TextDecoder().decode(parts["word/document.xml"]);
  const [sheet, help] = read.kind === "table" ? read.sheets : [];
  // What the help beside it says: words where words are wanted, the first choice elsewhere.
  const cells = (help?.rows ?? [])
    .slice(1)
    .map(([, , how = ""]) => (how.startsWith("Ответ") ? "Паять и строгать" : "1"));
  return { docx: words, rows: sheet?.rows ?? [], cells };
}

const tableOf = async (rows: string[][]) => {
  const [titles = [], ...lines] = rows;
  const columns = titles.map((title) => ({ title, kind: "text" as const }));
  const bytes = await writeSheet({ sheets: [{ name: "Анкета", columns, rows: lines }] });
  return { name: "анкеты.xlsx", mime: XLSX, bytes: Buffer.from(bytes) };
};

describe.each(engines)("questionnaires on paper, on %s", (engine) => {
  let w: SchoolWorld;
  afterEach(() => w.close());

  it("are printed by code; three come back in a clumsy table and are entered after a look", async () => {
    w = await schoolWorld(engine, { address: "vy" });
    const anna = await listed(w, { name: "Ветрова Анна", className: "11 А", born: 2000 });
    const boris = await listed(w, { name: "Лисин Борис", className: "11 А", born: 2000 });
    const vika = await listed(w, { name: "Седова Виктория", className: "11 Б", born: 2000 });
    const gleb = await listed(w, { name: "Зорин Глеб", className: "11 Б", born: 2000 });
    for (const { personId } of [anna, boris, vika]) await agreed(w, personId);
    const vera = await curator(w);
    const { docx, rows, cells } = await printed(w, vera);
    for (const { code } of [anna, boris, vika, gleb]) expect(docx).toContain(code);
    expect(docx).toContain("☐");
    expect(docx).not.toContain("Ветрова");
    const [titles = []] = rows;
    expect(titles[0]).toBe("Код");
    expect(rows.flat()).not.toContain("Ветрова Анна");
    expect(rows.map(([code]) => code)).toEqual(["Код", "Y-01", "Y-02", "Y-03", "Y-04"]);

    const good = ["у 1", ...cells];
    const broken = ["Y-02", ...cells.with(0, "77")];
    const dashed = ["y3", ...cells.map((cell, column) => (column === 0 ? cell : "—"))];
    const unasked = ["Y-04", ...cells];
    const stranger = ["Y-99", "1"];
    await vera.says("/start");
    await vera.taps("Списки");
    await vera.taps("Внести заполненные анкеты");
    await vera.says("вот она");
    vera.sees("нужен файл");
    await vera.sends(await tableOf([["заметки"], ["раз"]]));
    vera.sees("нет столбца «Код»");
    await vera.sends(await tableOf([titles, good, broken, dashed, unasked, stranger, good]));
    const preview = vera.last().text;
    expect(preview).toContain("Понял 3 строки");
    expect(preview).toContain("Пока ничего не внесено");
    expect(preview).toContain("строка 3, вопрос 1:");
    expect(preview).toContain("строка 5, Y-04: сначала нужно согласие");
    expect(preview).toContain("строка 6: кода «Y-99» в программе нет");
    expect(preview).toContain("строка 7: код «у 1» уже был выше");
    const { db } = w.database;
    expect(await db.run.count()).toBe(0);
    await vera.taps(/^Внести: 3/);
    vera.sees("Готово");

    const runs = await db.run.findMany({ include: { answers: true }, orderBy: { startedAt: "asc" } });
    const byMember = new Map(runs.map((run) => [run.membershipId, run]));
    expect(byMember.get(anna.membershipId)).toMatchObject({ status: "sent", source: "paper" });
    expect(byMember.get(vika.membershipId)).toMatchObject({ status: "open", source: "paper" });
    expect(byMember.has(gleb.membershipId)).toBe(false);
    expect(runs.every(({ enteredById }) => enteredById !== null)).toBe(true);
    expect(await db.draft.count({ where: { kind: "behalf.table" } })).toBe(0);
    expect(await db.attachment.count({ where: { subjectKind: "behalf.table" } })).toBe(0);

    await vera.says("/start");
    await vera.taps("Списки");
    await vera.taps("Внести заполненные анкеты");
    await vera.sends(await tableOf([titles, good]));
    vera.sees("анкета уже отправлена, она останется как есть");
    expect(vera.buttons().some((label) => label.startsWith("Внести:"))).toBe(false);
  });

  it("a table that nobody says yes to is thrown away within two days", async () => {
    w = await schoolWorld(engine);
    const { personId } = await listed(w, { name: "Ветрова Анна", born: 2000 });
    await agreed(w, personId);
    const vera = await curator(w);
    const { rows, cells } = await printed(w, vera);
    await vera.says("/start");
    await vera.taps("Списки");
    await vera.taps("Внести заполненные анкеты");
    const [titles = []] = rows;
    await vera.sends(await tableOf([titles, ["Y-01", ...cells]]));
    expect(await w.database.db.attachment.count({ where: { subjectKind: "behalf.table" } })).toBe(1);
    await w.later(DAY + 2 * HOUR);
    await w.later(HOUR);
    expect(
      await w.database.db.attachment.count({ where: { subjectKind: { in: ["behalf.table", "behalf.papers"] } } }),
    ).toBe(0);
    await vera.taps(/^Внести: 1/);
    vera.sees("Этой таблицы уже нет");
    expect(await w.database.db.run.count()).toBe(0);
  });
});
