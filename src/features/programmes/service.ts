/** Use cases of schools and programmes: who sees which, whom the owner names, what is kept for later. */
import type { Clock } from "#core/clock.ts";
import type { Standing } from "#core/contribution.ts";
import type { PersonId, ProgrammeId, SchoolId } from "#core/ids.ts";
import type { People } from "#features/people/index.ts";
import type { Database, Db } from "#platform/db/index.ts";
import type { Contents } from "#platform/files/content.ts";
import { createCodes } from "./codes.service.ts";
import type { Programme, Refused, School } from "./model.ts";
import { createSettings } from "./settings.service.ts";
import { countInSchools, countPeople, findProgramme, findSchool, listProgrammes, listSchools } from "./store.ts";
import { createWizard } from "./wizard.service.ts";

/** A school on the owner's list. */
export type SchoolLine = School & { programmes: number; curators: number };

export type RoadmapFile = { bytes: Uint8Array; name: string; mime: string };
export type RoadmapKept =
  | { kind: "kept" | "again"; draftId: string }
  | { kind: "tooBig" }
  | { kind: "empty" }
  | Refused;
export type CuratorLink = { kind: "link"; school: School; token: string; expiresAt: Date } | Refused;

export type ProgrammesParts = {
  database: Database;
  clock: Clock;
  people: Pick<
    People,
    | "authorise"
    | "record"
    | "standingsOf"
    | "createInvitation"
    | "openInvitation"
    | "tokenOf"
    | "countNamed"
    | "eraseNames"
  >;
  contents: Contents;
  /** IANA zone that a new school is proposed. */
  timeZone?: string;
};

const ids = <Id>(standings: Standing[], pick: (standing: Standing) => Id | null): Id[] => [
  ...new Set(standings.map(pick).filter((id) => id !== null)),
];

/** What others ask about schools and programmes; rights are asked of by those who act. */
function createReading({ people }: ProgrammesParts) {
  const isOwner = async (db: Db, personId: PersonId): Promise<boolean> =>
    (await people.standingsOf(db, personId)).some(({ role }) => role === "owner");

  async function curated(db: Db, personId: PersonId): Promise<SchoolId[]> {
    const standings = await people.standingsOf(db, personId);
    return ids(
      standings.filter(({ role }) => role === "curator"),
      ({ schoolId }) => schoolId,
    );
  }

  async function withCounts(db: Db, schools: School[]): Promise<SchoolLine[]> {
    const counts = await countInSchools(
      db,
      schools.map(({ id }) => id),
    );
    return schools.map((school) => ({ ...school, ...(counts.get(school.id) ?? { programmes: 0, curators: 0 }) }));
  }

  return {
    find: (db: Db, id: ProgrammeId): Promise<Programme | null> => findProgramme(db, id),
    findSchool: (db: Db, id: SchoolId): Promise<School | null> => findSchool(db, id),
    isOwner,
    countPeople,
    withCounts,

    /** The programmes that this person has a role in, and all of the schools whose curator the person is. */
    listFor: async (db: Db, personId: PersonId): Promise<Programme[]> => {
      const standings = await people.standingsOf(db, personId);
      const programmes = ids(standings, ({ programmeId }) => programmeId);
      return listProgrammes(db, { schools: await curated(db, personId), programmes });
    },
    /** All programmes of a school, in the order in which they came. */
    inSchool: (db: Db, id: SchoolId): Promise<Programme[]> => listProgrammes(db, { schools: [id], programmes: [] }),
    /** All schools for the owner, their own for curators. */
    schoolsFor: async (db: Db, personId: PersonId): Promise<SchoolLine[]> => {
      const which = (await isOwner(db, personId)) ? "all" : await curated(db, personId);
      return withCounts(db, await listSchools(db, which));
    },
  };
}

export function createProgrammes(parts: ProgrammesParts) {
  const { database, clock, people, contents } = parts;
  const wizard = createWizard(parts);
  const { withCounts, ...reading } = createReading(parts);

  return {
    ...reading,
    ...createSettings(parts),
    ...createCodes(parts),
    wizard,

    /** A school with its programmes; null when there is none, or the person may not see it. */
    seeSchool: async (
      personId: PersonId,
      id: SchoolId,
    ): Promise<{ school: SchoolLine; programmes: Programme[] } | null> => {
      const { db } = database;
      const school = await findSchool(db, id);
      if (!school || !(await people.authorise(db, personId, "school.see", { kind: "school", id }))) return null;
      const [line] = await withCounts(db, [school]);
      return line ? { school: line, programmes: await reading.inSchool(db, id) } : null;
    },

    /** A programme that the person may run; null when there is none, or it is somebody else's. */
    open: async (personId: PersonId, id: ProgrammeId): Promise<Programme | null> => {
      const programme = await findProgramme(database.db, id);
      if (!programme) return null;
      const may = await people.authorise(database.db, personId, "programme.edit", { kind: "programme", id });
      return may ? programme : null;
    },

    /**
     * Keeps a roadmap for the programme that the person is setting up in this school: the file belongs to the draft's id,
     * which becomes the programme's. "again": it is there already.
     */
    keepRoadmap: (personId: PersonId, schoolId: SchoolId, file: RoadmapFile): Promise<RoadmapKept> =>
      database.tx(async (tx) => {
        const draft = await wizard.openIn(tx, personId, "programme", schoolId);
        if (!draft) return { kind: "refused" };
        const subject = { kind: "programme", id: draft.id };
        const before = await contents.list(tx, subject);
        const stored = await contents.put(tx, { ...file, subject, personId });
        if (stored.kind !== "stored") return { kind: stored.kind };
        const { id, hash } = stored.attachment;
        if (before.some((one) => one.hash === hash)) {
          await contents.erase(tx, { id });
          return { kind: "again", draftId: draft.id };
        }
        const deed = { subjectKind: subject.kind, subjectId: subject.id, act: "roadmap-kept", after: id };
        await people.record(tx, { actorId: personId, ...deed, at: clock.now() });
        return { kind: "kept", draftId: draft.id };
      }),

    /** The personal link by which a curator of this school comes in: the same one until somebody has used it. */
    inviteCurator: (personId: PersonId, schoolId: SchoolId): Promise<CuratorLink> =>
      database.tx(async (tx) => {
        const school = await findSchool(tx, schoolId);
        const subject = { kind: "school", id: schoolId } as const;
        if (!school || !(await people.authorise(tx, personId, "curator.invite", subject))) return { kind: "refused" };
        const now = clock.now();
        const place = { role: "curator", schoolId, programmeId: null } as const;
        const known = await people.openInvitation(tx, place, now);
        const invitation = known ?? (await people.createInvitation(tx, { ...place, createdById: personId }, now));
        return { kind: "link", school, token: people.tokenOf(invitation), expiresAt: invitation.expiresAt };
      }),
  };
}

export type Programmes = ReturnType<typeof createProgrammes>;
