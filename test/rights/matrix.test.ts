/**
 * Every tap of the tables, in the hands of everybody, on things of every relation to them. Nothing here lists taps: a new one is in
 * the matrix from its first day. What may be done is read from the table of rights (`table.ts`); whether something was done is read
 * from the rows of the database, and what was said from the calls to Telegram.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MINUTE } from "#core/clock.ts";
import { engines } from "#test/support/engines.ts";
import { type World, world } from "#test/support/world.ts";
import { FORGERS, idsOfSchool, PHONES, SCHOOLS, type SchoolKey, schoolKeysOf } from "./cast.ts";
import { type Case, createForge, type Forge } from "./forge.ts";
import { membersAfter } from "./grown.ts";
import { errorsIn } from "./hearing.ts";
import { createPlay, nothingPlayed, type Played, type Told } from "./matrix.ts";
import { hiddenFrom } from "./secrets.ts";
import { plant, tokensOf } from "./seed.ts";
import { may } from "./table.ts";
import { walk } from "./walk.ts";

/** Enough to have seen buttons of nearly every kind with the revisions, keys and tags that they carry. */
const ROUNDS = 45;
const OTHER: Record<SchoolKey, SchoolKey> = { A: "B", B: "A" };
const LONG = 420_000;

const about = ({ key, data }: Case): string => `${key} ${data}`;

/** Words that this person must not read. */
const leaked = (hidden: Map<string, string[]>, { key, data, shown, toast }: Told): string[] =>
  (hidden.get(key) ?? []).filter((word) => `${shown} ${toast}`.includes(word)).map((word) => `${key} ${data}: ${word}`);

async function seenButtons(engine: World["database"]["kind"]): Promise<Set<string>> {
  const w = await world({ engine });
  await plant(w);
  const { seen } = await walk(w, ROUNDS, { once: true });
  await w.close();
  return seen;
}

/** Everybody on SQLite; on PostgreSQL, where the same services decide by the same rows, every second person, in turn by tap. */
const forgersOf = (engine: World["database"]["kind"], tapAt: number): readonly string[] =>
  engine === "sqlite" ? FORGERS : FORGERS.filter((_, at) => (at + tapAt) % 2 === 0);

describe.each(engines)("the matrix of rights, on %s", (engine) => {
  let w: World;
  let forge: Forge;
  let hidden: Map<string, string[]>;
  const { told, changed }: Played = nothingPlayed();

  beforeAll(async () => {
    const seen = await seenButtons(engine);
    w = await world({ engine });
    await plant(w);
    hidden = hiddenFrom(tokensOf(w));
    forge = createForge(w.app.routes, seen);
    const play = await createPlay(w);
    for (const [at, tap] of forge.taps.entries()) {
      const forbidden = forge.cases(tap, forgersOf(engine, at)).filter(({ key, thing }) => !may(key, tap, thing));
      await play(tap, forbidden, { told, changed });
    }
    console.info(`${engine}: ${told.length} forbidden taps of ${forge.taps.length} kinds by ${FORGERS.length} people`);
  }, LONG);
  afterAll(() => w.close());

  it("holds every tap that is about something, by everybody, on things near, far, missing and malformed", () => {
    expect([...new Set(told.map(({ tap }) => tap))].toSorted()).toEqual(forge.taps.toSorted());
    expect(new Set(told.map(({ key }) => key))).toEqual(new Set(FORGERS));
    for (const kind of ["real", "missing", "malformed"]) expect(told.some(({ thing }) => thing.is === kind)).toBe(true);
    expect(told.length).toBeGreaterThan(3_000);
  });

  it("changes nothing that the table of rights does not allow", () => {
    expect(changed).toEqual([]);
  });

  it("shows nobody a word that is not theirs to read", () => {
    expect(told.flatMap((one) => leaked(hidden, one))).toEqual([]);
  });

  it("answers every one of them, with words", () => {
    const silent = told.filter(({ isAnswered, shown, toast }) => !isAnswered || (shown === "" && toast === ""));
    expect(silent.map(about)).toEqual([]);
  });

  it("says the same about what is not there and about what is not theirs", () => {
    const said = ({ shown, toast }: Told) => `${shown} ${toast}`;
    const place = ({ key, tap }: Case) => `${key} ${tap}`;
    const ofMissing = new Map(told.filter(({ thing }) => thing.is === "missing").map((one) => [place(one), said(one)]));
    const foreign = told.filter(({ thing }) => thing.is === "real");
    expect(foreign.filter((one) => said(one) !== ofMissing.get(place(one))).map(about)).toEqual([]);
  });

  it(
    "lets the right people do it: the same buttons work, and touch nothing of the other school",
    async () => {
      const all = nothingPlayed();
      for (const school of SCHOOLS) {
        // What the one school's people set off (and may take back for a minute) has happened before the other's begin.
        await w.later(2 * MINUTE);
        const play = await createPlay(w);
        const mine = PHONES.filter((key) => schoolKeysOf(key).includes(school));
        const done = nothingPlayed();
        for (const tap of forge.taps) await play(tap, forge.allowed(tap, mine, may), done);
        const foreign = idsOfSchool(OTHER[school]);
        const strayed = done.changed
          .flatMap(({ rows }) => rows)
          .filter((row) => foreign.some((id) => row.includes(id)));
        expect(strayed).toEqual([]);
        all.told.push(...done.told);
        all.changed.push(...done.changed);
      }
      const play = await createPlay(w);
      for (const tap of forge.taps) await play(tap, forge.allowed(tap, ["owner"], may), all);
      const working = new Set(all.changed.map(({ tap }) => tap));
      console.info(
        `${engine}: ${all.told.length} permitted taps; those that change something: ${[...working].join(" ")}`,
      );
      const members = await membersAfter(w);
      const now = hiddenFrom(tokensOf(w), { members });
      const whileEntering = hiddenFrom(tokensOf(w), { members, entering: true });
      const read = (one: Told) => leaked(/^run\./.test(one.tap) ? whileEntering : now, one);
      expect(all.told.flatMap(read)).toEqual([]);
      expect(all.told.filter(({ isAnswered }) => !isAnswered).map(about)).toEqual([]);
      expect(working.size).toBeGreaterThan(15);
    },
    LONG,
  );

  it("logs no error", () => {
    expect(errorsIn(w)).toEqual([]);
  });
});
