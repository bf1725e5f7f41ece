/** Helpers, their posts and permissions. */
import { type InvitationId, type MembershipId, newId, type PersonId, type ProgrammeId } from "#core/ids.ts";
import { PERMISSIONS, type PermissionKind, shownName } from "#features/people/index.ts";

import type { Db } from "#platform/db/index.ts";
import type { Given, HelperLine } from "./model.ts";

const PERSON = { select: { familyName: true, givenName: true, patronymic: true } } as const;
const GIVEN = { where: { endedAt: null }, orderBy: { createdAt: "asc" } } as const;

type PermissionRow = { id: string; kind: string; value: string };

const givenOf = (rows: PermissionRow[]): Given[] =>
  rows.flatMap(({ id, kind, value }) => {
    const known = PERMISSIONS.find((one) => one === kind);
    return known ? [{ id, kind: known, value }] : [];
  });

const findRows = (db: Db, where: { programmeId: ProgrammeId } | { id: MembershipId }) =>
  db.membership.findMany({
    where: { ...where, role: "staff", status: "active" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { person: PERSON, permissions: GIVEN },
  });

const helperOf = (row: Awaited<ReturnType<typeof findRows>>[number]): HelperLine[] =>
  row.programmeId === null
    ? []
    : [
        {
          membershipId: row.id,
          personId: row.personId,
          programmeId: row.programmeId,
          name: shownName(row.person, row, "full"),
          post: row.post,
          quiet: row.quiet,
          given: givenOf(row.permissions),
        },
      ];

export const listHelpers = async (db: Db, programmeId: ProgrammeId): Promise<HelperLine[]> =>
  (await findRows(db, { programmeId })).flatMap(helperOf);

export async function findHelper(db: Db, id: MembershipId): Promise<HelperLine | null> {
  const [row] = await findRows(db, { id });
  return (row && helperOf(row)[0]) ?? null;
}

/** False when it stood so already. */
export async function saveQuiet(tx: Db, id: MembershipId, quiet: boolean): Promise<boolean> {
  return (await tx.membership.updateMany({ where: { id, quiet: !quiet }, data: { quiet } })).count === 1;
}

type NewPermission = { membershipId: MembershipId; kind: PermissionKind; value: string; createdById: PersonId };

/** False when it was given already. */
export async function savePermission(tx: Db, wanted: NewPermission, now: Date): Promise<boolean> {
  const { membershipId, kind, value } = wanted;
  const known = await tx.permission.findFirst({ where: { membershipId, kind, value, endedAt: null } });
  if (known) return false;
  await tx.permission.create({ data: { id: newId(), ...wanted, createdAt: now } });
  return true;
}

export async function findPermission(db: Db, id: string): Promise<(Given & { membershipId: MembershipId }) | null> {
  const row = await db.permission.findFirst({ where: { id, endedAt: null } });
  const [given] = row ? givenOf([row]) : [];
  return row && given ? { ...given, membershipId: row.membershipId } : null;
}

export async function endPermission(tx: Db, id: string, now: Date): Promise<boolean> {
  return (await tx.permission.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } })).count === 1;
}

/** A helper whose role ends keeps nothing that would wake up with it. */
export async function endPermissions(tx: Db, membershipId: MembershipId, now: Date): Promise<void> {
  await tx.permission.updateMany({ where: { membershipId, endedAt: null }, data: { endedAt: now } });
}

/** The classes of those who are or will be in the programme. */
export async function listClassNames(db: Db, programmeId: ProgrammeId): Promise<string[]> {
  const where = { programmeId, role: { in: ["mentee", "mentor"] }, className: { not: "" } };
  return (await db.membership.findMany({ where, distinct: ["className"], select: { className: true } })).map(
    ({ className }) => className,
  );
}

/** The full name of each of these people, or the code of a role of theirs. */
export async function namesOf(db: Db, ids: PersonId[]): Promise<Map<PersonId, string>> {
  const rows = await db.person.findMany({
    where: { id: { in: ids } },
    include: { memberships: { select: { code: true }, orderBy: { createdAt: "asc" }, take: 1 } },
  });
  return new Map(rows.map((row) => [row.id, shownName(row, { code: row.memberships[0]?.code ?? "" }, "full")]));
}

export async function nameOf(db: Db, id: PersonId): Promise<string> {
  return (await namesOf(db, [id])).get(id) ?? "";
}

/** Open to-dos of the school's programmes, and the open absences in which this person stands in. */
export async function countOpen(
  db: Db,
  programmeIds: ProgrammeId[],
  personId: PersonId,
): Promise<{ todos: number; standsIn: number }> {
  const todos = await db.todo.count({ where: { programmeId: { in: programmeIds }, doneAt: null } });
  const standsIn = await db.absence.count({ where: { deputyId: personId, endedAt: null } });
  return { todos, standsIn };
}

/** The link for a helper with this post that this person has just made and nobody has used. */
export const findNewLink = (
  db: Db,
  { since, ...of }: { programmeId: ProgrammeId; createdById: PersonId; post: string; quiet: boolean; since: Date },
): Promise<{ id: InvitationId } | null> =>
  db.invitation.findFirst({
    where: { ...of, role: "staff", used: 0, revokedAt: null, createdAt: { gte: since } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
