/** Runs, answers and versions in the database. */
import { z } from "zod";
import { ROLES } from "#core/contribution.ts";
import { newId } from "#core/ids.ts";
import { voiceIn } from "#features/people/index.ts";
import type { Db } from "#platform/db/index.ts";
import { type Answers, type AnswerValue, answerSchema, type Change, type RunState, sizeSchema } from "./model.ts";
import { readCursor, writeCursor } from "./moves.rules.ts";
import type { Participant, RunRecord } from "./runs.model.ts";

const roleSchema = z.enum(ROLES);
const statusSchema = z.enum(["open", "sent", "closed"]);

const participantParts = {
  id: true,
  personId: true,
  role: true,
  status: true,
  person: { select: { birthYear: true } },
  programmeId: true,
  programme: {
    select: { schoolId: true, track: true, address: true, intakeSize: true, school: { select: { timeZone: true } } },
  },
  requests: { select: { form: true }, orderBy: { createdAt: "asc" }, take: 1 },
} as const;

type MembershipRow = {
  id: string;
  personId: string;
  role: string;
  status: string;
  person: { birthYear: number | null };
  programmeId: string | null;
  programme: {
    schoolId: string;
    track: string;
    address: string;
    intakeSize: string;
    school: { timeZone: string };
  } | null;
  requests: { form: string }[];
};

function toParticipant(row: MembershipRow, thisYear: number): Participant | null {
  if (!row.programmeId || !row.programme) return null;
  const { intakeSize, school } = row.programme;
  const role = roleSchema.parse(row.role);
  return {
    membershipId: row.id,
    personId: row.personId,
    role,
    active: row.status === "active",
    programmeId: row.programmeId,
    schoolId: row.programme.schoolId,
    ...voiceIn(row.programme, { role, birthYear: row.person.birthYear }, thisYear),
    intakeSize: sizeSchema.parse(intakeSize),
    form: row.requests[0]?.form ?? null,
    timeZone: school.timeZone,
  };
}

/** The membership as a participant of a programme; null when it is none. */
export async function findParticipant(db: Db, membershipId: string, thisYear: number): Promise<Participant | null> {
  const row = await db.membership.findUnique({ where: { id: membershipId }, select: participantParts });
  return row && toParticipant(row, thisYear);
}

const toAnswers = (rows: { key: string; value: string }[]): Answers =>
  Object.fromEntries(rows.map(({ key, value }) => [key, answerSchema.parse(JSON.parse(value))]));

const runParts = {
  answers: { select: { key: true, value: true } },
  membership: { select: participantParts },
} as const;

type RunRow = {
  id: string;
  versionId: string;
  status: string;
  size: string;
  cursor: string;
  rev: number;
  answers: { key: string; value: string }[];
  membership: MembershipRow;
};

function toRun(row: RunRow, thisYear: number): RunRecord | null {
  const participant = toParticipant(row.membership, thisYear);
  if (!participant) return null;
  const state: RunState = {
    status: statusSchema.parse(row.status),
    size: sizeSchema.parse(row.size),
    cursor: readCursor(row.cursor),
    rev: row.rev,
    answers: toAnswers(row.answers),
  };
  return { id: row.id, versionId: row.versionId, participant, state };
}

type WideRow = {
  versionId: string;
  status: string;
  size: string;
  cursor: string;
  rev: number;
  membershipId: string;
  personId: string;
  role: string;
  membershipStatus: string;
  programmeId: string | null;
  birthYear: number | null;
  schoolId: string;
  track: string;
  address: string;
  intakeSize: string;
  timeZone: string;
  form: string | null;
};

/** As the nested reads give it. */
const toNested = (id: string, row: WideRow, answers: RunRow["answers"]): RunRow => ({
  ...row,
  id,
  answers,
  membership: {
    id: row.membershipId,
    personId: row.personId,
    role: row.role,
    status: row.membershipStatus,
    person: { birthYear: row.birthYear },
    programmeId: row.programmeId,
    programme: { ...row, school: { timeZone: row.timeZone } },
    requests: row.form === null ? [] : [{ form: row.form }],
  },
});

/** The run with its answers and its owner. Read for every answer, so the row and all it belongs to are one statement. */
export async function findRun(db: Db, id: string, thisYear: number): Promise<RunRecord | null> {
  const [row] = await db.$queryRaw<WideRow[]>`
    SELECT r."versionId", r."status", r."size", r."cursor", r."rev", m."id" AS "membershipId", m."personId", m."role",
      m."status" AS "membershipStatus", m."programmeId", p."birthYear", g."schoolId", g."track", g."address",
      g."intakeSize", s."timeZone",
      (SELECT q."form" FROM "Request" q WHERE q."membershipId" = m."id" ORDER BY q."createdAt" LIMIT 1) AS "form"
    FROM "Run" r
    JOIN "Membership" m ON m."id" = r."membershipId"
    JOIN "Person" p ON p."id" = m."personId"
    JOIN "Programme" g ON g."id" = m."programmeId"
    JOIN "School" s ON s."id" = g."schoolId"
    WHERE r."id" = ${id}`;
  if (!row) return null;
  const answers = await db.answer.findMany({ where: { runId: id }, select: { key: true, value: true } });
  return toRun(toNested(id, row, answers), thisYear);
}

/** One that was closed counts only where there is no other: two people turned out to be one, and one of the runs stayed. */
const isLive = ({ status }: { status: string }): boolean => status !== "closed";

/** The run of this membership on any version of the questionnaire, newest first; null when it has none. */
export async function findRunOf(db: Db, membershipId: string, questionnaireId?: string): Promise<string | null> {
  const rows = await db.run.findMany({
    where: { membershipId, ...(questionnaireId ? { version: { questionnaireId } } : {}) },
    orderBy: { startedAt: "desc" },
    select: { id: true, status: true },
  });
  return (rows.find(isLive) ?? rows[0])?.id ?? null;
}

/**
 * Where each of these participants stands with the intake; who has not begun is missing. One that was sent and is being corrected
 * counts as sent.
 */
export async function listIntakes(
  db: Db,
  membershipIds: string[],
): Promise<Map<string, { runId: string; status: "open" | "sent" | "closed" }>> {
  const rows = await db.run.findMany({
    where: { membershipId: { in: membershipIds } },
    orderBy: { startedAt: "asc" },
    select: { id: true, membershipId: true, status: true, sentAt: true },
  });
  const statusOf = (row: { status: string; sentAt: Date | null }) =>
    row.sentAt && row.status === "open" ? "sent" : statusSchema.parse(row.status);
  const inOrder = [...rows.filter((row) => !isLive(row)), ...rows.filter(isLive)];
  return new Map(inOrder.map((row) => [row.membershipId, { runId: row.id, status: statusOf(row) }]));
}

/** These runs with their answers, all at once. */
export async function listRuns(db: Db, ids: string[], thisYear: number): Promise<RunRecord[]> {
  const rows = await db.run.findMany({ where: { id: { in: ids } }, include: runParts });
  return rows.map((row) => toRun(row, thisYear)).filter((run) => run !== null);
}

export async function insertRun(
  tx: Db,
  run: { membershipId: string; versionId: string; state: RunState; source: string; now: Date },
): Promise<string> {
  const id = newId();
  const { state, now, ...rest } = run;
  await tx.run.create({
    data: {
      id,
      ...rest,
      status: state.status,
      cursor: writeCursor(state.cursor),
      rev: state.rev,
      size: state.size,
      startedAt: now,
      updatedAt: now,
    },
  });
  return id;
}

/** Remembers when it was first sent: who corrects an answer later was not late. */
export async function saveSent(tx: Db, id: string, now: Date): Promise<void> {
  await tx.run.updateMany({ where: { id, sentAt: null }, data: { sentAt: now } });
}

/** Writes a step: false when somebody else moved the run on meanwhile; nothing is written then. */
export async function saveStep(
  tx: Db,
  step: { runId: string; before: number; state: RunState; change?: Change; now: Date },
): Promise<boolean> {
  const { runId, before, state, change, now } = step;
  const { count } = await tx.run.updateMany({
    where: { id: runId, rev: before },
    data: {
      status: state.status,
      cursor: writeCursor(state.cursor),
      rev: state.rev,
      updatedAt: now,
    },
  });
  if (count === 0) return false;
  if (state.status === "sent") await saveSent(tx, runId, now);
  if (change?.value === null) await tx.answer.deleteMany({ where: { runId, key: change.key } });
  else if (change) await saveAnswer(tx, runId, change.key, change.value, now);
  return true;
}

async function saveAnswer(tx: Db, runId: string, key: string, value: AnswerValue, answeredAt: Date): Promise<void> {
  const json = JSON.stringify(value);
  await tx.answer.upsert({
    where: { runId_key: { runId, key } },
    create: { runId, key, value: json, answeredAt },
    update: { value: json, answeredAt },
  });
}
