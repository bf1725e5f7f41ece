import { afterEach, describe, expect, it } from "vitest";
import { DAY } from "#core/clock.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";
import { expectAllWell } from "./oracles.ts";
import { ADULT, CHILD, type Place, place } from "./place.ts";
import { agrees, isKnownTo } from "./story.ts";

async function withdraws(who: Actor): Promise<void> {
  await who.says("/privacy");
  await who.taps("Мои согласия");
  await who.taps("Точка роста");
  await who.taps("Отозвать согласие");
  await who.taps(/^Да, отозвать согласие/);
}

async function reminds(vera: Actor, bank: string): Promise<void> {
  await vera.says("/start");
  await vera.taps(bank);
  await vera.taps("Напомнить об анкете");
  await vera.taps("Да, напомнить");
}

const times = (who: Actor, text: string): number => who.texts().filter((shown) => shown.includes(text)).length;

describe.each(engines)("leaving, coming back, being reminded, on %s", { timeout: 60_000 }, (engine) => {
  let w: Place;
  afterEach(async () => {
    try {
      expectAllWell(w);
    } finally {
      await w.close();
    }
  });

  it("/privacy tells what is kept, and grows with what is known", async () => {
    w = await place(engine);
    const boris = w.meets("Борис");
    await boris.says("/privacy");
    boris.sees("Больше ничего: вы ещё не вошли ни в одну программу");
    const misha = await w.ready("Кедров Михаил Ильич", "mentor", ADULT);
    await misha.taps("Начать");
    await misha.taps("Учёба");
    await misha.taps("Готово →");
    await misha.says("/privacy");
    for (const kept of ["имя, каким вы его написали", "год рождения", "номер чата в Telegram", "решения о согласии"])
      misha.sees(kept);
    misha.sees("1 ответ на вопросы анкет");
  });

  it("a withdrawal stops the questionnaire in mid-question and cancels what waits; a new consent leads back to it", async () => {
    w = await place(engine);
    const vera = await w.curator();
    const misha = await w.ready("Кедров Михаил Ильич", "mentor", ADULT);
    await misha.taps("Начать");
    await misha.taps("Учёба");
    await misha.taps("Готово →");
    await misha.says("Объясню дроби так, что станет понятно");
    const question = misha.last();
    misha.sees("3 из 7");
    await reminds(vera, "Наставники");
    await withdraws(misha);
    misha.sees("Согласие отозвано");
    await w.later(3 * DAY);
    expect(times(misha, "Куратор напоминает")).toBeLessThanOrEqual(1);
    const before = await w.database.db.answer.count();
    const pick = question.buttons.flat()[0];
    if (pick?.kind !== "callback") throw new Error("no button");
    w.emulator.forgeTap(misha.id, question.id, pick.data);
    await w.settle();
    await misha.says("ещё один ответ");
    expect(await w.database.db.answer.count()).toBe(before);
    const whose = { personId: await w.personOf(misha.id) };
    expect(await w.database.db.notice.count({ where: { ...whose, status: "waiting" } })).toBe(0);
    await vera.says("/start");
    await vera.taps("Наставники");
    await vera.taps("Кедров Михаил Ильич");
    vera.sees("✖️ Согласие отозвано");
    expect(vera.buttons().some((label) => label.includes("Напомнить"))).toBe(false);

    await misha.says("/start");
    misha.sees("Вы отозвали согласие");
    await misha.taps("Прочитать согласие снова");
    await misha.taps(/^Согласен$/);
    await misha.says("/start");
    await misha.taps("Продолжить с вопроса 3 из 7");
    misha.sees("3 из 7");
  });

  it("two taps on «Напомнить» are one reminder; who has sent the answers gets none", async () => {
    w = await place(engine);
    const vera = await w.curator();
    const misha = await w.ready("Кедров Михаил Ильич", "mentor", ADULT);
    await misha.taps("Начать");
    await reminds(vera, "Наставники");
    await vera.taps("Назад");
    await vera.taps("Напомнить об анкете");
    vera.sees("Напоминать некому: все ответили, или сегодня им уже напомнили.");
    await w.later(DAY / 2);
    expect(times(misha, "Куратор напоминает об анкете")).toBe(1);
    await misha.taps("Продолжить");
    misha.sees(/1 из 7|Продолжим/u);
  });

  it("the child hears once that the parent agreed, and once that the parent changed the mind", async () => {
    w = await place(engine);
    const vera = await w.curator();
    const liza = await w.comes("Рябинина Лиза", "mentee", CHILD);
    await liza.taps("Ссылка для родителя");
    const anna = w.meets("Анна");
    await anna.opens(liza.link());
    await agrees(anna);
    await isKnownTo(w, vera);
    await w.restart();
    await w.later(DAY);
    await w.restart();
    await w.later(DAY);
    expect(times(liza, "Родитель согласился")).toBe(1);
    await anna.says("Рябинина Анна Сергеевна");
    await anna.taps("Отозвать согласие");
    await anna.taps(/^Да, отозвать согласие/);
    await w.later(DAY);
    expect(times(liza, "Родитель отозвал согласие")).toBe(1);
    expect(times(liza, "Родитель согласился")).toBe(1);
  });
});
