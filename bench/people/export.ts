/** Somebody asks for all that is kept about them: how long until both files are made. */
import type { Clock } from "#core/clock.ts";
import { newId } from "#core/ids.ts";
import { consentsKeeping } from "#features/consents/index.ts";
import { exportPaper } from "#features/leaving/index.ts";
import { noticesKeeping } from "#features/notices/index.ts";
import { peopleKeeping } from "#features/people/index.ts";
import { loadShipped, questionnairesKeeping } from "#features/questionnaires/index.ts";
import { type Database, openDatabase } from "#platform/db/index.ts";
import { writePaper } from "#platform/files/paper.ts";
import { loadTexts } from "#platform/i18n.ts";
import { inRoot } from "#platform/root.ts";

const TIMES = 20;
/** A person who has been here for years. */
const RUNS = 12;
const DEEDS = 2_000;

type Shipped = ReturnType<typeof loadShipped>;

async function plant(database: Database, { questionnaires }: Shipped, now: Date): Promise<string> {
  const { db } = database;
  const [schoolId, programmeId, personId, membershipId] = [newId(), newId(), newId(), newId()];
  const born = { createdAt: now, rev: 1 };
  const place = { name: "School", city: "City", timeZone: "Europe/Moscow", locale: "ru" };
  await db.school.create({ data: { id: schoolId, ...place, ...born } });
  const period = { startsOn: "2026-09-01", endsOn: "2027-05-31", yearKind: "academic" };
  const ways = { track: "pupils", naming: "full", address: "vy", intakeSize: "usual", status: "active" };
  await db.programme.create({ data: { id: programmeId, schoolId, title: "Programme", ...period, ...ways, ...born } });
  const name = { familyName: "Family", givenName: "Given", patronymic: "", search: "family given" };
  await db.person.create({ data: { id: personId, ...name, birthYear: 1990, createdAt: now } });
  const part = { role: "mentor", schoolId, programmeId, scope: `programme:${programmeId}`, code: "H-01" };
  await db.membership.create({
    data: { id: membershipId, personId, ...part, className: "", status: "active", ...born },
  });
  for (let run = 0; run < RUNS; run++) {
    const definition = questionnaires[run % questionnaires.length]?.definition;
    if (!definition) throw new Error("no questionnaire is shipped");
    const [versionId, runId] = [newId(), newId()];
    const version = { questionnaireId: definition.id, version: run + 1, hash: versionId, createdAt: now };
    await db.questionnaireVersion.create({
      data: { id: versionId, definition: JSON.stringify(definition), ...version },
    });
    const state = { status: "sent", cursor: "review", rev: 1, size: "usual", source: "self" };
    const times = { startedAt: now, updatedAt: now, sentAt: now };
    await db.run.create({ data: { id: runId, membershipId, versionId, ...state, ...times } });
    const typed = definition.sections.flatMap(({ questions }) => questions);
    const value = JSON.stringify({ kind: "text", text: "A long answer in somebody's own words. ".repeat(20) });
    await db.answer.createMany({
      data: typed.filter(({ kind }) => kind === "text").map(({ key }) => ({ runId, key, value, answeredAt: now })),
    });
  }
  const deed = { at: now, actorId: personId, subjectKind: "membership", subjectId: membershipId, act: "checked" };
  await db.history.createMany({ data: Array.from({ length: DEEDS }, () => ({ id: newId(), ...deed })) });
  return personId;
}

/** Milliseconds of each export of one person with a dozen questionnaires, in the database at this address. */
export async function exportTimes(url: string, { clock }: { clock: Clock }): Promise<number[]> {
  const database = await openDatabase({ url, clock });
  try {
    const shipped = loadShipped(inRoot("locales", "questionnaires"));
    const personId = await plant(database, shipped, clock.now());
    const t = loadTexts(inRoot("locales")).voice({ locale: "ru" });
    const keepings = [peopleKeeping, consentsKeeping, questionnairesKeeping(shipped.words), noticesKeeping];
    const times: number[] = [];
    for (let time = 0; time < TIMES; time++) {
      const at = clock.monotonic();
      const chapters = [];
      for (const { name, tell } of keepings) {
        const told = await tell(database.db, personId, t);
        if (told) chapters.push({ name, ...told });
      }
      await writePaper(exportPaper(t, chapters, clock.now()));
      JSON.stringify(chapters);
      times.push(clock.monotonic() - at);
    }
    return times;
  } finally {
    await database.close();
  }
}
