/**
 * The intake questionnaire under load: robots answer its twelve questions through the local Telegram over HTTP, while our bot
 * and two rivals run as processes of their own. All are measured in the same minutes, window by window in turn.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Clock, SECOND } from "#core/clock.ts";
import { checkAnswers } from "./intake/check.ts";
import { type Contender, ready, rival, tropa } from "./intake/contender.ts";
import { intakeWords } from "./intake/words.ts";
import { beside, type ClosedLoad, count, type FastLoad, type Measured, ms, ours } from "./intake-measures.ts";
import type { Bench, BenchOutside, Measure } from "./kit/bench.ts";
import { type Child, launch, peakMemoryMb } from "./kit/child.ts";
import { median, seeded } from "./kit/figures.ts";
import { allAtOnce, type Crew, closedLoop, createCrew, type Load, openLoop } from "./kit/load.ts";
import { createQuiet, type Quiet } from "./kit/quiet.ts";

const MENTEES = 1_000;
const RIVALS_MENTEES = 300;
const SEED = 20_261_120;

/** Everything is measured so many times, and the middle one counts: others use the machine too. */
const WINDOWS = 5;
const SLOW = { perSecond: 30, seconds: 6 };
const FAST = { perSecond: 200, seconds: 4 };
const CLOSED = { hands: 24, count: 1_000 };
/** `/start`, «begin» and the first answer, each by everybody in the same moment. */
const CROWDS = 3;
const RESTARTS = 5;
const KILL_AFTER = 400;
/** More than are answered before the kill. */
const AROUND_KILL = { hands: 24, count: 600 };

type Surroundings = BenchOutside & { quiet: Quiet; random: () => number };
type Running = Contender & { child: Child; crew: Crew };

async function start(contender: Contender, clock: Clock): Promise<Running> {
  const child = launch(contender.program);
  await ready(contender, clock);
  return { ...contender, child, crew: createCrew(contender.robots) };
}

async function closedWindow({ child, crew }: Running, clock: Clock): Promise<ClosedLoad> {
  const before = child.cpuMs();
  const load = await closedLoop({ clock, crew }, CLOSED);
  return { ...load, cpuPerUpdate: (child.cpuMs() - before) / load.latencies.length };
}

async function fastWindow({ child, crew }: Running, clock: Clock, random: () => number): Promise<FastLoad> {
  const { value, memoryMb } = await peakMemoryMb(child, clock, () => openLoop({ clock, crew }, { ...FAST, random }));
  return { ...value, memoryMb };
}

/** The bots in turn, so that a busy minute of the machine strikes all of them alike. */
async function sideBySide(bots: Running[], { clock, say, quiet, random }: Surroundings): Promise<Measured[]> {
  const all = bots.map((): Measured => ({ slow: [], closed: [] }));
  const turns = Array.from({ length: WINDOWS }, () => [...bots.entries()]).flat();
  say("closed loop …");
  for (const [index, bot] of turns) {
    quiet.look();
    all[index]?.closed.push(await closedWindow(bot, clock));
  }
  say(`${SLOW.perSecond} updates/s …`);
  for (const [index, { crew }] of turns) {
    quiet.look();
    all[index]?.slow.push(await openLoop({ clock, crew }, { ...SLOW, random }));
  }
  return all;
}

/** Kills the bot in the middle of its work and starts it again; gives the milliseconds from the start to its first reply. */
async function restart(bot: Running, clock: Clock): Promise<{ child: Child; firstReply: number; load: Load }> {
  const { crew, emulator, program } = bot;
  const working = closedLoop({ clock, crew }, AROUND_KILL);
  await clock.sleep(KILL_AFTER);
  await bot.child.end("SIGKILL");
  const replied = new Promise<void>((resolve) => {
    const stop = emulator.subscribe((change) => {
      if (change.kind !== "message" && change.kind !== "edited") return;
      const { chatId, messageId } = change;
      if (!emulator.chat(chatId).find(({ id }) => id === messageId)?.byBot) return;
      stop();
      resolve();
    });
  });
  const at = clock.monotonic();
  const child = launch(program);
  await replied;
  const firstReply = clock.monotonic() - at;
  return { child, firstReply, load: await working };
}

/** Our bot's own phases after those that all bots have; ends it. */
async function alone(tropa: Running, { clock, say, random }: Surroundings) {
  say(`${FAST.perSecond} updates/s …`);
  const fast: FastLoad[] = [];
  for (let window = 0; window < WINDOWS; window++) fast.push(await fastWindow(tropa, clock, random));
  say("kill -9 …");
  const firstReplies: number[] = [];
  const around: Load[] = [];
  for (let time = 0; time < RESTARTS; time++) {
    const { child, firstReply, load } = await restart(tropa, clock);
    tropa.child = child;
    firstReplies.push(firstReply);
    around.push(load);
  }
  await tropa.child.end("SIGTERM");
  return { fast, firstReplies, around, checked: await checkAnswers(tropa.databaseUrl, tropa.robots, clock) };
}

async function measureRunning(bots: Running[], tropa: Running, surroundings: Surroundings): Promise<Measure[]> {
  const { clock, say, quiet } = surroundings;
  say("everybody at once …");
  const crowds: Load[] = [];
  for (let crowd = 0; crowd < CROWDS; crowd++)
    for (const bot of bots) {
      const load = await allAtOnce({ clock, crew: bot.crew }, bot.robots.length);
      if (bot === tropa) crowds.push(load);
    }
  const pending = tropa.emulator.pending();
  const measured = await sideBySide(bots, surroundings);
  const named = bots.map(({ name }, index) => ({ name, measured: measured[index] ?? { slow: [], closed: [] } }));
  const [first] = named;
  const { fast, firstReplies, around, checked } = await alone(tropa, surroundings);
  const { slow, closed } = first?.measured ?? { slow: [], closed: [] };
  const unanswered = [...crowds, ...slow, ...closed, ...fast, ...around].map((load) => load.unanswered);
  return [
    ...ours({ slow, closed }, fast, crowds),
    count("1,000 at once, updates left over", pending, 0),
    ms("kill -9: from the start to the first reply", median(firstReplies), 3 * SECOND),
    count(
      "updates never answered",
      unanswered.reduce((sum, one) => sum + one, 0),
      0,
    ),
    count("answers acknowledged", checked.acknowledged),
    count(`… lost, after ${RESTARTS} kills`, checked.lost, 0),
    count("… that nobody gave", checked.strange, 0),
    count("updates given up", checked.undone, 0),
    ...beside(named),
    ...quiet.measures(),
  ];
}

async function measure(outside: BenchOutside, folder: string): Promise<Measure[]> {
  const { clock } = outside;
  const random = seeded(SEED);
  const parts = { clock, words: intakeWords(), random, folder };
  const contenders = [
    await tropa(MENTEES, parts),
    await rival("grammY conversations", "grammy", RIVALS_MENTEES, parts),
    await rival("Telegraf WizardScene", "telegraf", RIVALS_MENTEES, parts),
  ];
  const bots: Running[] = [];
  try {
    for (const one of contenders) bots.push(await start(one, clock));
    const [first] = bots;
    if (!first) return [];
    return await measureRunning(bots, first, { ...outside, random, quiet: createQuiet(folder, clock) });
  } finally {
    for (const { child } of bots) if (child.running()) await child.end("SIGKILL");
    for (const { emulator } of contenders) await emulator.close();
  }
}

export const intake: Bench = async (outside) => {
  const folder = mkdtempSync(join(tmpdir(), "tropa-bench-"));
  try {
    return await measure(outside, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
