import { afterEach, describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "#core/clock.ts";
import { newId } from "#core/ids.ts";
import { type SchoolWorld, schoolWorld } from "#test/home/school.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";

/** How the features say no. */
const REFUSED = /недоступно|нет доступа/;

describe.each(engines)("people help a curator, on %s", (engine) => {
  let w: SchoolWorld;
  afterEach(() => w.close());

  async function named(name: string, role: "curator" | "staff" | "mentor", full: string): Promise<Actor> {
    const one = await w.guest(name, await w.link(role));
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
  /** Somebody of a class, as a list brings them in. */
  async function pupil(familyName: string, className: string, rowNumber: number | null = null): Promise<string> {
    const { db } = w.database;
    const person = { familyName, givenName: "", patronymic: "", search: familyName.toLowerCase() };
    const { id: personId } = await db.person.create({ data: { id: newId(), ...person, createdAt: w.clock.now() } });
    const place = { schoolId: w.schoolId, programmeId: w.programmeId, scope: `programme:${w.programmeId}` };
    const state = { status: "active", createdAt: w.clock.now(), rev: 1, code: `Y-${familyName}`, className, rowNumber };
    const data = { id: newId(), personId, role: "mentee", ...place, ...state };
    return (await db.membership.create({ data })).id;
  }

  it("a class teacher sees the consents of her class alone, until the right is taken back", async () => {
    w = await schoolWorld(engine);
    const vera = await named("Вера", "curator", "Лугова Вера");
    const mine = await pupil("Ясенева", "7А");
    const other = await pupil("Кленов", "8Б");
    await team(vera);
    await vera.taps("Пригласить помощника");
    await vera.taps("Классный руководитель");
    await vera.says("7А");
    vera.sees("Классный руководитель 7А");
    const nina = await w.guest("Нина", vera.link());
    await nina.says("Орлова Нина");
    await forge(nina, `staff.consents:${w.programmeId}`);
    nina.sees(REFUSED);
    await team(vera);
    vera.sees("Орлова Нина, Классный руководитель 7А");
    await vera.taps("Орлова Нина");
    await vera.taps("Видеть, у кого есть согласия");
    await vera.taps("7А");
    vera.sees("видит, у кого есть согласия: 7А");
    await nina.says("/start");
    nina.sees("видит, у кого есть согласия: 7А");
    await nina.taps("Согласия");
    nina.sees("Ясенева, 7А");
    nina.seesNot("Кленов");
    for (const data of [`bank.card:${mine}`, `bank.answers:${mine}:0`, `staff.notes:${mine}`, `bank.card:${other}`]) {
      await forge(nina, data);
      nina.sees(REFUSED);
    }
    await vera.taps("Убрать: видит");
    await forge(nina, `staff.consents:${w.programmeId}`);
    nina.sees(REFUSED);
    const acts = await w.database.db.history.findMany({ where: { act: { startsWith: "permi" } } });
    expect(acts.map(({ act, after }) => `${act} ${after}`)).toEqual([
      "permitted consents 7А",
      "permission-ended consents 7А",
    ]);
  });

  it("what a helper may enter is asked of the table of rights: her class and no other", async () => {
    w = await schoolWorld(engine);
    const vera = await named("Вера", "curator", "Лугова Вера");
    const nina = await named("Нина", "staff", "Орлова Нина");
    const [mine, other] = [await pupil("Ясенева", "7А"), await pupil("Кленов", "8Б")];
    const ninaId = await w.personOf(nina.id);
    const may = (act: "run.enter" | "consent.enter" | "answers.see", id: string) =>
      w.people.may(w.database.db, ninaId, act, { kind: "membership", id });
    expect(await may("run.enter", mine)).toBe(false);
    await team(vera);
    await vera.taps("Орлова Нина");
    await vera.taps("Вносить за других");
    await vera.taps("7А");
    expect([await may("run.enter", mine), await may("consent.enter", mine)]).toEqual([true, true]);
    expect([await may("run.enter", other), await may("answers.see", mine)]).toEqual([false, false]);
    await vera.taps("Завершить роль помощника");
    await vera.taps("Да, завершить");
    expect(await may("run.enter", mine)).toBe(false);
  });

  it("the psychologist sees whom support was offered to, and is reminded at nine of the day to look again", async () => {
    w = await schoolWorld(engine);
    const vera = await named("Вера", "curator", "Лугова Вера");
    const nina = await named("Нина", "staff", "Орлова Нина");
    const [mine, other] = [await pupil("Ясенева", "7А"), await pupil("Кленов", "8Б")];
    await team(vera);
    await vera.taps("Орлова Нина");
    await vera.taps("Видеть, кому нужна поддержка");
    await forge(vera, `staff.offer:${mine}`);
    vera.sees("Когда посмотреть снова?");
    await vera.says("23.11");
    vera.sees("23 ноября 2026 в 9:00");
    await nina.says("/start");
    await nina.taps("Кому предложена поддержка");
    nina.sees("Ясенева, 7А: посмотреть 23 ноября 2026");
    nina.seesNot("Кленов");
    await w.later(3 * DAY - 2 * HOUR);
    nina.seesNot("Сегодня вы хотели посмотреть");
    await w.later(HOUR);
    nina.sees("Сегодня вы хотели посмотреть");
    expect(w.clock.now().toISOString()).toBe("2026-11-23T06:00:00.000Z");
    await nina.taps(/^Снова 30 ноября/);
    nina.sees("Посмотреть снова 30 ноября 2026");
    const line = await w.database.db.support.findFirstOrThrow();
    await nina.taps("Поддержка больше не нужна");
    nina.sees("Сейчас никому");
    await forge(nina, `staff.look:${line.id}`);
    nina.sees(REFUSED);
    await forge(nina, `staff.offer:${other}`);
    nina.sees(REFUSED);
    await w.later(8 * DAY);
    const said = await w.database.db.notice.findMany({ where: { kind: "staff.look-again" } });
    expect(said.map(({ status, slot }) => `${slot} ${status}`).toSorted()).toEqual([
      "2026-11-23 sent",
      "2026-11-30 dropped",
    ]);
  });

  it("the director is never written to by the bot, and gets answers", async () => {
    w = await schoolWorld(engine);
    const vera = await named("Вера", "curator", "Лугова Вера");
    const mine = await pupil("Ясенева", "7А");
    await team(vera);
    await vera.taps("Пригласить помощника");
    await vera.taps("Директор");
    vera.sees("Бот сам писать не будет");
    const boss = await w.guest("Пётр", vera.link());
    await boss.says("Зимин Пётр");
    await team(vera);
    await vera.taps("Зимин Пётр");
    vera.sees("Бот сам не пишет");
    await vera.taps("Видеть, кому нужна поддержка");
    await forge(vera, `staff.offer:${mine}`);
    await vera.says("23.11");
    const before = boss.count();
    await w.later(5 * DAY);
    expect(boss.count()).toBe(before);
    const dropped = await w.database.db.notice.findMany({ where: { personId: await w.personOf(boss.id) } });
    expect(dropped.map(({ status, reason }) => `${status} ${reason}`)).toEqual(["dropped quiet"]);
    await team(vera);
    await vera.taps("Меня нет до");
    vera.sees("Замещать пока некому");
    await boss.says("/start");
    boss.sees("Директор");
    await boss.taps("Предложить ученика");
    await boss.says("9В");
    await boss.says("Хороший парень");
    await w.later(MINUTE);
    await vera.taps("Пока нет");
    await w.later(MINUTE);
    boss.sees("Спасибо, что предложили");
  });

  it("a teacher refers a pupil of a list, the curator accepts, the teacher passes the personal link on", async () => {
    w = await schoolWorld(engine);
    const vera = await named("Вера", "curator", "Лугова Вера");
    const nina = await named("Нина", "staff", "Орлова Нина");
    const listed = await pupil("Ясенева", "7А", 5);
    await nina.says("/refer");
    await nina.taps("7А");
    nina.seesNot("Ясенева");
    await nina.taps("№ 5");
    await nina.says("Рисует, ищет единомышленников");
    await w.later(MINUTE);
    vera.sees("Предлагают участие: 7А, № 5 в списке");
    vera.sees("Рисует, ищет единомышленников");
    const shown = vera.last();
    await vera.taps("Принять");
    vera.sees("Принято");
    await w.later(MINUTE);
    nina.sees("Куратор согласен");
    const link = nina.link();
    const liza = await w.guest("Лиза", link);
    liza.sees("приглашает");
    const row = await w.database.db.membership.findUniqueOrThrow({ where: { id: listed } });
    expect(await w.personOf(liza.id)).toBe(row.personId);
    // A second tap on the old message decides nothing anew.
    const button = shown.buttons.flat().find(({ text }) => text === "Пока нет");
    if (button?.kind === "callback") w.emulator.forgeTap(vera.id, shown.id, button.data);
    await w.settle();
    vera.sees("Принято");
    expect(await w.database.db.referral.findMany({ select: { status: true } })).toEqual([{ status: "accepted" }]);
    await w.later(31 * DAY);
    expect(await w.database.db.referral.findMany({ select: { reason: true } })).toEqual([{ reason: "" }]);
  });

  it("a mentor proposes by class alone, and is told kindly that there is no place", async () => {
    w = await schoolWorld(engine);
    const vera = await named("Вера", "curator", "Лугова Вера");
    const mentor = await w.guest("Олег", await w.link("mentor"));
    await pupil("Ясенева", "7А", 5);
    await mentor.says("/refer");
    expect(mentor.buttons()).not.toContain("7А");
    await mentor.says("10А");
    await mentor.says("Хочет в инженеры");
    await w.later(MINUTE);
    await vera.taps("Пока нет");
    await w.later(MINUTE);
    mentor.sees("Сейчас место не нашлось");
    const row = await w.database.db.membership.findFirstOrThrow({ where: { rowNumber: 5 } });
    await forge(mentor, `staff.refer-row:${row.id}`);
    mentor.sees(REFUSED);
  });

  it("a decision about a pupil can be taken back for a minute: it waits again, and the link that it made is dead", async () => {
    w = await schoolWorld(engine);
    const vera = await named("Вера", "curator", "Лугова Вера");
    const nina = await named("Нина", "staff", "Орлова Нина");
    await nina.says("/refer");
    await nina.says("10А");
    await nina.says("Хочет в инженеры");
    await w.later(MINUTE);
    await vera.taps("Принять");
    vera.sees(/Узнает 1 человек: сегодня в \d+:\d\d\. До этого можно отменить\./);
    await vera.taps("Отменить");
    vera.sees("Отменено. Никто об этом не узнал.");
    const open = { status: "open", decidedAt: null, decidedById: null, invitationId: null };
    expect(await w.database.db.referral.findFirstOrThrow()).toMatchObject(open);
    const made = await w.database.db.invitation.findFirstOrThrow({ where: { role: "mentee", label: "10А" } });
    expect(made.revokedAt).not.toBeNull();
    await w.later(DAY);
    nina.seesNot("Куратор согласен");
    await vera.taps("Назад");
    await vera.taps("Пока нет");
    await w.later(MINUTE);
    nina.sees("Сейчас место не нашлось");
    await vera.taps("Отменить");
    vera.sees("Отменить уже нельзя: сообщение ушло. Знают: Орлова Нина.");
    expect(await w.database.db.referral.findFirstOrThrow()).toMatchObject({ status: "declined" });
  });

  it("notes of an interview are the curators' own: written, read, deleted for good", async () => {
    w = await schoolWorld(engine);
    const vera = await named("Вера", "curator", "Лугова Вера");
    const nina = await named("Нина", "staff", "Орлова Нина");
    const mine = await pupil("Ясенева", "7А");
    await vera.says("/start");
    await forge(vera, `bank.more:${mine}`);
    await vera.taps("Заметки о беседе");
    await vera.taps("Новая заметка");
    await vera.says("Любит <b>кошек</b>");
    vera.sees("Любит <b>кошек</b>");
    const note = await w.database.db.note.findFirstOrThrow();
    for (const data of [`staff.notes:${mine}`, `staff.note-erase:${note.id}`]) {
      await forge(nina, data);
      nina.sees(REFUSED);
    }
    await vera.taps("Удалить заметку 1");
    vera.sees("Заметок пока нет");
    expect(await w.database.db.note.count()).toBe(0);
  });
});
