/** The buttons of the matrix: each tap of the tables × each thing that it may name × values that would work for the right person. */
import { readPress } from "#core/screen.ts";
import type { ArgKind, Routes } from "#platform/telegram/chat.ts";
import { aboutAt, realThings, relationOf, type Thing, unrealThings } from "./things.ts";
import { MERGES } from "./walk.ts";

/** A button in the hands of somebody. */
export type Case = { key: string; tap: string; data: string; thing: Thing };

/** Telegram takes no more in a button. */
const LONGEST = 64;

type Values = (string | number)[];

/** Where no such button was seen: the present revision as the first number, nothing else known. */
function plainValues(kinds: readonly ArgKind[], { rev }: Thing): Values {
  const firstNumber = kinds.indexOf("number");
  return kinds.map((kind, at) => (kind !== "number" ? "data" : at === firstNumber ? rev : 0));
}

const written = (tap: string, kinds: readonly ArgKind[], thing: Thing, values: Values): string =>
  [tap, ...kinds.map((_, at) => (at === aboutAt(kinds) ? thing.id : values[at]))].join(":");

/** The same values with something of either school where a second thing is named. */
const foreignSeconds = (kinds: readonly ArgKind[], values: Values): Values[] =>
  kinds.flatMap((kind, at) =>
    at <= aboutAt(kinds)
      ? []
      : realThings(kind)
          .filter((_, index, all) => index === 0 || index === all.length - 1)
          .map(({ id }) => values.with(at, id)),
  );

export type Forge = {
  /** The taps that are about something. */
  taps: string[];
  /** The forged buttons of a tap in these hands: on one real thing of each relation at least, and on what is not there. */
  cases(tap: string, keys: readonly string[]): Case[];
  /** The buttons of a tap in the hands of those who may use them, on one thing of each relation. */
  allowed(tap: string, keys: readonly string[], may: (key: string, tap: string, thing: Thing) => boolean): Case[];
};

export function createForge(routes: Routes, seen: ReadonlySet<string>): Forge {
  const presses = [...seen].map(readPress);
  const taps = [...routes.taps.keys()]
    .filter((tap) => aboutAt(routes.taps.get(tap)?.args ?? []) >= 0)
    .toSorted((one, other) => Number(MERGES.test(one)) - Number(MERGES.test(other)));
  const kindsOf = (tap: string): readonly ArgKind[] => routes.taps.get(tap)?.args ?? [];
  const seenOf = (tap: string) => presses.filter(({ kind }) => kind === tap).map(({ args }) => args);
  const isSeen = (tap: string, { id }: Thing): boolean =>
    seenOf(tap).some((args) => args[aboutAt(kindsOf(tap))] === id);

  /** The tap on this thing, with other arguments as somebody has really seen them, of the same thing when possible. */
  function buttons(tap: string, thing: Thing): string[] {
    const kinds = kindsOf(tap);
    const all = seenOf(tap);
    const same = all.filter((args) => args[aboutAt(kinds)] === thing.id);
    const values = same.length > 0 ? [same[0], same.at(-1)] : [all[0] ?? plainValues(kinds, thing)];
    const known = values.flatMap((args) => (args ? [args] : []));
    const data = [...known, ...foreignSeconds(kinds, known[0] ?? [])].map((args) => written(tap, kinds, thing, args));
    return [...new Set(data)].filter((one) => Buffer.byteLength(one) <= LONGEST);
  }

  /** Of each relation the thing whose buttons were seen, or another one for each tap. */
  function chosen(tap: string, key: string, all: readonly Thing[]): Thing[] {
    const byRelation = new Map<string, Thing[]>();
    for (const thing of all) {
      const relation = relationOf(key, thing);
      byRelation.set(relation, [...(byRelation.get(relation) ?? []), thing]);
    }
    return [...byRelation.values()].flatMap((things) => {
      const known = things.filter((thing) => isSeen(tap, thing));
      const from = known.length > 0 ? known : things;
      const one = from[(taps.indexOf(tap) + key.length) % from.length];
      return one ? [one] : [];
    });
  }

  let turns = 0;
  /** One of the buttons, another one each time: what else stands in it makes no other right. */
  const oneOf = (all: Case[]): Case[] => all.slice(turns++ % all.length).slice(0, 1);

  const kindOf = (tap: string): ArgKind => kindsOf(tap)[aboutAt(kindsOf(tap))] ?? "key";
  const held = (key: string, tap: string, thing: Thing): Case[] =>
    buttons(tap, thing).map((data) => ({ key, tap, data, thing }));

  return {
    taps,
    cases: (tap, keys) =>
      keys.flatMap((key) =>
        [...chosen(tap, key, realThings(kindOf(tap))), ...unrealThings(kindOf(tap))].flatMap((thing) =>
          oneOf(held(key, tap, thing)),
        ),
      ),
    allowed: (tap, keys, may) =>
      keys.flatMap((key) => {
        const things = realThings(kindOf(tap)).filter((thing) => may(key, tap, thing));
        return chosen(tap, key, things).flatMap((thing) => held(key, tap, thing));
      }),
  };
}
