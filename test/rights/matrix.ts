/** Sends forged buttons, many people at once, and tells what they changed and what was said. */
import { SECOND } from "#core/clock.ts";
import type { World } from "#test/support/world.ts";
import { telegramIdOf } from "./cast.ts";
import type { Case } from "./forge.ts";
import { type Answer, answersTo } from "./hearing.ts";
import { allRows, changes, type Rows } from "./rows.ts";

export type Told = Case & Answer;
export type Played = { told: Told[]; changed: { tap: string; rows: string[] }[] };

/** A chat may do so much at once before the bot slows it down; then its allowance has to grow again. */
const AT_ONCE = 18;
const REST = 6 * SECOND;

/** The cases in groups in which nobody has more than a burst. */
function groups(cases: readonly Case[]): Case[][] {
  const made: Case[][] = [];
  const taken = new Map<string, number>();
  for (const one of cases) {
    const before = taken.get(one.key) ?? 0;
    taken.set(one.key, before + 1);
    const at = Math.floor(before / AT_ONCE);
    const group = made[at] ?? [];
    group.push(one);
    made[at] = group;
  }
  return made;
}

async function press(w: World, group: Case[]): Promise<Told[]> {
  const answers = await answersTo(w, group, ({ key, data }) => {
    const id = telegramIdOf(key);
    const [message] = w.emulator.chat(id).filter(({ byBot }) => byBot);
    return w.emulator.forgeTap(id, message?.id ?? 1, data);
  });
  await w.clock.advance(REST);
  return [...answers].map(([one, answer]) => ({ ...one, ...answer }));
}

/** Plays taps of one kind after another; gives the answers, and the rows that became different. */
export async function createPlay(w: World) {
  let before: Rows = await allRows(w.database);
  return async (tap: string, cases: readonly Case[], played: Played): Promise<void> => {
    for (const group of groups(cases)) {
      played.told.push(...(await press(w, group)));
      const after = await allRows(w.database);
      const rows = changes(before, after);
      if (rows.length > 0) played.changed.push({ tap, rows });
      before = after;
    }
  };
}

export const nothingPlayed = (): Played => ({ told: [], changed: [] });
