import { afterEach, describe, expect, it } from "vitest";
import { newId } from "#core/ids.ts";
import { press } from "#core/screen.ts";
import { type SchoolWorld, schoolWorld } from "#test/home/school.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";

/** A grown-up mentor who has agreed and sent a questionnaire, and the curator. */
async function cast(w: SchoolWorld): Promise<{ misha: Actor; vera: Actor; membershipId: string }> {
  const misha = await w.guest("Миша", await w.link("mentor"));
  await misha.says("2000");
  await misha.taps("Да, верно");
  await misha.taps("Прочитать согласие");
  await misha.taps("Согласен");
  const { db } = w.database;
  const { id: membershipId } = await db.membership.findFirstOrThrow({ where: { role: "mentor" } });
  const version = await db.questionnaireVersion.findFirstOrThrow();
  const at = w.clock.now();
  const state = { status: "sent", cursor: "review", rev: 3, size: "short", source: "self" };
  const moments = { startedAt: at, updatedAt: at, sentAt: at };
  await db.run.create({ data: { id: newId(), membershipId, versionId: version.id, ...state, ...moments } });
  const vera = await w.guest("Вера", await w.link("curator"));
  await vera.says("Лугова Вера Павловна");
  await vera.taps("Наставники");
  return { misha, vera, membershipId };
}

describe.each(engines)("a card of the bank, on %s", (engine) => {
  let w: SchoolWorld;
  afterEach(() => w.close());

  it("what is typed after «Назад» corrects no year of birth", async () => {
    w = await schoolWorld(engine);
    const { misha, vera } = await cast(w);
    await vera.taps(/^H-01/);
    await vera.taps("Ещё…");
    await vera.taps("Исправить год рождения");
    await vera.taps("Назад");
    await vera.says("1990");
    vera.sees("1990");
    const person = await w.people.find(w.database.db, await w.personOf(misha.id));
    expect(person?.birthYear).toBe(2000);
  });

  it("the answers are there while the consent stands, and not after it was taken back", async () => {
    w = await schoolWorld(engine);
    const { vera, membershipId } = await cast(w);
    await vera.taps(/^H-01/);
    expect(vera.buttons()).toContain("Ответы");
    const { id: messageId } = vera.last();
    await w.database.db.consent.updateMany({ data: { withdrawnAt: w.clock.now() } });
    w.emulator.forgeTap(vera.id, messageId, press("bank.answers", membershipId, 0));
    await w.settle();
    vera.sees("Это вам недоступно.");
    await vera.says("/start");
    await vera.taps("Наставники");
    await vera.taps(/^H-01/);
    vera.sees("Анкета заполнена");
    expect(vera.buttons()).not.toContain("Ответы");
  });

  it("a list of people cannot be forwarded, also when it comes after an open screen", async () => {
    w = await schoolWorld(engine);
    const { vera } = await cast(w);
    vera.sees("Наставники · Точка роста");
    expect(vera.last().protected).toBe(true);
    const count = vera.count();
    await vera.taps(/^H-01/);
    expect(vera.last().protected).toBe(true);
    expect(vera.count()).toBe(count);
  });
});
