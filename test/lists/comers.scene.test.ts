import { afterEach, describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "#core/clock.ts";
import { type Place, place } from "#test/intake/place.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";
import { opensLists } from "./class.ts";

async function listsClass(w: Place): Promise<Actor> {
  const vera = await w.curator();
  await opensLists(vera);
  await vera.taps("Прислать список");
  await vera.says("1. Иванова Мария 7А\n2. Петров Пётр 7А");
  await vera.taps("Им нужен наставник");
  await vera.taps("Добавить: 2");
  return vera;
}

describe.each(engines)("somebody comes by a poster into a programme with lists, on %s", (engine) => {
  let w: Place;
  afterEach(() => w.close());

  const comesByPoster = async (name: string, link: string) => {
    const child = w.meets(name);
    await child.opens(link);
    return child;
  };
  const told = (vera: Actor) => vera.texts().filter((text) => text.includes("Кто это в ваших списках, знаете")).length;

  it("the leading curator hears of it once a day, with the way to the screen", async () => {
    w = await place(engine);
    const vera = await listsClass(w);
    const poster = await w.link("mentee", { cap: 30 });
    await comesByPoster("Первый", poster);
    await comesByPoster("Вторая", poster);
    expect(told(vera)).toBe(0);
    await w.later(2 * MINUTE);
    vera.sees("по плакату пришли 2 человека");
    await comesByPoster("Третий", poster);
    await w.later(HOUR);
    expect(told(vera)).toBe(1);
    await w.later(DAY);
    expect(told(vera)).toBe(2);
    vera.sees("по плакату пришли 3 человека");
    await vera.taps("Кто это?");
    vera.sees("Пришли по плакату: 3");
    await w.later(2 * DAY);
    expect(told(vera)).toBe(2);
  });

  it("nothing is said when everybody was placed before the moment, nor at night, nor of a personal link", async () => {
    w = await place(engine);
    const vera = await listsClass(w);
    await comesByPoster("Званый", await w.link("mentee"));
    expect(await w.database.db.notice.count({ where: { kind: "lists.comers" } })).toBe(0);
    await w.later(10 * HOUR);
    await comesByPoster("Ночной", await w.link("mentee", { cap: 30 }));
    const owed = await w.database.db.notice.findFirstOrThrow({ where: { kind: "lists.comers" } });
    expect(owed.notBefore.getTime() - w.clock.now().getTime()).toBeGreaterThan(HOUR);
    await opensLists(vera);
    await vera.taps("Пришли по плакату: 1");
    await vera.taps(/^Y-04/);
    await vera.taps("Нет в списках");
    await w.later(DAY);
    expect(told(vera)).toBe(0);
    const after = await w.database.db.notice.findUniqueOrThrow({ where: { id: owed.id } });
    expect(after).toMatchObject({ status: "dropped", reason: "stale" });
  });
});
