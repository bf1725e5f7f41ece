import { afterEach, describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "#core/clock.ts";
import { expectAllWell } from "#test/intake/oracles.ts";
import { ADULT, CHILD, type Place, place } from "#test/intake/place.ts";
import { agrees } from "#test/intake/story.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";

const times = (who: Actor, text: string): number => who.texts().filter((shown) => shown.includes(text)).length;

async function opensCard(vera: Actor, bank: string, name: string): Promise<void> {
  await vera.says("/start");
  await vera.taps(bank);
  await vera.taps(name);
  await vera.taps("Ещё");
  await vera.taps("Пауза, уход, возвращение");
}

describe.each(engines)("people leave and rest, on %s", { timeout: 120_000 }, (engine) => {
  let w: Place;
  afterEach(async () => {
    try {
      expectAllWell(w);
    } finally {
      await w.close();
    }
  });

  it("the curator sees what a mentor's going touches; then it is done at once, told neutrally, and there is a dated list", async () => {
    w = await place(engine);
    const vera = await w.curator();
    const misha = await w.ready("Кедров Михаил Ильич", "mentor", ADULT);
    await misha.taps("Начать");
    await misha.taps("Учёба");
    await misha.taps("Готово →");
    await opensCard(vera, "Наставники", "Кедров Михаил Ильич");
    await vera.taps(/^Наставник уходит$/);
    vera.sees("Анкета закроется (сейчас 2 из 7)");
    vera.sees("короткое и без причины");
    const asked = misha.count();
    await vera.taps("Да, остановить");
    vera.sees("Участие остановлено 20 ноября 2026");
    expect(misha.count()).toBe(asked);
    await w.later(2 * MINUTE);
    misha.sees("Участие в программе «Точка роста» остановлено");
    misha.seesNot("причин");
    await misha.says("/start");
    misha.sees("Сейчас вы не участвуете");
    await vera.taps("Что сделать");
    vera.sees("Кедров Михаил Ильич: решить, кто заменит. до 22 ноября 2026");
    await vera.taps("✓ 1");
    vera.seesNot("1. Кедров Михаил Ильич: решить, кто заменит. ждёт");
    await w.later(10 * DAY);
    vera.sees("отметить в списках и приказе школы");
    await vera.taps("Что сделать");
    vera.sees("ждёт 3 дня");
    await vera.taps("Кедров Михаил Ильич");
    await vera.taps("Вернуть");
    await w.later(2 * MINUTE);
    misha.sees("снова идёт");
    await misha.taps("Посмотреть");
    misha.sees("2 из 7");
  });

  it("what was stopped by mistake is undone within a minute, and nobody hears of it", async () => {
    w = await place(engine);
    const vera = await w.curator();
    const misha = await w.ready("Кедров Михаил Ильич", "mentor", ADULT);
    await misha.says("/privacy");
    await misha.taps("Пауза или остановка");
    await misha.taps("Остановить участие");
    misha.sees("Причину я не спрашиваю");
    await misha.taps("Да, остановить");
    misha.sees("Другие узнают через минуту");
    const before = vera.count();
    await misha.taps("Отменить");
    misha.sees("С возвращением");
    await w.later(3 * DAY);
    expect(vera.count()).toBe(before);
    expect(await w.database.db.todo.count()).toBe(0);
  });

  it("what is stopped in the evening is told in the morning, and can be taken back until then", async () => {
    w = await place(engine);
    const vera = await w.curator();
    const misha = await w.ready("Кедров Михаил Ильич", "mentor", ADULT);
    await w.later(11 * HOUR + 40 * MINUTE);
    await misha.says("/privacy");
    await misha.taps("Пауза или остановка");
    await misha.taps("Остановить участие");
    misha.sees("Куратор узнает об этом завтра в 8:30");
    await misha.taps("Да, остановить");
    const before = vera.count();
    await w.later(9 * HOUR);
    expect(vera.count()).toBe(before);
    await misha.taps("Отменить");
    misha.sees("С возвращением");
  });

  it("a part stopped by the person is taken up again by a new link, not by an old button", async () => {
    w = await place(engine);
    await w.curator();
    const misha = await w.ready("Кедров Михаил Ильич", "mentor", ADULT);
    await misha.says("/privacy");
    await misha.taps("Пауза или остановка");
    await misha.taps("Остановить участие");
    await misha.taps("Да, остановить");
    await w.later(HOUR);
    await misha.taps("Отменить");
    misha.sees("недоступно");
    await misha.opens(await w.link("mentor"));
    await misha.taps("Это я");
    await misha.says("/start");
    misha.sees("7 вопросов");
  });

  it("a child hears in its own words that the mother has let it leave; the curator too", async () => {
    w = await place(engine);
    const vera = await w.curator();
    const liza = await w.comes("Рябинина Лиза", "mentee", CHILD);
    await liza.taps("Ссылка для родителя");
    const anna = w.meets("Анна");
    await anna.opens(liza.link());
    await agrees(anna);
    await anna.says("Рябинина Анна Сергеевна");
    await anna.says("/privacy");
    await anna.taps("Пауза или остановка");
    await anna.taps("Ребёнок выбывает");
    anna.sees("Ребёнок и куратор узнают об этом через минуту");
    await anna.taps("Да, остановить");
    await w.later(2 * MINUTE);
    liza.sees("Программа «Точка роста» для тебя остановлена");
    liza.sees("напиши куратору");
    expect(times(vera, "сказать классному руководителю")).toBe(1);
    await liza.says("/privacy");
    liza.sees("Что бот хранит о тебе");
  });

  it("a child under 14 stops alone, and learns whose word erases", async () => {
    w = await place(engine);
    await w.curator();
    const liza = await w.ready("Рябинина Лиза", "mentee", CHILD);
    await liza.says("/privacy");
    await liza.taps("Удалить мои данные");
    liza.sees("Об удалении решает родитель");
    liza.sees("без взрослых");
    await liza.taps("Пауза или остановка");
    await liza.taps("Остановить участие");
    liza.sees("Куратор и родитель узнают");
    await liza.taps("Да, остановить");
    liza.sees("Участие остановлено");
    expect(await w.database.db.erasure.count()).toBe(0);
  });

  it("a pause until a typed day asks nothing, keeps what is one's own, and ends by itself", async () => {
    w = await place(engine);
    const vera = await w.curator();
    const misha = await w.ready("Кедров Михаил Ильич", "mentor", ADULT);
    await misha.taps("Начать");
    await misha.says("/privacy");
    await misha.taps("Пауза или остановка");
    await misha.taps("Сделать паузу");
    await misha.says("вчера");
    misha.sees("Такой день не подходит");
    await misha.says("1.12");
    misha.sees("До 1 декабря 2026 вопросов и напоминаний не будет");
    await misha.taps("Да, пауза до 1 декабря 2026");
    await misha.says("/start");
    misha.sees("Пауза до 1 декабря 2026");
    misha.seesNot("недоступно");
    await misha.says("/privacy");
    await misha.taps("Мои согласия");
    await misha.taps("Точка роста");
    misha.sees("согласие дано");
    await vera.says("/start");
    await vera.taps("Наставники");
    expect(vera.buttons().some((label) => label.includes("Кедров"))).toBe(false);
    await w.later(8 * DAY);
    expect(times(misha, "снова идёт")).toBe(0);
    await w.later(5 * DAY);
    await w.later(HOUR);
    expect(times(misha, "снова идёт")).toBe(1);
    await misha.says("/start");
    misha.sees("1 из 7");
  });

  it("a pause without a day ends by a tap of the person's", async () => {
    w = await place(engine);
    await w.curator();
    const misha = await w.ready("Кедров Михаил Ильич", "mentor", ADULT);
    await misha.says("/privacy");
    await misha.taps("Пауза или остановка");
    await misha.taps("Сделать паузу");
    await misha.taps("Пока не знаю");
    await misha.taps("Да, пауза");
    await w.later(40 * DAY);
    await misha.says("/start");
    misha.sees("Пауза, пока без даты");
    await misha.taps("Вернуться");
    misha.sees("С возвращением");
  });

  it("the curator sets the term, and a withdrawal after that keeps to it", async () => {
    w = await place(engine);
    const vera = await w.curator();
    const misha = await w.ready("Кедров Михаил Ильич", "mentor", ADULT);
    await vera.says("/start");
    await vera.taps("Списки, бумаги");
    await vera.taps("Что сделать");
    await vera.taps("Через сколько удалять данные");
    vera.sees("не больше 30");
    await vera.taps("30 дней");
    await misha.says("/privacy");
    await misha.taps("Удалить мои данные");
    misha.sees("20 декабря 2026");
  });
});
