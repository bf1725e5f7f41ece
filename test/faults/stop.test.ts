import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SECOND } from "#core/clock.ts";
import { systemClock } from "#platform/clock.ts";
import { seeded } from "#playground/telegram/random.ts";
import { engines } from "#test/support/engines.ts";
import { until } from "#test/support/process.ts";
import { openStage, type Stage } from "./stage.ts";
import { expectKept, repeatedScreens } from "./storm.ts";

const STOPS = 3;
const PEOPLE = 12;
const LONGEST_STOP = 10 * SECOND;

describe.each(engines)("SIGTERM while people answer, on %s", (engine) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage(engine);
  });
  afterEach(() => stage.close());

  it("ends the bot within ten seconds; nothing is lost and nothing said twice", async () => {
    const random = seeded(11);
    const robots = await stage.robots(PEOPLE, 11);
    let isCalm = false;
    const answering = stage.finish(robots, () => systemClock.sleep(isCalm ? 0 : (random() * SECOND) / 2));
    answering.catch(() => undefined);
    for (let stop = 0; stop < STOPS; stop++) {
      const bot = stage.launch();
      await bot.started();
      await systemClock.sleep((random() * SECOND) / 2);
      expect(robots.some((robot) => !robot.finished())).toBe(true);
      const { code, ms } = await bot.terminate();
      expect(code).toBe(0);
      expect(ms).toBeLessThan(LONGEST_STOP);
      expect(bot.log().filter(({ level }) => level === "error")).toEqual([]);
    }
    isCalm = true;
    const last = await stage.start();
    await answering;
    await last.terminate();
    await expectKept(stage, robots);
    expect(repeatedScreens(stage, robots)).toBe(0);
  }, 90_000);
});

describe("SIGTERM while Telegram is silent", () => {
  let stage: Stage;
  beforeEach(async () => {
    // The patience does not depend on the engine: once is enough.
    stage = await openStage(engines[0] ?? "sqlite");
  });
  afterEach(() => stage.close());

  it("does not wait for it, and the answer is told after the next start", async () => {
    const robots = await stage.robots(1, 12);
    const [robot] = robots;
    if (!robot) throw new Error("nobody is there");
    const first = await stage.start();
    await stage.bring(robot, "detail");
    await first.rests();
    const hang = stage.emulator.faults.add({ method: "sendMessage", kind: "hang" });
    robot.act();
    await until("the reply is on its way", () => hang.hits() > 0);
    const { code, ms } = await first.terminate();
    expect(code).toBe(0);
    expect(ms).toBeLessThan(LONGEST_STOP);
    hang.remove();
    const second = await stage.start();
    await stage.finish(robots);
    await second.terminate();
    await expectKept(stage, robots);
  }, 90_000);
});
