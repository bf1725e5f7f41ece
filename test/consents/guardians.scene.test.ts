import { afterEach, describe, expect, it } from "vitest";
import { engines } from "#test/support/engines.ts";
import { answersFor, comes, DAY, decides, type Family, family, fromSchool, MINUTE } from "./family.ts";

describe.each(engines)("guardians, on %s", (engine) => {
  let w: Family;
  afterEach(() => w.close());

  it("the forwarded message and a guardian's first screen name school, city, curator, phone, site, and what is never asked", async () => {
    w = await family(engine);
    const anya = await comes(w, "Аня", 2013, "6 «Б»");
    await anya.taps("Ссылка для родителя");
    const [forwarded = ""] = anya.texts().slice(-2);
    const mother = await w.guest("Ольга", anya.link());
    for (const text of [forwarded, mother.last().text])
      for (const word of [
        "Школа № 7",
        "Тверь",
        "Лугова Вера",
        "4822",
        "school7.example.ru",
        "СМС",
        "паспорт",
        "две-три минуты",
      ])
        expect(text).toContain(word);
    mother.sees("Y-01, 6 «Б»");
    mother.sees("Что дальше");
    await mother.taps("Прочитать согласие");
    const answers = mother.last().buttons.at(-1) ?? [];
    expect(answers.map(({ text }) => text)).toEqual(["Согласен", "Не согласен"]);
    expect(new Set(answers.map((button) => ("style" in button ? button.style : undefined))).size).toBe(1);
  });

  it("a school without phone and site leaves their lines out", async () => {
    w = await family(engine);
    await w.database.db.school.update({ where: { id: w.schoolId }, data: { phone: "", site: "" } });
    const anya = await comes(w, "Аня", 2013);
    await anya.taps("Ссылка для родителя");
    const [forwarded = ""] = anya.texts().slice(-2);
    expect(forwarded).not.toMatch(/Телефон|Сайт/u);
    expect(forwarded).toContain("Куратор");
  });

  it("a guardian refuses: nothing is asked, and the child hears it in kind words once the curator has looked", async () => {
    w = await family(engine);
    const anya = await comes(w, "Аня", 2013);
    const father = await answersFor(w, anya, "Отец", "Не согласен");
    father.sees("Записано: вы не согласны");
    anya.seesNot("Родитель пока не согласился");
    await w.vera.taps("Это мама, папа или опекун");
    await w.later(2 * MINUTE);
    anya.sees("Родитель пока не согласился");
    await anya.says("/start");
    anya.sees("Пока не получится");
    anya.seesNot("Как тебя зовут?");
  });

  it("an unknown «guardian»: the answer does not count, the old link is dead, the child is asked without blame, and a new one works", async () => {
    w = await family(engine);
    const anya = await comes(w, "Аня", 2013);
    const friend = await answersFor(w, anya, "Друг", "Согласен");
    const old = anya.link();
    w.vera.sees("Его ответ: согласие");
    await w.vera.taps("Не знаю этого человека");
    w.vera.sees("Этот ответ не учитывается");
    await w.later(2 * MINUTE);
    friend.sees("Куратор не смог подтвердить");
    friend.sees("4822");
    anya.sees("Ссылку для родителя нужно отправить ещё раз");
    anya.seesNot("Можно продолжать");
    const late = await w.guest("Другой друг", old);
    late.seesNot("Нужно ваше решение");
    await anya.taps("Ссылка для родителя");
    expect(anya.link()).not.toBe(old);
    const mother = await w.guest("Ольга", anya.link());
    await decides(mother, "Согласен");
    await w.later(3 * MINUTE);
    await w.vera.taps("Это мама, папа или опекун");
    await w.later(2 * MINUTE);
    anya.sees("Можно продолжать!");
    mother.sees("Куратор подтвердил");
    // The friend has no say: neither the old button nor «Мои согласия» lead anywhere.
    await friend.says("/start");
    friend.seesNot("Ваши решения");
  });

  it("who was taken for a parent is nobody's news for a minute, and the curator may take it back until then", async () => {
    w = await family(engine);
    const anya = await comes(w, "Аня", 2013);
    const friend = await answersFor(w, anya, "Друг", "Согласен");
    await w.vera.taps("Это мама, папа или опекун");
    w.vera.sees(/Узнают 2 человека: сегодня в \d+:\d\d\. До этого можно отменить\./);
    await w.vera.taps("Отменить");
    w.vera.sees("Отменено. Никто об этом не узнал.");
    await w.later(DAY);
    anya.seesNot("Можно продолжать");
    friend.seesNot("Куратор подтвердил");
    expect(await w.database.db.guardianship.findMany({ select: { checkedAt: true, checkedById: true } })).toEqual([
      { checkedAt: null, checkedById: null },
    ]);
    expect(await w.database.db.notice.count({ where: { kind: "consents.free-offer", status: "waiting" } })).toBe(0);
    expect(await w.database.db.history.count({ where: { act: "undone", before: "consents.check" } })).toBe(1);
    await w.vera.taps("Назад");
    w.vera.sees("Пока вы не подтвердите");
    await w.vera.taps("Это мама, папа или опекун");
    await w.later(2 * MINUTE);
    anya.sees("Можно продолжать!");
    await w.vera.taps("Отменить");
    w.vera.sees("Отменить уже нельзя");
  });

  it("a «don't know» that was taken back leaves the guardian, the role and the child's old link as they were", async () => {
    w = await family(engine);
    const anya = await comes(w, "Аня", 2013);
    const mother = await answersFor(w, anya, "Ольга", "Согласен");
    const link = anya.link();
    await w.vera.taps("Не знаю этого человека");
    w.vera.sees("Узнают 2 человека");
    const role = { personId: await w.personOf(mother.id), role: "guardian" };
    expect((await w.database.db.membership.findFirstOrThrow({ where: role })).status).toBe("stopped");
    await w.vera.taps("Отменить");
    w.vera.sees("Отменено");
    expect((await w.database.db.membership.findFirstOrThrow({ where: role })).status).toBe("active");
    expect((await w.database.db.guardianship.findFirstOrThrow()).endedAt).toBeNull();
    await w.later(DAY);
    mother.seesNot("Куратор не смог подтвердить");
    anya.seesNot("Ссылку для родителя нужно отправить ещё раз");
    (await w.guest("Отец", link)).sees("Нужно ваше решение");
  });

  it("guardians disagree: the stricter holds, the curator hears once and reads on the card what to do", async () => {
    w = await family(engine);
    const anya = await comes(w, "Аня", 2013);
    const mother = await fromSchool(w, anya, "Ольга");
    await decides(mother, "Согласен");
    const father = await fromSchool(w, anya, "Отец");
    await decides(father, "Не согласен");
    await w.later(DAY);
    const told = w.vera.texts().filter((text) => text.includes("Родители ответили по-разному"));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain("поговорите с обоими");
    anya.sees("Родитель пока не согласился");
    await w.vera.says("/start");
    await w.vera.taps("Наставляемые");
    await w.vera.taps("Y-01");
    w.vera.sees("Родители ответили по-разному");
    await w.vera.taps("Ещё");
    await w.vera.taps("Согласия");
    w.vera.sees("отказ");
    w.vera.sees("ответа нет → согласие");
    await father.says("Рябинин Игорь");
    await father.taps("Y-01");
    await father.taps("Прочитать: данные");
    await father.taps(/^Согласен$/);
    await w.later(2 * MINUTE);
    anya.sees("Можно продолжать!");
  });

  it("two children of one mother are kept apart: each screen and each notice says which child", async () => {
    w = await family(engine);
    const anya = await comes(w, "Аня", 2013, "6 «Б»");
    const petya = await comes(w, "Петя", 2014, "5 «А»");
    const mother = await fromSchool(w, anya, "Ольга");
    mother.sees("Нужно ваше решение: Y-01, 6 «Б»");
    await decides(mother, "Согласен");
    await mother.says("Ольга");
    await mother.opens(await w.link("guardian", { childId: await w.personOf(petya.id) }));
    await mother.taps("Ольга");
    mother.sees("Нужно ваше решение: Y-02, 5 «А»");
    await decides(mother, "Не согласен");
    await w.later(2 * MINUTE);
    anya.sees("Можно продолжать!");
    petya.sees("Родитель пока не согласился");
    await mother.says("/start");
    mother.sees("Y-01, 6 «Б»: согласие дано");
    mother.sees("Y-02, 5 «А»: отказ");
    await mother.taps("Y-02, 5 «А»");
    mother.sees("Y-02, 5 «А»");
    const rows = await w.database.db.consent.findMany({ orderBy: { decidedAt: "asc" } });
    expect(rows.map(({ decision }) => decision)).toEqual(["agreed", "declined"]);
    expect(new Set(rows.map(({ subjectId }) => subjectId)).size).toBe(2);
  });
});
