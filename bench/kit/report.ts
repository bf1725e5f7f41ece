/** From figures to verdicts, and to a table for people. */
import type { Measure, Target } from "./bench.ts";
import type { Machine } from "./machine.ts";

export type Result = { metric: string; value: number; unit: string; target: string | null; ok: boolean };

/** Whether the value keeps the bound. A figure that could not be taken (NaN) keeps none. */
export function meets(value: number, target: Target): boolean {
  if (target === null) return true;
  return "atMost" in target ? value <= target.atMost : value >= target.atLeast;
}

const bound = (target: Target): string | null => {
  if (target === null) return null;
  return "atMost" in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`;
};

/** Two decimals below ten, one below a hundred, none above: what a timing is worth. */
export function rounded(value: number): number {
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return Number(value.toFixed(digits));
}

export const judge = ({ metric, value, unit, target }: Measure): Result => ({
  metric,
  value: rounded(value),
  unit,
  target: bound(target),
  ok: meets(value, target),
});

const verdict = ({ target, ok }: Result): string => (target === null ? "" : ok ? "ok" : "NOT OK");

/** The results in columns, the machine above them, the sum below. */
export function table(name: string, machine: Machine, results: Result[]): string {
  const rows = results.map((one) => [one.metric, `${one.value} ${one.unit}`.trim(), one.target ?? "", verdict(one)]);
  const cells = [["metric", "value", "target", ""], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => (row[column] ?? "").length)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const missed = results.filter(({ ok }) => !ok).length;
  const sum = missed === 0 ? "every target met" : `${missed} of the targets missed`;
  const { cpu, cores, memoryMb, node, platform, loadBefore } = machine;
  const where = `${cores} × ${cpu}, ${memoryMb} MB, ${platform}, Node ${node}, load before ${loadBefore}`;
  return [`${name}: ${where}`, "", ...lines, "", sum].join("\n");
}
