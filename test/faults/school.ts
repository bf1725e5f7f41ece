/** A school with mentors who have agreed to everything and not yet begun their questionnaire: rows, for speed. */
import { newId } from "#core/ids.ts";
import type { Database } from "#platform/db/index.ts";

export const FORM = "pupil-pupil";
/** Of age, so that nobody else's consent is needed. */
const BIRTH_YEAR = 1990;

export type Mentor = { telegramId: number; personId: string; membershipId: string };

async function insertProgramme(database: Database, now: Date): Promise<string> {
  const [schoolId, programmeId] = [newId(), newId()];
  const born = { createdAt: now, rev: 1 };
  await database.tx(async (tx) => {
    await tx.school.create({
      data: { id: schoolId, name: "Школа № 7", city: "Тверь", timeZone: "Europe/Moscow", locale: "ru", ...born },
    });
    const period = { startsOn: "2026-09-01", endsOn: "2030-05-31", yearKind: "academic" };
    const ways = { track: "pupils", naming: "full", address: "vy", intakeSize: "usual", status: "active" };
    await tx.programme.create({ data: { id: programmeId, schoolId, title: "Тропа", ...period, ...ways, ...born } });
    await tx.programmeForm.create({ data: { programmeId, form: FORM } });
  });
  return programmeId;
}

async function insertMentor(database: Database, programmeId: string, telegramId: number, now: Date): Promise<Mentor> {
  const [personId, accountId, membershipId] = [newId(), newId(), newId()];
  const name = { familyName: "Иванова", givenName: `Вера${telegramId % 1000}`, patronymic: "", search: "иванова вера" };
  await database.tx(async (tx) => {
    await tx.person.create({ data: { id: personId, ...name, birthYear: BIRTH_YEAR, createdAt: now } });
    await tx.chatAccount.create({
      data: { id: accountId, telegramId: BigInt(telegramId), reachable: true, createdAt: now, seenAt: now },
    });
    await tx.accountPerson.create({ data: { accountId, personId, current: true, joinedAt: now } });
    const place = { programmeId, scope: `programme:${programmeId}`, code: `Н-${telegramId}`, className: "" };
    const state = { status: "active", createdAt: now, rev: 1 };
    await tx.membership.create({ data: { id: membershipId, personId, role: "mentor", ...place, ...state } });
    await tx.request.create({ data: { id: newId(), membershipId, form: FORM, status: "open", createdAt: now } });
    const agreed = { kind: "data", givenAs: "self", givenById: personId, decision: "agreed", channel: "button" };
    const text = { documentId: "as-shown", textHash: "0".repeat(64) };
    await tx.consent.create({
      data: { id: newId(), subjectId: personId, programmeId, ...agreed, ...text, decidedAt: now },
    });
  });
  return { telegramId, personId, membershipId };
}

/** Everybody with one of these Telegram ids becomes a mentor of a new programme. */
export async function enrol(database: Database, telegramIds: number[], now: Date): Promise<Mentor[]> {
  const programmeId = await insertProgramme(database, now);
  const mentors: Mentor[] = [];
  for (const telegramId of telegramIds) mentors.push(await insertMentor(database, programmeId, telegramId, now));
  return mentors;
}

/** What the database holds for one person, by question key. */
export type Kept = { status: string; answers: Record<string, unknown> };

/** The questionnaires of these people, by membership; more than one for a person throws. */
export async function readRuns(database: Database, mentors: Mentor[]): Promise<Map<string, Kept>> {
  const rows = await database.db.run.findMany({
    where: { membershipId: { in: mentors.map(({ membershipId }) => membershipId) } },
    include: { answers: true },
  });
  const runs = new Map<string, Kept>();
  for (const { membershipId, status, answers } of rows) {
    if (runs.has(membershipId)) throw new Error("two questionnaires for one person");
    runs.set(membershipId, {
      status,
      answers: Object.fromEntries(answers.map(({ key, value }) => [key, JSON.parse(value) as unknown])),
    });
  }
  return runs;
}

/** The same person speaks from another phone, too. */
export async function addPhone(database: Database, { personId }: Mentor, telegramId: number, now: Date): Promise<void> {
  const accountId = newId();
  await database.tx(async (tx) => {
    await tx.chatAccount.create({
      data: { id: accountId, telegramId: BigInt(telegramId), reachable: true, createdAt: now, seenAt: now },
    });
    await tx.accountPerson.create({ data: { accountId, personId, current: true, joinedAt: now } });
  });
}
