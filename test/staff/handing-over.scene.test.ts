import { afterEach, describe, expect, it } from "vitest";
import { DAY, MINUTE } from "#core/clock.ts";
import { type SchoolWorld, schoolWorld } from "#test/home/school.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";

/** How the features say no. */
const REFUSED = /недоступно|нет доступа/;

describe.each(engines)("who runs a programme changes, on %s", (engine) => {
  let w: SchoolWorld;
  afterEach(() => w.close());

  async function curator(name: string, full: string): Promise<Actor> {
    const one = await w.guest(name, await w.link("curator"));
    await one.says(full);
    return one;
  }
  async function helper(name: string, full: string): Promise<Actor> {
    const one = await w.guest(name, await w.link("staff"));
    await one.says(full);
    return one;
  }
  async function team(actor: Actor): Promise<void> {
    await actor.says("/start");
    await actor.taps("Списки, бумаги, помощники");
    await actor.taps("Кураторы и помощники");
  }
  const forge = async (actor: Actor, data: string): Promise<void> => {
    w.emulator.forgeTap(actor.id, actor.last().id, data);
    await w.settle();
  };

  it("in mid-year a curator hands over: the successor leads, the old one is told and may nothing any more", async () => {
    w = await schoolWorld(engine);
    const vera = await curator("Вера", "Лугова Вера Ивановна");
    await w.later(MINUTE);
    const liza = await w.guest("Лиза", await w.link("mentee"));
    const lizaId = await w.personOf(liza.id);
    const membership = await w.database.db.membership.findFirstOrThrow({ where: { personId: lizaId } });
    const teacher = await helper("Нина", "Орлова Нина Петровна");
    await team(vera);
    vera.sees("Лугова Вера Ивановна, ведёт программу");
    await vera.taps("Передать дела");
    vera.sees("доступ к 1 программе школы");
    vera.sees("ведёт: Точка роста");
    await vera.taps("Сделать ссылку");
    const link = vera.link();
    expect(await w.database.db.membership.count({ where: { role: "curator", status: "active" } })).toBe(1);

    // Something is on its way to the curator while nothing gets through to her.
    w.emulator.block(vera.id);
    await teacher.says("/start");
    await teacher.taps("Предложить ученика");
    await teacher.says("7А");
    await teacher.says("Любит физику, стесняется");
    teacher.sees("Куратор увидит ваше предложение");

    const igor = await w.guest("Игорь", link);
    await igor.says("Соколов Игорь");
    await w.later(MINUTE);
    w.emulator.unblock(vera.id);
    await w.later(MINUTE);
    expect(igor.texts().join("\n")).toContain("Любит физику");
    expect(vera.texts().join("\n")).toContain("Теперь куратор — ");
    vera.seesNot("Любит физику");
    for (const data of [
      `bank.card:${membership.id}`,
      `programmes.open:${w.programmeId}`,
      `staff.open:${w.programmeId}`,
    ]) {
      await forge(vera, data);
      vera.sees(REFUSED);
    }
    await team(igor);
    igor.sees("Соколов Игорь, ведёт программу");
    expect(await w.database.db.programme.findFirst()).toMatchObject({ leadId: await w.personOf(igor.id) });
    const late = await w.guest("Поздний", link);
    late.sees("вошли все");
    const { db } = w.database;
    expect(await db.history.count({ where: { act: "succeeded" } })).toBe(1);
  });

  it("a link that was taken back, or whose curator has gone, makes nobody a curator", async () => {
    w = await schoolWorld(engine);
    const vera = await curator("Вера", "Лугова Вера");
    await team(vera);
    await vera.taps("Передать дела");
    await vera.taps("Сделать ссылку");
    const link = vera.link();
    await vera.taps("Отозвать ссылку");
    (await w.guest("Чужой", link)).sees("отозвали");
    await vera.opens(link);
    vera.sees("уже есть");
    expect(await w.database.db.membership.count({ where: { role: "curator", status: "active" } })).toBe(1);
  });

  it("a curator is away: the deputy agrees, gets what is addressed to the curator, and may it only for that time", async () => {
    w = await schoolWorld(engine);
    const vera = await curator("Вера", "Лугова Вера");
    const nina = await helper("Нина", "Орлова Нина");
    const petr = await helper("Пётр", "Зимин Пётр");
    await forge(nina, `programmes.open:${w.programmeId}`);
    nina.sees(REFUSED);
    await team(vera);
    await vera.taps("Меня нет до");
    await vera.says("вчера");
    vera.sees("Не вижу здесь подходящей даты");
    await vera.says("25.11");
    vera.sees("Кто заместит вас до 25 ноября 2026");
    await vera.taps("Орлова Нина");
    vera.sees("Вопрос отправлен");
    await w.later(MINUTE);
    nina.sees("Заместите коллегу?");
    const { id: askId, buttons } = nina.last();
    const [yes] = buttons.flat().flatMap((one) => (one.kind === "callback" ? [one.data] : []));
    await nina.taps("Да, замещу");
    nina.sees("Вы замещаете: Лугова Вера");
    await w.later(MINUTE);
    vera.sees("Орлова Нина замещает вас");
    await petr.says("/start");
    await petr.taps("Предложить ученика");
    await petr.says("8Б");
    await petr.says("Ищет, чем заняться");
    await w.later(MINUTE);
    nina.sees("Ищет, чем заняться");
    nina.sees("Вместо: Лугова Вера");
    vera.seesNot("Ищет, чем заняться");
    await nina.taps("Пока нет");
    nina.sees("Пока не берём");
    await forge(nina, `programmes.open:${w.programmeId}`);
    nina.sees("Точка роста");
    await forge(nina, `staff.hand:${w.programmeId}`);
    nina.sees(REFUSED);
    await forge(nina, `programmes.school:${w.schoolId}`);
    nina.sees(REFUSED);
    await w.later(6 * DAY);
    expect(nina.texts().join("\n")).toContain("снова на месте");
    await forge(nina, `programmes.open:${w.programmeId}`);
    nina.sees(REFUSED);
    w.emulator.forgeTap(nina.id, askId, yes ?? "");
    await w.settle();
    expect(nina.texts().join("\n")).toContain("уже закрыт");
  });

  it("whoever does something is back: standing in ends by itself, and a no leaves everything as it was", async () => {
    w = await schoolWorld(engine);
    const vera = await curator("Вера", "Лугова Вера");
    const nina = await helper("Нина", "Орлова Нина");
    await team(vera);
    await vera.taps("Меня нет до");
    await vera.taps("до 27 ноября 2026");
    await vera.taps("Орлова Нина");
    await w.later(MINUTE);
    await nina.taps("Пока не могу");
    await w.later(MINUTE);
    vera.sees("пока не может заместить");
    await vera.taps("Спросить другого");
    await vera.taps("до 27 ноября 2026");
    await vera.taps("Орлова Нина");
    await w.later(MINUTE);
    await nina.taps("Да, замещу");
    await vera.says("/invite");
    await vera.taps("Наставников");
    await vera.taps("Один: личная ссылка");
    await w.later(MINUTE);
    expect(nina.texts().join("\n")).toContain("снова на месте");
    await forge(nina, `programmes.open:${w.programmeId}`);
    nina.sees(REFUSED);
  });

  it("without a colleague the way to invite one is shown", async () => {
    w = await schoolWorld(engine);
    const vera = await curator("Вера", "Лугова Вера");
    await team(vera);
    await vera.taps("Меня нет до");
    vera.sees("Замещать пока некому");
    await vera.taps("Пригласить ещё куратора");
    await w.later(MINUTE);
    const igor = await w.guest("Игорь", vera.link());
    await igor.says("Соколов Игорь");
    await team(vera);
    await vera.taps("⭐ Соколов Игорь");
    await vera.taps("Пусть ведёт программу");
    vera.sees("Соколов Игорь, ведёт программу");
    await vera.taps("⭐ Соколов Игорь");
    await vera.taps("Завершить роль куратора");
    vera.sees("ведёт: Точка роста");
    await vera.taps("Да, завершить");
    vera.sees("Лугова Вера, ведёт программу");
    await forge(igor, `staff.open:${w.programmeId}`);
    igor.sees(REFUSED);
    const membership = await w.database.db.membership.findFirstOrThrow({
      where: { role: "curator", status: "active" },
    });
    const seen = vera.last().text;
    const tapped = w.emulator.forgeTap(vera.id, vera.last().id, `staff.end-yes:${w.programmeId}:${membership.id}`);
    await w.settle();
    const state = tapped.state();
    expect(state.kind === "answered" ? state.answer.text : "").toContain("Последнего куратора");
    expect(vera.last().text).toBe(seen);
  });

  it("the owner is replaced from the command line: the former role ends when the link is opened, both are told", async () => {
    w = await schoolWorld(engine);
    const olga = await w.owner();
    await olga.says("Ветрова Ольга");
    const { url } = await w.app.ownerLink(true);
    const oleg = await w.guest("Олег", url);
    await oleg.says("Серов Олег");
    await w.later(MINUTE);
    expect(olga.texts().join("\n")).toContain("Владелец бота сменился");
    expect(oleg.texts().join("\n")).toContain("Прежний владелец больше не владелец");
    const owners = await w.database.db.membership.findMany({ where: { role: "owner", status: "active" } });
    expect(owners.map(({ personId }) => personId)).toEqual([await w.personOf(oleg.id)]);
    await forge(olga, "programmes.school-new");
    olga.seesNot("Как называется школа");
  });
});
