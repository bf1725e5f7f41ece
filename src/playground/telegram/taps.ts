/** A tap and its answer: given once, within 150 seconds. */
import { randomBytes } from "node:crypto";
import type { CallbackAnswer, Tap } from "./model.ts";
import { CALLBACK_LIFE, type World } from "./world.ts";

const REMEMBERED = 10_000;

/** A new tap that waits for its answer. */
export function createTap(world: World, userId: number): Tap {
  const at = world.clock.now();
  let given: { answer: CallbackAnswer; at: Date } | undefined;
  let resolve: (answer: CallbackAnswer) => void = () => undefined;
  const answered = new Promise<CallbackAnswer>((done) => {
    resolve = done;
  });
  const tap = {
    id: randomBytes(8).readBigUInt64BE().toString(),
    userId,
    chatId: userId,
    at,
    answered,
    state: () => {
      if (given) return { kind: "answered" as const, ...given };
      const age = world.clock.now().getTime() - at.getTime();
      return age > CALLBACK_LIFE ? { kind: "expired" as const } : { kind: "waiting" as const };
    },
    finish: (answer: CallbackAnswer) => {
      given = { answer, at: world.clock.now() };
      resolve(answer);
    },
  };
  world.taps.set(tap.id, tap);
  if (world.taps.size > REMEMBERED) world.taps.delete(world.taps.keys().next().value ?? "");
  return tap;
}
