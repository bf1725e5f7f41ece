import { newId, type PersonId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import { NAMINGS, type Naming, type Person, type PersonName, type Standing } from "./model.ts";
import { hasName, NO_NAME, searchOf } from "./names.rules.ts";
import { personOf } from "./rows.store.ts";

export async function findPerson(db: Db, id: PersonId): Promise<Person | null> {
  const row = await db.person.findFirst({ where: { id, erasedAt: null } });
  return row && personOf(row);
}

export async function findPersons(db: Db, ids: PersonId[]): Promise<Person[]> {
  const rows = await db.person.findMany({ where: { id: { in: ids }, erasedAt: null } });
  return rows.map(personOf);
}

export async function createPerson(tx: Db, now: Date, id: PersonId = newId()): Promise<Person> {
  return personOf(await tx.person.create({ data: { id, ...NO_NAME, search: "", createdAt: now } }));
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

/** The person of a standing, with how the programme shows names; null programme facts for roles above programmes. */
export async function findFacts(
  db: Db,
  { personId, programmeId }: Standing,
): Promise<{ person: Person; naming: Naming | null; track: string | null } | null> {
  const person = await findPerson(db, personId);
  if (!person) return null;
  const programme = programmeId
    ? await db.programme.findUnique({ where: { id: programmeId }, select: { naming: true, track: true } })
    : null;
  const naming = NAMINGS.find((known) => known === programme?.naming) ?? null;
  return { person, naming, track: programme?.track ?? null };
}

/** What is kept about a person, counted. */
export async function keptOf(db: Db, personId: PersonId) {
  const person = await findPerson(db, personId);
  return {
    name: person !== null && hasName(person),
    birthYear: person?.birthYear != null,
    roles: await db.membership.count({ where: { personId } }),
    phones: await db.accountPerson.count({ where: { personId } }),
  };
}
