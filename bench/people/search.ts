/** A curator types a name: how long it takes among twenty thousand people, on both databases. */
import type { Clock } from "#core/clock.ts";
import { newId } from "#core/ids.ts";
import { createSearch } from "#features/behalf/index.ts";
import { createPeople } from "#features/people/index.ts";
import { type Database, openDatabase } from "#platform/db/index.ts";
import { silentLog } from "#platform/log.ts";

const PEOPLE = 20_000;
const SEARCHES = 300;
const CHUNK = 500;

const STEMS =
  "\u0432\u0435\u0442\u0440 \u043b\u0443\u0433 \u043e\u0440\u043b \u0441\u0435\u043c\u0435\u043d \u0437\u043e\u0440 \u043b\u0438\u0441 \u0441\u0435\u0434 \u0442\u0438\u0445\u043e\u043d \u0433\u0440\u043e\u043c \u043a\u0440\u0443\u0433\u043b \u0431\u0435\u043b\u044f\u043d \u0441\u043c\u0438\u0440\u043d \u043a\u0443\u0437\u043d\u0435\u0446 \u043f\u043e\u043f \u0432\u0430\u0441\u0438\u043b\u044c \u043f\u0435\u0442\u0440 \u0441\u043e\u043a\u043e\u043b \u043c\u0438\u0445\u0430\u0439\u043b \u043d\u043e\u0432\u0438\u043a \u0444\u0435\u0434\u043e\u0440 \u043c\u043e\u0440\u043e\u0437 \u0432\u043e\u043b\u043a \u0430\u043b\u0435\u043a\u0441\u0435 \u043b\u0435\u0431\u0435\u0434 \u0438\u0432\u0430\u043d \u0435\u0433\u043e\u0440 \u043f\u0430\u0432\u043b \u043a\u043e\u0437\u043b \u0441\u0442\u0435\u043f\u0430\u043d \u043d\u0438\u043a\u043e\u043b\u0430".split(
    " ",
  );
const ENDINGS =
  "\u043e\u0432 \u043e\u0432\u0430 \u0438\u043d \u0438\u043d\u0430 \u0441\u043a\u0438\u0439 \u0441\u043a\u0430\u044f \u0435\u043d\u043a\u043e \u0443\u043a \u0435\u0446\u043a\u0438\u0439 \u044e\u043a".split(
    " ",
  );
const GIVEN =
  "\u0430\u043d\u043d\u0430 \u043f\u0435\u0442\u0440 \u0434\u0430\u0440\u044c\u044f \u0431\u043e\u0440\u0438\u0441 \u0433\u043b\u0435\u0431 \u0432\u0438\u043a\u0442\u043e\u0440\u0438\u044f \u043c\u0430\u0440\u0438\u044f \u0438\u0432\u0430\u043d \u0441\u043e\u0444\u0438\u044f \u043c\u0430\u0442\u0432\u0435\u0439 \u0430\u0440\u0438\u043d\u0430 \u0444\u0435\u0434\u043e\u0440".split(
    " ",
  );

type School = { curatorId: string; names: string[]; codes: string[] };

/** A school of so many; names repeat as they do in a region. */
async function plant(database: Database, now: Date, random: () => number): Promise<School> {
  const pick = (words: string[]): string => words[Math.floor(random() * words.length)] ?? "";
  const [schoolId, programmeId, curatorId] = [newId(), newId(), newId()];
  const born = { createdAt: now, rev: 1 };
  const { db } = database;
  const place = { name: "School", city: "City", timeZone: "Europe/Moscow", locale: "ru" };
  await db.school.create({ data: { id: schoolId, ...place, ...born } });
  const period = { startsOn: "2026-09-01", endsOn: "2027-05-31", yearKind: "academic" };
  const ways = { track: "pupils", naming: "full", address: "vy", intakeSize: "short", status: "active" };
  await db.programme.create({ data: { id: programmeId, schoolId, title: "Programme", ...period, ...ways, ...born } });
  const nobody = { familyName: "", givenName: "", patronymic: "", search: "", createdAt: now };
  await db.person.create({ data: { id: curatorId, ...nobody } });
  const leads = {
    role: "curator",
    schoolId,
    scope: `school:${schoolId}`,
    code: "K-01",
    className: "",
    status: "active",
  };
  await db.membership.create({ data: { id: newId(), personId: curatorId, ...leads, ...born } });
  const names: string[] = [];
  const codes: string[] = [];
  for (let from = 0; from < PEOPLE; from += CHUNK) {
    const people = Array.from({ length: CHUNK }, (_, index) => {
      const search = `${pick(STEMS)}${pick(STEMS).slice(0, 3)}${pick(ENDINGS)} ${pick(GIVEN)}`;
      const [familyName = "", givenName = ""] = search.split(" ");
      const code = `Y-${String(from + index + 1).padStart(2, "0")}`;
      names.push(search);
      codes.push(code);
      return { id: newId(), code, person: { familyName, givenName, patronymic: "", search, createdAt: now } };
    });
    await db.person.createMany({ data: people.map(({ id, person }) => ({ id, ...person })) });
    const part = { role: "mentee", schoolId, programmeId, scope: `programme:${programmeId}`, status: "active" };
    await db.membership.createMany({
      data: people.map(({ id, code }) => ({ id: newId(), personId: id, code, className: "7", ...part, ...born })),
    });
  }
  return { curatorId, names, codes };
}

/** What curators type: a surname, one with a slip, both names, a beginning, a code. */
function typed({ names, codes }: School, random: () => number): string[] {
  return Array.from({ length: SEARCHES }, (_, index) => {
    const at = Math.floor(random() * names.length);
    const [family = "", given = ""] = (names[at] ?? "").split(" ");
    const slip = 1 + Math.floor(random() * (family.length - 2));
    const ways = [family, family.slice(0, slip) + family.slice(slip + 1), `${given} ${family}`, family.slice(0, 3)];
    return ways[index % (ways.length + 1)] ?? codes[at] ?? "";
  });
}

/** Milliseconds of each search, and how many found nobody, among twenty thousand in the database at this address. */
export async function searchTimes(
  url: string,
  { clock, random }: { clock: Clock; random: () => number },
): Promise<{ times: number[]; missed: number }> {
  const database = await openDatabase({ url, clock });
  try {
    const school = await plant(database, clock.now(), random);
    const people = createPeople({ database, clock, secret: Buffer.alloc(32, 7), log: silentLog });
    const { search } = createSearch({ database, people });
    const times: number[] = [];
    let missed = 0;
    for (const words of typed(school, random)) {
      const at = clock.monotonic();
      const result = await search(school.curatorId, words);
      times.push(clock.monotonic() - at);
      if (result?.kind !== "one" && result?.kind !== "many") missed++;
    }
    return { times, missed };
  } finally {
    await database.close();
  }
}
