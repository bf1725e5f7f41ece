import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { engines } from "#test/support/engines.ts";
import { type BotProcess, until } from "#test/support/process.ts";
import { type Hold, holdBeforeAnswer, holdInbox } from "./held.ts";
import type { Robot } from "./robot.ts";
import { openStage, type Stage } from "./stage.ts";
import { expectKept } from "./storm.ts";

/** Typed, with another typed question after it: a text that went astray would be stored there. */
const TYPED = "detail";
const TYPED_NEXT = "achievements";
/** Tapped. */
const TAPPED = "level";

const WINDOWS = 5;
const SCREENS = /^(sendMessage|editMessageText)$/;

describe.each(engines)("killed in the middle of an answer, on %s", (engine) => {
  let stage: Stage;
  let bot: BotProcess;
  const everybody: Robot[] = [];
  const rested: Robot[][] = [];
  let types: Robot;
  let taps: Robot;
  beforeAll(async () => {
    stage = await openStage(engine);
    everybody.push(...(await stage.robots(2 * WINDOWS, 7)));
    bot = await stage.start();
    const half = everybody.slice(0, WINDOWS);
    await Promise.all(everybody.map((robot) => stage.bring(robot, half.includes(robot) ? TYPED : TAPPED)));
    for (const [index, robot] of half.entries()) rested.push([robot, everybody[WINDOWS + index] ?? robot]);
  }, 120_000);
  afterAll(() => stage.close());
  beforeEach(async () => {
    if (bot.hasEnded()) bot = await stage.start();
    await bot.rests();
    const [one, two] = rested.pop() ?? [];
    if (!one || !two) return;
    types = one;
    taps = two;
  });

  const kept = async (robot: Robot, key: string) => (await stage.kept([robot])).get(robot.id)?.answers[key];
  const bothKept = async (): Promise<unknown[]> => [await kept(types, TYPED), await kept(taps, TAPPED)];
  const undone = () => stage.read(({ db }) => db.inbox.count({ where: { status: "new" } }));
  const count = (robot: Robot) => stage.emulator.chat(robot.id).filter(({ byBot }) => byBot).length;
  const questionOf = (robot: Robot) => {
    const seen = robot.sight();
    return seen?.at === "question" ? seen.asked.key : "";
  };
  const bothSeeMore = () => until("both see what comes next", () => types.mayAct() && taps.mayAct());
  /** Both answer what they are asked; gives what has to be kept of it. */
  function actBoth(): unknown[] {
    types.act();
    taps.act();
    return [types.pending()?.value, taps.pending()?.value];
  }

  it("after it was committed and before the reply: it is stored once, and the reply comes after the restart", async () => {
    const hang = stage.emulator.faults.add({ method: SCREENS, kind: "hang" });
    const values = actBoth();
    await until("both replies are on their way", () => hang.hits() >= 2);
    await bot.kill();
    hang.remove();
    expect(await bothKept()).toEqual(values);
    expect(await undone()).toBe(2);
    bot = await stage.start();
    await bothSeeMore();
    expect([types.pending(), taps.pending()]).toEqual([undefined, undefined]);
  }, 60_000);

  it("after the reply was seen and before that was remembered: what is typed next goes to the next question", async () => {
    const before = count(types);
    const { pid } = bot;
    const stop = stage.emulator.subscribe(() => {
      if (count(types) > before) process.kill(pid, "SIGKILL");
    });
    types.act();
    const first = types.pending()?.value;
    await bot.ended;
    stop();
    await bot.kill();
    expect(questionOf(types)).toBe(TYPED_NEXT);
    expect(await undone()).toBe(1);
    types.act();
    const second = types.pending()?.value;
    bot = await stage.start();
    await until("the next question", () => types.mayAct());
    await bot.terminate();
    expect([await kept(types, TYPED), await kept(types, TYPED_NEXT)]).toEqual([first, second]);
  }, 60_000);

  it("before it was committed: the update is handled again, and the answer is there once", async () => {
    let hold: Hold | null = null;
    let key = "";
    for (let tries = 0; !hold && tries < WINDOWS * 2; tries++) {
      await until("the next question", () => taps.mayAct());
      key = questionOf(taps);
      hold = await holdBeforeAnswer(stage, bot, () => taps.act());
    }
    if (!hold) throw new Error("the moment was never met");
    await bot.kill();
    await hold.release();
    expect(await undone()).toBe(1);
    expect(await kept(taps, key)).toEqual(undefined);
    bot = await stage.start();
    await until("the next question", () => taps.mayAct());
  }, 60_000);

  it("between Telegram's answer and the inbox: Telegram delivers it again", async () => {
    const arrives = bot.nextUpdate();
    const hold = await holdInbox(engine, stage.databaseUrl);
    actBoth();
    await arrives();
    await hold.blocks();
    await bot.kill();
    await hold.release();
    expect(await undone()).toBe(0);
    expect(await bothKept()).toEqual([undefined, undefined]);
    bot = await stage.start();
    await bothSeeMore();
  }, 60_000);

  it("after the inbox and before Telegram knows: the second delivery is dropped", async () => {
    const unconfirmed = stage.emulator.faults.add({ method: "getUpdates", kind: "hang" });
    const values = actBoth();
    await bothSeeMore();
    await until("all is done but told", async () => unconfirmed.hits() > 0 && (await bot.health()).waiting === 0);
    await bot.kill();
    unconfirmed.remove();
    expect(await bothKept()).toEqual(values);
    expect(stage.emulator.pending()).toBeGreaterThan(0);
    const before = [count(types), count(taps)];
    bot = await stage.start();
    await bot.rests();
    expect([count(types), count(taps)]).toEqual(before);
  }, 60_000);

  it("at any of these moments: everyone goes on to the end, and every answer is where it belongs", async () => {
    await stage.finish(everybody);
    await bot.terminate();
    await expectKept(stage, everybody);
  }, 60_000);
});
