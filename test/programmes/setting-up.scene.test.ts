import { afterEach, describe, expect, it } from "vitest";
import { type SchoolWorld, schoolWorld } from "#test/home/school.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";
import { type World, world } from "#test/support/world.ts";

async function curator(w: SchoolWorld): Promise<Actor> {
  const vera = await w.guest("Вера", await w.link("curator"));
  await vera.says("Лугова Вера Павловна");
  return vera;
}

describe.each(engines)("setting up, on %s", (engine) => {
  let w: World;
  afterEach(() => w.close());

  it("the owner names a school through clumsy answers, Back and a restart, and gets a link for its curator", async () => {
    w = await world({ engine });
    const olga = await w.owner();
    await olga.says("Ольга Белова");
    olga.sees("Начнём со школы");
    await olga.taps("Назвать школу");
    olga.sees("Вопрос 1 из 4");
    await olga.says("🎉🎉🎉");
    olga.sees("Не вижу здесь названия");
    await olga.says("МБОУ  СОШ\n№ 12");
    olga.sees("Вопрос 2 из 4");
    await w.restart();
    await olga.says("г. Казань!");
    olga.sees("Вопрос 3 из 4");
    expect(olga.buttons()[0]).toContain("Москва");
    await olga.taps("Назад");
    await olga.says("Пермь");
    expect(olga.buttons()[0]).toContain("Екатеринбург");
    await olga.says("по-местному");
    olga.sees("Такого пояса я не знаю");
    await olga.says("Пермь");
    await olga.taps("Русский");
    olga.sees("МБОУ СОШ № 12");
    olga.sees("Екатеринбург, Пермь");
    await olga.taps("✏️ Город");
    await olga.says("Кунгур");
    olga.sees("Город: Кунгур");
    await olga.taps("Создать");
    olga.sees("Школа записана");
    await olga.taps("Пригласить куратора");
    const link = olga.link();
    expect(olga.texts().at(-2)).toContain("Вас приглашают вести программу наставничества: МБОУ СОШ № 12, Кунгур.");
    expect(await w.database.db.school.findMany()).toMatchObject([{ city: "Кунгур", timeZone: "Asia/Yekaterinburg" }]);
    expect(await w.database.db.draft.count()).toBe(0);

    const vera = await w.guest("Вера", link);
    await vera.says("Вера Лугова");
    vera.sees("Пришлите дорожную карту");
  });

  it("a curator begins without a roadmap and gets a programme with several forms, one of them the school's own", async () => {
    const s = await schoolWorld(engine);
    w = s;
    await s.database.db.programme.deleteMany();
    const vera = await curator(s);
    vera.sees("Пришлите дорожную карту");
    await vera.taps("Начать без неё");
    await vera.taps("Наставничество 2026/2027");
    await vera.says("для детей");
    vera.sees("Выберите, пожалуйста, кнопкой");
    await vera.taps("Для учеников и студентов");
    await vera.taps("Готово");
    vera.sees("Нужна хотя бы одна форма");
    await vera.taps("студент – ученик");
    await vera.says("Вожатый – отряд");
    vera.sees("Отмечены 2 формы");
    await vera.taps("Готово");
    await vera.taps("Учебный год");
    await vera.says("31.05.2027 - 01.09.2026");
    vera.sees("Конец получился раньше начала");
    await vera.says("с 1 сентября 2026 по 31 мая 2027");
    vera.sees("иностранные мессенджеры");
    await s.restart();
    await vera.taps("Имя и буква");
    await vera.taps("На «ты»");
    await vera.taps("Короткая");
    vera.sees("Формы: студент – ученик, Вожатый – отряд");
    const summary = vera.last();
    const create = summary.buttons.flat().find((button) => button.text === "Создать");
    if (create?.kind !== "callback") throw new Error("no button");
    s.emulator.forgeTap(vera.id, summary.id, create.data);
    s.emulator.forgeTap(vera.id, summary.id, create.data);
    await s.settle();
    vera.sees("Программа «Наставничество 2026/2027» создана");
    vera.sees("Пока никого нет");
    const all = await s.database.db.programme.findMany({ include: { forms: true } });
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ startsOn: "2026-09-01", endsOn: "2027-05-31", naming: "initial", address: "ty" });
    expect(all[0]?.forms.map(({ form }) => form).toSorted()).toEqual(["student-pupil", "Вожатый – отряд"]);
    await vera.says("/start");
    vera.sees("Наставничество 2026/2027");
  });

  it("a roadmap sent on the first screen is kept with the programme, once, and the bot says that it cannot read it", async () => {
    const s = await schoolWorld(engine);
    w = s;
    await s.database.db.programme.deleteMany();
    const vera = await curator(s);
    const file = { name: "Дорожная карта.docx", mime: "application/octet-stream", bytes: Buffer.from("roadmap") };
    await vera.sends(file);
    vera.sees("Файл «Дорожная карта.docx» сохранён");
    vera.sees("Прочитать его я пока не могу");
    await vera.taps("В начало");
    vera.sees("Настройка программы не закончена");
    await vera.taps("Продолжить");
    vera.sees("Вопрос 1 из 8");
    const [draft] = await s.database.db.draft.findMany();
    expect(await s.database.db.attachment.findMany()).toMatchObject([
      { name: file.name, subjectKind: "programme", subjectId: draft?.id },
    ]);
    await vera.taps("Отложить");
    vera.sees("Ответы сохранены");
    await vera.taps("Удалить ответы");
    expect(await s.database.db.attachment.count()).toBe(0);
    vera.sees("Пришлите дорожную карту");
    await vera.taps("Прислать дорожную карту");
    await vera.says("вот она");
    vera.sees("не похоже на файл");
  });

  it("settings change one by one, an old button changes nothing, and every change is in the history without words", async () => {
    const s = await schoolWorld(engine);
    w = s;
    const vera = await curator(s);
    vera.sees("Точка роста");
    await vera.taps("Настройки программы");
    await vera.taps("Имена");
    const old = vera.last();
    const full = old.buttons.flat().find((button) => button.text.includes("Полностью"));
    await vera.taps(/^Код$/);
    vera.sees("Перейти на коды?");
    await vera.taps("Стереть имена и перейти на коды");
    await vera.taps("К настройкам");
    vera.sees("Имена: Код");
    if (full?.kind !== "callback") throw new Error("no button");
    s.emulator.forgeTap(vera.id, old.id, full.data);
    await s.settle();
    vera.sees("Имена: Код");
    await vera.taps("Название");
    await vera.says("Точка <b>опоры</b> & K°");
    vera.sees("Точка <b>опоры</b> & K°");
    await vera.taps("Формы");
    await vera.taps("ученик – ученик");
    await vera.taps("студент – ученик");
    await vera.taps("ученик – ученик");
    vera.sees("Нужна хотя бы одна форма");
    await vera.taps("К настройкам");
    vera.sees("Формы: ученик – ученик");
    const lines = await s.people.historyOf(s.database.db, { kind: "programme", id: s.programmeId });
    expect(lines.map(({ act, before, after }) => `${act} ${before} ${after}`).toSorted()).toEqual([
      "set-forms pupil-pupil,student-pupil pupil-pupil",
      "set-forms student-pupil pupil-pupil,student-pupil",
      "set-naming full code",
      "set-title null null",
    ]);
  });

  it("a curator sees all programmes of the own school and nothing of another", async () => {
    const s = await schoolWorld(engine);
    w = s;
    const vera = await curator(s);
    const row = await s.database.db.programme.findUniqueOrThrow({ where: { id: s.programmeId } });
    const school = { id: "otherschool", name: "Чужая школа", city: "Омск", timeZone: "Asia/Omsk", locale: "ru" };
    await s.database.db.school.create({ data: { ...school, createdAt: row.createdAt, rev: 0 } });
    await s.database.db.programme.create({ data: { ...row, id: "secondprogr", title: "Вторая" } });
    await s.database.db.programme.create({ data: { ...row, id: "alienprogra", schoolId: school.id, title: "Чужая" } });
    await vera.says("/start");
    expect(vera.buttons()).toEqual(expect.arrayContaining(["Точка роста", "Вторая"]));
    for (const act of [
      "programmes.open:alienprogra",
      "programmes.settings:alienprogra",
      "programmes.school:otherschool",
      "programmes.set:alienprogra:0:naming:full",
      "programmes.new:otherschool",
      "programmes.curator:otherschool",
    ]) {
      s.emulator.forgeTap(vera.id, vera.last().id, act);
      await s.settle();
      vera.sees("Это вам недоступно");
    }
    vera.seesNot("Чужая");
    expect(await s.database.db.draft.count()).toBe(0);
  });
});
