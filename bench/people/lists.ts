/** A list of 2,000 people: how long from the bytes of the file until everybody is in the database. */
import type { Clock } from "#core/clock.ts";
import { newId } from "#core/ids.ts";
import { createLists, listTables, listWords, slipsPaper } from "#features/lists/index.ts";
import { createPeople } from "#features/people/index.ts";
import { createProgrammes } from "#features/programmes/index.ts";
import { type Database, openDatabase } from "#platform/db/index.ts";
import { createContents } from "#platform/files/content.ts";
import { fileWorks } from "#platform/files/heavy.ts";
import { writeSheet } from "#platform/files/sheet.ts";
import { createHeavy, findWorker } from "#platform/heavy.ts";
import { loadTexts } from "#platform/i18n.ts";
import { silentLog } from "#platform/log.ts";
import { inRoot, ROOT } from "#platform/root.ts";

export const LISTED = 2_000;
const CLASSES = 80;
const TIMES = 5;

async function plant(database: Database, now: Date): Promise<{ programmeId: string; curatorId: string }> {
  const { db } = database;
  const [schoolId, programmeId, curatorId] = [newId(), newId(), newId()];
  const born = { createdAt: now, rev: 1 };
  const place = { name: "School", city: "City", timeZone: "Europe/Moscow", locale: "en" };
  await db.school.create({ data: { id: schoolId, ...place, ...born } });
  const period = { startsOn: "2026-09-01", endsOn: "2027-05-31", yearKind: "academic" };
  const ways = { track: "pupils", naming: "full", address: "vy", intakeSize: "usual", status: "active" };
  await db.programme.create({ data: { id: programmeId, schoolId, title: "Programme", ...period, ...ways, ...born } });
  const name = { familyName: "Curator", givenName: "A", patronymic: "", search: "curator a" };
  await db.person.create({ data: { id: curatorId, ...name, createdAt: now } });
  const part = {
    role: "curator",
    schoolId,
    scope: `school:${schoolId}`,
    code: "K-01",
    className: "",
    status: "active",
  };
  await db.membership.create({ data: { id: newId(), personId: curatorId, ...part, ...born } });
  return { programmeId, curatorId };
}

const titles = ["No", "Full name", "Class", "Role"];

const bigFile = (): Promise<Uint8Array> =>
  writeSheet({
    sheets: [
      {
        name: "Pupils",
        columns: titles.map((title) => ({ title, kind: "text" as const })),
        rows: Array.from({ length: LISTED }, (_, at) => [
          String(at + 1),
          `Family${letters(at)} Given`,
          `${(at % CLASSES) % 11 || 11}${String.fromCharCode(65 + (at % 7))}`,
          "mentee",
        ]),
      },
    ],
  });

const letters = (number: number): string =>
  [...String(number)].map((digit) => String.fromCharCode(97 + Number(digit))).join("");

function lists(database: Database, clock: Clock) {
  const texts = loadTexts(inRoot("locales"));
  const contents = createContents({ clock });
  const people = createPeople({ database, clock, secret: "bench", log: silentLog });
  const programmes = createProgrammes({ database, clock, people, contents, timeZone: "Europe/Moscow" });
  return createLists({
    ...{ database, clock, people, programmes, texts, contents, keepings: [] },
    words: listWords([texts.voice({ locale: "ru" }), texts.voice({ locale: "en" })]),
    heavy: createHeavy({ works: fileWorks, clock, file: findWorker(ROOT) }),
    jobs: { enqueue: async () => newId() },
    notices: () => ({ plan: async () => {} }),
    consentOf: async () => new Map(),
    linkOf: (token) => token,
    qrPicture: async () => new Uint8Array(),
    look: { paper: slipsPaper, tables: listTables },
  });
}

/** Milliseconds of each import: read the file, understand it, confirm it. Throws when somebody is missing afterwards. */
export async function importTimes(url: string, { clock }: { clock: Clock }): Promise<number[]> {
  const database = await openDatabase({ url, clock });
  try {
    const service = lists(database, clock);
    const bytes = await bigFile();
    const times: number[] = [];
    for (let time = 0; time < TIMES; time++) {
      const { programmeId, curatorId } = await plant(database, clock.now());
      const at = clock.monotonic();
      const table = await service.readFile(bytes);
      if (table.kind !== "table") throw new Error(`the file was not read: ${table.kind}`);
      const taken = await service.take(curatorId, programmeId, table.sheets);
      if (taken.kind !== "new") throw new Error(`the list was not understood: ${taken.kind}`);
      const done = await service.confirm(curatorId, taken.waiting.id, taken.waiting.rev);
      times.push(clock.monotonic() - at);
      const here = await database.db.membership.count({ where: { programmeId } });
      if (done.kind !== "made" || here !== LISTED) throw new Error(`${here} of ${LISTED} came in`);
    }
    return times;
  } finally {
    await database.close();
  }
}
