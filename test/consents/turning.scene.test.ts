import { afterEach, describe, expect, it } from "vitest";
import { engines } from "#test/support/engines.ts";
import { comes, DAY, decides, type Family, family, fromSchool, MINUTE, membershipOf } from "./family.ts";

const until = (w: Family, at: string) => w.later(new Date(at).getTime() - w.clock.now().getTime());

/** The housekeeping is hourly; nothing else happens in a school in January's first days. */
async function january(w: Family, day: number): Promise<void> {
  await until(w, `2027-01-${String(day).padStart(2, "0")}T06:30:00Z`);
  await w.later(2 * 60 * MINUTE);
  await w.later(MINUTE);
}

describe.each(engines)("coming to 14 and 18, on %s", (engine) => {
  let w: Family;
  afterEach(() => w.close());

  it("who turns 14 over New Year is asked in January, at ten and not at midnight; meanwhile all goes on, for 30 days", async () => {
    w = await family(engine);
    const anya = await comes(w, "Аня", 2012);
    const mother = await fromSchool(w, anya, "Ольга");
    await decides(mother, "Согласен");
    await w.later(MINUTE);
    await anya.taps("Продолжить");
    await anya.says("Рябинина Аня");
    await until(w, "2026-12-31T20:00:00Z");
    anya.seesNot("Теперь решаешь и ты");
    const before = anya.count();
    await until(w, "2027-01-01T06:00:00Z");
    expect(anya.count()).toBe(before);
    await anya.says("/start");
    anya.sees("Теперь решаешь и ты");
    anya.sees("До 30 января 2027 всё идёт как прежде");
    await january(w, 9);
    const asked = w.emulator.chat(anya.id).filter(({ text }) => text.includes("Теперь решаешь и ты"));
    expect(asked).toHaveLength(2);
    const id = await membershipOf(w, anya);
    const notice = await w.database.db.notice.findFirstOrThrow({ where: { kind: "consents.turned", subjectId: id } });
    expect(notice).toMatchObject({ status: "sent" });
    expect(notice.notBefore.toISOString()).toBe("2027-01-09T07:00:00.000Z");
    await w.vera.says("/start");
    await w.vera.taps("Наставляемые");
    await w.vera.taps("Рябинина Аня");
    w.vera.sees("Прежнее согласие действует до 30 января 2027");
    await anya.taps("Прочитать согласие");
    anya.sees("Согласие на обработку персональных данных");
    await anya.taps(/^Согласен$/);
    anya.sees("Твоё согласие записано");
    await w.later(DAY);
    expect(asked).toHaveLength(2);
  });

  it("when the thirty days are over without an answer, everything waits for it", async () => {
    w = await family(engine);
    const anya = await comes(w, "Аня", 2012);
    const mother = await fromSchool(w, anya, "Ольга");
    await decides(mother, "Согласен");
    await w.later(MINUTE);
    await anya.taps("Продолжить");
    await anya.says("Рябинина Аня");
    await until(w, "2027-01-30T09:00:00Z");
    await anya.says("/start");
    anya.sees("До 30 января");
    await until(w, "2027-01-31T09:00:00Z");
    await anya.says("/start");
    anya.sees("Сначала — согласие");
  });

  it("who turns 18 decides anew and alone: the former consents end with January", async () => {
    w = await family(engine);
    const boris = await comes(w, "Борис", 2008);
    await decides(boris, "Согласен");
    const father = await fromSchool(w, boris, "Отец");
    await decides(father, "Согласен");
    await w.later(MINUTE);
    await boris.taps("Продолжить");
    await boris.says("Кедров Борис");
    await january(w, 9);
    boris.sees("Теперь решаешь ты");
    await boris.taps("Прочитать согласие");
    await boris.taps(/^Согласен$/);
    await until(w, "2027-02-02T09:00:00Z");
    await boris.says("/start");
    boris.seesNot("Сначала — согласие на обработку");
    const rows = await w.database.db.consent.findMany({ where: { givenAs: "self" } });
    expect(rows).toHaveLength(2);
    await father.says("Кедров Илья");
    father.sees("решает сам");
  });
});
