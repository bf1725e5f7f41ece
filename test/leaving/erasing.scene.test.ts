import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { DAY, HOUR } from "#core/clock.ts";
import { expectAllWell } from "#test/intake/oracles.ts";
import { ADULT, CHILD, type Place, place } from "#test/intake/place.ts";
import { agrees, answersAll } from "#test/intake/story.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";
import { allText, filesOf } from "./remains.ts";

/** The start of every scene is 20 November; the programme's term is fourteen days. */
const TERM_WORDS = "4 декабря 2026";
const TYPED = "своими словами";
const ANSWER = "Объясню дроби через пироги с черникой";
const OTHER = "Помогу с геометрией на спичках";

async function withdraws(who: Actor): Promise<void> {
  await who.says("/privacy");
  await who.taps("Мои согласия");
  await who.taps("Точка роста");
  await who.taps("Отозвать согласие");
}

async function sends(who: Actor, answer: string): Promise<void> {
  await answersAll(who, { [TYPED]: answer });
  await who.taps(/^Отправить$/);
}

describe.each(engines)("a consent is withdrawn and the data go, on %s", { timeout: 120_000 }, (engine) => {
  let w: Place;
  afterEach(async () => {
    try {
      expectAllWell(w);
    } finally {
      await w.close();
    }
  });

  it("a named confirmation says what happens and when; within the term a new consent brings everything back", async () => {
    w = await place(engine);
    const vera = await w.curator();
    const misha = await w.ready("Кедров Михаил Ильич", "mentor", ADULT);
    await misha.taps("Начать");
    await misha.taps("Учёба");
    await misha.taps("Готово →");
    await withdraws(misha);
    misha.sees("Анкета закроется");
    misha.sees(`Данные будут удалены ${TERM_WORDS}`);
    misha.sees("можно вернуться новым согласием");
    await misha.taps("Да, отозвать согласие: Точка роста");
    misha.sees(`Данные будут удалены ${TERM_WORDS}`);
    await w.later(HOUR);
    vera.sees("убрать бумаги и файлы");
    await vera.taps("Что сделать");
    vera.sees(`данные удалятся ${TERM_WORDS}`);
    await w.later(10 * DAY);
    await misha.says("/start");
    await misha.taps("Прочитать согласие снова");
    await misha.taps(/^Согласен$/);
    await w.later(10 * DAY);
    expect(await w.database.db.answer.count()).toBeGreaterThan(0);
    await misha.says("/start");
    misha.sees("2 из 7");
  });

  it("after the term nothing of the person is left in the database, its log, its copies and the files beside it", async () => {
    w = await place(engine);
    await w.curator();
    const misha = await w.ready("Кедров Михаил Ильич", "mentor", ADULT);
    await sends(misha, ANSWER);
    const other = await w.ready("Осокина Дарья Петровна", "mentor", ADULT);
    await sends(other, OTHER);
    expect(await allText(w)).toContain("черникой");
    writeFileSync(join(w.dataDir, "tropa.db.before-0007"), "Кедров");
    expect(await allText(w)).toContain("Кедров");
    await withdraws(misha);
    await misha.taps(/^Да, отозвать/);
    await w.later(15 * DAY);
    const left = await allText(w);
    for (const word of ["Кедров", "Михаил", "Ильич", "кедров", "черникой", String(misha.id)])
      expect(left).not.toContain(word);
    for (const word of ["Осокина", "спичках"]) expect(left).toContain(word);
    expect(await w.database.db.run.count({ where: { sentAt: { not: null } } })).toBe(2);
    expect(await w.database.db.membership.count({ where: { role: "mentor" } })).toBe(2);
    for (const [name, text] of filesOf(w)) expect(text, name).not.toContain("Кедров");
    expect(readdirSync(w.dataDir).filter((name) => name.includes("before"))).toEqual([]);
    const [line] = readFileSync(join(w.dataDir, "erasures.jsonl"), "utf8").trim().split("\n");
    expect(Object.keys(JSON.parse(line ?? "")).sort()).toEqual(["doneAt", "id", "personId", "programmeId"]);
    await misha.says("/start");
    misha.sees("Чтобы войти, откройте ссылку");
  });

  it("a child's data go by the guardian's word, and with them the guardian who has nothing else to do here", async () => {
    w = await place(engine);
    await w.curator();
    const liza = await w.comes("Рябинина Лиза", "mentee", CHILD);
    await liza.taps("Ссылка для родителя");
    const anna = w.meets("Анна");
    await anna.opens(liza.link());
    await agrees(anna);
    await anna.says("Рябинина Анна Сергеевна");
    const [guardianship] = await w.database.db.guardianship.findMany();
    await w.database.db.guardianship.update({ where: { id: guardianship?.id ?? "" }, data: { source: "curator" } });
    await w.later(HOUR);
    await liza.says("/start");
    await liza.says("Рябинина Лиза");
    await anna.says("/start");
    await anna.taps("Отозвать согласие");
    anna.sees("Данные будут удалены");
    await anna.taps(/^Да, отозвать согласие/);
    await w.later(15 * DAY);
    const left = await allText(w);
    for (const word of ["Рябинина", "Лиза", "Сергеевна"]) expect(left).not.toContain(word);
    expect(await w.database.db.chatAccount.count()).toBe(1);
  });

  it("«Удалить мои данные» names what goes, what stays and why; the term ends it", async () => {
    w = await place(engine);
    const misha = await w.ready("Кедров Михаил Ильич", "mentor", ADULT);
    await misha.says("/privacy");
    await misha.taps("Удалить мои данные");
    misha.sees("Что останется и почему");
    misha.sees("бот стереть не может");
    misha.sees(TERM_WORDS);
    await misha.taps("Да, удалить мои данные");
    misha.sees(`Ваши данные будут удалены ${TERM_WORDS}`);
    expect(misha.buttons()).toContain("Вернуться");
    await w.later(15 * DAY);
    expect(await allText(w)).not.toContain("Кедров");
    expect(await w.database.db.person.count({ where: { erasedAt: null } })).toBe(0);
  });

  it("a curator, and a guardian by whose word a child takes part, hear what cannot be deleted yet and why", async () => {
    w = await place(engine);
    const vera = await w.curator();
    await vera.says("/privacy");
    await vera.taps("Удалить мои данные");
    vera.sees("Сначала передайте дела");
    vera.sees("Вы куратор");
    expect(vera.buttons().some((label) => label.startsWith("Да"))).toBe(false);
    const liza = await w.comes("Рябинина Лиза", "mentee", CHILD);
    await liza.taps("Ссылка для родителя");
    const anna = w.meets("Анна");
    await anna.opens(liza.link());
    await agrees(anna);
    await anna.says("Рябинина Анна Сергеевна");
    await anna.says("/privacy");
    await anna.taps("Удалить мои данные");
    anna.sees("Ребёнок участвует по вашему согласию");
    expect(anna.buttons().some((label) => label.startsWith("Да"))).toBe(false);
    expect(await w.database.db.erasure.count()).toBe(0);
  });

  it("an erasure that is cut off is done an hour later, once", async () => {
    w = await place(engine);
    await w.curator();
    const misha = await w.ready("Кедров Михаил Ильич", "mentor", ADULT);
    await withdraws(misha);
    await misha.taps(/^Да, отозвать/);
    mkdirSync(join(w.dataDir, "erasures.jsonl"));
    await w.later(15 * DAY);
    expect(await allText(w)).toContain("Кедров");
    expect(await w.database.db.erasure.count({ where: { doneAt: null } })).toBe(1);
    expect(w.logged.some((line) => line.includes("erasure-failed") && !line.includes("Кедров"))).toBe(true);
    w.logged.length = 0;
    rmSync(join(w.dataDir, "erasures.jsonl"), { recursive: true });
    await w.later(2 * HOUR);
    expect(await allText(w)).not.toContain("Кедров");
    await w.later(2 * HOUR);
    await w.restart();
    const lines = readFileSync(join(w.dataDir, "erasures.jsonl"), "utf8").trim().split("\n");
    expect(lines).toHaveLength(1);
  });

  it("what was erased stays erased when an older copy of the database comes back, however often the ledger is read", async () => {
    w = await place(engine);
    await w.curator();
    const misha = await w.ready("Кедров Михаил Ильич", "mentor", ADULT);
    const personId = await w.personOf(misha.id);
    const doneAt = new Date(w.clock.now().getTime() + DAY).toISOString();
    const line = JSON.stringify({ id: "older-copy0", personId, programmeId: w.programmeId, doneAt });
    writeFileSync(join(w.dataDir, "erasures.jsonl"), `${line}\n{"id":"torn`);
    await w.restart();
    expect(await allText(w)).not.toContain("Кедров");
    await w.restart();
    expect(await w.database.db.erasure.count({ where: { doneAt: { not: null } } })).toBe(1);
    expect(existsSync(join(w.dataDir, "erasures.jsonl"))).toBe(true);
    expect(w.logged.filter((logged) => logged.includes("erased-again-after-restore"))).toHaveLength(1);
  });
});
