import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "#platform/clock.ts";
import { agrees, answersAll, comes, comesAsCurator, invites, namesSchool } from "#test/intake/story.ts";
import { type Actor, createActor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";
import { type BotProcess, until } from "#test/support/process.ts";
import { openStage, type Stage } from "./stage.ts";

const CHILD_AGE = 13;
const ADULT_AGE = 22;

describe.each(engines)("the bundled bot before a Bot API server, driven by updates alone, on %s", (engine) => {
  let stage: Stage;
  let bot: BotProcess;
  beforeEach(async () => {
    stage = await openStage(engine);
    bot = await stage.start();
  });
  afterEach(() => stage.close());

  const settle = async () => {
    await bot.rests();
    await until("no call is under way", () => stage.emulator.inFlight() === 0);
  };
  const meet = (name: string): Actor => {
    const user = stage.emulator.addUser({ firstName: name, languageCode: "ru" });
    return createActor({ name, user, emulator: stage.emulator, settle });
  };
  const killed = async () => {
    await bot.kill();
    bot = await stage.start();
    await settle();
  };
  const bornFor = (age: number) => systemClock.now().getFullYear() - age;

  async function makesProgramme(curator: Actor): Promise<void> {
    await curator.taps("Начать без неё");
    await curator.says("Точка опоры");
    await killed();
    await curator.taps("Для учеников и студентов");
    await curator.taps("студент – ученик");
    await curator.taps("Готово");
    await curator.taps("Учебный год");
    await curator.taps(/31 мая \d{4}$/);
    await curator.taps("Полностью");
    await curator.taps("На «ты»");
    await curator.taps("Короткая");
    await curator.taps("Создать");
  }

  it("a curator, a mentee of 13, her mother and a mentor finish, though the bot is killed between their steps", async () => {
    const olga = meet("Ольга");
    await olga.opens(await bot.ownerLink());
    await olga.says("Ветрова Ольга Владимировна");
    const vera = meet("Вера");
    await comesAsCurator(vera, await namesSchool(olga));
    await makesProgramme(vera);
    vera.sees("Программа «Точка опоры» создана.");
    await killed();

    const liza = meet("Лиза");
    await comes(liza, await invites(vera, "mentee"), bornFor(CHILD_AGE));
    await liza.taps("Ссылка для родителя");
    await killed();
    const anna = meet("Анна");
    await anna.opens(liza.link());
    await agrees(anna);
    await anna.says("Рябинина Анна Сергеевна");
    await vera.says("/start");
    await vera.taps("Наставляемые");
    await vera.taps("Y-01");
    await vera.taps("Проверить, кто ответил");
    await vera.taps("Это мама, папа или опекун");
    await killed();
    // The bot tells her in a minute, or in the morning; who looks before may go on already.
    await liza.says("/start");
    await liza.says("Рябинина Лиза");
    await answersAll(liza);
    await killed();
    await liza.taps("Отправить");
    liza.sees("Спасибо, ответы отправлены!");

    const misha = meet("Михаил");
    await comes(misha, await invites(vera, "mentor"), bornFor(ADULT_AGE));
    await agrees(misha);
    await misha.says("Кедров Михаил Ильич");
    await answersAll(misha);
    await misha.taps("Отправить");
    misha.sees("Спасибо, ответы отправлены!");

    for (const [bank, name] of [
      ["Наставляемые", "Рябинина Лиза"],
      ["Наставники", "Кедров Михаил Ильич"],
    ] as const) {
      await vera.says("/start");
      await vera.taps(bank);
      await vera.taps(name);
      for (const mark of ["✅ Согласие есть", "✅ Анкета заполнена"]) vera.sees(mark);
    }
    expect(await bot.terminate()).toMatchObject({ code: 0 });
    expect(bot.log().filter(({ level }) => level === "error")).toEqual([]);
    expect(bot.output()).not.toMatch(/Рябинина|Кедров|Ветрова|Точка опоры/);
    expect(stage.emulator.violations()).toEqual([]);
  }, 180_000);
});
