/** A bot whose `/die` ends the process, on the real platform: no update of the real bot is known to do that. Run as a program. */
import { SECOND } from "#core/clock.ts";
import { systemClock } from "#platform/clock.ts";
import { openDatabase } from "#platform/db/index.ts";
import { loadTexts } from "#platform/i18n.ts";
import { createLog } from "#platform/log.ts";
import { inRoot } from "#platform/root.ts";
import { type Acquaintance, createBot } from "#platform/telegram/bot.ts";
import { type Chat, createRouter, type Fallback } from "#platform/telegram/chat.ts";
import { createInbox } from "#platform/telegram/inbox.ts";
import { createPace } from "#platform/telegram/pace.ts";
import { poll } from "#platform/telegram/poller.ts";
import { createResting } from "#platform/telegram/resting.ts";

const MOMENT = SECOND / 4;

const clock = systemClock;
const { BOT_TOKEN: token = "", TELEGRAM_API_ROOT: apiRoot = "", DATABASE_URL: url = "" } = process.env;

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

const say = (text: string) => async (turn: Parameters<Fallback["sorry"]>[0]) => void (await turn.say({ text }));
const fallback: Fallback = {
  unclaimed: say("unclaimed"),
  stale: say("stale"),
  edited: say("edited"),
  sorry: say("sorry"),
};

/** `/slow` answers after a moment, so that it is at work when `/die` comes. */
const chat: Chat = {
  commands: {
    die: { menu: "none", run: async () => process.exit(1) },
    slow: {
      menu: "none",
      run: async (turn) => {
        await clock.sleep(MOMENT);
        await turn.say({ text: "done" });
      },
    },
  },
};

const log = createLog({ clock, level: "info" });
const database = await openDatabase({ url, clock, log });
const resting = createResting();
const bot = createBot({
  calling: { token, apiRoot },
  router: createRouter([chat], fallback),
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
log.info("started");
const { api } = bot;
const { receive } = inbox;
await poll({ api, receive, clock, log, resting: createResting(), heartbeat: () => {} }, new AbortController().signal);
