/** What all chat rooms of staff share: who speaks, and how a refusal looks. */
import type { PersonId } from "#core/ids.ts";
import type { Screen, T } from "#core/screen.ts";
import { refusedScreen } from "#features/people/index.ts";
import type { Programme } from "#features/programmes/index.ts";
import type { Turn } from "#platform/telegram/turn.ts";

export async function refuse(turn: Turn): Promise<void> {
  turn.stopListening();
  await turn.show(refusedScreen(turn.t));
}

/** Runs for somebody who has come in; whether they may is the service's to say. */
export async function withPerson(turn: Turn, act: (personId: PersonId) => Promise<void>): Promise<void> {
  turn.stopListening();
  const { personId } = turn.speaker;
  await (personId ? act(personId) : refuse(turn));
}

/** Shows it, or that there is nothing here for this person. */
export async function shown<Found>(
  turn: Turn,
  found: Found | null | undefined,
  screen: (found: Found) => Screen,
): Promise<void> {
  if (found === null || found === undefined) return await refuse(turn);
  await turn.show(screen(found));
}

/** The words of a programme for those who run it. */
export const wordsIn = (turn: Turn, { track }: Pick<Programme, "track">): T => turn.words({ track, address: "vy" });
