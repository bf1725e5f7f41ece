import { afterEach, describe, expect, it } from "vitest";
import { scribe } from "#test/intake/scribe.ts";
import { type Family, family, MINUTE } from "./family.ts";

const ended: { engine: "sqlite" }[] = [{ engine: "sqlite" }];

describe.each(ended)("the first five minutes, read aloud, on $engine", ({ engine }) => {
  let w: Family;
  afterEach(() => w.close());

  it("a child of 13 and a parent", async () => {
    w = await family(engine);
    const page = scribe(w);
    page.remarks("Ане тринадцать: она открывает ссылку, которую дал классный руководитель");
    const anya = page.listensTo(w.person("Аня"));
    const vera = page.listensTo(w.vera);
    await anya.opens(await w.link("mentee"));
    await anya.says("2012");
    await anya.taps("Да, верно");
    const personId = await w.personOf(anya.id);
    await w.database.db.membership.updateMany({ where: { personId }, data: { className: "7 «Б»" } });
    await anya.taps("Ссылка для родителя");
    page.remarks("Мама открывает то, что переслала Аня");
    const mother = page.listensTo(w.person("Ольга"));
    await mother.opens(anya.link());
    await mother.taps("Прочитать согласие");
    await mother.taps(/^Согласен$/);
    await mother.says("Рябинина Ольга Игоревна");
    await anya.says("/start");
    page.remarks("Через две минуты куратора спрашивают, кто это");
    await w.later(3 * MINUTE);
    await vera.taps("Это мама, папа или опекун");
    await w.later(2 * MINUTE);
    await anya.taps("Продолжить");
    page.remarks("Куратор смотрит журнал");
    await vera.says("/start");
    await vera.taps("Списки, бумаги, помощники");
    await vera.taps("Журнал согласий");
    page.remarks("Мама смотрит, на что согласилась");
    await mother.says("/privacy");
    await mother.taps("Мои согласия");
    await mother.taps("7 «Б»");
    await expect(page.page()).toMatchFileSnapshot("aloud.golden.txt");
  });
});
