import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { press } from "#core/screen.ts";
import { ADULT, type Place, place } from "#test/intake/place.ts";
import { engines } from "#test/support/engines.ts";

describe.each(engines)("switching to codes, on %s", (engine) => {
  let w: Place;
  afterEach(() => w.close());

  async function cast() {
    w = await place(engine);
    const liza = await w.ready("Рябинина Лиза", "mentee", ADULT);
    await w.ready("Рябинина Анна", "mentor", ADULT);
    const vera = await w.curator();
    await vera.taps("Настройки программы");
    return { liza, vera };
  }

  it("says first what is erased, then erases it, and the file of the database holds the names no more", async () => {
    const { vera } = await cast();
    await vera.taps("Имена");
    await vera.taps("Код");
    vera.sees("Бот сотрёт 2 имени");
    vera.sees("Вернуть стёртое нельзя");
    const before = await w.database.db.person.findMany({ where: { familyName: "Рябинина" } });
    expect(before).toHaveLength(2);
    await vera.taps("Стереть имена и перейти на коды");
    vera.sees("Готово: программа на кодах, стёрто 2 имени.");
    const people = await w.database.db.person.findMany({
      where: { memberships: { some: { programmeId: w.programmeId } } },
    });
    expect(people.map(({ familyName, givenName, search }) => familyName + givenName + search)).toEqual(["", ""]);
    await vera.says("/start");
    await vera.taps("Наставляемые");
    expect(vera.buttons().join()).toMatch(/Y-01/);
    expect([vera.last().text, ...vera.buttons()].join()).not.toContain("Рябинина");
    const file = (
      await w.database.db.$queryRawUnsafe<{ file: string }[]>(
        engine === "sqlite" ? "SELECT file FROM pragma_database_list" : "SELECT '' AS file",
      )
    )[0]?.file;
    for (const part of file ? [file, `${file}-wal`] : []) expect(readFileSync(part).includes("Рябинина")).toBe(false);
  });

  it("nobody is asked for a name any more, not by an old button either, and a repeated tap changes nothing", async () => {
    const { liza, vera } = await cast();
    await vera.taps("Имена");
    await vera.taps("Код");
    const confirm = vera.last().buttons.flat()[0];
    const data = confirm?.kind === "callback" ? confirm.data : "";
    await vera.taps("Стереть имена");
    w.emulator.forgeTap(vera.id, vera.last().id, data);
    await w.settle();
    expect(await w.database.db.history.count({ where: { act: "set-naming" } })).toBe(1);
    const mine = await w.personOf(liza.id);
    w.emulator.forgeTap(liza.id, liza.last().id, press("people.name", mine));
    await w.settle();
    liza.sees("вместо имён — коды");
    await liza.says("Рябинина Лиза");
    expect((await w.people.find(w.database.db, mine))?.familyName).toBe("");
  });

  it("who has a role in another programme with names keeps the name, and the curator is told", async () => {
    const { liza, vera } = await cast();
    const { db } = w.database;
    const other = await db.programme.findUniqueOrThrow({ where: { id: w.programmeId } });
    await db.programme.create({ data: { ...other, id: "otherother1", title: "Другая" } });
    const mine = await w.personOf(liza.id);
    const place = { schoolId: w.schoolId, programmeId: "otherother1" };
    await w.database.tx((tx) => w.people.join(tx, mine, "mentor", place, w.clock.now()));
    await vera.taps("Имена");
    await vera.taps("Код");
    vera.sees("Бот сотрёт 1 имя");
    vera.sees("Имя 1 человека останется");
    await vera.taps("Стереть имена");
    expect((await w.people.find(db, mine))?.familyName).toBe("Рябинина");
  });
});
