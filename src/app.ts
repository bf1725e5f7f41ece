/**
 * The map of the system: what stands on what, and how an update and a notice go through it. No rule lives here.
 * In: Telegram → inbox → bot → a feature's chat → its service → the screen. Out: a row of notices → tick → the screen.
 */

import { after, type Clock, DAY, HOUR } from "#core/clock.ts";
import {
  banksChat,
  banksLinks,
  banksNotices,
  bankTables,
  createBanks,
  eraseOldTables,
  exportJob,
  nudgingKind,
} from "#features/banks/index.ts";
import {
  consentsButtons,
  consentsChat,
  consentsGuide,
  consentsKept,
  consentsNotices,
  createConsents,
} from "#features/consents/index.ts";
import {
  createDeeds,
  createHistory,
  type DeedKind,
  deedsChat,
  historyChat,
  historyOfCard,
  historyOfProgramme,
} from "#features/deeds/index.ts";
import { createHome, type Home } from "#features/home/index.ts";
import { createInvitationsChat, revokingKind } from "#features/invitations/index.ts";
import { createJobs } from "#features/jobs/index.ts";
import { createNotices } from "#features/notices/index.ts";
import { createOperations, operationsChat, operationsNotices, type Upkeep } from "#features/operations/index.ts";
import { createPeople, createPeopleChat, peopleGuide, peopleKept } from "#features/people/index.ts";
import { createProgrammes, createProgrammesChat, createProgrammesGuide } from "#features/programmes/index.ts";
import {
  createQuestionnaires,
  loadShipped,
  questionnairesChat,
  questionnairesGuide,
  questionnairesKept,
} from "#features/questionnaires/index.ts";
import type { LiveConfig } from "#platform/config.ts";
import type { Database } from "#platform/db/index.ts";
import { createContents } from "#platform/files/content.ts";
import { fileWorks } from "#platform/files/heavy.ts";
import { createHeavy, findWorker } from "#platform/heavy.ts";
import { loadTexts } from "#platform/i18n.ts";
import type { Log } from "#platform/log.ts";
import type { Metrics } from "#platform/metrics.ts";
import { qrPicture } from "#platform/qr.ts";
import { inRoot, ROOT } from "#platform/root.ts";
import { deriveKey } from "#platform/secret.ts";
import { createBot } from "#platform/telegram/bot.ts";
import { createRouter } from "#platform/telegram/chat.ts";
import { showMenu } from "#platform/telegram/introduce.ts";
import { createAddresses } from "./addresses.ts";
import { createRunning, type Running } from "./running.ts";
import { createWay, type Way } from "./way.ts";

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

/** What the school is made of, from the ground up: each feature is given those below it. */
function createSchool({ config, database, clock, log, secret, upkeep }: Outside, { pace, sender }: Way) {
  const { defaultLocale } = config;
  const base = { database, clock, log };
  const texts = loadTexts(inRoot("locales"));
  const contents = createContents({ clock });
  const heavy = createHeavy({ works: fileWorks, clock, file: findWorker(ROOT) });
  const people = createPeople({
    ...base,
    defaultLocale,
    secret: deriveKey(secret, "invitations"),
    returned: async (tx, personId) => void (await notices.restore(tx, personId)),
  });
  /** What can be taken back; features that come later add theirs. */
  const undoable: DeedKind[] = [revokingKind(people), nudgingKind];
  const deeds = createDeeds({ database, clock, people, notices: () => notices, kinds: () => undoable });
  const programmes = createProgrammes({ database, clock, people, contents, timeZone: config.timeZone });
  const notices = createNotices({
    ...base,
    sender,
    // After a restore only answers go out until the owner says go.
    pausedFor: (lane) => (lane !== "reply" && operations.held() ? HOUR : pace.pausedFor(lane)),
    addressOf: createAddresses({ people, texts, clock, defaultLocale }),
    onUnreachable: (tx, { chatId }) => people.lost(tx, chatId),
    kinds: [...operationsNotices(config), ...consentsNotices(), ...banksNotices({ contents, people })],
  });
  const operations = createOperations({
    ...base,
    people,
    notices: () => notices,
    upkeep: upkeep ?? null,
    timeZone: config.timeZone,
  });
  const consents = createConsents({ database, clock, people, programmes, notices });
  const shipped = loadShipped(inRoot("locales", "questionnaires"));
  const questionnaires = createQuestionnaires({ database, clock, shipped, mayAsk: consents.mayProcess });
  const banks = createBanks({
    ...base,
    people,
    programmes,
    questionnaires,
    deeds,
    jobs: { enqueue: (tx, order) => jobs.enqueue(tx, order) },
    consentMarks: consents.marksOf,
  });
  const making = { database, clock, texts, people, programmes, questionnaires, contents, heavy, load: banks.load };
  const exporting = exportJob({ ...making, tables: bankTables, notices: () => notices });
  const jobs = createJobs({ ...base, kinds: [exporting], onEnded: () => notices.wake() });
  return {
    database,
    texts,
    contents,
    people,
    programmes,
    notices,
    operations,
    consents,
    questionnaires,
    banks,
    jobs,
    deeds,
  };
}

type School = ReturnType<typeof createSchool>;

/** What people see of it: the tables of taps, commands and talks, with home above them all. */
function createRooms(school: School, { config }: Outside, { api }: Way, linkOf: (token: string) => string) {
  const { database, texts, people, programmes, consents, questionnaires, banks, deeds } = school;
  const programmeLinks = banksLinks;
  const home: Home = createHome({
    database,
    texts,
    people,
    programmes,
    defaultLocale: config.defaultLocale,
    guides: [
      peopleGuide,
      createProgrammesGuide({ programmes, programmeLinks }),
      consentsGuide(consents),
      questionnairesGuide(questionnaires, texts),
    ],
    kept: [peopleKept, consentsKept(consents), questionnairesKept(questionnaires)],
    privacyButtons: [consentsButtons(consents)],
    joined: async ({ chatId, speaker }, { role }) => {
      const commands = home.menuFor(speaker.locale, [role]);
      if (commands) await showMenu(api, { chatId, commands });
    },
  });
  const { goOn } = home;
  const router = createRouter(
    [
      home.chat,
      operationsChat(school),
      createPeopleChat({ people, goOn }),
      createProgrammesChat({
        programmes,
        database,
        linkOf,
        qrPicture,
        programmeLinks,
        goOn,
        more: [historyOfProgramme(people)],
      }),
      createInvitationsChat({ people, programmes, database, deeds, linkOf, qrPicture }),
      consentsChat({ consents, linkOf, goOn }),
      questionnairesChat(questionnaires),
      deedsChat({ deeds }),
      historyChat(createHistory({ database, people })),
      banksChat({ banks, words: questionnaires.words, database, links: [historyOfCard(people)], lines: [] }),
    ],
    home.fallback,
  );
  return { home, router };
}

/** The whole, put together but not yet started. */
export async function createApp(outside: Outside): Promise<App> {
  const { database, clock, log } = outside;
  const way = createWay(outside);
  const school = createSchool(outside, way);
  const { people, questionnaires, consents, contents } = school;
  let username = "";
  const linkOf = (token: string) => `https://t.me/${username}?start=${token}`;
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
      await identify();
    },
    ownerLink: async () => {
      await identify();
      return linkOf(await people.ownerInvitation(clock.now()));
    },
    tidy: async (now) => {
      await eraseOldTables(database, contents, now);
      await people.forgetRefusals(database.db, after(now, -REFUSALS_KEPT));
    },
    curators: () => people.chatsWithRole(database.db, "curator"),
  });
}
