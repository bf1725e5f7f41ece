/**
 * The map of the system: what stands on what, and how an update and a notice go through it. No rule lives here.
 * In: Telegram → inbox → bot → a feature's chat → its service → the screen. Out: a row of notices → tick → the screen.
 */

import { readFile } from "node:fs/promises";
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
  behalfCardLinks,
  behalfNotices,
  behalfProgrammeLinks,
  blankPaper,
  createBehalf,
  createBehalfChat,
  fillingTables,
} from "#features/behalf/index.ts";
import { codesChat, codesLinks } from "#features/codes/index.ts";
import {
  consentForms,
  consentsButtons,
  consentsCardLines,
  consentsCardLinks,
  consentsChat,
  consentsGuide,
  consentsKeeping,
  consentsKept,
  consentsNotices,
  consentsProgrammeLinks,
  createConsents,
  eraseOldPapers,
  ledgerChat,
  ledgerSheet,
  ledgerTable,
  paperJob,
} from "#features/consents/index.ts";
import {
  createDeeds,
  createHistory,
  type DeedKind,
  deedsChat,
  deedsKeeping,
  historyChat,
  historyOfCard,
  historyOfProgramme,
} from "#features/deeds/index.ts";
import { createHome, type Home } from "#features/home/index.ts";
import { createInvitationsChat, revokingKind } from "#features/invitations/index.ts";
import { createJobs } from "#features/jobs/index.ts";
import {
  createLeave,
  erasuresKeeping,
  exportPaper,
  filesKeeping,
  leavingButtons,
  leavingCardLines,
  leavingCardLinks,
  leavingChat,
  leavingEnding,
  leavingGuide,
  leavingNotices,
  leavingProgrammeLinks,
  privacyChat,
} from "#features/leaving/index.ts";
import {
  createLists,
  listsCardLinks,
  listsChat,
  listsNotices,
  listsProgrammeLinks,
  listTables,
  listWords,
  slipsPaper,
} from "#features/lists/index.ts";
import { createNotices, noticesKeeping } from "#features/notices/index.ts";
import { createOperations, operationsChat, operationsNotices, type Upkeep } from "#features/operations/index.ts";
import { createPeople, createPeopleChat, peopleGuide, peopleKeeping, peopleKept } from "#features/people/index.ts";
import { createProgrammes, createProgrammesChat, createProgrammesGuide } from "#features/programmes/index.ts";
import {
  createQuestionnaires,
  loadShipped,
  questionnairesChat,
  questionnairesGuide,
  questionnairesKeeping,
  questionnairesKept,
  questionnairesLeaver,
} from "#features/questionnaires/index.ts";
import {
  cardFacts,
  createDirecting,
  createStaff,
  createStaffGuide,
  programmeFacts,
  type Staff,
  staffCardLines,
  staffCardLinks,
  staffChat,
  staffKeeping,
  staffLeaver,
  staffLinks,
  staffNotices,
} from "#features/staff/index.ts";
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

/** What the school is made of, from the ground up: each feature is given those below it. */
function createSchool(outside: Outside, { pace, sender, undelivered }: Way, linkOf: (token: string) => string) {
  const { config, database, clock, log, secret, upkeep } = outside;
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
    joined: (tx, joined) => staff.succession.joined(tx, joined),
    acted: (tx, personId, at) => staff.absences.acted(tx, personId, at),
    throttled: (tx, now) => staff.guard.throttled(tx, now),
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
    direct: createDirecting({ clock, people }),
    onUnreachable: (tx, { chatId }) => people.lost(tx, chatId),
    kinds: [
      ...operationsNotices(config),
      ...consentsNotices({ contents, people, programmes }),
      ...banksNotices({ contents, people }),
      ...listsNotices({ contents, people }),
      ...leavingNotices({ leave: () => leave, contents }),
      ...staffNotices({ clock, people, programmes, staff: () => staff, linkOf }),
      ...behalfNotices({ contents, people, programmes, later: () => ({ consents, behalf }) }),
    ],
  });
  const operations = createOperations({
    ...base,
    people,
    notices: () => notices,
    upkeep: upkeep ?? null,
    undelivered,
    timeZone: config.timeZone,
  });
  const consents = createConsents({
    database,
    clock,
    people,
    programmes,
    notices,
    changed: (tx, change) => leave.privacy.consentChanged(tx, change),
  });
  const shipped = loadShipped(inRoot("locales", "questionnaires"));
  const questionnaires = createQuestionnaires({
    database,
    clock,
    shipped,
    people,
    mayAsk: consents.mayProcess,
    entered: (tx, run) => behalf.entering.tellEntered(tx, run),
  });
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
  const behalf = createBehalf({
    ...making,
    consents,
    notices,
    jobs: { enqueue: (tx, order) => jobs.enqueue(tx, order) },
    look: { paper: blankPaper, tables: fillingTables },
  });
  /** In the order in which they are told; a person is forgotten last. */
  const keepings = [
    peopleKeeping,
    staffKeeping,
    consentsKeeping,
    questionnairesKeeping(shipped.words),
    noticesKeeping,
    deedsKeeping,
    filesKeeping(contents),
    erasuresKeeping,
  ];
  const lists = createLists({
    ...making,
    keepings,
    linkOf,
    qrPicture,
    words: listWords([texts.voice({ locale: "ru" }), texts.voice({ locale: "en" })]),
    jobs: { enqueue: (tx, order) => jobs.enqueue(tx, order) },
    notices: () => notices,
    consentOf: consents.stateOf,
    look: { paper: slipsPaper, tables: listTables },
  });
  const leave = createLeave({
    ...making,
    log,
    folder: config.dataDir,
    keepings,
    leavers: [staffLeaver, questionnairesLeaver],
    notices: () => notices,
    jobs: () => jobs,
    consents: () => consents,
    paper: exportPaper,
  });
  const staff: Staff = createStaff({ database, clock, people, programmes, notices, consentMarks: consents.marksOf });
  const looks = { table: ledgerTable, sheet: ledgerSheet, forms: consentForms };
  const papers = paperJob({ ...making, consents, looks, notices: () => notices });
  const jobs = createJobs({
    ...base,
    kinds: [exporting, papers, behalf.job, leave.job, ...lists.jobs],
    onEnded: () => notices.wake(),
  });
  return {
    database,
    texts,
    contents,
    people,
    programmes,
    notices,
    operations,
    consents,
    leave,
    staff,
    questionnaires,
    banks,
    behalf,
    lists,
    jobs,
    deeds,
  };
}

type School = ReturnType<typeof createSchool>;

/** The page for curators of programmes on codes; null until it is built. */
const codesPage = (): Promise<Uint8Array | null> => readFile(inRoot("dist", "codes.html")).catch(() => null);

/** What people see of it: the tables of taps, commands and talks, with home above them all. */
function createRooms(school: School, { config }: Outside, { api }: Way, linkOf: (token: string) => string) {
  const {
    database,
    texts,
    people,
    programmes,
    consents,
    questionnaires,
    banks,
    deeds,
    jobs,
    leave,
    staff,
    behalf,
    lists,
  } = school;
  const programmeLinks = banksLinks;
  const bankRoom = banksChat({
    banks,
    words: questionnaires.words,
    database,
    links: [
      historyOfCard(people),
      consentsCardLinks(people),
      staffCardLinks(cardFacts({ people })),
      leavingCardLinks(leave.leaving),
      behalfCardLinks(behalf.entering),
      listsCardLinks({ people }),
    ],
    lines: [consentsCardLines(consents), staffCardLines(cardFacts({ people })), leavingCardLines(leave.leaving)],
  });
  const behalfRoom = createBehalfChat({
    behalf,
    consents,
    words: questionnaires.words,
    openCard: async (turn, id) => void (await bankRoom.taps?.["bank.card"]?.run(turn, [id])),
  });
  const home: Home = createHome({
    database,
    texts,
    people,
    programmes,
    defaultLocale: config.defaultLocale,
    guides: [
      leavingGuide(leave.leaving),
      peopleGuide,
      createProgrammesGuide({ programmes, programmeLinks }),
      consentsGuide(consents),
      createStaffGuide(staff),
      questionnairesGuide(questionnaires, texts),
    ],
    kept: [peopleKept, consentsKept(consents), questionnairesKept(questionnaires)],
    privacyButtons: [consentsButtons(consents), leavingButtons(leave)],
    search: behalfRoom.search,
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
        more: [
          historyOfProgramme(people),
          codesLinks(people),
          consentsProgrammeLinks(people),
          staffLinks(programmeFacts({ people })),
          leavingProgrammeLinks(leave.todos),
          behalfProgrammeLinks(people),
          listsProgrammeLinks({ people }),
        ],
      }),
      createInvitationsChat({ people, programmes, database, deeds, linkOf, qrPicture }),
      consentsChat({ consents, linkOf, goOn, ending: leavingEnding(leave, database) }),
      ledgerChat({ consents, jobs }),
      leavingChat({ leaving: leave.leaving, database, goOn }),
      privacyChat({ ...leave, people, goOn }),
      questionnairesChat(questionnaires),
      staffChat({ staff, linkOf }),
      deedsChat({ deeds }),
      codesChat({ database, people, page: codesPage }),
      historyChat(createHistory({ database, people })),
      listsChat({ lists, linkOf }),
      bankRoom,
      behalfRoom.chat,
    ],
    home.fallback,
  );
  return { home, router };
}

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
