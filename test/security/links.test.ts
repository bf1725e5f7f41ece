import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { after, DAY, MINUTE, SECOND } from "#core/clock.ts";
import { invitationId, LINKS, membershipId, personId, programmeId, telegramIdOf } from "#test/rights/cast.ts";
import { errorsIn, wordsFor } from "#test/rights/hearing.ts";
import { allRows, changes } from "#test/rights/rows.ts";
import { hiddenFrom } from "#test/rights/secrets.ts";
import { plant, tokensOf } from "#test/rights/seed.ts";
import { engines } from "#test/support/engines.ts";
import { type World, world } from "#test/support/world.ts";

const WRONG = "Такая ссылка не подходит";
const SLOW = "Слишком много неподходящих ссылок";
/** So many wrong links a minute are looked at, from one chat and from all. */
const [PER_CHAT, IN_ALL] = [5, 100];

const guess = (at: number): string => `guess${String(at).padStart(6, "0")}AAAAAAAAAAA`;
const files = z.array(z.object({ file: z.string() }));

describe.each(engines)("links, on %s", (engine) => {
  let w: World;
  let tokens: Map<string, string>;
  beforeEach(async () => {
    w = await world({ engine });
    await plant(w);
    tokens = tokensOf(w);
  });
  afterEach(() => w.close());

  const token = (key: string): string => tokens.get(key) ?? "";
  const opens = async (key: string, link: string): Promise<string> => {
    const id = telegramIdOf(key);
    return (await wordsFor(w, () => void w.emulator.start(id, link))).get(id) ?? "";
  };
  /** The button «this one comes», as it stands below the question who comes by a link. */
  const joining = (link: string, comer: string, onPhone: number): string => {
    expect(w.app.routes.taps.get("home.join")?.args).toEqual(["key", "key", "number"]);
    return `home.join:${link}:${comer}:${onPhone}`;
  };
  const tapsJoin = async (key: string, link: string, comer: string): Promise<string> => {
    const id = telegramIdOf(key);
    const [message] = w.emulator.chat(id).filter(({ byBot }) => byBot);
    const phone = { account: { telegramId: BigInt(id) } };
    const data = joining(link, comer, await w.database.db.accountPerson.count({ where: phone }));
    return (await wordsFor(w, () => void w.emulator.forgeTap(id, message?.id ?? 1, data))).get(id) ?? "";
  };

  it("of ten thousand guesses none is accepted, few are looked up, and nothing piles up", async () => {
    const guessers = Array.from({ length: 50 }, (_, at) => w.person(`Guesser${at}`).id);
    const before = await allRows(w.database);
    const { db } = w.database;
    const each = 10_000 / guessers.length;
    let [wrong, slow, tried] = [0, 0, 0];
    for (let at = 0; at < each; at++) {
      const words = await wordsFor(w, () => {
        for (const id of guessers) {
          // By a link, by a link that is pasted, by a forged button.
          if (at === 0 || at % 3 === 0) w.emulator.start(id, guess(tried));
          else if (at % 3 === 1) w.emulator.say(id, `https://t.me/tropa_bot?start=${guess(tried)}`);
          else
            w.emulator.forgeTap(
              id,
              w.emulator.chat(id).find(({ byBot }) => byBot)?.id ?? 1,
              joining(guess(tried), "new", 0),
            );
          tried++;
        }
      });
      for (const said of words.values()) {
        if (said.includes(WRONG)) wrong++;
        if (said.includes(SLOW)) slow++;
      }
      await w.clock.advance(0.3 * SECOND);
      if (engine !== "sqlite" && tried >= 2_000) break;
    }
    const minutes = Math.ceil(((tried / guessers.length) * 0.3 * SECOND) / MINUTE);
    // A chat that has not guessed wrong within the minute is heard whatever others do: that is one link a minute more for each.
    expect(wrong).toBeLessThanOrEqual((IN_ALL + guessers.length) * (minutes + 1));
    expect(wrong + slow).toBe(tried);
    expect(await db.linkGuess.count()).toBe(wrong);
    const kinds = new Set(
      changes(before, await allRows(w.database)).map((row) => row.split(" ").slice(0, 2).join(" ")),
    );
    expect(kinds).toEqual(new Set(["+ ChatAccount", "+ LinkGuess", "+ Notice"]));
    await w.later(5 * MINUTE);
    const told = w.emulator.chat(telegramIdOf("owner")).filter(({ text }) => text.includes("Кто-то подбирает ссылки"));
    expect(told).toHaveLength(await db.notice.count({ where: { kind: "staff.guessing" } }));
    expect(await db.inbox.count({ where: { NOT: { payload: "" } } })).toBe(0);
    expect(errorsIn(w)).toEqual([]);
  }, 300_000);

  it("one chat is slowed down after five, and then even the right link waits a minute", async () => {
    const mentees = { where: { programmeId: programmeId("A1"), role: "mentee" } };
    const before = await w.database.db.membership.count(mentees);
    for (let at = 0; at < PER_CHAT; at++) expect(await opens("nobody", guess(at))).toContain(WRONG);
    expect(await opens("nobody", token("oneA1"))).toContain(SLOW);
    await w.clock.advance(MINUTE);
    expect(await opens("nobody", token("oneA1"))).not.toContain(SLOW);
    expect(await w.database.db.membership.count(mentees)).toBe(before + 1);
  });

  it("a link that is used up, over, or taken back lets nobody in and says nothing of what it led to", async () => {
    const { db } = w.database;
    await db.invitation.update({ where: { id: invitationId("oneA1") }, data: { used: 1 } });
    await db.invitation.update({
      where: { id: invitationId("manyA1") },
      data: { expiresAt: after(w.clock.now(), -DAY) },
    });
    await db.invitation.update({ where: { id: invitationId("staffA2") }, data: { revokedAt: w.clock.now() } });
    const before = await allRows(w.database);
    const hidden = hiddenFrom(tokens);
    for (const key of ["nobody", "menteeB1", "curatorB", "leftA1"])
      for (const link of ["oneA1", "manyA1", "staffA2"])
        for (const said of [await opens(key, token(link)), await tapsJoin(key, token(link), "new")]) {
          expect(said).not.toBe("");
          expect((hidden.get(key) ?? []).filter((word) => word !== token(link) && said.includes(word))).toEqual([]);
        }
    expect(changes(before, await allRows(w.database))).toEqual([]);
  });

  it("a link into another programme shows nothing of it before one has come in", async () => {
    const hidden = hiddenFrom(tokens);
    const before = await allRows(w.database);
    for (const [key, link] of [
      ["menteeA1", "oneB1"],
      ["curatorA", "manyB2"],
      ["guardianA1", "guardB1"],
    ] as const) {
      const said = await opens(key, token(link));
      expect((hidden.get(key) ?? []).filter((word) => word !== token(link) && said.includes(word))).toEqual([]);
    }
    expect(changes(before, await allRows(w.database))).toEqual([]);
  });

  it("nobody comes in as somebody who does not write from this phone", async () => {
    const victim = personId("menteeB1");
    for (const key of ["nobody", "menteeA1"]) await tapsJoin(key, token("manyA1"), victim);
    const { db } = w.database;
    const memberships = await db.membership.findMany({ where: { personId: victim } });
    expect(memberships.map(({ id }) => id)).toEqual([membershipId("menteeB1")]);
    expect(await db.accountPerson.count({ where: { personId: victim } })).toBe(1);
    const mentors = await db.membership.count({ where: { role: "mentor" } });
    await tapsJoin("menteeA1", token("manyA1"), "new");
    expect(await db.membership.count({ where: { role: "mentor" } })).toBe(mentors + 1);
  });

  it("a child who opens or forges its guardian's link never becomes its own guardian", async () => {
    const { db } = w.database;
    const child = personId("otherA1");
    const said = await opens("otherA1", token("guardA1"));
    expect(said).toContain("для родителя");
    await tapsJoin("otherA1", token("guardA1"), child);
    expect(await db.guardianship.count({ where: { guardianId: child } })).toBe(0);
    expect(await db.membership.count({ where: { personId: child } })).toBe(1);
  });

  it("no token stands in the database or in the log, also not in what is left of its file", async () => {
    for (const { key } of LINKS) {
      await opens("nobody", token(key));
      await opens("menteeA1", token(key));
      await w.clock.advance(MINUTE);
    }
    await w.app.stop();
    const { db, kind } = w.database;
    const whole = [...(await allRows(w.database)), JSON.stringify(await db.focus.findMany(), text)].join("\n");
    const left = JSON.stringify(await db.inbox.findMany(), text);
    const places = [whole, left, w.logged.join("\n")];
    if (kind === "sqlite") {
      await w.database.forgetErased();
      const [main] = files.parse(await db.$queryRawUnsafe("PRAGMA database_list"));
      places.push(readFileSync(main?.file ?? "", "latin1"), readFileSync(`${main?.file}-wal`, "latin1"));
    }
    for (const [key, one] of tokens)
      expect(
        places.findIndex((place) => place.includes(one)),
        key,
      ).toBe(-1);
  });
});

const text = (_key: string, value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);
