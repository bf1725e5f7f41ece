import { afterEach, describe, expect, it } from "vitest";
import { type Place, place } from "#test/intake/place.ts";
import { answersAll } from "#test/intake/story.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";

const BORN = 2000;

/** The card of whoever has this name on the bank's button, and what lies under «Ещё…». */
async function opensMore(vera: Actor, name: RegExp): Promise<void> {
  await vera.says("/start");
  await vera.taps("Наставляемые");
  await vera.taps(name);
  await vera.taps("Ещё");
}

describe.each(engines)("a child who joined twice, on %s", { timeout: 60_000 }, (engine) => {
  let w: Place;
  afterEach(() => w.close());

  it("becomes one from the card: the sent questionnaire, both phones and the history stay", async () => {
    w = await place(engine);
    const { db } = w.database;
    const vera = await w.curator();
    const first = await w.ready("Рыбин Семён Ильич", "mentee", BORN);
    await answersAll(first);
    await first.taps("Отправить");
    await w.ready("Абрамов Пётр", "mentee", BORN - 1);
    const again = await w.ready("Рыбин Симён", "mentee", BORN);
    const [kept, gone] = [await w.personOf(first.id), await w.personOf(again.id)];
    expect(kept).not.toBe(gone);
    const run = await db.run.findFirstOrThrow({ where: { status: "sent" } });
    const answered = await db.answer.count({ where: { runId: run.id } });

    await opensMore(vera, /Рыбин Симён/);
    await vera.taps("Это один человек с…");
    vera.sees("С кем это один человек?");
    expect(vera.buttons().slice(0, 2)).toEqual([
      expect.stringMatching(/^Рыбин Семён Ильич .* 2000$/),
      expect.stringMatching(/^Абрамов Пётр /),
    ]);
    await vera.taps(/^Рыбин Семён/);
    vera.sees("Это один человек?");
    vera.sees("анкет: 1");
    expect(await w.personOf(again.id)).toBe(gone);
    await vera.taps("Да, это один человек");
    vera.sees("Объединено");
    await vera.taps("Открыть карточку");
    vera.sees("Рыбин Семён Ильич");

    expect([await w.personOf(first.id), await w.personOf(again.id)]).toEqual([kept, kept]);
    expect(await db.person.findUnique({ where: { id: gone } })).toBeNull();
    const runs = await db.run.findMany({ where: { membership: { personId: kept }, status: { not: "closed" } } });
    expect(runs.map(({ id, status }) => `${id} ${status}`)).toEqual([`${run.id} sent`]);
    expect(await db.answer.count({ where: { runId: run.id } })).toBe(answered);
    expect(await db.consent.count({ where: { subjectId: kept } })).toBe(2);
    const trail = await w.people.historyOf(db, { kind: "membership", id: run.membershipId });
    expect(trail.map(({ act }) => act)).toEqual(expect.arrayContaining(["joined", "merged"]));
    await again.says("/start");
    again.seesNot("недоступно");
    expect(again.buttons()).not.toContain("Начать");
  });

  it("whoever is alone has nobody to be joined with, and an old button joins nobody", async () => {
    w = await place(engine);
    const vera = await w.curator();
    await w.ready("Рыбин Семён", "mentee", BORN);
    await opensMore(vera, /Рыбин Семён/);
    await vera.taps("Это один человек с…");
    vera.sees("Других участников с этой ролью в программе пока нет");
    await w.ready("Рыбина Софья", "mentee", BORN);
    await opensMore(vera, /Рыбина Софья/);
    await vera.taps("Это один человек с…");
    await vera.taps(/^Рыбин Семён/);
    const { id, buttons } = vera.last();
    const yes = buttons.flat().find(({ text }) => text.startsWith("Да, это один человек"));
    await vera.taps("Да, это один человек");
    if (yes?.kind !== "callback") throw new Error("no button that joins");
    w.emulator.forgeTap(vera.id, id, yes.data);
    await w.settle();
    expect(await w.database.db.membership.count({ where: { role: "mentee" } })).toBe(1);
    expect(await w.database.db.history.count({ where: { act: "merged" } })).toBe(1);
  });
});
