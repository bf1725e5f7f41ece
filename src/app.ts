/**
 * The map of the system: what stands on what, and how an update and a notice go through it. No rule lives here.
 * In: Telegram → inbox → bot → a feature's chat → its service → the screen. Out: a row of notices → tick → the screen.
 */

import type { Clock } from "#core/clock.ts";
import type { ProgrammeId } from "#core/ids.ts";
import { banksChat, banksLinks, banksNotices, createBanks, eraseOldTables, exportJob } from "#features/banks/index.ts";
import {
  consentsButtons,
  consentsChat,
  consentsGuide,
  consentsKept,
  consentsNotices,
  createConsents,
} from "#features/consents/index.ts";
import { createHome } from "#features/home/index.ts";
import { createInvitationsChat } from "#features/invitations/index.ts";
import { createJobs } from "#features/jobs/index.ts";
import { createNotices } from "#features/notices/index.ts";
import { createPeople, createPeopleChat, peopleGuide, peopleKept } from "#features/people/index.ts";
import { createProgrammes, createProgrammesChat, createProgrammesGuide } from "#features/programmes/index.ts";
import {
  createQuestionnaires,
  loadShipped,
  questionnairesChat,
  questionnairesGuide,
} from "#features/questionnaires/index.ts";
import type { LiveConfig } from "#platform/config.ts";
import type { Database } from "#platform/db/index.ts";
import { createContents, LARGEST_FILE } from "#platform/files/content.ts";
import { fileWorks } from "#platform/files/heavy.ts";
import { createHeavy, findWorker } from "#platform/heavy.ts";
import { loadTexts } from "#platform/i18n.ts";
import type { Log } from "#platform/log.ts";
import type { Metrics } from "#platform/metrics.ts";
import { createProxyAgent, download } from "#platform/proxy.ts";
import { qrPicture } from "#platform/qr.ts";
import { inRoot, ROOT } from "#platform/root.ts";
import { deriveKey } from "#platform/secret.ts";
import { createBot } from "#platform/telegram/bot.ts";
import { createRouter } from "#platform/telegram/chat.ts";
import { createApi, createPollApi } from "#platform/telegram/client.ts";
import { createPace } from "#platform/telegram/pace.ts";
import { createResting } from "#platform/telegram/resting.ts";
import { createSender } from "#platform/telegram/send.ts";
import { createAddresses } from "./addresses.ts";
import { createRunning, type Running } from "./running.ts";

/** What the app is given: everything that is not its own. */
export type Outside = {
  config: LiveConfig;
  database: Database;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  /** The installation's secret, from which keys for single uses are derived. */
  secret: Buffer;
  /** Told at most once when receiving ends by itself. */
  ended(why: "conflict" | "unauthorized"): void;
};

export type App = Running;

export async function createApp(outside: Outside): Promise<App> {
  const { config, database, clock, log, secret } = outside;
  const { defaultLocale } = config;
  const texts = loadTexts(inRoot("locales"));
  const agent = createProxyAgent(config.proxyUrl);
  const calling = { token: config.mode.token, apiRoot: config.apiRoot, agent };
  const api = createApi(calling);
  const pace = createPace({ clock });
  const resting = createResting();
  const contents = createContents({ clock });
  const heavy = createHeavy({ works: fileWorks, clock, file: findWorker(ROOT) });

  // What the school is made of.
  const people = createPeople({
    database,
    clock,
    log,
    defaultLocale,
    secret: deriveKey(secret, "invitations"),
    returned: async (tx, personId) => void (await notices.restore(tx, personId)),
  });
  const programmes = createProgrammes({ database, clock, people, contents });
  const addressOf = createAddresses({ people, texts, clock, defaultLocale });
  const notices = createNotices({
    database,
    clock,
    log,
    sender: createSender({ api, pace, log }),
    pausedFor: pace.pausedFor,
    addressOf,
    onUnreachable: (tx, { chatId }) => people.lost(tx, chatId),
    kinds: [...consentsNotices(), ...banksNotices(contents)],
  });
  const consents = createConsents({ database, clock, people, programmes, notices });
  const questionnaires = createQuestionnaires({
    database,
    clock,
    shipped: loadShipped(inRoot("locales", "questionnaires")),
    mayAsk: consents.mayProcess,
  });
  const banks = createBanks({
    database,
    clock,
    people,
    programmes,
    questionnaires,
    notices,
    jobs: { enqueue: (tx, order) => jobs.enqueue(tx, order) },
    consentMarks: consents.marksOf,
  });
  const making = { database, clock, texts, people, programmes, questionnaires, contents, heavy, load: banks.load };
  const jobs = createJobs({
    database,
    clock,
    log,
    onEnded: () => notices.wake(),
    kinds: [exportJob({ ...making, notices: () => notices })],
  });

  // What people see of it.
  const programmeLinks = (programmeId: ProgrammeId) => banksLinks(programmeId);
  const home = createHome({
    database,
    texts,
    people,
    programmes,
    defaultLocale,
    guides: [
      peopleGuide,
      createProgrammesGuide({ programmes, programmeLinks }),
      consentsGuide(consents),
      questionnairesGuide(questionnaires, texts),
    ],
    kept: [peopleKept, consentsKept(consents)],
    privacyButtons: [consentsButtons(consents)],
  });
  const { goOn } = home;
  let username = "";
  const linkOf = (token: string) => `https://t.me/${username}?start=${token}`;
  const router = createRouter(
    [
      home.chat,
      createPeopleChat({ people, goOn }),
      createProgrammesChat({ programmes, database, linkOf, qrPicture, programmeLinks, goOn }),
      createInvitationsChat({ people, programmes, database, linkOf, qrPicture }),
      consentsChat({ consents, linkOf, goOn }),
      questionnairesChat(questionnaires),
      banksChat(banks, questionnaires.words),
    ],
    home.fallback,
  );
  const bot = createBot({
    calling,
    texts,
    database,
    clock,
    log,
    pace,
    resting,
    acquaintance: people,
    router,
    fetchFile: async (url) => {
      const file = await download(url, { limitBytes: LARGEST_FILE, agent });
      if (file.kind !== "done") throw new Error(`a file did not come: ${file.kind}`);
      return file.bytes;
    },
  });

  return createRunning({
    ...outside,
    bot,
    router,
    pollApi: createPollApi(calling),
    notices,
    jobs,
    resting,
    home,
    prepare: async () => {
      await questionnaires.importShipped(clock.now());
      await consents.importDocuments(clock.now());
      username = (await bot.init()).username;
    },
    ownerToken: () => people.ownerInvitation(clock.now()),
    linkOf,
    tidy: (now) => eraseOldTables(database, contents, now),
    curators: () => people.chatsWithRole(database.db, "curator"),
  });
}
