import { afterEach, describe, expect, it } from "vitest";
import { type Place, place } from "#test/intake/place.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";

const BORN = 2000;

async function opensMore(vera: Actor, name: RegExp): Promise<void> {
  await vera.says("/start");
  await vera.taps("Наставляемые");
  await vera.taps(name);
  await vera.taps("Ещё");
}

describe.each(engines)("a name is put right, on %s", (engine) => {
  let w: Place;
  afterEach(() => w.close());

  it("who joined as «Бэтмен» gets the real name, hears of it in one line, and the history keeps no names", async () => {
    w = await place(engine);
    const { db } = w.database;
    const vera = await w.curator();
    const joker = await w.ready("Бэтмен", "mentee", BORN);
    const personId = await w.personOf(joker.id);
    await opensMore(vera, /Бэтмен/);
    await vera.taps("Исправить имя");
    vera.sees("как правильно записать имя?");
    await vera.says("он просто пошутил и больше так не будет делать");
    vera.sees("Похоже на целую фразу");
    await vera.says("Рыбин Семён Ильич");
    vera.sees("Рыбин Семён Ильич");
    vera.sees("Y-01");
    expect(await db.person.findUniqueOrThrow({ where: { id: personId } })).toMatchObject({
      familyName: "Рыбин",
      givenName: "Семён",
      patronymic: "Ильич",
      search: "рыбин семен ильич",
    });
    joker.seesNot("исправил");
    await w.later(120_000);
    joker.sees("Куратор исправил, как записано ваше имя");
    joker.seesNot(/Рыбин/);
    expect(await db.notice.count({ where: { kind: "banks.renamed", personId } })).toBe(1);
    await vera.taps("Ещё");
    await vera.taps("История");
    vera.sees(/Лугова Вера Павловна: исправлено имя/);
    expect(await db.history.findFirstOrThrow({ where: { act: "name-corrected" } })).toMatchObject({
      actorId: await w.personOf(vera.id),
      onBehalfOf: personId,
      before: null,
      after: null,
    });
    expect(w.logged.join("\n")).not.toMatch(/Рыбин|Бэтмен/);
  });

  it("where codes stand for names there is nothing to correct", async () => {
    w = await place(engine, { naming: "code" });
    const vera = await w.curator();
    await w.comes("Гость", "mentee", BORN);
    await opensMore(vera, /Y-01/);
    expect(vera.buttons()).toContain("Исправить год рождения");
    expect(vera.buttons()).not.toContain("Исправить имя");
  });

  it("a stranger's correction is refused and leaves the name as it is", async () => {
    w = await place(engine);
    const { db } = w.database;
    const child = await w.ready("Рыбин Семён", "mentee", BORN);
    const mentor = await w.ready("Орлов Пётр", "mentor", BORN);
    const [personId, stranger] = [await w.personOf(child.id), await w.personOf(mentor.id)];
    const outcome = await w.database.tx((tx) => w.people.correctName(tx, stranger, personId, "Бэтмен"));
    expect(outcome).toEqual({ kind: "forbidden" });
    expect(await db.person.findUniqueOrThrow({ where: { id: personId } })).toMatchObject({ givenName: "Семён" });
  });
});
