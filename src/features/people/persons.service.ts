/** Names and years of birth, as people give them. */
import type { Clock } from "#core/clock.ts";
import type { PersonId } from "#core/ids.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { PersonsDoor, RightsDoor } from "./door.model.ts";
import { countNamed, eraseNames, mayBeNamed } from "./known-names.store.ts";
import type { NameSaved, RecordDeed } from "./model.ts";
import { isBirthYear, readName } from "./names.rules.ts";
import * as persons from "./persons.store.ts";

/** For the guide: who is asked, and how the programme shows names. For `/privacy`: what is kept. */
export { findFacts as factsOf, keptOf } from "./persons.store.ts";

type Outside = { database: Database; clock: Clock; rights: RightsDoor; record: RecordDeed };

export function createPersons({ database, clock, rights, record }: Outside): Omit<PersonsDoor, "setLocale"> {
  const isYear = (year: number): boolean => isBirthYear(year, clock.now().getUTCFullYear());
  /** The history says that something of the person changed, not what it says. */
  const changed = (actorId: PersonId, subjectId: PersonId, act: string) => ({
    actorId,
    onBehalfOf: actorId === subjectId ? null : subjectId,
    subjectKind: "person",
    subjectId,
    act,
    at: clock.now(),
  });

  /** The name as typed, kept when it is one and may be. */
  const saveRead = async (tx: Db, personId: PersonId, typed: string): Promise<NameSaved> => {
    const read = readName(typed);
    if (read.kind === "odd") return read;
    if (!(await mayBeNamed(tx, personId))) return { kind: "odd", why: "codes" };
    await persons.saveName(tx, personId, read.name);
    return { kind: "saved", name: read.name };
  };

  const nameFor: PersonsDoor["nameFor"] = async (tx, actorId, personId, typed) => {
    const saved = await saveRead(tx, personId, typed);
    if (saved.kind === "saved") await record(tx, changed(actorId, personId, "named"));
    return saved;
  };

  return {
    find: persons.findPerson,
    findMany: persons.findPersons,
    create: persons.createPerson,
    correctName: async (tx, actorId, personId, typed) => {
      if (!(await rights.authorise(tx, actorId, "person.correct", { kind: "person", id: personId })))
        return { kind: "forbidden" };
      const saved = await saveRead(tx, personId, typed);
      if (saved.kind === "saved") await record(tx, changed(actorId, personId, "name-corrected"));
      return saved;
    },
    setName: (personId, typed) => database.tx((tx) => nameFor(tx, personId, personId, typed)),
    nameFor,
    mayBeNamed: (personId) => mayBeNamed(database.db, personId),
    countNamed,
    eraseNames,
    setBirthYear: async (personId, birthYear) => {
      if (!isYear(birthYear)) return { kind: "odd" };
      return await database.tx(async (tx) => {
        if (await persons.saveFirstBirthYear(tx, personId, birthYear)) {
          await record(tx, { ...changed(personId, personId, "birth-year"), after: String(birthYear) });
          return { kind: "saved", birthYear };
        }
        const kept = (await persons.findPerson(tx, personId))?.birthYear ?? birthYear;
        return kept === birthYear ? { kind: "saved", birthYear } : { kind: "kept", birthYear: kept };
      });
    },
    correctBirthYear: (actorId, personId, birthYear) =>
      database.tx(async (tx) => {
        if (!(await rights.authorise(tx, actorId, "person.correct", { kind: "person", id: personId })))
          return { kind: "forbidden" };
        if (!isYear(birthYear)) return { kind: "odd" };
        const before = (await persons.findPerson(tx, personId))?.birthYear;
        await persons.saveBirthYear(tx, personId, birthYear);
        const years = { before: before ? String(before) : null, after: String(birthYear) };
        await record(tx, { ...changed(actorId, personId, "birth-year"), ...years });
        return { kind: "saved", birthYear };
      }),
  };
}
