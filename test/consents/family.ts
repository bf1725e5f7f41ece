/** The words of which the scenes about consents are told. */
import { type SchoolWorld, schoolWorld } from "#test/home/school.ts";
import type { Actor } from "#test/support/actor.ts";

export type Family = SchoolWorld & { vera: Actor };

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** A school with its curator and with a phone and a site. */
export async function family(...given: Parameters<typeof schoolWorld>): Promise<Family> {
  const w = await schoolWorld(...given);
  const contacts = { phone: "+7 4822 00-00-00", site: "school7.example.ru" };
  await w.database.db.school.update({ where: { id: w.schoolId }, data: contacts });
  const vera = await w.guest("Вера", await w.link("curator"));
  await vera.says("Лугова Вера Павловна");
  return Object.assign(w, { vera });
}

/** It is November 2026: who was born in 2013 is treated as 12, in 2012 as 13, in 2010 as 15. */
export async function comes(w: SchoolWorld, name: string, birthYear: number, className = ""): Promise<Actor> {
  const actor = await w.guest(name, await w.link("mentee"));
  await actor.says(String(birthYear));
  await actor.taps("Да, верно");
  const personId = await w.personOf(actor.id);
  await w.database.db.membership.updateMany({ where: { personId }, data: { className } });
  return actor;
}

export async function decides(actor: Actor, decision: "Согласен" | "Не согласен"): Promise<void> {
  await actor.taps("Прочитать согласие");
  await actor.taps(new RegExp(`^${decision}$`));
}

/** The child asks for the link, somebody opens it and decides. */
export async function answersFor(
  w: SchoolWorld,
  child: Actor,
  name: string,
  decision: "Согласен" | "Не согласен",
): Promise<Actor> {
  await child.taps("Ссылка для родителя");
  const somebody = await w.guest(name, child.link());
  await decides(somebody, decision);
  await w.later(3 * MINUTE);
  return somebody;
}

/** A guardian who comes by the school's own link. */
export async function fromSchool(w: SchoolWorld, child: Actor, name: string): Promise<Actor> {
  return await w.guest(name, await w.link("guardian", { childId: await w.personOf(child.id) }));
}

export const membershipOf = async (w: SchoolWorld, actor: Actor): Promise<string> => {
  const personId = await w.personOf(actor.id);
  const row = await w.database.db.membership.findFirstOrThrow({
    where: { personId, role: { in: ["mentee", "mentor"] } },
  });
  return row.id;
};
