import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "#platform/clock.ts";
import { inRoot } from "#platform/root.ts";
import {
  type Column,
  launchBrowser,
  openPlayground,
  type PlaygroundPage,
  type View,
  withoutBrowser,
} from "#test/support/browser.ts";
import { type LiveBot, startLiveBot } from "./live-bot.ts";

const [OLGA, MIKHAIL, LIZA, ANNA] = ["Ольга Ветрова", "Михаил Кедров", "Лиза Рябинина", "Анна Рябинина"] as const;
const VERA = "Вера Лугова";
const WHOLE_STORY = 110_000;

/** Keeps a picture for the documents, when asked to. */
async function pictures(page: PlaygroundPage, name: string): Promise<void> {
  if (process.env.UPDATE_SCREENS === "1") await page.screenshot(inRoot("docs", "screens", `${name}.png`));
}

const link = async (column: Column, text: string | RegExp) => (await column.sees(text)).locator(".link").first();

/** Taps one label after the other; each must be there. */
async function taps(column: Column, ...labels: string[]): Promise<void> {
  for (const label of labels) await column.tap(label);
}

/** Taps the first button under the newest message that holds these words. */
const clicks = (column: Column, words: string): Promise<void> =>
  column.locator.locator(".inline", { hasText: words }).first().click();

/** Says something and waits for what the bot answers. */
async function says(column: Column, words: string, answer: string | RegExp): Promise<void> {
  await column.say(words);
  await column.sees(answer);
}

async function agrees(column: Column, next: string | RegExp): Promise<void> {
  await taps(column, "Прочитать согласие", "Согласен");
  await column.sees(next);
}

describe.skipIf(withoutBrowser())("a fresh bot in a real Chromium, without a token", () => {
  let browser: Browser;
  let bot: LiveBot;
  let shown: PlaygroundPage;
  beforeAll(async () => {
    [browser, bot] = await Promise.all([launchBrowser(), startLiveBot()]);
    shown = await openPlayground(browser, bot.page, { width: 1720, height: 980 });
  });
  afterAll(async () => {
    await browser.close();
    expect(await bot.stop()).toBe(0);
  });

  /** The same page for somebody who looks at it in another way. */
  async function lookedAt(name: string, view: View, column: string): Promise<void> {
    const other = await openPlayground(browser, bot.page, view);
    await other.open(column);
    await other.column(column).lastBubble().waitFor();
    await pictures(other, name);
    expect(other.errors).toEqual([]);
    await other.page.context().close();
  }

  test("an owner, a curator, a mentee of 13 with her mother, and a mentor all finish", {
    timeout: WHOLE_STORY,
  }, async () => {
    const olga = shown.column(OLGA);
    await olga.openAs(shown.page.getByRole("button", { name: "Ссылка владельца" }), OLGA);
    await olga.sees("Теперь вы владелец этого бота");
    await says(olga, "Ветрова Ольга Владимировна", "Начнём со школы");
    await olga.tap("Назвать школу");
    await says(olga, "МБОУ СОШ № 12", "В каком городе");
    await says(olga, "Тверь", "По какому времени");
    await clicks(olga, "Москва, Санкт-Петербург");
    await olga.sees("На каком языке");
    await taps(olga, "Русский", "Создать", "Пригласить куратора");
    await olga.openAs(await link(olga, "Приглашение для куратора"), VERA);

    const vera = shown.column(VERA);
    await vera.sees("приглашает вас вести программу");
    await says(vera, "Лугова Вера Павловна", "Пришлите дорожную карту");
    await vera.tap("Начать без неё");
    await says(vera, "Точка опоры", "Для кого программа?");
    await taps(vera, "Для учеников и студентов", "студент – ученик", "Готово", "Учебный год");
    await clicks(vera, "31 мая");
    await vera.sees("Как показывать имена");
    await taps(vera, "Полностью", "На «ты»", "Короткая", "Создать");
    await vera.sees("Программа «Точка опоры» создана");

    await taps(vera, "Пригласить людей", "🎓 Тех, кому нужен наставник", "Один: личная ссылка");
    await vera.openAs(await link(vera, "Личная ссылка: наставляемый"), LIZA);
    const liza = shown.column(LIZA);
    await liza.sees("В каком году ты родился или родилась?");
    const born = systemClock.now().getFullYear() - 13;
    await says(liza, String(born), "верно?");
    await taps(liza, "Да, верно", "Ссылка для родителя");
    await liza.openAs(await link(liza, "Ваш ребёнок может участвовать"), ANNA);
    const anna = shown.column(ANNA);
    await anna.sees("Нужно ваше решение");
    await agrees(anna, "Записано: вы согласны");
    await says(anna, "Рябинина Анна Сергеевна", "согласие дано");
    await says(vera, "/start", "Точка опоры");
    await taps(vera, "Списки, бумаги, помощники", "Журнал согласий", "Y-01");
    await clicks(vera, "Это мама, папа или опекун");
    await vera.sees("До этого можно отменить");
    // Liza hears of it in a minute, or the next morning: on the next day in any case.
    await shown.bar("+1 день");
    await liza.sees("Родитель согласился");
    await liza.tap("Продолжить");
    await says(liza, "Рябинина Лиза", "Знакомство");
    await taps(liza, "Начать", "7–8 класс", "Рисование и дизайн", "Игры");
    await pictures(shown, "questionnaire");
    await taps(liza, "Готово →", "Как учиться и всё успевать", "Готово →");
    await says(liza, "Учусь в двух школах сразу, времени не хватает.", "удобнее встречаться");
    await taps(liza, "И так и так", "Вторник", "Суббота");
    await lookedAt("phone", { width: 390, height: 844 }, LIZA);
    await taps(liza, "Готово →", "После обеда, 15:00–18:00", "Готово →", "Отправить");
    await liza.sees("Спасибо, ответы отправлены!");

    await says(vera, "/start", "Точка опоры");
    await taps(vera, "Пригласить людей", "🤝 Наставников", "Один: личная ссылка");
    await vera.openAs(await link(vera, "Личная ссылка: наставник"), MIKHAIL);
    const mikhail = shown.column(MIKHAIL);
    await says(mikhail, "1987", "верно?");
    await mikhail.tap("Да, верно");
    await agrees(mikhail, "Как вас зовут?");
    await says(mikhail, "Кедров Михаил Ильич", "Чем я могу быть полезен");
    await taps(mikhail, "Начать", "Как учиться и всё успевать", "Готово →");
    await says(mikhail, "Покажу, как я совмещал музыку и школу.", "С кем вам хотелось бы");
    await taps(
      mikhail,
      "7–8 класс",
      "Готово →",
      "2",
      "Вживую",
      "Вторник",
      "Готово →",
      "Вечер, 18:00–20:00",
      "Готово →",
    );
    await mikhail.tap("Отправить");
    await mikhail.sees("Спасибо, ответы отправлены!");

    await taps(vera, "🏠 В начало", "Наставляемые");
    await clicks(vera, "Рябинина Лиза");
    await vera.sees("✅ Анкета заполнена");
    await vera.tap("Проверен — всё верно");
    await vera.sees("Можно подбирать пару.");
    await pictures(shown, "whole");
    await taps(vera, "← Назад", "Выгрузить в Excel");
    await vera.sees(/Наставляемые.*\.xlsx/);
    await vera.sees("Готово: таблица во вложении");
    expect(shown.errors).toEqual([]);
    expect(bot.output()).not.toContain('"level":"error"');
    for (const word of ["Рябинина", "двух школах", "Точка опоры"]) expect(bot.output()).not.toContain(word);

    await lookedAt("dark", { width: 1720, height: 980, dark: true }, VERA);
  });

  test("the example brings a programme with people in every state, ready to be used", {
    timeout: 2 * WHOLE_STORY,
  }, async () => {
    const page = await openPlayground(browser, bot.page, { width: 1440, height: 860 });
    // Thirty people come in one after the other: that takes longer than a page is usually waited for.
    page.page.setDefaultTimeout(2 * WHOLE_STORY);
    await page.bar("Заполнить примером");
    const curator = page.column("Марина Соколова");
    await curator.sees("Наставляемых: 12. Наставников: 5.");
    const mother = page.column("Олег Синицын");
    await mother.sees("Нужно ваше решение");
    await curator.tap("Наставляемые");
    await curator.sees("Всего: 12, готовы к подбору: 2");
    await pictures(page, "example");
    await agrees(mother, "Записано: вы согласны");
    await says(curator, "/start", "Наставляемых: 12");
    await taps(curator, "Списки, бумаги, помощники", "Журнал согласий");
    // Nobody has asked the child's name yet.
    await curator.locator
      .locator(".inline", { hasText: /^\s*Y-\d+\s*$/ })
      .last()
      .click();
    await clicks(curator, "Это мама, папа или опекун");
    await curator.sees("До этого можно отменить");
    await page.bar("+1 день");
    await page.column("Варвара Синицына").sees("Родитель согласился");
    expect(page.errors).toEqual([]);
    await page.page.context().close();
  });
});
