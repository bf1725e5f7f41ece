/** Looks for people among those whom the asker may see or enter something for. */
import type { PersonId } from "#core/ids.ts";
import type { People } from "#features/people/index.ts";
import type { Database } from "#platform/db/index.ts";
import type { Hit, Searched } from "./model.ts";
import { fitOfName, longestOf, patternsOf, readSought, type Sought, wordsIn } from "./search.rules.ts";
import { type Candidate, findByCodes, findByPatterns, listFound, listPlaces, type Place } from "./search.store.ts";

export type SearchParts = { database: Database; people: Pick<People, "standingsOf" | "may"> };

/** So many are listed; more are asked for more precisely. */
export const LISTED = 10;
/** A right over one class only is asked person by person, for so many at most. */
const ASKED = 60;

/** Roles in which one may be let to look at cards of others. */
const READERS = ["curator", "staff"];

type Scope = { whole: Place[]; part: Place[] };

export function createSearch({ database: { db }, people }: SearchParts) {
  /** Whether this person may open somebody there: the card, or what can be entered. */
  const mayFind = async (personId: PersonId, subject: { kind: "programme" | "membership"; id: string }) =>
    (await people.may(db, personId, "card.see", subject)) || (await people.may(db, personId, "run.enter", subject));

  /** Programmes in which this person may find everybody, and those where only some. */
  async function scopeOf(personId: PersonId): Promise<Scope> {
    const standings = (await people.standingsOf(db, personId)).filter(({ role }) => READERS.includes(role));
    const schools = standings.flatMap(({ role, schoolId }) => (role === "curator" && schoolId ? [schoolId] : []));
    const programmes = standings.flatMap(({ programmeId }) => (programmeId ? [programmeId] : []));
    const scope: Scope = { whole: [], part: [] };
    if (schools.length + programmes.length === 0) return scope;
    for (const place of await listPlaces(db, schools, programmes)) {
      const may = await mayFind(personId, { kind: "programme", id: place.id });
      scope[may ? "whole" : "part"].push(place);
    }
    return scope;
  }

  async function candidates(sought: Sought, places: Place[]): Promise<Candidate[]> {
    const idsOf = (some: Place[]) => some.map(({ id }) => id);
    if (sought.kind === "code") return await findByCodes(db, sought.codes, idsOf(places));
    const named = idsOf(places.filter(({ naming }) => naming !== "code"));
    if (named.length === 0) return [];
    const found = await findByPatterns(db, patternsOf(longestOf(sought.words)), named);
    return found
      .map((one) => ({ one, fit: fitOfName(sought.words, wordsIn(one.search)) }))
      .filter(({ fit }) => fit !== null)
      .toSorted((a, b) => (a.fit ?? 0) - (b.fit ?? 0) || a.one.search.localeCompare(b.one.search, "ru"))
      .map(({ one }) => one);
  }

  async function readable(personId: PersonId, found: Candidate[], { whole, part }: Scope): Promise<Candidate[]> {
    if (part.length === 0) return found;
    const open = new Set(whole.map(({ id }) => id));
    const allowed: Candidate[] = [];
    let asked = 0;
    for (const one of found) {
      if (open.has(one.programmeId)) allowed.push(one);
      else if (asked++ < ASKED) {
        if (await mayFind(personId, { kind: "membership", id: one.membershipId })) allowed.push(one);
      }
    }
    return allowed;
  }

  return {
    /** Those who fit, the best first; null when the words are no search or this person has nobody to look for. */
    search: async (personId: PersonId, text: string): Promise<Searched | null> => {
      const sought = readSought(text);
      if (!sought) return null;
      const scope = await scopeOf(personId);
      const places = [...scope.whole, ...scope.part];
      const found = places.length > 0 ? await readable(personId, await candidates(sought, places), scope) : [];
      const placeOf = new Map(places.map((place) => [place.id, place]));
      const shown = found.slice(0, LISTED);
      const programmeOf = new Map(shown.map((one) => [one.membershipId, placeOf.get(one.programmeId)]));
      const details = await listFound(
        db,
        shown.map(({ membershipId }) => membershipId),
      );
      const hits = details.flatMap((one): Hit[] => {
        const place = programmeOf.get(one.membershipId);
        return place ? [{ ...one, name: one, programmeId: place.id, naming: place.naming, title: place.title }] : [];
      });
      const [first] = hits;
      if (!first)
        return scope.whole.length === 0
          ? null
          : { kind: "none", codes: scope.whole.every(({ naming }) => naming === "code") };
      if (hits.length === 1) return { kind: "one", hit: first };
      const several = new Set(hits.map(({ programmeId }) => programmeId)).size > 1;
      return { kind: "many", hits, total: found.length, several };
    },
  };
}

export type Search = ReturnType<typeof createSearch>;
