/**
 * What is typed or sent while the chat listens, though the row that says for what was forged: for every talk of the tables, with
 * arguments as they were really seen, about things of every relation to whoever types.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { SECOND } from "#core/clock.ts";
import type { ArgKind } from "#platform/telegram/chat.ts";
import { engines } from "#test/support/engines.ts";
import { type World, world } from "#test/support/world.ts";
import { draftId, membershipId, NOBODY, PHONES, personId, programmeId, telegramIdOf } from "./cast.ts";
import { errorsIn, wordsFor } from "./hearing.ts";
import { allRows, changes } from "./rows.ts";
import { hiddenFrom } from "./secrets.ts";
import { plant, tokensOf } from "./seed.ts";
import { may } from "./table.ts";
import { realThings, relationOf, type Thing, unrealThings } from "./things.ts";
import { walk } from "./walk.ts";

const ROUNDS = 40;
/** Who types: every role once, near and far, who left, and nobody. */
const TYPISTS = [NOBODY, "owner", "curatorA", "curatorB", "menteeA1", "mentorA1", "guardianA1", "staffA1", "leftA1"];
const LONG = 300_000;
const REST = 4 * SECOND;
const KINDS: readonly ArgKind[] = ["person", "school", "programme", "membership", "run", "draft"];
const argsSchema = z.record(z.string(), z.union([z.string(), z.number()]));
type Args = z.infer<typeof argsSchema>;

/** Deep in what is done, where the walk does not always come: what these talks are listened for with. */
const DEEP: Readonly<Record<string, Args>> = {
  "bank.name": { membership: membershipId("menteeA1") },
  "bank.year": { membership: membershipId("menteeA1") },
  "behalf.date": { membership: membershipId("menteeA1"), who: personId("menteeA1") },
  "behalf.guardian": { membership: membershipId("menteeA1"), guardian: personId("guardianA1") },
  "behalf.table": { programme: programmeId("A1") },
  "leaving.day": { membership: membershipId("menteeA1") },
  "lists.class": { draft: draftId("curA"), rev: 1 },
  "lists.file": { programme: programmeId("A1") },
  "programmes.contact": { programme: programmeId("A1"), contact: "phone" },
  "staff.away": { programme: programmeId("A1") },
  "staff.note": { membership: membershipId("menteeA1") },
  "staff.offer": { membership: membershipId("menteeA1") },
  "staff.post": { programme: programmeId("A1"), which: "other" },
  "staff.refer-class": { programme: programmeId("A1") },
};

type Case = { key: string; talk: string; args: Args; thing: Thing; isAllowed: boolean };

/** The argument that names a thing, by its name. */
const kindIn = (args: Args): ArgKind | undefined => KINDS.find((kind) => typeof args[kind] === "string");
const idIn = (args: Args): string => String(args[kindIn(args) ?? "key"]);

/** The arguments with which each talk was really listened for, the first about each thing. */
async function listened(engine: World["database"]["kind"]): Promise<Map<string, Args[]>> {
  const w = await world({ engine });
  await plant(w);
  const seen = new Map<string, Args[]>();
  const look = async () => {
    for (const { kind, args } of await w.database.db.focus.findMany({ where: { kind: { not: "" } } })) {
      const read = argsSchema.parse(JSON.parse(args));
      const known = seen.get(kind) ?? [];
      if (!known.some((one) => idIn(one) === idIn(read))) seen.set(kind, [...known, read]);
    }
  };
  await look();
  await walk(w, ROUNDS, { once: true, look });
  await w.close();
  return seen;
}

/** One thing of each relation to this person, such as was seen if possible, and what is not there. */
function thingsFor(key: string, kind: ArgKind, seen: readonly Args[]): Thing[] {
  const chosen = new Map<string, Thing>();
  const isSeen = ({ id }: Thing): boolean => seen.some((args) => idIn(args) === id);
  for (const thing of realThings(kind).toSorted((one, other) => Number(isSeen(other)) - Number(isSeen(one)))) {
    const relation = relationOf(key, thing);
    if (!chosen.has(relation)) chosen.set(relation, thing);
  }
  return [...chosen.values(), ...unrealThings(kind)];
}

function casesOf(seen: Map<string, Args[]>): Case[] {
  return [...seen].flatMap(([talk, all]) => {
    const [first] = all;
    const kind = first && kindIn(first);
    if (!kind) return [];
    return PHONES.flatMap((key) =>
      thingsFor(key, kind, all).map((thing): Case => {
        const rev = "rev" in first ? { rev: thing.rev } : {};
        const args = all.find((one) => idIn(one) === thing.id) ?? { ...first, [kind]: thing.id, ...rev };
        return { key, talk, args, thing, isAllowed: may(key, talk, thing) };
      }),
    );
  });
}

/** Rounds in which each person has one case at most. */
function rounds(cases: Case[]): Case[][] {
  const made: Case[][] = [];
  const taken = new Map<string, number>();
  for (const one of cases) {
    const at = taken.get(one.key) ?? 0;
    taken.set(one.key, at + 1);
    made[at] = [...(made[at] ?? []), one];
  }
  return made;
}

/** A year, a name, a file: something for each talk. */
const SAID = ["2010", "Annabel Lee", "file"] as const;
const FILE = { name: "roadmap.docx", mime: "application/msword", bytes: Buffer.from("a roadmap") };

describe.each(engines)("typing into a forged talk, on %s", (engine) => {
  let w: World;
  let cases: Case[];
  let walked: Map<string, Args[]>;
  let seen: Map<string, Args[]>;
  const leaks: string[] = [];
  const silent: string[] = [];

  const about = ({ key, talk, args }: Case): string => `${key} ${talk} ${JSON.stringify(args)}`;

  async function listen({ key, talk, args }: Case): Promise<void> {
    const row = { kind: talk, args: JSON.stringify(args), state: "", screenId: null, updatedAt: w.clock.now() };
    const chatId = BigInt(telegramIdOf(key));
    await w.database.db.focus.upsert({ where: { chatId }, create: { chatId, ...row }, update: row });
  }

  async function play(round: Case[], how: (typeof SAID)[number]): Promise<string[]> {
    for (const one of round) await listen(one);
    const before = await allRows(w.database);
    const words = await wordsFor(w, () => {
      for (const { key } of round)
        if (how === "file") w.emulator.sendFile(telegramIdOf(key), FILE);
        else w.emulator.say(telegramIdOf(key), how);
    });
    const hidden = hiddenFrom(tokensOf(w));
    for (const one of round) {
      const said = words.get(telegramIdOf(one.key)) ?? "";
      if (said === "") silent.push(about(one));
      leaks.push(
        ...(hidden.get(one.key) ?? []).filter((word) => said.includes(word)).map((word) => `${about(one)}: ${word}`),
      );
    }
    const changed = changes(before, await allRows(w.database));
    await w.clock.advance(REST);
    return changed;
  }

  beforeAll(async () => {
    walked = await listened(engine);
    const deep = Object.entries(DEEP).filter(([talk]) => !walked.has(talk));
    seen = new Map([...walked, ...deep.map(([talk, args]): [string, Args[]] => [talk, [args]])]);
    console.info(`${engine}: ${walked.size} talks by walking, ${deep.length} by hand`);
    w = await world({ engine });
    await plant(w);
    cases = casesOf(seen);
  }, LONG);
  afterAll(() => w.close());

  it("holds every talk, in everybody's hands", () => {
    expect([...seen.keys()].toSorted()).toEqual([...w.app.routes.talks.keys()].toSorted());
    expect(new Set(cases.map(({ key }) => key)).has(NOBODY)).toBe(true);
    expect([...seen.values()].flat().filter((args) => !kindIn(args))).toEqual([]);
  });

  it("what is given by hand has the shape of what the walk sees", () => {
    const namesOf = (args: Args | undefined) => Object.keys(args ?? {}).toSorted();
    const both = Object.keys(DEEP).filter((talk) => walked.has(talk));
    expect(both.map((talk) => [talk, namesOf(DEEP[talk])])).toEqual(
      both.map((talk) => [talk, namesOf(walked.get(talk)?.[0])]),
    );
  });

  it(
    "changes nothing that is not theirs, says nothing secret, and answers",
    async () => {
      const forbidden = cases.filter(({ key, isAllowed }) => !isAllowed && TYPISTS.includes(key));
      const changed: string[] = [];
      for (const how of SAID) for (const round of rounds(forbidden)) changed.push(...(await play(round, how)));
      console.info(`${engine}: ${SAID.length * forbidden.length} forged texts and files into ${seen.size} talks`);
      expect(changed).toEqual([]);
      expect(leaks).toEqual([]);
      expect(silent).toEqual([]);
      expect(errorsIn(w)).toEqual([]);
    },
    LONG,
  );

  it(
    "lets the right people answer: the same words are taken from them",
    async () => {
      const taken = new Set<string>();
      for (const how of SAID)
        for (const talk of seen.keys())
          for (const round of rounds(cases.filter((one) => one.isAllowed && one.talk === talk)))
            if ((await play(round, how)).length > 0) taken.add(talk);
      console.info(`${engine}: taken by ${[...taken].join(" ")}`);
      expect(taken.size).toBeGreaterThan(6);
      expect(leaks).toEqual([]);
      expect(errorsIn(w)).toEqual([]);
    },
    LONG,
  );
});
