import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { membershipId, programmeId, schoolId, telegramIdOf, type Words } from "#test/rights/cast.ts";
import { errorsIn } from "#test/rights/hearing.ts";
import { plant } from "#test/rights/seed.ts";
import { type Walked, walk } from "#test/rights/walk.ts";
import { engines } from "#test/support/engines.ts";
import { type World, world } from "#test/support/world.ts";

const LONG = 180_000;
const ROUNDS = 30;

const ZALGO = "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307";
const FAMILY = "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}";
/** Markup, entities, quotes, a direction that turns round, marks upon marks, a family of one sign; Fluent's own signs. */
const ODD = [
  "<b>",
  "</b></i>",
  "&amp;&lt;",
  "\"'`",
  "<a href='https://example.org'>",
  "\u202eabc",
  "{ $name }",
  ZALGO,
  FAMILY,
] as const;
const odd = (at: number, mark: string): string => `${ODD[at % ODD.length]}${mark}`;
const numberOf = (key: string): number => [...key].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0);
const long = (at: number, length: number): string =>
  [...(ODD[at % ODD.length] ?? "").repeat(length)].slice(0, length).join("");

/** The longest that each may be, of odd signs alone where they fit. */
const WORDS: Words = {
  schoolName: (key) => long(numberOf(key), 120),
  city: (key) => odd(numberOf(key), "C"),
  title: (key) => long(numberOf(key), 100),
  family: (key) => long(numberOf(key), 80),
  given: (key) => odd(numberOf(key) + 1, "G"),
  answer: (key) => long(numberOf(key), 4_000),
  draft: (key) => odd(numberOf(key), "D"),
  file: (key) => `${odd(numberOf(key), "F")}.docx`,
  note: (key) => odd(numberOf(key), "N"),
  reason: (key) => odd(numberOf(key), "R"),
};

/** Screens on which every school, programme and person stands, and who may open them. */
const LOOKS: readonly [curator: string, press: string][] = [
  ...(["A", "B"] as const).flatMap((key): [string, string][] => [
    [`curator${key}`, `programmes.school:${schoolId(key)}`],
    [`curator${key}`, `programmes.open:${programmeId(`${key}1`)}`],
    [`curator${key}`, `programmes.open:${programmeId(`${key}2`)}`],
    [`curator${key}`, `bank.card:${membershipId(`mentee${key}1`)}`],
  ]),
  ["curatorA", `bank.card:${membershipId("mentorA1")}`],
];

describe.each(engines)("what people wrote in odd signs, on %s", (engine) => {
  let w: World;
  let walked: Walked;
  const refused: string[] = [];
  const texts = new Set<string>();
  beforeAll(async () => {
    w = await world({ engine });
    w.emulator.subscribe((change) => {
      if (change.kind !== "message" && change.kind !== "edited") return;
      const message = w.emulator.chat(change.chatId).find(({ id }) => id === change.messageId);
      if (message?.byBot) texts.add([message.text, ...message.buttons.flat().map(({ text }) => text)].join("\n"));
    });
    await plant(w, WORDS);
    // Looked at before the walk, on which anybody may leave or be renamed.
    for (const [curator, press] of LOOKS) {
      const id = telegramIdOf(curator);
      w.emulator.say(id, "/start");
      await w.settle();
      w.emulator.forgeTap(id, w.emulator.chat(id).findLast(({ byBot }) => byBot)?.id ?? 1, press);
      await w.settle();
    }
    walked = await walk(w, ROUNDS, { once: true });
    for (const { method, outcome } of w.emulator.calls)
      if (outcome.kind === "refused") refused.push(`${method}: ${outcome.description}`);
  }, LONG);
  afterAll(() => w.close());

  it("breaks no screen: Telegram takes every message, and every button is answered", () => {
    expect(refused.filter((description) => !description.includes("message is not modified"))).toEqual([]);
    expect(walked.dead).toEqual([]);
    expect(errorsIn(w)).toEqual([]);
  });

  it("stands on the screen as it was written", () => {
    const all = [...texts].join("\n");
    const wanted = [
      ...(["A", "B"] as const).map(WORDS.schoolName),
      ...(["A1", "A2", "B1", "B2"] as const).map(WORDS.title),
      ...["menteeA1", "mentorA1", "menteeB1"].map((key) => `${WORDS.family(key)} ${WORDS.given(key)}`),
    ];
    expect(wanted.filter((words) => !all.includes(words))).toEqual([]);
  });

  it("no sign of it became markup: nothing leads out of the chat", () => {
    const entities = w.emulator
      .users()
      .flatMap(({ id }) => w.emulator.chat(id).flatMap((message) => (message.byBot ? message.entities : [])));
    expect(entities.filter(({ type }) => type === "text_link")).toEqual([]);
  });
});
