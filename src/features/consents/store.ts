/** The ledger of consents and those about whom it speaks, in the database. */
import type { Role } from "#core/contribution.ts";
import { type MembershipId, newId, type PersonId, type ProgrammeId, type SchoolId } from "#core/ids.ts";
import type { PersonName } from "#features/people/model.ts";
import type { Db } from "#platform/db/index.ts";
import {
  type Channel,
  type ConsentKind,
  channelSchema,
  type Decision,
  decisionSchema,
  type Entry,
  type GuardianOf,
  kindSchema,
  type Reader,
  readerSchema,
  type Subject,
} from "./model.ts";

type Row = NonNullable<Awaited<ReturnType<Db["consent"]["findUnique"]>>>;

const toEntry = (row: Row): Entry => ({
  id: row.id,
  subjectId: row.subjectId,
  programmeId: row.programmeId,
  kind: kindSchema.parse(row.kind),
  givenAs: readerSchema.parse(row.givenAs),
  givenById: row.givenById,
  decision: decisionSchema.parse(row.decision),
  textHash: row.textHash,
  documentId: row.documentId,
  channel: channelSchema.parse(row.channel),
  enteredById: row.enteredById,
  decidedAt: row.decidedAt,
  withdrawnAt: row.withdrawnAt,
  withdrawnById: row.withdrawnById,
});

/** All rows about these people in these programmes, of one kind or of all, the earliest first. */
export async function listEntries(
  db: Db,
  of: { subjectIds: PersonId[]; programmeIds: ProgrammeId[]; kind?: ConsentKind },
): Promise<Entry[]> {
  const rows = await db.consent.findMany({
    where: {
      subjectId: { in: of.subjectIds },
      programmeId: { in: of.programmeIds },
      kind: of.kind ?? { in: kindSchema.options },
    },
    orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(toEntry);
}

/** How many rows speak about this person, and how many this person has given about others. */
export async function countEntries(db: Db, personId: PersonId): Promise<{ own: number; forOthers: number }> {
  const own = await db.consent.count({ where: { subjectId: personId } });
  return { own, forOthers: await db.consent.count({ where: { givenById: personId, subjectId: { not: personId } } }) };
}

export type NewEntry = {
  subject: Subject;
  kind: ConsentKind;
  givenAs: Reader;
  givenById: PersonId;
  decision: Decision;
  documentId: string;
  textHash: string;
  /** A tap of whoever decides, when absent. */
  channel?: Channel;
  /** Who enters it for somebody else. */
  enteredById?: PersonId;
};

export async function saveEntry(tx: Db, { subject, ...entry }: NewEntry, now: Date): Promise<void> {
  await tx.consent.create({
    data: {
      id: newId(),
      subjectId: subject.personId,
      programmeId: subject.programmeId,
      channel: "button",
      ...entry,
      decidedAt: now,
    },
  });
}

/** Ends a consent; false when it had ended. */
export async function saveWithdrawn(tx: Db, id: string, by: PersonId, now: Date): Promise<boolean> {
  const { count } = await tx.consent.updateMany({
    where: { id, withdrawnAt: null },
    data: { withdrawnAt: now, withdrawnById: by },
  });
  return count > 0;
}

const participant = {
  person: { select: { birthYear: true } },
  programme: { select: { school: { select: { timeZone: true } } } },
} as const;

const PARTICIPANTS = ["mentee", "mentor"] as const;

const findRows = (
  db: Db,
  where: { id?: { in: MembershipId[] }; personId?: { in: PersonId[] }; programmeId?: ProgrammeId },
) =>
  db.membership.findMany({
    where: { ...where, role: { in: [...PARTICIPANTS] } },
    include: participant,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });

type MembershipRow = Awaited<ReturnType<typeof findRows>>[number];

function toSubject(row: MembershipRow): Subject[] {
  const role: Role | undefined = PARTICIPANTS.find((one) => one === row.role);
  if (!role || row.programmeId === null || !row.programme) return [];
  return [
    {
      membershipId: row.id,
      personId: row.personId,
      programmeId: row.programmeId,
      role,
      active: row.status !== "stopped",
      birthYear: row.person.birthYear,
      timeZone: row.programme.school.timeZone,
    },
  ];
}

/** The mentee or mentor of this membership. Asked before every answer, so it is one statement. */
export async function findSubject(db: Db, id: MembershipId): Promise<Subject | null> {
  type Row = Omit<Subject, "membershipId" | "active"> & { status: string };
  const [row] = await db.$queryRaw<Row[]>`
    SELECT m."personId", m."programmeId", m."role", m."status", p."birthYear", s."timeZone"
    FROM "Membership" m
    JOIN "Person" p ON p."id" = m."personId"
    JOIN "Programme" g ON g."id" = m."programmeId"
    JOIN "School" s ON s."id" = g."schoolId"
    WHERE m."id" = ${id} AND m."role" IN ('mentee', 'mentor')`;
  if (!row) return null;
  const { status, ...subject } = row;
  return { ...subject, membershipId: id, active: status === "active" };
}

/** The mentees and mentors among these memberships. */
export const listSubjects = async (db: Db, membershipIds: MembershipId[]): Promise<Subject[]> =>
  (await findRows(db, { id: { in: membershipIds } })).flatMap(toSubject);

/** The participations of these people, in one programme or in all; stopped ones too. */
export const listSubjectsOf = async (db: Db, personIds: PersonId[], programmeId?: ProgrammeId): Promise<Subject[]> =>
  (await findRows(db, { personId: { in: personIds }, ...(programmeId ? { programmeId } : {}) })).flatMap(toSubject);

/** The present guardians of each of these people; who came by the child's link counts once the curator has checked. */
export async function listGuardians(db: Db, childIds: PersonId[]): Promise<Map<PersonId, GuardianOf[]>> {
  const rows = await db.guardianship.findMany({
    where: { childId: { in: childIds }, endedAt: null },
    select: { childId: true, guardianId: true, source: true, checkedAt: true },
    orderBy: { createdAt: "asc" },
  });
  const guardians = new Map<PersonId, GuardianOf[]>();
  for (const { childId, guardianId, source, checkedAt } of rows) {
    const guardian = { personId: guardianId, counts: source !== "child" || checkedAt !== null };
    guardians.set(childId, [...(guardians.get(childId) ?? []), guardian]);
  }
  return guardians;
}

/** The runs of these memberships: what is said about them stops with the consent. */
export async function listRunIds(db: Db, membershipIds: MembershipId[]): Promise<string[]> {
  const rows = await db.run.findMany({ where: { membershipId: { in: membershipIds } }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Names of the school's curators, the earliest first. */
export async function listCurators(db: Db, schoolId: SchoolId): Promise<PersonName[]> {
  const rows = await db.membership.findMany({
    where: { schoolId, role: "curator", status: "active" },
    select: { person: { select: { familyName: true, givenName: true, patronymic: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ person }) => person);
}

type GuardianPlace = { childId: PersonId; programmeId: ProgrammeId; used: { lt: number } };

/**
 * The newest link for guardians of this child in this programme that still lets somebody in: of those that the child forwards, or
 * of those that the school gives.
 */
export const findGuardianLink = (
  db: Db,
  place: GuardianPlace,
  from: "child" | "school",
  now: Date,
): Promise<{ id: string; expiresAt: Date } | null> =>
  db.invitation.findFirst({
    where: {
      ...place,
      ...(from === "child" ? { createdById: place.childId } : { NOT: { createdById: place.childId } }),
      role: "guardian",
      revokedAt: null,
      expiresAt: { gt: now },
    },
    select: { id: true, expiresAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
