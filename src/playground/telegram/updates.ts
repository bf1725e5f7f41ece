/**
 * The queue of updates between people and the bot. Ids grow from a random start; an update of a type that the bot
 * did not ask for is never made; messages wait a day and taps 150 seconds; an offset confirms what stands before it.
 */
import { randomInt } from "node:crypto";
import type { Update } from "@grammyjs/types";
import type { Clock } from "#core/clock.ts";
import { seeded, shuffled } from "./random.ts";
import { CALLBACK_LIFE } from "./world.ts";

/** An update's one content under its type, built by this emulator or given by a test. */
export type UpdateBody = { [type: string]: unknown };
export type UpdateType = Exclude<keyof Update, "update_id">;
export type Entry = {
  update: Update;
  type: UpdateType;
  /** By the clock's monotonic milliseconds. */
  expiresAt: number;
  epoch: number;
  /** A copy that is delivered once and that no offset confirms before that. */
  again: boolean;
  /** Stands out of order: an offset confirms it only once it was delivered. */
  shuffled: boolean;
  delivered: boolean;
};

const DAY_LIFE = 86_400_000;
const INLINE_LIFE = 30_000;
const REMEMBERED = 10_000;
/** An offset this far beyond the last id belongs to other times and is ignored, as the server does. */
const OFFSET_SLACK = 11;
const ON_REQUEST_ONLY: readonly string[] = ["chat_member", "message_reaction", "message_reaction_count"];

export type Updates = ReturnType<typeof createUpdates>;

export function createUpdates(clock: Clock) {
  let nextId = randomInt(500_000_000, 900_000_000);
  let epoch = 0;
  let epochStart = nextId;
  let allowed: readonly string[] = [];
  let queue: Entry[] = [];
  let held: Entry[] = [];
  let window = 1;
  let random = seeded(1);
  let times: (update: Update) => number = () => 1;
  const past = new Map<number, Update>();
  const wakers = new Set<() => void>();

  const isAllowed = (type: string) => (allowed.length > 0 ? allowed.includes(type) : !ON_REQUEST_ONLY.includes(type));

  function enter(entries: Entry[]): void {
    queue.push(...entries);
    for (const wake of [...wakers]) wake();
  }
  function entryFor(update: Update, type: UpdateType, again: boolean): Entry {
    const life = type === "callback_query" ? CALLBACK_LIFE : type === "inline_query" ? INLINE_LIFE : DAY_LIFE;
    return { update, type, expiresAt: clock.monotonic() + life, epoch, again, shuffled: false, delivered: false };
  }
  function remember(update: Update): void {
    past.set(update.update_id, update);
    if (past.size > REMEMBERED) past.delete(past.keys().next().value ?? 0);
  }
  /** Puts an update in line; returns its id, or 0 when the bot does not want this type. */
  function push(body: UpdateBody): number {
    const type = typeOf(body);
    if (!isAllowed(type)) return 0;
    // The shapes are built by hand; the tests hold them against the declared type.
    const update = { ...body, update_id: nextId++ } as Update;
    remember(update);
    const copies = Math.max(1, Math.floor(times(update)));
    const entries = Array.from({ length: copies }, (_, copy) => entryFor(update, type, copy > 0));
    if (window <= 1) enter(entries);
    else {
      held.push(...entries);
      if (held.length >= window) flush();
    }
    return update.update_id;
  }
  function flush(): void {
    const mixed = shuffled(held, random).map((entry) => ({ ...entry, shuffled: true }));
    held = [];
    if (mixed.length > 0) enter(mixed);
  }
  function expire(): void {
    const now = clock.monotonic();
    if (queue.some((entry) => entry.expiresAt <= now)) queue = queue.filter((entry) => entry.expiresAt > now);
  }
  /**
   * Forgets what an offset confirms: updates with lower ids. After the ids began anew, an offset of the old row
   * confirms old updates only, and one of the new row confirms all old ones.
   */
  function confirm(offset: number): void {
    const isOld = offset > nextId + OFFSET_SLACK;
    queue = queue.filter((entry) => {
      if (entry.again || (entry.shuffled && !entry.delivered)) return true;
      if (entry.epoch === epoch) return isOld || entry.update.update_id >= offset;
      return isOld ? entry.update.update_id >= offset : offset < epochStart;
    });
  }
  /** Hands out up to `limit` updates from the front; they stay until they are confirmed. */
  function take(limit: number): Update[] {
    expire();
    const taken = queue.slice(0, limit);
    if (taken.some((entry) => entry.again)) queue = queue.filter((entry) => !(entry.again && taken.includes(entry)));
    return taken.map((entry) => {
      entry.delivered = true;
      return entry.update;
    });
  }

  return {
    push,
    flush,
    confirm,
    take,
    expire,
    keepLast: (count: number) => {
      queue = queue.slice(-count);
    },
    clear: () => {
      queue = [];
      held = [];
    },
    remove: (entry: Entry) => {
      queue = queue.filter((one) => one !== entry);
    },
    entries: (): readonly Entry[] => queue,
    pending: () => {
      expire();
      return queue.length + held.length;
    },
    allow: (types: readonly string[] | undefined) => {
      if (types) allowed = [...types];
    },
    allowed: () => allowed,
    onNews: (wake: () => void) => {
      wakers.add(wake);
      return () => wakers.delete(wake);
    },
    restartIds: () => {
      epoch++;
      nextId = randomInt(1_000_000, Math.max(2_000_000, Math.floor(nextId / 2)));
      epochStart = nextId;
    },
    repeat: (updateId: number) => {
      const update = past.get(updateId);
      if (!update) throw new Error(`no such update: ${updateId}`);
      enter([entryFor(update, typeOf(update), true)]);
    },
    duplicate: (howOften: number | ((update: Update) => number)) => {
      times = typeof howOften === "number" ? () => howOften : howOften;
    },
    reorder: (size: number, seed: number) => {
      window = size;
      random = seeded(seed);
      if (size <= 1) flush();
    },
  };
}

function typeOf(body: object): UpdateType {
  const type = Object.keys(body).find((key): key is UpdateType => key !== "update_id");
  if (!type) throw new Error("an update without content");
  return type;
}
