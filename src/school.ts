/** What the school is made of, from the ground up: each feature is given those below it. */
import { bankTables, createBanks, exportJob } from "#features/banks/index.ts";
import { blankPaper, createBehalf, fillingTables } from "#features/behalf/index.ts";
import {
  consentForms,
  consentsKeeping,
  createConsents,
  ledgerSheet,
  ledgerTable,
  paperJob,
} from "#features/consents/index.ts";
import { deedsKeeping } from "#features/deeds/index.ts";
import { createJobs, type Jobs } from "#features/jobs/index.ts";
import { createLeave, erasuresKeeping, exportPaper, filesKeeping } from "#features/leaving/index.ts";
import { createLists, listTables, listWords, slipsPaper } from "#features/lists/index.ts";
import { noticesKeeping } from "#features/notices/index.ts";
import { peopleKeeping } from "#features/people/index.ts";
import {
  createQuestionnaires,
  loadShipped,
  questionnairesKeeping,
  questionnairesLeaver,
} from "#features/questionnaires/index.ts";
import { createStaff, staffKeeping, staffLeaver } from "#features/staff/index.ts";
import { qrPicture } from "#platform/qr.ts";
import { inRoot } from "#platform/root.ts";
import { createGround, type Ground, type GroundOutside, type Later, type LinkOf } from "./ground.ts";
import type { Way } from "./way.ts";

/** Who is asked, who agrees, who is ready. */
function createAsking({ base, people, programmes, notices, deeds }: Ground, later: () => Later) {
  const { database, clock } = base;
  const consents = createConsents({
    database,
    clock,
    people,
    programmes,
    notices,
    deeds,
    changed: (tx, change) => later().leave.privacy.consentChanged(tx, change),
  });
  const shipped = loadShipped(inRoot("locales", "questionnaires"));
  const questionnaires = createQuestionnaires({
    database,
    clock,
    shipped,
    people,
    mayAsk: consents.mayProcess,
    entered: (tx, run) => later().behalf.entering.tellEntered(tx, run),
  });
  const banks = createBanks({
    ...base,
    people,
    programmes,
    questionnaires,
    deeds,
    notices,
    jobs: orders(later),
    consentMarks: consents.marksOf,
  });
  return { consents, shipped, questionnaires, banks };
}

type Asking = ReturnType<typeof createAsking>;

/** Jobs are made last, when all their kinds are known. */
const orders = (later: () => Later): Pick<Jobs, "enqueue"> => ({
  enqueue: (tx, order) => later().jobs.enqueue(tx, order),
});

/** What is needed to make a file for somebody. */
const making = ({ base, texts, people, programmes, contents, heavy }: Ground, { questionnaires, banks }: Asking) => {
  const { database, clock } = base;
  return { database, clock, texts, people, programmes, questionnaires, contents, heavy, load: banks.load };
};

/** In the order in which they are told; a person is forgotten last. */
const keepingsOf = ({ contents }: Ground, { shipped }: Asking) => [
  peopleKeeping,
  staffKeeping,
  consentsKeeping,
  questionnairesKeeping(shipped.words),
  noticesKeeping,
  deedsKeeping,
  filesKeeping(contents),
  erasuresKeeping,
];

/** People without a chat, people who leave, people who help. */
function createAround(
  ground: Ground,
  asking: Asking,
  { config, log }: GroundOutside,
  linkOf: LinkOf,
  later: () => Later,
) {
  const { texts, people, programmes, base } = ground;
  const { consents } = asking;
  const notices = () => ground.notices;
  const keepings = keepingsOf(ground, asking);
  const made = making(ground, asking);
  const jobs = orders(later);
  const look = { paper: blankPaper, tables: fillingTables };
  const behalf = createBehalf({ ...made, consents, notices: ground.notices, jobs, look });
  const lists = createLists({
    ...made,
    keepings,
    linkOf,
    qrPicture,
    words: listWords([texts.voice({ locale: "ru" }), texts.voice({ locale: "en" })]),
    jobs,
    notices,
    consentOf: consents.stateOf,
    look: { paper: slipsPaper, tables: listTables },
  });
  const leave = createLeave({
    ...made,
    log,
    folder: config.dataDir,
    keepings,
    leavers: [staffLeaver, questionnairesLeaver],
    notices,
    jobs: () => later().jobs,
    consents: () => consents,
    paper: exportPaper,
  });
  const { database, clock } = base;
  const consentMarks = consents.marksOf;
  const staff = createStaff({
    database,
    clock,
    people,
    programmes,
    notices: ground.notices,
    deeds: ground.deeds,
    consentMarks,
  });
  return { behalf, lists, leave, staff };
}

type Around = ReturnType<typeof createAround>;

/** Work too long for a handler, of all kinds. */
function createAllJobs(ground: Ground, asking: Asking, { behalf, leave, lists }: Around): Jobs {
  const notices = () => ground.notices;
  const made = making(ground, asking);
  const exporting = exportJob({ ...made, tables: bankTables, notices });
  const looks = { table: ledgerTable, sheet: ledgerSheet, forms: consentForms };
  const papers = paperJob({ ...made, consents: asking.consents, looks, notices });
  return createJobs({
    ...ground.base,
    kinds: [exporting, papers, behalf.job, leave.job, ...lists.jobs],
    onEnded: () => ground.notices.wake(),
  });
}

/** All features, put together. */
export function createSchool(outside: GroundOutside, way: Way, linkOf: LinkOf) {
  let all: Later | null = null;
  const later = (): Later => {
    if (!all) throw new Error("asked before everything stands");
    return all;
  };
  const ground = createGround(outside, way, linkOf, later);
  const asking = createAsking(ground, later);
  const around = createAround(ground, asking, outside, linkOf, later);
  const jobs = createAllJobs(ground, asking, around);
  const school = { ...ground, ...asking, ...around, jobs };
  all = school;
  return school;
}

export type School = ReturnType<typeof createSchool>;
