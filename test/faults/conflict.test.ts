import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MINUTE } from "#core/clock.ts";
import type { DatabaseKind } from "#platform/db/index.ts";
import { engines } from "#test/support/engines.ts";
import { until } from "#test/support/process.ts";
import { openStage, type Stage } from "./stage.ts";
import { expectKept } from "./storm.ts";

/** The receiving does not depend on the engine: once is enough. */
const engine: DatabaseKind = engines[0] ?? "sqlite";

describe("two bots with one token", () => {
  let stage: Stage;
  let other: Stage;
  beforeEach(async () => {
    stage = await openStage(engine);
    other = await openStage(engine);
  });
  afterEach(async () => {
    await stage.close();
    await other.close();
  });

  it("do not fight for ever: one says why and ends with code 2, the other serves, and no answer is lost", async () => {
    const robots = await stage.robots(1, 5);
    const [robot] = robots;
    if (!robot) throw new Error("nobody is there");
    const theirs = { DATABASE_URL: other.databaseUrl, DATA_DIR: other.dataDir };
    const bots = [stage.launch(), stage.launch(theirs)];
    await until("one of them ends", () => bots.some((bot) => bot.hasEnded()), MINUTE);
    const ended = bots.filter((bot) => bot.hasEnded());
    expect(ended).toHaveLength(1);
    const [loser] = ended;
    expect(await loser?.ended).toBe(2);
    expect(loser?.output()).toContain(
      "Another process receives this bot's updates: Telegram allows one. This one stops.",
    );
    for (const bot of bots) if (!bot.hasEnded()) expect(await bot.terminate()).toMatchObject({ code: 0 });
    const alone = await stage.start();
    await stage.finish(robots);
    await alone.terminate();
    await expectKept(stage, robots);
  }, 120_000);
});
