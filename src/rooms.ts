/** What people see of the school: the tables of taps, commands and talks, with home above them all. */
import { readFile } from "node:fs/promises";
import { banksChat, banksLinks } from "#features/banks/index.ts";
import { behalfCardLinks, behalfProgrammeLinks, createBehalfChat } from "#features/behalf/index.ts";
import { codesChat, codesLinks } from "#features/codes/index.ts";
import {
  consentsButtons,
  consentsCardLines,
  consentsCardLinks,
  consentsChat,
  consentsGuide,
  consentsKept,
  consentsProgrammeLinks,
  ledgerChat,
} from "#features/consents/index.ts";
import { createHistory, deedsChat, historyChat, historyOfCard, historyOfProgramme } from "#features/deeds/index.ts";
import { createHome, type Home } from "#features/home/index.ts";
import { createInvitationsChat } from "#features/invitations/index.ts";
import {
  leavingButtons,
  leavingCardLines,
  leavingCardLinks,
  leavingChat,
  leavingEnding,
  leavingGuide,
  leavingProgrammeLinks,
  privacyChat,
} from "#features/leaving/index.ts";
import { listsCardLinks, listsChat, listsProgrammeLinks } from "#features/lists/index.ts";
import { operationsChat } from "#features/operations/index.ts";
import { createPeopleChat, peopleGuide, peopleKept } from "#features/people/index.ts";
import { createProgrammesChat, createProgrammesGuide } from "#features/programmes/index.ts";
import { questionnairesChat, questionnairesGuide, questionnairesKept } from "#features/questionnaires/index.ts";
import {
  cardFacts,
  createStaffGuide,
  programmeFacts,
  staffCardLines,
  staffCardLinks,
  staffChat,
  staffLinks,
} from "#features/staff/index.ts";
import type { LiveConfig } from "#platform/config.ts";
import { qrPicture } from "#platform/qr.ts";
import { inRoot } from "#platform/root.ts";
import { createRouter } from "#platform/telegram/chat.ts";
import { showMenu } from "#platform/telegram/introduce.ts";
import type { LinkOf } from "./ground.ts";
import type { School } from "./school.ts";
import type { Way } from "./way.ts";

/** The page for curators of programmes on codes; null until it is built. */
const codesPage = (): Promise<Uint8Array | null> => readFile(inRoot("dist", "codes.html")).catch(() => null);

/** A person's card, with what every feature says and offers there. */
const cards = ({ banks, questionnaires, database, people, consents, leave, behalf }: School) =>
  banksChat({
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

/** What every feature offers on a programme's screen. */
const programmeMore = ({ people, leave }: School) => [
  historyOfProgramme(people),
  codesLinks(people),
  consentsProgrammeLinks(people),
  staffLinks(programmeFacts({ people })),
  leavingProgrammeLinks(leave.todos),
  behalfProgrammeLinks(people),
  listsProgrammeLinks({ people }),
];

/** The next step of everybody, by what each feature has to say. */
const guides = ({ leave, programmes, consents, staff, questionnaires, texts }: School) => [
  leavingGuide(leave.leaving),
  peopleGuide,
  createProgrammesGuide({ programmes, programmeLinks: banksLinks }),
  consentsGuide(consents),
  createStaffGuide(staff),
  questionnairesGuide(questionnaires, texts),
];

type RoomsOutside = { config: LiveConfig };

export function createRooms(school: School, { config }: RoomsOutside, { api }: Way, linkOf: LinkOf) {
  const { database, people, programmes, consents, questionnaires, deeds, jobs, leave, staff, behalf, lists } = school;
  const bankRoom = cards(school);
  const behalfRoom = createBehalfChat({
    behalf,
    consents,
    words: questionnaires.words,
    openCard: async (turn, id) => void (await bankRoom.taps?.["bank.card"]?.run(turn, [id])),
  });
  const home: Home = createHome({
    database,
    texts: school.texts,
    people,
    programmes,
    defaultLocale: config.defaultLocale,
    guides: guides(school),
    kept: [peopleKept, consentsKept(consents), questionnairesKept(questionnaires)],
    privacyButtons: [consentsButtons(consents), leavingButtons(leave)],
    search: behalfRoom.search,
    joined: async ({ chatId, speaker }, { role }) => {
      const commands = home.menuFor(speaker.locale, [role]);
      if (commands) await showMenu(api, { chatId, commands });
    },
  });
  const { goOn } = home;
  const more = programmeMore(school);
  const router = createRouter(
    [
      home.chat,
      operationsChat(school),
      createPeopleChat({ people, goOn }),
      createProgrammesChat({ programmes, database, linkOf, qrPicture, programmeLinks: banksLinks, goOn, more }),
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
