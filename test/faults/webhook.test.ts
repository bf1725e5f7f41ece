import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { engines } from "#test/support/engines.ts";
import { type BotProcess, until } from "#test/support/process.ts";
import type { Robot } from "./robot.ts";
import { openStage, type Stage } from "./stage.ts";
import { expectKept } from "./storm.ts";

const SECRET = "a-secret-of-this-test";
const HEADER = "x-telegram-bot-api-secret-token";

/** A port that nobody has now. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

describe.each(engines)("the webhook, on %s", (engine) => {
  let stage: Stage;
  let env: Record<string, string>;
  let robots: Robot[];
  beforeEach(async () => {
    stage = await openStage(engine);
    const port = String(await freePort());
    env = { HTTP_PORT: port, WEBHOOK_URL: `http://127.0.0.1:${port}`, WEBHOOK_SECRET: SECRET };
    robots = await stage.robots(3, 3);
  });
  afterEach(() => stage.close());

  const launched = async (settings: Record<string, string>): Promise<BotProcess> => {
    const bot = stage.launch(settings);
    await bot.started();
    await until(
      "Telegram knows where to deliver",
      () => (stage.emulator.webhookUrl() !== "") === "WEBHOOK_URL" in settings,
    );
    return bot;
  };
  const post = async (body: unknown, headers: Record<string, string>): Promise<number> =>
    (await fetch(stage.emulator.webhookUrl(), { method: "POST", body: JSON.stringify(body), headers })).status;
  const update = (updateId: number, id: number, text: string) => ({
    update_id: updateId,
    message: {
      message_id: 900,
      date: 1_800_000_000,
      chat: { id, type: "private", first_name: "Вера" },
      from: { id, is_bot: false, first_name: "Вера", language_code: "ru" },
      text,
    },
  });

  const count = (robot: Robot) => stage.emulator.chat(robot.id).filter(({ byBot }) => byBot).length;

  it("refuses who does not know the secret, and drops what was delivered before", async () => {
    const bot = await launched(env);
    const [robot] = robots;
    if (!robot) throw new Error("nobody is there");
    await stage.bring(robot, "detail");
    await until("all is done", async () => (await bot.health()).waiting === 0 && stage.emulator.pending() === 0);
    const before = count(robot);
    const forged = update(77, robot.id, "подделка, которая не должна попасть в ответы");
    expect(await post(forged, {})).toBe(401);
    expect(await post(forged, { [HEADER]: "a-secret-of-another-bot" })).toBe(401);
    robot.act();
    const value = robot.pending()?.value;
    await until("the next question", () => robot.mayAct());
    const known = { [HEADER]: SECRET };
    const real = update(78, robot.id, "/start");
    expect([await post(real, known), await post(real, known)]).toEqual([200, 200]);
    await until("all is done", async () => (await bot.health()).waiting === 0);
    // One answer to what was typed and one to the command, however often that was delivered; none to the forgeries.
    expect(count(robot)).toBe(before + 2);
    expect(await bot.terminate()).toMatchObject({ code: 0 });
    expect((await stage.kept(robots)).get(robot.id)?.answers.detail).toEqual(value);
  }, 60_000);

  it("can be changed for polling and back while people answer: nothing is dropped", async () => {
    const answering = stage.finish(robots);
    answering.catch(() => undefined);
    for (const settings of [{}, env, {}]) {
      const bot = await launched(settings);
      const seen = robots.map((robot) => robot.acknowledged().size);
      await until("somebody has answered more", () =>
        robots.some((robot, index) => robot.finished() || robot.acknowledged().size > (seen[index] ?? 0) + 1),
      );
      await bot.terminate();
    }
    const last = await launched(env);
    await answering;
    await last.terminate();
    await expectKept(stage, robots);
  }, 90_000);
});
