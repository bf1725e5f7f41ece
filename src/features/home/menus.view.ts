/** The command menus and the bot's description, for `app` to hand to Telegram. */
import { LOCALES, type Locale, type T } from "#core/screen.ts";
import type { Role } from "#features/people/model.ts";
import type { Menu, Presentation } from "./model.ts";

export const COMMANDS = ["start", "help", "settings", "language", "privacy", "cancel"] as const;
/** Seen in their own menu by those who hold the role. */
const FOR_ROLE: Partial<Record<Role, readonly string[]>> = {
  curator: ["invite"],
  staff: ["refer"],
  mentor: ["refer"],
  guardian: ["refer"],
};

const described = (t: T, names: readonly string[]) =>
  names.map((command) => ({ command, description: t.plain(`commands-${command}`) }));

/** In each language, and (null) in the installation's own for everybody else. */
const inEach = <Made>(make: (t: T) => Made, voice: (locale: Locale) => T, fallback: Locale) => [
  { language: null, ...make(voice(fallback)) },
  ...LOCALES.map((language) => ({ language, ...make(voice(language)) })),
];

/** The menus of all private chats. */
export const menus = (voice: (locale: Locale) => T, fallback: Locale): Menu[] =>
  inEach((t) => ({ commands: described(t, COMMANDS) }), voice, fallback);

/** The menu of one chat whose person holds these roles; null when the common one is enough. */
export function menuFor(t: T, roles: Role[]): Menu["commands"] | null {
  const more = [...new Set(roles.flatMap((role) => FOR_ROLE[role] ?? []))];
  return more.length > 0 ? described(t, ["start", ...more, ...COMMANDS.slice(1)]) : null;
}

/** Name, description and short description. */
export const presentation = (voice: (locale: Locale) => T, fallback: Locale): Presentation[] =>
  inEach(
    (t) => ({
      name: t.plain("commands-bot-name"),
      description: t.plain("commands-bot-description"),
      short: t.plain("commands-bot-short"),
    }),
    voice,
    fallback,
  );
