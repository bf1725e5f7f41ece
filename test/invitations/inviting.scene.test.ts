import { afterEach, describe, expect, it } from "vitest";
import { after, MINUTE } from "#core/clock.ts";
import { type SchoolWorld, schoolWorld } from "#test/home/school.ts";
import { engines } from "#test/support/engines.ts";

describe.each(engines)("a curator invites, on %s", (engine) => {
  let w: SchoolWorld;
  afterEach(() => w.close());

  async function curator() {
    const vera = await w.guest("Вера", await w.link("curator"));
    await vera.says("Лугова Вера");
    return vera;
  }

  it("a link for thirty: copied, printed, used, counted and taken back", async () => {
    w = await schoolWorld(engine);
    const vera = await curator();
    await vera.says("/invite");
    await vera.taps("Тех, кому нужен наставник");
    await vera.taps("До 30 человек");
    vera.sees("Осталось 30 мест из 30, до 20 декабря 2026");
    const link = vera.link();
    for (const name of ["Лиза", "Пётр"]) (await w.guest(name, link)).sees("приглашает тебя");
    await vera.taps("QR и плакат");
    expect(vera.texts().join("\n")).toContain(link);
    vera.sees("Ищем тех, кому пригодится наставник!");
    await vera.says("/invite");
    await vera.taps("Все ссылки");
    vera.sees("Осталось 28 мест из 30");
    await vera.taps("1. Ссылка для многих");
    await vera.taps("Отозвать");
    vera.sees("Отозвать ссылку?");
    vera.sees("Ссылка для многих: наставляемый");
    await vera.taps("Да, отозвать");
    vera.sees("Отозвана, вошли: 2 из 30");
    (await w.guest("Поздний", link)).sees("Эту ссылку отозвали");
  });

  it("a double tap makes one link", async () => {
    w = await schoolWorld(engine);
    const vera = await curator();
    await vera.says("/invite");
    await vera.taps("Наставников");
    const message = vera.last();
    const button = message.buttons.flat().find(({ text }) => text.startsWith("Один"));
    if (button?.kind !== "callback") throw new Error("no such button");
    for (let tap = 0; tap < 2; tap++) w.emulator.forgeTap(vera.id, message.id, button.data);
    await w.settle();
    expect(await w.database.db.invitation.count({ where: { role: "mentor" } })).toBe(1);
  });

  it("the form is asked where there are several, and goes with whoever comes", async () => {
    w = await schoolWorld(engine, { forms: ["student-pupil", "Клуб <юных> физиков"] });
    const vera = await curator();
    await vera.says("/invite");
    await vera.taps("Тех, кому нужен наставник");
    vera.sees("По какой форме наставничества?");
    await vera.taps("Клуб <юных> физиков");
    await vera.taps("Один: личная ссылка");
    vera.sees("Клуб <юных> физиков");
    await w.guest("Лиза", vera.link());
    expect(await w.database.db.request.findMany()).toMatchObject([{ form: "Клуб <юных> физиков" }]);
  });

  it("who may not invite is refused calmly for own, foreign and missing programmes alike", async () => {
    w = await schoolWorld(engine);
    const liza = await w.guest("Лиза", await w.link("mentee"));
    await liza.says("/invite");
    liza.sees("Это вам недоступно");
    const { id } = liza.last();
    const seen = new Set<string>();
    for (const data of [
      `invitations.open:${w.programmeId}`,
      "invitations.open:AAAAAAAAAAA",
      "invitations.revoke-yes:AAAAAAAAAAA",
    ]) {
      w.emulator.forgeTap(liza.id, id, data);
      await w.settle();
      seen.add(liza.last().text);
    }
    expect(seen.size).toBe(1);
    expect(await w.database.db.history.count({ where: { act: "refused" } })).toBeGreaterThan(0);
  });

  it("a link that ran out is told so to whoever opens it, and stands in the curator's list", async () => {
    w = await schoolWorld(engine);
    const vera = await curator();
    const link = await w.link("mentor", { expiresAt: after(w.clock.now(), MINUTE) });
    await w.later(MINUTE);
    (await w.guest("Поздний", link)).sees("Срок этой ссылки закончился");
    await vera.says("/invite");
    await vera.taps("Все ссылки");
    vera.sees("Срок вышел 20 ноября 2026");
  });
});
