/** What the page can do: each action is a name and a body, checked here before it touches the emulator. */
import type { MessageEntity } from "@grammyjs/types";
import { z } from "zod";
import { DAY, HOUR, SECOND } from "#core/clock.ts";
import type { ShiftableClock } from "#platform/clock.ts";
import type { ClockSeen, Happening } from "./seen.ts";
import type { Emulator } from "./telegram/model.ts";
import type { World } from "./world.ts";

/** What the app can do for the playground; all of it optional, since the app starts after the emulator. */
export type PlaygroundHooks = {
  /** Fills the bot with an invented programme and says who takes part, the curator first. */
  fill?: () => Promise<{ people: { userId: number; role: string; name: string }[] }>;
  /** When the bot next has something to do of itself. */
  nextDue?: () => Promise<Date | null>;
  /** A one-time link that makes whoever opens it the owner. */
  ownerLink?: () => Promise<string>;
  /** Resolves when the bot has finished all that it had to do. */
  idle?: () => Promise<void>;
};

export type Given = {
  clock: ShiftableClock;
  emulator: Emulator;
  world: World;
  hooks: () => PlaygroundHooks;
  hear: (happening: Happening) => void;
  signal: AbortSignal;
};

export type ActionOutcome = { kind: "done"; result: unknown } | { kind: "refused"; why: string } | { kind: "unknown" };

/** How long a client waits for the answer to a tap. */
const TAP_PATIENCE = 30 * SECOND;

const user = z.number().int();
const message = z.number().int();
const text = z.string().min(1).max(4096);
const Entity = z.custom<MessageEntity>(
  (value) => z.object({ type: z.string(), offset: z.number(), length: z.number() }).safeParse(value).success,
);
const Entities = z.array(Entity).max(200);

type Action = (body: unknown) => unknown;

/** An action whose body has this shape; `act` may throw or reject to refuse. */
const action =
  <Shape extends z.ZodType>(shape: Shape, act: (body: z.output<Shape>) => unknown): Action =>
  (body) =>
    act(shape.parse(body));

const withReply = (replyTo: number | undefined) => (replyTo === undefined ? {} : { replyTo });

function chatActions({ emulator, clock, hear, signal }: Given): Record<string, Action> {
  const User = z.object({ user });
  const one = (act: (userId: number) => unknown) => action(User, (body) => void act(body.user));
  return {
    start: action(z.object({ user, payload: z.string().max(64).optional() }), (body) => {
      if (emulator.user(body.user).blocked) emulator.unblock(body.user);
      emulator.start(body.user, body.payload || undefined);
    }),
    say: action(z.object({ user, text, replyTo: message.optional() }), (body) => {
      emulator.say(body.user, body.text, withReply(body.replyTo));
    }),
    edit: action(z.object({ user, message, text }), (body) => emulator.edit(body.user, body.message, body.text)),
    tap: action(z.object({ user, message, data: z.string(), key: z.string().max(40) }), (body) => {
      const given = new AbortController();
      const tap = emulator.tap(body.user, body.message, body.data);
      const late = clock.sleep(TAP_PATIENCE, AbortSignal.any([signal, given.signal])).then(() => null);
      void Promise.race([tap.answered, late]).then((answer) => {
        given.abort();
        hear({ kind: "tap", key: body.key, answer });
      });
    }),
    voice: one(emulator.sendVoice),
    sticker: action(z.object({ user, emoji: z.string().max(16).optional() }), (body) => {
      emulator.sendSticker(body.user, body.emoji);
    }),
    location: action(z.object({ user, latitude: z.number(), longitude: z.number() }), (body) => {
      emulator.sendLocation(body.user, body.latitude, body.longitude);
    }),
    contact: one((userId) => {
      const { firstName } = emulator.user(userId);
      const phone = `+7900${String(userId).slice(-7).padStart(7, "0")}`;
      return emulator.sendContact(userId, { phone, firstName, ofUserId: userId });
    }),
    forward: action(z.object({ user, message }), (body) => void emulator.forward(body.user, body.message)),
    clear: one(emulator.clearHistory),
    block: one(emulator.block),
    unblock: one(emulator.unblock),
    deactivate: one(emulator.deactivate),
  };
}

function peopleActions({ emulator, world }: Given): Record<string, Action> {
  return {
    person: action(
      z.object({ name: z.string().trim().min(1).max(128), role: z.string().max(20).optional() }),
      (body) => ({
        id: world.add({ name: body.name, ...(body.role ? { role: body.role } : {}) }),
      }),
    ),
    find: action(z.object({ as: z.string().max(128) }), (body) => ({ id: world.find(body.as) ?? null })),
    pass: action(z.object({ from: user, to: user, text, entities: Entities.default([]) }), (body) => {
      emulator.user(body.to);
      world.pass(body);
    }),
  };
}

/** The present of the playground's clock and what is due next; an app that is closing has nothing due. */
export async function clockSeen(clock: ShiftableClock, hooks: PlaygroundHooks): Promise<ClockSeen> {
  const next = (await hooks.nextDue?.().catch(() => null)) ?? null;
  return { now: clock.now().getTime(), offset: clock.offset, next: next?.getTime() ?? null };
}

function appActions({ clock, hooks, world, hear }: Given): Record<string, Action> {
  const move = async (ms: number) => {
    clock.shift(Math.max(0, ms));
    await hooks().idle?.();
    const seen = await clockSeen(clock, hooks());
    hear({ kind: "clock", clock: seen });
    return { moved: true };
  };
  return {
    clock: action(z.object({ by: z.enum(["hour", "day", "due"]) }), async ({ by }) => {
      if (by !== "due") return move(by === "hour" ? HOUR : DAY);
      const next = await hooks().nextDue?.();
      return next ? move(next.getTime() - clock.now().getTime() + SECOND) : { moved: false };
    }),
    fill: action(z.object({}), async () => {
      const made = (await hooks().fill?.()) ?? { people: [] };
      for (const { userId, role } of made.people) world.cast(userId, role);
      await hooks().idle?.();
      return made;
    }),
    "owner-link": action(z.object({}), async () => ({ link: (await hooks().ownerLink?.()) ?? null })),
  };
}

/** Runs an action by its name. Whatever the emulator or the app refuses is said in its words; the page shows them. */
export function createActions(given: Given): (name: string, body: unknown) => Promise<ActionOutcome> {
  const known = new Map(Object.entries({ ...chatActions(given), ...peopleActions(given), ...appActions(given) }));
  return async (name, body) => {
    const act = known.get(name);
    if (!act) return { kind: "unknown" };
    try {
      return { kind: "done", result: (await act(body)) ?? {} };
    } catch (error) {
      return { kind: "refused", why: error instanceof z.ZodError ? z.prettifyError(error) : String(error) };
    }
  };
}
