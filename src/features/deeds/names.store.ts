/** How people are called in the words of a programme, whoever they are. */
import type { PersonId, ProgrammeId, SchoolId } from "#core/ids.ts";
import { shownName } from "#features/people/index.ts";
import { NAMINGS, type Naming, type PersonName } from "#features/people/model.ts";
import type { Db } from "#platform/db/index.ts";
import { type Names, OWNER } from "./history.model.ts";

type Row = PersonName & {
  id: string;
  erasedAt: Date | null;
  memberships: { role: string; code: string; programmeId: string | null; schoolId: string | null }[];
};

/** The membership by which somebody is known in the programme: in it, or above it in its school. */
const nearest = ({ memberships }: Row, programmeId: ProgrammeId | null, schoolId: SchoolId | null) =>
  memberships.find((one) => programmeId !== null && one.programmeId === programmeId) ??
  memberships.find((one) => schoolId !== null && one.programmeId === null && one.schoolId === schoolId);

/** Who is neither of the programme nor of its school is called by a code; the owner by the role. */
function called(row: Row, naming: Naming, near: Row["memberships"][number] | undefined): string | null {
  if (row.erasedAt) return null;
  if (near) return shownName(row, near, naming) || null;
  if (row.memberships.some(({ role }) => role === "owner")) return OWNER;
  return row.memberships[0]?.code ?? null;
}

/** The names of these people as the programme shows them: in codes mode their codes. */
export async function listNames(db: Db, programmeId: ProgrammeId | null, ids: readonly PersonId[]): Promise<Names> {
  const programme = programmeId
    ? await db.programme.findUnique({ where: { id: programmeId }, select: { naming: true, schoolId: true } })
    : null;
  const naming: Naming = NAMINGS.find((known) => known === programme?.naming) ?? "initial";
  const rows = await db.person.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      familyName: true,
      givenName: true,
      patronymic: true,
      erasedAt: true,
      memberships: {
        select: { role: true, code: true, programmeId: true, schoolId: true },
        orderBy: { createdAt: "asc" },
      },
    },
  });
  const names: Names = new Map(ids.map((id) => [id, null]));
  for (const row of rows) {
    names.set(row.id, called(row, naming, nearest(row, programmeId, programme?.schoolId ?? null)));
  }
  return names;
}

export const nameIn = (names: Names, id: PersonId): string | null => names.get(id) ?? null;
