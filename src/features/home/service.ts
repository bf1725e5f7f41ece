/** Reads where a person is: the phone, the roles, the one next step. */
import type { Guide } from "#core/contribution.ts";
import type { AccountId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { Locale } from "#core/screen.ts";
import {
  type ListeningStep,
  NAMINGS,
  type Naming,
  type People,
  type Person,
  type PhonePerson,
  type Standing,
  shownName,
  voiceIn,
} from "#features/people/index.ts";
import type { Database } from "#platform/db/index.ts";
import type { Texts } from "#platform/i18n.ts";
import type { ProgrammeFacts, RolePlace, Whereabouts } from "./model.ts";
import { nextOf, strictest } from "./rules.ts";

type Outside = {
  database: Database;
  people: Pick<People, "peopleOn" | "standingsOf" | "membership" | "find" | "voiceOf" | "wardsOf">;
  programmes: ProgrammeFacts;
  texts: Texts;
  guides: Guide[];
};

export function createWhereabouts({ database, people, programmes, texts, guides }: Outside) {
  const { db } = database;

  async function placeOf(standing: Standing, person: Person, locale: Locale, now: Date): Promise<RolePlace> {
    const { programmeId, schoolId, role } = standing;
    const programme = programmeId ? await programmes.find(db, programmeId) : null;
    const school = programme?.school ?? (schoolId ? await programmes.findSchool(db, schoolId) : null);
    const voice = programme
      ? voiceIn(programme, { role, birthYear: person.birthYear }, now.getUTCFullYear())
      : ({ track: "pupils", address: "vy" } as const);
    const of = programmeId ? await roleOf(standing, programmeId) : "";
    return { standing, programme, school, t: texts.voice({ locale, ...voice }), ...(of === "" ? {} : { of }) };
  }

  /** «Лиза П., 7А»: whose guardian here; the post of staff; nothing for the others. */
  async function roleOf({ role, personId, membershipId }: Standing, programmeId: ProgrammeId): Promise<string> {
    if (role === "staff") return (await people.membership(db, membershipId))?.post ?? "";
    if (role !== "guardian") return "";
    const names: string[] = [];
    for (const { childId } of await people.wardsOf(db, personId)) {
      const [child, standings] = [await people.find(db, childId), await people.standingsOf(db, childId)];
      const here = standings.find((one) => one.programmeId === programmeId);
      const membership = here && (await people.membership(db, here.membershipId));
      if (!child || !here || !membership) continue;
      const name = shownName(child, membership, (await namingOf(here)) ?? "full");
      names.push(membership.className === "" ? name : `${name}, ${membership.className}`);
    }
    return names.join("; ");
  }

  async function namingOf(standing: Standing): Promise<Naming | undefined> {
    const programme = standing.programmeId ? await programmes.find(db, standing.programmeId) : null;
    return NAMINGS.find((known) => known === programme?.naming);
  }

  return {
    /** Who speaks from this phone now and what they are here, read anew: a link may just have been opened. */
    whereIs: async (accountId: AccountId, spoken: Locale, now: Date): Promise<Whereabouts> => {
      const phone = await people.peopleOn(db, accountId);
      const person = phone.find(({ current }) => current)?.person;
      const locale = person?.locale ?? spoken;
      const t = texts.voice({ locale });
      if (!person) return { kind: "stranger", t };
      const shared = phone.length > 1;
      const standings = await people.standingsOf(db, person.id);
      const places: RolePlace[] = [];
      for (const standing of standings) places.push(await placeOf(standing, person, locale, now));
      const [first] = places;
      if (first) return { kind: "here", person, shared, t: first.t, places };
      // Who has left is spoken to as before.
      return { kind: "guest", person, shared, t: texts.voice({ locale, ...(await people.voiceOf(person.id, now)) }) };
    },

    /** The next step in a role: of all that features name, the one that comes first. */
    nextStep: async (place: RolePlace, now: Date): Promise<ListeningStep | null> => {
      const steps: ListeningStep[] = [];
      for (const guide of guides) {
        const step = await guide(db, place.standing, place.t, now);
        if (step) steps.push(step);
      }
      return nextOf(steps);
    },

    /** How the person's programmes show names: of several ways the one that shows least; null when no programme has a say. */
    namingFor: async (personId: PersonId): Promise<Naming | null> => {
      const namings = await Promise.all((await people.standingsOf(db, personId)).map(namingOf));
      const known = namings.filter((naming) => naming !== undefined);
      return known.length > 0 ? strictest(known) : null;
    },

    /** What the others on a shared phone, and the person, may see as the name; empty when there is neither name nor code. */
    callName: async (person: Person): Promise<string> => {
      const standings = await people.standingsOf(db, person.id);
      const namings = await Promise.all(standings.map(namingOf));
      const first = standings[0] ? await people.membership(db, standings[0].membershipId) : null;
      return shownName(
        person,
        { code: first?.code ?? "" },
        strictest(namings.filter((naming) => naming !== undefined)),
      );
    },

    peopleOn: (accountId: AccountId): Promise<PhonePerson[]> => people.peopleOn(db, accountId),
    find: (personId: PersonId): Promise<Person | null> => people.find(db, personId),
  };
}

export type WhereaboutsService = ReturnType<typeof createWhereabouts>;
