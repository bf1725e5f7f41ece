/** Who leads a programme, whose runs there are, and the curator's list of things to do, in the database. */
import { type MembershipId, newId, type PersonId, type ProgrammeId } from "#core/ids.ts";
import type { DateOn } from "#core/when.ts";
import type { Db } from "#platform/db/index.ts";
import { type Todo, type TodoKind, todoArgsSchema, todoKindSchema } from "./model.ts";

/** The leading curator of the programme, or the earliest of the school; null when there is none. */
export async function findLead(db: Db, programmeId: ProgrammeId): Promise<PersonId | null> {
  const programme = await db.programme.findUnique({
    where: { id: programmeId },
    select: { leadId: true, schoolId: true },
  });
  if (!programme) return null;
  const curators = await db.membership.findMany({
    where: { schoolId: programme.schoolId, role: "curator", status: "active" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { personId: true },
  });
  const ids = curators.map(({ personId }) => personId);
  return ids.find((id) => id === programme.leadId) ?? ids[0] ?? null;
}

/** The runs of these memberships. */
export async function listRunIds(db: Db, membershipIds: MembershipId[]): Promise<string[]> {
  const rows = await db.run.findMany({ where: { membershipId: { in: membershipIds } }, select: { id: true } });
  return rows.map(({ id }) => id);
}

export async function findErasureDays(db: Db, programmeId: ProgrammeId): Promise<number | null> {
  const row = await db.programme.findUnique({ where: { id: programmeId }, select: { erasureDays: true } });
  return row?.erasureDays ?? null;
}

/** Those of a programme who rest, have stopped since `since`, or are named. */
export const listAway = (db: Db, programmeId: ProgrammeId, since: Date, personIds: PersonId[]) =>
  db.membership.findMany({
    where: {
      programmeId,
      role: { in: ["mentee", "mentor"] },
      person: { erasedAt: null },
      OR: [{ status: "paused" }, { status: "stopped", endedAt: { gt: since } }, { personId: { in: personIds } }],
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      personId: true,
      role: true,
      status: true,
      code: true,
      pausedUntil: true,
      endedAt: true,
      person: { select: { familyName: true, givenName: true, patronymic: true } },
    },
  });

/** Pauses with a last day, over all programmes. */
export async function listPauses(db: Db): Promise<{ id: MembershipId; until: DateOn; timeZone: string }[]> {
  const rows = await db.membership.findMany({
    where: { status: "paused", pausedUntil: { not: null } },
    select: { id: true, pausedUntil: true, programme: { select: { school: { select: { timeZone: true } } } } },
  });
  return rows.flatMap(({ id, pausedUntil, programme }) =>
    pausedUntil && programme ? [{ id, until: pausedUntil, timeZone: programme.school.timeZone }] : [],
  );
}

export type NewTodo = { programmeId: ProgrammeId; membershipId: MembershipId; personId: PersonId };

export async function saveTodos(
  tx: Db,
  { programmeId, membershipId, personId }: NewTodo,
  dues: { kind: TodoKind; dueOn: DateOn }[],
  now: Date,
): Promise<void> {
  const args = JSON.stringify({ membership: membershipId });
  await tx.todo.createMany({
    data: dues.map((due) => ({ id: newId(), programmeId, ...due, args, personId, createdAt: now })),
  });
}

/** Takes back what is not done yet about this membership. */
export async function dropTodos(tx: Db, membershipId: MembershipId, personId: PersonId): Promise<void> {
  await tx.todo.deleteMany({
    where: { personId, doneAt: null, args: JSON.stringify({ membership: membershipId }) },
  });
}

type TodoRow = Omit<Todo, "name" | "membershipId"> & { membershipId: MembershipId; personId: PersonId | null };

const toTodo = (row: {
  id: string;
  programmeId: string;
  kind: string;
  args: string;
  dueOn: string;
  personId: string | null;
}): TodoRow[] => {
  const kind = todoKindSchema.safeParse(row.kind);
  const args = todoArgsSchema.safeParse(JSON.parse(row.args));
  const { id, programmeId, dueOn, personId } = row;
  return kind.success
    ? [{ id, programmeId, dueOn, personId, kind: kind.data, membershipId: args.data?.membership ?? "" }]
    : [];
};

/** What is not done yet in a programme, the earliest first. */
export async function listTodos(db: Db, programmeId: ProgrammeId): Promise<TodoRow[]> {
  const rows = await db.todo.findMany({
    where: { programmeId, doneAt: null },
    orderBy: [{ dueOn: "asc" }, { createdAt: "asc" }, { id: "asc" }],
  });
  return rows.flatMap(toTodo);
}

/** False when it was done already, or there is none such in the programme. */
export async function saveDone(
  tx: Db,
  id: string,
  programmeId: ProgrammeId,
  by: PersonId,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.todo.updateMany({
    where: { id, programmeId, doneAt: null },
    data: { doneAt: now, doneById: by },
  });
  return count === 1;
}

export async function deleteOldExports(tx: Db, kind: string, before: Date): Promise<string[]> {
  const rows = await tx.attachment.findMany({
    where: { subjectKind: kind, createdAt: { lt: before } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export async function saveErasureDays(tx: Db, programmeId: ProgrammeId, erasureDays: number): Promise<void> {
  await tx.programme.updateMany({ where: { id: programmeId }, data: { erasureDays } });
}

/** Where this person takes part or took part, the earliest first. */
export const listParticipations = (
  db: Db,
  personId: PersonId,
): Promise<{ id: MembershipId; programmeId: ProgrammeId | null }[]> =>
  db.membership.findMany({
    where: { personId, role: { in: ["mentee", "mentor"] } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, programmeId: true },
  });

/** Whether this person has ordered such work since then. */
export const isOrdered = async (db: Db, kind: string, personId: PersonId, since: Date): Promise<boolean> =>
  (await db.job.count({ where: { kind, personId, createdAt: { gt: since } } })) > 0;
