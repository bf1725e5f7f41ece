import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { afterEach, describe, expect, it } from "vitest";
import { engines } from "#test/support/engines.ts";
import { comes, decides, type Family, family, fromSchool, MINUTE } from "./family.ts";

/** The newest file in a chat. */
function file(w: Family): { name: string; bytes: Uint8Array } {
  const sent = w.emulator.chat(w.vera.id).findLast(({ file }) => file !== undefined)?.file;
  if (!sent) throw new Error("no file came");
  return { name: sent.name, bytes: sent.bytes };
}

/** What a reader of the document sees, without its marks. */
const textOf = ({ bytes }: { bytes: Uint8Array }): string =>
  strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array()).replace(/<[^>]*>/g, "");

async function opensLedger(w: Family): Promise<void> {
  await w.vera.says("/start");
  await w.vera.taps("Списки, бумаги, помощники");
  await w.vera.taps("Журнал согласий");
}

describe.each(engines)("the ledger and its papers, on %s", (engine) => {
  let w: Family;
  afterEach(() => w.close());

  it("the table and the sheet hold who, what, which text, when, by whom and how", async () => {
    w = await family(engine);
    const anya = await comes(w, "Аня", 2013, "6 «Б»");
    const mother = await fromSchool(w, anya, "Ольга");
    await decides(mother, "Согласен");
    await mother.says("Рябинина Ольга");
    await comes(w, "Петя", 2014, "5 «А»");
    await opensLedger(w);
    w.vera.sees("Участников: 2");
    w.vera.sees("Всё есть: 1");
    w.vera.sees("Ждём ответа: 1");
    await w.vera.taps("Таблица (.xlsx)");
    await w.later(MINUTE);
    const table = file(w);
    expect(table.name).toBe("Журнал согласий.xlsx");
    const [sheet] = (await readXlsx(table.bytes)).sheets;
    const [header = [], row = []] = sheet?.rows ?? [];
    expect(header).toContain("Отпечаток текста (SHA-256)");
    const { textHash } = await w.database.db.consent.findFirstOrThrow();
    for (const cell of [
      "Y-01",
      "6 «Б»",
      "2",
      textHash,
      "согласие",
      "Рябинина Ольга",
      "законный представитель",
      "кнопкой в боте",
    ])
      expect(row).toContain(cell);
    expect(sheet?.rows).toHaveLength(2);

    await opensLedger(w);
    await w.vera.taps("Лист для печати");
    await w.later(MINUTE);
    const text = textOf(file(w));
    for (const word of ["Журнал согласий", "Школа № 7", "Y-01", "Рябинина Ольга", textHash.slice(0, 12), "Записей: 1."])
      expect(text).toContain(word);
  });

  it("forms to be signed are printed for all who wait, and for one from the card; what only the paper asks stays on paper", async () => {
    w = await family(engine);
    const anya = await comes(w, "Аня", 2013, "6 «Б»");
    await comes(w, "Петя", 2010, "9 «А»");
    const mother = await fromSchool(w, anya, "Ольга");
    await decides(mother, "Согласен");
    await opensLedger(w);
    await w.vera.taps("Бланки для подписи");
    await w.later(MINUTE);
    const forms = textOf(file(w));
    expect(forms).not.toContain("Y-01");
    expect(forms.match(/Код участника: Y-02/gu)).toHaveLength(2);
    for (const word of ["Подпись:", "Паспорт: серия", "Согласие законного представителя", "Редакция 2", "9 «А»"])
      expect(forms).toContain(word);
    expect(forms).not.toContain("Нажатие");

    await w.vera.says("/start");
    await w.vera.taps("Наставляемые");
    await w.vera.taps("Y-01");
    await w.vera.taps("Ещё");
    await w.vera.taps("Согласия");
    await w.vera.taps("Бланк: публикация");
    await w.later(MINUTE);
    const form = textOf(file(w));
    expect(form).toContain("Согласие законного представителя на публикацию");
    expect(form).toContain("статья 10.1");
    for (const actor of [anya, mother]) actor.seesNot(/Паспорт: серия/u);
  });

  it("a helper of a class sees that class alone, and nobody else sees the ledger", async () => {
    w = await family(engine);
    const anya = await comes(w, "Аня", 2013, "6 «Б»");
    await comes(w, "Петя", 2014, "5 «А»");
    const helper = await w.guest("Инна", await w.link("staff"));
    const { db } = w.database;
    const membership = await db.membership.findFirstOrThrow({ where: { role: "staff" } });
    const given = { id: "permission-1", membershipId: membership.id, kind: "consents", value: "6 «Б»" };
    await db.permission.create({ data: { ...given, createdAt: w.clock.now() } });
    w.emulator.forgeTap(helper.id, helper.last().id, `consents.ledger:${w.programmeId}`);
    await w.settle();
    helper.sees("ваши классы");
    helper.sees("Участников: 1");
    const petya = await db.membership.findFirstOrThrow({ where: { className: "5 «А»" } });
    w.emulator.forgeTap(helper.id, helper.last().id, `consents.person:${petya.id}`);
    await w.settle();
    helper.sees("недоступно");
    for (const tap of [`consents.ledger:${w.programmeId}`, `consents.order:${w.programmeId}:ledger`]) {
      w.emulator.forgeTap(anya.id, anya.last().id, tap);
      await w.settle();
      anya.sees("недоступно");
    }
  });

  it("the free consents are offered once, when the first questions are answered, and never in the way", async () => {
    w = await family(engine);
    const anya = await comes(w, "Аня", 2013, "6 «Б»");
    const mother = await fromSchool(w, anya, "Ольга");
    await decides(mother, "Согласен");
    await mother.says("Рябинина Ольга");
    mother.seesNot("Если хотите");
    const { db } = w.database;
    const child = await db.membership.findFirstOrThrow({ where: { role: "mentee" } });
    const version = await db.questionnaireVersion.findFirstOrThrow();
    const now = w.clock.now();
    const state = { status: "sent", cursor: "review", rev: 1, size: "short", source: "self" };
    const run = { id: "run-1", membershipId: child.id, versionId: version.id, ...state };
    await db.run.create({ data: { ...run, startedAt: now, updatedAt: now, sentAt: now } });
    await w.later(4 * 24 * 60 * MINUTE);
    mother.sees("Если хотите");
    mother.sees("6 «Б»");
    await mother.taps("Прочитать: публикация");
    mother.sees("Это отдельное согласие");
    await mother.taps(/^Не согласен$/);
    mother.sees("На участие это не влияет");
    await mother.taps("Прочитать: сообщения");
    await mother.taps(/^Согласен$/);
    mother.sees("сообщения через бота (по желанию): согласие дано");
    expect((await db.consent.findMany({ orderBy: { decidedAt: "asc" } })).map(({ kind }) => kind)).toEqual([
      "data",
      "publication",
      "relay",
    ]);
    anya.seesNot("Если хочешь");
  });
});
