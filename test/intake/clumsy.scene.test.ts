import { afterEach, describe, expect, it } from "vitest";
import { DAY } from "#core/clock.ts";
import { sample } from "#test/questionnaires/sample.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";
import { expectAllWell } from "./oracles.ts";
import { ADULT, CHILD, givesQuestionnaire, type Place, place } from "./place.ts";
import { answersAll, isKnownTo } from "./story.ts";

/** The questions that stand on the review with their answers. */
const reviewed = (who: Actor): string[] =>
  (who.texts().findLast((text) => text.startsWith("Проверьте ответы") || text.startsWith("Проверь ответы")) ?? "")
    .split("\n")
    .filter((line) => /^\d+\. /.test(line));

/** Presses a button that stood under the message a moment ago. */
async function presses(w: Place, who: Actor, data: string, times = 1): Promise<void> {
  const { id } = who.last();
  for (let time = 0; time < times; time++) w.emulator.forgeTap(who.id, id, data);
  await w.settle();
}

function dataOf(who: Actor, label: string): string {
  const button = who
    .last()
    .buttons.flat()
    .find(({ text }) => text.includes(label));
  if (button?.kind !== "callback") throw new Error(`no button ${label}: ${who.buttons().join(" | ")}`);
  return button.data;
}

describe.each(engines)("somebody clumsy, on %s", { timeout: 60_000 }, (engine) => {
  let w: Place;
  afterEach(async () => {
    try {
      expectAllWell(w);
    } finally {
      await w.close();
    }
  });

  it("a wrong kind of answer to any kind of question gets a hint, and the question stays", async () => {
    w = await place(engine);
    const boris = await w.ready("Лугов Борис", "mentor", ADULT);
    await givesQuestionnaire(w, boris, sample);
    await boris.says("/start");
    await boris.taps("Начать");
    const tries = async (question: string, ...wrong: [said: string, hint: string | RegExp][]) => {
      expect(w.emulator.chat(boris.id).findLast(({ buttons }) => buttons.length > 0)?.text).toContain(question);
      for (const [said, hint] of wrong) {
        await boris.says(said);
        boris.sees(hint);
      }
      w.emulator.sendVoice(boris.id);
      await w.settle();
      boris.sees("Здесь нужен ответ словами или кнопкой.");
    };
    await tries("Name?", ["а".repeat(21), "Получилось длинно: 21 символ, а поместится 20"]);
    await boris.says("Шарик");
    await tries("Pets?", ["может быть", "Ответьте «да» или «нет»"]);
    await boris.says("да");
    await tries(
      "Which pets of Шарик?",
      ["1, 9", "Выберите варианты кнопками"],
      ["1, 2, 3", "Можно выбрать не больше 2"],
      ["я".repeat(500), "Свой вариант — до"],
    );
    expect((await boris.taps("Готово →"))?.text).toContain("Выберите хотя бы один вариант.");
    await boris.says("1");
    await tries(
      "How old is the cat?",
      ["старый", "Нужно число цифрами"],
      ["-1", "Нужно число не меньше 0"],
      ["31", "Нужно число не больше 30"],
    );
    await boris.says("семь");
    await tries(
      "Born?",
      ["давным-давно", "Не получилось прочитать дату"],
      ["14 мая", "Добавьте, пожалуйста, год"],
      ["14.05.1989", "Нужна дата не раньше 1 января 1990"],
      ["14.05.2030", "Нужна дата не позже"],
    );
    await boris.says("14 мая 1990");
    await tries("Colour?", ["я".repeat(500), "Свой вариант — до"]);
    await boris.says("Зелёный в крапинку");
    await tries("Mood?", ["6", "Выберите число от 1 до 5"], ["так себе", "Выберите число от 1 до 5"]);
    await boris.taps("Пропустить");
    await tries("Ease?", ["11", "Выберите число от 1 до 10"]);
    await boris.says("7 из 10");
    await tries("Visits?", ["бывает", "Выберите один из вариантов кнопкой"]);
    await boris.taps(/./);
    expect(reviewed(boris)).toEqual([
      "1. Name? (ру) — Шарик",
      "2. Pets? (ру) — Да",
      "3. Which pets of Шарик? (ру) — cat (ру)",
      "4. How old is the cat? (ру) — 7",
      "5. Born? (ру) — 14 мая 1990",
      "6. Colour? (ру) — Зелёный в крапинку",
      "7. Mood? (ру) — без ответа",
      "8. Ease? (ру) — 7",
      expect.stringMatching(/^9\. Visits\? \(ру\) — ./),
    ]);
  });

  it("a double tap answers once, and an old button shows where we are instead of changing anything", async () => {
    w = await place(engine);
    const boris = await w.ready("Лугов Борис", "mentor", ADULT);
    const begin = dataOf(boris, "Начать");
    await presses(w, boris, begin, 2);
    boris.sees("1 из 7");
    const first = dataOf(boris, "Учёба и оценки");
    await presses(w, boris, first, 2);
    expect(boris.buttons()).toContain("✓ Учёба и оценки");
    const done = dataOf(boris, "Готово →");
    await presses(w, boris, done, 3);
    boris.sees("2 из 7");
    await presses(w, boris, first);
    boris.sees("2 из 7");
    await boris.says("Объясню дроби так, что станет понятно");
    boris.sees("3 из 7");
    await presses(w, boris, done);
    boris.sees("3 из 7");
    const answers = await w.database.db.answer.findMany({ orderBy: { answeredAt: "asc" } });
    expect(answers.map(({ value }) => JSON.parse(value))).toMatchObject([
      { kind: "many", options: ["study"] },
      { kind: "text", text: "Объясню дроби так, что станет понятно" },
    ]);
  });

  it("Back, «change answer 2» and Pause lead where they say, and what was answered stays", async () => {
    w = await place(engine);
    const boris = await w.ready("Лугов Борис", "mentor", ADULT);
    await boris.taps("Начать");
    await boris.taps("Учёба и оценки");
    await boris.taps("Готово →");
    await boris.says("Объясню дроби так, что станет понятно");
    await boris.taps("Назад");
    boris.sees("Сейчас: Объясню дроби");
    await boris.taps("Назад");
    expect(boris.buttons()).toContain("✓ Учёба и оценки");
    await boris.taps("Готово →");
    await boris.taps("Оставить так");
    await boris.taps("Прервусь");
    boris.sees("Все ответы сохранены (3 из 7)");
    await boris.taps("Продолжить с вопроса 3 из 7");
    await boris.taps("7–8 класс");
    await boris.taps("Готово →");
    for (const answer of ["2", "Онлайн"]) await boris.taps(answer);
    await boris.taps("Вторник");
    await boris.taps("Готово →");
    await boris.taps("Вечер");
    await boris.taps("Готово →");
    boris.sees("Проверьте ответы");
    await boris.taps(/^2$/);
    expect(boris.buttons()).toContain("← К проверке");
    await boris.says("Объясню и дроби, и проценты");
    boris.sees("2. Расскажите своими словами, чем вы будете полезны. — Объясню и дроби, и проценты");
    await boris.taps(/^4$/);
    await boris.taps("← К проверке");
    boris.sees("4. Скольким ученикам вы готовы помогать одновременно? — 2");
  });

  it("answers can be mended after sending; the curator sees the new ones, and the mark stays green", async () => {
    w = await place(engine);
    const vera = await w.curator();
    const boris = await w.ready("Лугов Борис", "mentor", ADULT);
    await answersAll(boris);
    await boris.taps("Отправить");
    await boris.taps("Поправить ответы");
    await boris.taps(/^2$/);
    await boris.says("Теперь ещё и проценты, и графики");
    await boris.taps("Отправить");
    boris.sees("Спасибо, ответы отправлены!");
    await vera.says("/start");
    await vera.taps("Наставники");
    await vera.taps("Лугов Борис");
    vera.sees("✅ Анкета заполнена");
    await vera.taps("Ответы");
    vera.sees("Теперь ещё и проценты, и графики");
  });

  it("a restart at every stage and a week's pause lose nothing", async () => {
    w = await place(engine);
    const vera = await w.curator();
    const liza = w.meets("Лиза");
    await w.restart();
    await liza.opens(await w.link("mentee"));
    await w.restart();
    await liza.says(String(CHILD));
    await w.restart();
    await liza.taps("Да, верно");
    await w.restart();
    await liza.taps("Ссылка для родителя");
    await w.restart();
    const anna = w.meets("Анна");
    await anna.opens(liza.link());
    await anna.taps("Прочитать согласие");
    await w.restart();
    await anna.taps(/^Согласен$/);
    await w.restart();
    await anna.says("Рябинина Анна Сергеевна");
    anna.sees("согласие дано");
    await w.restart();
    await isKnownTo(w, vera);
    await w.restart();
    await liza.taps("Продолжить");
    await w.restart();
    await liza.says("Рябинина Лиза");
    await w.restart();
    await liza.taps("Начать");
    await liza.taps("7–8 класс");
    await liza.taps("Игры");
    await w.restart();
    await liza.taps("Готово →");
    await liza.taps("Как учиться и всё успевать");
    await liza.taps("Готово →");
    await w.restart();
    await liza.says("Учусь в двух школах сразу, времени не хватает.");
    liza.sees("5 из 7");
    await w.later(7 * DAY);
    await w.restart();
    await liza.says("Онлайн");
    liza.sees("6 из 7");
    await w.later(7 * DAY);
    await liza.says("/start");
    await liza.taps("Продолжить с вопроса 6 из 7");
    await liza.taps("Вторник");
    await liza.taps("Готово →");
    await liza.taps("Вечер");
    await liza.taps("Готово →");
    await w.restart();
    expect(reviewed(liza)).toHaveLength(7);
    await liza.taps("Отправить");
    liza.sees("Спасибо, ответы отправлены!");
  });
});
