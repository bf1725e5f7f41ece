import { afterEach, describe, expect, it } from "vitest";
import { type SchoolWorld, schoolWorld } from "#test/home/school.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";

/** It is November 2026: who was born in 2013 is treated as 12, in 2011 as 14, in 2008 as 17, in 2007 as 18. */
async function comes(
  w: SchoolWorld,
  name: string,
  birthYear: number,
  role: "mentee" | "mentor" = "mentee",
): Promise<Actor> {
  const actor = await w.guest(name, await w.link(role));
  await actor.says(String(birthYear));
  await actor.taps("Да, верно");
  return actor;
}

/** The child asks for the link; whoever is sent it opens it. */
async function bringsParent(w: SchoolWorld, child: Actor, name: string): Promise<Actor> {
  await child.taps("Ссылка для родителя");
  return await w.guest(name, child.link());
}

async function decides(actor: Actor, decision: "Согласен" | "Не согласен"): Promise<void> {
  await actor.taps("Прочитать согласие");
  await actor.taps(new RegExp(`^${decision}$`));
}

/** The curator, in by the school's link. */
async function curator(w: SchoolWorld): Promise<Actor> {
  const vera = await w.guest("Вера", await w.link("curator"));
  await vera.says("Лугова Вера Павловна");
  return vera;
}

/** What the curator is asked two minutes after somebody answered by the child's link. */
async function isKnownTo(w: SchoolWorld, vera: Actor): Promise<void> {
  await w.later(3 * 60_000);
  vera.sees("Кто ответил за ребёнка?");
  await vera.taps("Это мама, папа или опекун");
  await w.later(2 * 60_000);
}

const ledger = (w: SchoolWorld) => w.database.db.consent.findMany({ orderBy: [{ decidedAt: "asc" }, { id: "asc" }] });

describe.each(engines)("consent, on %s", (engine) => {
  let w: SchoolWorld;
  afterEach(() => w.close());

  it("a child of 12 reads three lines and forwards a link; the parent reads it all and agrees; the child is told to go on", async () => {
    w = await schoolWorld(engine);
    const vera = await curator(w);
    const anya = await comes(w, "Аня", 2013);
    anya.sees("Тебе ещё нет 14 лет, поэтому согласие даёт родитель.");
    anya.sees("Ответа родителя пока нет");
    anya.seesNot("Как тебя зовут?");
    await anya.taps("Ссылка для родителя");
    const [forwarded = ""] = anya.texts().slice(-2);
    for (const word of ["Школа № 7", "Точка роста", "https://t.me/", "деньги", "коды", "паспорт", "адрес"])
      expect(forwarded).toContain(word);
    anya.sees("Перешли это сообщение");
    const link = anya.link();

    const mother = await w.guest("Ольга", link);
    mother.sees("Y-01");
    mother.seesNot("Как вас зовут?");
    await mother.taps("Прочитать согласие");
    mother.sees("Согласие законного представителя");
    mother.sees("Школа № 7, Тверь");
    mother.sees("Редакция 2");
    expect(mother.buttons()).toEqual(["Согласен", "Не согласен"]);
    const styles = mother
      .last()
      .buttons.flat()
      .map((button) => ("style" in button ? button.style : undefined));
    expect(new Set(styles).size).toBe(1);
    await mother.taps(/^Согласен$/);
    mother.sees("Записано: вы согласны");
    mother.sees("Как вас зовут?");
    await mother.says("Ольга Сергеевна");
    mother.sees("согласие дано 20 ноября 2026");
    mother.sees("Ждёт проверки куратора");
    await anya.says("/start");
    anya.sees("Куратор проверяет, что ответил именно родитель");

    await isKnownTo(w, vera);
    vera.sees("Подтверждено");
    mother.sees("Куратор подтвердил");
    anya.sees("Родитель согласился. Можно продолжать!");
    await anya.taps("Продолжить");
    anya.sees("Как тебя зовут?");
  });

  it("the same link is printed again, and the child sees that the parent has opened it", async () => {
    w = await schoolWorld(engine);
    const anya = await comes(w, "Аня", 2013);
    await anya.taps("Ссылка для родителя");
    const link = anya.link();
    await anya.taps("Ссылка для родителя");
    expect(anya.link()).toBe(link);
    await w.guest("Ольга", link);
    await anya.says("/start");
    anya.sees("Родитель уже открыл ссылку");
  });

  it("at 15 both have to agree", async () => {
    w = await schoolWorld(engine);
    const vera = await curator(w);
    const petya = await comes(w, "Петя", 2010);
    petya.sees("Сначала — согласие");
    await decides(petya, "Согласен");
    petya.sees("нужно и согласие родителя");
    petya.seesNot("Как тебя зовут?");
    const father = await bringsParent(w, petya, "Отец");
    await decides(father, "Согласен");
    await isKnownTo(w, vera);
    petya.sees("Можно продолжать!");
    const said = (await ledger(w)).map(({ givenAs, decision }) => `${givenAs} ${decision}`);
    expect(said.toSorted()).toEqual(["guardian agreed", "self agreed"]);
  });

  it("an adult reads, agrees alone, and is asked for the name next; the hash of the text as shown is kept", async () => {
    w = await schoolWorld(engine);
    const boris = await comes(w, "Борис", 1980, "mentor");
    await decides(boris, "Согласен");
    boris.sees("Ваше согласие записано");
    boris.sees("Как вас зовут?");
    const [row] = await ledger(w);
    expect(row).toMatchObject({
      kind: "data",
      givenAs: "self",
      decision: "agreed",
      channel: "button",
      withdrawnAt: null,
    });
    expect(row?.textHash).toMatch(/^[0-9a-f]{64}$/);
    const document = await w.database.db.consentDocument.findUniqueOrThrow({ where: { id: row?.documentId ?? "" } });
    expect(document).toMatchObject({ kind: "data", reader: "self", version: 2, locale: "ru" });
    expect(document.hash).not.toBe(row?.textHash);
  });

  it("a parent who does not agree is thanked, the child is told kindly, and nothing is asked; a change of mind opens the way", async () => {
    w = await schoolWorld(engine);
    const vera = await curator(w);
    const anya = await comes(w, "Аня", 2013);
    const mother = await bringsParent(w, anya, "Ольга");
    await decides(mother, "Не согласен");
    mother.sees("Записано: вы не согласны");
    await mother.says("Ольга Сергеевна");
    await isKnownTo(w, vera);
    anya.sees("Родитель пока не согласился");
    await anya.says("/start");
    anya.sees("Пока не получится");
    anya.seesNot("Как тебя зовут?");
    await mother.says("/start");
    mother.sees("отказ 20 ноября 2026");
    await mother.taps("Y-01");
    await mother.taps("Прочитать: данные");
    await mother.taps(/^Согласен$/);
    await w.later(60_000);
    anya.sees("Можно продолжать!");
    expect((await ledger(w)).map(({ decision }) => decision)).toEqual(["declined", "agreed"]);
  });

  it("of two parents who disagree the stricter holds", async () => {
    w = await schoolWorld(engine);
    const vera = await curator(w);
    const anya = await comes(w, "Аня", 2013);
    const mother = await bringsParent(w, anya, "Ольга");
    await decides(mother, "Согласен");
    await isKnownTo(w, vera);
    const father = await w.guest("Отец", anya.link());
    await decides(father, "Не согласен");
    await isKnownTo(w, vera);
    anya.sees("Родитель пока не согласился");
    await mother.says("Ольга");
    mother.sees("Другой законный представитель не согласился");
  });

  it("a withdrawal takes two steps, names what it is about, stops everything, and can be followed by a new consent", async () => {
    w = await schoolWorld(engine);
    const boris = await comes(w, "Борис", 1980, "mentor");
    await decides(boris, "Согласен");
    await boris.says("Борис Петров");
    await boris.says("/privacy");
    await boris.taps("Мои согласия");
    await boris.taps("Точка роста");
    boris.sees("согласие дано 20 ноября 2026");
    await boris.taps("Отозвать согласие");
    boris.sees("Отозвать согласие на обработку данных?");
    boris.sees("Точка роста");
    await boris.taps("Оставить как есть");
    boris.sees("согласие дано");
    await boris.taps("Отозвать согласие");
    await boris.taps(/^(Отозвать$|Да, отозвать)/);
    boris.sees("Согласие отозвано");
    await boris.says("/start");
    boris.sees("Вы отозвали согласие");
    await boris.taps("Прочитать согласие снова");
    await boris.taps(/^Согласен$/);
    boris.sees("Ваше согласие записано");
    const rows = await ledger(w);
    expect(rows.map(({ decision, withdrawnAt }) => [decision, withdrawnAt !== null])).toEqual([
      ["agreed", true],
      ["agreed", false],
    ]);
  });

  it("a parent withdraws for the child, who is told and asked nothing more", async () => {
    w = await schoolWorld(engine);
    const vera = await curator(w);
    const anya = await comes(w, "Аня", 2013);
    const mother = await bringsParent(w, anya, "Ольга");
    await decides(mother, "Согласен");
    await mother.says("Ольга");
    await isKnownTo(w, vera);
    await mother.says("/start");
    await mother.taps("Отозвать согласие");
    mother.sees("Отозвать согласие на обработку данных ребёнка?");
    await mother.taps(/^(Отозвать$|Да, отозвать)/);
    mother.sees("согласие отозвано 20 ноября 2026");
    await w.later(60_000);
    anya.sees("Родитель отозвал согласие");
    await anya.says("/start");
    anya.sees("Участие остановлено");
  });

  it("two quick taps are one decision, and a button of an old text decides nothing", async () => {
    w = await schoolWorld(engine);
    const boris = await comes(w, "Борис", 1980, "mentor");
    await boris.taps("Прочитать согласие");
    const { id, buttons } = boris.last();
    const [agree, decline] = buttons.flat();
    if (agree?.kind !== "callback" || decline?.kind !== "callback") throw new Error("no buttons");
    w.emulator.forgeTap(boris.id, id, agree.data);
    w.emulator.forgeTap(boris.id, id, agree.data);
    await w.settle();
    expect(await ledger(w)).toHaveLength(1);
    w.emulator.forgeTap(boris.id, id, decline.data);
    await w.settle();
    boris.sees("Текст или ваше решение с тех пор изменились");
    boris.sees("Согласие на обработку персональных данных");
    expect(await ledger(w)).toHaveLength(1);
  });

  it("the text that changed while it was read has to be read again", async () => {
    w = await schoolWorld(engine);
    const boris = await comes(w, "Борис", 1980, "mentor");
    await boris.taps("Прочитать согласие");
    await w.database.db.school.update({ where: { id: w.schoolId }, data: { name: "Лицей № 8" } });
    await boris.taps(/^Согласен$/);
    boris.sees("с тех пор изменились");
    boris.sees("Лицей № 8");
    expect(await ledger(w)).toHaveLength(0);
  });

  it("a curator gives a parent's link from the card; for an adult there is none", async () => {
    w = await schoolWorld(engine);
    const vera = await curator(w);
    const anya = await comes(w, "Аня", 2013);
    const [childship] = await w.people.membersOf(w.database.db, w.programmeId, "mentee");
    w.emulator.forgeTap(vera.id, vera.last().id, `consents.guardian-link:${childship?.membershipId}`);
    await w.settle();
    vera.sees("Это сообщение для родителя участника Y-01");
    const mother = await w.guest("Ольга", vera.link());
    await decides(mother, "Согласен");
    await w.later(60_000);
    anya.sees("Можно продолжать!");
    const guardians = await w.people.guardiansOf(w.database.db, childship?.personId ?? "");
    expect(guardians).toMatchObject([{ source: "curator" }]);
    expect(guardians[0]?.confirmedAt).not.toBeNull();

    await comes(w, "Борис", 1980, "mentor");
    const [mentor] = await w.people.membersOf(w.database.db, w.programmeId, "mentor");
    w.emulator.forgeTap(vera.id, vera.last().id, `consents.guardian-link:${mentor?.membershipId}`);
    await w.settle();
    vera.sees("уже есть 18 лет");
  });

  it("nobody decides for somebody else: not a stranger, not another parent, not the curator, not a child of 12", async () => {
    w = await schoolWorld(engine);
    const anya = await comes(w, "Аня", 2013);
    const [childship] = await w.people.membersOf(w.database.db, w.programmeId, "mentee");
    const vera = await w.guest("Вера", await w.link("curator"));
    const boris = await comes(w, "Борис", 1980, "mentor");
    for (const actor of [anya, vera, boris]) {
      for (const act of [
        `consents.read:${childship?.membershipId}:data`,
        `consents.agree:${childship?.membershipId}:data:0:00000000`,
      ]) {
        w.emulator.forgeTap(actor.id, actor.last().id, act);
        await w.settle();
      }
      actor.seesNot("Согласие законного представителя");
    }
    expect(await ledger(w)).toHaveLength(0);
  });

  it("a restart between reading and deciding changes nothing", async () => {
    w = await schoolWorld(engine);
    const boris = await comes(w, "Борис", 1980, "mentor");
    await boris.taps("Прочитать согласие");
    await w.restart();
    await boris.taps(/^Согласен$/);
    boris.sees("Ваше согласие записано");
  });

  it("in a programme that shows codes neither the parent's nor the curator's screen holds a name", async () => {
    w = await schoolWorld(engine, { naming: "code" });
    const vera = await w.guest("Вера", await w.link("curator"));
    vera.seesNot("Аня");
    const anya = await comes(w, "Аня", 2013);
    const mother = await bringsParent(w, anya, "Ольга");
    await decides(mother, "Согласен");
    mother.sees("Y-01");
    mother.seesNot("Как вас зовут?");
    await isKnownTo(w, vera);
    vera.seesNot("Аня");
    await anya.taps("Продолжить");
    anya.seesNot("Как тебя зовут?");
  });
});
