/** How people are called in the words of a programme, whoever they are. */
import type { PersonId, ProgrammeId, SchoolId } from "#core/ids.ts";
import { shownName } from "#features/people/index.ts";
import { NAMINGS, type Naming, type PersonName } from "#features/people/model.ts";
import type { Db } from "#platform/db/index.ts";
import type { Names } from "./history.model.ts";

type Row = PersonName & {
  id: string;
  erasedAt: Date | null;
  memberships: { code: string; programmeId: string | null; schoolId: string | null }[];
};

const nearest = (row: Row, programmeId: ProgrammeId | null, schoolId: SchoolId | null): string => {
  const here = row.memberships.find((one) => programmeId !== null && one.programmeId === programmeId);
  const near = here ?? row.memberships.find((one) => schoolId !== null && one.schoolId === schoolId);
  return (near ?? row.memberships[0])?.code ?? "";
};

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
      memberships: { select: { code: true, programmeId: true, schoolId: true }, orderBy: { createdAt: "asc" } },
    },
  });
  const names: Names = new Map(ids.map((id) => [id, null]));
  for (const row of rows) {
    const code = nearest(row, programmeId, programme?.schoolId ?? null);
    if (!row.erasedAt) names.set(row.id, shownName(row, { code }, naming) || null);
  }
  return names;
}

export const nameIn = (names: Names, id: PersonId): string | null => names.get(id) ?? null;
