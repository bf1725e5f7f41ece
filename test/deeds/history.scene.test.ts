import { afterEach, describe, expect, it } from "vitest";
import { press } from "#core/screen.ts";
import { ADULT, type Place, place } from "#test/intake/place.ts";
import { engines } from "#test/support/engines.ts";

describe.each(engines)("history, on %s", (engine) => {
  let w: Place;
  afterEach(() => w.close());

  /** A mentee with a corrected year, and the curator on the card. */
  async function cast(options: Parameters<typeof place>[1] = {}) {
    w = await place(engine, options);
    const liza = await w.ready("Рябинина Лиза", "mentee", ADULT);
    const vera = await w.curator();
    const { id } = await w.database.db.membership.findFirstOrThrow({ where: { role: "mentee" } });
    await vera.taps("Наставляемые");
    await vera.taps(/Лиза|Y-01/);
    await vera.taps("Ещё…");
    await vera.taps("Исправить год рождения");
    await vera.says("1991");
    await vera.taps("Ещё…");
    return { liza, vera, membershipId: id };
  }

  it("a card tells who did what when, the newest first, and a correction is called so", async () => {
    const { vera } = await cast();
    await vera.taps("История");
    vera.sees("История · Рябинина Лиза");
    vera.sees(/20 ноября 2026, \d+:\d\d\nЛугова Вера Павловна: исправлен год рождения: 1990 → 1991/);
    vera.sees("Рябинина Лиза: пришёл человек");
    const { text } = vera.last();
    expect(text.indexOf("исправлен год")).toBeLessThan(text.indexOf("пришёл человек"));
    expect(vera.last().protected).toBe(true);
    await vera.taps("Назад");
    vera.sees("что сделать?");
  });

  it("in codes mode nobody has a name in it", async () => {
    const { vera } = await cast({ naming: "code" });
    await vera.taps("История");
    vera.sees("История · Y-01");
    vera.sees("K-01: исправлен год рождения");
    expect(vera.last().text).not.toMatch(/Рябинина|Лугова/);
  });

  it("who was erased is somebody", async () => {
    const { vera } = await cast();
    await w.database.db.person.updateMany({ where: { familyName: "Лугова" }, data: { erasedAt: w.clock.now() } });
    await vera.taps("История");
    vera.sees("кто-то, чьи данные удалены: исправлен год рождения");
  });

  it("the owner is called so, and not by name", async () => {
    const { vera, membershipId } = await cast();
    const olga = await w.owner();
    await olga.says("Ветрова Ольга");
    const line = { subjectKind: "membership", subjectId: membershipId, act: "checked", at: w.clock.now() };
    const actorId = await w.personOf(olga.id);
    await w.database.tx((tx) => w.people.record(tx, { actorId, ...line }));
    await vera.taps("История");
    vera.sees("владелец бота: отмечено «проверен»");
    vera.seesNot("Ветрова");
  });

  it("a programme tells its own, with what was and what became, and nobody else reads it", async () => {
    const { liza, vera } = await cast();
    await vera.says("/start");
    await vera.taps("Настройки программы");
    await vera.taps("Обращение");
    await vera.taps("На «вы»");
    await vera.says("/start");
    await vera.taps("Списки, бумаги, помощники");
    await vera.taps("История");
    vera.sees("История · Точка роста");
    vera.sees("Лугова Вера Павловна: изменено обращение к ученикам: на «ты» → на «вы»");
    for (const data of [press("history.programme", w.programmeId, 0), press("history.programme", w.programmeId, 9)]) {
      w.emulator.forgeTap(liza.id, liza.last().id, data);
      await w.settle();
      liza.sees("недоступно");
    }
  });
});
