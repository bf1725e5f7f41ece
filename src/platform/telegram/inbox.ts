/**
 * The inbox: an update is a row before Telegram is told that it arrived, and is done only together with the chat's new focus.
 * Updates of one chat are handled in order, many chats at the same time. Killed anywhere, the row is handled again.
 */
import { setMaxListeners } from "node:events";
import type { Update } from "@grammyjs/types";
import { after, type Clock, DAY, SECOND } from "#core/clock.ts";
import type { Database, Db, NewUpdate } from "#platform/db/index.ts";
import type { Log } from "#platform/log.ts";
import { createAllowance } from "./allowance.ts";
import { claimWorks, isSuspect, putBack, type Work } from "./claim.ts";
import type { FocusRow } from "./focus.ts";
import type { Resting } from "./resting.ts";

export type { Update };

/** Handles one update; gives what the chat listens to from now on (null: as before). Rejects when it could not be handled. */
export type HandleUpdate = (update: Update, signal: AbortSignal) => Promise<FocusRow | null>;

export type Inbox = {
  /** Resolves when the updates are committed; one that came before is not taken twice. */
  receive(updates: Update[]): Promise<void>;
  /** Looks for rows again: for instance those that another instance received. */
  look(): void;
  /** Whether nothing happens until another update comes or the clock moves. */
  idle(): boolean;
  start(): void;
  /** Takes no further rows and waits for those at work, at most `withinMs`; the rest is handled after the next start. */
  stop(withinMs: number): Promise<void>;
  /** Forgets rows done more than a week ago. */
  purge(): Promise<void>;
};

export type InboxOutside = {
  database: Database;
  clock: Clock;
  log: Log;
  handle: HandleUpdate;
  /** Called once for an update that failed three times; it is not tried again. */
  giveUp: (update: Update) => Promise<void>;
  /** Shared with whoever answers, so that `idle` knows who only waits for the time. */
  resting: Resting;
  concurrency?: number;
};

const TRIES = 3;
/**
 * So many processes may end while an update is at work. More than the tries: whoever is unlucky when a machine is switched off
 * again and again must not pay for it, and one that really ends the process costs a few more starts.
 */
const LIVES = 6;
const KEPT = 7 * DAY;
/** Those who are told to stop have so long to do so. */
const LAST_WORDS = 500;

/** Updates with one key keep their order: those of one chat; what has no chat follows its person. */
export function chatKeyOf(update: Update): string {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message;
  const chat = message?.chat ?? update.my_chat_member?.chat;
  return String(chat?.id ?? update.callback_query?.from.id ?? 0);
}

/** Updates on their way into the table; the promise of `receive` is kept when they are committed. */
type Arrival = { rows: NewUpdate[]; committed(): void; failed(error: unknown): void };

type Settled = { updateId: bigint; chatKey: string; focus: FocusRow | null; dead: boolean };

/** Writes down how these ended; nothing of what was said stays. */
async function settle(tx: Db, dialect: Database["dialect"], turns: Settled[], now: Date): Promise<void> {
  const done = turns.filter((turn) => !turn.dead);
  const dead = turns.filter((turn) => turn.dead).map((turn) => turn.updateId);
  if (done.length > 0) await dialect.settleTurns(tx, done, now);
  if (dead.length > 0)
    await tx.inbox.updateMany({
      where: { updateId: { in: dead } },
      data: { status: "dead", payload: "", doneAt: now },
    });
}

const toRow = (update: Update, receivedAt: Date): NewUpdate => ({
  updateId: BigInt(update.update_id),
  chatKey: chatKeyOf(update),
  payload: JSON.stringify(update),
  receivedAt,
});

export function createInbox(outside: InboxOutside): Inbox {
  const { database, clock, log, handle, giveUp, resting, concurrency = 12 } = outside;
  const running = new Map<string, Promise<void>>();
  const allowance = createAllowance({ clock });
  const settled: Settled[] = [];
  const arrivals: Arrival[] = [];
  /** Not tried to the end because the process stops. */
  const left: bigint[] = [];
  let suspect: string | null = null;
  const stopping = new AbortController();
  // Every call of every chat at work listens to it.
  setMaxListeners(0, stopping.signal);
  let pumping: Promise<void> | null = null;
  let wanted = false;
  let open = false;

  /** What came in, what is done and what is next share one commit: under load it costs one for many. */
  async function settleAndClaim(): Promise<Work[]> {
    const turns = settled.splice(0);
    const arrived = arrivals.splice(0);
    const now = clock.now();
    const works = await database
      .tx(async (tx) => {
        await database.dialect.insertUpdates(
          tx,
          arrived.flatMap(({ rows }) => rows),
        );
        await settle(tx, database.dialect, turns, now);
        const finished = new Set(turns.map((turn) => turn.chatKey));
        const busy = [...running.keys()].filter((key) => !finished.has(key));
        const limit = concurrency - busy.length;
        const suspectAtWork = suspect !== null && !finished.has(suspect);
        return open ? await claimWorks(tx, database.dialect, { busy, limit, suspectAtWork }) : [];
      })
      .catch((error: unknown) => {
        settled.unshift(...turns);
        for (const arrival of arrived) arrival.failed(error);
        throw error;
      });
    for (const arrival of arrived) arrival.committed();
    for (const turn of turns) running.delete(turn.chatKey);
    if (suspect !== null && !running.has(suspect)) suspect = null;
    suspect ??= works.find(isSuspect)?.chatKey ?? null;
    return works;
  }

  async function pump(): Promise<void> {
    while (wanted) {
      wanted = false;
      try {
        const works = await settleAndClaim();
        for (const work of works) running.set(work.chatKey, run(work));
      } catch (error) {
        log.error("inbox-settle-failed", { error });
        await resting.during(clock.sleep(SECOND, stopping.signal));
        if (!stopping.signal.aborted) wanted = true;
      }
    }
    pumping = null;
  }

  function look(): void {
    wanted = true;
    pumping ??= pump();
  }

  async function attempt(update: Update): Promise<{ focus: FocusRow | null; dead: boolean } | null> {
    for (let tried = 1; ; tried++) {
      try {
        return { focus: await handle(update, stopping.signal), dead: false };
      } catch (error) {
        if (stopping.signal.aborted) return null;
        log.error("update-failed", { updateId: update.update_id, tried, error });
        if (tried >= TRIES) return { focus: null, dead: true };
        await resting.during(clock.sleep(tried * SECOND, stopping.signal));
      }
    }
  }

  async function run({ chatKey, updateId, payload, attempts }: Work): Promise<void> {
    const wait = allowance(chatKey);
    if (wait > 0) await resting.during(clock.sleep(wait, stopping.signal));
    const update: Update = JSON.parse(payload);
    const done = attempts > LIVES ? { focus: null, dead: true } : await attempt(update);
    if (!done) {
      left.push(updateId);
      running.delete(chatKey);
      return;
    }
    if (done.dead) await giveUp(update).catch((error: unknown) => log.error("giving-up-failed", { error }));
    settled.push({ updateId, chatKey, ...done });
    look();
  }

  async function drain(): Promise<void> {
    while (running.size > 0) {
      await Promise.all(running.values());
      look();
      await pumping;
    }
  }

  /** Whoever is still at work learns of the end; what they leave unfinished counts as not tried. */
  async function leave(): Promise<void> {
    const ended = new AbortController();
    await Promise.race([Promise.all(running.values()), clock.sleep(LAST_WORDS, ended.signal)]);
    ended.abort();
    await pumping;
    await putBack(database.db, left).catch((error: unknown) => log.error("inbox-settle-failed", { error }));
  }

  return {
    receive: async (updates) => {
      const receivedAt = clock.now();
      const rows = updates.map((update) => toRow(update, receivedAt));
      if (rows.length === 0) return;
      if (!open) return void (await database.dialect.insertUpdates(database.db, rows));
      await new Promise<void>((committed, failed) => {
        arrivals.push({ rows, committed, failed });
        look();
      });
    },
    look: () => {
      if (open) look();
    },
    idle: () => running.size + (pumping ? 1 : 0) <= resting.count(),
    start: () => {
      open = true;
      look();
    },
    stop: async (withinMs) => {
      open = false;
      look();
      const limit = new AbortController();
      await Promise.race([drain(), clock.sleep(withinMs, limit.signal)]);
      limit.abort();
      stopping.abort();
      await leave();
    },
    purge: async () => {
      await database.db.inbox.deleteMany({ where: { doneAt: { lt: after(clock.now(), -KEPT) } } });
    },
  };
}
