import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { MINUTE, SECOND } from "#core/clock.ts";
import { draftId, NOBODY, personId, runId, telegramIdOf } from "#test/rights/cast.ts";
import { type Case, createForge } from "#test/rights/forge.ts";
import { answersTo, errorsIn, wordsFor } from "#test/rights/hearing.ts";
import { allRows, changes, type Rows } from "#test/rights/rows.ts";
import { plant } from "#test/rights/seed.ts";
import { may } from "#test/rights/table.ts";
import { walk } from "#test/rights/walk.ts";
import { engines } from "#test/support/engines.ts";
import { type World, world } from "#test/support/world.ts";

const LONG = 180_000;
const TELLTALE = ["curatorA", "menteeA1", "mentorA1", "guardianA1", "owner", NOBODY];
const REST = 6 * SECOND;
/** Names that every object of JavaScript has. */
const INHERITED = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"];

const bytes = (text: string): number => Buffer.byteLength(text);
const noise = fc.oneof(
  fc.uint8Array({ minLength: 64, maxLength: 64 }).map((all) => Buffer.from(all).toString("latin1").slice(0, 32)),
  fc.string({ unit: "binary", maxLength: 16 }),
  fc.string({
    unit: fc.constantFrom(...":.-_%'\"<>&\\\0\u202e\u{1f468}", "run", "bank", "null", "NaN", "-1", "1e9"),
    maxLength: 16,
  }),
);

describe.each(engines)("buttons and states that no screen has shown, on %s", (engine) => {
  let w: World;
  let seen: string[];
  let rows: Rows;
  beforeAll(async () => {
    w = await world({ engine });
    await plant(w);
    seen = [...(await walk(w, 20, { once: true })).seen];
    // What the walk has planned is said before the rows are looked at.
    await w.clock.advance(5 * MINUTE);
    // Sending keeps a pace, so the tick ends only when the time goes on.
    const ticking = w.app.tick();
    await w.clock.advance(5 * MINUTE);
    await ticking;
    rows = await allRows(w.database);
  }, LONG);
  afterEach(async () => {
    await w.clock.advance(REST);
    expect(errorsIn(w)).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
  afterAll(() => w.close());

  const tap = (key: string, data: string) => {
    const id = telegramIdOf(key);
    return w.emulator.forgeTap(id, w.emulator.chat(id).find(({ byBot }) => byBot)?.id ?? 1, data);
  };

  /** Everybody taps this; each is answered, and nothing changes. */
  async function expectIgnored(all: { key: string; data: string }[]): Promise<void> {
    const answers = await answersTo(w, all, ({ key, data }) => tap(key, data));
    await w.clock.advance(REST);
    for (const [{ key, data }, answer] of answers) {
      expect(answer.isAnswered, `${key} ${JSON.stringify(data)}`).toBe(true);
      expect(answer.shown + answer.toast, `${key} ${JSON.stringify(data)}`).not.toBe("");
    }
    const now = await allRows(w.database);
    expect(changes(rows, now)).toEqual([]);
  }

  it(
    "random bytes are answered and change nothing",
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(noise, { minLength: 5, maxLength: 15 }), async (all) =>
          expectIgnored(all.flatMap((data) => TELLTALE.map((key) => ({ key, data })))),
        ),
        { numRuns: 12 },
      );
    },
    LONG,
  );

  it(
    "real buttons cut short, with a part too many or of the wrong shape are answered and change nothing",
    async () => {
      const spoilt = fc.constantFrom(...seen.filter((data) => data.includes(":"))).chain((data) => {
        const parts = data.split(":");
        const cut = fc.integer({ min: 1, max: parts.length - 1 }).map((length) => parts.slice(0, length).join(":"));
        const longer = fc.constantFrom(`${data}:0`, `${data}:`, `:${data}`, `${data} `, `${data}\0`);
        const shapes = fc.constantFrom("1e3", "0x10", "١٢", "--1", "1.5", " 1", "9999999999", "%00", "a b", "<b>");
        const wrong = fc
          .tuple(shapes, fc.integer({ min: 1, max: parts.length - 1 }))
          .map(([shape, at]) => parts.with(at, shape).join(":"));
        return fc.oneof(longer, wrong, cut).filter((one) => bytes(one) <= 64 && one !== data);
      });
      // Cutting may leave another button, so these are in the hands of who may do nothing with either.
      await fc.assert(
        fc.asyncProperty(fc.array(spoilt, { minLength: 5, maxLength: 15 }), async (all) =>
          expectIgnored(all.filter((data) => data.includes(":")).map((data) => ({ key: NOBODY, data }))),
        ),
        { numRuns: 25 },
      );
    },
    LONG,
  );

  it(
    "names that every object has are no keys of anything, in the right hands neither",
    async () => {
      const forge = createForge(w.app.routes, new Set(seen));
      const keyed = (tapName: string) => w.app.routes.taps.get(tapName)?.args.includes("key");
      const cases = forge.taps.filter(keyed).flatMap((name) => forge.allowed(name, TELLTALE, may));
      const args = (name: string) => w.app.routes.taps.get(name)?.args ?? [];
      const spoilt = cases.flatMap((one: Case, at) =>
        INHERITED.slice(at % 2, (at % 2) + 3).map((word) => {
          const [kind = "", ...parts] = one.data.split(":");
          return {
            key: one.key,
            data: [kind, ...parts.map((part, i) => (args(one.tap)[i] === "key" ? word : part))].join(":"),
          };
        }),
      );
      const fitting = spoilt.filter(({ data }) => bytes(data) <= 64);
      expect(fitting.length).toBeGreaterThan(30);
      for (let at = 0; at < fitting.length; at += 18) await expectIgnored(fitting.slice(at, at + 18));
    },
    LONG,
  );

  it("what a chat listens to may hold such names: they are inert", async () => {
    const forged = (kind: string, args: Record<string, unknown>) => ({
      kind,
      args: `{"__proto__":{"isPolluted":1},"constructor":{"prototype":{"isPolluted":1}},${JSON.stringify(args).slice(1)}`,
    });
    const states = [
      forged("run.answer", { run: runId("menteeA1"), key: "__proto__", rev: 3 }),
      forged("programmes.setting", { programme: "__proto__", rev: 1, setting: "constructor" }),
      forged("programmes.draft", { draft: draftId("curA"), rev: 1, step: "__proto__" }),
      forged("people.name", { person: "__proto__" }),
      { kind: "__proto__", args: "{}" },
      { kind: "constructor", args: '{"person":["a"]}' },
      { kind: "run.answer", args: '{"run":{"id":"x"},"key":["a"],"rev":"NaN"}' },
    ];
    const before = await allRows(w.database);
    for (const key of ["menteeA1", "curatorA"])
      for (const state of states) {
        const chatId = BigInt(telegramIdOf(key));
        const row = { ...state, state: "", screenId: null, updatedAt: w.clock.now() };
        await w.database.db.focus.upsert({ where: { chatId }, create: { chatId, ...row }, update: row });
        const words = await wordsFor(w, () => void w.emulator.say(telegramIdOf(key), "Some words"));
        expect(words.get(telegramIdOf(key)) ?? "", `${key} ${state.kind} ${state.args}`).not.toBe("");
        await w.clock.advance(SECOND);
      }
    expect(changes(before, await allRows(w.database))).toEqual([]);
    expect(Reflect.get({}, "isPolluted")).toBeUndefined();
  });

  it("a draft whose stored answers hold such names is no draft any more", async () => {
    const { db } = w.database;
    const data =
      '{"schoolId":null,"at":"city","returning":false,"answers":{"__proto__":{"name":"x"},"constructor":"x"}}';
    const at = w.clock.now();
    const id = "proto-draft";
    await db.draft.create({
      data: { id, personId: personId("owner"), kind: "school", data, rev: 1, createdAt: at, updatedAt: at },
    });
    for (const button of [`programmes.draft:${id}`, `programmes.create:${id}:1`, `programmes.back:${id}:1`]) {
      const before = await allRows(w.database);
      const [answer] = (await answersTo(w, [button], (one) => tap("owner", one))).values();
      expect(answer?.shown).not.toBe("");
      expect(changes(before, await allRows(w.database))).toEqual([]);
    }
  });
});
