import { afterEach, describe, expect, it } from "vitest";
import { DAY } from "#core/clock.ts";
import { newId } from "#core/ids.ts";
import { press } from "#core/screen.ts";
import { type SchoolWorld, schoolWorld } from "#test/home/school.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";
import { curator, listed, unhurried } from "./people.ts";

/** A helper of the programme, with this permission or with none. */
async function helper(w: SchoolWorld, name: string, permission?: { kind: string; value: string }): Promise<Actor> {
  const actor = unhurried(w, await w.guest(name, await w.link("staff")));
  await actor.says("Тихонова Нина Олеговна");
  if (!permission) return actor;
  const { db } = w.database;
  const staff = await db.membership.findFirstOrThrow({
    where: { role: "staff", personId: await w.personOf(actor.id) },
  });
  await db.permission.create({
    data: { id: newId(), membershipId: staff.id, ...permission, createdAt: w.clock.now() },
  });
  return actor;
}

describe.each(engines)("typing somebody's name, on %s", (engine) => {
  let w: SchoolWorld;
  afterEach(() => w.close());

  it("a curator finds by surname with a typo, yo, order, beginning and code", async () => {
    w = await schoolWorld(engine);
    await listed(w, { name: "Семёнова Анна Ильинична", className: "7 А" });
    await listed(w, { name: "Ветров Пётр", className: "9 Б" });
    await listed(w, { name: "Ветрова Дарья", className: "5 В", role: "mentor" });
    const vera = await curator(w);
    for (const typed of [
      "Семёнова",
      "семенова",
      "АННА семенова",
      "Сименова",
      "Семнова",
      "Семнеова",
      "Семенвоа",
      "семе",
      "Y-01",
      "у01",
      "У 1",
    ]) {
      await vera.says(typed);
      vera.sees("Семёнова Анна Ильинична");
    }
    await vera.says("ветров");
    vera.sees("Нашлось 2 человека");
    expect(vera.last().protected).toBe(true);
    expect(vera.buttons().slice(0, 2)).toEqual(["Ветров Пётр, 9 Б · наставляемый", "Ветрова Дарья, 5 В · наставник"]);
    await vera.taps("Ветрова Дарья");
    vera.sees("Ветрова Дарья");
    vera.sees("5 В");
    await vera.says("Кракозяброва");
    vera.sees("никого не нашлось");
    vera.sees("одна опечатка не помешает");
    await vera.says("Когда у нас следующая встреча с наставником?");
    vera.seesNot("следующая встреча с наставником?» никого не нашлось");
  });

  it("in codes mode only a code finds", async () => {
    w = await schoolWorld(engine, { naming: "code" });
    const { personId } = await listed(w, { name: "Ветрова Анна", role: "mentor" });
    expect(personId).not.toBe("");
    const vera = await curator(w);
    for (const typed of ["Н-01", "н01", "H-01", "h 1"]) {
      await vera.says(typed);
      vera.sees("H-01");
      expect(vera.buttons()).toContain("Ещё…");
    }
    await vera.says("Ветрова");
    vera.sees("программа идёт по кодам");
    vera.seesNot("Ветрова Анна");
  });

  it("nobody else finds anybody: another school's curator, a helper without the right, a mentee", async () => {
    w = await schoolWorld(engine);
    await listed(w, { name: "Ветрова Анна", className: "7 А" });
    const { db } = w.database;
    const foreign = newId();
    await db.school.create({
      data: {
        id: foreign,
        name: "Лицей",
        city: "Омск",
        timeZone: "Asia/Omsk",
        locale: "ru",
        createdAt: w.clock.now(),
        rev: 1,
      },
    });
    const wanted = { role: "curator" as const, schoolId: foreign, programmeId: null, createdById: null };
    const invitation = await w.database.tx((tx) => w.people.createInvitation(tx, wanted, w.clock.now()));
    const olga = await w.guest("Олег", `https://t.me/tropa_bot?start=${w.people.tokenOf(invitation)}`);
    const nina = await helper(w, "Нина");
    const mentee = await w.guest("Коля", await w.link("mentee"));
    for (const actor of [olga, nina, mentee]) {
      await actor.says("Ветрова");
      await actor.says("Y-01");
      actor.seesNot(/Ветрова Анна|7 А/);
    }
  });

  it("a helper who may enter finds, and enters, in the own class only", async () => {
    w = await schoolWorld(engine);
    await listed(w, { name: "Ветрова Анна", className: "7 А" });
    const other = await listed(w, { name: "Ветрова Дарья", className: "9 Б", born: 2000 });
    const nina = await helper(w, "Нина", { kind: "enter", value: "7 А" });
    await nina.says("Ветрова");
    nina.sees("Ветрова Анна");
    nina.seesNot("Дарья");
    expect(nina.buttons()).toContain("Внести согласие с бумаги");
    const { id } = nina.last();
    const forged = [
      press("behalf.open", other.membershipId),
      press("behalf.consent", other.membershipId),
      press("behalf.signed", other.membershipId, other.personId),
      press("behalf.dated", other.membershipId, other.personId, "20261101"),
      press("behalf.enter", other.membershipId, other.personId, "20261101", 1),
      press("run.enter", other.membershipId, "words"),
      press("behalf.told", other.membershipId, 0),
      press("behalf.tell", w.programmeId, 0),
      press("behalf.open", newId()),
      press("behalf.enter", newId(), newId(), "20261101", 1),
    ];
    for (const data of forged) {
      w.emulator.forgeTap(nina.id, id, data);
      await w.settle();
      await w.clock.advance(1_000);
      nina.seesNot("Дарья");
    }
    expect(await w.database.db.consent.count()).toBe(0);
    expect(await w.database.db.run.count()).toBe(0);
    expect(await w.database.db.history.count({ where: { act: "told" } })).toBe(0);
  });

  it("somebody who is no guardian of the child signs nothing", async () => {
    w = await schoolWorld(engine);
    const child = await listed(w, { name: "Ветрова Анна", className: "3 А", born: 2016 });
    const stranger = await listed(w, { name: "Лисин Борис", born: 1980, role: "mentor" });
    const vera = await curator(w);
    await vera.says("ветрова");
    w.emulator.forgeTap(
      vera.id,
      vera.last().id,
      press("behalf.enter", child.membershipId, stranger.personId, "20261101", 1),
    );
    await w.settle();
    expect(await w.database.db.consent.count()).toBe(0);
    expect(await w.database.db.guardianship.count()).toBe(0);
  });
});

describe.each(engines)("whom to tell in person, on %s", (engine) => {
  let w: SchoolWorld;
  afterEach(() => w.close());

  it("lists people without a chat by class, is ticked once, and comes on Monday at 8:00 while somebody is left", async () => {
    w = await schoolWorld(engine);
    const anna = await listed(w, { name: "Ветрова Анна", className: "9 Б", born: 2009 });
    await listed(w, { name: "Лисин Борис", className: "5 А", born: 2000 });
    const vera = await curator(w);
    await vera.says("/start");
    await vera.taps("Списки");
    await vera.taps("Кому сказать лично");
    vera.sees("2 человека");
    expect(vera.last().text.indexOf("5 А")).toBeLessThan(vera.last().text.indexOf("9 Б"));
    vera.sees("Ветрова Анна (без чата): ждём согласия; ждём согласия родителя");
    await vera.taps("Сказано: Ветрова Анна");
    vera.sees("1 человек");
    const { db } = w.database;
    const [tick] = await db.history.findMany({ where: { act: "told" } });
    expect(tick).toMatchObject({
      subjectId: anna.membershipId,
      actorId: await w.personOf(vera.id),
      onBehalfOf: anna.personId,
    });

    await w.later(DAY / 2);
    const before = vera.count();
    await w.later(3 * DAY);
    const monday = vera
      .texts()
      .slice(before)
      .filter((text) => text.includes("На этой неделе 1 человеку"));
    expect(monday).toHaveLength(1);
    const [sent] = await db.notice.findMany({ where: { kind: "behalf.weekly", status: "sent" } });
    expect(sent?.notBefore.toISOString()).toBe("2026-11-23T05:00:00.000Z");
    await vera.taps("Кому и что сказать");
    await vera.taps("Сказано: Лисин Борис");
    vera.sees("всем уже сказали");
    const after = vera.count();
    await w.later(8 * DAY);
    expect(
      vera
        .texts()
        .slice(after)
        .filter((text) => text.includes("На этой неделе")),
    ).toEqual([]);
    expect(await db.notice.count({ where: { kind: "behalf.weekly", status: "dropped" } })).toBe(1);
  });
});
