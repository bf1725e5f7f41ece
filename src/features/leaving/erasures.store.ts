/** What is to be erased, and what was, in the database: ids and instants only. */
import { newId, type PersonId, type ProgrammeId } from "#core/ids.ts";
import type { Db } from "#platform/db/index.ts";
import type { Blocker, Erasure, LedgerLine } from "./model.ts";

type Row = Erasure & { requestedById: string | null; cancelledAt: Date | null; doneAt: Date | null };

const toErasure = ({ id, personId, programmeId, requestedAt, dueAt }: Row): Erasure => ({
  id,
  personId,
  programmeId,
  requestedAt,
  dueAt,
});

const OPEN = { cancelledAt: null, doneAt: null } as const;

/** Erasures that have neither been done nor taken back. */
export async function listOpen(
  db: Db,
  which: { personId?: PersonId; programmeId?: ProgrammeId | null; dueBefore?: Date; id?: string },
): Promise<Erasure[]> {
  const { personId, programmeId, dueBefore, id } = which;
  const rows = await db.erasure.findMany({
    where: {
      ...OPEN,
      ...(id ? { id } : {}),
      ...(personId ? { personId } : {}),
      ...(programmeId === undefined ? {} : { programmeId }),
      ...(dueBefore ? { dueAt: { lte: dueBefore } } : {}),
    },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
  });
  return rows.map(toErasure);
}

/** Those of these people whose data go: of this programme, or everywhere. */
export async function listOpenIn(db: Db, programmeId: ProgrammeId): Promise<Erasure[]> {
  const here = { memberships: { some: { programmeId } } };
  const people = await db.erasure.findMany({ where: { ...OPEN, programmeId: null }, select: { personId: true } });
  const ours = await db.person.findMany({
    where: { id: { in: people.map(({ personId }) => personId) }, ...here },
    select: { id: true },
  });
  const rows = await db.erasure.findMany({
    where: { ...OPEN, OR: [{ programmeId }, { programmeId: null, personId: { in: ours.map(({ id }) => id) } }] },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
  });
  return rows.map(toErasure);
}

export type NewErasure = Omit<Erasure, "id" | "requestedAt"> & { requestedById: PersonId | null };

/** Plans it once: a second time changes nothing. */
export async function saveErasure(tx: Db, erasure: NewErasure, now: Date): Promise<void> {
  const { personId, programmeId } = erasure;
  if ((await listOpen(tx, { personId, programmeId })).length > 0) return;
  await tx.erasure.create({ data: { id: newId(), ...erasure, requestedAt: now } });
}

/** Takes back what was planned for this person: in this programme, or (null) everywhere; gives how many. */
export async function saveCancelled(
  tx: Db,
  personId: PersonId,
  programmeId: ProgrammeId | null,
  now: Date,
): Promise<number> {
  return (await tx.erasure.updateMany({ where: { ...OPEN, personId, programmeId }, data: { cancelledAt: now } })).count;
}

/** The record that stays. After a restore the row may be missing, or taken back in a copy that knows no better. */
export async function saveErased(tx: Db, { id, personId, programmeId }: LedgerLine, doneAt: Date): Promise<void> {
  await tx.erasure.upsert({
    where: { id },
    create: { id, personId, programmeId, requestedAt: doneAt, dueAt: doneAt, doneAt },
    update: { doneAt, cancelledAt: null, requestedById: null },
  });
}

/** Erasures that were done, for the ledger. */
export async function listDone(db: Db): Promise<LedgerLine[]> {
  const rows = await db.erasure.findMany({
    where: { doneAt: { not: null } },
    orderBy: [{ doneAt: "asc" }, { id: "asc" }],
  });
  return rows.flatMap(({ id, personId, programmeId, doneAt }) =>
    doneAt ? [{ id, personId, programmeId, doneAt: doneAt.toISOString() }] : [],
  );
}

type Scope = { personId: PersonId; programmeId: ProgrammeId | null; bornBefore?: Date };

const PARTICIPANTS = ["mentee", "mentor"];

/** What an erasure covers, and what of the person would stay: in a programme the parts as a participant, otherwise everything. */
export async function findScope(
  db: Db,
  { personId, programmeId, bornBefore }: Scope,
): Promise<{ covered: { id: string; role: string; programmeId: string | null }[]; left: number; exists: boolean }> {
  const rows = await db.membership.findMany({
    where: { personId },
    select: { id: true, role: true, programmeId: true, createdAt: true },
  });
  const covered = rows.filter(
    (row) =>
      (!bornBefore || row.createdAt <= bornBefore) &&
      (programmeId === null || (row.programmeId === programmeId && PARTICIPANTS.includes(row.role))),
  );
  const exists = (await db.person.findUnique({ where: { id: personId }, select: { id: true } })) !== null;
  return { covered, left: rows.length - covered.length, exists };
}

/** Work of this person that somebody else has to take over before the person can be forgotten. */
export async function listBlockers(db: Db, personId: PersonId): Promise<Blocker[]> {
  const roles = await db.membership.findMany({
    where: { personId, status: { not: "stopped" }, role: { in: ["owner", "curator", "staff"] } },
    select: { role: true },
  });
  const wards = await db.guardianship.count({
    where: {
      guardianId: personId,
      endedAt: null,
      child: {
        memberships: { some: { role: { in: PARTICIPANTS }, status: { not: "stopped" } } },
        consents: { some: { givenById: personId, kind: "data", decision: "agreed", withdrawnAt: null } },
      },
    },
  });
  const held = new Set(roles.map(({ role }) => role));
  return [
    ...(["owner", "curator", "staff"] as const).filter((role) => held.has(role)),
    ...(wards > 0 ? (["guardian"] as const) : []),
  ];
}

/** Guardians for whom nothing is left to do once these children's parts in the programme are gone: role and person. */
export async function listIdleGuardians(
  db: Db,
  childId: PersonId,
  programmeId: ProgrammeId | null,
): Promise<{ personId: PersonId; programmeId: ProgrammeId }[]> {
  const guardians = await db.guardianship.findMany({
    where: { childId },
    select: { guardian: { select: { id: true, memberships: { select: { role: true, programmeId: true } } } } },
  });
  const idle: { personId: PersonId; programmeId: ProgrammeId }[] = [];
  for (const { guardian } of guardians)
    for (const membership of guardian.memberships) {
      if (membership.role !== "guardian" || membership.programmeId === null) continue;
      if (programmeId !== null && membership.programmeId !== programmeId) continue;
      const others = await db.guardianship.count({
        where: {
          guardianId: guardian.id,
          childId: { not: childId },
          child: { memberships: { some: { programmeId: membership.programmeId } } },
        },
      });
      if (others === 0) idle.push({ personId: guardian.id, programmeId: membership.programmeId });
    }
  return idle;
}

/** The guardian's role in a programme, and whether it is all that this person is here. */
export async function findGuardian(
  db: Db,
  personId: PersonId,
  programmeId: ProgrammeId,
): Promise<{ memberships: string[]; whole: boolean }> {
  const rows = await db.membership.findMany({
    where: { personId },
    select: { id: true, role: true, programmeId: true },
  });
  const here = rows.filter((row) => row.role === "guardian" && row.programmeId === programmeId);
  return { memberships: here.map(({ id }) => id), whole: here.length === rows.length };
}

/** Two rows of one person became one: what is planned for the one is planned for the other. */
export async function moveErasures(tx: Db, from: PersonId, into: PersonId): Promise<void> {
  await tx.erasure.updateMany({ where: { ...OPEN, personId: from }, data: { personId: into } });
}
