/** Whose names may be known here: nobody's whose every role is in a programme that runs on codes. */
import type { PersonId, ProgrammeId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import { NO_NAME } from "./names.rules.ts";

const usesNames = { OR: [{ programmeId: null }, { programme: { naming: { not: "code" } } }] };

/** Whether a name of this person may be asked and kept. Who has no role yet is not forbidden one. */
export async function mayBeNamed(db: Db, personId: PersonId): Promise<boolean> {
  if ((await db.membership.count({ where: { personId, ...usesNames } })) > 0) return true;
  return (await db.membership.count({ where: { personId } })) === 0;
}

const NAMED = { OR: [{ familyName: { not: "" } }, { givenName: { not: "" } }, { search: { not: "" } }] };
/** A role elsewhere in which the name is used: in another programme with names, or above programmes. */
const elsewhere = (programmeId: ProgrammeId) => ({
  OR: [{ programmeId: null }, { programme: { id: { not: programmeId }, naming: { not: "code" } } }],
});

/** Of the named people of a programme: how many are named nowhere else, and how many are. */
export async function countNamed(db: Db, programmeId: ProgrammeId): Promise<{ here: number; elsewhere: number }> {
  const all = await db.person.count({ where: { ...NAMED, memberships: { some: { programmeId } } } });
  const here = await db.person.count({
    where: { ...NAMED, memberships: { some: { programmeId }, none: elsewhere(programmeId) } },
  });
  return { here, elsewhere: all - here };
}

/** Erases the names of those whose every other role does without; gives how many there were. */
export async function eraseNames(tx: Db, programmeId: ProgrammeId): Promise<number> {
  const rows = await tx.person.findMany({
    where: { ...NAMED, memberships: { some: { programmeId }, none: elsewhere(programmeId) } },
    select: { id: true },
  });
  for (const { id } of rows) await tx.person.update({ where: { id }, data: { ...NO_NAME, search: "" } });
  return rows.length;
}
