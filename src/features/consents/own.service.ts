/** What somebody is asked about: for oneself and for children, and the whole text of each. */
import type { MembershipId, PersonId } from "#core/ids.ts";
import type { Locale } from "#core/screen.ts";
import type { People } from "#features/people/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Cases, OpenCase } from "./cases.service.ts";
import type { Guardians } from "./guardians.service.ts";
import { type ConsentKind, KINDS, type Subject } from "./model.ts";
import type { Read, View } from "./outcomes.model.ts";
import { listSubjects, listSubjectsOf } from "./store.ts";

type Parts = {
  database: Database;
  people: Pick<People, "authorise">;
  cases: Cases;
  guardians: Guardians;
  /** The case for one who may decide in it. */
  see(db: Db, personId: PersonId, id: MembershipId, kind: ConsentKind): Promise<OpenCase | null>;
};

export function createOwn({ database, people, cases, guardians, see }: Parts) {
  async function viewsOf(
    db: Db,
    personId: PersonId,
    subjects: Subject[],
    kinds: readonly ConsentKind[],
  ): Promise<View[]> {
    const views: View[] = [];
    for (const subject of subjects)
      for (const kind of kinds) {
        const found = await cases.open(db, personId, subject, kind);
        if (found) views.push(found.view);
      }
    return views;
  }

  return {
    /** The needed consent of each participation of this person, or of this one alone. */
    own: async (db: Db, personId: PersonId, membershipId?: MembershipId): Promise<View[]> => {
      const all = await listSubjectsOf(db, [personId]);
      const subjects = all.filter((one) => one.active && (!membershipId || one.membershipId === membershipId));
      return await viewsOf(db, personId, subjects, ["data"]);
    },

    /** All kinds that this participant can be asked about, for one who has a say in them; empty for anybody else. */
    about: async (personId: PersonId, id: MembershipId): Promise<View[]> => {
      const { db } = database;
      const may = await people.authorise(db, personId, "consent.decide", { kind: "membership", id });
      const subjects = may ? await listSubjects(db, [id]) : [];
      return await viewsOf(
        db,
        personId,
        subjects.filter(({ active }) => active),
        KINDS,
      );
    },

    /** What this person may be asked about: for oneself, and for children. */
    mine: async (personId: PersonId): Promise<{ own: View[]; wards: View[] }> => {
      const { db } = database;
      const subjects = (await listSubjectsOf(db, [personId])).filter(({ active }) => active);
      return { own: await viewsOf(db, personId, subjects, ["data"]), wards: await guardians.wards(db, personId) };
    },

    /** The whole text for the one who is asked. */
    read: async (personId: PersonId, id: MembershipId, kind: ConsentKind, locale: Locale): Promise<Read> => {
      const found = await see(database.db, personId, id, kind);
      if (!found) return { kind: "refused" };
      const { view } = found;
      if (!view.asked) return { kind: "notAsked", view };
      return { kind: "document", view, shown: await cases.shownTo(database.db, view, locale) };
    },
  };
}
