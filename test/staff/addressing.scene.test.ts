import { afterEach, describe, expect, it } from "vitest";
import { MINUTE } from "#core/clock.ts";
import { type SchoolWorld, schoolWorld } from "#test/home/school.ts";
import type { Actor } from "#test/support/actor.ts";
import { engines } from "#test/support/engines.ts";

describe.each(engines)("one person in several roles, on %s", (engine) => {
  let w: SchoolWorld;
  afterEach(() => w.close());

  async function named(name: string, role: "curator" | "staff", full: string): Promise<Actor> {
    const one = await w.guest(name, await w.link(role));
    await one.says(full);
    return one;
  }
  /** A teacher proposes a pupil; the curator will hear of it. */
  async function propose(actor: Actor): Promise<void> {
    await actor.says("/refer");
    await actor.says("9В");
    await actor.says("Собирает роботов");
    await w.later(MINUTE);
  }

  it("a message that nobody asked for says in which role it speaks, when there are several", async () => {
    w = await schoolWorld(engine);
    const vera = await named("Вера", "curator", "Лугова Вера");
    const nina = await named("Нина", "staff", "Орлова Нина");
    await propose(nina);
    vera.sees("Собирает роботов");
    vera.seesNot("Вам как куратору");
    await vera.opens(await w.link("staff"));
    await vera.taps("Это я");
    await propose(nina);
    vera.sees("Вам как куратору · Школа № 7");
    await vera.taps("Пока нет");
    await w.later(MINUTE);
    nina.sees("Сейчас место не нашлось");
    nina.seesNot("Вам как");
  });

  it("on a shared phone it says for whom", async () => {
    w = await schoolWorld(engine);
    const vera = await named("Вера", "curator", "Лугова Вера");
    const nina = await named("Нина", "staff", "Орлова Нина");
    await nina.opens(await w.link("mentor"));
    await nina.taps("Другой человек");
    const person = await w.database.db.person.findFirstOrThrow({ where: { familyName: "Орлова" } });
    w.emulator.forgeTap(nina.id, nina.last().id, `home.who:${person.id}`);
    await w.settle();
    await propose(nina);
    await vera.taps("Принять");
    await w.later(MINUTE);
    nina.sees("Это для: Орлова Нина");
    nina.sees("Вам как сотруднику · Точка роста");
  });

  it("/start offers the roles: the parent's with the child's name and class, the teacher's with the post", async () => {
    w = await schoolWorld(engine, { naming: "initial" });
    const liza = await w.guest("Лиза", await w.link("mentee"));
    const lizaId = await w.personOf(liza.id);
    const { db } = w.database;
    await db.person.update({ where: { id: lizaId }, data: { familyName: "Петрова", givenName: "Лиза" } });
    await db.membership.updateMany({ where: { personId: lizaId }, data: { className: "7А" } });
    const mother = await w.guest("Анна", await w.link("staff"));
    await mother.says("Петрова Анна");
    await db.membership.updateMany({ where: { role: "staff" }, data: { post: "Педагог-психолог" } });
    await mother.opens(await w.link("guardian", { childId: lizaId }));
    await mother.taps("Это я");
    await mother.says("/start");
    mother.sees("родитель (Лиза П., 7А)");
    mother.sees("Педагог-психолог: «Точка роста»");
    expect(mother.buttons()).toContain("Я здесь как родитель · Лиза П., 7А · Точка роста");
    await mother.taps("Я здесь: Педагог-психолог");
    mother.sees("Вы здесь — Педагог-психолог");
  });
});
