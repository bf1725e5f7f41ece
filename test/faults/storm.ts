/** Twenty people answer while the bot is killed again and again; afterwards everything that they were told of is there. */
import { expect } from "vitest";
import { SECOND } from "#core/clock.ts";
import { systemClock } from "#platform/clock.ts";
import type { Change } from "#playground/telegram/model.ts";
import { seeded } from "#playground/telegram/random.ts";
import type { BotProcess, LogLine } from "#test/support/process.ts";
import type { Robot } from "./robot.ts";
import type { Stage } from "./stage.ts";

export type Storm = { people: number; kills: number; seed: number };
export type StormReport = Storm & { answers: number; repeated: number };

/** Somebody who reads and thinks takes this long at most. */
const THINK = 1.2 * SECOND;
const LONGEST_LIFE = 1 * SECOND;
/** Some lives end before the bot has begun to answer. */
const YOUNG = 0.2;
/** So many end when one of their first screens is seen. */
const AT_SCREEN = 0.5;
const SCREENS = 15;
const TYPED_SCREENS = 3;

/** Kills at the very moment at which a screen has reached a person; gives up waiting for one after a while. */
async function killAtScreen(stage: Stage, bot: BotProcess, isCounted: (change: Change) => boolean): Promise<void> {
  const stop = stage.emulator.subscribe((change) => {
    if (isCounted(change)) process.kill(bot.pid, "SIGKILL");
  });
  await Promise.race([bot.ended, systemClock.sleep(LONGEST_LIFE)]);
  stop();
}

/** The nth screen, or the nth that is a message of its own: the answer to something typed. */
function nthScreen({ emulator }: Stage, random: () => number): (change: Change) => boolean {
  const isOwn = random() < 0.5;
  let left = 1 + Math.floor(random() * (isOwn ? TYPED_SCREENS : SCREENS));
  return (change) => {
    if (change.kind !== "message" && (isOwn || change.kind !== "edited")) return false;
    const message = emulator.chat(change.chatId).find(({ id }) => id === change.messageId);
    if (!message?.byBot) return false;
    left -= 1;
    return left === 0;
  };
}

/** Lets the bot live for a moment of any length, the start included, and kills it. */
async function killOnce(stage: Stage, random: () => number): Promise<BotProcess> {
  const bot = stage.launch();
  if (random() >= YOUNG) await bot.started();
  if (random() < AT_SCREEN) await killAtScreen(stage, bot, nthScreen(stage, random));
  else await systemClock.sleep(random() * LONGEST_LIFE);
  await bot.kill();
  return bot;
}

const failures = (bots: BotProcess[]): LogLine[] =>
  bots.flatMap((bot) => bot.log().filter(({ level }) => level === "error"));

/** How many screens were shown twice in a row: killed between showing and remembering that it was shown. */
export function repeatedScreens(stage: Stage, robots: Robot[]): number {
  let repeated = 0;
  for (const { id } of robots) {
    const texts = stage.emulator.chat(id).flatMap((message) => (message.byBot ? [message.text] : []));
    repeated += texts.filter((text, index) => index > 0 && text === texts[index - 1]).length;
  }
  return repeated;
}

/** Throws when an acknowledged answer is missing, stands elsewhere or is another one, or when somebody cannot go on. */
export async function expectKept(stage: Stage, robots: Robot[]): Promise<void> {
  const kept = await stage.kept(robots);
  for (const robot of robots) {
    const answers = Object.fromEntries(robot.acknowledged());
    expect(kept.get(robot.id), `what is kept of ${robot.id}`).toEqual({ status: "sent", answers });
    expect(robot.complaints).toEqual([]);
  }
}

export async function runStorm(stage: Stage, { people, kills, seed }: Storm): Promise<StormReport> {
  const random = seeded(seed);
  const robots = await stage.robots(people, seed);
  const thinking = seeded(seed + 1);
  let isCalm = false;
  const think = () => (isCalm ? Promise.resolve() : systemClock.sleep(thinking() * THINK));
  const answering = stage.finish(robots, think);
  // Whoever waits in vain is told of at the end; until then nobody listens.
  answering.catch(() => undefined);
  const bots: BotProcess[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const unfinished = robots.filter((robot) => !robot.finished()).length;
    expect(unfinished, `people who still answer at kill ${kill + 1}`).toBeGreaterThan(0);
    bots.push(await killOnce(stage, random));
  }
  isCalm = true;
  bots.push(await stage.start());
  await answering;
  expect((await bots.at(-1)?.terminate())?.code).toBe(0);
  await expectKept(stage, robots);
  expect(failures(bots)).toEqual([]);
  const answers = robots.reduce((sum, robot) => sum + robot.acknowledged().size, 0);
  return { people, kills, seed, answers, repeated: repeatedScreens(stage, robots) };
}
