/** A school whose mentees have come in, named themselves and have every consent: what is left is the questionnaire. */
import type { Clock } from "#core/clock.ts";
import { newId } from "#core/ids.ts";
import { type Database, type Db, openDatabase } from "#platform/db/index.ts";
import { FORM, SIZE } from "./words.ts";

/** Of fifteen years, by the careful reading: both they and a guardian have agreed, which is the longest way. */
const YEARS = 16;
const AT_ONCE = 250;
const WORDS = "bench";

async function foundSchool(tx: Db, now: Date): Promise<string> {
  const [schoolId, id] = [newId(), newId()];
  const born = { createdAt: now, rev: 1 };
  const place = { name: "School 1", city: "Tver", timeZone: "Europe/Moscow", locale: "ru" };
  await tx.school.create({ data: { id: schoolId, ...place, ...born } });
  const year = now.getUTCFullYear();
  const period = { yearKind: "academic", startsOn: `${year}-09-01`, endsOn: `${year + 1}-05-31` };
  const ways = { track: "pupils", naming: "full", address: "vy", intakeSize: SIZE, status: "active" };
  await tx.programme.create({ data: { id, schoolId, title: "Path", ...period, ...ways, ...born } });
  await tx.programmeForm.create({ data: { programmeId: id, form: FORM } });
  return id;
}

type Row = { telegramId: number; personId: string; guardianId: string; membershipId: string; accountId: string };

const rowOf = (telegramId: number): Row => ({
  telegramId,
  personId: newId(),
  guardianId: newId(),
  membershipId: newId(),
  accountId: newId(),
});

const personOf = (id: string, name: string, birthYear: number | null, createdAt: Date) => ({
  id,
  familyName: name,
  givenName: "Alex",
  patronymic: "",
  search: `${name} alex`.toLowerCase(),
  birthYear,
  createdAt,
});

function consentsOf({ personId, guardianId }: Row, programmeId: string, decidedAt: Date) {
  const agreed = {
    subjectId: personId,
    programmeId,
    kind: "data",
    decision: "agreed",
    documentId: WORDS,
    textHash: WORDS,
    channel: "button",
    decidedAt,
  };
  return [
    { id: newId(), ...agreed, givenAs: "self", givenById: personId },
    { id: newId(), ...agreed, givenAs: "guardian", givenById: guardianId },
  ];
}

async function enrol(tx: Db, rows: Row[], programmeId: string, now: Date): Promise<void> {
  const birthYear = now.getUTCFullYear() - YEARS;
  await tx.person.createMany({
    data: rows.flatMap(({ personId, guardianId, telegramId }) => [
      personOf(personId, `Mentee-${telegramId}`, birthYear, now),
      personOf(guardianId, `Guardian-${telegramId}`, null, now),
    ]),
  });
  const account = { languageCode: "ru", reachable: true, createdAt: now, seenAt: now };
  await tx.chatAccount.createMany({
    data: rows.map(({ accountId, telegramId }) => ({ id: accountId, telegramId: BigInt(telegramId), ...account })),
  });
  await tx.accountPerson.createMany({
    data: rows.map(({ accountId, personId }) => ({ accountId, personId, current: true, joinedAt: now })),
  });
  const place = { role: "mentee", programmeId, scope: `programme:${programmeId}`, code: "", className: "9" };
  await tx.membership.createMany({
    data: rows.map(({ membershipId, personId }) => ({
      id: membershipId,
      personId,
      ...place,
      status: "active",
      createdAt: now,
      rev: 1,
    })),
  });
  await tx.request.createMany({
    data: rows.map(({ membershipId }) => ({
      id: newId(),
      membershipId,
      form: FORM,
      status: "open",
      createdAt: now,
    })),
  });
  await tx.guardianship.createMany({
    data: rows.map(({ guardianId, personId }) => ({
      id: newId(),
      guardianId,
      childId: personId,
      source: "child",
      createdAt: now,
      confirmedAt: now,
      checkedAt: now,
    })),
  });
  await tx.consent.createMany({ data: rows.flatMap((row) => consentsOf(row, programmeId, now)) });
}

/** Writes the school and a mentee behind each of these Telegram ids into the database at `url`, and closes it. */
export async function fillSchool(url: string, telegramIds: number[], clock: Clock): Promise<void> {
  const database: Database = await openDatabase({ url, clock });
  const now = clock.now();
  const programmeId = await database.tx((tx) => foundSchool(tx, now));
  for (let from = 0; from < telegramIds.length; from += AT_ONCE) {
    const rows = telegramIds.slice(from, from + AT_ONCE).map(rowOf);
    await database.tx((tx) => enrol(tx, rows, programmeId, now));
  }
  await database.close();
}
