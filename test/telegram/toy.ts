/** A bot with a toy feature on the real platform: for tests of receiving, listening and showing. */

import { press } from "#core/screen.ts";
import { type VirtualClock, virtualClock } from "#platform/clock.ts";
import type { Database, DatabaseKind } from "#platform/db/index.ts";
import { loadTexts } from "#platform/i18n.ts";
import { createLog } from "#platform/log.ts";
import { inRoot } from "#platform/root.ts";
import { type Acquaintance, createBot } from "#platform/telegram/bot.ts";
import { type Chat, createRouter, type Fallback, tap } from "#platform/telegram/chat.ts";
import { createInbox, type Inbox } from "#platform/telegram/inbox.ts";
import { createPace } from "#platform/telegram/pace.ts";
import { poll } from "#platform/telegram/poller.ts";
import { createResting } from "#platform/telegram/resting.ts";
import { startEmulator } from "#playground/telegram/index.ts";
import type { Emulator } from "#playground/telegram/model.ts";
import { openTestDatabase } from "#test/support/database.ts";

export type Toy = {
  emulator: Emulator;
  database: Database;
  clock: VirtualClock;
  logged: string[];
  /** What the toy feature heard, in order: «person: text». */
  heard: string[];
  inbox: Inbox;
  settle(): Promise<void>;
  /** Stops this bot and starts another on the same database. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

const acquaintance: Acquaintance = {
  speaker: async ({ telegramId, displayName }) => ({
    accountId: String(telegramId),
    telegramId,
    personId: String(telegramId),
    locale: "ru",
    displayName,
  }),
  reachable: async () => {},
};

const fallback: Fallback = {
  unclaimed: async (turn, heard) => void (await turn.show({ text: `unclaimed ${heard.kind}` })),
  stale: async (turn) => turn.toast("stale"),
  edited: async (turn) => void (await turn.say({ text: "edited" })),
  sorry: async (turn) => void (await turn.say({ text: "sorry" })),
};

/** `/ask` listens for one text; `/menu` shows a button; `/boom` throws; what is heard is kept. */
export function toyChat(heard: string[]): Chat {
  return {
    commands: {
      ask: {
        menu: "all",
        run: async (turn) => {
          await turn.show({ text: "What?", rows: [[{ label: "Skip", press: press("toy.skip", 1) }]] });
          await turn.listen("toy.answer", { question: 1 });
        },
      },
      menu: {
        menu: "all",
        run: async (turn) =>
          void (await turn.show({ text: "Menu", rows: [[{ label: "One", press: press("toy.one", 1) }]] })),
      },
      boom: {
        menu: "none",
        run: async () => {
          throw new Error("boom");
        },
      },
    },
    talks: {
      "toy.answer": async (turn, args, said) => {
        const question = Number(args.question);
        heard.push(`${turn.chatId}: ${said.kind === "text" ? said.text : said.kind} to ${question}`);
        await turn.show({ text: `Heard ${question}. More?` });
        await turn.listen("toy.answer", { question: question + 1 });
      },
    },
    taps: {
      "toy.one": tap(["number"], async (turn, number) => {
        heard.push(`${turn.chatId}: tap ${number}`);
        await turn.show({ text: `One ${number}`, rows: [[{ label: "One", press: press("toy.one", number + 1) }]] });
      }),
      "toy.skip": tap(["number"], async (turn) => {
        turn.stopListening();
        await turn.show({ text: "Skipped" });
      }),
    },
  };
}

export async function toy(engine: DatabaseKind, chat: (heard: string[]) => Chat = toyChat): Promise<Toy> {
  const clock = virtualClock(new Date("2026-11-20T07:00:00Z"));
  const emulator = await startEmulator({ clock });
  const opened = await openTestDatabase(engine, { clock });
  const { database } = opened;
  const logged: string[] = [];
  const heard: string[] = [];
  const log = createLog({ clock, level: "info", write: (line) => logged.push(line) });

  async function start() {
    const stop = new AbortController();
    const resting = createResting();
    const bot = createBot({
      calling: { token: emulator.token, apiRoot: emulator.url },
      router: createRouter([chat(heard)], fallback),
      acquaintance,
      texts: loadTexts(inRoot("locales")),
      database,
      clock,
      log,
      pace: createPace({ clock }),
      resting,
      fetchFile: async () => new Uint8Array(),
    });
    await bot.init();
    const inbox = createInbox({ database, clock, log, handle: bot.handle, giveUp: bot.giveUp, resting });
    inbox.start();
    const { api } = bot;
    const lost = createResting();
    const polling = poll({ api, receive: inbox.receive, clock, log, resting: lost, heartbeat: () => {} }, stop.signal);
    return { inbox, stop, polling, lost };
  }
  let running = await start();
  const end = async () => {
    running.stop.abort();
    await running.polling;
    await running.inbox.stop(10_000);
  };
  async function settle(): Promise<void> {
    for (let quiet = 0, rounds = 0; quiet < 3; rounds++) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      const undelivered = emulator.pending() > 0 && running.lost.count() === 0;
      const busy = emulator.inFlight() > 0 || undelivered || !running.inbox.idle();
      quiet = busy ? 0 : quiet + 1;
      if (rounds > 100_000) throw new Error("the toy does not come to rest");
    }
  }
  clock.onStep(settle);
  return {
    emulator,
    database,
    clock,
    logged,
    heard,
    get inbox() {
      return running.inbox;
    },
    settle,
    restart: async () => {
      await end();
      running = await start();
      await settle();
    },
    close: async () => {
      await end();
      await emulator.close();
      await opened.close();
    },
  };
}
