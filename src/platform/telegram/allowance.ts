/** How much one chat may say before it has to wait, so that nobody keeps the others waiting. */
import type { Clock } from "#core/clock.ts";

/** A chat may say so much at once … */
const BURST = 20;
/** … and then one thing in so many milliseconds. */
const PACE = 300;
const REMEMBERED = 10_000;

/** Counts what a chat says; gives the milliseconds that it has to wait for its turn. */
export function createAllowance({ clock }: { clock: Clock }): (chatKey: string) => number {
  const allowance = new Map<string, { left: number; at: number }>();
  return (chatKey) => {
    const at = clock.monotonic();
    const known = allowance.get(chatKey) ?? { left: BURST, at };
    const left = Math.min(BURST, known.left + (at - known.at) / PACE) - 1;
    allowance.set(chatKey, { left, at });
    if (allowance.size > REMEMBERED) allowance.clear();
    return left < 0 ? -left * PACE : 0;
  };
}
