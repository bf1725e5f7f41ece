/**
 * The whole: the way to Telegram, the school and its rooms, and the process around them. No rule lives here.
 * In: Telegram → inbox → bot → a feature's chat → its service → the screen. Out: a row of notices → tick → the screen.
 * What stands on what: `ground.ts`, `school.ts`; what people see of it: `rooms.ts`.
 */
import { after, type Clock, DAY } from "#core/clock.ts";
import { eraseOldTables } from "#features/banks/index.ts";
import { eraseOldPapers } from "#features/consents/index.ts";
import type { Upkeep } from "#features/operations/index.ts";
import type { LiveConfig } from "#platform/config.ts";
import type { Database } from "#platform/db/index.ts";
import type { Log } from "#platform/log.ts";
import type { Metrics } from "#platform/metrics.ts";
import { createBot } from "#platform/telegram/bot.ts";
import { createRooms } from "./rooms.ts";
import { createRunning, type Running } from "./running.ts";
import { createSchool } from "./school.ts";
import { createWay } from "./way.ts";

/** A deed that cannot be taken back any more is still answered for so long. */
const DEEDS_KEPT = 7 * DAY;
/** Who tried what they may not is remembered so long. */
const REFUSALS_KEPT = 90 * DAY;

/** What the app is given: everything that is not its own. */
export type Outside = {
  config: LiveConfig;
  database: Database;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  /** The installation's secret, from which keys for single uses are derived. */
  secret: Buffer;
  /** What a deployed bot looks after: its copies and its disk. */
  upkeep?: Upkeep;
  /** Told at most once when receiving ends by itself. */
  ended(why: "conflict" | "unauthorized" | "displaced"): void;
};

export type App = Running;

/** The whole, put together but not yet started. */
export async function createApp(outside: Outside): Promise<App> {
  const { database, clock, log } = outside;
  const way = createWay(outside);
  let username = "";
  const linkOf = (token: string) => `https://t.me/${username}?start=${token}`;
  const school = createSchool(outside, way, linkOf);
  const { people, questionnaires, consents, contents } = school;
  const { home, router } = createRooms(school, outside, way, linkOf);
  const bot = createBot({ ...way, ...school, clock, log, acquaintance: people, router });
  const identify = async () => {
    username = (await bot.init()).username;
  };
  return createRunning({
    ...outside,
    ...way,
    ...school,
    bot,
    router,
    home,
    prepare: async () => {
      await school.operations.prepare();
      await questionnaires.importShipped(clock.now());
      await consents.importDocuments(clock.now());
      await school.leave.erasing.replay();
      await school.behalf.telling.planWeekly(clock.now());
      await identify();
    },
    ownerLink: async (replaces) => {
      await identify();
      return linkOf(await people.ownerInvitation(clock.now(), replaces));
    },
    tidy: async (now) => {
      await eraseOldTables(database, contents, now);
      await school.deeds.forget(after(now, -DEEDS_KEPT));
      await eraseOldPapers(database, contents, now);
      await school.leave.tidy(now);
      await school.lists.tidy(now);
      await school.behalf.papers.tidy(now);
      await school.behalf.telling.planWeekly(now);
      await consents.askTurned(now);
      await school.staff.referrals.tidy(now);
      await people.forgetRefusals(database.db, after(now, -REFUSALS_KEPT));
    },
    curators: () => people.chatsWithRole(database.db, "curator"),
  });
}
