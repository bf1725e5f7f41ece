import { afterEach, describe, expect, it } from "vitest";
import { after, HOUR, MINUTE } from "#core/clock.ts";
import { engines } from "#test/support/engines.ts";
import { type SchoolWorld, schoolWorld } from "./school.ts";

describe.each(engines)("coming in, on %s", (engine) => {
  let w: SchoolWorld;
  afterEach(() => w.close());

  it("a mentee is greeted by name of school and programme, says the year of birth, and only then is asked for consent", async () => {
    w = await schoolWorld(engine);
    const liza = await w.guest("Лиза", await w.link("mentee"));
    liza.sees("«Точка роста»");
    liza.sees("Школа № 7");
    liza.sees("Ответы увидит куратор");
    liza.sees("В каком году ты родился или родилась?");
    await liza.taps("2013");
    liza.sees("2013 год рождения — верно?");
    await liza.taps("Нет, другой");
    await liza.says("тысяча девятьсот");
    liza.sees("Нужны четыре цифры");
    await liza.says("05.03.2012");
    liza.sees("2012 год рождения — верно?");
    await liza.taps("Да, верно");
    liza.seesNot("Как тебя зовут?");
    const person = await w.people.find(w.database.db, await w.personOf(liza.id));
    expect(person).toMatchObject({ birthYear: 2012, givenName: "", familyName: "" });
  });

  it("a double tap on the year keeps it once and stays quiet about it", async () => {
    w = await schoolWorld(engine);
    const liza = await w.guest("Лиза", await w.link("mentee"));
    await liza.taps("2013");
    const message = liza.last();
    await liza.taps("Да, верно");
    const yes = message.buttons.flat().find((button) => button.text === "Да, верно");
    if (yes?.kind !== "callback") throw new Error("no such button");
    w.emulator.forgeTap(liza.id, message.id, yes.data);
    await w.settle();
    const history = await w.people.historyOf(w.database.db, { kind: "person", id: await w.personOf(liza.id) });
    expect(history.filter(({ act }) => act === "birth-year")).toHaveLength(1);
  });

  it("a curator is asked for the name at once, kindly again after what is no name, and goes on", async () => {
    w = await schoolWorld(engine);
    const vera = await w.guest("Вера", await w.link("curator"));
    vera.sees("приглашает вас вести программу");
    vera.sees("Как вас зовут?");
    await vera.says("12345");
    vera.sees("Имени я здесь не вижу");
    w.emulator.sendSticker(vera.id);
    await w.settle();
    vera.sees("Имени я здесь не вижу");
    await vera.says("Лугова Вера Павловна");
    vera.sees("Приятно познакомиться, Вера!");
    vera.sees("Точка роста");
  });

  it("every unsuitable link says why and whom to ask, and nothing of the programme behind it", async () => {
    w = await schoolWorld(engine, { title: "Тайная программа" });
    const used = await w.link("mentee");
    await w.guest("Лиза", used);
    const expired = await w.link("mentee", { expiresAt: after(w.clock.now(), MINUTE) });
    await w.later(2 * MINUTE);
    const stranger = w.person("Чужой");
    for (const [link, says] of [
      [used, "уже вошли все"],
      [expired, "Срок этой ссылки закончился"],
      ["https://t.me/tropa_bot?start=AAAAAAAAAAAAAAAAAAAAAA", "Такая ссылка не подходит"],
    ] as const) {
      await stranger.opens(link);
      stranger.sees(says);
    }
    stranger.seesNot("Тайная программа");
    stranger.seesNot("Школа № 7");
  });

  it("guessing is slowed down with words, and a right link works a minute later", async () => {
    w = await schoolWorld(engine);
    const stranger = w.person("Чужой");
    for (let at = 0; at < 5; at++) await stranger.opens(`https://t.me/b?start=guess${at}`);
    await stranger.opens(await w.link("mentee"));
    stranger.sees("Слишком много неподходящих ссылок");
    await w.later(MINUTE);
    await stranger.opens(await w.link("mentee"));
    stranger.sees("«Точка роста»");
  });

  it("a link sent as text lets in like one that was opened, and opening it again is friendly", async () => {
    w = await schoolWorld(engine);
    const liza = w.person("Лиза");
    const link = await w.link("mentee");
    await liza.says(`вот ссылка от куратора: ${link}`);
    liza.sees("приглашает тебя");
    await liza.opens(link);
    liza.sees("Ты здесь уже есть");
  });

  it("the owner's link dies after an hour", async () => {
    w = await schoolWorld(engine);
    const { url } = await w.app.ownerLink();
    await w.later(HOUR);
    const late = await w.guest("Поздний", url);
    late.sees("Срок этой ссылки закончился");
  });

  it("two siblings on one phone are two people, and who writes can be switched", async () => {
    w = await schoolWorld(engine);
    const phone = await w.guest("Лиза", await w.link("mentee"));
    await phone.taps("2013");
    await phone.taps("Да, верно");
    const liza = await w.personOf(phone.id);
    await phone.opens(await w.link("mentee"));
    phone.sees("Ты здесь уже есть");
    await phone.opens(await w.link("mentor"));
    phone.sees("Кто входит по этой ссылке?");
    await phone.taps("Другой человек");
    phone.sees("стать наставником");
    const brother = await w.personOf(phone.id);
    expect(brother).not.toBe(liza);
    await phone.says("/settings");
    await phone.taps("Пишет другой человек");
    phone.sees("Кто сейчас пишет?");
    await phone.taps("Y-01");
    expect(await w.personOf(phone.id)).toBe(liza);
  });

  it("a double tap on «another person» brings in one person, also by a link for many", async () => {
    w = await schoolWorld(engine);
    const many = await w.link("mentor", { cap: 30 });
    const phone = await w.guest("Лиза", await w.link("mentee"));
    await phone.opens(many);
    const message = phone.last();
    const other = message.buttons.flat().find((button) => button.text === "Другой человек");
    if (other?.kind !== "callback") throw new Error("no such button");
    await phone.taps("Другой человек");
    const came = await w.personOf(phone.id);
    w.emulator.forgeTap(phone.id, message.id, other.data);
    await w.settle();
    expect(await w.personOf(phone.id)).toBe(came);
    expect(await w.database.db.membership.count({ where: { role: "mentor" } })).toBe(1);
  });

  it("another's button on a shared phone changes nothing", async () => {
    w = await schoolWorld(engine);
    const phone = await w.guest("Лиза", await w.link("mentee"));
    const liza = await w.personOf(phone.id);
    const message = phone.last();
    await phone.opens(await w.link("mentor"));
    await phone.taps("Другой человек");
    w.emulator.forgeTap(phone.id, message.id, `people.year-ok:${liza}:1990`);
    await w.settle();
    expect((await w.people.find(w.database.db, liza))?.birthYear).toBeNull();
  });

  it("a child who opens the guardian's own link is told to forward it; the adult may go on from the same phone", async () => {
    w = await schoolWorld(engine);
    const phone = await w.guest("Лиза", await w.link("mentee"));
    const childId = await w.personOf(phone.id);
    await phone.opens(await w.link("guardian", { childId, createdById: childId }));
    phone.sees("Эта ссылка — для родителя");
    await phone.taps("Я взрослый");
    phone.sees("Нужно ваше решение: Y-01");
    expect(await w.people.guardiansOf(w.database.db, childId)).toHaveLength(1);
  });
});
