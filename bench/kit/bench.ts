/** What a bench is given and what it gives back. */
import type { Clock } from "#core/clock.ts";

/** A bound that a figure has to keep; null: the figure is told only. */
export type Target = { atMost: number } | { atLeast: number } | null;

export type Measure = { metric: string; value: number; unit: string; target: Target };

export type BenchOutside = {
  clock: Clock;
  /** Tells how the bench gets on. */
  say(line: string): void;
};

/** Measures and gives its figures, in the order in which they are to be read. Rejects when it could not measure. */
export type Bench = (outside: BenchOutside) => Promise<Measure[]>;
