/** The history of a person or a programme, for a curator. */
import type { MembershipId, PersonId, ProgrammeId } from "#core/ids.ts";
import type { People } from "#features/people/index.ts";
import type { Subject } from "#features/people/model.ts";
import type { Database } from "#platform/db/index.ts";
import type { History } from "./history.model.ts";
import { aboutMembership, aboutProgramme, findCard, findZone, listLines } from "./history.store.ts";
import { listNames } from "./names.store.ts";

const PAGE = 10;

type Outside = { database: Pick<Database, "db">; people: Pick<People, "authorise"> };
type Asked = Pick<History, "of"> & { personId: PersonId | null; programmeId: ProgrammeId };

export function createHistory({ database: { db }, people }: Outside) {
  const mayOn = (readerId: PersonId, subject: Subject) => people.authorise(db, readerId, "history.see", subject);

  async function read({ of, personId, programmeId }: Asked, wanted: number): Promise<History | null> {
    const place = await findZone(db, programmeId);
    if (!place) return null;
    const about = personId ? await aboutMembership(db, of.id, personId) : await aboutProgramme(db, programmeId);
    const first = await listLines(db, about, { skip: Math.max(0, wanted) * PAGE, take: PAGE });
    const pages = Math.max(1, Math.ceil(first.count / PAGE));
    const page = Math.min(Math.max(0, wanted), pages - 1);
    const { lines } = page === wanted ? first : await listLines(db, about, { skip: page * PAGE, take: PAGE });
    const met = lines.flatMap(({ actorId, onBehalfOf }) => [actorId, onBehalfOf]).filter((id) => id !== null);
    const names = await listNames(db, programmeId, [...new Set([...met, ...(personId ? [personId] : [])])]);
    const name = personId ? (names.get(personId) ?? null) : "";
    return { of, name, ...place, lines, names, page, pages };
  }

  return {
    /** Of a participant's card; null when it is not for this reader. */
    ofCard: async (readerId: PersonId, id: MembershipId, page: number): Promise<History | null> => {
      if (!(await mayOn(readerId, { kind: "membership", id }))) return null;
      const card = await findCard(db, id);
      if (!card?.programmeId) return null;
      const { personId, programmeId } = card;
      return await read({ of: { kind: "membership", id }, personId, programmeId }, page);
    },

    ofProgramme: async (readerId: PersonId, id: ProgrammeId, page: number): Promise<History | null> =>
      (await mayOn(readerId, { kind: "programme", id }))
        ? await read({ of: { kind: "programme", id }, personId: null, programmeId: id }, page)
        : null,
  };
}

export type Histories = ReturnType<typeof createHistory>;
