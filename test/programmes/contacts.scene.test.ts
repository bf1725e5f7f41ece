import { afterEach, describe, expect, it } from "vitest";
import { readContact } from "#features/programmes/contacts.rules.ts";
import { type SchoolWorld, schoolWorld } from "#test/home/school.ts";
import { engines } from "#test/support/engines.ts";

describe("a school's phone and site as typed", () => {
  it.each([
    ["phone", " +7 4822 00-00-00,  приёмная ", "+7 4822 00-00-00, приёмная"],
    ["phone", "позвоните нам", null],
    ["phone", "1".repeat(41), null],
    ["site", "https://school7.example.ru", "school7.example.ru"],
    ["site", "school7.example.ru/about", "school7.example.ru/about"],
    ["site", "наш сайт", null],
    ["site", "<b>school.ru</b>", null],
  ] as const)("%s «%s»", (contact, typed, kept) => {
    expect(readContact(contact, typed)).toBe(kept);
  });
});

describe.each(engines)("the school's phone and site, on %s", (engine) => {
  let w: SchoolWorld;
  afterEach(() => w.close());

  it("are set by the curator for the message to parents, and can be taken away", async () => {
    w = await schoolWorld(engine);
    const vera = await w.guest("Вера", await w.link("curator"));
    await vera.says("Лугова Вера Павловна");
    await vera.taps("Настройки программы");
    await vera.taps("Телефон школы");
    await vera.says("нет");
    vera.sees("Не вижу здесь номера");
    await vera.says("+7 4822 00-00-00");
    vera.sees("Телефон школы: +7 4822 00-00-00");
    await vera.taps("Сайт школы");
    await vera.says("school7.example.ru");
    vera.sees("Сайт школы: school7.example.ru");
    await vera.taps("Телефон школы");
    await vera.taps("Убрать телефон");
    vera.sees("Телефон школы: —");
    const school = await w.database.db.school.findUniqueOrThrow({ where: { id: w.schoolId } });
    expect(school).toMatchObject({ phone: "", site: "school7.example.ru" });
  });
});
