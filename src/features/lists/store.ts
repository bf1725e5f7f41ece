/** Lists, what waits for a word, and who of a list has come. */
import { newId, type PersonId, type ProgrammeId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import {
  type Comer,
  DRAFT_KIND,
  draftSchema,
  type FreeRow,
  type Known,
  type ListDraft,
  type ListedRole,
  listedRoleSchema,
  type PeopleList,
} from "./model.ts";

/** One waits per person; the earlier one is forgotten. */
export async function saveDraft(tx: Db, personId: PersonId, draft: ListDraft, now: Date): Promise<string> {
  await tx.draft.deleteMany({ where: { personId, kind: DRAFT_KIND } });
  const id = newId();
  const data = JSON.stringify(draft);
  await tx.draft.create({ data: { id, personId, kind: DRAFT_KIND, data, rev: 1, createdAt: now, updatedAt: now } });
  return id;
}

/** The draft of this person; null when there is none such. */
export async function findDraft(
  db: Db,
  personId: PersonId,
  id: string,
): Promise<{ id: string; rev: number; draft: ListDraft } | null> {
  const row = await db.draft.findFirst({ where: { id, personId, kind: DRAFT_KIND } });
  return row && { id, rev: row.rev, draft: draftSchema.parse(JSON.parse(row.data)) };
}

/** What this person has sent there and not confirmed; null when nothing waits. */
export async function findWaiting(db: Db, personId: PersonId, programmeId: ProgrammeId): Promise<string | null> {
  const rows = await db.draft.findMany({ where: { personId, kind: DRAFT_KIND }, select: { id: true, data: true } });
  return rows.find(({ data }) => draftSchema.parse(JSON.parse(data)).programmeId === programmeId)?.id ?? null;
}

/** Writes a step; false when it has moved on meanwhile. */
export async function moveDraft(
  tx: Db,
  at: { id: string; rev: number },
  draft: ListDraft,
  now: Date,
): Promise<boolean> {
  const data = { data: JSON.stringify(draft), rev: at.rev + 1, updatedAt: now };
  return (await tx.draft.updateMany({ where: { id: at.id, rev: at.rev }, data })).count === 1;
}

export async function deleteDraft(tx: Db, id: string): Promise<void> {
  await tx.draft.deleteMany({ where: { id, kind: DRAFT_KIND } });
}

/** What nobody confirmed is forgotten. */
export async function deleteOldDrafts(tx: Db, before: Date): Promise<void> {
  await tx.draft.deleteMany({ where: { kind: DRAFT_KIND, updatedAt: { lt: before } } });
}

type NewList = { programmeId: ProgrammeId; role: ListedRole; label: string; createdById: PersonId };

export async function insertList(tx: Db, list: NewList, now: Date): Promise<string> {
  const id = newId();
  await tx.peopleList.create({ data: { id, ...list, createdAt: now } });
  return id;
}

/** A row whose person has a chat, or for whom something was done already. */
const CAME = { person: { accounts: { some: {} } } } as const;
const TOUCHED = {
  OR: [CAME, { runs: { some: {} } }, { person: { consents: { some: {} } } }, { checkedAt: { not: null } }],
};

type ListRow = { id: string; programmeId: string; role: string; label: string; createdAt: Date };

const withCounts = (row: ListRow, rows: number, came: number): PeopleList => ({
  ...row,
  role: listedRoleSchema.parse(row.role),
  rows,
  came,
});

const LIVE = { status: { not: "stopped" } } as const;

/** All lists of a programme that have rows, by class. */
export async function listLists(db: Db, programmeId: ProgrammeId): Promise<PeopleList[]> {
  const rows = await db.peopleList.findMany({
    where: { programmeId },
    orderBy: [{ label: "asc" }, { createdAt: "asc" }],
  });
  const listed = { listId: { not: null }, programmeId, ...LIVE };
  const all = await db.membership.groupBy({ by: ["listId"], where: listed, _count: { _all: true } });
  const came = await db.membership.groupBy({ by: ["listId"], where: { ...listed, ...CAME }, _count: { _all: true } });
  const count = (groups: typeof all, id: string) => groups.find(({ listId }) => listId === id)?._count._all ?? 0;
  return rows.map((row) => withCounts(row, count(all, row.id), count(came, row.id)));
}

export async function findList(db: Db, id: string): Promise<PeopleList | null> {
  const row = await db.peopleList.findUnique({ where: { id } });
  if (!row) return null;
  const rows = await db.membership.count({ where: { listId: id, ...LIVE } });
  return withCounts(row, rows, await db.membership.count({ where: { listId: id, ...LIVE, ...CAME } }));
}

const ROW = { id: true, personId: true, rowNumber: true, className: true, post: true, code: true } as const;

/** The rows of a list whose people have not come, in its order. */
export const listWaiting = (db: Db, listId: string) =>
  db.membership.findMany({ where: { listId, ...LIVE, NOT: CAME }, orderBy: { rowNumber: "asc" }, select: ROW });

/** The rows that nobody has touched: they may go without a trace. */
export async function deleteUntouched(
  tx: Db,
  which: { listId: string } | { membershipIds: string[] },
): Promise<{ gone: number }> {
  const where =
    "listId" in which ? { listId: which.listId } : { id: { in: which.membershipIds }, listId: { not: null } };
  const rows = await tx.membership.findMany({
    where: { ...where, NOT: TOUCHED },
    select: { id: true, personId: true },
  });
  const [ids, people] = [rows.map(({ id }) => id), rows.map(({ personId }) => personId)];
  for (let from = 0; from < rows.length; from += CHUNK) {
    const some = people.slice(from, from + CHUNK);
    await tx.membership.deleteMany({ where: { id: { in: ids.slice(from, from + CHUNK) } } });
    await tx.invitation.deleteMany({ where: { personId: { in: some }, used: 0 } });
    await tx.person.deleteMany({ where: { id: { in: some }, memberships: { none: {} } } });
  }
  return { gone: rows.length };
}

const CHUNK = 400;

/** Removes a list that has no rows any more; the people who came stay without it. */
export async function deleteList(tx: Db, id: string): Promise<void> {
  await tx.membership.updateMany({ where: { listId: id }, data: { listId: null } });
  await tx.peopleList.deleteMany({ where: { id } });
}

/** Links that were never used lead in until `expiresAt` again: the slips are printed anew. */
export async function renewLinks(tx: Db, listId: string, expiresAt: Date): Promise<void> {
  const rows = await tx.membership.findMany({ where: { listId }, select: { personId: true } });
  for (let from = 0; from < rows.length; from += CHUNK) {
    const personIds = rows.slice(from, from + CHUNK).map(({ personId }) => personId);
    await tx.invitation.updateMany({
      where: { personId: { in: personIds }, used: 0, revokedAt: null },
      data: { expiresAt },
    });
  }
}

/** The roles of which the programme has lists. */
export async function listedRoles(db: Db, programmeId: ProgrammeId): Promise<ListedRole[]> {
  const rows = await db.peopleList.findMany({ where: { programmeId }, distinct: ["role"], select: { role: true } });
  return rows.map(({ role }) => listedRoleSchema.parse(role));
}

/** Who came by a link for many into a role that has lists, and of whom nobody has said which row they are. */
export async function listComers(db: Db, programmeId: ProgrammeId): Promise<Comer[]> {
  const roles = await listedRoles(db, programmeId);
  const rows = await db.membership.findMany({
    where: {
      programmeId,
      role: { in: roles },
      listId: null,
      placedAt: null,
      ...LIVE,
      ...CAME,
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, personId: true, code: true, className: true, createdAt: true },
  });
  const used = await db.invitationUse.findMany({
    where: { personId: { in: rows.map(({ personId }) => personId) } },
    select: { personId: true, invitationId: true },
  });
  const many = await db.invitation.findMany({
    where: { id: { in: used.map(({ invitationId }) => invitationId) }, programmeId, cap: { gt: 1 } },
    select: { id: true },
  });
  const ofMany = new Set(many.map(({ id }) => id));
  const came = new Set(used.filter(({ invitationId }) => ofMany.has(invitationId)).map(({ personId }) => personId));
  return rows
    .filter(({ personId }) => came.has(personId))
    .map(({ id, createdAt, ...row }) => ({ ...row, membershipId: id, joinedAt: createdAt }));
}

export async function savePlaced(tx: Db, membershipId: string, now: Date): Promise<boolean> {
  const { count } = await tx.membership.updateMany({
    where: { id: membershipId, placedAt: null },
    data: { placedAt: now, rev: { increment: 1 } },
  });
  return count === 1;
}

/** The rows of a role's lists, those whose people have not come first, then by class and number. */
export async function listRows(
  db: Db,
  programmeId: ProgrammeId,
  role: string,
): Promise<(FreeRow & { came: boolean })[]> {
  const rows = await db.membership.findMany({
    where: { programmeId, role, listId: { not: null }, ...LIVE },
    select: {
      ...ROW,
      list: { select: { label: true } },
      person: { select: { accounts: { select: { accountId: true }, take: 1 } } },
    },
  });
  const read = rows.map(({ id, rowNumber, className, post, code, list, person }) => ({
    ...{ membershipId: id, number: rowNumber ?? 0, className, post, code },
    label: list?.label ?? "",
    came: person.accounts.length > 0,
  }));
  return read.toSorted(
    (one, other) =>
      Number(one.came) - Number(other.came) ||
      one.className.localeCompare(other.className) ||
      one.number - other.number,
  );
}

/** Everybody of the programme whom a list may speak of, with what it may correct. */
export async function listKnown(
  db: Db,
  programmeId: ProgrammeId,
): Promise<(Known & { personId: PersonId; number: number | null })[]> {
  const rows = await db.membership.findMany({
    where: { programmeId, role: { in: [...listedRoleSchema.options] }, ...LIVE },
    orderBy: [{ role: "asc" }, { className: "asc" }, { rowNumber: "asc" }, { code: "asc" }],
    select: {
      ...ROW,
      role: true,
      listId: true,
      person: { select: { accounts: { select: { accountId: true }, take: 1 } } },
    },
  });
  return rows.map(({ id, personId, role, rowNumber, className, post, code, person, listId }) => ({
    ...{ membershipId: id, personId, number: rowNumber, className, post, code },
    role: listedRoleSchema.parse(role),
    // Who came otherwise than by a list is not removed by one.
    came: person.accounts.length > 0 || listId === null,
  }));
}

export async function saveRow(tx: Db, id: string, row: { className: string; post: string }): Promise<void> {
  await tx.membership.updateMany({ where: { id }, data: { ...row, rev: { increment: 1 } } });
}

/** The codes among these that somebody of the programme has. */
export async function takenCodes(db: Db, programmeId: ProgrammeId, codes: string[]): Promise<string[]> {
  const rows = await db.membership.findMany({ where: { programmeId, code: { in: codes } }, select: { code: true } });
  return rows.map(({ code }) => code);
}
