import { afterEach, describe, expect, it } from "vitest";
import { ADULT, type Place, place } from "#test/intake/place.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";
import { classFile, FAMILIES, opensLists, picturesIn, slipLinks, textOf } from "./class.ts";

function documentOf(who: Actor): Uint8Array {
  const { file, text } = who.last();
  if (!file) throw new Error(`${who.name} has no document: ${text}`);
  return file.bytes;
}

/** Everything that the database holds, as text. */
async function allRows(w: Place): Promise<string> {
  const { db } = w.database;
  const rows = await Promise.all([
    ...[db.person.findMany(), db.membership.findMany(), db.draft.findMany(), db.job.findMany(), db.notice.findMany()],
    ...[
      db.history.findMany(),
      db.peopleList.findMany(),
      db.inbox.findMany(),
      db.focus.findMany(),
      db.invitation.findMany(),
    ],
    ...[db.attachment.findMany(), db.deed.findMany()],
  ]);
  return JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? String(value) : value));
}

async function sendsClass(w: Place): Promise<Actor> {
  const vera = await w.curator();
  await opensLists(vera);
  await vera.taps("Прислать список");
  await vera.sends(await classFile());
  return vera;
}

async function slips(w: Place, vera: Actor): Promise<Map<number, string>> {
  await vera.taps(/Сделать бланки|Бланки для тех/);
  await w.later(1_000);
  return slipLinks(documentOf(vera));
}

describe.each(engines)("a class comes by its list, on %s", { timeout: 120_000 }, (engine) => {
  let w: Place;
  afterEach(() => w.close());

  it("nothing is made before the confirmation, and of the names nothing is kept at any moment", async () => {
    w = await place(engine);
    const vera = await sendsClass(w);
    vera.sees("7А");
    vera.sees("30 человек");
    vera.sees("столбцы «Дата рождения», «Телефон» не нужны и не сохраняются");
    vera.seesNot(/Абрамова/);
    expect(await w.database.db.membership.count({ where: { role: "mentee" } })).toBe(0);
    await vera.taps("Им нужен наставник");
    await vera.taps("Добавить: 30");
    vera.sees("Добавлено 30 человек.");
    expect(await w.database.db.membership.count({ where: { role: "mentee", className: "7А" } })).toBe(30);
    await vera.taps("Сделать бланки");
    await w.later(1_000);
    const kept = await allRows(w);
    for (const family of FAMILIES) {
      expect(kept).not.toContain(family);
      expect(w.logged.join("\n")).not.toContain(family);
    }
  });

  it("slips carry number, class, school and a link each; the child who opens one is that row, once", async () => {
    w = await place(engine);
    const vera = await sendsClass(w);
    await vera.taps("Им нужен наставник");
    await vera.taps("Добавить: 30");
    const links = await slips(w, vera);
    const docx = documentOf(vera);
    expect(links.size).toBe(30);
    expect(picturesIn(docx)).toBe(30);
    expect(textOf(docx)).toContain("7А · № 1");
    expect(textOf(docx)).toContain("Школа № 7");
    for (let number = 1; number <= 12; number++) {
      const child = w.meets(FAMILIES[number - 1] ?? "");
      await child.opens(links.get(number) ?? "");
      const membership = await w.database.db.membership.findFirstOrThrow({ where: { rowNumber: number } });
      expect(await w.personOf(child.id)).toBe(membership.personId);
    }
    const other = w.meets("Чужой");
    await other.opens(links.get(1) ?? "");
    expect(await w.database.db.accountPerson.count()).toBe(13);
    await w.later(60_000);
    await opensLists(vera);
    vera.sees("пришли: 12");
    await vera.taps(/^7А/);
    await vera.taps("Бланки для тех, кого ждём: 18");
    await w.later(1_000);
    expect([...slipLinks(documentOf(vera)).keys()]).toEqual(Array.from({ length: 18 }, (_, at) => at + 13));
  });

  it("mother's phone takes the child in beside her after a question, and a lost phone gets a new link", async () => {
    w = await place(engine);
    const vera = await sendsClass(w);
    await vera.taps("Им нужен наставник");
    await vera.taps("Добавить: 30");
    const links = await slips(w, vera);
    const mother = await w.comes("Мама", "mentor", ADULT);
    await mother.opens(links.get(3) ?? "");
    mother.sees("Эта ссылка — для одного человека из списка школы");
    await mother.taps("Ссылка моя — войти");
    const third = await w.database.db.membership.findFirstOrThrow({ where: { rowNumber: 3 } });
    expect(await w.personOf(mother.id)).toBe(third.personId);
    await opensLists(vera);
    await vera.says("/start");
    await vera.taps("Наставляемые");
    await vera.taps(new RegExp(`^${third.code}`));
    await vera.taps("Ещё");
    await vera.taps("Новая ссылка для входа");
    const { id, buttons } = vera.last();
    const make = buttons.flat().find(({ text }) => text === "Сделать ссылку");
    await vera.taps("Сделать ссылку");
    if (make?.kind !== "callback") throw new Error("no button that makes the link");
    w.emulator.forgeTap(vera.id, id, make.data);
    await w.settle();
    expect(await w.database.db.history.count({ where: { act: "new-link" } })).toBe(1);
    const child = w.meets("Ребёнок");
    await child.opens(vera.link());
    expect(await w.personOf(child.id)).toBe(third.personId);
    expect(await w.database.db.accountPerson.count({ where: { personId: third.personId } })).toBe(2);
  });

  it("who came by the poster under a joke name is found in the list by the curator alone", async () => {
    w = await place(engine);
    const vera = await sendsClass(w);
    await vera.taps("Им нужен наставник");
    await vera.taps("Добавить: 30");
    const joker = w.meets("Бэтмен");
    await joker.opens(await w.link("mentee", { cap: 30 }));
    await joker.says("2010");
    await joker.taps("Да, верно");
    await joker.taps(/Прочитать согласие/);
    await joker.taps("Согласен");
    const before = await w.personOf(joker.id);
    const seventh = await w.database.db.membership.findFirstOrThrow({ where: { rowNumber: 7 } });
    expect(before).not.toBe(seventh.personId);
    await opensLists(vera);
    await vera.taps("Пришли по плакату: 1");
    await vera.taps(/Y-31/);
    vera.sees("Кто это в ваших списках?");
    await vera.taps(/№ 7 /);
    vera.sees("Это один человек?");
    expect(await w.personOf(joker.id)).toBe(before);
    await vera.taps("Да, это один человек");
    expect(await w.personOf(joker.id)).toBe(seventh.personId);
    const { db } = w.database;
    expect(await db.person.findUnique({ where: { id: before } })).toBeNull();
    expect(await db.consent.count({ where: { subjectId: seventh.personId } })).toBe(1);
    const merged = await w.people.historyOf(db, { kind: "membership", id: seventh.id });
    expect(merged.map(({ act }) => act)).toContain("merged");
    expect(merged.find(({ act }) => act === "merged")).toMatchObject({ before: "Y-31", after: seventh.code });
    expect(await db.membership.count({ where: { role: "mentee" } })).toBe(30);
    await joker.says("/start");
    joker.seesNot("недоступно");
  });
});
