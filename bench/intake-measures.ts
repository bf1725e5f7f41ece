/** The figures of the intake bench, out of what was measured. */
import { SECOND } from "#core/clock.ts";
import type { Measure } from "./kit/bench.ts";
import { median, percentile } from "./kit/figures.ts";
import type { Load } from "./kit/load.ts";

export type ClosedLoad = Load & { cpuPerUpdate: number };
export type FastLoad = Load & { memoryMb: number };
/** Windows of one bot that every bot has. */
export type Measured = { slow: Load[]; closed: ClosedLoad[] };

const p =
  (percent: number) =>
  ({ latencies }: Load): number =>
    percentile(latencies, percent);
const perSecond = ({ latencies, seconds }: Load): number => latencies.length / seconds;
const middle = <One extends Load>(loads: One[], of: (load: One) => number): number => median(loads.map(of));
/** A figure in milliseconds. */
export const ms = (metric: string, value: number, atMost?: number): Measure => ({
  metric,
  value,
  unit: "ms",
  target: atMost === undefined ? null : { atMost },
});
/** A number of things. */
export const count = (metric: string, value: number, atMost?: number): Measure => ({
  ...ms(metric, value, atMost),
  unit: "",
});

/** Our bot alone, with the targets of the project. */
export function ours({ slow, closed }: Measured, fast: FastLoad[], crowds: Load[]): Measure[] {
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

/** The rivals, and ours (the first) beside them. */
export function beside([ours, ...rivals]: { name: string; measured: Measured }[]): Measure[] {
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
