/** From a sent file to the curator's word: nothing is made before it, and no name is kept at any moment. */
import type { PersonId, ProgrammeId } from "#core/ids.ts";
import type { Programme } from "#features/programmes/index.ts";
import type { Db } from "#platform/db/index.ts";
import { type Ground, knownClasses, type ListsOutside } from "./ground.service.ts";
import {
  countRows,
  type Differences,
  differences,
  groupsOf,
  isSentBack,
  needsRole,
  withClass,
  withRole,
} from "./groups.rules.ts";
import type { Doubt, Group, ListDraft, ListedRole, Refused, Waiting } from "./model.ts";
import { readList } from "./reading.rules.ts";
import * as store from "./store.ts";

type Sheet = { name: string; rows: string[][] };

/** What a sent file came to. */
export type Taken =
  | { kind: "new"; waiting: Waiting; doubts: Doubt[] }
  | { kind: "changes"; waiting: Waiting; doubts: Doubt[]; found: Differences }
  /** A list sent back in which nothing was corrected. */
  | { kind: "unchanged"; programme: Programme }
  /** Names, where the programme keeps codes: nothing of it was read further. */
  | { kind: "names"; programme: Programme }
  /** No row in it says anything. */
  | { kind: "nothing"; programme: Programme }
  | Refused;

export type Moved = { kind: "waiting"; waiting: Waiting } | { kind: "stale" } | Refused;
export type Done =
  | { kind: "made"; programme: Programme; lists: string[]; people: number }
  | { kind: "stale" }
  | Refused;

const refused = { kind: "refused" } as const;
const LONGEST_CLASS = 20;

export function createTaking({ database, clock, people, words }: ListsOutside, ground: Ground) {
  const { db } = database;

  async function keep(personId: PersonId, programme: Programme, draft: ListDraft): Promise<Waiting> {
    const id = await database.tx((tx) => store.saveDraft(tx, personId, draft, clock.now()));
    return { id, rev: 1, draft, programme, known: await knownClasses(db, draft) };
  }

  async function move(
    personId: PersonId,
    draftId: string,
    rev: number,
    change: (draft: Group[]) => Group[],
  ): Promise<Moved> {
    const waiting = await ground.waitingFor(personId, draftId);
    if (waiting === "stale" || waiting === null) return { kind: waiting ?? "refused" };
    const { draft } = waiting;
    const next: ListDraft =
      draft.kind === "new" ? { ...draft, groups: change(draft.groups) } : { ...draft, added: change(draft.added) };
    const moved = await database.tx((tx) => store.moveDraft(tx, { id: draftId, rev }, next, clock.now()));
    if (!moved) return { kind: "stale" };
    return { kind: "waiting", waiting: { ...waiting, rev: rev + 1, draft: next, known: await knownClasses(db, next) } };
  }

  /** Makes lists out of groups that all have a role; one transaction with the draft's end. */
  async function make(tx: Db, personId: PersonId, programme: Programme, groups: Group[]): Promise<string[]> {
    const made: string[] = [];
    const place = { schoolId: programme.schoolId, programmeId: programme.id };
    const wanted = groups.flatMap(({ rows }) => rows.flatMap(({ code }) => (code === null ? [] : [code])));
    const taken = new Set(wanted.length > 0 ? await store.takenCodes(tx, programme.id, wanted) : []);
    for (const { role, label, rows } of groups) {
      if (role === null) throw new Error("a list without a role");
      const list = { programmeId: programme.id, role, label, createdById: personId };
      const listId = await store.insertList(tx, list, clock.now());
      // A code that somebody has is given anew: two people never share one.
      const free = rows.map((row) => (row.code !== null && taken.has(row.code) ? { ...row, code: null } : row));
      await people.createListed(tx, { place, role, listId, rows: free }, personId, clock.now());
      made.push(listId);
    }
    return made;
  }

  return {
    /** Reads what was sent. Of names nothing is kept, not even until the confirmation. */
    take: async (personId: PersonId, programmeId: ProgrammeId, sheets: Sheet[]): Promise<Taken> => {
      const programme = await ground.programmeFor(personId, programmeId, "list.edit");
      if (!programme) return refused;
      const { rows, doubts, named } = readList(sheets, words);
      if (programme.naming === "code" && named) return { kind: "names", programme };
      if (rows.length === 0) return { kind: "nothing", programme };
      const known = await store.listKnown(db, programmeId);
      if (!isSentBack(known, rows)) {
        const draft: ListDraft = { kind: "new", programmeId, groups: groupsOf(rows) };
        return { kind: "new", waiting: await keep(personId, programme, draft), doubts };
      }
      const found = differences(known, rows);
      const { changed, removed, added } = found;
      if (changed.length + removed.length + added.length + found.stay.length + found.strange.length === 0)
        return { kind: "unchanged", programme };
      const draft: ListDraft = { kind: "changes", programmeId, changed, removed, added };
      return { kind: "changes", waiting: await keep(personId, programme, draft), doubts, found };
    },

    waiting: async (personId: PersonId, draftId: string): Promise<Moved> => {
      const waiting = await ground.waitingFor(personId, draftId);
      return waiting === "stale" || waiting === null ? { kind: waiting ?? "refused" } : { kind: "waiting", waiting };
    },

    setRole: (personId: PersonId, draftId: string, rev: number, role: ListedRole): Promise<Moved> =>
      move(personId, draftId, rev, (groups) => withRole(groups, role)),

    setClass: (personId: PersonId, draftId: string, rev: number, typed: string): Promise<Moved> =>
      move(personId, draftId, rev, (groups) => withClass(groups, typed.trim().slice(0, LONGEST_CLASS))),

    /** Makes what was shown. Tapped twice it is made once. */
    confirm: async (personId: PersonId, draftId: string, rev: number): Promise<Done> => {
      const waiting = await ground.waitingFor(personId, draftId);
      if (waiting === "stale" || waiting === null) return { kind: waiting ?? "refused" };
      const { draft, programme } = waiting;
      const groups = draft.kind === "new" ? draft.groups : draft.added;
      if (needsRole(groups)) return { kind: "stale" };
      return await database.tx(async (tx): Promise<Done> => {
        if (!(await store.moveDraft(tx, { id: draftId, rev }, draft, clock.now()))) return { kind: "stale" };
        await store.deleteDraft(tx, draftId);
        const lists = await make(tx, personId, programme, groups);
        if (draft.kind === "changes") {
          for (const { membershipId, className, post } of draft.changed)
            await store.saveRow(tx, membershipId, { className, post });
          await store.deleteUntouched(tx, { membershipIds: draft.removed });
        }
        const act = draft.kind === "new" ? "list-added" : "list-corrected";
        await people.record(tx, ground.deed(personId, programme.id, act, countRows(groups)));
        return { kind: "made", programme, lists, people: countRows(groups) };
      });
    },

    discard: async (personId: PersonId, draftId: string): Promise<Programme | null> => {
      const waiting = await ground.waitingFor(personId, draftId);
      if (waiting === "stale" || waiting === null) return null;
      await database.tx((tx) => store.deleteDraft(tx, draftId));
      return waiting.programme;
    },
  };
}
