/** Home: `/start` and the way back to it, joined with settings, links and what nobody waits for. */
import type { Guide, Kept } from "#core/contribution.ts";
import type { Locale, T } from "#core/screen.ts";
import { type GoOn, homeRow, type People, type Role, type Standing } from "#features/people/index.ts";
import type { Database } from "#platform/db/index.ts";
import type { Texts } from "#platform/i18n.ts";
import { type Chat, type Fallback, tap } from "#platform/telegram/chat.ts";
import type { Turn } from "#platform/telegram/turn.ts";
import { createAbout } from "./about.service.ts";
import { createFallback } from "./fallback.chat.ts";
import { createJoiningChat } from "./joining.chat.ts";
import { menuFor, menus, presentation } from "./menus.view.ts";
import type { Menu, Presentation, PrivacyButtons, ProgrammeFacts } from "./model.ts";
import { createWhereabouts } from "./service.ts";
import { createSettingsChat } from "./settings.chat.ts";
import { createWay, type Way } from "./way.chat.ts";

export type HomeOutside = {
  database: Database;
  texts: Texts;
  people: People;
  programmes: ProgrammeFacts;
  guides: Guide[];
  kept: Kept[];
  privacyButtons?: PrivacyButtons[];
  defaultLocale: Locale;
  /** Takes free text that nobody waits for, when it looks for somebody; false when it was none. */
  search?: (turn: Turn, text: string) => Promise<boolean>;
  /** Told after somebody has come in by a link: the chat may need its own command menu. */
  joined?: (turn: Turn, standing: Standing) => Promise<void>;
};

export type Home = {
  chat: Chat;
  fallback: Fallback;
  /** Shows the next step: what every feature calls when it is done with something. */
  goOn: GoOn;
  /** Menus of all private chats, for `setMyCommands`. */
  menus(): Menu[];
  /** The menu of one chat, or null when the common one will do. */
  menuFor(locale: Locale, roles: Role[]): Menu["commands"] | null;
  /** For `setMyName`, `setMyDescription`, `setMyShortDescription`. */
  presentation(): Presentation[];
};

const startChat = (way: Way, redeem: (turn: Turn, token: string) => Promise<void>): Chat => ({
  taps: {
    "home.open": tap([], (turn) => way.open(turn)),
    "home.as": tap(["membership"], async (turn, membershipId) => {
      if (!(await way.openAs(turn, membershipId))) await way.open(turn);
    }),
  },
  commands: {
    start: { menu: "all", run: (turn, token) => (token === "" ? way.open(turn) : redeem(turn, token)) },
    cancel: {
      menu: "all",
      run: async (turn) => {
        const { t } = await way.find(turn);
        await way.present(turn, { text: t("home-cancelled"), rows: [homeRow(t)] });
      },
    },
  },
});

const wordsOf = (texts: Texts): Record<Locale, T> => ({
  ru: texts.voice({ locale: "ru" }),
  en: texts.voice({ locale: "en" }),
});

export function createHome(outside: HomeOutside): Home {
  const { database, texts, people, programmes, guides, kept, defaultLocale } = outside;
  const words = wordsOf(texts);
  const voice = (locale: Locale): T => words[locale];
  const whereabouts = createWhereabouts({ database, people, programmes, texts, guides });
  const about = createAbout({ database, kept, privacyButtons: outside.privacyButtons ?? [] });
  const way = createWay(whereabouts);
  const joining = createJoiningChat({ people, whereabouts, way, joined: outside.joined });
  const start = startChat(way, joining.redeem);
  const settings = createSettingsChat({ people, whereabouts, about, way, words });
  return {
    chat: {
      taps: { ...start.taps, ...joining.taps, ...settings.taps },
      commands: { ...start.commands, ...settings.commands },
    },
    fallback: createFallback({ way, redeem: joining.redeem, search: outside.search }),
    goOn: way.goOn,
    menus: () => menus(voice, defaultLocale),
    menuFor: (locale, roles) => menuFor(voice(locale), roles),
    presentation: () => presentation(voice, defaultLocale),
  };
}
