import { afterEach, describe, expect, it } from "vitest";
import { type SchoolWorld, schoolWorld } from "#test/home/school.ts";
import { engines } from "#test/support/engines.ts";
import { answerOne, fillIn } from "./answers.ts";
import { curator, listed, unhurried } from "./people.ts";

describe.each(engines)("a child without a phone, on %s", (engine) => {
  let w: SchoolWorld;
  afterEach(() => w.close());

  it("gets all the way to ready: consents from paper, the questionnaire from words", async () => {
    w = await schoolWorld(engine);
    const { membershipId } = await listed(w, { name: "Ветрова Анна", className: "7 А", born: 2010 });
    const vera = await curator(w);
    await vera.says("ветрова");
    vera.sees("Ветрова Анна");
    await vera.taps("Ещё…");
    await vera.taps("Заполнить анкету с его слов");
    vera.sees("нужно согласие");
    await vera.taps("К карточке");

    await vera.taps("Ещё…");
    await vera.taps("Внести согласие с бумаги");
    vera.sees("Нужны две подписи");
    await vera.taps("Сам участник");
    await vera.taps("Вчера");
    vera.sees("19 ноября 2026");
    await vera.taps("Согласен — бумага в папке");
    vera.sees("Внесено");
    await vera.taps("К человеку");
    await vera.taps("Ещё…");
    await vera.taps("Внести согласие с бумаги");
    await vera.taps("Другой законный представитель");
    await vera.says("31.12.2026");
    vera.sees("ещё не наступил");
    await vera.says("12.11.2026");
    vera.sees("12 ноября 2026");
    await vera.taps("Согласен — бумага в папке");
    vera.sees("Как зовут");
    await vera.says("Ветрова Ирина Львовна");
    vera.sees("Внесено");

    await vera.taps("К человеку");
    vera.sees("Согласие есть");
    await vera.taps("Ещё…");
    await vera.taps("Заполнить анкету с его слов");
    vera.sees("Вы отвечаете за участника: Ветрова Анна");
    await fillIn(vera);
    vera.sees("Вы отвечаете за участника");
    await vera.taps("Отправить");
    vera.sees("внесена и отправлена");
    await vera.taps("К карточке");
    await vera.taps("Проверен");
    vera.sees("Можно подбирать пару");

    const { db } = w.database;
    const run = await db.run.findFirstOrThrow({ where: { membershipId } });
    const veraId = await w.personOf(vera.id);
    expect([run.source, run.status, run.enteredById]).toEqual(["words", "sent", veraId]);
    const consents = await db.consent.findMany({ orderBy: { decidedAt: "asc" } });
    expect(consents.map(({ givenAs, channel, enteredById }) => [givenAs, channel, enteredById])).toEqual([
      ["guardian", "paper", veraId],
      ["self", "paper", veraId],
    ]);
    const lines = await db.history.findMany({ where: { subjectKind: "run", act: "answered" } });
    expect(lines.length).toBeGreaterThan(3);
    expect(new Set(lines.map((line) => `${line.actorId} ${line.onBehalfOf}`))).toEqual(
      new Set([`${veraId} ${(await db.membership.findUniqueOrThrow({ where: { id: membershipId } })).personId}`]),
    );
  });

  it("a paper counts from its date, and a later answer stays above it", async () => {
    w = await schoolWorld(engine);
    const { membershipId, personId } = await listed(w, { name: "Логов Пётр", className: "11 Б", born: 2000 });
    const vera = await curator(w);
    await vera.says("логов");
    await vera.taps("Ещё…");
    await vera.taps("Внести согласие с бумаги");
    await vera.taps("Сам участник");
    await vera.taps("Сегодня");
    await vera.taps("Не согласен — бумага в папке");
    vera.sees("Внесено");
    await vera.taps("К человеку");
    vera.sees("Согласия не дали");
    await vera.taps("Ещё…");
    await vera.taps("Внести согласие с бумаги");
    await vera.taps("Сам участник");
    await vera.taps("Вчера");
    await vera.taps("Согласен — бумага в папке");
    vera.sees("последний ответ остаётся");
    const consents = await w.database.db.consent.findMany({ where: { subjectId: personId } });
    expect(consents.map(({ decision }) => decision)).toEqual(["declined"]);
    expect(membershipId).not.toBe("");
  });

  it("what the child has answered stays; both may type, and the child hears who entered the rest", async () => {
    w = await schoolWorld(engine);
    const misha = unhurried(w, await w.guest("Миша", await w.link("mentor")));
    await misha.says("2000");
    await misha.taps("Да, верно");
    await misha.taps("Прочитать согласие");
    await misha.taps("Согласен");
    await misha.says("Орлов Михаил Юрьевич");
    await misha.taps("Начать");
    await answerOne(misha);
    const vera = await curator(w);
    await vera.says("орлво");
    vera.sees("Орлов Михаил");
    await vera.taps("Ещё…");
    const answer = await vera.taps("Заполнить анкету по бумаге");
    expect(answer?.text).toMatch(/Уже есть 1 ответ/);
    vera.sees("по бумаге");
    const [asked = ""] = misha.last().text.split("\n");
    vera.sees(asked);
    const kept = await w.database.db.answer.findFirstOrThrow();
    await answerOne(vera);
    // His button is of a screen that has moved on: he sees where it stands now, and nothing is answered twice.
    const stale = await misha.taps("← Назад");
    expect(stale?.text).toBe("Эта кнопка устарела");
    expect(await w.database.db.answer.count()).toBe(2);
    await fillIn(vera);
    expect(await w.database.db.answer.findMany({ where: { key: kept.key } })).toEqual([kept]);
    await vera.taps("Отправить");
    vera.sees("внесена и отправлена");
    misha.sees("Куратор внёс ваши ответы");
    await misha.taps("Посмотреть ответы");
    await misha.taps("Поправить ответы");
    misha.sees("Проверьте ответы");
    expect(await w.database.db.answer.count()).toBeGreaterThan(3);
  });
});
