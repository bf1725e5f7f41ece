import { newId, type PersonId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import type { Person, PersonName } from "./model.ts";
import { NO_NAME, searchOf } from "./names.rules.ts";
import { personOf } from "./rows.store.ts";

export async function findPerson(db: Db, id: PersonId): Promise<Person | null> {
  const row = await db.person.findFirst({ where: { id, erasedAt: null } });
  return row && personOf(row);
}

export async function findPersons(db: Db, ids: PersonId[]): Promise<Person[]> {
  const rows = await db.person.findMany({ where: { id: { in: ids }, erasedAt: null } });
  return rows.map(personOf);
}

export async function createPerson(tx: Db, now: Date): Promise<Person> {
  return personOf(await tx.person.create({ data: { id: newId(), ...NO_NAME, search: "", createdAt: now } }));
}

export async function saveName(tx: Db, id: PersonId, name: PersonName): Promise<void> {
  await tx.person.updateMany({ where: { id }, data: { ...name, search: searchOf(name) } });
}

/** Keeps the year when none is kept yet; false: one was. */
export async function saveFirstBirthYear(tx: Db, id: PersonId, birthYear: number): Promise<boolean> {
  const { count } = await tx.person.updateMany({ where: { id, birthYear: null }, data: { birthYear } });
  return count === 1;
}

export async function saveBirthYear(tx: Db, id: PersonId, birthYear: number): Promise<void> {
  await tx.person.updateMany({ where: { id }, data: { birthYear } });
}
