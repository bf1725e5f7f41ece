/** Methods by which a bot presents itself: commands, names, descriptions, menu button; and who it is. */
import type { BotCommand, BotCommandScope } from "@grammyjs/types";
import { knownChat } from "./chats.ts";
import type { CommandScope } from "./model.ts";
import { badRequest } from "./refusal.ts";
import type { Methods, Settings, Station } from "./station.ts";

const MOST_COMMANDS = 100;
const COMMAND = /^[a-z0-9_]{1,32}$/;
const LONGEST_COMMAND_DESCRIPTION = 256;
const LONGEST_NAME = 64;
const LONGEST_DESCRIPTION = 512;
const LONGEST_SHORT_DESCRIPTION = 120;

export function profileMethods(station: Station): Methods {
  const { settings, world } = station;
  const changed = (): true => {
    world.tell({ kind: "profile" });
    return true;
  };
  const put = (texts: Record<string, string>, text: string | undefined, language: string | undefined, most: number) => {
    const given = text ?? "";
    if (given.length > most) throw badRequest(`text must not be longer than ${most} characters`);
    if (given === "") delete texts[language ?? ""];
    else texts[language ?? ""] = given;
    return changed();
  };
  const get = (texts: Record<string, string>, language: string | undefined) => texts[language ?? ""] ?? texts[""] ?? "";
  return {
    getMe: () => ({
      ...world.bot,
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
      can_connect_to_business: false,
      has_main_web_app: false,
      has_topics_enabled: false,
      allows_users_to_create_topics: false,
      can_manage_bots: false,
      supports_join_request_queries: false,
    }),
    setMyCommands: ({ commands, scope, language_code }) => {
      checkCommands(commands);
      const set = { scope: readScope(station, scope), languageCode: language_code ?? "", commands: [...commands] };
      settings.commands.set(keyOf(set.scope, set.languageCode), set);
      return changed();
    },
    deleteMyCommands: (given) => {
      settings.commands.delete(keyOf(readScope(station, given?.scope), given?.language_code ?? ""));
      return changed();
    },
    getMyCommands: (given) =>
      settings.commands.get(keyOf(readScope(station, given?.scope), given?.language_code ?? ""))?.commands ?? [],
    setMyName: (given) => put(settings.names, given?.name, given?.language_code, LONGEST_NAME),
    getMyName: (given) => ({ name: get(settings.names, given?.language_code) || world.bot.first_name }),
    setMyDescription: (given) =>
      put(settings.descriptions, given?.description, given?.language_code, LONGEST_DESCRIPTION),
    getMyDescription: (given) => ({ description: get(settings.descriptions, given?.language_code) }),
    setMyShortDescription: (given) =>
      put(settings.shortDescriptions, given?.short_description, given?.language_code, LONGEST_SHORT_DESCRIPTION),
    getMyShortDescription: (given) => ({ short_description: get(settings.shortDescriptions, given?.language_code) }),
    setChatMenuButton: (given) => {
      if (given?.chat_id !== undefined) knownChat(world, given.chat_id);
      settings.menuButtons.set(Number(given?.chat_id ?? 0), given?.menu_button ?? { type: "default" });
      return changed();
    },
    getChatMenuButton: (given) =>
      settings.menuButtons.get(Number(given?.chat_id ?? 0)) ?? settings.menuButtons.get(0) ?? { type: "commands" },
    logOut: () => {
      settings.loggedOut = true;
      return true;
    },
    close: () => true,
  };
}

function checkCommands(commands: readonly BotCommand[]): void {
  if (commands.length > MOST_COMMANDS) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  for (const { command, description } of commands) {
    if (!COMMAND.test(command.replace(/^\//, ""))) throw badRequest("BOT_COMMAND_INVALID");
    if (description.trim() === "" || description.length > LONGEST_COMMAND_DESCRIPTION) {
      throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
    }
  }
}

function readScope({ world }: Station, scope: BotCommandScope | undefined): CommandScope {
  if (!scope) return { type: "default" };
  if (!("chat_id" in scope)) return { type: scope.type };
  const chatId = knownChat(world, scope.chat_id).id;
  return "user_id" in scope ? { type: scope.type, chatId, userId: scope.user_id } : { type: scope.type, chatId };
}

const keyOf = ({ type, chatId, userId }: CommandScope, language: string): string =>
  [type, chatId ?? "", userId ?? "", language].join("|");

/** The commands that a person's menu shows in the private chat, by Telegram's order of scopes and languages. */
export function commandsShown(settings: Settings, userId: number, language: string | undefined): BotCommand[] {
  const scopes = [{ type: "chat", chatId: userId }, { type: "all_private_chats" }, { type: "default" }];
  for (const scope of scopes) {
    for (const code of language ? [language, ""] : [""]) {
      const found = settings.commands.get(keyOf(scope, code));
      if (found) return found.commands;
    }
  }
  return [];
}
