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
import type { Bench, BenchOutside, Measure } from "./kit/bench.ts";
import { type Child, launch, peakMemoryMb } from "./kit/child.ts";
import { median, percentile, seeded } from "./kit/figures.ts";
import { allAtOnce, type Crew, closedLoop, createCrew, type Load, openLoop } from "./kit/load.ts";

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

type Running = Contender & { child: Child; crew: Crew };
type ClosedLoad = Load & { cpuPerUpdate: number };
type FastLoad = Load & { memoryMb: number };
type Measured = { slow: Load[]; closed: ClosedLoad[] };

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
async function sideBySide(bots: Running[], { clock, say }: BenchOutside, random: () => number): Promise<Measured[]> {
  const all = bots.map((): Measured => ({ slow: [], closed: [] }));
  const turns = Array.from({ length: WINDOWS }, () => [...bots.entries()]).flat();
  say("closed loop …");
  for (const [index, bot] of turns) all[index]?.closed.push(await closedWindow(bot, clock));
  say(`${SLOW.perSecond} updates/s …`);
  for (const [index, { crew }] of turns) all[index]?.slow.push(await openLoop({ clock, crew }, { ...SLOW, random }));
  return all;
}

/** Kills the bot in the middle of its work and starts it again; gives the milliseconds from the start to its first reply. */
async function restart(bot: Running, clock: Clock): Promise<{ child: Child; firstReply: number; load: Load }> {
  const { crew, emulator, program } = bot;
  const working = closedLoop({ clock, crew }, { hands: CLOSED.hands, count: CLOSED.count / RESTARTS });
  await clock.sleep(KILL_AFTER);
  await bot.child.end("SIGKILL");
  const replied = new Promise<void>((resolve) => {
    const stop = emulator.subscribe(({ kind }) => {
      if (kind !== "message" && kind !== "edited") return;
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

const p =
  (percent: number) =>
  ({ latencies }: Load): number =>
    percentile(latencies, percent);
const perSecond = ({ latencies, seconds }: Load): number => latencies.length / seconds;
const middle = <One extends Load>(loads: One[], of: (load: One) => number): number => median(loads.map(of));
const ms = (metric: string, value: number, atMost?: number): Measure => ({
  metric,
  value,
  unit: "ms",
  target: atMost === undefined ? null : { atMost },
});
const count = (metric: string, value: number, atMost?: number): Measure => ({ ...ms(metric, value, atMost), unit: "" });

function ours({ slow, closed }: Measured, fast: FastLoad[], crowds: Load[]): Measure[] {
  return [
    ms("30/s, p50", middle(slow, p(50)), 10),
    ms("30/s, p95", middle(slow, p(95)), 25),
    ms("200/s, p50", middle(fast, p(50))),
    ms("200/s, p95", middle(fast, p(95)), 50),
    {
      metric: "200/s, resident memory, 1,000 in mid-questionnaire",
      value: Math.max(...fast.map(({ memoryMb }) => memoryMb)),
      unit: "MB",
      target: { atMost: 250 },
    },
    { metric: "closed loop", value: middle(closed, perSecond), unit: "updates/s", target: { atLeast: 300 } },
    ms(
      "closed loop, processor time per update",
      middle(closed, (load) => load.cpuPerUpdate),
    ),
    ms("1,000 at once, the slowest answer", Math.max(...crowds.map(p(100))), 10 * SECOND),
  ];
}

function beside([ours, ...rivals]: { name: string; measured: Measured }[]): Measure[] {
  if (!ours) return [];
  const slow = ({ measured }: { measured: Measured }) => middle(measured.slow, p(95));
  const rate = ({ measured }: { measured: Measured }) => middle(measured.closed, perSecond);
  const each = rivals.flatMap((one): Measure[] => [
    ms(`${one.name}: 30/s, p50`, middle(one.measured.slow, p(50))),
    ms(`${one.name}: 30/s, p95`, slow(one)),
    { metric: `${one.name}: closed loop`, value: rate(one), unit: "updates/s", target: null },
    ms(
      `${one.name}: processor time per update`,
      middle(one.measured.closed, (load) => load.cpuPerUpdate),
    ),
    { metric: `ours : ${one.name}, p95 at 30/s`, value: slow(ours) / slow(one), unit: "×", target: null },
    { metric: `ours : ${one.name}, closed loop`, value: rate(ours) / rate(one), unit: "×", target: null },
  ]);
  const fastest = Math.min(...rivals.map(slow));
  const ratio = { metric: "ours : the faster rival, p95 at 30/s", value: slow(ours) / fastest, unit: "×" };
  return [...each, { ...ratio, target: { atMost: 5 } }];
}

async function measure(outside: BenchOutside, folder: string): Promise<Measure[]> {
  const { clock, say } = outside;
  const parts = { clock, words: intakeWords(), random: seeded(SEED), folder };
  const contenders = [
    await tropa(MENTEES, parts),
    await rival("grammY conversations", "grammy", RIVALS_MENTEES, parts),
    await rival("Telegraf WizardScene", "telegraf", RIVALS_MENTEES, parts),
  ];
  const bots: Running[] = [];
  try {
    for (const one of contenders) bots.push(await start(one, clock));
    return await measureRunning(bots, outside, parts.random, say);
  } finally {
    for (const { child, emulator } of bots) {
      if (child.running()) await child.end("SIGKILL");
      await emulator.close();
    }
  }
}

async function measureRunning(
  bots: Running[],
  outside: BenchOutside,
  random: () => number,
  say: (line: string) => void,
): Promise<Measure[]> {
  const { clock } = outside;
  const [tropa, ...rivals] = bots;
  if (!tropa) return [];
  const crowds: Load[] = [];
  say("everybody at once …");
  for (let crowd = 0; crowd < CROWDS; crowd++) {
    crowds.push(await allAtOnce({ clock, crew: tropa.crew }, MENTEES));
    for (const { crew } of rivals) await allAtOnce({ clock, crew }, RIVALS_MENTEES);
  }
  const pending = tropa.emulator.pending();
  const measured = await sideBySide(bots, outside, random);
  say(`${FAST.perSecond} updates/s …`);
  const fast: FastLoad[] = [];
  for (let window = 0; window < WINDOWS; window++) fast.push(await fastWindow(tropa, clock, random));
  say("kill -9 …");
  const firstReplies: number[] = [];
  const loads = [...crowds, ...fast, ...(measured[0]?.closed ?? []), ...(measured[0]?.slow ?? [])];
  for (let time = 0; time < RESTARTS; time++) {
    const { child, firstReply, load } = await restart(tropa, clock);
    tropa.child = child;
    firstReplies.push(firstReply);
    loads.push(load);
  }
  await tropa.child.end("SIGTERM");
  const checked = await checkAnswers(tropa.databaseUrl, tropa.robots, clock);
  const [first] = measured;
  if (!first) return [];
  return [
    ...ours(first, fast, crowds),
    count("1,000 at once, updates left over", pending, 0),
    ms("kill -9: from the start to the first reply", median(firstReplies), 3 * SECOND),
    count(
      "updates never answered",
      loads.reduce((sum, { unanswered }) => sum + unanswered, 0),
      0,
    ),
    count("answers acknowledged", checked.acknowledged),
    count(`… lost, after ${RESTARTS} kills`, checked.lost, 0),
    count("… that nobody gave", checked.strange, 0),
    count("updates given up", checked.undone, 0),
    ...beside(bots.map(({ name }, index) => ({ name, measured: measured[index] ?? { slow: [], closed: [] } }))),
  ];
}

export const intake: Bench = async (outside) => {
  const folder = mkdtempSync(join(tmpdir(), "tropa-bench-"));
  try {
    return await measure(outside, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
