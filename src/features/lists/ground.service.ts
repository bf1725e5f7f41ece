/** What lists stand on: what they are given, whether a person may, what waits for the curator's word. */
import type { Clock } from "#core/clock.ts";
import type { PersonId, ProgrammeId } from "#core/ids.ts";
import type { Jobs } from "#features/jobs/index.ts";
import type { Act, People } from "#features/people/index.ts";
import type { Programme, Programmes } from "#features/programmes/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Group, ListDraft, ListWords, Waiting } from "./model.ts";
import * as store from "./store.ts";

export type ListsOutside = {
  database: Database;
  clock: Clock;
  people: People;
  programmes: Pick<Programmes, "find">;
  jobs: Pick<Jobs, "enqueue">;
  words: ListWords;
};

/** Rights and drafts, for all that lists do. */
export function createGround({ database, clock, people, programmes }: ListsOutside) {
  const { db } = database;
  const programmeFor = async (personId: PersonId, id: ProgrammeId, act: Act): Promise<Programme | null> =>
    (await people.authorise(db, personId, act, { kind: "programme", id })) ? await programmes.find(db, id) : null;

  async function listFor(personId: PersonId, listId: string, act: Act) {
    const list = await store.findList(db, listId);
    const programme = await programmeFor(personId, list?.programmeId ?? "", act);
    return list && programme ? { list, programme } : null;
  }

  async function waitingFor(personId: PersonId, draftId: string): Promise<Waiting | "stale" | null> {
    const found = await store.findDraft(db, personId, draftId);
    if (!found) return "stale";
    const programme = await programmeFor(personId, found.draft.programmeId, "list.edit");
    return programme && { ...found, programme, known: await knownClasses(db, found.draft) };
  }

  const deed = (actorId: PersonId, programmeId: ProgrammeId, act: string, many: number) => ({
    ...{ actorId, subjectKind: "programme", subjectId: programmeId, act, after: String(many) },
    at: clock.now(),
  });
  return { programmeFor, listFor, waitingFor, deed };
}

export type Ground = ReturnType<typeof createGround>;

/** Of what is about to be made, the classes of which there are lists already. */
export async function knownClasses(db: Db, draft: ListDraft): Promise<string[]> {
  if (draft.kind !== "new") return [];
  const lists = await store.listLists(db, draft.programmeId);
  const same = (group: Group) =>
    lists.some(({ label, role }) => label === group.label && role === (group.role ?? role));
  return [...new Set(draft.groups.filter((group) => group.label !== "" && same(group)).map(({ label }) => label))];
}
