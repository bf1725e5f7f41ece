import { afterEach, describe, expect, it } from "vitest";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";
import { type World, world } from "#test/support/world.ts";
import { expectAllWell } from "./oracles.ts";
import { scribe } from "./scribe.ts";
import {
  agrees,
  answersAll,
  comes,
  comesAsCurator,
  invites,
  makesProgramme,
  namesSchool,
  owner,
  parentAgrees,
  unhurried,
} from "./story.ts";
import { sheetsOf } from "./tables.ts";

const MARKS = ["✅ Согласие есть", "✅ Родитель согласен", "✅ Анкета заполнена", "✅ Вы проверили"];

/** Opens the card of somebody in a bank. */
async function opensCard(curator: Actor, bank: "Наставляемые" | "Наставники", name: string): Promise<void> {
  await curator.says("/start");
  await curator.taps(bank);
  await curator.taps(name);
}

describe.each(engines)("from a fresh bot to a full bank, on %s", { timeout: 60_000 }, (engine) => {
  let w: World;
  afterEach(async () => {
    try {
      expectAllWell(w);
    } finally {
      await w.close();
    }
  });

  it("an owner, a curator, a mentee of 13, her mother and a mentor finish, and the curator has it all", async () => {
    w = await world({ engine });
    const page = scribe(w);
    const meet = (name: string) => page.listensTo(unhurried(w, w.person(name)));

    page.remarks("Владелец называет школу и зовёт куратора");
    const olga = await owner(w, meet);
    const vera = meet("Вера");
    await comesAsCurator(vera, await namesSchool(olga));

    page.remarks("Куратор заводит программу");
    await makesProgramme(vera);
    vera.sees("Программа «Точка опоры» создана.");

    page.remarks("Лизе тринадцать: сначала решает мама");
    const liza = meet("Лиза");
    await comes(liza, await invites(vera, "mentee"), 2013);
    await opensCard(vera, "Наставляемые", "Y-01");
    for (const waits of ["⏳ Ждём ответа родителя", "⏳ Анкета не начата"]) vera.sees(waits);
    await parentAgrees(w, liza, { actor: meet("Анна"), name: "Рябинина Анна Сергеевна" }, vera);
    await opensCard(vera, "Наставляемые", "Y-01");
    for (const mark of MARKS.slice(0, 2)) vera.sees(mark);
    vera.sees("⏳ Анкета не начата");

    page.remarks("Лиза отвечает на вопросы");
    await liza.taps("Продолжить");
    await liza.says("Рябинина Лиза");
    await answersAll(liza, {
      "В каком ты классе?": "7–8 класс",
      "Чем ты увлекаешься?": ["Рисование и дизайн", "Игры"],
      "помощь студента": ["Как учиться и всё успевать"],
      "Расскажи подробнее": "Учусь в двух школах сразу, в обычной и в художественной. Времени не хватает.",
      "удобнее встречаться": "И так и так",
      "В какие дни": ["Вторник", "Суббота"],
      "в какое время": "После обеда",
    });
    await liza.taps("Отправить");
    liza.sees("Спасибо, ответы отправлены!");
    await opensCard(vera, "Наставляемые", "Рябинина Лиза");
    for (const mark of MARKS.slice(0, 3)) vera.sees(mark);

    page.remarks("Приходит наставник, взрослый студент");
    const misha = meet("Михаил");
    await comes(misha, await invites(vera, "mentor"), 2004);
    await agrees(misha);
    await misha.says("Кедров Михаил Ильич");
    await answersAll(misha, {
      "В чём вы можете помочь": ["Как учиться и всё успевать", "Творчество"],
      "чем вы будете полезны": "Покажу, как я совмещал музыкальную школу с обычной.",
      "С кем вам хотелось бы": ["7–8 класс", "9 класс"],
      "Скольким ученикам": "2",
    });
    await misha.taps("Отправить");
    misha.sees("Спасибо, ответы отправлены!");

    page.remarks("Куратор читает, проверяет и выгружает");
    await opensCard(vera, "Наставляемые", "Рябинина Лиза");
    await vera.taps("Ответы");
    vera.sees("Учусь в двух школах сразу");
    await vera.taps("Назад");
    await vera.taps("Проверен — всё верно");
    for (const mark of MARKS) vera.sees(mark);
    vera.sees("Можно подбирать пару.");
    await vera.taps("Назад");
    vera.sees("готовы к подбору: 1");
    await vera.taps("Выгрузить в Excel");
    await w.later(60_000);
    const mentees = vera.last();
    await opensCard(vera, "Наставники", "Кедров Михаил Ильич");
    await vera.taps("Проверен — всё верно");
    vera.sees("Можно подбирать пару.");
    await vera.taps("Назад");
    await vera.taps("Выгрузить в Excel");
    await w.later(60_000);
    const mentors = vera.last();
    await expect(page.page()).toMatchFileSnapshot("whole.golden.txt");

    expect(mentees.file?.name).toMatch(/^Наставляемые.*\.xlsx$/);
    const [everybody, answers] = await sheetsOf(mentees);
    const ready = { Имя: "Рябинина Лиза", Код: "Y-01", Родитель: "согласен", "Готов к подбору": "да" };
    expect(everybody).toEqual([expect.objectContaining(ready)]);
    expect(answers).toEqual([
      expect.objectContaining({
        Имя: "Рябинина Лиза",
        "В каком вы классе?": "7–8 класс",
        "Чем вы увлекаетесь?": "Рисование и дизайн; Игры",
        "Чем вы увлекаетесь?: Игры": 1,
        "Чем вы увлекаетесь?: Кулинария": 0,
      }),
    ]);
    const [, [mentor = {}] = []] = await sheetsOf(mentors);
    expect(Object.values(mentor)).toContain("Покажу, как я совмещал музыкальную школу с обычной.");
    expect(mentor["Скольким ученикам вы готовы помогать одновременно?"]).toBe(2);
    expect(mentor.Родитель).toBe("не требуется");
  });
});
