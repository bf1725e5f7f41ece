/** The app while it lives: starts to receive and to send, ticks, tells how it is, and stops without losing anything. */
import { after, type Clock, DAY, HOUR, MINUTE, SECOND } from "#core/clock.ts";
import type { Home } from "#features/home/index.ts";
import type { Jobs } from "#features/jobs/index.ts";
import type { Notices } from "#features/notices/index.ts";
import type { Operations } from "#features/operations/index.ts";
import type { PersonChat } from "#features/people/index.ts";
import type { LiveConfig } from "#platform/config.ts";
import type { Database, Leadership } from "#platform/db/index.ts";
import type { Health } from "#platform/http.ts";
import type { Log } from "#platform/log.ts";
import type { Metrics } from "#platform/metrics.ts";
import type { TropaBot } from "#platform/telegram/bot.ts";
import type { Routes } from "#platform/telegram/chat.ts";
import type { TelegramApi } from "#platform/telegram/client.ts";
import { createInbox, type Update } from "#platform/telegram/inbox.ts";
import { introduce } from "#platform/telegram/introduce.ts";
import { insist, receiveUpdates } from "#platform/telegram/receive.ts";
import { createResting, type Resting } from "#platform/telegram/resting.ts";

export type RunningParts = {
  config: LiveConfig;
  database: Database;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  ended(why: "conflict" | "unauthorized" | "displaced"): void;
  bot: TropaBot;
  router: Routes;
  /** For the long poll. */
  pollApi: TelegramApi;
  notices: Notices;
  jobs: Jobs;
  home: Home;
  operations: Operations;
  resting: Resting;
  /** What has to be in the database before the first update. */
  prepare(): Promise<void>;
  /** A new one-time link for the owner. */
  ownerLink(replaces: boolean): Promise<string>;
  /** Hourly housekeeping. */
  tidy(now: Date): Promise<void>;
  curators(): Promise<PersonChat[]>;
};

export type Running = {
  /** Resolves when updates are being received; the promise of the token's bot is settled by then. */
  start(): Promise<void>;
  /** Stops within ten seconds; what is unfinished goes on after the next start. */
  stop(): Promise<void>;
  /** Says what is due, runs what is ordered. Called every ten seconds, and by whoever moved the clock. */
  tick(): Promise<void>;
  /** Makes a copy of the installation, and says go after one was put back. */
  operations: Pick<Operations, "backup" | "resume">;
  /** A one-time link for the owner; with `replaces` the role of all who were owners ends when it is opened. */
  ownerLink(replaces?: boolean): Promise<{ url: string; expiresAt: Date }>;
  /** Takes an update that came by the webhook; resolves when it is committed. */
  receive(update: unknown): Promise<void>;
  health(): Promise<Health>;
  /** Whether nothing happens until an update comes or the clock moves. */
  idle(): boolean;
  /** Whether Telegram cannot be reached, and the next attempt is waited for. */
  waitsForTelegram(): boolean;
  /** When the next notice is due. */
  nextDue(): Promise<Date | null>;
  /** All that people can tap and type here: for whoever checks that each is guarded. */
  routes: Routes;
  /** What the playground's page may ask. */
  playground: { nextDue(): Promise<Date | null>; idle(): Promise<void> };
};

const STOP_WITHIN = 8 * SECOND;
/** What was said and done long ago is of no use to anybody. */
const REMEMBERED = 90 * DAY;
const IDLE_LOOK = 50;
const POLL_LATE = 2 * MINUTE;

/** How much waits, and for how long the oldest. */
async function waitingNow({ database, clock, notices }: Pick<RunningParts, "database" | "clock" | "notices">) {
  const oldest = await database.db.inbox.findFirst({
    where: { status: "new" },
    orderBy: { receivedAt: "asc" },
    select: { receivedAt: true },
  });
  const dead = await database.db.inbox.count({ where: { status: "dead" } });
  const owed = await notices.figures();
  const inboxAgeMs = oldest ? clock.now().getTime() - oldest.receivedAt.getTime() : 0;
  return { inboxAgeMs, noticesWaiting: owed.waiting, dead: dead + owed.dead };
}

export function createRunning(parts: RunningParts): Running {
  const { config, database, clock, log, metrics, bot, notices, jobs, operations, resting } = parts;
  const stopping = new AbortController();
  const lost = createResting();
  let lastContact: Date | null = null;
  let receiving: Promise<unknown> = Promise.resolve();
  let introducing: Promise<unknown> = Promise.resolve();
  let isIntroducing = false;
  let tidiedAt = clock.now();
  let leadership: Leadership | null = null;
  let role: "starting" | "follower" | "leader" = "starting";

  const inbox = createInbox({
    database,
    clock,
    log,
    resting,
    handle: async (update, signal) => {
      const focus = await bot.handle(update, signal).catch((error: unknown) => {
        metrics.updateHandled("failed");
        throw error;
      });
      metrics.updateHandled("done");
      notices.wake();
      jobs.wake();
      return focus;
    },
    giveUp: async (update) => {
      metrics.updateHandled("dead");
      await bot.giveUp(update);
    },
  });
  metrics.watch(() => waitingNow(parts));
  const receive = async (updates: Update[]): Promise<void> => {
    for (const _ of updates) metrics.updateReceived();
    await inbox.receive(updates);
  };

  async function introduceOnce(): Promise<void> {
    const curators = await parts.curators();
    const menus = curators.flatMap(({ telegramId, locale }) => {
      const commands = parts.home.menuFor(locale ?? config.defaultLocale, ["curator"]);
      return commands ? [{ chatId: telegramId, commands }] : [];
    });
    await insist({ clock, log, resting: lost }, stopping.signal, () =>
      introduce(
        bot.api,
        { menus: parts.home.menus(), presentation: parts.home.presentation(), chats: menus },
        stopping.signal,
      ),
    );
  }

  async function start(): Promise<void> {
    if (database.kind === "postgresql") role = "follower";
    leadership = await database.lead(stopping.signal);
    if (!leadership) return;
    role = "leader";
    // Another process may be receiving by now: this one must not go on.
    leadership.lost.addEventListener("abort", () => void (stopping.signal.aborted || parts.ended("displaced")));
    const ready = await insist({ clock, log, resting: lost }, stopping.signal, parts.prepare);
    if (ready.kind === "unauthorized") return parts.ended("unauthorized");
    if (ready.kind === "stopped") return;
    lastContact = clock.now();
    inbox.start();
    await notices.open({ alone: true });
    await jobs.open({ alone: true });
    const heartbeat = (now: Date) => {
      lastContact = now;
    };
    const outside = { mode: config.mode, api: parts.pollApi, receive, clock, log, resting: lost, heartbeat };
    receiving = receiveUpdates(outside, stopping.signal).then((why) => {
      if (why !== "stopped") parts.ended(why);
    });
    isIntroducing = true;
    introducing = introduceOnce()
      .catch((error: unknown) => log.warn("introduction-failed", { error }))
      .finally(() => {
        isIntroducing = false;
      });
    await tick();
  }

  const nextDue = (): Promise<Date | null> => notices.nextDue({ onlyAnswers: operations.held() });

  async function tick(): Promise<void> {
    const now = clock.now();
    inbox.look();
    operations.tick({ lastContact: lost.count() > 0 ? lastContact : null });
    await Promise.all([notices.tick(), jobs.tick()]);
    await notices.tick();
    if (now < after(tidiedAt, HOUR)) return;
    tidiedAt = now;
    await inbox.purge();
    await notices.forget(after(now, -REMEMBERED));
    await jobs.forget(after(now, -REMEMBERED));
    await parts.tidy(now);
  }

  return {
    start,
    tick,
    stop: async () => {
      stopping.abort();
      await Promise.all([inbox.stop(STOP_WITHIN), notices.close(), jobs.close(), operations.stop()]);
      await Promise.all([receiving, introducing]);
      await leadership?.release();
    },
    ownerLink: async (replaces = false) => ({
      url: await parts.ownerLink(replaces),
      expiresAt: after(clock.now(), HOUR),
    }),
    receive: async (update) => receive([update as Update]),
    health: async () => {
      const waiting = await database.db.inbox.count({ where: { status: "new" } });
      const silent =
        config.mode.kind === "polling" && lastContact !== null && clock.now() > after(lastContact, POLL_LATE);
      const ok = role === "follower" || (lastContact !== null && !silent);
      return { ok, role, waiting, lastContact: lastContact?.toISOString() ?? null };
    },
    idle: () =>
      inbox.idle() && notices.idle() && jobs.idle() && operations.idle() && !(isIntroducing && lost.count() === 0),
    waitsForTelegram: () => lost.count() > 0,
    nextDue,
    operations,
    routes: parts.router,
    playground: {
      nextDue,
      idle: async () => {
        await tick();
        while (!inbox.idle() || !notices.idle()) await clock.sleep(IDLE_LOOK);
      },
    },
  };
}
