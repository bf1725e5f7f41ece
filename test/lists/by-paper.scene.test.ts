import { afterEach, describe, expect, it } from "vitest";
import { MINUTE } from "#core/clock.ts";
import { fillIn } from "#test/behalf/answers.ts";
import { type Place, place } from "#test/intake/place.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";
import { classFile, FAMILIES, opensLists, slipLinks } from "./class.ts";

const BORN = "2010";
/** Of age: nobody else is asked. */
const GROWN = "2000";

/** The slips of a class that has just been sent, by the number on each. */
async function slipsOf(w: Place, vera: Actor): Promise<Map<number, string>> {
  await opensLists(vera);
  await vera.taps("Прислать список");
  await vera.sends(await classFile());
  await vera.taps("Им нужен наставник");
  await vera.taps("Добавить: 30");
  await vera.taps("Сделать бланки");
  await w.later(1_000);
  return slipLinks(vera.last().file?.bytes ?? new Uint8Array());
}

async function signs(vera: Actor, who: string): Promise<void> {
  await vera.taps("Ещё…");
  await vera.taps("Внести согласие с бумаги");
  await vera.taps(who);
  await vera.taps("Вчера");
  await vera.taps("Согласен — бумага в папке");
}

/** Everything of a child who has no phone, from a folder of papers. */
async function entersByPaper(vera: Actor, code: string, family: string): Promise<void> {
  await vera.says(code);
  await vera.taps("Ещё…");
  expect(vera.buttons()).not.toContain("Указать имя");
  await vera.taps("Исправить год рождения");
  await vera.says(BORN);
  await signs(vera, "Сам участник");
  await vera.taps("К человеку");
  await signs(vera, "Другой законный представитель");
  await vera.says(`${family} Ирина Львовна`);
  await vera.taps("К человеку");
  await vera.taps("Ещё…");
  await vera.taps("Указать имя");
  await vera.says(`${family} Саша`);
  vera.sees(`${family} Саша`);
  await vera.taps("Ещё…");
  await vera.taps("Заполнить анкету по бумаге");
  await fillIn(vera);
  await vera.taps("Отправить");
  vera.sees("внесена и отправлена");
  await vera.taps("К карточке");
  await vera.taps("Проверен");
  vera.sees("Можно подбирать пару");
}

/** Says the year, agrees, gives the name. */
async function saysWho(who: Actor, name: string): Promise<void> {
  await who.says(GROWN);
  await who.taps("Да, верно");
  await who.taps(/Прочитать согласие/);
  await who.taps("Согласен");
  await who.says(name);
}

describe.each(engines)("a class as it really comes, on %s", { timeout: 120_000 }, (engine) => {
  let w: Place;
  afterEach(() => w.close());

  it("of thirty three come by paper, twelve by slips, one twice, one as a joke: thirty are counted, three are ready", async () => {
    w = await place(engine);
    const { db } = w.database;
    const vera = await w.curator();
    const links = await slipsOf(w, vera);
    const poster = await w.link("mentee", { cap: 30 });
    const rowOf = (rowNumber: number) => db.membership.findFirstOrThrow({ where: { rowNumber, role: "mentee" } });
    const familyOf = (number: number) => FAMILIES[number - 1] ?? "";

    const came = new Map<number, Actor>();
    for (let number = 1; number <= 12; number++) {
      const child = w.meets(familyOf(number));
      await child.opens(links.get(number) ?? "");
      came.set(number, child);
    }
    const fifth = came.get(5);
    if (!fifth) throw new Error("nobody came fifth");
    await saysWho(fifth, `${familyOf(5)} Саша`);
    const again = w.meets("Саша");
    await again.opens(poster);
    await saysWho(again, `${familyOf(5)} Саша`);
    const joker = w.meets("Бэтмен");
    await joker.opens(poster);
    await saysWho(joker, "Бэтмен");
    expect(await db.membership.count({ where: { role: "mentee" } })).toBe(32);

    await w.later(2 * MINUTE);
    vera.sees("по плакату пришли 2 человека");
    await vera.taps("Кто это?");
    await vera.taps(/^Бэтмен/);
    await vera.taps(/№ 20 /);
    await vera.taps("Да, это один человек");
    const twentieth = await rowOf(20);
    expect(await w.personOf(joker.id)).toBe(twentieth.personId);
    await vera.says(twentieth.code);
    await vera.taps("Ещё…");
    await vera.taps("Исправить имя");
    await vera.says(`${familyOf(20)} Саша`);
    vera.sees(`${familyOf(20)} Саша`);

    await vera.says("Y-31");
    await vera.taps("Ещё…");
    await vera.taps("Это один человек с…");
    expect(vera.buttons()[0]).toContain(`${familyOf(5)} Саша`);
    await vera.taps(new RegExp(`^${familyOf(5)} Саша · 7А · № 5`));
    await vera.taps("Да, это один человек");
    vera.sees("Объединено");
    expect(await w.personOf(again.id)).toBe((await rowOf(5)).personId);

    for (const number of [28, 29, 30]) await entersByPaper(vera, (await rowOf(number)).code, familyOf(number));

    await vera.says("/start");
    await vera.taps("Наставляемые");
    vera.sees("Всего: 30, готовы к подбору: 3.");
    const counts = ["• Все 30", "Готовы 3", "Без анкеты 27", "Без согласия 25", "Ждём родителя 25"];
    expect(vera.buttons()).toEqual(expect.arrayContaining(counts));
    await opensLists(vera);
    vera.sees("В списках 30 человек, пришли: 13.");
    expect(await db.run.count({ where: { source: "paper", status: "sent" } })).toBe(3);
    expect(await db.consent.count({ where: { channel: "paper" } })).toBe(6);
  });
});
