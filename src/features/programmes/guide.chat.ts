/** What programmes contribute to `/start`: where the owner and the curators stand. */
import type { Standing } from "#core/contribution.ts";
import type { PersonId, ProgrammeId, SchoolId } from "#core/ids.ts";
import type { T } from "#core/screen.ts";
import type { ListeningStep } from "#features/people/index.ts";
import type { Db } from "#platform/db/index.ts";
import { ROADMAP_TALK } from "./roadmap.chat.ts";
import type { Programmes } from "./service.ts";
import { firstScreen, type ProgrammeLink, programmeScreen, programmesScreen, schoolsScreen } from "./view.ts";
import { draftWaiting } from "./wizard.view.ts";

/** Something is to be set up before anything else can happen; or all runs and this is the way in. */
const RANK = { setUp: 40, running: 85 } as const;

type Parts = { programmes: Programmes; programmeLinks(programmeId: ProgrammeId): ProgrammeLink[] };

export function createProgrammesGuide({ programmes, programmeLinks }: Parts) {
  async function toOwner(db: Db, personId: PersonId, t: T): Promise<ListeningStep> {
    const schools = await programmes.schoolsFor(db, personId);
    return { rank: schools.length === 0 ? RANK.setUp : RANK.running, screen: schoolsScreen(t, schools) };
  }

  async function toCurator(db: Db, personId: PersonId, schoolId: SchoolId, t: T): Promise<ListeningStep | null> {
    const school = await programmes.findSchool(db, schoolId);
    if (!school) return null;
    const all = await programmes.inSchool(db, schoolId);
    const [only, ...more] = all;
    if (only) {
      const links = programmeLinks(only.id);
      const counts = await programmes.countPeople(db, only.id);
      const screen =
        more.length > 0 ? programmesScreen(t, school, all) : programmeScreen(t, { programme: only, counts, links });
      return { rank: RANK.running, screen };
    }
    const draft = await programmes.wizard.unfinished(db, personId, "programme", schoolId);
    if (draft) return { rank: RANK.setUp, screen: draftWaiting(t, draft, school) };
    return {
      rank: RANK.setUp,
      screen: firstScreen(t, school),
      listen: { talk: ROADMAP_TALK, args: { school: schoolId } },
    };
  }

  /** See `Guide`. */
  return async (db: Db, { role, personId, schoolId }: Standing, t: T): Promise<ListeningStep | null> => {
    if (role === "owner") return await toOwner(db, personId, t);
    return role === "curator" && schoolId ? await toCurator(db, personId, schoolId, t) : null;
  };
}
