/** The ground of the school: what everything else stands on, and where later features are told what they wish to know. */
import { type Clock, HOUR } from "#core/clock.ts";
import { banksNotices, nudgingKind } from "#features/banks/index.ts";
import { type Behalf, behalfNotices } from "#features/behalf/index.ts";
import { type Consents, consentsNotices } from "#features/consents/index.ts";
import { createDeeds, type DeedKind } from "#features/deeds/index.ts";
import { revokingKind } from "#features/invitations/index.ts";
import type { Jobs } from "#features/jobs/index.ts";
import { type Leave, leavingNotices } from "#features/leaving/index.ts";
import { type Lists, listsNotices } from "#features/lists/index.ts";
import { createNotices, type Notices } from "#features/notices/index.ts";
import { createOperations, operationsNotices, type Upkeep } from "#features/operations/index.ts";
import { createPeople } from "#features/people/index.ts";
import { createProgrammes } from "#features/programmes/index.ts";
import { createDirecting, decidingKind, type Staff, staffNotices } from "#features/staff/index.ts";
import type { LiveConfig } from "#platform/config.ts";
import type { Database } from "#platform/db/index.ts";
import { createContents } from "#platform/files/content.ts";
import { fileWorks } from "#platform/files/heavy.ts";
import { createHeavy, findWorker } from "#platform/heavy.ts";
import { loadTexts } from "#platform/i18n.ts";
import type { Log } from "#platform/log.ts";
import { inRoot, ROOT } from "#platform/root.ts";
import { deriveKey } from "#platform/secret.ts";
import { createAddresses } from "./addresses.ts";
import type { Way } from "./way.ts";

export type GroundOutside = {
  config: LiveConfig;
  database: Database;
  clock: Clock;
  log: Log;
  secret: Buffer;
  upkeep?: Upkeep;
};

/** Links as people open them. */
export type LinkOf = (token: string) => string;

/** What is made after the ground and asked by it, once all stands. */
export type Later = {
  notices: Notices;
  consents: Consents;
  behalf: Behalf;
  leave: Leave;
  lists: Lists;
  staff: Staff;
  jobs: Jobs;
  operations: ReturnType<typeof createOperations>;
};

type People = ReturnType<typeof createPeople>;
type Tools = ReturnType<typeof createTools>;

/** What knows nothing of people: texts, files, work in a thread of its own. */
function createTools({ database, clock, log }: GroundOutside) {
  return {
    base: { database, clock, log },
    texts: loadTexts(inRoot("locales")),
    contents: createContents({ clock }),
    heavy: createHeavy({ works: fileWorks, clock, file: findWorker(ROOT) }),
  };
}

const createEverybody = ({ base }: Tools, { config, secret }: GroundOutside, later: () => Later): People =>
  createPeople({
    ...base,
    defaultLocale: config.defaultLocale,
    secret: deriveKey(secret, "invitations"),
    returned: async (tx, personId) => void (await later().notices.restore(tx, personId)),
    joined: async (tx, joined) => {
      await later().staff.succession.joined(tx, joined);
      await later().lists.comers.joined(tx, joined);
    },
    acted: (tx, personId, at) => later().staff.absences.acted(tx, personId, at),
    throttled: (tx, now) => later().staff.guard.throttled(tx, now),
  });

type Known = Tools & { people: People; programmes: ReturnType<typeof createProgrammes> };

/** Every kind of notice that a feature can plan. */
const noticeKinds = (
  { contents, people, programmes, base }: Known,
  { config }: GroundOutside,
  linkOf: LinkOf,
  later: () => Later,
) => [
  ...operationsNotices(config),
  ...consentsNotices({ contents, people, programmes }),
  ...banksNotices({ contents, people }),
  ...listsNotices({ contents, people }),
  ...leavingNotices({ leave: () => later().leave, contents }),
  ...staffNotices({ clock: base.clock, people, programmes, staff: () => later().staff, linkOf }),
  ...behalfNotices({ contents, people, programmes, later }),
];

/** People, programmes, what is owed to them, what can be taken back, and how the installation fares. */
export function createGround(
  outside: GroundOutside,
  { pace, sender, undelivered }: Way,
  linkOf: LinkOf,
  later: () => Later,
) {
  const { config, database, clock, upkeep } = outside;
  const tools = createTools(outside);
  const { base, contents, texts } = tools;
  const people = createEverybody(tools, outside, later);
  const programmes = createProgrammes({ database, clock, people, contents, timeZone: config.timeZone });
  /** What can be taken back. */
  const undoable: DeedKind[] = [revokingKind(people), nudgingKind, decidingKind(people)];
  const deeds = createDeeds({
    database,
    clock,
    people,
    notices: () => later().notices,
    kinds: () => [...undoable, later().consents.checking],
  });
  const notices = createNotices({
    ...base,
    sender,
    // After a restore only answers go out until the owner says go.
    pausedFor: (lane) => (lane !== "reply" && later().operations.held() ? HOUR : pace.pausedFor(lane)),
    addressOf: createAddresses({ people, texts, clock, defaultLocale: config.defaultLocale }),
    direct: createDirecting({ clock, people }),
    onUnreachable: (tx, { chatId }) => people.lost(tx, chatId),
    kinds: noticeKinds({ ...tools, people, programmes }, outside, linkOf, later),
  });
  const operations = createOperations({
    ...base,
    people,
    notices: () => notices,
    upkeep: upkeep ?? null,
    undelivered,
    timeZone: config.timeZone,
  });
  return { ...tools, database, people, programmes, deeds, notices, operations };
}

export type Ground = ReturnType<typeof createGround>;
