/** The curator's dated list: what is to be done, who is away, whose data go when; and the term until they go. */
import { after, type Clock, DAY } from "#core/clock.ts";
import type { PersonId, ProgrammeId } from "#core/ids.ts";
import { dateIn } from "#core/when.ts";
import { type People, type Person, shownName } from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import { listOpenIn } from "./erasures.store.ts";
import type { Leaving, Todo, Todos } from "./model.ts";
import { LONGEST_TERM } from "./rules.ts";
import { findErasureDays, listAway, listTodos, saveDone, saveErasureDays } from "./store.ts";

export type TodosParts = {
  database: Database;
  clock: Clock;
  people: Pick<People, "authorise" | "may" | "findMany" | "membership" | "record">;
  programmes: Pick<Programmes, "find">;
};

/** Who stopped is named for so long. */
const RECENTLY = 30 * DAY;

export function createTodos({ database, clock, people, programmes }: TodosParts) {
  async function named(db: Db, programme: Programme): Promise<Todo[]> {
    const rows = await listTodos(db, programme.id);
    const persons = await people.findMany(
      db,
      rows.flatMap(({ personId }) => personId ?? []),
    );
    const byId = new Map<PersonId, Person>(persons.map((person) => [person.id, person]));
    const todos: Todo[] = [];
    for (const { personId, ...row } of rows) {
      const person = personId ? byId.get(personId) : undefined;
      const membership = person ? await people.membership(db, row.membershipId) : null;
      const name = person && membership ? shownName(person, membership, programme.naming) : "";
      todos.push({ ...row, name });
    }
    return todos;
  }

  async function leavingIn(db: Db, { id, naming, school }: Programme): Promise<Leaving[]> {
    const erasures = new Map((await listOpenIn(db, id)).map((one) => [one.personId, one.dueAt]));
    const rows = await listAway(db, id, after(clock.now(), -RECENTLY), [...erasures.keys()]);
    return rows.map((row): Leaving => {
      const due = erasures.get(row.personId);
      const role = row.role === "mentor" ? "mentor" : "mentee";
      const who = { membershipId: row.id, name: shownName(row.person, row, naming), role } as const;
      if (due) return { ...who, state: "erasing", on: dateIn(due, school.timeZone) };
      if (row.status === "paused") return { ...who, state: "paused", on: row.pausedUntil };
      return { ...who, state: "stopped", on: row.endedAt && dateIn(row.endedAt, school.timeZone) };
    });
  }

  const may = (db: Db, personId: PersonId, id: ProgrammeId) =>
    people.authorise(db, personId, "todo.do", { kind: "programme", id });

  return {
    /** Null when the programme is not this person's to lead. */
    list: async (personId: PersonId, id: ProgrammeId): Promise<Todos | null> => {
      const { db } = database;
      const programme = await programmes.find(db, id);
      if (!programme || !(await may(db, personId, id))) return null;
      const today = dateIn(clock.now(), programme.school.timeZone);
      return { programme, today, todos: await named(db, programme), leaving: await leavingIn(db, programme) };
    },

    /** Of what a notice speaks: what is due by its day, or what came of one leaving; null when nothing of it is left to do. */
    news: async (db: Db, personId: PersonId, id: ProgrammeId, slot: string) => {
      const programme = await programmes.find(db, id);
      const [what = "", ...rest] = slot.split("-");
      if (!programme || !(await people.may(db, personId, "todo.do", { kind: "programme", id }))) return null;
      const today = dateIn(clock.now(), programme.school.timeZone);
      const all = await named(db, programme);
      const meant = (todo: Todo) =>
        what === "due" ? todo.dueOn <= rest.join("-") : slot.startsWith(`new-${todo.membershipId}-`);
      const todos = all.filter(meant);
      return todos.length > 0 ? { programme, today, todos } : null;
    },

    /** How many things are to be done; 0 when it is nobody's business. */
    count: async (db: Db, personId: PersonId, id: ProgrammeId): Promise<number> =>
      (await people.may(db, personId, "todo.do", { kind: "programme", id })) ? (await listTodos(db, id)).length : 0,

    mayLead: (db: Db, personId: PersonId, id: ProgrammeId): Promise<boolean> =>
      people.may(db, personId, "todo.do", { kind: "programme", id }),

    /** «Сделано»; twice is once. False when it is not this person's. */
    done: async (personId: PersonId, id: ProgrammeId, todo: string): Promise<boolean> =>
      await database.tx(async (tx) => {
        if (!(await may(tx, personId, id))) return false;
        if (await saveDone(tx, todo, id, personId, clock.now())) {
          const deed = { subjectKind: "programme", subjectId: id, act: "todo-done", after: todo, at: clock.now() };
          await people.record(tx, { actorId: personId, ...deed });
        }
        return true;
      }),

    /** How many days withdrawn data are kept; null when it is not this person's to know. */
    term: async (personId: PersonId, id: ProgrammeId): Promise<{ programme: Programme; days: number } | null> => {
      const { db } = database;
      const programme = await programmes.find(db, id);
      if (!programme || !(await people.authorise(db, personId, "programme.edit", { kind: "programme", id })))
        return null;
      return { programme, days: (await findErasureDays(db, id)) ?? LONGEST_TERM };
    },
    /** Counts for withdrawals from now on; what is planned keeps its day. */
    setTerm: async (personId: PersonId, id: ProgrammeId, days: number): Promise<boolean> =>
      await database.tx(async (tx) => {
        if (!(await people.authorise(tx, personId, "programme.edit", { kind: "programme", id }))) return false;
        if (days < 1 || days > LONGEST_TERM) return false;
        const before = await findErasureDays(tx, id);
        if (before === days) return true;
        await saveErasureDays(tx, id, days);
        const deed = { subjectKind: "programme", subjectId: id, act: "set-erasure", at: clock.now() };
        await people.record(tx, { actorId: personId, ...deed, before: String(before), after: String(days) });
        return true;
      }),
  };
}

export type TodosService = ReturnType<typeof createTodos>;
